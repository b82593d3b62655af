"""How much a question mentions each row of a table, and by which of its columns.

Only cells that share a pair of characters with the question, or with the tracks and groups it is
about, are looked at closely; a question mentions few of the hundreds a table has.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import log
from typing import NamedTuple

from knowledge import lazy_re
from knowledge.model import Table
from knowledge.plain import comparable_name
from retrieval.passages.units import pairs
from retrieval.question.asked import Asked
from retrieval.question.likeness import SHORT, abbreviated, likeness
from retrieval.tabular.cell_names import MIN_NAME, CellName, bare, cell_name, days, heard

_ORDINAL = lazy_re.compile(
    r"(?:第|序号|编号|行)(?:是|为)?(\d+)(?:个|项|位|号|行|名)?|(\d+)号(?:项目|赛项|工种)"
)
_COMMON = 3
_BRACKET_SHARE = 0.3
_ONE_OF, _OUTSIDE = 0.8, 0.9


class Scope(NamedTuple):
    """The tracks and groups (comparable) a question is about."""

    tracks: frozenset[str]
    groups: frozenset[str]


class Mention(NamedTuple):
    """How much a row is mentioned, by which columns, and whether by a whole telling name."""

    weight: float
    columns: frozenset[int]
    exact: bool


_NONE = Mention(0.0, frozenset(), exact=False)
_Shares = Mapping[CellName, tuple[float, bool]]


class Mentions:
    """The cells of one table, ready to be looked for in questions."""

    def __init__(
        self,
        table: Table,
        names: Sequence[Sequence[tuple[str, str, str]]],
        key: int,
        numbered: Iterable[int],
    ) -> None:
        """`names` are the parts of each row's cells; `numbered` columns number the rows."""
        self._heads = [comparable_name(head) for head in table.header]
        self._rows = len(names)
        self._key = key
        self._numbered = frozenset(numbered)
        # 理论 or 职工组 in every other row narrows rows but does not name one
        self._common = max(1, self._rows // _COMMON)
        where: dict[tuple[int, tuple[str, str, str]], list[int]] = {}
        for at, row in enumerate(names):
            for column, parts in enumerate(row):
                where.setdefault((column, parts), []).append(at)
        self._cells = [cell_name(*cell, rows) for cell, rows in sorted(where.items())]
        self._always = [at for at, cell in enumerate(self._cells) if cell.always]
        self._having: dict[str, list[int]] = {}
        for at, cell in enumerate(self._cells):
            numbers = {cell.parts[0]} if cell.column in self._numbered else frozenset()
            for pair in cell.keys | numbers:
                self._having.setdefault(pair, []).append(at)

    def of(self, asked: Asked, tracks: Sequence[str], groups: Sequence[str]) -> list[Mention]:
        """For every row how much the question mentions it."""
        scope = Scope(frozenset(tracks), frozenset(groups))
        near = [self._cells[at] for at in sorted(self._near(asked, scope))]
        shares = {cell: self._share(asked, cell, scope) for cell in near}
        said = frozenset(cell.column for cell, (share, _) in shares.items() if share)
        rows: dict[int, list[CellName]] = {}
        for cell in near:
            for row in cell.rows:
                rows.setdefault(row, []).append(cell)
        found = {row: self._row(asked, cells, shares, said) for row, cells in rows.items()}
        return [found.get(row, _NONE) for row in range(self._rows)]

    def _near(self, asked: Asked, scope: Scope) -> set[int]:
        """The cells a question may mention."""
        own = set(_ordinals(asked.plain))
        for text in {asked.plain, asked.unnamed, *scope.tracks, *scope.groups}:
            own |= _keys(text)
        near = own & self._having.keys()
        return {at for pair in near for at in self._having[pair]}.union(self._always)

    def _row(
        self, asked: Asked, cells: Sequence[CellName], shares: _Shares, said: frozenset[int]
    ) -> Mention:
        """How much a row is mentioned; `said` are columns of which some cell is said."""
        total, exact = 0.0, False
        columns: set[int] = set()
        own = tuple(part for cell in cells if shares[cell][0] for part in cell.parts)
        for cell in cells:
            share, whole = shares[cell]
            name = cell.parts[0]
            free = cell.column not in said and len(name) >= MIN_NAME and not cell.number
            if not share and free:
                plain, unnamed = heard(asked.plain, cell.bare), heard(asked.unnamed, cell.bare)
                share = _likeness(plain, unnamed, name, own)
                whole = share > 0
            if share > 0:
                rarity = log(1 + self._rows / len(cell.rows))
                total += share * (0.2 + rarity)
                columns.add(cell.column)
                telling = cell.column == self._key or len(cell.rows) <= self._common
                exact = exact or (whole and telling)
        return Mention(total, frozenset(columns), exact)

    def _share(self, asked: Asked, cell: CellName, scope: Scope) -> tuple[float, bool]:
        """How much of a cell the question mentions, and whether it is a whole name."""
        name = cell.parts[0]
        if cell.column in self._numbered:
            return (1.0, True) if name in _ordinals(asked.plain) else (0.0, False)
        if cell.letter:
            head = self._heads[cell.column]
            said = f"{head}{name}" in asked.plain
            said = said or (name.isascii() and f"{name}{head}" in asked.plain)  # B模块
            return (1.0, True) if said else (0.0, False)
        if len(name) < MIN_NAME or (cell.number and name not in asked.anchors):
            return 0.0, False
        plain = heard(asked.plain, cell.bare)
        text = bare(plain)
        of_scope = name in scope.tracks or name in scope.groups
        if of_scope or cell.bare in text or cell.days & days(asked.plain):
            return 1.0, True
        if share := _in_part(plain, cell, scope):
            return share, True
        return (_ONE_OF, True) if any(end in text for end in cell.endings) else (0.0, False)


def _in_part(plain: str, cell: CellName, scope: Scope) -> float:
    """How much of a name with brackets, or of a list, is mentioned: 焊工（学生组）."""
    inside, outside = cell.parts[2], cell.outside
    if outside and outside in scope.tracks and not scope.groups:
        return _OUTSIDE  # 焊工（三个组别）
    if not cell.items.isdisjoint(scope.tracks):
        return _ONE_OF  # 砖瓦砌筑、传统木作
    bracketed = len(inside) >= MIN_NAME and (inside in plain or inside in scope.groups)
    if len(outside) >= MIN_NAME and outside in bare(plain):
        return 1.0 if bracketed else _OUTSIDE
    if inside in scope.groups and any(outside and outside in t for t in scope.tracks):
        return 1.0
    return _BRACKET_SHARE if len(inside) >= MIN_NAME and inside in plain else 0.0


@lru_cache(maxsize=256)  # cells come again in the rows and tables of a notice
def _likeness(plain: str, unnamed: str, name: str, said: tuple[str, ...]) -> float:
    """How surely a question means a name it does not say, by words no other cell has."""
    text = bare(unnamed or plain)
    if pairs(name).isdisjoint(pairs(text)):
        return 0.0
    for words in said:
        text = text.replace(bare(words), "\n") if words else text
    found = likeness(text, name)
    # before a comma another word ends: …大赛，电力高专
    return found or (SHORT if abbreviated(unnamed or plain, name) else 0.0)


@lru_cache(maxsize=64)  # every table is looked through for the same words
def _keys(text: str) -> frozenset[str]:
    """Pairs of characters of a text, with and without marks."""
    return pairs(text) | pairs(bare(text))


@lru_cache(maxsize=64)
def _ordinals(text: str) -> frozenset[str]:
    """The numbers by which a question names rows: 第21个, 21号项目."""
    return frozenset(first or second for first, second in _ORDINAL.findall(text))
