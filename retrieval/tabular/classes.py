"""Tables whose columns are classes of one amount: prizes of 个人项目 and 双人项目, fees by unit.

A row of such a table answers with the cell of the class the question or its track belongs to; where
neither says which, with the cells of all classes, so that nobody is told the amount of another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge import lazy_re
from knowledge.model import Notice, Row, Table, Track
from knowledge.plain import comparable, comparable_name
from retrieval.passages.rank import Sought
from retrieval.passages.said import COUNTING
from retrieval.passages.units import pairs
from retrieval.question.asked import Asked
from retrieval.question.lexicon import words
from retrieval.tabular.facets import by_facets
from retrieval.tabular.tables import Hit

_AMOUNT = lazy_re.compile(
    r"(?:每[人组队个项]|各)?(?:\d+(?:\.\d+)?)(万?元|分|%|人|名|组|队|天|分钟|小时)?"
)
_RANK = lazy_re.compile(r"第?\d+名?(?:[至到—–~-]第?\d+名?)?")
"""What tells a row beside its name: 金牌 is for 第1名."""
_NONE = lazy_re.compile(r"[无—–/-]*|免[收费缴]|不[设发收][\u4e00-\u9fff]{0,4}")
_BRACKET = lazy_re.compile(r"[(（][^()（）]*[)）]")
_AND = lazy_re.compile(r"[、,，/]|和|及|与")
_MARKS = lazy_re.compile(r"(?:多少|几)分(?!钟)")
_OTHERS = lazy_re.compile(r"^(?:一般|其[他它余]|普通|通用)")
_LEAST, _MOST, _NAME = 2, 6, 2
_NO_AMOUNT = frozenset(
    {"duration", "date", "deadline", "range", "place", "person", "phone", "email", "url"}
)
"""The kinds of value that no number of people, marks or money is."""
_TEAM = "team_size"
_PLACES = frozenset({"quota", "unit_quota", "final_quota"})
_TIMES = lazy_re.compile(r"分钟|小时|\d天|学时")


def by_class(hits: Sequence[Hit], notice: Notice, sought: Sought) -> list[Hit]:
    """Each hit with the columns of the class that is meant.

    Where others have a column that is asked for, one that has none is no class of amounts, unless
    its table is titled by what is asked.
    """
    own = any(hit.asked for hit in hits)
    return [
        hit
        if own and not hit.asked and not (_speaks(hit) or _names_class(hit, sought.asked.plain))
        else of_class(hit, notice, sought)
        for hit in hits
    ]


def _names_class(hit: Hit, text: str) -> bool:
    """Whether a question (comparable) says what the heading of one class alone begins with."""
    starts = [comparable_name(hit.table.header[i])[:_NAME] for i in classes(hit.table, hit.key)]
    return any(start in text and starts.count(start) == 1 for start in starts)


def _speaks(hit: Hit) -> bool:
    """Whether title or headings speak of what is asked, if anything is."""
    told = words().said(comparable("，".join((hit.table.title, *hit.table.header))))
    return not hit.wanted or bool(hit.wanted & told)


def of_class(hit: Hit, notice: Notice, sought: Sought) -> Hit:
    """The hit with the columns of the class that is meant; itself where columns are no classes.

    Or where they measure nothing of what is asked: numbers of people are no hours.
    """
    columns = classes(hit.table, hit.key)
    if not columns or hit.key in hit.asked or (hit.asked and not set(columns) & set(hit.asked)):
        return hit
    if not hit.asked and (_measures_else(hit, columns) or _of_no_amount(hit, sought.asked)):
        return hit
    meant = _meant(hit.table, columns, notice, sought) or columns
    return replace(hit, asked=meant, mentioned=hit.mentioned - set(meant))


def _of_no_amount(hit: Hit, asked: Asked) -> bool:
    """Whether something else than an amount is asked for that no heading speaks of: 自带什么."""
    other = bool(asked.forms & {"what", "yes_no"}) and not asked.forms & COUNTING
    return other and not _speaks(hit)


def _measures_else(hit: Hit, columns: Sequence[int]) -> bool:
    """Whether it is asked how long, when, where or who, and amounts of such a table tell it not."""
    known = words().concepts
    asks = {c for c in hit.wanted if _NO_AMOUNT & set(known[c].kinds) or c == _TEAM}
    cells = "".join(row.cells[i] for row in hit.table.rows for i in columns)
    told = words().said(comparable("，".join((hit.table.title, *hit.table.header))))
    of_people = bool(_PLACES & hit.wanted - told) and "元" in cells
    return (bool(asks - told) and not _TIMES.search(cells)) or of_people


def named_class(hit: Hit) -> bool:
    """Whether a row of such a table is named: 二等奖, of which 团队 is a class and no row."""
    return hit.key in hit.mentioned and bool(classes(hit.table, hit.key))


def of_other_money(hit: Hit, asked: Asked) -> bool:
    """Whether marks are asked for, and all cells that are asked are sums of money."""
    cells = [comparable(row.cells[i]) for row in hit.rows for i in hit.asked]
    return (
        _MARKS.search(asked.plain) is not None
        and bool(cells)
        and all(cell.endswith("元") for cell in cells)
    )


def classes(table: Table, key: int) -> tuple[int, ...]:
    """The columns that hold one kind of amount for several classes; none if there are not several.

    All columns must be such but the one that names the rows, and one that tells their ranks.
    """
    columns = tuple(i for i in range(len(table.header)) if i != key and not _ranks(table, i))
    if not _LEAST <= len(columns) <= _MOST or len(table.rows) < _LEAST:
        return ()
    told: set[str] = set()
    for i in columns:
        unit = _unit([comparable_name(row.cells[i]) for row in table.rows])
        if unit is None:
            return ()
        told.add(unit)
    return columns if len(told - {"none"}) == 1 else ()


def _ranks(table: Table, column: int) -> bool:
    cells = [comparable_name(row.cells[column]) for row in table.rows]
    return any("名" in cell for cell in cells) and all(map(_RANK.fullmatch, cells))


def _unit(cells: Sequence[str]) -> str | None:
    """The unit all cells of a column are amounts of; `none` where it has none, None otherwise."""
    found = [match for cell in cells if (match := _AMOUNT.fullmatch(cell))]
    if any(not _AMOUNT.fullmatch(cell) and not _NONE.fullmatch(cell) for cell in cells):
        return None
    units = {match[1] or "" for match in found}
    return next(iter(units)) if len(units) == 1 else None if units else "none"


def _meant(table: Table, columns: Sequence[int], notice: Notice, sought: Sought) -> tuple[int, ...]:
    """The columns of the class that is meant; none where nothing says which."""
    heads = {i: _BRACKET.sub("", comparable(table.header[i])) for i in columns}
    tracks = [track for track in notice.tracks if track.id in sought.tracks]
    said = (m.words for m in sought.asked.meant)
    text = "|".join((sought.asked.plain, *sought.groups, *(w for words in said for w in words)))
    return (
        _naming(heads, tracks)
        or _said(heads, comparable(text))
        or _rest(heads, notice, tracks)
        or _told(heads, notice, tracks)
        or by_facets(heads, notice, tracks, sought.groups, comparable(text))
    )


def _naming(heads: dict[int, str], tracks: Sequence[Track]) -> tuple[int, ...]:
    """The columns whose heading names a track that is meant: 刺绣、陶艺."""
    names = [comparable_name(name) for t in tracks for name in (t.name, *t.aliases)]
    return tuple(
        i
        for i, head in heads.items()
        if any(len(p) >= _NAME and any(p in n for n in names) for p in _AND.split(head))
    )


def _said(heads: dict[int, str], text: str) -> tuple[int, ...]:
    """The columns of whose heading the question says what no other heading has."""
    own = {
        i: pairs(head).difference(*(pairs(h) for other, h in heads.items() if other != i))
        for i, head in heads.items()
    }
    share = {i: sum(pair in text for pair in own[i] if len(pair) >= _NAME) for i in heads}
    return tuple(i for i, much in share.items() if much)


def _rest(heads: dict[int, str], notice: Notice, tracks: Sequence[Track]) -> tuple[int, ...]:
    """The column of all others, where another names tracks and not the one that is meant."""
    if not tracks or not _naming(heads, notice.tracks):
        return ()
    return tuple(i for i, head in heads.items() if _OTHERS.search(head))[:1]


def _told(heads: dict[int, str], notice: Notice, tracks: Sequence[Track]) -> tuple[int, ...]:
    """The column whose class a row of the track says in another table: 形式 双人."""
    found = {
        i
        for row in _rows(notice, tracks)
        for cell in map(comparable_name, row.cells)
        for i, head in heads.items()
        if len(cell) >= _NAME
        and cell in head
        and not any(cell in h for o, h in heads.items() if o != i)
    }
    return tuple(found) if len(found) == 1 else ()


def _rows(notice: Notice, tracks: Sequence[Track]) -> Iterator[Row]:
    """The rows of tables that name a track."""
    names = {comparable_name(track.name) for track in tracks}
    for table in notice.tables:
        yield from (row for row in table.rows if names & set(map(comparable_name, row.cells)))
