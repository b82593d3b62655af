"""Whether a kind of people may take part: 残疾人能参加吗, 收不收外国人.

What the notice says of them answers; where a verdict covers them it does; else the notice is
silent, and the conditions it does state come nearest.
"""

from __future__ import annotations

from collections.abc import Iterable

from knowledge import lazy_re
from knowledge.eligibility.facts import facts_from_words
from knowledge.eligibility.model import Rule, Rules
from knowledge.eligibility.person import read_person
from knowledge.model import Citation
from knowledge.plain import comparable
from retrieval.entrants.barring import under_heading
from retrieval.entrants.other_stage import of_another_stage
from retrieval.entrants.personal import OF_ENTRY
from retrieval.entrants.persons import Asked, persons
from retrieval.entrants.told import sheets
from retrieval.entrants.verdict_words import widest
from retrieval.passages.rank import Sought
from retrieval.passages.units import Reading, Unit
from retrieval.reply import Piece, Reply, cite_unit
from retrieval.wording import say

_CONDITIONS = (
    "unit",
    "identity",
    "of_kind",
    "place",
    "area",
    "age_at_least",
    "age_at_most",
    "age_on",
    "born_between",
    "school",
    "facts",
    "education",
    "any_fact",
    "certificate_or_years",
    "certificate",
    "experience",
    "groups",
    "category",
    "within_retirement",
    "retirement_on",
)
"""Checks of who one is, those first that tell most people most."""
_EASES = lazy_re.compile(
    r"放宽|适当延长|不受[^，,。；]{0,8}(?:年龄|学历|年限|工龄)[^，,。；]{0,4}限制|(?:年龄|学历|年限)不限"
)
"""How a condition is eased for some."""
MOST = 3
_PEOPLE = frozenset("人生者员工户兵妇士民师")
_OF_GROUPS = (("学生", "student"), ("职工", "worker"), ("教师", "teacher"))
_ENTRANTS = lazy_re.compile(
    r"选手|参赛|参加|报名|(?:可以?|[不只仅]能|不得|限)报|不予受理|(?:可以?|应|须)由[^，,。；]{2,16}推荐|学生|职工|人员|申报"
)


def of_kind(
    reading: Reading, rules: Rules | None, sought: Sought, asked: Asked, verdict: Reply | None
) -> Reply | None:
    """The reply about a kind of people; `verdict` is the one on the facts of the question."""
    kind = asked.kind
    eased = _eased(reading, sought, asked) if verdict is not None else []
    if verdict is not None and eased:
        bars = (say("verdict.ineligible"), say("verdict.in_principle"))  # no easing was heard
        rest = [piece for piece in verdict.pieces if not piece.text.startswith(bars)]
        own = (_piece(reading, unit) for unit in eased[:MOST])
        return verdict.model_copy(update={"pieces": (*own, *rest)})
    if verdict is not None and (not kind.aside or _tells_more(sought.asked.plain, asked)):
        return (
            _noted(verdict, kind.name)
            if kind.aside and not _said(reading, sought, asked)
            else verdict
        )
    units = _said(reading, sought, asked)
    if units:
        return _answered(reading, sought, units)
    return _silent(reading, rules, sought, asked)


def _tells_more(text: str, asked: Asked) -> bool:
    """Whether the question tells facts besides the words for the kind."""
    rest = text[: asked.start] + "，" + text[asked.end :]
    return bool(set(facts_from_words(rest).person) - OF_ENTRY)


def _noted(verdict: Reply, name: str) -> Reply:
    note = Piece(text=say("kind.note", what=name), citations=(), computed=(name,))
    return verdict.beside(note)


def _said(reading: Reading, sought: Sought, asked: Asked) -> list[Unit]:
    """Sentences on taking part that speak of such people."""
    words = persons()
    return [
        unit
        for unit in reading.units
        if unit.scope.role in {None, "contestant"}
        and words.says(asked.kind, unit.plain)
        and not of_another_stage(sought.asked.plain, unit.plain)
        and _of_entry(unit)
        and _holds(unit, sought)
    ]


def _of_entry(unit: Unit) -> bool:
    """Whether the sentence says who takes part."""
    about = bool({"who_can", "excluded", "grouping"} & (unit.said | unit.titled | unit.above))
    return about and bool(_ENTRANTS.search(unit.plain) or "age" in unit.said)


