"""What holds for the outline of any text whatsoever."""

from __future__ import annotations

import re

from examples import examples
from hypothesis import example, given, settings
from hypothesis import strategies as st

from knowledge.structure import Outline, outline

MARKS = """
一、|二、|五、|十一、|（一）|(二)|（三）|1.|2．|3、|（1）|（2）
|1）|①|②|1.1 |1.2 |2.1.1 |第一章 |第二条 |# 一、
|** 二、|1 总则
""".replace("\n", "").split("|")
WORDS = """
大赛时间|报名截止时间为2026年5月1日。|2026年9月28日前，各单位提交材料；|1.5倍|5G基站|选手条件：|见附件|附件
|附件1|附件 2|附件：|附件：1.报名表|附件3：实施方案|重庆市总工会|2026年5月28日|（此件公开发布）
|2026年6月6日印发|共印 10 份|、|。
|获得一、二、三等奖的选手|包括：（1）甲；（2）乙|逾期不予受理。五、其他事项
|序号\t赛项\t单位|1\t焊接\t|\t序号|\t名称|\t|\t\t\t|公章|- 3 -|\u3000| |合计|项规定
""".replace("\n", "").split("|")
LINES = st.lists(st.sampled_from(MARKS + WORDS), max_size=4).map("".join)
NOTICES = st.lists(LINES | st.text(max_size=12), max_size=40).map("\n".join)

LEFT_OVER = re.compile(
    r"附\s*(?:件|表|录)[\s\d０-９一二三四五六七八九十]{0,5}[：:.]?|[#>*|｜│┃\s]+"
)


def spans(result: Outline) -> list[tuple[int, int]]:
    pieces = [(clause.start, clause.end) for clause in result.clauses]
    return sorted(pieces + [(table.start, table.end) for table in result.tables])


@settings(max_examples=examples(400), deadline=None)
@given(NOTICES)
@example("")
@example("\n")
@example("附件")
@example("序号\t赛项\t单位\n重庆市总工会\t")
@example("附件\n序号\t赛项\n2026年6月6日印发\t")
@example("附件1\n\n一、总则\n附件1\n一、总则")
@example("附件：一、\n序号\t赛项\t单位\n序号\t赛项\t单位。")
@example("# 一、总则\n\n## （一）目的\n正文")
def test_clauses_and_tables_hold_every_word_once(text: str) -> None:
    result = outline(text)
    at, left = 0, []
    for start, end in spans(result):
        assert at <= start < end <= len(text) or start == end
        left.append(text[at:start])
        at = end
    left.append(text[at:])
    for rest in left:
        assert not LEFT_OVER.sub("", rest), rest


@settings(max_examples=examples(400), deadline=None)
@given(NOTICES | st.text())
def test_every_place_is_true(text: str) -> None:
    result = outline(text)
    for clause in result.clauses:
        assert clause.text == text[clause.start : clause.end] == clause.text.strip() != ""
        assert clause.text.startswith(clause.mark)
    for table in result.tables:
        for row in table.rows:
            assert table.start <= row.start <= row.end <= table.end
    for attachment in result.attachments:
        if attachment.present:
            assert text[attachment.start : attachment.end].strip().startswith(("附", "#", ">", "*"))


@settings(max_examples=examples(400), deadline=None)
@given(NOTICES)
def test_paths_are_unique_and_parents_exist(text: str) -> None:
    result = outline(text)
    paths = [clause.path for clause in result.clauses]
    assert len(paths) == len(set(paths))
    assert {clause.parent for clause in result.clauses} - {None} <= set(paths)
    tables = [row.path for table in result.tables for row in table.rows]
    assert len(tables) == len(set(tables))
    names = [attachment.name for attachment in result.attachments]
    assert len(names) == len(set(names))


@settings(max_examples=examples(200), deadline=None)
@given(NOTICES)
def test_inherited_cells_repeat_the_words_of_their_row(text: str) -> None:
    for table in outline(text).tables:
        for row in table.rows:
            assert len(row.inherited) == len(row.cells)
            for column, origin in enumerate(row.inherited):
                if origin is not None:
                    assert not table.form
                    assert origin < row.number
                    assert table.rows[origin - 1].cells[column] == row.cells[column] != ""


@settings(max_examples=examples(200), deadline=None)
@given(NOTICES)
def test_the_same_text_gives_the_same_outline(text: str) -> None:
    assert outline(text) == outline(text)
