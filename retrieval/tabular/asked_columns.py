"""A whole column, where a question asks for what it holds and names no row."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge import lazy_re
from knowledge.plain import comparable, comparable_name
from retrieval.passages.best import STRANGE
from retrieval.passages.rank import Sought
from retrieval.passages.units import Reading, pairs
from retrieval.passages.whom import CALLS, whom
from retrieval.question.asked import Asked
from retrieval.question.lexicon import Words
from retrieval.question.moments import TIMED
from retrieval.reply import Reply
from retrieval.tabular.column_words import of_entering, said_by_all
from retrieval.tabular.lasting import no_days
from retrieval.tabular.row_doubts import OF_A_ROW
from retrieval.tabular.rows import column_reply
from retrieval.tabular.tables import TableView

_LASTS = lazy_re.compile(r"\d(个?小时|分钟|天|学时)")
_SCHOOLS = lazy_re.compile(r"学校|院校|特校|技校|高校|学院")
_EACH_SCHOOL = lazy_re.compile(r"每(?:所|个)?(?:院|学)?校")
_OF_PLACES = lazy_re.compile(r"每个?[市县区州](?!属)")
_MONEY = lazy_re.compile(r"\d万?元")
_OF_A_COLUMN = frozenset({"enrol", "grouping", "hold_time", "venue", "who_can"})


class AskedColumns:
    """Finds the column of the tables of one notice that answers."""

    def __init__(self, reading: Reading, words: Words, views: Sequence[TableView]) -> None:
        self.notice, self._reading, self._words, self._views = reading.notice, reading, words, views

    def reply(self, sought: Sought, *, small: bool) -> Reply | None:
        """A whole column, if the question asks for what it holds and names no row."""
        if sought.tracks:
            return None
        names = {comparable_name(t.name) for t in self.notice.tracks}
        groups = {comparable_name(g) for g in self.notice.groups} if not sought.groups else set()
        for view in self._views:
            listed = view.lists(names) or _of_groups(view, groups)
            if not (listed or _of_prizes(view, sought.asked)):
                continue
            if not self.tells(view, sought.asked) or self._of_other_bodies(view, sought.asked):
                continue
            reply = column_reply(self.notice, view, sought.asked, small=small)
            if reply is not None:
                return self._with_office(reply, sought.asked)
        return None

    def _of_other_bodies(self, view: TableView, asked: Asked) -> bool:
        """Whether a column counts for cities what is asked of schools, of which a sentence tells.

        每市名额 is not how many 特殊教育院校 may enter where 每校总人数不超过4人.
        """
        heads = [view.heads[i] for i in view.asked_columns(asked, (view.key,))]
        if not _SCHOOLS.search(asked.plain) or not any(map(_OF_PLACES.search, heads)):
            return False
        return any(_EACH_SCHOOL.search(unit.plain) for unit in self._reading.units)

    def _with_office(self, reply: Reply, asked: Asked) -> Reply:
        """Beside whom to call for each track whom to call for all of them."""
        office = whom(self._reading, ()) if CALLS & set(asked.concepts) else None
        if office is None or reply.status != "answered":
            return reply
        said = {c.start for piece in reply.pieces for c in piece.citations}
        new = not said & {c.start for c in office.citations}
        return reply.beside(office) if new else reply

    def tells(self, view: TableView, asked: Asked, *, every: bool = False) -> bool:
        """Whether a column can answer: the question is about nothing the table is silent on.

        `every`: the words of its cells count too.
        """
        columns = view.asked_columns(asked, (view.key,))
        if of_entering(view, columns, asked):
            return False
        known = {c for i in columns for c in view.columns[i]} | OF_A_ROW | _OF_A_COLUMN
        heads = f"{view.title}{comparable(''.join(view.table.header))}"
        cells = "".join(c for r in view.table.rows for c in r.cells) if every else ""
        heads += comparable(cells) + comparable(self.notice.name)
        above = self._reading.led_in(view.table)
        heads += above
        lasting = columns and all(_LASTS.search(r.cells[columns[-1]]) for r in view.table.rows)
        if lasting and no_days(asked):
            return False
        if lasting:
            known.add("duration")  # 实操时间 over 240分钟 is no day
        if columns and all(_MONEY.search(r.cells[columns[-1]]) for r in view.table.rows):
            known |= {"bonus", "fee"}  # 一等奖 over 1名，3000元
        known |= self._words.said(heads) if every else frozenset()
        known |= said_by_all(view, columns, self._words) | self._words.said(above)
        concepts = self._words.concepts
        under = self._words.said(self._reading.headed(view.table))
        known |= {c for c in under if c in concepts and concepts[c].stage}
        kinds = {k for c in known if c in concepts for k in concepts[c].kinds} & TIMED
        kinds = set() if every or lasting else kinds
        aside = [
            c
            for c in asked.concepts
            if c not in known and not concepts[c].broad and not set(concepts[c].kinds) & kinds
        ]
        stages = [c for c in asked.concepts if concepts[c].stage and c not in known]
        runs = [run for run in asked.content if len(run) > 1 and run not in heads]
        runs = [run for run in runs if every is False or not pairs(run) & pairs(heads)]
        rare = [run for run in runs if not every and self._reading.rare(run)]
        own = rare or [run for run in runs if self._all_known(run)]
        strange = any(len(run) >= STRANGE and not self._reading.mentions(run) for run in runs)
        return not (aside or stages or own or strange)

    def _all_known(self, run: str) -> bool:
        """Whether every pair of some words stands in the notice."""
        return all(self._reading.knows(p) for p in pairs(run))


def _of_prizes(view: TableView, asked: Asked) -> bool:
    """Whether a table has a column for the prize that is asked about."""
    heads = [comparable_name(head) for head in view.table.header]
    return any("奖" in head and head in asked.literal for head in heads)


def _of_groups(view: TableView, groups: set[str]) -> bool:
    """Whether each row of a table is of one of the groups: 职工组 | 10月13日 | …."""
    own = [comparable_name(row.cells[view.key]) for row in view.table.rows]
    return len(own) > 1 and groups.issuperset(own)
