"""Files that cannot be audited: one clear line each, whatever they hold."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from old_workbook import old_workbook
from roster_people import lines, workbook, worker

from knowledge.roster import package
from knowledge.roster.load import MOST_BYTES, read_roster
from knowledge.roster.model import RosterError

COLUMNS = {"name": "姓名", "id": "身份证号", "unit": "单位"}
GOOD = workbook(("表", lines(COLUMNS, [worker(1), worker(2)])))
ROWS = [["姓名", "身份证号", "年龄"], ["张三", "5001", 30.0]]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def packed(members, **options):
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, **options) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return stream.getvalue()


def with_member(name, change):
    """The good workbook with one member changed."""
    with zipfile.ZipFile(BytesIO(GOOD)) as book:
        members = {each: book.read(each) for each in book.namelist()}
    return packed(members | {name: change(members.get(name, b""))})


def far_cell(place):
    cell = f'<c r="{place}" t="inlineStr"><is><t>x</t></is></c>'.encode()
    row = place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ").encode()
    return with_member(
        "xl/worksheets/sheet1.xml",
        lambda data: data.replace(
            b"</sheetData>", b'<row r="%b">%b</row></sheetData>' % (row, cell)
        ),
    )


BAD = {
    "空文件": (b"", "空的"),
    "只有空白": (b" \r\n\t", "空的"),
    "只有字节序标记": (b"\xef\xbb\xbf", "空的"),
    "太大": (b"a" * (MOST_BYTES + 1), "MB"),
    "PDF": (b"%PDF-1.7 ...", "PDF"),
    "网页": ("﻿<html><table></table></html>".encode(), "网页"),
    "图片": (b"\x89PNG\r\n\x1a\n" + bytes(99), "不是表格"),
    "乱的压缩包": (b"PK\x03\x04" + bytes(99), "打不开"),
    "截断的工作簿": (GOOD[: len(GOOD) // 2], "打不开"),
    "普通压缩包": (packed({"a.txt": "a"}), "没有工作簿"),
    "Word": (packed({"word/document.xml": "<w/>"}), "Word"),
    "加密的工作簿": (OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "密码"),
    "坏的旧格式": (OLE + bytes(4096), "打不开"),
    "压缩炸弹": (with_member("xl/media/image1.png", lambda _: bytes(300 * 2**20)), "大得"),
    "有文档类型声明": (with_member("xl/workbook.xml", lambda data: b"<!DOCTYPE a>" + data), "声明"),
    "最后一格有字": (far_cell("XFD1048576"), "行"),
    "列太多": (far_cell("ZZZ3"), "列"),
    "格子太多": (far_cell("ALK99999"), "格"),
    "不是表格的文字": ("今天天气很好\n明天也是".encode(), "没有分成列"),
    "二进制": (bytes(range(256)) * 20, "文本"),
    "引号没有成对": (('姓名,身份证号,单位\n"' + "一,二,三\n" * 9000).encode(), "引号"),
    "列数过多的文本": (("姓名," * 2000).encode(), "列"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_cannot_be_read_says_why_in_one_line(name):
    data, word = BAD[name]
    with pytest.raises(RosterError) as fault:
        read_roster(data)
    assert word in str(fault.value)
    assert "\n" not in str(fault.value)


def test_the_good_one_is_read():
    (grid,) = read_roster(GOOD)
    assert grid.rows[0] == ["姓名", "身份证号", "单位"]


def test_a_cell_within_bounds_is_read():
    (grid,) = read_roster(far_cell("C5000"))
    assert len(grid.rows) == 5000


def test_a_cell_at_the_border_of_two_pieces_is_seen(monkeypatch):
    data = far_cell("XFD1048576")
    for size in (64, 100, 333):
        monkeypatch.setattr(package, "_CHUNK", size)
        with pytest.raises(RosterError, match="行"):
            read_roster(data)


@given(st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04", OLE, GOOD[:200], b"\xff\xfe"]))
def test_any_bytes_are_read_or_refused(tail, head):
    try:
        grids = read_roster(head + tail)
    except RosterError as fault:
        assert "\n" not in str(fault)  # noqa: PT017 either way is right
    else:
        assert grids


@given(at=st.integers(0, len(GOOD) - 1), byte=st.integers(0, 255))
def test_a_damaged_workbook_is_read_or_refused(at, byte):
    damaged = bytearray(GOOD)
    damaged[at] = byte
    try:
        read_roster(bytes(damaged))
    except RosterError as fault:
        assert "\n" not in str(fault)  # noqa: PT017 either way is right


def test_an_old_workbook_is_read():
    (grid,) = read_roster(old_workbook(ROWS))
    assert grid.rows == ROWS