def _eased(reading: Reading, sought: Sought, asked: Asked) -> list[Unit]:
    """Sentences that ease a condition for such people: 退役军人…的，年龄放宽至48周岁.

    They are told before a verdict, and one that bars is left out: its rule is for all others.
    """
    words = persons()
    names = {t.id: comparable(t.name) for t in reading.notice.tracks}
    others = [name for of, name in names.items() if sought.tracks and of not in sought.tracks]
    own = [names[of] for of in sought.tracks]
    return [
        unit
        for unit in reading.units
        if _EASES.search(unit.plain)
        and words.says(asked.kind, unit.plain)
        and _holds(unit, sought)
        and (_says(own, unit) or not _says(others, unit))
    ]


def _says(names: Iterable[str], unit: Unit) -> bool:
    return any(name in unit.plain for name in names)


def _answered(reading: Reading, sought: Sought, units: Iterable[Unit]) -> Reply:
    shown = list(units)[:MOST]
    return Reply(
        status="answered",
        notice=reading.notice.id,
        pieces=tuple(_piece(reading, unit) for unit in shown),
        tracks=sought.tracks,
        groups=sought.groups,
        sure=1.0,
    )


def _piece(reading: Reading, unit: Unit) -> Piece:
    """A sentence with what leads to it: 谢绝报名：机关在编人员."""
    led = reading.introduction(unit)
    cited = (led, unit) if led is not None else (unit,)
    text = under_heading(unit, "".join(each.text for each in cited))
    return Piece(text=text, citations=tuple(cite_unit(reading.notice, each) for each in cited))


def _holds(unit: Unit, sought: Sought) -> bool:
    """Whether the clause holds for the track and the group that are asked about."""
    scope = unit.scope
    tracks = not scope.tracks or not sought.tracks or set(scope.tracks) & set(sought.tracks)
    groups = not scope.groups or not sought.groups or set(scope.groups) & set(sought.groups)
    return bool(tracks and groups)


def _silent(reading: Reading, rules: Rules | None, sought: Sought, asked: Asked) -> Reply:
    """The notice says nothing of them: its conditions, and (added by the caller) whom to ask."""
    what = _called(sought.asked.plain[asked.start : asked.end], asked.kind.name)
    near = _conditions(reading, rules, sought, asked.kind.near or _capacities(sought))
    quotes = widest(one.quote for one in near)
    text = say("kind.silent", what=what)
    if quotes:
        text += say("kind.conditions", quotes="；".join(f"“{quote}”" for quote in quotes))
    return Reply(
        status="not_stated",
        notice=reading.notice.id,
        reason="not_in_notice",
        pieces=(Piece(text=text, citations=tuple(near), computed=(what,)),),
        tracks=sought.tracks,
        groups=sought.groups,
        sure=1.0,
        what=asked.kind.name,
    )


def _conditions(
    reading: Reading, rules: Rules | None, sought: Sought, near: tuple[str, ...]
) -> list[Citation]:
    """The clauses on who may take part, those of the capacity that comes nearest first."""
    if rules is not None:
        cases = sheets(reading.notice, rules, read_person({})[0], sought.tracks)
        items = [(i.rule, i.citation) for case in cases for i in case.items]
        known = [(rule, cited) for rule, cited in items if cited and rule.check in _CONDITIONS]
        ranked = sorted(known, key=lambda one: _distance(one[0], near))
        found = _apart(cited for _, cited in ranked)
        if found:
            return found
    units = [u for u in reading.units if "who_can" in u.said and _holds(u, sought)]
    return _apart(cite_unit(reading.notice, unit) for unit in units)


def _called(words: str, name: str) -> str:
    """The words of the question where they name people, else the name of the kind."""
    return words if words[-1:] in _PEOPLE else name


def _capacities(sought: Sought) -> tuple[str, ...]:
    """Who enters in the groups that are asked about."""
    joined = "".join(sought.groups)
    return tuple(who for word, who in _OF_GROUPS if word in joined)


def _distance(rule: Rule, near: tuple[str, ...]) -> tuple[int, int]:
    own = set(rule.capacities or ())
    fits = 0 if own & set(near) else 1 if not own else 2
    return fits, _CONDITIONS.index(rule.check)


def _apart(citations: Iterable[Citation]) -> list[Citation]:
    """The first few that say something of their own."""
    kept: list[Citation] = []
    for one in citations:
        if any(one.quote in other.quote for other in kept):
            continue
        kept = [other for other in kept if other.quote not in one.quote]
        kept.append(one)
        if len(kept) == MOST:
            break
    return kept
