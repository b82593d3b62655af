"""Rows of a schedule that a question means by a stage or by a word of what happens there.

表彰哪天 means the row 表彰, 初赛啥时候 the row 单位初赛, 名单还能报吗 the row 名单上报.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from knowledge import lazy_re
from knowledge.model import Row
from knowledge.plain import comparable, comparable_name
from retrieval.question.asked import UNTIL, Asked
from retrieval.question.lexicon import Words
from retrieval.tabular.cell_names import heard
from retrieval.tabular.kind_columns import OF_KIND
from retrieval.tabular.tables import BORN, Hit, TableView

_WHEN = lazy_re.compile(r"(?<!出生)日期|时间|日程")
_WHERE = lazy_re.compile(r"地点|场地|赛场|地址|考点")
_STEP = lazy_re.compile(r"环节|阶段|内容|事项|安排|活动|议程|程序|项目|步骤|节点|工作")
_OF_WHOM = lazy_re.compile(r"(?:竞赛|比赛|参赛)?(?:项目|赛项|工种)(?:名称)?")
"""The heading of the tracks that the steps beside it are of."""
_AROUND = lazy_re.compile(r"仪式|活动|阶段|环节|大会|比赛|竞赛")
_MADE_KNOWN = "publicity"
_DUE = frozenset({"deadline", "enrol_time", "finish_time"})
_ENTERING = lazy_re.compile(r"报名|截止|申报|填报|提交|报送")
_HELD = frozenset({"hold_time", "venue"})
_OF_STEPS = _HELD | {
    "finish_time",
    "arranged",
    "student",
    "worker",
    "teacher",
    "grouping",
    "tracks",
}
_CONTEST = lazy_re.compile(r"赛(?!前|后|项)|考试|考核|理论|实操|操作|笔试|比武")
_THING = ("证", "册", "牌", "表", "单")
"""What is handed out or handed in has a day of its own: 参赛证哪天领."""
_NAMED = lazy_re.compile(r"(?:安排|日程|时间|进度|赛程|计划)表|表[里中上]")
"""The schedule itself, whatever the sentences beside it say of the same day."""
_PARTS = frozenset({"theory", "practice"})
_STAGE = lazy_re.compile(r"半决赛|[初复预决]赛")
_GROUP = lazy_re.compile(r"(?:学生|职工|教师|专业|社会|青年)组")
_DAY = lazy_re.compile(r"\d月\d{1,2}日?")
_HALF = 2
_LEAST, _MOST, _CONTESTS = 2, 2, 6


_SURELY = lazy_re.compile(r"环节|阶段|步骤|节点|流程|程序")


class Step(NamedTuple):
    """The tracks and groups (comparable names) whose step of a schedule is meant."""

    tracks: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()


_ANYBODY = Step()


def schedule_hit(view: TableView, asked: Asked, words: Words, about: Step = _ANYBODY) -> Hit | None:
    """The rows meant and the columns of days, hours and places; None if it asks for neither."""
    timed = "when" in asked.forms or bool(_DUE & set(asked.concepts))
    placed = "where" in asked.forms
    if not (timed or placed):
        return None
    heads = [comparable_name(h) for h in view.table.header]
    days = [i for i, h in enumerate(heads) if _WHEN.search(h)] or _dated(view, heads, about)
    steps = _steps(heads, days)
    one = len(steps) == 1 or (steps and _NAMED.search(asked.plain))
    if not days or not one:
        return None
    rows = _rows(view.table.rows, steps[0], asked, words)
    rows = rows or _of_part(view.table.rows, steps[0], asked, words, about)
    if not rows and about.groups and UNTIL & set(asked.concepts):
        rows = rows_of_step(view.table.rows, steps[0], asked, words)
    rows = _narrowed(rows, steps[0], about)
    if UNTIL & set(asked.concepts) and _of_tracks(rows, steps[0], about):
        # 决赛日期 is no day until which one may enter
        days = [i for i in days if _ENTERING.search(heads[i])]
    if not 0 < len(rows) <= _MOST:
        return None
    places = [i for i, h in enumerate(heads) if placed and _WHERE.search(h)]
    columns = tuple(sorted({*(days if timed else ()), *places}))
    key = steps[0]
    if not columns:
        return None
    return Hit(view.table, rows, frozenset({key}), columns, key, 1.0, exact=True)


def _dated(view: TableView, heads: Sequence[str], about: Step) -> list[int]:
    """The columns of days that are headed by whose days they are: 阶段 | 职工组 | 学生组."""
    cells = {
        i: [c for r in view.table.rows if (c := r.cells[i].strip())]
        for i in range(len(heads))
        if not BORN.search(heads[i])
    }
    found = [
        i for i, own in cells.items() if sum(bool(_DAY.search(c)) for c in own) * _HALF > len(own)
    ]
    own = [i for i in found if any(group in heads[i] for group in about.groups)]
    return own or found


def step_of(view: TableView) -> int | None:
    """The one column of what happens, of a table that also tells when; None of any other."""
    heads = [comparable_name(h) for h in view.table.header]
    days = [i for i, h in enumerate(heads) if _WHEN.search(h)]
    steps = _steps(heads, days) if days else []
    return steps[0] if len(steps) == 1 else None


def _steps(heads: Sequence[str], days: Sequence[int]) -> list[int]:
    """The columns of what happens, without that of the tracks beside them: 环节 and 项目."""
    found = [i for i, h in enumerate(heads) if _STEP.search(h) and i not in days]
    sure = [i for i in found if _SURELY.search(heads[i])]
    if len(sure) == 1 and _apart(heads, [i for i in found if i not in sure]):
        return sure  # 环节 beside 个人项目 and 师徒项目
    return [i for i in found if not _OF_WHOM.fullmatch(heads[i])] or found


def _apart(heads: Sequence[str], others: Sequence[int]) -> bool:
    """Whether columns beside that of the steps are kinds of one thing: 个人项目, 师徒项目."""
    return len(others) == len({heads[i] for i in others}) and all(
        OF_KIND.fullmatch(heads[i]) for i in others
    )


def _of_tracks(rows: Sequence[Row], step: int, about: Step) -> bool:
    """Whether the rows are tracks that are meant, not steps of a schedule."""
    return all(comparable(row.cells[step]) in about.tracks for row in rows)


def held_hit(view: TableView, asked: Asked, words: Words) -> Hit | None:
    """Every row on which there is a contest, where it is asked when or where it is at all."""
    heads = [comparable_name(h) for h in view.table.header]
    days = [i for i, h in enumerate(heads) if _WHEN.search(h)]
    steps = _steps(heads, days)
    stages = any(words.concepts[c].stage for c in asked.concepts)
    own = [run for run in asked.content if len(run) > _LEAST]
    own += [word for word in asked.literal if word.endswith(_THING)]
    if (
        "publicity" in asked.concepts
        or not _HELD & set(asked.concepts)
        or stages
        or own
        or not days
        or len(steps) != 1
    ):
        return None
    rows = tuple(r for r in view.table.rows if _CONTEST.search(comparable(r.cells[steps[0]])))
    places = [i for i, h in enumerate(heads) if "where" in asked.forms and _WHERE.search(h)]
    columns = tuple(sorted({*(days if "when" in asked.forms else ()), *places}))
    if not columns or not 0 < len(rows) <= _CONTESTS:
        return None
    return Hit(view.table, rows, frozenset({steps[0]}), columns, steps[0], 1.0, exact=True)


def rows_of_step(rows: Iterable[Row], step: int, asked: Asked, words: Words) -> tuple[Row, ...]:
    """The rows whose step is meant, be it that of registering, which 还能报吗 means too."""
    found = tuple(rows)
    entering = [r for r in found if "enrol" in words.said(comparable(r.cells[step]))]
    named = tuple(r for r in found if _said(comparable(r.cells[step]), asked))
    if not named and UNTIL & set(asked.concepts):
        return tuple(entering)
    parts = _PARTS & set(asked.concepts)
    of_part = (r for r in found if words.said(comparable(r.cells[step])) & parts)
    return _rows(found, step, asked, words) or tuple(of_part)


def _rows(rows: Iterable[Row], step: int, asked: Asked, words: Words) -> tuple[Row, ...]:
    """The rows whose step the question says; else those of the stage it asks for."""
    cells = [(row, comparable(row.cells[step])) for row in rows]
    named = tuple(row for row, cell in cells if _said(cell, asked))
    stages = {c for c in asked.concepts if words.concepts[c].stage}
    said = set(_STAGE.findall(asked.plain))
    if named:
        return named
    own = [(row, cell) for row, cell in cells if words.said(cell) & stages]
    made = [row for row, cell in own if _MADE_KNOWN in words.said(cell)]
    if _MADE_KNOWN in asked.concepts:  # 复赛名单啥时公布: the row 公布复赛名单, not the contest
        return tuple(made)
    worded = [row for row, cell in own if set(_STAGE.findall(cell)) & said]
    return tuple(worded or (row for row, _ in own)) or _of_groups(cells, asked, words)


def _of_groups(cells: Sequence[tuple[Row, str]], asked: Asked, words: Words) -> tuple[Row, ...]:
    """The rows on the part that is asked about which name the group that is: 实操（学生组）."""
    parts, groups = _PARTS & set(asked.concepts), _GROUP.findall(asked.plain)
    return tuple(
        row
        for row, cell in cells
        if groups and parts & words.said(cell) and all(group in cell for group in groups)
    )


def _of_part(
    rows: Iterable[Row], step: int, asked: Asked, words: Words, about: Step
) -> tuple[Row, ...]:
    """The rows of the part (theory, practice) and track a question is about."""
    cells = [(row, comparable(row.cells[step])) for row in rows]
    parts = {c for c in asked.concepts if words.concepts[c].part}
    stages = {c for c in asked.concepts if words.concepts[c].stage}
    if set(asked.concepts) - _OF_STEPS - parts - stages:
        return ()  # 评分标准哪天公布 asks for no contest
    if parts:
        cells = [(row, cell) for row, cell in cells if words.said(cell) & parts]
    if about.tracks:
        cells = [(row, cell) for row, cell in cells if any(n in cell for n in about.tracks)]
    return tuple(row for row, _ in cells) if parts or about.tracks else ()


def _narrowed(rows: tuple[Row, ...], step: int, about: Step) -> tuple[Row, ...]:
    """Of several rows those of the group asked for."""
    own = tuple(r for r in rows if any(g in comparable(r.cells[step]) for g in about.groups))
    return own or rows


def _said(cell: str, asked: Asked) -> bool:
    """Whether the question says a step: its whole name, or a word of its own that the step has."""
    core = _AROUND.sub("", cell)
    if len(core) >= _LEAST and core in heard(asked.plain, core):
        return True
    return any(len(run) >= _LEAST and run in cell for run in asked.content)
