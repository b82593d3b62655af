"""What a file is, is told by its content; its name is only the second witness."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook
from word_files import docx, p

from knowledge.errors import UnreadableError
from knowledge.read.counting import FORMATS, chinese, letters, printed, roman
from knowledge.read.files import READERS, read_file, reader_of
from knowledge.read.kinds import Kind, kind_of
from knowledge.read.markdown import read_markdown

NOTICE = "关于举办竞赛的通知\n一、报名\n请报名。\n"
PAGE = f"<html><body><p>{NOTICE}</p></body></html>"
OLD_BOOK = (Path(__file__).parent / "files" / "quota.xls").read_bytes()


def packed(**files):
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in files.items():
            package.writestr(name.replace("__", "/").replace("_", "."), content)
    return out.getvalue()


def workbook():
    out = BytesIO()
    Workbook().save(out)
    return out.getvalue()


def told(part):
    """A name for a test that is the same in every process: packed files differ by their times."""
    return part if isinstance(part, str) else type(part).__name__


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.txt", NOTICE.encode(), Kind.TEXT),
        ("a", NOTICE.encode("gb18030"), Kind.TEXT),
        ("a.md", NOTICE.encode(), Kind.MARKDOWN),
        ("a.doc", docx(p("甲")), Kind.DOCX),
        ("a.docx", NOTICE.encode(), Kind.TEXT),
        ("a.doc", PAGE.encode(), Kind.HTML),
        ("a.xls", b"\xef\xbb\xbf\r\n<TABLE border=1><tr>", Kind.HTML),
        ("a.html", NOTICE.encode(), Kind.TEXT),
        ("a.htm", PAGE.encode("utf-16"), Kind.HTML),
        ("a.mht", b"From: x\r\nSubject: y\r\n z\r\nMIME-Version: 1.0\r\n\r\n", Kind.MHTML),
        ("a.zip", workbook(), Kind.XLSX),
        ("a.xlsx", OLD_BOOK, Kind.XLS),
        ("a.csv", b"a,b\n", Kind.CSV),
        ("a.TSV", b"a\tb\n", Kind.CSV),
        ("a.docx", packed(mimetype="application/vnd.oasis.opendocument.text"), Kind.OFFICE),
        ("a.x", packed(mimetype="application/vnd.oasis.opendocument.spreadsheet"), Kind.CALC),
        ("a.docx", packed(a_txt=NOTICE), Kind.ZIP),
        ("a.doc", b"{\\rtf1 a}", Kind.OFFICE),
        ("a.doc", b"%PDF-1.7\n", Kind.PDF),
        ("a.pdf", b"\xff\xd8\xff\xe0", Kind.IMAGE),
        ("a.pdf", b"\x89PNG\r\n\x1a\n", Kind.IMAGE),
        ("a.png", b"BM\x01\x01\x01\x01\0\0\0\0", Kind.IMAGE),
    ],
    ids=told,
)
def test_a_kind(name, data, kind):
    assert kind_of(name, data) is kind


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "空"),
        ("a.docx", b"\0" * 500, "空"),
        ("a.rar", b"Rar!\x1a\x07\x00", "RAR"),
        ("a.docx", packed(a_txt=NOTICE)[:60], "Word 文档打不开"),
        ("a.zip", packed(a_txt=NOTICE)[:60], "压缩包打不开"),
        ("a.pptx", packed(ppt__presentation_xml="x"), "演示"),
        ("a.ofd", packed(OFD_xml="x"), "OFD"),
        ("a.docx", b"PK", "docx"),
        ("a.zip", b"no archive", "压缩包"),
        ("a.json", b"{}", ".json"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "旧版"),
        (
            "a.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
            + "EncryptedPackage".encode("utf-16-le")
            + b"\0" * 9,
            "密码",
        ),
        ("a.exe", b"MZ\x90\0", "程序"),
    ],
    ids=told,
)
def test_what_is_not_read_says_why_and_what_to_do(name, data, reason):
    with pytest.raises(UnreadableError, match=reason):
        read_file(name, data)


def test_every_kind_has_a_reader_but_an_archive():
    assert set(Kind) - set(READERS) == {Kind.ZIP}
    assert all(callable(reader_of(kind)) for kind in READERS)


def test_markdown_keeps_words_and_numbers_and_tables():
    text = (
        "# 关于举办竞赛的通知\n\n　　各单位：**注意**\n下一行\n\n## 一、报名\n\n"
        "1. 甲\n3. 乙\n   接着\n\n- 丙\n\n"
        "    第二段，缩进四格。\n\n| 赛项 | 人数 |\n|---|---|\n| 甲\\|乙 | 3<br>人 |\n\n"
        "2\\*3 与 a_b_c [网](http://x)\n"
    )
    assert [line for line in read_markdown(text.encode()).text.splitlines() if line] == [
        "关于举办竞赛的通知", "各单位：注意", "下一行", "一、报名", "1. 甲", "3. 乙", "接着", "丙",
        "第二段，缩进四格。", "赛项\t人数", "甲|乙\t3 人", "2*3 与 a_b_c 网",
    ]  # fmt: skip


def test_markdown_that_is_plain_text_stays_as_it_is():
    assert read_markdown(NOTICE.encode()).text == NOTICE


def test_numbers_in_words():
    assert [chinese(n) for n in (1, 10, 11, 21, 100, 105, 1010)] == [
        "一", "十", "十一", "二十一", "一百", "一百零五", "一千零一十",
    ]  # fmt: skip
    assert (roman(4), roman(1994), letters(26), letters(27)) == ("IV", "MCMXCIV", "Z", "AA")
    assert printed(21, "decimalEnclosedCircle") == "21"
    assert printed(20, "decimalEnclosedCircle") == "⑳"


@pytest.mark.parametrize("style", FORMATS)
@pytest.mark.parametrize("number", [0, 1, 10, 99, 10_000, 2_000_000])
def test_no_number_is_too_odd_for_a_style(style, number):
    assert printed(min(number, 3000) if "etter" in style else number, style)
