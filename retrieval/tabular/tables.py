"""Questions a table answers: one row, one cell, the rows that share a cell, and how many they are.

A question mentions cells (a track, a person, a school, a phone number) and asks for columns. Rows
with the most telling mentions are meant; what is not mentioned is what is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from knowledge import lazy_re
from knowledge.model import Row, Table, Track
from knowledge.plain import comparable, comparable_name
from retrieval.passages.units import pairs
from retrieval.question.asked import UNTIL, Asked
from retrieval.question.lexicon import Words
from retrieval.question.likeness import abbreviation, core, items
from retrieval.question.mentions import TrackNames, editions, telling
from retrieval.tabular.cell_names import MIN_NAME, NUMBER, name_parts
from retrieval.tabular.column_nouns import by_noun, of_the_row
from retrieval.tabular.held_in import amounts, chosen_from, on_site, team_sizes
from retrieval.tabular.mentioned import Mentions

_KEY = lazy_re.compile(r"名称|项目|赛项|赛道|职业|工种|学校|模块|阶段|环节|课程|内容")
_KIND = lazy_re.compile(r"类别|标准|等级|资格")
_OF_GROUP = lazy_re.compile(r"\([^()]*组\)$")
"""The group a row of a track is about: 焊工(职工组)."""
_TITLED = frozenset({"content", "gear", "hold_time", "venue", "quota", "bonus"})
"""What the heading over a table may say instead of those of its columns."""
_SEQ = lazy_re.compile(r"^(序号|编号|no\.?)$")
_TIMED = frozenset({"date", "range", "deadline"})
ASIDE = frozenset({"checkin", "ceremony", "training", "publicity"})
"""Stages beside the contest itself."""
_CALLS = frozenset({"contact", "phone"})
_HELD = lazy_re.compile(
    r"^(?!.*(报名|申报|截止|提交)).*(比赛|竞赛|决赛|初赛|复赛|考试|开赛|举办|培训|实操|理论|操作|用时|时长)"
)
"""The heading of a column of days that are no deadline."""
_UNTIL_DAY = lazy_re.compile(r"^(?!.*(?:比赛|竞赛)).*(?:报名|申报|截止|提交).*(?:日期|时间|截止)")
"""The heading of a column of deadlines."""
_ABOUT = lazy_re.compile(r"(要求|内容|情况|方式|条件|名称|标准|设置|物品)$")
"""What a heading adds to the word people use: 职称 for 职称要求."""
_WHEN = lazy_re.compile(r"(?<!出生)日期|时间|日程")
_CONTEST = lazy_re.compile(
    r"(?:正式)?(?:比赛|竞赛|正赛|考试|开赛|赛期|[初预复决]赛)(?:当?日|阶段)?"
)
_DAY = lazy_re.compile(r"\d[日号]|\d月\d|\d{4}[./-]\d")
"""A cell that names a day; below 比赛 it is the day of the contest."""
BORN = lazy_re.compile(r"出生|生日|年龄")
"""Columns whose days are of the people that enter, and of nothing that is held."""
_CODES = lazy_re.compile(r"编号|代码|代号|编码|序号")
"""Columns that number what another names."""
_WHERE = lazy_re.compile(
    r"地点|(?:比赛|竞赛|举办|承办)地|会场|场地|赛场(?!提供|设)|地址|考点|城市|[赛片校]区|所在[市地县区]"
)
_SITE = lazy_re.compile(r"赛点")
"""Where it names no rows (一号赛点), it is where a contest is held."""
_AT_SCHOOL = lazy_re.compile(r"承办(学校|院校|学院|校|基地|地)")
_TOTAL = lazy_re.compile(r"^(合计|总计|小计|共计|总数)")
_AGAIN = lazy_re.compile(r"重复|两次|两遍|列了(两|2)")
_MOST_MEANT = 4
_PARTIAL = 3
_COMMON = 3
_NEARLY_ALL = 0.9
_CELL, _SHORT_CELL = 40, 6
_PERSON = lazy_re.compile(r"姓名|负责人|老师|人员$|^人$|值班人")
_NAMED = lazy_re.compile(r"^(?![\d.,%]*$)[^。；;]*$")


@dataclass(frozen=True)
class Hit:
    """The rows a question means, and the columns it names and asks for."""

    table: Table
    rows: tuple[Row, ...]
    mentioned: frozenset[int]
    asked: tuple[int, ...]
    key: int
    weight: float
    exact: bool
    wanted: frozenset[str] = frozenset()
    """What is asked by words that mention no cell, besides what the mentioned columns hold."""
    titled: float = 0.0
    """How much of the question's own words stands in the table's title."""

    @property
    def counted(self) -> bool:
        """Whether the row is named by its number."""
        return any(_SEQ.match(comparable_name(self.table.header[i])) for i in self.mentioned)


_LASTS = lazy_re.compile(r"\d(?:个?小时|分钟|学时)$")
"""A cell that says how long something takes."""


class TableView:
    """One table, ready to be asked."""

    def __init__(self, table: Table, words: Words, above: str = "") -> None:
        self.table = table
        self.title = comparable(f"{above} {table.title}")
        self.heads = tuple(map(comparable_name, table.header))
        self._words = words
        self.key = self._key_column()
        self.columns = [self._concepts(h) for h in table.header]
        for i, head in enumerate(self.heads):
            if _CODES.search(head):
                self.columns[i] -= {"tracks"}
            sited = _WHERE.search(head) or (_SITE.search(head) and i != self.key)
            if sited and not self._numeric(i):
                self.columns[i] |= {"venue"}
            if _CONTEST.fullmatch(head) and self._dated(i):
                self.columns[i] |= {"hold_time"}
            if team_sizes(row.cells[i] for row in table.rows):
                self.columns[i] |= {"team_size"}
            if table.rows and all(_LASTS.search(comparable_name(r.cells[i])) for r in table.rows):
                self.columns[i] = self._without_days(self.columns[i]) | {"duration"}
        for i in self._held_at():
            self.columns[i] |= {"venue"}
        if any("phone" in c for c in self.columns):  # 姓名 beside a phone is whom to call
            for i, head in enumerate(self.heads):
                self.columns[i] |= {"contact"} if _PERSON.search(head) else frozenset()

    @cached_property
    def names(self) -> tuple[str, ...]:
        """What each row is called, comparable."""
        return tuple(comparable_name(row.cells[self.key]) for row in self.table.rows)

    @cached_property
    def _ungrouped(self) -> frozenset[str]:
        """The same without the groups."""
        return frozenset(_OF_GROUP.sub("", name) for name in self.names)

    @property
    def called(self) -> str:
        """What the names of the rows stand under, comparable."""
        return self.heads[self.key] if self.heads else ""

    @cached_property
    def _every_name(self) -> str:
        return "\n".join(self.names)

    @cached_property
    def numbered(self) -> tuple[int, ...]:
        """The columns that number the rows."""
        return tuple(i for i, h in enumerate(self.heads) if _SEQ.match(h))

    def _key_column(self) -> int:
        names = self.heads
        usable = [i for i, n in enumerate(names) if not _SEQ.match(n)]
        named = [i for i in usable if _KEY.search(names[i]) and not _KIND.search(names[i])]
        named = [i for i in named if not amounts(r.cells[i] for r in self.table.rows)]
        named = [i for i in named if not self._numeric(i)]  # 单人赛项 over 6
        named = [i for i in named if not _CODES.search(names[i])] or named
        best = named or usable or [0]
        # the column that tells rows apart: 赛项 repeats where 模块 does not
        return max(best, key=lambda i: (len({r.cells[i] for r in self.table.rows}), -i))

    def _numeric(self, column: int) -> bool:
        """Whether all cells of a column are numbers: 东片区 over 12."""
        cells = [comparable_name(row.cells[column]) for row in self.table.rows]
        return any(cells) and all(map(NUMBER.match, cells))

    def _dated(self, column: int) -> bool:
        """Whether all cells of a column name days."""
        return bool(self.table.rows) and all(_DAY.search(r.cells[column]) for r in self.table.rows)

    def _held_at(self) -> list[int]:
        """The columns of bodies that are places: the school that holds it is where it is held."""
        heads = list(enumerate(self.heads))
        sites = [i for i, h in heads if on_site(h, (row.cells[i] for row in self.table.rows))]
        if sites or any("venue" in c for c in self.columns):
            return sites
        return [i for i, head in heads if _AT_SCHOOL.search(head)]

    def _concepts(self, header: str) -> frozenset[str]:
        plain = comparable_name(header)
        return frozenset(f.id for f in self._words.asked(plain)) | self._words.said(plain)

    def _without_days(self, concepts: frozenset[str]) -> frozenset[str]:
        """Without what is told by a day: 时间 over 240分钟 is how long it takes."""
        known = self._words.concepts
        return frozenset(c for c in concepts if c not in known or not set(known[c].kinds) & _TIMED)

    @cached_property
    def short_cells(self) -> list[tuple[str, ...]]:
        """For each row the cells that are names, no numbers and no sentences."""
        return [
            tuple(
                c
                for c in map(comparable_name, row.cells)
                if 1 < len(c) <= _CELL and _NAMED.match(c)
            )
            for row in self.table.rows
        ]

    @cached_property
    def _names(self) -> list[list[tuple[str, str, str]]]:
        """For each row and cell: the whole words, those outside and those inside of brackets."""
        return [
            [name_parts(comparable_name(cell)) for cell in row.cells] for row in self.table.rows
        ]

    @cached_property
    def _mentions(self) -> Mentions:
        return Mentions(self.table, self._names, self.key, self.numbered)

    def find(self, asked: Asked, tracks: Sequence[str], groups: Sequence[str]) -> Hit | None:
        """The rows and columns `asked` is about; None if it mentions no cell.

        A part that mentions none speaks of the row the rest of its message mentions.
        """
        scored = self._mentions.of(asked, tracks, groups)
        best = max((weight for weight, _, _ in scored), default=0.0)
        if asked.message and not any(exact for _, _, exact in scored):
            both = f"{asked.message}{asked.plain}"
            whole = asked.model_copy(update={"plain": both, "unnamed": both})
            scored = self._mentions.of(whole, tracks, groups)
            best = max((weight for weight, _, _ in scored), default=0.0)
        if best <= 0:
            return None
        rows = [i for i, (weight, _, _) in enumerate(scored) if weight >= best - 1e-9]
        mentioned = frozenset(c for i in rows for c in scored[i][1])
        mentioned -= chosen_from(self.columns, self.key, asked)
        said = self.said(asked, rows, mentioned)
        own = frozenset(c for i in mentioned for c in self.columns[i])
        columns = self.asked_columns(asked, mentioned, said)
        said_besides = self.concepts(asked, said) - own
        of_track = all(any(t in c for c in self.short_cells[i] for t in tracks) for i in rows)
        steps = {c for i in rows for cell in self._names[i] for c in self._words.said(cell[0])}
        said_besides -= {c for c in steps if self._words.concepts[c].stage}
        return Hit(
            table=self.table,
            rows=tuple(self.table.rows[i] for i in rows),
            mentioned=mentioned,
            asked=self._with_both(asked, self._with_days(asked, columns, mentioned), mentioned)
            or self._saying(asked, rows, mentioned, said)
            or self._by_title(asked, mentioned, said)
            or (self._of_form(asked, mentioned) if of_track and not said_besides else ()),
            wanted=frozenset(self.concepts(asked, said)) - own,
            key=self.key,
            weight=best,
            exact=any(scored[i][2] for i in rows) and not self._leaves(asked, rows, mentioned),
            titled=self.title_share(asked),
        )

    def _leaves(self, asked: Asked, rows: Sequence[int], mentioned: Iterable[int]) -> bool:
        """Whether the question names other cells of a column besides: 理论和实操各占多少."""
        text = asked.plain
        for column in set(mentioned) - {self.key, *self.numbered}:
            names = {row[column][0] for row in self._names}
            said = {n for n in names if len(n) >= MIN_NAME and n in text}
            apart = {n for n in said if not any(n != o and n in o for o in said)}
            if apart - {self._names[i][column][0] for i in rows}:
                return True
        return False

    def said(self, asked: Asked, rows: Iterable[int], columns: Iterable[int]) -> tuple[str, ...]:
        """The words by which the question mentions these cells, as far as it says them whole."""
        parts = {p for i in rows for c in columns for p in self._names[i][c]}
        listed = {item for name in parts for item in (name, *items(name))}
        listed |= {short for name in parts if (short := abbreviation(asked.plain, name))}
        return tuple(
            p
            for p in sorted(listed, key=len, reverse=True)
            if len(p) >= MIN_NAME and p in asked.plain
        )

    def asked_columns(
        self, asked: Asked, mentioned: Iterable[int] = (), said: Sequence[str] = ()
    ) -> tuple[int, ...]:
        """Columns whose heading the question's concepts fit, without those it mentions itself.

        Person and phone go together: whoever asks for one wants to call. `said` are words that
        mention cells, so that they ask for nothing.
        """
        named = frozenset(mentioned)
        free = [
            i for i in range(len(self.columns)) if i not in named and not _SEQ.match(self.heads[i])
        ]
        free = [i for i in free if not of_the_row(self.heads[i], asked.plain)]
        concepts = self.concepts(asked, said)
        if "host" in concepts and named and "主办" not in asked.plain:
            concepts |= {"undertake"}  # 谁办的, of one track
        if "seq" in concepts and self.numbered:
            return self.numbered
        fitting = self._fitting(free, concepts)
        # 在哪个单位 is no place where no column has one; 多长时间 is no day
        if not fitting and "duration" not in concepts:
            spoken = {f.id for f in self._words.spoken(asked.plain)} - set(asked.concepts)
            fitting = [i for i in free if self.columns[i] & spoken]
        if not fitting and asked.anchors and "who" in asked.forms:
            fitting = self._fitting(free, {"contact"})
        by_name = self._headed(free, asked, fitting)
        by_name = by_name or by_noun(asked.plain, self.heads, free)
        if by_name:
            fitting = [i for i in free if i in by_name or (i in fitting and self._card(i))]
        return tuple(fitting)

    def _of_form(self, asked: Asked, mentioned: Iterable[int]) -> tuple[int, ...]:
        """The columns of days or places, where it is asked when or where."""
        forms = [(_WHEN, "when"), (_WHERE, "where")]
        heads = [p for p, form in forms if form in asked.forms]
        named = frozenset(mentioned)
        return tuple(
            i
            for i, head in enumerate(self.heads)
            if i not in named and any(p.search(head) for p in heads)
        )

    def _with_days(
        self, asked: Asked, columns: tuple[int, ...], mentioned: Iterable[int]
    ) -> tuple[int, ...]:
        """With the column of days beside that of hours: 8:30—16:00 alone tells no day."""
        timed = [i for i, h in enumerate(self.heads) if _WHEN.search(h)]
        if "when" not in asked.forms or not set(timed) & set(columns):
            return columns
        bare = any(not _has_day(r.cells[i]) for r in self.table.rows for i in timed if i in columns)
        days = [i for i in timed if all(_has_day(r.cells[i]) for r in self.table.rows)]
        return tuple(sorted({*columns, *days} - set(mentioned))) if bare else columns

    def _with_both(
        self, asked: Asked, columns: tuple[int, ...], mentioned: Iterable[int]
    ) -> tuple[int, ...]:
        """With the columns of times, or of places, where both are asked: 几点开在哪里."""
        if not (columns and {"when", "where"} <= asked.forms):
            return columns
        heads = [(i, h) for i, h in enumerate(self.heads) if i not in set(mentioned)]
        for kind in (_WHEN, _WHERE):
            if not any(kind.search(self.heads[i]) for i in columns):
                columns += tuple(i for i, h in heads if kind.search(h))
        return tuple(sorted(columns))

    def _saying(
        self, asked: Asked, rows: Iterable[int], mentioned: Iterable[int], said: Sequence[str]
    ) -> tuple[int, ...]:
        """The columns in which the cells of these rows speak of what is asked: 备注, mostly."""
        concepts = self._words.concepts
        own = frozenset(c for i in mentioned for c in self.columns[i])
        narrow = {c for c in self.concepts(asked, said) if not concepts[c].stage} - own
        narrow -= {c for c in narrow if concepts[c].broad and len(narrow) > 1}
        at, named = list(rows), {self.key, *mentioned}
        told = {
            i: {c for row in at for c in self._words.said(self._names[row][i][0])} & narrow
            for i in range(len(self.columns))
            if i not in named
        }
        every = {c for found in told.values() for c in found}
        return tuple(i for i, found in told.items() if found) if every == narrow else ()

    def _by_title(
        self, asked: Asked, mentioned: Iterable[int], said: Sequence[str]
    ) -> tuple[int, ...]:
        """All columns not named, where the heading of the table says what is asked: 竞赛内容."""
        asks = self.concepts(asked, said) & _TITLED
        return (
            tuple(i for i in self._rest() if i not in set(mentioned))
            if (asks and asks <= self._words.said(self.title))
            else ()
        )

    def scheduled(self, asked: Asked) -> Hit | None:
        """The rows of a schedule that speak of registering, where it is asked until when."""
        days = tuple(i for i, h in enumerate(self.heads) if _WHEN.search(h))
        if not UNTIL & set(asked.concepts) or not days:
            return None
        rows = tuple(
            row
            for row, cells in zip(self.table.rows, self.short_cells, strict=True)
            if any("enrol" in self._words.said(c) for c in cells)
        )
        if not 0 < len(rows) <= _COMMON:
            return None
        key = next((i for i in range(len(self.table.header)) if i not in days), self.key)
        return Hit(self.table, rows, frozenset({key}), days, key, 1.0, exact=True)

    def within(self, asked: Asked) -> Hit | None:
        """The rows of a table about one track that the question's words point at; else all."""
        columns = tuple(sorted({*self.asked_columns(asked), *self._of_form(asked, ())}))
        if not columns:
            return None
        terms = {p for p in pairs(asked.plain) if len(p) > 1}
        told = [
            sum(
                any(t in name for i, (name, *_) in enumerate(row) if i not in columns)
                for t in terms
            )
            for row in self._names
        ]
        best = max(told, default=0)
        rows = tuple(r for r, n in zip(self.table.rows, told, strict=True) if n == best)
        free = [i for i in range(len(self.columns)) if i not in columns and i not in self.numbered]
        key = self.key if self.key in free else (free or [self.key])[0]
        return Hit(self.table, rows, frozenset({key}), columns, key, 1.0, exact=True)

    def which(self, asked: Asked) -> Hit | None:
        """The rows of which some cell speaks of what is asked: 哪些赛项要证, 哪些是两个人比的."""
        concepts = self._words.concepts
        narrow = {c for c in asked.concepts if not concepts[c].broad and not concepts[c].stage}
        headed = {c for said in self.columns for c in said}
        spoken = (
            {}
            if not narrow or narrow & headed
            else self._cells(lambda name: bool(self._words.said(name) & narrow))
        )
        if len(spoken) == 1 and len(next(iter(spoken.values()))) <= len(self._names) / 2:
            return self._of_cells(spoken)
        words = [w for m in asked.meant for w in m.words]
        words = [w for w in words if len(w) > 1]
        same = self._cells(lambda name: len(name) <= _SHORT_CELL and name.startswith(tuple(words)))
        told = len(same) == 1 and len(next(iter(same.values()))) < len(self._names)
        return self._of_cells(same) if told else None

    def _cells(self, speaks: Callable[[str], bool]) -> dict[int, list[int]]:
        """By column the rows whose cell speaks of something; names of rows do not count."""
        found: dict[int, list[int]] = {}
        for index, row in enumerate(self._names):
            for i, (name, *_) in enumerate(row):
                if i != self.key and len(name) >= MIN_NAME and speaks(name):
                    found.setdefault(i, []).append(index)
        return found

    def _of_cells(self, found: dict[int, list[int]]) -> Hit:
        column, rows = next(iter(found.items()))
        hit = tuple(self.table.rows[i] for i in rows)
        cells = {self._names[i][column][0] for i in rows}
        told, named = (column,), frozenset({self.key})
        if len(rows) > 1 and len(cells) == 1 and len(next(iter(cells))) <= _SHORT_CELL:
            told, named = (self.key,), frozenset({column})  # 学生组: the names are asked for
        return Hit(self.table, hit, named, told, self.key, 1.0, exact=True)

    def total(self, asked: Asked) -> Hit | None:
        """The row of totals, where a column of numbers is asked for as a whole."""
        found = [
            (row, i)
            for row in self.table.rows[-1:]
            for i, cell in enumerate(row.cells)
            if _TOTAL.match(comparable_name(cell))
        ]
        columns = self._counted(asked) if found else ()
        if not columns:
            return None
        row, key = found[0]
        return Hit(self.table, (row,), frozenset({key}), columns, key, 1.0, exact=True)

    def _counted(self, asked: Asked) -> tuple[int, ...]:
        """The columns of numbers whose heading has most of the question's words."""
        terms = {p for run in (*asked.wording, *asked.literal) for p in pairs(run) if len(p) > 1}
        heads = self.heads
        last = self.table.rows[-1].cells
        told = [
            sum(t in h for t in terms) if NUMBER.match(comparable_name(c)) and c.strip() else 0
            for h, c in zip(heads, last, strict=False)
        ]
        best = max(told, default=0)
        return tuple(i for i, n in enumerate(told) if n == best > 0)

    def _fitting(self, free: Sequence[int], asked: set[str]) -> list[int]:
        """The columns that hold what is asked, best ones only."""
        cards = self._words.cards
        concepts = asked | cards if asked & cards else asked
        kinds = {k for c in concepts for k in self._words.concepts[c].kinds if k in _TIMED}
        about = self._about(concepts)
        fitting = [
            i
            for i in free
            if self.columns[i] & about
            or (self._kinds(self.columns[i]) & kinds and not BORN.search(self.heads[i]))
        ]
        held = [i for i in fitting if not self.columns[i] & ASIDE - concepts]
        fitting = held or fitting  # 报到时间 beside 比赛时间
        if concepts & UNTIL:
            fitting = [i for i in fitting if not _HELD.search(self.heads[i])]
        elif "hold_time" in concepts and "enrol" not in concepts:  # 几号比 asks for no deadline
            fitting = [i for i in fitting if not _UNTIL_DAY.search(self.heads[i])] or fitting
        return [i for i in fitting if not self._outdone(i, fitting, concepts - cards)]

    def _about(self, concepts: set[str]) -> set[str]:
        """Without stages where a value is asked: 决赛多少小时 asks for no 决赛日期."""
        valued = any(self._words.concepts[c].kinds for c in concepts)
        stages = {c for c in concepts if self._words.concepts[c].stage} if valued else set()
        return concepts - stages

    def _card(self, column: int) -> bool:
        return any(self._words.concepts[c].card for c in self.columns[column])

    def concepts(self, asked: Asked, said: Sequence[str]) -> set[str]:
        """What is asked by the words that mention no cell."""
        rest = asked.plain
        for words in said:
            rest = rest.replace(words, "\n")
        return (
            set(asked.concepts) & {f.id for f in self._words.spoken(rest)}
            if said
            else set(asked.concepts)
        )

    def _headed(self, free: Sequence[int], asked: Asked, fitting: Sequence[int]) -> list[int]:
        """The columns whose heading the question says: 中职 for 中职组, 职称 for 职称要求."""
        heads = {i: core(self.heads[i]) for i in free if i != self.key}
        whole = [i for i, head in heads.items() if _says(head, asked)]
        about = [i for i, head in heads.items() if _says(_ABOUT.sub("", head), asked)]
        return whole or [i for i in about if i in fitting] or ([] if fitting else about)

    def headed(self, asked: Asked) -> bool:
        """Whether the question says the whole heading of a column."""
        heads = (head for i, head in enumerate(self.heads) if i != self.key)
        return any(len(head) > _PARTIAL and head in asked.plain for head in heads)

    def _outdone(self, column: int, among: list[int], concepts: set[str]) -> bool:
        """Whether another column fits all that this one fits, and more: 实操占比 for 实操占几成."""
        own = self.columns[column] & concepts
        return bool(own) and any(own < self.columns[i] & concepts for i in among)

    def _kinds(self, said: frozenset[str]) -> set[str]:
        return {k for c in said for k in self._words.concepts[c].kinds}

    @cached_property
    def valued(self) -> frozenset[str]:
        """The concepts with typed values that some column holds."""
        concepts = self._words.concepts
        held = {c for said in self.columns for c in said if concepts[c].kinds}
        held |= {c for i, said in enumerate(self.columns) for c in said & ASIDE if self._dated(i)}
        kinds = {k for c in held for k in concepts[c].kinds} & _TIMED
        timed = {n for n, c in concepts.items() if kinds & set(c.kinds)}
        return frozenset(held | timed)

    def lists(self, names: set[str]) -> bool:
        """Whether the rows are most of these names: the table of the tracks."""
        return bool(names) and len(self._ungrouped & names) >= len(names) * _NEARLY_ALL

    def title_share(self, asked: Asked) -> float:
        """How much of the question's own words the title has, 0 to 1."""
        terms = {run[i : i + 2] for run in asked.wording for i in range(len(run) - 1)}
        return sum(t in self.title for t in terms) / len(terms) if terms else 0.0

    @cached_property
    def _keys(self) -> TrackNames:
        names = [row.cells[self._called] for row in self.table.rows]
        return TrackNames([Track(id=str(i), name=n) for i, n in enumerate(names)])

    @cached_property
    def _called(self) -> int:
        """The column with what rows are called, where the first only gives them letters: A, B."""
        cells = [comparable_name(row.cells[self.key]) for row in self.table.rows]
        beside = self.key + 1
        lettered = all(len(cell) == 1 for cell in cells) and beside < len(self.heads)
        texts = {row.cells[beside] for row in self.table.rows} if lettered else set()
        named = len(texts) == len(cells) and all(len(t) > 1 and _NAMED.match(t) for t in texts)
        return beside if named else self.key

    def with_edition(self, asked: Asked) -> Hit | None:
        """The rows whose name has the edition the question names: 哪些是第十三届."""
        named = editions(asked.plain)[0]
        names = [row.cells[self.key] for row in self.table.rows]
        found = self._among([i for i, name in enumerate(names) if named & editions(name)[0]])
        return replace(found, titled=self.title_share(asked)) if found is not None else None

    def with_word(self, asked: Asked) -> Hit | None:
        """The rows whose name has a word of the question that some but not most names have."""
        names = self.names
        for run in asked.content:
            for start in range(max(1, len(run) - _PARTIAL + 1)):
                having = [i for i, name in enumerate(names) if run[start:] in name]
                if len(run[start:]) >= _PARTIAL and 1 < len(having) <= len(names) / 2:
                    return self._among(having)
        return None

    def twice(self, asked: Asked) -> Hit | None:
        """The rows whose name stands in the table again, if just these are asked for."""
        if not _AGAIN.search(asked.plain):
            return None
        names = self.names
        return self._among([i for i, name in enumerate(names) if names.index(name) < i])

    def _among(self, rows: list[int]) -> Hit | None:
        """Some rows, asked for by name."""
        if not rows:
            return None
        found = tuple(self.table.rows[i] for i in rows)
        return Hit(self.table, found, frozenset(), (self.key,), self.key, 1.0, exact=True)

    def meant(self, asked: Asked) -> Hit | None:
        """The few rows whose name has words that notices use for what the question says."""
        written = [[w for w in m.words if w in self._every_name] for m in asked.meant]
        names, groups = self.names, [words for words in written if words]
        if not groups:
            return None
        share = [sum(any(w in name for w in group) for group in groups) for name in names]
        own = [sum(p in asked.plain for p in pairs(n) if len(p) > 1) for n in names]
        told = list(zip(share, own, strict=True))  # of two rows the one the question says more of
        best, most = max(told, default=(0, 0))
        rows = tuple(r for r, n in zip(self.table.rows, told, strict=True) if n == (best, most))
        telling = best > 0 and len(rows) <= max(1, min(_MOST_MEANT, len(names) // _COMMON))
        asks = {"tracks", "undertake", "contact", "phone", "category"} & set(asked.concepts)
        mentioned = frozenset({self.key})
        columns = self.asked_columns(asked, mentioned)
        named = (
            columns and "yes_no" not in asked.forms
        )  # 要自带焊帽吗 asks nothing of the welders' row
        if not telling or not (asks or named):
            return None
        if not columns and not asks - _CALLS:
            return None  # whom to call stands in no column
        return Hit(
            table=self.table,
            rows=rows,
            mentioned=mentioned,
            asked=columns or self._rest(),
            key=self.key,
            weight=float(best),
            exact=False,
            wanted=frozenset(asked.concepts),
            titled=self.title_share(asked),
        )

    def _rest(self) -> tuple[int, ...]:
        """All columns but the number and the name of the row."""
        heads = self.heads
        return tuple(i for i, h in enumerate(heads) if i != self.key and not _SEQ.match(h))

    def partial(self, asked: Asked) -> Hit | None:
        """Rows whose key cell shares a telling part with the question.

        数字孪生 means the row 数字孪生应用技术员.
        """
        found = self._keys.find(asked.plain)
        if not found.ids and asked.message:
            found = self._keys.find(asked.message)
        spans = [e - s for s, e in found.spans]
        if not found.ids or max(spans) < _PARTIAL:
            return None
        rows = tuple(self.table.rows[int(i)] for i in found.ids)
        mentioned = frozenset({self._called})
        columns = self._with_days(asked, self.asked_columns(asked, mentioned), mentioned)
        share = self.title_share(asked)
        return Hit(
            table=self.table,
            rows=rows,
            mentioned=mentioned,
            asked=columns,
            key=self._called,
            weight=1.0,
            exact=False,
            wanted=frozenset(asked.concepts),
            titled=share,
        )


def _has_day(cell: str) -> bool:
    """Whether a cell names a day or a month, no mere hours."""
    return bool(re.search(r"月|日|\d[-/.]\d", cell))


def _says(head: str, asked: Asked) -> bool:
    return len(head) >= MIN_NAME and telling(head) and head in asked.plain
