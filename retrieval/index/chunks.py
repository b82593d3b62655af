"""Chunks: the pieces of a notice that are searched.

A chunk is some sentences of one clause, or one row of a table (a slice of it where the row is
long), of about 200 characters, with the notice's short name and the headings above in front.
Without that prefix `一等奖1名` could stand in any notice (worth 21 to 25 points of recall@1).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Literal

from knowledge import lazy_re
from knowledge.model import Citation, Clause, Frozen, Notice, Row, Scope, Table
from knowledge.plain import squeeze
from knowledge.sentences import sentences

if TYPE_CHECKING:
    from langchain_core.documents import Document

SIZE = 200
_CUTS = lazy_re.compile(r"[，、,；;）)\s]")
_IN_NUMBER = lazy_re.compile(
    r"[A-Za-z0-9_.,:@/%０-９．％〔〕\[\]〇零一二三四五六七八九十百千万亿年月日号时分-]"
)
_BARE_NUMBER = lazy_re.compile(r"[\d.]*")
_BETWEEN = " › "


class Chunk(Frozen):
    """A piece of a notice; `id` is a hash of its place and words."""

    id: str
    notice: str
    path: str
    """Path of the clause or row it stands in."""
    start: int
    end: int
    """Offsets into `Notice.text`; of a row, the whole row."""
    text: str
    """Readable in one line; of a row `column：cell；…`, blank cells filled from above."""
    prefix: str
    kind: Literal["clause", "row"]
    tracks: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()

    @property
    def full(self) -> str:
        """The words that are searched and embedded."""
        return f"{self.prefix}\n{self.text}"

    @cached_property
    def hash(self) -> str:
        """SHA-256 of these words: the key of its vector."""
        return sha256(self.full.encode("utf-8", "replace")).hexdigest()


def chunks(notice: Notice) -> tuple[Chunk, ...]:
    """Cut a notice into chunks, in the order of its text; tables come after the clauses."""
    clauses = {clause.path: clause for clause in notice.clauses}
    return tuple(
        [c for clause in notice.clauses for c in _of_clause(notice, clause, clauses)]
        + [c for table in notice.tables for c in _of_table(notice, table)]
    )


def as_document(chunk: Chunk) -> Document:
    """Return the chunk as LangChain passes it around; metadata are scalars, the id is ASCII."""
    from langchain_core.documents import Document  # noqa: PLC0415 heavy

    return Document(id=chunk.id, page_content=chunk.full, metadata=metadata(chunk))


def metadata(chunk: Chunk) -> dict[str, str | int]:
    """Return what is stored beside the words."""
    return {
        "notice": chunk.notice,
        "path": chunk.path,
        "start": chunk.start,
        "end": chunk.end,
        "kind": chunk.kind,
    }


def _of_clause(notice: Notice, clause: Clause, clauses: dict[str, Clause]) -> Iterator[Chunk]:
    prefix = _prefix(notice, _headings(notice, clause, clauses))
    for start, end in _packed(notice.text, _pieces(notice, clause)):
        yield _chunk(
            clause.scope,
            notice=notice.id,
            path=clause.path,
            start=start,
            end=end,
            text=squeeze(notice.text[start:end]),
            prefix=prefix,
            kind="clause",
        )


def _prefix(notice: Notice, headings: Sequence[str]) -> str:
    """The notice's name and the headings; what stands in a part before is not said again."""
    parts = [notice.name]
    for heading in headings:
        rest = heading.replace(notice.name, "")
        if rest and not any(rest in part for part in parts):
            parts.append(rest)
    return _BETWEEN.join(parts)


def _headings(notice: Notice, clause: Clause, clauses: dict[str, Clause]) -> list[str]:
    """The attachment's title and the headings down to the clause, its own included."""
    found: list[str] = []
    above: Clause | None = clause
    while above is not None:
        if above.heading:
            found.append(squeeze(above.heading))
        above = clauses.get(above.parent) if above.parent else None
    return [*_attachment(notice, clause.scope), *reversed(found)]


