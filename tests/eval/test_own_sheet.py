"""A coordinator's list of questions: found by its headings, compared, and given back."""

from __future__ import annotations

import json
from datetime import datetime
from io import BytesIO

import click
import pytest
from click.testing import CliRunner
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font, PatternFill

from bot import options
from bot.clock import ZONE, parse_as_of
from eval.own_sheet.check import checked, found_in
from eval.own_sheet.columns import heading_of, read_heading
from eval.own_sheet.command import run, summary, with_own_sheet
from eval.own_sheet.compare import Expected, advice, verdict
from eval.own_sheet.facts import facts, lacking
from eval.own_sheet.words import FILLS, words
from eval.own_sheet.writing import given_back
from knowledge.eligibility.tracks import match_track
from knowledge.model import Citation
from knowledge.roster.load import read_roster
from knowledge.roster.model import Grid
from retrieval.desk import Desk
from retrieval.model import Answer, Option

DAY = parse_as_of("2026-06-10")
ROWS = [
    ["关于竞赛的常见问题"],
    [],
    ["序号", "常见问题", "答复口径（参考）", "依据条款"],
    [1, "一共几个赛项", "10个赛项", "二"],
    [2, "要交报名费吗", "要收50元", None],
    [3, None, None, None],
    [4, "今天天气怎么样", "晴", None],
]


def book(*sheets, styled=False) -> bytes:
    made = Workbook()
    made.remove(made.active)
    for name, rows in sheets:
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
        if styled:
            for cell in sheet[3]:
                cell.font = Font(bold=True)
                cell.fill = PatternFill("solid", fgColor="DDEBF7")
            sheet.merge_cells("A1:D1")
            sheet.column_dimensions["B"].width = 33
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


def answered(text: str, status: str = "answered", quote: str = "", **fields) -> Answer:
    proof = (Citation(notice="n", label="n", path="一", quote=quote, start=0, end=1),)
    return Answer(status=status, text=text, citations=proof if quote else (), **fields)


HEADINGS = [
    ("问题", "question"),
    ("常见问题", "question"),
    ("提 问", "question"),
    ("参考答案（口径）", "answer"),
    ("Question", "question"),
    ("A", "answer"),
    ("答复内容", "answer"),
    ("依据条款", "clause"),
    ("参赛组别", "group"),
    ("序号", None),
    ("问题请在下面逐行填写，每行一个，谢谢", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "field"), HEADINGS)
def test_a_heading_is_read_by_its_meaning(text, field):
    found = read_heading(text)
    assert (found[0] if found else None) == field


def test_the_heading_stands_below_titles_and_beside_other_columns():
    found = heading_of(Grid("s", ROWS))
    assert found.row == 2
    assert dict(found.columns) == {"question": 1, "answer": 2, "clause": 3}


def test_a_title_with_the_word_in_it_is_no_heading_if_a_better_line_follows():
    rows = [["竞赛常见问题"], ["问题", "答案"], ["几号截止", "7月1日"]]
    assert heading_of(Grid("s", rows)).row == 1


