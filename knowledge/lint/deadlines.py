"""Deadlines that nobody can keep: before the notice is out, or when the contest is over."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge import lazy_re
from knowledge.lint.fault import Fault, Material
from knowledge.model import Scope, Value

_ENTRY = lazy_re.compile(r"报名|申报|报送|推荐|截止|提交|递交")
_REGISTRATION = lazy_re.compile(r"报名|申报")
_FINAL = lazy_re.compile(r"决赛")
_EVENT = lazy_re.compile(r"(?:竞赛|比赛|大赛)(?:时间|日期)|举办|举行")
_NOT_EVENT = lazy_re.compile(r"报名|报到|公布|公示|提交|材料|通知|名单")
_QUOTED = lazy_re.compile(r"[由将把原][“\"‘']?$|原定(?:为|于)?[“\"]?$")
_DAY = 10


def deadlines(material: Material) -> Iterator[Fault]:
    """A deadline before publication, or one to register that ends after the final began."""
    notice = material.notice
    issued = notice.issued_on.isoformat() if notice.issued_on else ""
    events = [(value, *_span(value)) for value in notice.values if _is_event(value)]
    for value in notice.values:
        if value.kind != "deadline" or not _ENTRY.search(value.label) or _is_old(material, value):
            continue
        if issued and _before(value.value, issued):
            values = {"issued": issued}
            yield Fault("deadline_before_issue", value.path, (value.start, value.end), values)
        late = [each for each in events if _is_late(value, *each)]
        if late and _REGISTRATION.search(value.label):
            values = {"event": late[0][0].raw, "where": late[0][0].path}
            yield Fault("deadline_after_event", value.path, (value.start, value.end), values)


def _is_event(value: Value) -> bool:
    label = value.label
    told = _FINAL.search(label) or _EVENT.search(label)
    return value.kind in {"date", "range"} and bool(told) and not _NOT_EVENT.search(label)


def _span(value: Value) -> tuple[str, str]:
    """First and last day of a date or range."""
    begin, _, end = value.value.partition("/")
    return begin, end or begin


def _is_late(deadline: Value, event: Value, begin: str, end: str) -> bool:
    """After the final has begun; a contest that is said to last months is over at its end."""
    if not _meet(deadline.scope, event.scope):
        return False
    last = begin if _FINAL.search(event.label) and len(begin) >= _DAY else end
    return last[:2] == "20" and _before(last, deadline.value)


def _before(one: str, other: str) -> bool:
    """Whether a moment is surely before another, as far as both are known."""
    size = min(len(one), len(other), _DAY)
    return one[:size] < other[:size]


def _meet(one: Scope, other: Scope) -> bool:
    """Whether both may speak of the same people and part."""
    return (
        (one.attachment == other.attachment or not (one.attachment and other.attachment))
        and (not one.tracks or not other.tracks or bool(set(one.tracks) & set(other.tracks)))
        and (not one.groups or not other.groups or bool(set(one.groups) & set(other.groups)))
    )


def _is_old(material: Material, value: Value) -> bool:
    """A correction quotes the day that holds no longer: 由“…”更正为“…”."""
    return bool(_QUOTED.search(material.notice.text[max(0, value.start - 6) : value.start]))
