"""What rows are silent on while a sentence tells it: 年龄上限 of a track is not how many may enter.

A row that is named is not yet the answer. Where the question asks for a thing that none of the
headings speaks of, and a sentence about the same track does, the sentence is heard.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from knowledge import lazy_re
from knowledge.plain import comparable, comparable_name
from retrieval.passages.rank import Sought, in_scope
from retrieval.passages.said import COUNTING, of_same_kind
from retrieval.passages.speaking_of import SpeakingOf
from retrieval.passages.units import Reading
from retrieval.question.asked import UNTIL, Asked
from retrieval.question.lexicon import Words
from retrieval.question.moments import TIMED
from retrieval.tabular.tables import Hit

_FOLLOWS = lazy_re.compile(
    r"取消|扣|罚|判|终止|停止|警告|不得|不予|不计|视为|弃权|可以?|应|须|重新|补"
)
_HELD = {"amount": lazy_re.compile(r"\d万?元"), "duration": lazy_re.compile(r"\d(?:分钟|个?小时)")}
_COUNT = lazy_re.compile(r"\d+(?:人|名|队|组|个|元|分)?")
_PEOPLE = frozenset({"teacher", "adviser", "student", "worker", "team_size", "leader", "grouping"})
_EVERYWHERE = frozenset(
    {"tracks", "category", "seq", "title", "edition", "direction", "grouping", "team_size"}
)
"""What the rows of any table tell, whatever their headings say."""
_FOR_ALL = frozenset({"promotion", "honour", "refund", "replace", "insurance"})
"""What sentences mostly tell for all tracks at once: 各项目前3名可晋升."""


def silent(
    reading: Reading, speaking_of: SpeakingOf, hit: Hit, sought: Sought, words: Words
) -> bool:
    """Whether the question asks for what no heading speaks of and a sentence on the track does."""
    heads = comparable_name("，".join((hit.table.title, *hit.table.header)))
    lacking = _lacking(heads, hit, sought, words)
    if not lacking or _crossed(hit, sought.asked.plain):
        return False
    units = [u for u in reading.units if in_scope(u, sought) and lacking <= u.said]
    counts = sought.asked.forms & COUNTING
    if units and not counts and _of_people_alone(hit, words):
        return True
    if lacking <= UNTIL | _FOR_ALL and any(
        not speaking_of.others(u.plain, sought.tracks) for u in units
    ):
        return True  # until when all tracks are entered is no day of a programme
    return any(
        speaking_of.named(u.plain) & set(sought.tracks) or of_same_kind(sought.asked.plain, u.plain)
        for u in units
    )


def _lacking(heads: str, hit: Hit, sought: Sought, words: Words) -> frozenset[str]:
    """The narrow things the question asks for that no heading speaks of."""
    concepts = words.concepts
    held = words.said(heads) | {f.id for f in words.spoken(heads)} | _told_by_cells(hit, words)
    kinds = {k for c in held for k in concepts[c].kinds}
    wanted = set(sought.asked.concepts) & hit.wanted - _EVERYWHERE - held
    narrow = {c for c in wanted if not concepts[c].broad and not concepts[c].stage}
    # a day of a programme is none until which something is handed in
    return frozenset(c for c in narrow if c in UNTIL or not set(concepts[c].kinds) & kinds & TIMED)


def _of_people_alone(hit: Hit, words: Words) -> bool:
    """Whether all headings asked for speak of people only: 老师 who asks is no 指导教师."""
    heads = [words.said(comparable_name(hit.table.header[i])) for i in hit.asked]
    return bool(heads) and all(said and said <= _PEOPLE for said in heads)


def _crossed(hit: Hit, text: str) -> bool:
    """Whether a row is named, and by its first two characters one of the columns of numbers."""
    starts = [comparable_name(head)[:2] for head in hit.table.header]
    if len(hit.rows) != 1 or hit.key not in hit.mentioned or len(hit.asked) != 1:
        return False
    column = hit.asked[0]
    named = starts.count(starts[column]) == 1 and starts[column] in text
    return named and _COUNT.fullmatch(comparable(hit.rows[0].cells[column])) is not None


def _told_by_cells(hit: Hit, words: Words) -> set[str]:
    """What the cells asked for hold, whatever their heading: 150分钟 under 规定用时."""
    cells = [comparable(row.cells[i]) for row in hit.rows for i in hit.asked]
    kinds = {kind for kind, held in _HELD.items() if cells and any(map(held.search, cells))}
    return {name for name, concept in words.concepts.items() if kinds & set(concept.kinds)}


def unsaid(run: str, told: AbstractSet[str]) -> list[str]:
    """The stretches of a word that none of some pairs of characters reach.

    >>> unsaid("消防员记功", {"消防", "防员"})
    ['记功']
    """
    reached = [
        any(run[a : a + 2] in told for a in (i - 1, i) if a >= 0 and len(run[a : a + 2]) > 1)
        for i in range(len(run))
    ]
    marked = "".join(c if not hit else "\n" for c, hit in zip(run, reached, strict=True))
    return [stretch for stretch in marked.split("\n") if stretch]


def of_a_deed(reading: Reading, hit: Hit, asked: Asked, words: Words) -> bool:
    """Whether a yes or no is asked of what sentences tell and the rows do not: 能戴手套吗.

    Or what follows of something, and no cell says anything that follows: 学生没来会怎样.
    """
    if "consequence" in asked.forms:
        return not any(_FOLLOWS.search(comparable(c)) for row in hit.rows for c in row.cells)
    if "yes_no" not in asked.forms:
        return False
    known = words.concepts
    narrow = {c for c in asked.concepts if not (known[c].broad or known[c].part or known[c].stage)}
    cells = (c for row in hit.rows for c in row.cells)
    text = comparable("，".join((hit.table.title, *hit.table.header, *cells)))
    narrow -= words.said(text) | {f.id for f in words.asked(text)}
    return any(narrow & unit.said for unit in reading.units)
