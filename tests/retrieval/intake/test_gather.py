"""Gathering: the files of a notice in any format become one text; what fails is named."""

from __future__ import annotations

import zipfile

import pytest
from openpyxl import Workbook

from knowledge.read.model import Read, Recognised
from retrieval.intake import joining
from retrieval.intake.gather import Found, Refusal, gather
from retrieval.intake.parts import Part

NOTICE = "关于举办第1届试验竞赛的通知\n一、报名\n请报名。\n"
PAGE = f"<html><body><pre>{NOTICE}</pre></body></html>"


@pytest.fixture
def folder(tmp_path):
    inner = tmp_path / "n"
    inner.mkdir()

    def write(**files):
        for name, content in files.items():
            path = inner / name.replace("__", "/").replace("_", ".")
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return inner

    return write


def texts(path, *, one=True):
    return [item.text for item in gather([path], one=one) if isinstance(item, Found)]


def test_formats_are_told_by_content_and_joined(folder):
    book = Workbook()
    book.active.append(["名额表"])
    path = folder(通知_doc=PAGE, 附件1_txt="报名表\n")
    book.save(path / "附件2.xls")
    (text,) = texts(path)
    assert [line for line in text.splitlines() if line] == [
        *NOTICE.splitlines(), "附件1", "报名表", "附件2", "名额表",
    ]  # fmt: skip


def test_the_notice_comes_before_what_else_is_no_attachment(folder):
    (text,) = texts(folder(a手册_txt="参赛手册\n", b通知_txt=NOTICE))
    assert text.index("试验竞赛") < text.index("参赛手册")


def test_numbers_in_a_folder_of_attachments_are_theirs(folder):
    (text,) = texts(folder(通知_txt=NOTICE, 附件__10_txt="第十\n", 附件__2_txt="第二\n"))
    assert text.index("附件2\n第二") < text.index("附件10\n第十")


def test_an_attachment_that_cannot_be_read_is_named_and_the_rest_is_read(folder):
    found, refusal = gather([folder(通知_txt=NOTICE, 附件1_docx=b"PK\x03\x04")], one=True)
    assert isinstance(found, Found)
    assert isinstance(refusal, Refusal)
    assert "附件1.docx" in refusal.place


def test_without_its_main_text_a_notice_is_refused(folder):
    (refusal,) = gather([folder(通知_docx=b"PK\x03\x04", 附件1_txt="报名表\n")], one=True)
    assert isinstance(refusal, Refusal)
    assert "通知.docx" in refusal.reason


def test_what_a_browser_saves_beside_a_page_is_no_notice(folder):
    path = folder(通知_html=PAGE, 通知_files__a_css="x", 通知_files__b_txt="广告\n")
    (path / "通知.files").rename(path / "通知_files")
    assert texts(path, one=False) == texts(path) == [NOTICE]


def test_an_archive_in_an_archive_is_opened_and_one_in_that_too_is_not(tmp_path):
    def packed(name, content):
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            for inner, data in content.items():
                archive.writestr(inner, data)
        return (tmp_path / name).read_bytes()

    first = packed("a.zip", {"附件1.txt": "报名表\n"})
    second = packed("b.zip", {"通知.txt": NOTICE, "附件.zip": first})
    assert "报名表" in texts(tmp_path / "b.zip")[0]
    third = packed("c.zip", {"b.zip": second})
    packed("d.zip", {"c.zip": third})
    (refusal,) = gather([tmp_path / "d.zip"])
    assert "套得太深" in refusal.reason


def test_spans_read_from_pictures_move_with_their_text(monkeypatch):
    def fake(name, data):
        words = data.decode()
        return Read(text=words, recognised=(Recognised(start=1, end=3, confidence=0.9),))

    monkeypatch.setattr(joining, "read_file", fake)
    parts = [Part("附件1.jpg", "甲乙丙丁".encode()), Part("通知.jpg", "子丑寅卯".encode())]
    read = joining.joined(parts).read
    assert [read.text[span.start : span.end] for span in read.recognised] == ["丑寅", "乙丙"]


def test_it_tells_what_it_reads_before_it_reads_it(tmp_path):
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text("关于竞赛的通知\n一、报名\n", "utf-8")
    (tmp_path / "empty").mkdir()
    told = []
    found = gather([tmp_path, tmp_path / "empty"], told=lambda *each: told.append(each))
    assert next(found).id == "a"
    assert told == [(0, 4, "a.txt")]
    list(found)
    assert told[1:] == [(1, 4, "b.txt"), (2, 4, "empty"), (4, 4, "")]


TYPED = "关于举办竞赛的通知\n一、报名时间为五月。\n二、报名邮箱另行通知。\n三、联系人为组委会。\n"


@pytest.mark.parametrize(
    ("name", "text", "times"),
    [
        ("通知.md", TYPED.replace("五月", "５月"), 1),
        ("别名.md", TYPED.replace("\n", "\n\n"), 1),
        ("别名.md", TYPED.replace("五月", "六月"), 2),
        ("附件1.md", TYPED, 2),
        ("通知.md", "关于通知的说明\n一、评分办法见大赛网站。\n", 1),
    ],
    ids=["同名，几乎一样", "不同名，完全一样", "不同名，差一个字", "附件", "同名，别的内容"],
)
def test_a_notice_that_lies_there_in_two_formats_is_read_once(tmp_path, name, text, times):
    (tmp_path / "通知.txt").write_text(TYPED, "utf-8")
    (tmp_path / name).write_text(text, "utf-8")
    (found,) = gather([tmp_path], one=True)
    assert found.text.count("二、报名邮箱另行通知。") == times
    assert ("评分办法" in found.text) == ("评分办法" in text)
    assert bool(found.twins) == ("评分办法" not in text and times == 1)


DATED = TYPED.replace("五月", "5月8日至6月30日，过期不再受理，逾期视为自动放弃参赛资格")


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("通知.md", DATED.replace("30", "20"), "有数字不同：30、20"),
        ("别名.md", DATED.replace("大赛", "竞赛"), "是同一份"),
        ("别名.md", DATED.replace("30", "20"), ""),
    ],
    ids=["同名，差一个数", "不同名，数字都同", "不同名，差一个数"],
)
def test_what_is_left_out_is_said(tmp_path, name, text, said):
    (tmp_path / "通知.txt").write_text(DATED, "utf-8")
    (tmp_path / name).write_text(text.replace("联系人为", "联系人是"), "utf-8")
    (found,) = gather([tmp_path], one=True)
    assert [said in twin.told() for twin in found.twins] == ([True] if said else [])
    assert found.text.count("报名时间") == (1 if said else 2)
