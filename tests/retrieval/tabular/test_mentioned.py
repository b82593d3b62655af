"""How much a question mentions each row of a table."""

from __future__ import annotations

import pytest

from knowledge.model import Row, Scope, Table
from knowledge.plain import comparable
from retrieval.question.asked import asked
from retrieval.question.lexicon import words
from retrieval.tabular.cell_names import name_parts
from retrieval.tabular.mentioned import Mention, Mentions

HEADER = ("序号", "赛项", "承办单位", "模块", "日期")
ROWS = (
    ("1", "焊工（职工组）", "江海市职业技术学院", "A", "3月31日"),
    ("2", "焊工（学生组）", "江海市烹饪餐饮协会", "B", "4月2日"),
    ("3", "砌筑工、木工", "临溪技师学院", "C", "4月8日"),
)
NAMED = [
    ("a whole name outside its brackets names both rows", "焊工在哪比", {0, 1}),
    ("brackets tell the row", "焊工学生组在哪比", {1}),
    ("the number of a row", "第3个是什么", {2}),
    ("a letter with its kind", "模块b是谁", {1}),
    ("a letter alone is nothing", "b是谁", set()),
    ("a day written otherwise", "3月31号比什么", {0}),
    ("a society without its place", "烹饪餐饮协会办哪个", {1}),
    ("a school by its abbreviation", "临溪技师学院承办什么", {2}),
    ("nothing of the table", "保险谁买", set()),
]


def _mentions(question: str, tracks: tuple[str, ...] = ()) -> list[Mention]:
    rows = tuple(
        Row(number=i, path=f"表1 行{i}", cells=cells, start=0, end=1)
        for i, cells in enumerate(ROWS, 1)
    )
    table = Table(
        path="表1", title="", header=HEADER, rows=rows, start=0, end=1, scope=Scope()
    )  # fmt: skip
    names = [[name_parts(comparable(cell)) for cell in cells] for cells in ROWS]
    return Mentions(table, names, key=1, numbered=(0,)).of(asked(question, words()), tracks, ())


@pytest.mark.parametrize(("name", "question", "rows"), NAMED, ids=[n[0] for n in NAMED])
def test_the_rows_a_question_mentions_most(name: str, question: str, rows: set[int]) -> None:
    found = [mention.weight for mention in _mentions(question)]
    best = max(found)
    assert {i for i, weight in enumerate(found) if weight == best > 0} == rows, name


def test_a_track_the_question_is_about_names_the_row_that_lists_it() -> None:
    found = _mentions("几号比", tracks=("木工",))
    assert 1 in found[2].columns
    assert not any(1 in mention.columns for mention in found[:2])
