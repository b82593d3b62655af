"""What a statement may be made of: its quotes, and the headings and columns they stand under."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from knowledge.model import Citation, Notice, Row, Table
from knowledge.plain import comparable, normal
from retrieval.gate.quotes import cut_through, limited

_WHITE = re.compile(r"[\s\u200b\u3000\ufeff]+")
_PUNCTUATION = frozenset("，,；;。.、:！!？?()《》“”\"'·—-[]【】〔〕")
_CONDITION = re.compile(r"(?:除(?!了)|若|如(?!下)|凡|不足|未)[^，,；;。]*[，,]$")
_ROW = re.compile(r" ?表\d+ 行\d+")


class Source(NamedTuple):
    """A quote in comparable form, with the places where it may be taken apart."""

    text: str
    starts: frozenset[int]
    ends: frozenset[int]
    notice: str
    at: int
    """Where it begins in the notice; -1 for what has no order."""


def source(citation: Citation, notice: Notice) -> Source:
    """The words of a citation as they stand in the notice."""
    return _made(notice.text[citation.start : citation.end], notice.id, citation.start)


def _made(words: str, notice: str, at: int) -> Source:
    chars: list[str] = []
    gaps: set[int] = set()
    place = 0
    for gap in _WHITE.finditer(words):
        chars.append(normal(words[place : gap.start()]).lower())
        place = gap.end()
        if {"\t", "\n"} & set(gap.group()):
            gaps.add(sum(map(len, chars)))
    chars.append(normal(words[place:]).lower())
    text = "".join(chars)
    marks = [i for i, char in enumerate(text) if char in _PUNCTUATION]
    after = {i + 1 for i in marks} | gaps | {0}
    before = {*marks, *(i + 1 for i in marks if text[i] != ":"), *gaps, len(text)}
    starts = {i for i in after if not (cut_through(text, i) and i not in gaps) and _opens(text, i)}
    ends = {i for i in before if not (cut_through(text, i) and i not in gaps)}
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
    row = _ROW.search(path)
    if row is not None:
        for table in notice.tables:
            if path.startswith(f"{table.path} "):
                yield table.title
                path = path[: row.start()]
    known = {c.path: c for c in notice.clauses} if path else {}
    clause = known.get(path)
    while clause is not None:
        yield clause.heading
        clause = known.get(clause.parent or "")
    yield from (a.title for a in notice.attachments if path.startswith(a.name))


def cells(citations: Iterable[Citation], notices: Mapping[str, Notice]) -> Iterator[Source]:
    """The cells of cited rows, each with the column it stands in: 人数：25."""
    for citation in citations:
        found = _row(citation, notices)
        if found is not None:
            table, row = found
            for column, cell in zip(table.header, row.cells, strict=False):
                text = comparable(f"{column}：{cell}")
                plain = comparable(cell)
                yield Source(text, frozenset({0}), frozenset({len(text)}), citation.notice, -1)
                if plain:
                    yield Source(plain, frozenset({0}), frozenset({len(plain)}), citation.notice, -1)


def _row(citation: Citation, notices: Mapping[str, Notice]) -> tuple[Table, Row] | None:
    if _ROW.search(citation.path) is None or citation.notice not in notices:
        return None
    for table in notices[citation.notice].tables:
        if citation.path.startswith(f"{table.path} "):
            return next(((table, r) for r in table.rows if r.path == citation.path), None)
    return None
