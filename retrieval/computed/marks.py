"""The mark a contestant comes to by the weights of the parts, wherever the notice states these.

Weights stand in a sentence each (理论考试。…占总成绩的20%), in a cell (理论30%、实操70%) or as a
ratio below a heading that names the parts (理论与实操占比 | 3:7).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from knowledge import lazy_re
from knowledge.model import Citation
from knowledge.plain import comparable
from retrieval.computed.weights import averaged, called, lists_marks, weighing
from retrieval.computed.worked import marks_of, number, same_part
from retrieval.passages.rank import Sought, in_scope
from retrieval.passages.units import Reading, pairs
from retrieval.reply import Piece, Reply, answered, cite_unit
from retrieval.tabular.rows import cite_row
from retrieval.wording import say

_SHARE = lazy_re.compile(
    r"(?P<of>[\u4e00-\u9fff]{2,10}?)(?:成绩)?(?:各?占)?(?:总成绩|总分)?的?\(?(?P<share>\d{1,3})%"
)
_ALONE = lazy_re.compile(r"占(?:总成绩|总分|比)?的?(?P<share>\d{1,3})%")
_RATIO = lazy_re.compile(
    r"(?P<one>[\u4e00-\u9fff]{2,6}?)(?:与|和|、|/|及|:)(?P<other>[\u4e00-\u9fff]{2,6}?)"
    r"(?:成绩)?(?:的)?(?:占比|比例|分值比|权重)[^\d]{0,4}(?P<a>\d{1,2})[:：比](?P<b>\d{1,2})"
)
_WHOLE = Decimal(100)
_NAMED = 3
"""So many pairs of characters a statement that takes a mean shares with the question."""
_SUBJECT = 8
"""So many characters begin a sentence with what it is about."""


class _Weight(NamedTuple):
    of: str
    share: Decimal
    text: str
    """The words that state it."""
    cited: tuple[Citation, ...]


def mark_reply(reading: Reading, sought: Sought) -> Reply | None:
    """The mark that marks of parts come to; None if none is asked or the weights are not there."""
    question = f"{sought.asked.message}，{sought.asked.plain}"
    found = _stated(reading, sought, question)
    if found is not None:
        return found
    marks = marks_of(question)
    if not marks:
        return None
    for weights in (list(_of_rows(reading, sought)), list(_of_sentences(reading, sought))):
        chosen = _fitting(marks, weights)
        if chosen is not None:
            return _reply(reading, sought, marks, chosen)
    return None


def _stated(reading: Reading, sought: Sought, question: str) -> Reply | None:
    """The mark, where one statement weighs all the parts as the question calls them."""
    marks = called(question)
    if not marks:
        return _mean(reading, sought, question)
    units = [u for u in reading.units if "%" in u.plain and in_scope(u, sought)]
    if not sought.tracks:  # of several tracks none is taken
        units = [u for u in units if not u.scope.tracks]
    own, others = _names(reading, sought, chosen=True), _names(reading, sought, chosen=False)
    found = weighing(question, list(marks), [u.plain for u in units], own, others)
    if found is None:
        return None
    unit = units[found.at]
    cited = (cite_unit(reading.notice, unit),)
    each = zip(marks, found.shares, strict=True)
    return _reply(reading, sought, marks, [_Weight(of, s, unit.text, cited) for of, s in each])


def _names(reading: Reading, sought: Sought, *, chosen: bool) -> list[str]:
    """What the tracks that are meant are called, or those that are not."""
    tracks = (t for t in reading.notice.tracks if (t.id in sought.tracks) is chosen)
    return [comparable(name) for t in tracks for name in (t.name, *t.aliases)]


def _mean(reading: Reading, sought: Sought, question: str) -> Reply | None:
    """The mean of the marks the question lists, where the one statement on it takes a mean."""
    if not lists_marks(question):
        return None
    own = pairs(question)
    told = [
        (len(own & pairs(u.plain)), u)
        for u in reading.units
        if in_scope(u, sought) and "%" not in u.plain and averaged(question, (u.plain,)) is not None
    ]
    most = max((much for much, _ in told), default=0)
    best = [u for much, u in told if much == most >= _NAMED]
    found = averaged(question, (best[0].plain,)) if len(best) == 1 else None
    if found is None:
        return None
    formula, mean = found
    line = say("worked.mean", formula=f"{formula}={mean}分")
    cited = (cite_unit(reading.notice, best[0]),)
    pieces = (
        Piece(text=best[0].text, citations=cited),
        Piece(text=line, citations=cited, computed=(line, formula, mean)),
    )
    return answered(reading.notice.id, pieces, sought.tracks, sought.groups)


def _fitting(marks: Mapping[str, Decimal], weights: list[_Weight]) -> list[_Weight] | None:
    """For each mark the weight of its part, if they make up the whole."""
    found = [next((w for w in weights if same_part(of, w.of)), None) for of in marks]
    chosen = [w for w in found if w is not None]
    whole = len(chosen) == len(marks) and sum(w.share for w in chosen) == _WHOLE
    return chosen if whole else None


def _reply(
    reading: Reading, sought: Sought, marks: Mapping[str, Decimal], chosen: list[_Weight]
) -> Reply:
    each = list(zip(marks.values(), chosen, strict=True))
    total = number(sum((mark * w.share / _WHOLE for mark, w in each), Decimal(0)))
    formula = "+".join(f"{number(mark)}×{number(w.share)}%" for mark, w in each)
    line = say("worked.weighted", formula=f"{formula}={total}分")
    proof = tuple(dict.fromkeys(c for w in chosen for c in w.cited))
    told = {w.text: w.cited for w in chosen}
    pieces = [Piece(text=text, citations=cited) for text, cited in told.items()]
    shares = tuple(f"{number(w.share)}%" for w in chosen)
    pieces.append(Piece(text=line, citations=proof, computed=(line, total, *shares)))
    return answered(reading.notice.id, pieces, sought.tracks, sought.groups)


def _of_sentences(reading: Reading, sought: Sought) -> Iterator[_Weight]:
    for unit in reading.units:
        if not in_scope(unit, sought):
            continue
        cited = (cite_unit(reading.notice, unit),)
        heads = (*unit.headings[:1], unit.plain[:_SUBJECT])  # 理论考试为机考，占总成绩的25%
        for of, share in (*_shares(unit.plain), *_headed(unit.plain, heads)):
            yield _Weight(of, share, unit.text, cited)


def _headed(plain: str, headings: Iterable[str]) -> Iterator[tuple[str, Decimal]]:
    """成绩占总成绩的20% below 理论考试 is the weight of that."""
    found = _ALONE.findall(plain)
    for heading in headings:
        if len(found) == 1:
            yield comparable(heading), Decimal(found[0])


def _of_rows(reading: Reading, sought: Sought) -> Iterator[_Weight]:
    """Weights in the rows of the tracks that are asked about."""
    names = {comparable(t.name) for t in reading.notice.tracks if t.id in sought.tracks}
    for table in reading.tables:
        for row in table.rows:
            if not names & {comparable(c) for c in row.cells}:
                continue
            cited = tuple(cite_row(reading.notice, table, row, range(len(row.cells))))
            for head, cell in zip(table.header, row.cells, strict=False):
                text = f"{head}：{cell}"
                for of, share in _shares(comparable(text)):
                    yield _Weight(of, share, text, cited)


def _shares(plain: str) -> Iterator[tuple[str, Decimal]]:
    """The parts some words weigh, each with its percentage."""
    for match in _SHARE.finditer(plain):
        yield match["of"], Decimal(match["share"])
    for match in _RATIO.finditer(plain):
        one, other = Decimal(match["a"]), Decimal(match["b"])
        if one + other and _WHOLE % (one + other) == 0:
            yield match["one"], one * _WHOLE / (one + other)
            yield match["other"], other * _WHOLE / (one + other)
