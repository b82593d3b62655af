"""What a notice says of people like the one who asks, besides its conditions: 外聘教师不参加.

Such a sentence is found by words that are rare in the notice and stand in the question too: a
company, 顶岗实习, 上一届第一名. It is said before any verdict, and instead of one if it bars the
way; so is what holds for the people of an organiser, and what minors need.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.eligibility.facts import facts_from_words
from knowledge.plain import comparable
from retrieval.asked import Asked, plain
from retrieval.lexicon import Words
from retrieval.persons import persons
from retrieval.rank import Sought, in_scope
from retrieval.reply import Piece, Reply, cite_unit
from retrieval.units import Reading, Unit, pairs

_BARS = re.compile(
    r"不得(?!兼|超|以任何)|不能(?!超)|不可(?!抗)|不参加|不含|不包括|除外|不接受|不允许|不再|限[^，。；]{2,12}参加"
)
_ASKS_FOR = re.compile(
    r"须|应当?(?![届聘用])|需(?!求)|方可|视同|视为|也?可(?:以)?(?:参加|报名|参赛)"
)
_OF_PEOPLE = re.compile(r"参加|参赛|报名|选手|人员|员工|职工|教师|学生|在校生|的[，,。；]|者")
_ROLE = re.compile(r"承办单位|协办单位|支持单位|主办单位|技术支持|赞助单位|出题单位")
_STAFF = re.compile(r"工作人员|员工|职工|人员|选手|单位的?(?:人|教师)")
_UNDER_AGE = re.compile(r"(?:未满|不满|不足)(\d{1,2})周?岁|未成年")
_RARE, _FEW, _MAJORITY, _LONG = 2, 3, 18, 4


def special_reply(
    reading: Reading, sought: Sought, words: Words, verdict: Reply | None
) -> Reply | None:
    """The verdict with what the notice says of such people in particular, or that alone."""
    own = [*_of_such(reading, sought, words), *_of_organisers(reading, sought.asked)]
    bars = [unit for unit in own if _BARS.search(_whole(reading, unit))]
    shown = list(dict.fromkeys([*(bars or own), *_of_minors(reading, sought)]))[:_RARE]
    if not shown:
        return verdict
    found = tuple(_piece(reading, unit) for unit in shown)
    said = "".join(piece.text for piece in verdict.pieces) if verdict else ""
    found = tuple(piece for piece in found if piece.text.rstrip("。；") not in said)
    if verdict is None or bars:
        return Reply(
            status="answered",
            notice=reading.notice.id,
            pieces=found,
            tracks=sought.tracks,
            groups=sought.groups,
            sure=1.0,
        )
    return verdict.model_copy(update={"pieces": (*verdict.pieces, *found)})


def _whole(reading: Reading, unit: Unit) -> str:
    """A sentence with the one that introduces it: 以下人员不得参赛：（1）…"""
    above = reading.introduction(unit)
    return f"{above.plain if above else ''}{unit.plain}"


def _piece(reading: Reading, unit: Unit) -> Piece:
    above = reading.introduction(unit)
    cited = (above, unit) if above else (unit,)
    text = "".join(each.text for each in cited)
    return Piece(text=text, citations=tuple(cite_unit(reading.notice, each) for each in cited))


def _of_such(reading: Reading, sought: Sought, words: Words) -> Iterator[Unit]:
    """Sentences with a rare word of the question, on who takes part and how."""
    telling = set(_telling(reading, sought.asked, words))
    kind = persons().kind(sought.asked.plain)
    units = [u for u in reading.units if _restricts(reading, u) and in_scope(u, sought)]
    of_kind = [u for u in units if kind and persons().says(kind.kind, u.plain)]
    most = max((_told(telling, u) for u in units), default=0)
    for unit in units:
        by_kind = len(of_kind) <= _RARE and unit in of_kind
        if by_kind or (most and _told(telling, unit) == most):
            yield unit


def _restricts(reading: Reading, unit: Unit) -> bool:
    """Whether a sentence bars people or asks something of them."""
    if unit.scope.role not in {None, "contestant"} or not _OF_PEOPLE.search(unit.plain):
        return False
    above = reading.introduction(unit)
    said = unit.said | unit.titled | unit.above | (above.said if above else frozenset())
    whole = _whole(reading, unit)
    restricts = _BARS.search(whole) or _ASKS_FOR.search(whole)
    return bool({"who_can", "excluded"} & said) and bool(restricts)


def _told(telling: set[str], unit: Unit) -> int:
    """How many rare words of the question the sentence says."""
    return sum(word in unit.plain for word in telling)


def _telling(reading: Reading, asked: Asked, words: Words) -> Iterator[str]:
    """The words of the question that few sentences have and no fact of the person explains."""
    left = plain(facts_from_words(asked.text).leftover)
    names = comparable(reading.notice.name + "".join(t.name for t in reading.notice.tracks))
    for run in asked.content:
        if run not in left or len(run) < _RARE:
            continue
        known = [p for p in sorted(pairs(run)) if p.isalpha() and reading.knows(p)]
        rare = [p for p in known if p not in names and _count(reading, p) <= _FEW]
        if len(rare) > 1 or (rare and run == rare[0] and run not in words.generic):
            yield from rare


def _count(reading: Reading, pair: str) -> int:
    return sum(pair in unit.plain for unit in reading.units)


def _of_organisers(reading: Reading, asked: Asked) -> Iterator[Unit]:
    """What holds for the people of an organiser, where the question names it as a person's own."""
    roles = set(_roles(reading, asked))
    for unit in reading.units:
        held = roles & set(_ROLE.findall(unit.plain))
        if held and _BARS.search(_whole(reading, unit)) and _STAFF.search(unit.plain):
            yield unit


def _roles(reading: Reading, asked: Asked) -> Iterator[str]:
    """承办单位 where the question names one: by a column of a table, or a field of the notice."""
    runs = [run for run in asked.content if len(run) >= _LONG]
    for table in reading.tables:
        for column, head in enumerate(table.header):
            cells = [comparable(row.cells[column]) for row in table.rows]
            if any(_names(run, cell) for run in runs for cell in cells):
                yield from _ROLE.findall(comparable(head))
    for unit in reading.units:
        if unit.kind == "field" and any(_names(run, unit.plain) for run in runs):
            yield from _ROLE.findall(comparable(unit.label))


def _names(run: str, text: str) -> bool:
    """Whether the text has the run, or all of it but a character at either end."""
    cuts = (run, run[1:], run[:-1], run[1:-1])
    return any(len(cut) >= _LONG and cut in text for cut in cuts)


def _of_minors(reading: Reading, sought: Sought) -> Iterator[Unit]:
    """What somebody of this age needs because of it: 未满18周岁的，须有监护人书面同意."""
    age = facts_from_words(sought.asked.text).person.get("age")
    if not isinstance(age, int):
        return
    for unit in reading.units:
        match = _UNDER_AGE.search(unit.plain)
        if match and age < int(match[1] or _MAJORITY) and in_scope(unit, sought):
            yield unit
