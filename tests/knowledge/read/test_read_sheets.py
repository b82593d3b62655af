"""Workbooks: what shows is read, in the form in which it shows."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from knowledge.errors import UnreadableError
from knowledge.read.number_format import shown
from knowledge.read.office import found_program
from knowledge.read.sheets import read_csv, read_xls, read_xlsx

OLD = Path(__file__).parent / "files" / "quota.xls"


def at(*parts):
    return dt.datetime(*parts)  # noqa: DTZ001 cells have no time zone


def saved(book):
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def lines(*rows, merge=(), prepare=lambda _sheet: None):
    book = Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    for area in merge:
        sheet.merge_cells(area)
    prepare(sheet)
    return read_xlsx(saved(book)).text.splitlines()


def test_two_header_rows_captions_and_remarks():
    found = lines(
        ["附件1"],
        ["赛项一览表"],
        ["单位：人"],
        ["序号", "赛项", "联系方式"],
        [None, None, "电话", "邮箱"],
        [1, "甲", 13900070011, "a@example.org"],
        [2, "乙", "另行通知"],
        ["合计", None, 5],
        ["注：以最终名单为准。"],
        merge=("A2:D2", "A4:A5", "B4:B5", "C4:D4", "C7:D7", "A8:B8"),
    )
    assert found == [
        "附件1", "赛项一览表", "单位：人",
        "序号\t赛项\t联系方式\t联系方式",
        "序号\t赛项\t电话\t邮箱",
        "1\t甲\t13900070011\ta@example.org",
        "2\t乙\t另行通知\t另行通知",
        "合计\t合计\t5\t",
        "注：以最终名单为准。",
    ]  # fmt: skip


def test_fields_above_a_table_are_no_header_and_blank_rows_part_tables():
    found = lines(
        ["填报单位：", None, "填报日期："],
        ["姓名", "性别", "手机"],
        [1, None, None],
        [],
        ["赛项", "人数"],
        ["甲", 3],
        merge=("A1:B1",),
    )
    assert found == [
        "填报单位：\t填报日期：", "", "姓名\t性别\t手机", "1\t\t", "", "赛项\t人数", "甲\t3",
    ]  # fmt: skip


def test_what_is_hidden_is_left_out():
    def hide(sheet):
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["B"].hidden = True
        other = sheet.parent.create_sheet("选项")
        other.append(["男"])
        other.sheet_state = "hidden"
        sheet.parent.create_sheet("说明").append(["请如实填写。"])

    rows = [["赛项", "代码", "人数"], ["甲", "x", 1], ["乙", "y", 2], ["丙", "z", 3]]
    assert lines(*rows, prepare=hide) == ["赛项\t人数", "甲\t1", "丙\t3", "", "请如实填写。"]


def test_a_row_across_the_whole_table_keeps_the_table_together():
    found = lines(["赛项", "人数"], ["数字技术"], ["甲", 1], merge=("A2:B2",))
    assert found == ["赛项\t人数", "数字技术\t数字技术", "甲\t1"]


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (at(2027, 4, 30), 'yyyy"年"m"月"d"日"', "2027年4月30日"),
        (at(2027, 4, 5), "yyyy-mm-dd", "2027-04-05"),
        (at(2027, 4, 5), "mm-dd-yy", "2027/4/5"),
        (at(2027, 4, 5, 17, 5), "yyyy/m/d h:mm", "2027/4/5 17:05"),
        (at(2027, 4, 5, 17, 5), "[$-804]yyyy年m月d日 hh:mm:ss;@", "2027年4月5日 17:05:00"),
        (at(2027, 4, 5), '[DBNum1][$-804]m"月"d"日"', "4月5日"),
        (at(2027, 4, 5), "yyyy年m月d日 aaaa", "2027年4月5日 星期一"),
        (at(2027, 4, 5), "General", "2027/4/5"),
        (dt.date(2027, 4, 5), "yyyy\\.m\\.d", "2027.4.5"),
        (dt.time(9, 5), "h:mm", "9:05"),
        (dt.time(15, 5), "General", "15:05"),
        (dt.timedelta(hours=26), "[h]:mm", "26:00"),
        (13900070011, "General", "13900070011"),
        (13900070011.0, "0", "13900070011"),
        (0.1 + 0.2, "General", "0.3"),
        (1234567.891, "#,##0.00", "1,234,567.89"),
        (2.5, "0.0#", "2.5"),
        (2.5, "0", "3"),
        (0.3, "0%", "30%"),
        (0.125, "0.0%", "12.5%"),
        (3, '0"人"', "3人"),
        (8000, '"¥"#,##0', "¥8,000"),
        (8000, "[$¥-804]#,##0;-[$¥-804]#,##0", "¥8,000"),
        (-5, "0;(0)", "(5)"),
        (-5, "0", "-5"),
        (7, "000", "007"),
        (1e-7, "General", "0.0000001"),
        (True, "General", "TRUE"),
        ("另行通知", "0%", "另行通知"),
        (None, "0", ""),
    ],
)
def test_a_value_reads_as_it_shows(value, form, text):
    assert shown(value, form) == text


def test_formats_reach_the_text():
    def dress(sheet):
        sheet["A2"].number_format = "0%"
        sheet["B2"].number_format = 'yyyy"年"m"月"d"日"'

    found = lines(["占比", "截止"], [0.4, dt.date(2027, 4, 30)], prepare=dress)
    assert found[-1] == "40%\t2027年4月30日"


def test_a_formula_is_its_result_or_shows_that_it_has_none(monkeypatch):
    monkeypatch.setattr("knowledge.read.sheets.found_program", lambda: None)
    assert lines(["甲", "乙"], [1, "=A2+1"])[-1] == "1\t=A2+1"


@pytest.mark.slow
@pytest.mark.skipif(found_program() is None, reason="LibreOffice is not installed")
def test_a_formula_without_a_result_is_worked_out():
    assert lines(["甲", "乙"], [1, "=A2+1"])[-1] == "1\t2"


def test_an_old_workbook():
    assert read_xls(OLD.read_bytes()).text.splitlines() == [
        "附件2 名额", "赛项\t名额\t占比\t截止",
        "甲\t3\t30%\t2027年4月30日", "甲\t4\t70%\t2027年4月30日",
    ]  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("mark", [",", "\t", ";"])
def test_delimited_text(encoding, mark):
    rows = (["名额分配表", "", ""], ["赛项", "单位", "人数"], ["甲", '"一,二"', "3"])
    text = "\r\n".join(mark.join(row) for row in rows)
    assert read_csv(text.encode(encoding)).text.splitlines() == [
        "名额分配表", "赛项\t单位\t人数", "甲\t一,二\t3",
    ]  # fmt: skip


def test_text_that_is_not_delimited_is_text():
    assert read_csv("关于报名的通知\n请报名。\n".encode()).text == "关于报名的通知\n请报名。\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [(saved(Workbook()), "没有内容"), (b"PK\x03\x04", "压缩包|工作簿")],
    ids=["empty", "broken"],
)
def test_what_cannot_be_read_says_why(data, reason):
    with pytest.raises(UnreadableError, match=reason):
        read_xlsx(data)
