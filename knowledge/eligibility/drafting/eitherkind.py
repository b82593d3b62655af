"""在编教师及签订合同的编外教师均可报名: what is asked of one kind of people, or of the other."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from knowledge import lazy_re
from knowledge.eligibility.drafting.parts import Condition, Made
from knowledge.eligibility.members import kinds

if TYPE_CHECKING:
    from collections.abc import Sequence

_NOUN = "教师|职工|员工|人员|学生|业者|工人|选手"
_JOINT = lazy_re.compile(
    rf"(?<={_NOUN})(?:\([^()]{{0,12}}\))?,?(?:、|以及|及|和|与|或者?)"
    r"(?=[^,。;、:]{1,24}(?:教师|职工|员工|人员|学生|业者|工人|户|者)(?:$|[,。;、和或及与均可]))"
)
_OWN = frozenset({"employed", "establishment", "enrolled", "school_full_time"})

_LATER = frozenset({"months", "experience", "certificate", "title", "education", "other_fact"})


def either_kind(found: Sequence[Condition]) -> list[Condition]:
    """Facts of people joined by 及 or 或 as one rule: those of the one kind, or of the other."""
    kept: list[Condition] = []
    for one in found:
        parts = _parts(one) if _of_a_kind(one) else []
        if len(parts) < 2:  # noqa: PLR2004 one kind of people
            kept.append(one)
            continue
        own = [o for o in found if o.statement is one.statement and _of_a_kind(o)]
        mine = [o for o in own if _spread(o) == _spread(one) and _parts(o) == parts]
        if one is not mine[0]:
            continue
        options = [_option(one.statement.text[start:end], start, end, mine) for start, end in parts]
        whose = tuple(dict.fromkeys(who for o in mine for who in o.made.capacities))
        every = whose if all(o.made.capacities for o in mine) else ()
        kept.append(replace(one, made=Made("any_of", {"any": options}, every)))
    return kept


def _spread(one: Condition) -> tuple[object, ...]:
    return one.tracks, one.groups


def _of_a_kind(one: Condition) -> bool:
    """Whether the condition is a word before one of several nouns, and says something of it only.

    在职员工或个体从业人员: 在职 is said of the first. What stands before the first noun may also
    be meant of all, so there only plain facts count; behind a joint it is the later one's own.
    """
    if one.statement.cell or one.statement.section != "who" or one.made.capacities == ("student",):
        return False
    parts = _parts(one)
    at = next((n for n, (start, end) in enumerate(parts) if start <= one.start < end), 0)
    if not re.search(f"{_NOUN}|户|者", one.statement.text[one.end : parts[at][1]]):
        return False
    if one.made.check == "facts":
        return set(one.made.params["all"]) <= _OWN
    return one.made.check in _LATER and (at > 0 or one.name in {"contract", "established"})


def _parts(one: Condition) -> list[tuple[int, int]]:
    """The stretches of the phrase that name one kind of people each; one if there is no other."""
    text = one.statement.text
    begin = max(text.rfind(sign, 0, one.start) for sign in ",。;:") + 1
    ends = [at for sign in ",。;" if (at := text.find(sign, one.end)) >= 0]
    end = min(ends, default=len(text))
    joints = list(_JOINT.finditer(text, begin, end))
    starts = [begin, *(m.end() for m in joints)]
    return list(zip(starts, [*(m.start() for m in joints), end], strict=True))


def _option(said: str, start: int, end: int, mine: Sequence[Condition]) -> dict[str, Any]:
    """One kind of people: what is asked of it, else only that one is of it."""
    items = [
        {"check": o.made.check, "params": dict(o.made.params)}
        for o in mine
        if start <= o.start < end
    ]
    if not items:
        who = kinds(said)
        if who is None:
            return {"check": "called", "params": {"words": [said]}}
        return {"check": "identity", "params": {"one_of": list(who), "called": said}}
    return items[0] if len(items) == 1 else {"check": "all_of", "params": {"all": items}}