SAME = [
    ("7月31日18:00", "2026年7月31日18时"),
    ("2026-07-31", "报名截止2026年7月31日"),
    ("八月至十二月", "8月至12月"),
    ("7-11月", "7月至11月"),
    ("9月1-3日", "9月1日至9月3日"),
    ("三名", "每队３名选手"),
    ("023-63899503", "电话：023—63899503"),
    ("A@b.cn", "邮箱a@B.cn。"),
    ("50元", "费用 50 元"),
    ("3人", "人数\t3"),
]
OTHER = [
    ("2025年7月31日", "2026年7月31日", "2025年7月31日"),
    ("7月30日", "7月31日", "7月30日"),
    ("50元", "占50%", "50元"),
    ("3", "13人", "3"),
    ("18:00", "8:00", "18:00"),
    ("023-63899504", "023—63899503", "023-63899504"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_fact_in_other_words(one, other):
    assert facts(one)
    assert lacking(facts(one), [other]) == ()


@pytest.mark.parametrize(("one", "other", "lacks"), OTHER)
def test_another_fact_is_another(one, other, lacks):
    assert [fact.words for fact in lacking(facts(one), [other])] == [lacks]


VERDICTS = [
    ("10个", answered("设10个赛项"), "same"),
    ("7月1日18:00", answered("7月1日截止"), "partly"),
    ("8月1日", answered("7月1日截止"), "differs"),
    ("可以", answered("不可以。"), "differs"),
    ("不可以", answered("不得参赛"), "look"),
    ("由单位承担", answered("食宿费用自理", quote="食宿费用自理"), "look"),
    ("食宿费用自理", answered("食宿费用自理"), "same"),
    ("晴", answered("", "out_of_scope"), "declined"),
    ("7月1日", answered("", "clarify"), "asked_back"),
    ("7月1日", answered("", "not_stated"), "silent"),
    ("通知没有写", answered("", "not_stated"), "same"),
    ("通知没有写", answered("7月1日"), "not_silent"),
    ("", answered("7月1日"), "none"),
]


@pytest.mark.parametrize(
    ("expected", "answer", "found"), VERDICTS, ids=[f"{v[0]} {v[2]}" for v in VERDICTS]
)
def test_a_verdict(expected, answer, found):
    assert verdict(Expected("几号截止", expected, ""), answer) == found


def test_what_the_question_states_proves_nothing():
    wanted = Expected("18岁能报吗", "18岁可以", "")
    assert verdict(wanted, answered("可以。")) == "look"


def test_every_verdict_has_its_name_and_colour():
    assert set(words().verdicts) == set(FILLS)


def test_the_advice_names_where_the_notice_says_it(notices):
    notice = notices["cq-ai-2026"]
    wanted = Expected("几个", "10个赛项", "")
    told = advice("differs", wanted, answered("8个"), notice)
    assert "通知二写着" in told
    gone = advice("differs", Expected("几个", "77个赛项", ""), answered("8个"), notice)
    assert "“77个”在通知里找不到" in gone


def test_the_advice_names_the_choices_and_the_other_clause(notices):
    notice = notices["cq-ai-2026"]
    wanted = Expected("几号", "7月1日", "六（一）")
    asked = answered("", "clarify", options=(Option(label="甲", notice="n"),))
    assert "甲" in advice("asked_back", wanted, asked, notice)
    same = answered("7月1日", quote="7月1日")
    assert "表里写六(一)" in advice("same", Expected("几号", "7月1日", "六(一)"), same, notice)
    assert advice("same", Expected("几号", "7月1日", "一"), same, notice) == ""


def compared(data: bytes, notices):
    desk = Desk(list(notices.values()))
    grids = read_roster(data)
    sheets = found_in(grids)
    found = list(checked(sheets, desk, notices["cq-ai-2026"], DAY))
    return grids, {grid.name: heading for grid, heading in sheets}, found


def test_the_same_workbook_comes_back_with_its_formats(notices):
    data = book(("口径", ROWS), styled=True)
    grids, headings, found = compared(data, notices)
    assert [each.verdict for each in found] == ["same", "differs", "declined"]
    sheet = load_workbook(BytesIO(given_back(data, grids, headings, found)))["口径"]
    assert [cell.value for cell in sheet[3]][4:] == list(words().written)
    assert sheet["E3"].font.bold
    assert sheet["E3"].fill.fgColor.rgb.endswith("DDEBF7")
    assert sheet["E4"].value == "一致"
    assert sheet["E5"].fill.fgColor.rgb.endswith(FILLS["differs"])
    assert sheet["B4"].value == ROWS[3][1]
    assert sheet["E6"].value is None
    assert sheet.column_dimensions["B"].width == 33
    assert "A1:D1" in map(str, sheet.merged_cells.ranges)


def test_a_second_run_writes_over_the_first(notices):
    data = book(("口径", ROWS))
    once = given_back(data, *compared(data, notices))
    again = given_back(once, *compared(once, notices))
    first, second = (load_workbook(BytesIO(each))["口径"] for each in (once, again))
    assert first.max_column == second.max_column == 8
    assert second["E4"].value == "一致"


def test_what_begins_like_a_formula_stays_text(notices):
    csv = '问题,答案\n"=HYPERLINK(""http://x.example.org"")几个赛项","=1+1"\n'.encode()
    grids, headings, found = compared(csv, notices)
    lead = [each.model_copy(update={"answer": "=1+1", "advice": "@SUM(A1)"}) for each in found]
    sheet = load_workbook(BytesIO(given_back(csv, grids, headings, lead))).worksheets[0]
    texts = [cell for row in sheet.iter_rows() for cell in row if cell.value]
    assert len(texts) >= 8
    assert all(cell.data_type == "s" for cell in texts)
    assert sheet["D2"].quotePrefix
    assert sheet["F2"].quotePrefix


def test_a_line_has_its_own_day_track_and_group(notices):
    asked = []

    class Listening:
        notices = ()

        def answer(self, question):
            asked.append(question)
            return answered("", "not_stated")

    rows = [["问题", "日期", "赛项", "组别"], ["甲", "2026-01-02", "计算机视觉", "学生组"]]
    rows += [["乙", datetime(2026, 3, 4), None, None], ["丙", "年底", None, None]]  # noqa: DTZ001
    sheets = found_in([Grid("s", rows)])
    found = list(checked(sheets, Listening(), notices["cq-ai-2026"], DAY))
    assert [q.as_of.date().isoformat() for q in asked] == ["2026-01-02", "2026-03-04", "2026-06-10"]
    assert asked[1].as_of.tzinfo is ZONE
    track = match_track(notices["cq-ai-2026"], "计算机视觉")
    assert (asked[0].track, asked[0].group, asked[1].track) == (track.id, "学生组", None)
    assert "日期读不懂" in found[2].advice
    assert "赛项" not in found[0].advice
    assert {q.notice for q in asked} == {"cq-ai-2026"}


def test_a_track_nobody_has_is_said(notices):
    found = compared("问题,答案,赛项\n几个赛项,10,铁人三项\n".encode(), notices)[2]
    assert "没有认出“铁人三项”是哪个赛项" in found[0].advice


def test_an_answer_without_a_question_is_not_passed_over(notices):
    grids, headings, found = compared("问题,答案\n,10个\n几个赛项,10个\n".encode(), notices)
    assert [(each.row, each.verdict) for each in found] == [(2, "unasked"), (3, "same")]
    assert "没有问题" in found[0].advice
    data = "问题,答案\n,10个\n几个赛项,10个\n".encode()
    sheet = load_workbook(BytesIO(given_back(data, grids, headings, found))).worksheets[0]
    assert sheet["C2"].value == "没有问题"


def test_an_answer_of_another_track_is_said_to_be_its(notices):
    notice = notices["cq-ai-2023"]
    vision, trainer = (match_track(notice, words) for words in ("机器视觉", "训练师"))
    wanted = Expected("报名截止到几号", "2023年9月22日", "", trainer.id)
    told = advice("differs", wanted, answered("2023年9月28日前"), notice)
    assert f"那是{vision.name}的" in told
    own = advice("differs", wanted._replace(track=vision.id), answered("9月28日"), notice)
    assert "没有用它" in own


def test_a_long_question_is_short_in_the_summary(notices):
    found = compared(f"问题,答案\n{'天气' * 400},晴\n".encode(), notices)[2]
    assert len(summary(found)) < 200


@click.command()
@options.with_json
@options.with_store
@with_own_sheet
def evaluate(*, as_json, store):
    click.echo(f"others {as_json}")


@pytest.fixture
def call(store_dir):
    def call(*arguments):
        return CliRunner().invoke(evaluate, [*map(str, arguments), "--store", str(store_dir)])

    return call


def test_the_command_writes_the_sheet_and_sums_it_up(call, tmp_path):
    file = tmp_path / "q.xlsx"
    file.write_bytes(book(("口径", ROWS), ("说明", [["请填写"]])))
    done = call("--sheet", file, "--notice", "cq-ai-2026", "--as-of", "2026-06-10")
    assert done.exit_code == 0, done.output
    assert "3 个问题：一致 1，不一致 1，谢绝 1" in done.stdout
    assert "口径 第 5 行 不一致" in done.stdout
    assert (tmp_path / "q.核对.xlsx").exists()
    out = tmp_path / "o.xlsx"
    said = call("--sheet", file, "--notice", "cq-ai-2026", "--out", out, "--json")
    assert [each["row"] for each in json.loads(said.stdout)] == [4, 5, 7]
    assert out.exists()


def test_without_a_sheet_the_command_does_what_it_did(call):
    assert call("--json").stdout == "others True\n"
    assert call("--notice", "x").exit_code == 2


WRONG = [
    ("q.xlsx", b"", "空的"),
    ("q.xlsx", b"PK\x03\x04broken", "打不开"),
    ("q.pdf", b"%PDF-1.4 x", "PDF"),
    ("q.csv", "甲,乙\n1,2\n".encode(), "没有找到“问题”一列"),
    ("q.csv", "问题,答案\n,\n".encode(), "没有问题"),
    ("absent.xlsx", None, "没有这个文件"),
]


@pytest.mark.parametrize(("name", "data", "says"), WRONG, ids=[w[2] for w in WRONG])
def test_a_wrong_file_is_one_line(call, tmp_path, name, data, says):
    file = tmp_path / name
    if data is not None:
        file.write_bytes(data)
    done = call("--sheet", file, "--notice", "cq-ai-2026")
    assert done.exit_code == 1
    (line,) = done.stderr.strip().splitlines()
    assert says in line
    assert name in line
    assert [path.name for path in tmp_path.iterdir()] == ([name] if data is not None else [])


def test_an_unknown_notice_and_a_wrong_place_are_one_line(call, tmp_path):
    file = tmp_path / "q.csv"
    file.write_text("问题,答案\n几个赛项,10\n", "utf-8")
    assert "没有编号为 nowhere" in call("--sheet", file, "--notice", "nowhere").stderr
    own = call("--sheet", file, "--notice", "cq-ai-2026", "--out", tmp_path / "no" / "o.xlsx")
    assert "没有文件夹" in own.stderr
    assert call("--sheet", file).exit_code == 2


def test_the_questions_are_read_before_anything_is_written(store_dir, tmp_path):
    file = tmp_path / "q.xlsx"
    file.write_bytes(book(("口径", ROWS)))
    before = file.read_bytes()
    run(file, "cq-ai-2026", tmp_path / "o.xlsx", DAY, store_dir)
    assert file.read_bytes() == before
