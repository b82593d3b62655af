"""Conditions joined by 或, or listed as 条件之一, as one rule each."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from knowledge import lazy_re
from knowledge.eligibility.drafting.located import located
from knowledge.eligibility.drafting.parts import Condition, Made, Statement
from knowledge.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

_NEAR = 3
_OR = lazy_re.compile(
    r"(?:\([^()]{0,10}\))?(?:证书|证明|证|资格|等级|的|大?学生|毕业生|研究生|本科生|人员|职工|教师|选手)?[,、)]?(?:或者?|以及或)[^,。;]{0,8}"
)
_WITHOUT = lazy_re.compile(
    r"(?:对于?|若|如)*(?:[尚暂]?未(?:取得|获得|持有|达到)|没有|没取得|不具备|不具有|不满足|无(?!人|线))"
)
_LEARNED = frozenset({"certificate", "title", "education", "other_fact"})
_WORKED = frozenset({"experience", "months"})
_EITHER = frozenset(
    {"certificate", "certificate_or_years", "experience", "other_fact", "title", "education",
     "months", "facts", "place", "area", "years_after_certificate",
     "all_of", "major", "graduated_within", "won", "honour"}
)  # fmt: skip


def alternatives(found: Sequence[Condition]) -> list[Condition]:
    """Conditions joined by 或 in one sentence, or listed as 条件之一, as one rule each."""
    listed: dict[str, list[Condition]] = {}
    kept: list[Condition] = []
    for one in _halves(_or_statements(found)):
        if one.statement.one_of and one.made.check != "note":
            listed.setdefault(one.statement.one_of, []).append(one)
        elif (at := _read_before(kept, one)) is not None:
            kept[at] = _either(kept[at], one)
        elif kept and _joined(kept[-1], one):
            kept[-1] = _either(kept[-1], one)
        else:
            kept.append(one)
    kept = [_without_paper(one) for one in kept]
    return [*kept, *(_one_of(path, items) for path, items in listed.items())]


def _or_statements(found: Sequence[Condition]) -> list[Condition]:
    """A statement that begins with 或 and the one before it as one rule: all of either."""
    kept: list[Condition] = []
    for one in found:
        if not re.match("或", one.statement.text) or one.made.check == "note":
            kept.append(one)
            continue
        own = [o for o in found if o.statement is one.statement and o.made.check != "note"]
        if one is not own[0]:
            continue  # taken together with the first of its statement
        before = [k for k in kept if _before(k.statement, one.statement) and k.made.check != "note"]
        if not before:
            kept += own
            continue
        either = [_together([item.made for item in part]) for part in (before, own)]
        kept = [k for k in kept if k not in before]
        kept.append(replace(before[0], made=Made("any_of", {"any": either}), end=before[-1].end))
    return kept


def _halves(found: Sequence[Condition]) -> list[Condition]:
    """…工作1年以上的在职人员，或者在本省从事…满2年的农民: all of the one phrase or of the other."""
    kept = list(found)
    for one in found:
        text = one.statement.text
        cut = _OR_PHRASE.search(text)
        if cut is None or one.statement.one_of or not any(o is one for o in kept):
            continue
        begin = max(text.rfind(sign, 0, cut.start()) for sign in ",。;:") + 1
        end = min((at for sign in ",。;" if (at := text.find(sign, cut.end())) >= 0), default=-1)
        end = len(text) if end < 0 else end
        own = [o for o in kept if o.statement is one.statement and o.made.check in _PHRASED]
        first = [o for o in own if begin <= o.start and o.end <= cut.end()]
        second = [o for o in own if cut.end() - 1 <= o.start and o.end <= end]
        if not first or not second or len(first) + len(second) <= _PAIR:
            continue
        made = Made("any_of", {"any": [item for part in (first, second) for item in _ways(part)]})
        whole = replace(first[0], made=made, end=end, name="either")
        gone = {id(o) for o in [*first[1:], *second]}
        kept = [whole if o is first[0] else o for o in kept if id(o) not in gone]
    return kept


def _ways(part: Sequence[Condition]) -> list[dict[str, Any]]:
    """A phrase as one way, or as several where 或 joins its conditions."""
    pairs = pairwise(part)
    text = part[0].statement.text
    if len(part) > 1 and all(_OR.fullmatch(text[a.end : b.start]) for a, b in pairs):
        return [_as_item(one.made) for one in part]
    return [_together([one.made for one in part])]


_PAIR = 2
_OTHER_WAY = lazy_re.compile("或者?(?!相关|相近|以上|以下)")
_OR_PHRASE = lazy_re.compile(
    r",(?:或者?|或是)(?=在|从事|具有|取得|持有|与|具备|为|是|[大本]专?科?|[博硕]士|中专|高职|[一二三四五]级|[初中高]级|技师)"
)
_PHRASED = frozenset({*_EITHER, "any_fact", "years_after_certificate"})


def _before(first: Statement, second: Statement) -> bool:
    """Whether `first` is the statement right before `second` in the same clause."""
    gap = second.fold.at[0] - first.fold.at[-1]
    return first.place is second.place and not first.cell and 0 < gap <= _NEAR


def _together(made: list[Made]) -> dict[str, Any]:
    items = list(map(_as_item, made))
    return items[0] if len(items) == 1 else {"check": "all_of", "params": {"all": items}}


def _joined(first: Condition, second: Condition) -> bool:
    same = first.statement is second.statement and first.end <= second.start
    either = {first.made.check, second.made.check} <= _EITHER | {"any_of"}
    between = first.statement.text[first.end : second.start] if same else ""
    return (same and either and bool(_OR.fullmatch(between))) or _else_years(first, second)


_NO_PAPER = lazy_re.compile(
    rf"(?:^|[,;。])(?:\(?[一二三四五六七八九十\d]{{1,3}}[)、.])?{_WITHOUT.pattern}[^,。;]{{0,12}}(?:证书|证|资格|等级)[^,。;须应需]{{0,4}},?[须应需]?$"
)


def _without_paper(one: Condition) -> Condition:
    """无证书的须有3年以上从业经历: asked of those who have none."""
    if one.made.check not in _WORKED or not _NO_PAPER.search(one.statement.text[: one.start]):
        return one
    held = {"check": "certificate", "params": {"level": 5}}
    return replace(
        one, made=one.made._replace(check="any_of", params={"any": [held, _as_item(one.made)]})
    )


def _read_before(kept: Sequence[Condition], one: Condition) -> int | None:
    """取得…证书或医疗按摩人员考试合格: where in `kept` that stands which an unread 或 adds to."""
    said = str(one.made.params.get("said", ""))
    if one.made.check != "not_understood" or not _OTHER_WAY.match(said):
        return None
    return next((at for at, each in enumerate(kept) if _adjoins(each, one)), None)


def _adjoins(first: Condition, second: Condition) -> bool:
    return (
        first.statement is second.statement
        and first.made.check in _EITHER | {"any_of"}
        and 0 <= second.start - first.end <= 1
    )


def _else_years(first: Condition, second: Condition) -> bool:
    """具有…证书；未取得证书的，应从事…满N年: two statements, one rule."""
    if first.made.check not in _LEARNED or second.made.check not in _WORKED:
        return False
    place, scope = first.statement.place, (first.tracks, first.groups)
    if place is not second.statement.place or scope != (second.tracks, second.groups):
        return False
    if first.statement is not second.statement:
        return bool(_WITHOUT.match(second.statement.text))
    between = first.statement.text[first.end : second.start]
    return bool(
        re.fullmatch(
            rf"[^,。;]{{0,6}}[,(]?{_WITHOUT.pattern}[^,。;]{{0,16}}[,]?[^,。;]{{0,6}}", between
        )
    )


def _as_item(made: Made) -> dict[str, Any]:
    return {"check": made.check, "params": dict(made.params)}


def _either(first: Condition, second: Condition) -> Condition:
    one, other = first.made, second.made
    level, years = one.params.get("level"), other.params.get("years")
    if one.check == "certificate" and other.check == "experience":
        made = Made("certificate_or_years", {"level": level, "years": years}, one.capacities)
    else:
        items = list(one.params["any"]) if one.check == "any_of" else [_as_item(one)]
        both = tuple(dict.fromkeys((*one.capacities, *other.capacities)))
        capacities = both if one.capacities and other.capacities else ()
        made = Made("any_of", {"any": [*items, _as_item(other)]}, capacities)
    return replace(first, made=made, end=second.end)


def _one_of(path: str, items: list[Condition]) -> Condition:
    """The children of a clause 条件之一: each child all its conditions, one child enough."""
    children: dict[str, list[Made]] = {}
    for one in items:
        item = one.statement.place.path
        if item == path:  # an item within the clause itself
            item += f" {one.statement.fold.at[0]}"
        children.setdefault(item, []).append(one.made)
    options = [
        _as_item(made[0])
        if len(made) == 1
        else {"check": "all_of", "params": {"all": list(map(_as_item, made))}}
        for made in children.values()
    ]
    first = items[0]
    above = next(clause for clause in first.statement.notice.clauses if clause.path == path)
    statement = Statement(
        first.statement.notice, above, fold(above.text, above.start), above.scope, "who"
    )
    size = len(statement.text)
    place = max(statement.text.find("条件之一"), 0)
    whose = next(located(statement, place, place, Made("any_of", {"any": options}), "one-of"))
    return replace(
        whose,
        start=0,
        end=size,
        strength=first.strength,
        tracks=whose.tracks or first.tracks,
        groups=whose.groups or first.groups,
    )
