"""The workbook that comes back: format kept, cells marked, a summary, replies, no formulas."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from old_workbook import old_workbook
from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font
from roster_people import CQ26, csv_text, lines, moment, workbook, worker

from knowledge.roster.annotate import annotated
from knowledge.roster.load import read_roster
from knowledge.roster.marks import FILLS
from knowledge.roster.replies import replies

DATA = Path(__file__).parent / "data"
COLUMNS = {
    "track": "赛项", "group": "组别", "unit": "单位", "name": "姓名", "id": "身份证号",
    "phone": "电话",
}  # fmt: skip
TRACK = "智能硬件装调员"


@pytest.fixture
def returned(audited, notices, rules_of):
    def run(data) -> object:
        done = audited(data, CQ26)
        at = moment(CQ26)
        made = annotated(data, read_roster(data), done, notices[CQ26], rules_of(CQ26), at)
        return load_workbook(BytesIO(made))

    return run


def people():
    made = [worker(at, track=TRACK) for at in range(1, 40)]
    made[2]["phone"] = "139"
    return made


def colour(cell):
    return cell.fill.fgColor.rgb[-6:]


def test_cells_are_filled_by_severity_and_commented(returned):
    sheet = returned((DATA / "defects.xlsx").read_bytes())["参赛信息汇总表"]
    assert colour(sheet["H6"]) == FILLS["error"]
    assert colour(sheet["N31"]) == colour(sheet["B50"]) == FILLS["warn"]
    assert colour(sheet["G12"]) == FILLS["confirm"]
    assert colour(sheet["H5"]) not in FILLS.values()
    assert "id_checksum" in sheet["H6"].comment.text
    assert "渝经信发〔2026〕29号 四" in sheet["G24"].comment.text
    assert sheet["D5"].comment.text.count("unit_over_2_in_group") == 1


def test_values_merges_and_widths_stay(returned):
    data = (DATA / "defects.xlsx").read_bytes()
    before, after = load_workbook(BytesIO(data)).active, returned(data)["参赛信息汇总表"]
    assert [[cell.value for cell in row] for row in before.rows] == [
        [cell.value for cell in row] for row in after.rows
    ]
    assert {str(area) for area in before.merged_cells} == {str(area) for area in after.merged_cells}
    assert after.column_dimensions["D"].width == before.column_dimensions["D"].width
    assert after["H6"].font.name == before["H6"].font.name


def test_comments_repeat_no_personal_data(returned):
    book = returned((DATA / "defects.xlsx").read_bytes())
    sheet = book["参赛信息汇总表"]
    said = "".join(cell.comment.text for row in sheet.rows for cell in row if cell.comment)
    said += "".join(str(cell.value) for row in book["核对结果"].rows for cell in row)
    said += "".join(str(cell.value) for row in book["回复草稿"].rows for cell in row)
    personal = [
        str(sheet.cell(row, column).value)
        for row in range(5, 82)
        for column in (5, 8, 9)
        if sheet.cell(row, column).value and row not in {39, 40}
    ]
    assert len(personal) > 200
    assert not [text for text in personal if text in said]


def test_the_summary_counts_each_kind_and_names_each_fault(returned, audited):
    data = (DATA / "defects.xlsx").read_bytes()
    rows = list(returned(data)["核对结果"].iter_rows(values_only=True))
    faults = audited(data, CQ26).faults
    assert f"共 {len(faults)} 处" in rows[0][0]
    past = ("错误", "已到法定退休年龄", 2, "渝经信发〔2026〕29号 四", "over_retirement_age")
    assert past in [row[:5] for row in rows]
    each = [row for row in rows if isinstance(row[0], int)]
    assert [row[7] for row in each] == [fault.rule for fault in faults]


def test_each_unit_gets_one_reply_with_its_own_lines(audited, notices, rules_of):
    done = audited((DATA / "defects.xlsx").read_bytes(), CQ26)
    drafts = list(replies(done, notices[CQ26], rules_of(CQ26), moment(CQ26)))
    by_unit = {draft.unit: draft for draft in drafts}
    assert len(by_unit) == len(drafts)
    one = by_unit["重庆澜砚智能装备有限公司"]
    assert one.places == 2
    assert "第5、6、38行" in one.text
    assert "023—63899503" in one.text
    assert "H42" not in one.text
    assert "重庆桐影数字文化有限公司" not in by_unit


def test_a_text_file_comes_back_as_a_workbook_without_formulas(returned):
    made = people()
    made[0] |= {"unit": "=cmd|'/C calc'!A0", "name": "+1+1"}
    made[1] |= {"unit": "@SUM(1)", "name": "-2"}
    book = returned(csv_text(lines(COLUMNS, made)).encode("gb18030"))
    sheet = book["CSV"]
    assert colour(sheet["F4"]) == FILLS["error"]
    assert sheet["E2"].value == made[0]["id"]
    cells = [cell for each in book for row in each.rows for cell in row]
    assert cells
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert sheet["C2"].value == "=cmd|'/C calc'!A0"
    assert sheet["C2"].quotePrefix


def test_an_old_workbook_comes_back_in_the_new_format(returned):
    rows = lines(COLUMNS, people())
    sheet = returned(old_workbook(rows))["Sheet1"]
    assert sheet["D2"].value == rows[1][3]
    assert colour(sheet["F4"]) == FILLS["error"]


def test_sheets_and_comments_that_are_there_stay(returned):
    book = load_workbook(BytesIO(workbook(("核对结果", lines(COLUMNS, people())))))
    sheet = book["核对结果"]
    sheet["F4"].comment = Comment("请核对", "某某")
    sheet["A1"].font = Font(bold=True, color="FF0000")
    stream = BytesIO()
    book.save(stream)
    after = returned(stream.getvalue())
    assert after.sheetnames == ["核对结果", "核对结果2", "回复草稿"]
    assert "代号" in after["核对结果"]["F4"].comment.text
    assert after["核对结果"]["F4"].comment.text.startswith("请核对\n")
    assert after["核对结果"]["A1"].font.bold


def test_the_same_file_gives_the_same_marks(returned):
    data = (DATA / "defects.xlsx").read_bytes()
    first, second = (
        [[str(cell.value) for cell in row] for row in returned(data)["核对结果"].rows]
        for _ in range(2)
    )
    assert first == second
