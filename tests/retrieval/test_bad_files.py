"""Bad files in a folder: a line each with name and reason, the rest is read, the store is whole."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import pytest
from openpyxl import Workbook

from retrieval.intake.gather import Found, Refusal, gather
from retrieval.intake.ingest import ingest
from retrieval.storage.store import Store

TEXT = "关于举办青川市第四届数控技能竞赛的通知\n各有关单位：\n一、报名截止时间为2027年5月8日。\n"


def zipped(**files):
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def workbook():
    out = BytesIO()
    book = Workbook()
    book.active.append(["赛项", "人数"])
    book.save(out)
    return out.getvalue()


def docx(body, **more):
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    return zipped(**{"[Content_Types].xml": types, "word/document.xml": body, **more})


ENTITIES = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "cccc"><!ENTITY d "&b;&b;&b;">]><a>&d;</a>'
BOOK = workbook()
BAD = {
    "空.docx": (b"", "空"),
    "空.pdf": (b"", "空"),
    "截断.docx": (docx("<w/>")[:80], "打不开|不完整|损坏"),
    "截断.xlsx": (BOOK[: len(BOOK) // 2], "打不开|不完整|损坏"),
    "截断.pdf": (b"%PDF-1.7\n1 0 obj\n<</Type/Cat", "不完整"),
    "截断.jpg": (b"\xff\xd8\xff\xe0" + bytes(20), "打不开|不完整|损坏"),
    "实体.docx": (docx(ENTITIES), "实体"),
    "宏.docx": (docx("<w/>", **{"word/vbaProject.bin": b"x"}), "宏"),
    "炸弹.docx": (docx(bytes(45_000_000)), "炸弹"),
    "炸弹.zip": (zipped(**{"a.txt": bytes(45_000_000)}), "炸弹"),
    "套着的炸弹.zip": (
        zipped(**{f"{n}.zip": zipped(a=bytes(9_000_000)) for n in range(5)}),
        "炸弹",
    ),
    "越界.zip": (zipped(**{"../../a.txt": TEXT}), "指向包外"),
    "锁.pdf": (b"%PDF-1.7\n/Encrypt\n%%EOF", "密码"),
    "程序.txt": (b"MZ" + bytes(200), "程序"),
    "压缩包.rar": (b"Rar!\x1a\x07" + bytes(50), "RAR"),
}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("SAIWEN_READ_UNPACKED_MEGABYTES", "40")
    folder = tmp_path / "通知"
    folder.mkdir()
    for name, (data, _) in BAD.items():
        (folder / name).write_bytes(data)
    (folder / "好的.txt").write_text(TEXT, "utf-8")
    return folder


def test_each_is_named_with_its_reason_in_one_line_and_the_rest_is_read(folder):
    results = list(gather([folder]))
    refused = {
        item.place.rsplit("/", 1)[-1]: item.reason for item in results if isinstance(item, Refusal)
    }
    assert refused.keys() == BAD.keys()
    for name, reason in refused.items():
        assert re.search(BAD[name][1], reason), (name, reason)
        assert "\n" not in reason
    assert [item.id for item in results if isinstance(item, Found)] == ["好的"]


def test_the_store_is_as_before_but_for_what_could_be_read(folder, tmp_path):
    store = Store.open(tmp_path / "store", create=True)
    store.leave_out_bundled()
    ingest(store, gather([folder / name for name in BAD]))
    assert store.notices() == ()
    before = store.version()
    ingest(store, gather([folder / name for name in BAD]))
    assert store.version() == before
    ingest(store, gather([folder]))
    assert [notice.id for notice in store.notices()] == ["好的"]


def test_a_file_under_a_wrong_name_is_read_by_its_content(tmp_path):
    (tmp_path / "通知.pdf").write_text(TEXT * 3, "utf-8")
    results = list(gather([tmp_path / "通知.pdf"]))
    assert [type(item) for item in results] == [Found]


def test_a_bad_attachment_does_not_take_the_notice_along(tmp_path):
    notice = tmp_path / "竞赛"
    notice.mkdir()
    (notice / "通知.txt").write_text(TEXT, "utf-8")
    (notice / "附件1.docx").write_bytes(BAD["宏.docx"][0])
    results = list(gather([notice], one=True))
    found = [item for item in results if isinstance(item, Found)]
    refused = [item for item in results if isinstance(item, Refusal)]
    assert "数控技能竞赛" in found[0].text
    assert ["附件1.docx" in item.place and "宏" in item.reason for item in refused] == [True]


def test_limits_of_size_are_settings(tmp_path, monkeypatch):
    monkeypatch.setenv("SAIWEN_READ_MEGABYTES", "1")
    big = tmp_path / "大.txt"
    big.write_text("一、" + "长" * 400_000, "utf-8")
    assert ["超过上限 1 MB" in item.reason for item in gather([big])] == [True]
