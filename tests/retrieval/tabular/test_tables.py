"""Rows of tables: by name, by number, with shared and inherited cells, counted and cited."""

from __future__ import annotations

import pytest

from knowledge.plain import bare, comparable
from retrieval.gate import verbatim
from retrieval.question.asked import asked
from retrieval.question.lexicon import words
from retrieval.tabular.rows import cite_row, row_reply, table_reply
from retrieval.tabular.tables import TableView

WORDS = words()


@pytest.fixture(scope="module")
def units(notices):
    """The table of tracks, organisers and persons; most of its organisers are inherited."""
    return next(t for t in notices["cq-special-2026"].tables if len(t.rows) == 33)


@pytest.fixture(scope="module")
def view(units):
    return TableView(units, WORDS)


@pytest.fixture(scope="module")
def categories(notices):
    return TableView(next(t for t in notices["cq-plan-2024"].tables if len(t.rows) == 165), WORDS)


def find(view, question):
    return view.find(asked(question, WORDS), (), ())


def numbers(hit):
    return [row.number for row in hit.rows] if hit else []


def column(view, name):
    return [comparable(h) for h in view.table.header].index(comparable(name))


def test_the_column_that_names_the_rows(view, categories):
    assert view.table.header[view.key] == "申报项目"
    assert comparable(categories.table.header[categories.key]) == "竞赛职业(工种)"


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("陪诊服务由谁承办", [16]),
        ("母婴护理的联系电话", [31]),
        ("LED显示屏应用的联系人", [1]),
        ("led 显示屏应用的联系人", [1]),
        ("WPS办公软件应用的电话", [10]),
        ("计算机辅助制图（机械）由谁承办", [6]),
        ("计算机辅助制图(土建)由谁承办", [24]),
        ("碳排放交易由谁承办", [8]),
        ("杨华负责什么项目", [20]),
        ("15213130331是谁的电话", [23]),
        ("刘姝负责哪些项目", [17, 19]),
        ("重庆市轻工业学校承办什么项目", [5]),
        ("重庆电力高等专科学校承办哪些项目", [7, 8, 9]),
        ("重庆市卫生高级技工学校承办哪些项目", [31, 32, 33]),
        ("曹琴琴负责哪些项目", [25, 26, 27, 28, 29]),
    ],
)
def test_rows_by_what_a_question_names(view, question, rows):
    assert numbers(find(view, question)) == rows


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("第20项是什么项目", [20]),
        ("第1个是什么", [1]),
        ("序号33是什么", [33]),
        ("第16行是什么", [16]),
        ("第２０项是什么", [20]),
        ("第34项是什么", []),
        ("第0项是什么", []),
    ],
)
def test_rows_by_their_number(view, question, rows):
    hit = find(view, question)
    assert numbers(hit) == rows
    assert not rows or hit.counted


@pytest.mark.parametrize("question", ["报名费多少", "比赛时间", "一共有多少个", "2026年", ""])
def test_a_question_that_names_no_cell_finds_no_row(view, question):
    assert find(view, question) is None


def test_every_row_is_found_by_its_own_name(view):
    for row in view.table.rows:
        hit = find(view, f"{row.cells[view.key]}的承办单位是哪里")
        assert numbers(hit) == [row.number], row.cells


def test_every_row_is_found_by_its_number(view, categories):
    for table in (view, categories):
        for row in table.table.rows:
            assert row.number in numbers(find(table, f"第{row.number}项是什么"))


def test_the_columns_that_are_asked_for(view):
    organiser, person, phone = (column(view, n) for n in ("承办单位", "联系人", "联系电话"))
    assert organiser in find(view, "陪诊服务由谁承办").asked
    assert {person, phone} <= set(find(view, "陪诊服务的联系电话").asked)
    assert {person, phone} <= set(find(view, "陪诊服务的联系人").asked)
    assert organiser not in find(view, "陪诊服务的联系电话").asked


def test_an_inherited_cell_cites_the_row_it_stands_in(view, notices):
    notice = notices["cq-special-2026"]
    organiser = column(view, "承办单位")
    inherited = 0
    for row in view.table.rows:
        cited = cite_row(notice, view.table, row, [organiser])
        assert cited[0].path == row.path
        assert all(verbatim(c, notice) for c in cited)
        assert any(bare(row.cells[organiser]) in bare(c.quote) for c in cited), row.path
        inherited += len(cited) > 1
    assert inherited == 18


def test_a_row_with_all_its_own_cells_is_cited_once(view, notices):
    row = view.table.rows[0]
    every = range(len(row.cells))
    assert [c.path for c in cite_row(notices["cq-special-2026"], view.table, row, every)] == [
        row.path
    ]


def reply(view, notices, question, notice="cq-special-2026"):
    read = asked(question, WORDS)
    return row_reply(notices[notice], view.find(read, (), ()), read)


def test_rows_that_share_a_cell_are_one_statement(view, notices):
    (piece,) = reply(view, notices, "汽车美容和汽车维修接待的联系电话").pieces
    assert "18996485688" in piece.text
    assert "汽车美容" in piece.scope
    assert "汽车维修接待" in piece.scope
    assert {c.path.rpartition("行")[2] for c in piece.citations} == {"25", "26", "27"}


def test_what_shares_an_organiser_is_listed_and_counted(view, notices):
    (piece,) = reply(view, notices, "重庆电力高等专科学校承办哪些项目").pieces
    names = ["碳排放核算", "碳排放交易", "新能源汽车高压空调拆装调试"]
    assert all(name in piece.text for name in names)
    assert piece.computed == ("共3个申报项目（逐条计数）。",)
    assert len(piece.citations) == 3


def test_a_category_is_led_back_to_its_row(categories, notices):
    (piece,) = reply(categories, notices, "茶艺师属于什么类别", "cq-plan-2024").pieces
    assert "餐饮服务类" in piece.text
    assert [c.path.rpartition("行")[2] for c in piece.citations] == ["22", "20"]


@pytest.mark.parametrize(("notice", "rows"), [("cq-special-2026", 33), ("cq-plan-2024", 165)])
def test_the_whole_list_is_counted_and_cited_in_one_piece(notices, notice, rows):
    table = next(t for t in notices[notice].tables if len(t.rows) == rows)
    key = TableView(table, WORDS).key
    (piece,) = table_reply(notices[notice], table, key, asked("有哪些项目", WORDS)).pieces
    (counted,) = piece.computed
    assert counted.startswith(f"共{rows}个")
    assert piece.text.count("\n· ") == rows
    (citation,) = piece.citations
    assert verbatim(citation, notices[notice])
    assert all(bare(row.cells[key]) in bare(citation.quote) for row in table.rows)


def test_only_the_number_where_only_it_is_asked(notices):
    table = next(t for t in notices["cq-plan-2024"].tables if len(t.rows) == 49)
    key = TableView(table, WORDS).key
    (piece,) = table_reply(
        notices["cq-plan-2024"], table, key, asked("一共有多少个赛项", WORDS)
    ).pieces
    assert "49" in piece.text
    assert "· " not in piece.text
    assert "档案数字化管理师重复列出" in piece.text


def test_the_table_of_the_tracks_is_known_as_such(view, categories, notices):
    names = {comparable(t.name) for t in notices["cq-special-2026"].tracks}
    assert view.lists(names)
    assert not categories.lists(names)
    assert not view.lists(set())
