"""What the rules of a draft do not account for, so that silence is never taken for a yes.

Two kinds: facts a sentence speaks of though no rule judges them, and days of entering that were not
read as its end.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from knowledge import lazy_re
from knowledge.eligibility.checks.stated import nested
from knowledge.eligibility.drafting.grammar import data, words
from knowledge.eligibility.drafting.located import located
from knowledge.eligibility.drafting.parts import Condition, Made, Statement
from knowledge.eligibility.drafting.reading import conditions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from knowledge.model import Notice, Value

_ENTERING = lazy_re.compile(r"报名|申报|时间|截止|关闭|提交|报送|填报|推荐")


def unaccounted(found: Sequence[Condition], statements: Sequence[Statement]) -> Iterator[Condition]:
    """Sentences about facts for which no rule was made, once for each fact and its tracks."""
    for entry in data("coverage.yaml"):
        judged = [one for one in found if set(entry["checks"]) & set(_checks(one.made))]
        for statement in statements:
            if statement.section == "out" or words("award").search(statement.text):
                continue
            for one in _spoken(statement, entry):
                if not any(_holds(each, one) for each in judged):
                    more = _again(statement, entry["checks"]) or [one]
                    judged += more
                    yield from more


def _again(statement: Statement, checks: Sequence[str]) -> list[Condition]:
    """Rules of these checks, the statement read as one on entering whatever its heading says."""
    if statement.section in {"who", "entry"}:
        return []
    read = conditions(replace(statement, section="entry"))
    return [one for one in read if one.made.check in checks]


def _spoken(statement: Statement, entry: Mapping[str, Any]) -> Iterator[Condition]:
    match = re.search(entry["words"], statement.text)
    if match is None:
        return
    begin = max(statement.text.rfind(sign, 0, match.start()) for sign in ",。;") + 1
    params = {"said": statement.text[begin : match.end()], "keys": list(entry["keys"])}
    params |= {"least": entry["least"]} if "least" in entry else {}
    made = Made("unread_fact", params)
    for one in located(statement, match.start(), match.end(), made, "unread_fact"):
        yield replace(one, groups=()) if entry.get("for_all") else one


def _holds(judged: Condition, one: Condition) -> bool:
    """Whether a rule concerns some of the tracks and groups that a sentence speaks of."""
    tracks = not judged.tracks or not one.tracks or bool({*judged.tracks} & {*one.tracks})
    groups = not judged.groups or not one.groups or bool({*judged.groups} & {*one.groups})
    return tracks and groups


def _checks(made: Made) -> Iterator[str]:
    yield made.check
    for each in (one for one in nested(made.params) if not isinstance(one, str)):
        yield from _checks(Made(str(each["check"]), each.get("params", {})))


def open_days(
    notice: Notice, found: Sequence[Condition], placed: Callable[[Value], Statement | None]
) -> Iterator[Condition]:
    """The last day named where entering is described, where no deadline was read."""
    if any(one.made.check == "deadline" for one in found):
        return
    last: tuple[date, Statement] | None = None
    for value in notice.values:
        statement = placed(value) if value.kind in {"date", "deadline", "range"} else None
        if statement is None or statement.section != "entry":
            continue
        if not _ENTERING.search(value.label + statement.text):
            continue
        day = _day(value.value)
        if day and (last is None or day > last[0]):
            last = (day, statement)
    if last:
        said = re.split("[。;]", last[1].text)[0]
        made = Made("unread_day", {"said": said, "last": last[0]})
        yield Condition(last[1], 0, len(last[1].text), made, name="unread_day")


def _day(written: str) -> date | None:
    day = re.split(r"/|--", written)[-1].partition("T")[0]
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None