def _attachment(notice: Notice, scope: Scope) -> list[str]:
    named = [a for a in notice.attachments if scope.attachment and a.name == scope.attachment]
    return [f"{a.name}：{squeeze(a.title)}" for a in named[:1]]


def _pieces(notice: Notice, clause: Clause) -> Iterator[tuple[int, int]]:
    """Sentences, cut where they are long; the mark belongs to the first one, tables to none."""
    begin = clause.start
    for sentence in sentences(notice.text, clause):
        for start, stop in _beside(notice.tables, min(begin, sentence.start), sentence.end):
            yield from _cut(notice.text, start, stop)
        begin = sentence.end


def _beside(tables: Sequence[Table], start: int, end: int) -> Iterator[tuple[int, int]]:
    """What is left of a stretch when the tables are taken out."""
    for table in tables:
        if table.start < end and start < table.end:
            yield start, max(start, table.start)
            start = min(end, table.end)
    yield start, end


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > SIZE:
        stop = _cut_before(text, start, start + SIZE)
        yield start, stop
        start = stop
    if text[start:end].strip():
        yield start, end


def _cut_before(text: str, start: int, limit: int) -> int:
    """The last comma in the second half, else the last place that is not inside a number."""
    half = start + SIZE // 2
    commas = [m.end() for m in _CUTS.finditer(text, half, limit) if not _inside(text, m.end())]
    if commas:
        return commas[-1]
    return next((at for at in range(limit, half, -1) if not _inside(text, at)), limit)


def _inside(text: str, at: int) -> bool:
    """Whether a cut at `at` would part a number, an address or a Latin word."""
    return bool(_IN_NUMBER.match(text[at - 1]) and at < len(text) and _IN_NUMBER.match(text[at]))


def _packed(text: str, pieces: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Neighbours together as long as they stay within SIZE and nothing lies between them."""
    current: tuple[int, int] | None = None
    for start, end in pieces:
        if current and end - current[0] <= SIZE and not text[current[1] : start].strip():
            current = (current[0], end)
            continue
        if current:
            yield current
        current = (start, end)
    if current:
        yield current


def _of_table(notice: Notice, table: Table) -> Iterator[Chunk]:
    titles = [*_attachment(notice, table.scope), squeeze(table.title)]
    prefix = _prefix(notice, titles)
    for row in table.rows:
        for text in _slices(table.header, row):
            yield _chunk(
                table.scope,
                notice=notice.id,
                path=row.path,
                start=row.start,
                end=row.end,
                text=text,
                prefix=prefix,
                kind="row",
            )


def _slices(header: Sequence[str], row: Row) -> Iterator[str]:
    """The cells with their columns; each further slice begins with the cell that names the row."""
    names = [*map(squeeze, header), *[""] * len(row.cells)]
    cells = [
        f"{name}：{squeeze(cell)}" if name else squeeze(cell)
        for name, cell in zip(names, row.cells, strict=False)
        if cell.strip()
    ]
    naming = next(
        (
            c
            for c, raw in zip(cells, filter(str.strip, row.cells), strict=False)
            if not _BARE_NUMBER.fullmatch(raw.strip())
        ),
        "",
    )
    current: list[str] = []
    for cell in cells:
        if current and len("；".join([*current, cell])) > SIZE:
            yield "；".join(current)
            current = [naming] if naming not in {"", cell} else []
        current.append(cell)
    if current:
        yield "；".join(current)


def _chunk(scope: Scope, **fields: Any) -> Chunk:
    place = "\x1f".join(str(fields[key]) for key in ("notice", "path", "start", "text"))
    return Chunk(
        id=sha256(place.encode("utf-8", "replace")).hexdigest()[:32],
        tracks=scope.tracks,
        groups=scope.groups,
        **fields,
    )


def cited(piece: Chunk, notice: Notice) -> Citation:
    """A passage as a citation, word for word."""
    return Citation(
        notice=notice.id,
        label=notice.label,
        path=piece.path,
        quote=notice.text[piece.start : piece.end],
        start=piece.start,
        end=piece.end,
    )
