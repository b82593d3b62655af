"""Answers from table rows: cells of one row, rows that share a cell, how many there are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from knowledge import lazy_re
from knowledge.model import Citation, Notice, Row, Table
from knowledge.plain import comparable, comparable_name, squeeze
from retrieval.computed.cells_apart import cells_apart
from retrieval.computed.worked import added
from retrieval.question.asked import Asked
from retrieval.question.lexicon import words
from retrieval.question.stance import outside
from retrieval.reply import Piece, Reply, cite, cite_spaced
from retrieval.tabular.column_words import said_by_all
from retrieval.tabular.tables import Hit, TableView
from retrieval.tabular.totals import total_columns
from retrieval.wording import say

_PRIZES = lazy_re.compile(
    r"[特一二三]等奖[^，,。；;？?]{0,8}(?:几|多少|好多)|(?:几|多少|好多)[个名]?[特一二三]等奖"
)
_HEADS = lazy_re.compile(r"(?:几|多少|好多)个?(?:支|队|人|名(?!次|称)|位)")
_PEOPLE = lazy_re.compile(r"[队人员组]|姓名|选手|名单|单位|企业|学校|院校|公司|代表|裁判|专家")
_GROUP = lazy_re.compile(r"(?:参赛|竞赛|比赛)?组别")
_NAMING = frozenset({"what", "which", "list", "who", "where", "how", "how_many"})
"""Forms that may ask for the names of rows."""
_COUNTING = frozenset({"how_many", "how_much", "how_long"})
MANY, MOST_ROWS, FEW = 10, 20, 4
"""More rows than this that differ in what is asked: the question is too wide for cells. Of larger
tables, up to the second number of rows, a column is shown whole if its cells are so few."""


def cite_row(notice: Notice, table: Table, row: Row, columns: Iterable[int]) -> list[Citation]:
    """The row, and the rows its blank cells inherit from."""
    numbers = [row.number]
    for column in columns:
        source = row.inherited[column] if column < len(row.inherited) else None
        if source is not None:
            numbers.append(source)
    rows = {r.number: r for r in table.rows}
    told = (rows[n] for n in dict.fromkeys(numbers) if n in rows)
    return [cite_spaced(notice, r.path, (r.start, r.end)) for r in told]


def row_piece(notice: Notice, table: Table, row: Row) -> Piece | None:
    """A whole row as a statement: its filled cells under the names of their columns."""
    filled = [i for i, cell in enumerate(row.cells) if cell.strip() and i < len(table.header)]
    told = "，".join(f"{squeeze(table.header[i])}：{squeeze(row.cells[i])}" for i in filled)
    return Piece(text=told, citations=tuple(cite_row(notice, table, row, filled))) if told else None


def row_reply(notice: Notice, hit: Hit, asked: Asked) -> Reply | None:
    """What the table says; None if the columns asked for are not in it."""
    if _of_prizes(hit, asked):
        return None
    columns = hit.asked or ((hit.key,) if hit.key not in hit.mentioned else ())
    if not columns:
        return _whole_row(notice, hit, asked)
    if hit.asked and not asked.forms & _NAMING:  # 时间一样长吗 asks for no 操作内容
        columns = tuple(c for c in columns if c != hit.key) or columns
    if columns == (hit.key,) or (hit.key in columns and hit.key not in hit.mentioned):
        return None if _of_heads(hit, asked) else _names(notice, hit, asked)
    return _cells(notice, hit, columns, asked)


def reckoned(reply: Reply | None) -> Reply | None:
    """A reply that was found by looking at the whole table, beside which no row stands."""
    if reply is None:
        return None
    marked = (p.model_copy(update={"computed": (*p.computed, p.scope)}) for p in reply.pieces)
    return reply.model_copy(update={"pieces": tuple(marked)})


def _of_heads(hit: Hit, asked: Asked) -> bool:
    """Whether people or teams are counted, and the rows are neither: 能推几支队 of 赛点."""
    return bool(_HEADS.search(asked.plain)) and not _PEOPLE.search(hit.table.header[hit.key])


def _of_prizes(hit: Hit, asked: Asked) -> bool:
    """Whether the number of prizes is asked of a table that has none: 二等奖能评几个."""
    if not _PRIZES.search(asked.plain):
        return False
    cells = (cell for row in hit.rows for cell in row.cells)
    return not any("奖" in cell for cell in (*hit.table.header, *cells))


def column_reply(notice: Notice, view: TableView, asked: Asked, *, small: bool) -> Reply | None:
    """What a column says of every row: each in a small table, the choice of rows in a large one."""
    columns = view.asked_columns(asked, (view.key,))
    valued = {c for c in asked.concepts if c in view.valued}
    counted = small and bool(asked.forms & _COUNTING)
    counted = counted or (small and "bonus" in asked.concepts)
    held = counted and any(view.columns[c] & set(asked.concepts) for c in columns)
    told_of = {*valued, *(set(asked.concepts) & said_by_all(view, columns, words()))}
    if not columns or not (told_of or held or view.headed(asked)) or "yes_no" in asked.forms:
        return None
    rows = view.table.rows
    if small:
        marks = frozenset({view.key, *_apart(view, columns)})
        hit = Hit(view.table, rows, marks, columns, view.key, 0.0, exact=False)
        told = {tuple(row.cells[c] for c in columns) for row in rows}
        if len(rows) > MANY and (len(rows) > MOST_ROWS or len(told) > FEW):
            return None
        found = _cells(notice, hit, columns, asked)
        return _differing(view, columns, found) if found and len(found.pieces) > 1 else found
    names = [squeeze(row.cells[view.key]) for row in rows]
    head = cite_row(notice, view.table, rows[0], columns)
    text = say("which_row", what=squeeze(view.table.header[columns[0]]), names="、".join(names))
    piece = Piece(text=text, citations=tuple(head), computed=tuple(names))
    return Reply(status="clarify", notice=notice.id, pieces=(piece,), choices=tuple(names[:MANY]))


def _apart(view: TableView, columns: Iterable[int]) -> tuple[int, ...]:
    """The column that tells rows of one name apart where they differ in what is asked: 组别."""
    rows, asked = view.table.rows, tuple(columns)
    told: dict[str, set[tuple[str, ...]]] = {}
    for row in rows:
        told.setdefault(row.cells[view.key], set()).add(tuple(row.cells[c] for c in asked))
    if all(len(cells) == 1 for cells in told.values()):
        return ()
    heads = [comparable(h) for h in view.table.header]
    return tuple(i for i, h in enumerate(heads) if "组" in h and i not in asked)[:1]


def _differing(view: TableView, columns: Sequence[int], reply: Reply) -> Reply:
    """The cells of all rows, led by that they are not the same."""
    what = squeeze(view.table.header[view.key]).removesuffix("名称")
    column = "、".join(squeeze(view.table.header[c]) for c in columns)
    text = say("differs", column=column, what=what)
    lead = Piece(text=text, citations=reply.pieces[0].citations, computed=(what,))
    return reply.model_copy(update={"pieces": (lead, *reply.pieces)})


def _cells(notice: Notice, hit: Hit, columns: tuple[int, ...], asked: Asked) -> Reply | None:
    """The asked cells of the rows; rows that say the same are one statement."""
    said: dict[tuple[str, ...], list[Row]] = {}
    for row in hit.rows:
        cells = tuple(squeeze(row.cells[c]) for c in columns)
        if any(cells):
            said.setdefault(cells, []).append(row)
    if not said or len(said) > MANY:
        return None
    pieces = []
    totalled = total_columns(hit.table) & set(columns)
    for cells, rows in said.items():
        facts = "，".join(
            say("cell", column=squeeze(hit.table.header[c]), value=value)
            for c, value in zip(columns, cells, strict=True)
            if value
        )
        citations = [c for row in rows for c in cite_row(notice, hit.table, row, columns)]
        told = facts
        key = outside(asked.plain, comparable(facts)) if "yes_no" in asked.forms else None
        led = say(f"lead.{key}") if key and len(said) == 1 else ""
        facts = f"{led}{told}"
        apart = totalled or _either(hit.table, columns)
        total = added(asked.plain, cells) if not apart else None
        if total is not None:
            facts = f"{facts}。{total.text}"
        scope = "、".join(dict.fromkeys(_label(hit, row, rows) for row in rows[:MOST_ROWS]))
        computed = (led, *((total.text, *total.computed) if total is not None else ()))
        cited = tuple(dict.fromkeys(citations))
        pieces.append(Piece(text=facts, citations=cited, scope=scope, computed=computed))
    pieces += _difference(asked, [cell for cells in said for cell in cells if cell], pieces)
    return Reply(status="answered", notice=notice.id, pieces=tuple(pieces), sure=1.0)


def _either(table: Table, columns: Iterable[int]) -> bool:
    """Whether only one of some columns can hold: 会员 and 非会员."""
    heads = {comparable(table.header[i]) for i in columns}
    return any(head[:1] in "非不" and head[1:] in heads for head in heads)


def _difference(asked: Asked, cells: Sequence[str], pieces: Sequence[Piece]) -> list[Piece]:
    """How far two amounts lie apart, if just that is asked."""
    found = cells_apart(asked.plain, cells)
    cited = tuple(dict.fromkeys(c for piece in pieces for c in piece.citations))
    if found is None:
        return []
    return [Piece(text=found.text, citations=cited, computed=(found.text, *found.computed))]


def _label(hit: Hit, row: Row, alike: Sequence[Row]) -> str:
    """What tells the row apart: its key cell, with the mentioned columns that differ.

    And its group, where another row of the key is not among those that say `alike`.
    """
    every = (r for r in hit.table.rows if r.cells[hit.key] == row.cells[hit.key])
    apart = any(r not in alike for r in every)
    groups = [i for i, h in enumerate(hit.table.header) if _GROUP.fullmatch(comparable_name(h))]
    own = {hit.key, *(groups if apart else ())}
    varied = {c for c in hit.mentioned if len({r.cells[c] for r in hit.rows}) > 1}
    return " ".join(
        dict.fromkeys(squeeze(row.cells[c]) for c in sorted(own | varied) if row.cells[c])
    )


def _whole_row(notice: Notice, hit: Hit, asked: Asked) -> Reply | None:
    if len(hit.rows) > MANY:
        return None
    skipped = {*hit.mentioned, hit.key}
    columns = [i for i, h in enumerate(hit.table.header) if i not in skipped and "序号" not in h]
    if not columns:
        return _cells(notice, hit, (hit.key,), asked)
    return _cells(notice, hit, tuple(columns), asked)


def _names(notice: Notice, hit: Hit, asked: Asked) -> Reply:
    """The key cells of all rows that share what the question mentions."""
    names = [squeeze(row.cells[hit.key]) for row in hit.rows]
    names = list(dict.fromkeys(names)) if _by_groups(hit.table) else names
    citations = [c for row in hit.rows for c in cite_row(notice, hit.table, row, hit.mentioned)]
    what = squeeze(hit.table.header[hit.key])
    lines = "\n".join(say("item", text=name) for name in names)
    computed: tuple[str, ...] = ()
    text = names[0] if len(names) == 1 else lines
    shared = _shared(hit, asked)
    if "how_many" in asked.forms or len(names) > 1:
        count = str(len(names))
        counted = say("count", count=count, what=what)
        text = f"{counted}\n{lines}"
        computed = (counted,)
    text = f"{shared}：{text}" if shared else text
    piece = Piece(text=text, citations=tuple(dict.fromkeys(citations)), computed=computed)
    return Reply(status="answered", notice=notice.id, pieces=(piece,), sure=1.0)


def _shared(hit: Hit, asked: Asked) -> str:
    """The cell the rows share, where the question says only a part of it: 4－04－05."""
    cells = {squeeze(r.cells[c]) for c in hit.mentioned for r in hit.rows}
    cell = next(iter(cells)) if len(cells) == 1 else ""
    return "" if not cell or comparable(cell) in asked.plain else cell


def table_reply(notice: Notice, table: Table, key: int, asked: Asked) -> Reply:
    """The whole list, counted; a name that stands twice is said to."""
    names = [squeeze(row.cells[key]) for row in table.rows]
    if _by_groups(table):  # 汽车维修工 of 职工组 and of 学生组 is one
        names = list(dict.fromkeys(names))
    count = str(len(names))
    lines = [say("count", count=count, what=squeeze(table.header[key]))]
    twice = [n for n in dict.fromkeys(names) if names.count(n) > 1]
    if twice:
        lines.append(say("twice", names="、".join(twice)))
    counted = tuple(lines)
    if not ("how_many" in asked.forms and "list" not in asked.forms):
        lines += [say("item", text=name) for name in names]
    first, last = table.rows[0], table.rows[-1]
    quote = " ".join(notice.text[first.start : last.end].split())
    whole = cite(notice, table.path, first.start, last.end).model_copy(update={"quote": quote})
    piece = Piece(text="\n".join(lines), citations=(whole,), computed=counted)
    return Reply(status="answered", notice=notice.id, pieces=(piece,), sure=1.0)


def _by_groups(table: Table) -> bool:
    """Whether a name has a row for each of its groups, so that all of them are told apart."""
    return any(comparable(head) in {"组别", "参赛组别", "组"} for head in table.header)
