"""What a statement may be made of: its quotes, and the headings and columns they stand under."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from knowledge import lazy_re
from knowledge.eligibility.once import once
from knowledge.fold import fold
from knowledge.model import Citation, Clause, Notice, Row, Table
from knowledge.plain import comparable, comparable_name
from retrieval.gate.quotes import cut_through, limited

_WHITE = lazy_re.compile(r"\s")
_LINKED = lazy_re.compile(r"\d[-—–~/.:,](?=\d)")
_PUNCTUATION = frozenset("，,；;。.、:！!？?()《》“”\"'·—-[]【】〔〕")
_CONDITION = lazy_re.compile(r"(?:除(?!了)|若|如(?!下)|凡|不足|未)[^，,；;。]*[，,]$")


class Source(NamedTuple):
    """A quote in comparable form, with the places where it may be taken apart."""

    text: str
    starts: frozenset[int]
    ends: frozenset[int]
    notice: str
    at: int
    """Where it begins in the notice."""
    placed: bool = True
    """False for what has no place of its own: words as a correction leaves them."""
    row: bool = False
    """Of a row of a table, whose cells may be told in any order."""


def source(citation: Citation, notice: Notice) -> Source:
    """The words of a citation as they stand in the notice."""
    made = _made(_by_person(citation, notice), notice.id, citation.start)
    found = row_of(citation, notice)
    return made if found is None else made._replace(at=found[1].start, row=True)


def marked(citation: Citation, notice: Notice) -> Iterator[Source]:
    """The same with the mark of its clause, where it begins the clause."""
    for clause in _by_path(notice).get(citation.path, ()):
        if clause.mark and clause.start < citation.start:
            between = notice.text[clause.start : citation.start]
            if comparable_name(between) == comparable_name(clause.mark):
                made = _made(notice.text[clause.start : citation.end], notice.id, clause.start)
                mark = len(comparable_name(clause.mark))
                yield made._replace(ends=frozenset(end for end in made.ends if end > mark))


def _by_person(citation: Citation, notice: Notice) -> str:
    """The words, those of lines that begin with a person set apart: each speaks of another."""
    words = notice.text[citation.start : citation.end]
    if not _WHITE.search(words):
        return words
    starts = (v.start - citation.start for v in notice.values if v.kind == "person")
    for at in sorted((at for at in starts if 0 < at < len(words)), reverse=True):
        if words[at - 1].isspace():
            words = f"{words[:at]}\t{words[at:]}"
    return words


def amended(words: str) -> Source:
    """Words of a notice as a correction leaves them."""
    return _made(words, "", 0)._replace(placed=False)


@lru_cache(maxsize=2048)  # the same clauses answer many questions
def _made(words: str, notice: str, at: int) -> Source:
    # a line break in the middle of a word is layout, one between two statements is not
    lines = [comparable(line) for cell in words.split("\t") for line in fold(cell).text.split("\n")]
    gaps = set(accumulate(map(len, lines)))
    text = "".join(lines)
    marks = [i for i, char in enumerate(text) if char in _PUNCTUATION]
    after = {i + 1 for i in marks} | gaps | {0}
    before = {*marks, *(i + 1 for i in marks if text[i] != ":"), *gaps, len(text)}
    inside = {m.end() for m in _LINKED.finditer(text)} | {
        m.start() + 1 for m in _LINKED.finditer(text)
    }
    starts = {i for i in after if not (cut_through(text, i) and i not in gaps) and _opens(text, i)}
    ends = {i for i in before if not (cut_through(text, i) and i not in gaps)}
    starts, ends = starts - inside, ends - inside
    ends = {i for i in ends if i == len(text) or not limited(text[i : i + 24])}
    return Source(text, frozenset(starts), frozenset(ends), notice, at)


def _opens(text: str, at: int) -> bool:
    """Whether a statement may begin here: not behind its own condition (除…外，)."""
    return not _CONDITION.search(text[max(0, at - 40) : at])


def headings(citations: Iterable[Citation], notices: Mapping[str, Notice]) -> Iterator[str]:
    """Headings above the quotes and the words of their tables' heads."""
    for notice, path in dict.fromkeys((c.notice, c.path) for c in citations):
        if notice in notices:
            yield from _above(notices[notice], path)


def _above(notice: Notice, path: str) -> Iterator[str]:
    for table in notice.tables:
        if path == table.path or path.startswith(f"{table.path} "):
            yield from (table.title, *table.header)
            path = table.path.rpartition(" ")[0]
    clause = _clause(notice, path)
    while clause is not None:
        yield clause.heading
        clause = _clause(notice, clause.parent) if clause.parent else None
    for each in notice.attachments:
        if path == each.name or path.startswith(f"{each.name} "):
            yield from (each.name, each.title)


def _clause(notice: Notice, path: str) -> Clause | None:
    """The clause at a path; of several the last one."""
    own = _by_path(notice).get(path)
    return own[-1] if own else None


@once
def _by_path(notice: Notice) -> Mapping[str, Sequence[Clause]]:
    """The clauses of a notice by their paths."""
    found: dict[str, list[Clause]] = {}
    for clause in notice.clauses:
        found.setdefault(clause.path, []).append(clause)
    return found


def cells(citation: Citation, notice: Notice) -> Iterator[Source]:
    """The cells of a cited row, each alone and with the column it stands in: 人数：25."""
    found = row_of(citation, notice)
    for column, cell in zip(found[0].header, found[1].cells, strict=False) if found else ():
        for text in filter(None, map(comparable_name, (cell, f"{column}：{cell}" if cell else ""))):
            whole = frozenset({len(text)})
            yield Source(
                text, frozenset({0}), whole, notice.id, found[1].start if found else 0, row=True
            )


def row_of(citation: Citation, notice: Notice) -> tuple[Table, Row] | None:
    """The row a citation is of."""
    table = table_of(citation, notice)
    rows = table.rows if table is not None else ()
    return next(((table, r) for r in rows if table and r.path == citation.path), None)


def table_of(citation: Citation, notice: Notice) -> Table | None:
    """The table a citation is of."""
    if "表" not in citation.path:
        return None
    path = citation.path
    own = (t for t in notice.tables if path == t.path or path.startswith(f"{t.path} "))
    return next(own, None)
