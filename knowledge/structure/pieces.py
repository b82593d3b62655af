"""Cutting a section into clauses and tables."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from knowledge import lazy_re
from knowledge.model import Clause, Scope, Table
from knowledge.plain import squeeze
from knowledge.structure.candidates import candidates
from knowledge.structure.headings import heading
from knowledge.structure.hierarchy import Hierarchy, Node
from knowledge.structure.marks import LEVELS
from knowledge.structure.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from knowledge.structure.grid import Grid
    from knowledge.structure.lines import Line
    from knowledge.structure.sections import Section

_DECORATION = lazy_re.compile(r"[#>*\s]*")
_CAPTION_LENGTH = 40
_NEAR = 12
"""Lines, blank ones too, within which a caption is looked for."""
_NO_CAPTION = lazy_re.compile(r"[。；：:]")
_FIELD = lazy_re.compile(r"[：:]\s*$|[：:][\s_]{2,}|^单位[：:]")
_REMARK = lazy_re.compile(r"[（(].*[）)]")
_FRAME = lazy_re.compile(r"^[\s|｜│┃]+|[\s|｜│┃]+$")
"""White space, and the bars around the rows of the table before or after a clause."""


class Piece(NamedTuple):
    """A clause to be: it runs from `start` to the next piece or the next table."""

    start: int
    path: str
    level: int = 0
    mark: str = ""
    words: int = 0
    """Where the words behind the mark begin."""
    parent: str | None = None


def clauses_and_tables(
    text: str, lines: Sequence[Line], grids: Sequence[Grid], section: Section
) -> tuple[list[Clause], list[Table]]:
    """All clauses and tables of a section, in order; `grids` are those in it."""
    reader = _Reader(text, lines, section)
    pieces = reader.pieces(grids)
    reader.parents = {piece.parent for piece in pieces if piece.parent}
    ends = [piece.start for piece in pieces[1:]] + [section.end]
    starts = [grid.rows[0].start for grid in grids]
    for piece, end in zip(pieces, ends, strict=True):
        first, last = bisect_left(starts, piece.start), bisect_left(starts, end)
        reader.read(piece, end, grids[first:last])
    return reader.clauses, reader.tables


class _Reader:
    """Collects the clauses and tables of one section."""

    def __init__(self, text: str, lines: Sequence[Line], section: Section) -> None:
        self.text, self.lines, self.section = text, lines, section
        self.prefix = f"{section.name} " if section.name else ""
        self.scope = Scope(attachment=section.name)
        self.clauses: list[Clause] = []
        self.tables: list[Table] = []
        self.parents: set[str] = set()
        self._numbers: Counter[str] = Counter()
        self._headings: dict[str, str] = {}

    def pieces(self, grids: Sequence[Grid]) -> list[Piece]:
        """Where clauses begin."""
        found = [Piece(self.section.start, f"{self.prefix}开头"), *self._closings(grids)]
        found += [self._marked(node) for node in self._nodes(grids)]
        if self.section.again is not None:
            found.append(Piece(self.lines[self.section.again].start, f"{self.prefix}开头"))
        if listing := self.section.listing:
            found.append(Piece(self.lines[listing.first].start, "附件说明"))
        return sorted(found, key=lambda piece: piece.start)

    def _closings(self, grids: Sequence[Grid]) -> Iterator[Piece]:
        """Where the ends begin; a row of a table is none, whatever its cells look like."""
        for index in self.section.closings:
            inside = any(grid.first < index <= grid.last for grid in grids)
            if index < self.section.last and not inside:
                yield Piece(self.lines[index].start, "落款")

    def _nodes(self, grids: Sequence[Grid]) -> list[Node]:
        first, last, listing = self.section.first, self.section.last, self.section.listing
        spans = [(grid.first, grid.last) for grid in grids]
        if listing:
            spans.append((listing.first, listing.last))
        skipped = frozenset(i - first for a, b in spans for i in range(a, b + 1))
        return Hierarchy(self.prefix, self.text).read(candidates(self.lines[first:last], skipped))

    def _marked(self, node: Node) -> Piece:
        mark = node.mark
        begin = self.text.rfind("\n", 0, mark.start) + 1
        decorated = _DECORATION.fullmatch(self.text, begin, mark.start)
        start = max(begin, self.section.start) if decorated else mark.start
        return Piece(start, node.path, LEVELS[mark.style], mark.printed, mark.start, node.parent)

    def read(self, piece: Piece, end: int, grids: Sequence[Grid]) -> None:
        """Add the clause of a piece, the tables that stand in it, and what follows each of them."""
        at, rest = max(piece.start, piece.words), piece
        for grid in grids:
            self._add(rest, at, grid.rows[0].start)
            self.tables.append(self._table(grid, piece))
            at = self.tables[-1].end
            above = piece.path if piece.mark else None
            rest = Piece(at, f"{self.tables[-1].path}后", parent=above)
        self._add(rest, at, end)

    def _add(self, piece: Piece, at: int, end: int) -> None:
        raw = self.text[at:end]
        words = _FRAME.sub("", raw)
        if not words:
            return
        start = at + raw.index(words)
        self.clauses.append(Clause(
            path=piece.path, level=piece.level, mark=piece.mark, text=words, start=start,
            end=start + len(words), scope=Scope() if piece.path == "落款" else self.scope,
            parent=piece.parent, heading=self._heading(piece, words),
        ))  # fmt: skip

    def _table(self, grid: Grid, piece: Piece) -> Table:
        place = self.section.name or piece.path
        self._numbers[place] += 1
        return table(
            grid, f"{place} 表{self._numbers[place]}", self._title(grid, piece), self.scope
        )

    def _title(self, grid: Grid, piece: Piece) -> str:
        """The caption right above the table, else the heading of its clause or attachment."""
        near = max(self.section.first, grid.first - _NEAR)
        for line in reversed([line for line in self.lines[near : grid.first] if line.text]):
            if line.start <= piece.start or "\t" in line.raw:
                break
            if _REMARK.fullmatch(line.text) or _FIELD.search(line.text):
                continue
            if _NO_CAPTION.search(line.text) or len(line.text) > _CAPTION_LENGTH:
                break
            return squeeze(line.text) if piece.mark else self.section.title or squeeze(line.text)
        words = self.text[piece.words : grid.rows[0].start]
        above = self._headings.get(piece.parent or "", "")
        return self._heading(piece, words, tabled=True) or above or self.section.title

    def _heading(self, piece: Piece, words: str, *, tabled: bool = False) -> str:
        """`words` are those of the clause, its mark included; a table may stand below it."""
        if not piece.mark:
            return ""
        if piece.mark.startswith("【"):
            self._headings.setdefault(piece.path, piece.mark[1:-1])
            return squeeze(piece.mark[1:-1])
        below = tabled or piece.path in self.parents
        found = "" if self._ends_list(piece) else heading(words[len(piece.mark) :], has_below=below)
        self._headings.setdefault(piece.path, found)
        return found

    def _ends_list(self, piece: Piece) -> bool:
        """Whether it is the next item of a list of items that end in semicolons."""
        before = self.clauses[-1] if self.clauses else None
        if before is None or before.parent != piece.parent or before.level != piece.level:
            return False
        return before.text.endswith(("；", ";"))
