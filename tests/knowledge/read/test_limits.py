"""Files from anybody: bombs, locks and tricks are refused before they cost anything."""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO

import pytest

from knowledge.errors import UnreadableError
from knowledge.read import limits
from knowledge.read.limits import Limits, check_bytes, check_pages, limits_of, unpacked
from knowledge.read.pdf_streams import check_streams

SMALL = Limits(megabytes=1, unpacked_megabytes=12, ratio=20, members=3, pages=5)


def zipped(**files):
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def one(name, data=b"x", *, attributes=0):
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        member = zipfile.ZipInfo(name)
        member.external_attr = attributes << 16
        archive.writestr(member, data)
    return out.getvalue()


def lying(data, size):
    """An archive that declares another unpacked size than it has."""
    packed = bytearray(data)
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = packed.index(signature) + offset
        packed[at : at + 4] = struct.pack("<I", size)
    return bytes(packed)


def locked(data):
    packed = bytearray(data)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        packed[packed.index(signature) + offset] |= 1
    return bytes(packed)


ZEROS = bytes(13_000_000)
BAD = {
    "炸弹": (zipped(a=ZEROS), "炸弹"),
    "许多文件合成的炸弹": (
        zipped(a=ZEROS[: 1 << 22], b=ZEROS[: 1 << 22], c=ZEROS[: 1 << 22]),
        "炸弹",
    ),
    "谎报大小": (lying(zipped(a=ZEROS), 10), "炸弹|不完整|打不开"),
    "文件太多": (zipped(a=b"", b=b"", c=b"", d=b""), "4 个文件，超过上限 3 个"),
    "往上走": (one("../../etc/passwd"), "指向包外"),
    "反斜杠往上走": (one("..\\..\\x.txt"), "指向包外"),
    "绝对路径": (one("/etc/passwd"), "指向包外"),
    "盘符": (one("C:\\x.txt"), "指向包外"),
    "链接": (one("x", b"/etc/passwd", attributes=0o120777), "链接"),
    "有密码": (locked(zipped(a=b"abc")), "密码"),
    "截断": (zipped(a=b"abc" * 1000)[:60], "打不开|不完整"),
    "不是压缩包": (b"PK\x03\x04" + bytes(40), "打不开"),
}


@pytest.mark.parametrize("name", BAD)
def test_an_archive_that_is_refused_says_why_in_one_line(name):
    data, reason = BAD[name]
    with pytest.raises(UnreadableError, match=reason) as caught:
        list(unpacked(data, SMALL))
    assert "\n" not in str(caught.value)
    assert "；请" in str(caught.value)


def test_at_the_limits_an_archive_is_read():
    data = zipped(**{"附件/1.txt": b"1", "b..c": b"2", "a": bytes(9_999_990)})
    assert [name for name, _ in unpacked(data, SMALL)] == ["a", "b..c", "附件/1.txt"]


def test_a_name_is_judged_as_it_is_shown():
    with pytest.raises(UnreadableError, match="指向包外"):
        list(unpacked(zipped(a=b""), SMALL, name_of=lambda _: "../a"))


@pytest.mark.parametrize(
    ("check", "value", "reason"),
    [
        (check_bytes, 0, "空"),
        (check_bytes, 1_000_001, "超过上限 1 MB"),
        (check_pages, 0, "没有页面"),
        (check_pages, 6, "6 页，超过上限 5 页"),
    ],
)
def test_beyond_a_limit(check, value, reason):
    with pytest.raises(UnreadableError, match=reason):
        check(value, SMALL)


def test_at_a_limit():
    check_bytes(1_000_000, SMALL)
    check_pages(5, SMALL)


def test_limits_are_settings(monkeypatch):
    assert limits_of({}) == Limits()
    assert limits_of({"SAIWEN_READ_PAGES": " 7 "}).pages == 7
    monkeypatch.setenv("SAIWEN_READ_PAGES", "7")
    with pytest.raises(UnreadableError, match="上限 7 页"):
        check_pages(8)


@pytest.mark.parametrize("value", ["0", "-1", "many", "1.5"])
def test_a_setting_that_is_no_number_is_named(value):
    with pytest.raises(UnreadableError, match="SAIWEN_READ_SECONDS 应为"):
        limits_of({"SAIWEN_READ_SECONDS": value})


def test_the_time_of_a_file_ends(monkeypatch):
    now = [100.0]
    monkeypatch.setattr(limits.time, "monotonic", lambda: now[0])
    check = limits.watch(Limits(seconds=10))
    now[0] = 110.0
    check()
    now[0] = 110.5
    with pytest.raises(UnreadableError, match="10 秒"):
        check()


@pytest.mark.parametrize(
    "part",
    [
        b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        '<!DOCTYPE a [<!ENTITY b "c">]>'.encode("utf-16"),
        b"<! doctype a>",
    ],
    ids=["实体", "UTF-16", "空格"],
)
def test_xml_that_declares_entities_is_refused(part):
    with pytest.raises(UnreadableError, match="实体"):
        limits.check_package(zipped(**{"word/document.xml": part}), SMALL)


def test_macros_are_refused_in_both_forms_of_office_files():
    with pytest.raises(UnreadableError, match="宏"):
        limits.check_package(zipped(**{"word/vbaProject.bin": b"x"}), SMALL)
    compound = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
    limits.check_macros(compound)
    with pytest.raises(UnreadableError, match="宏"):
        limits.check_macros(compound + "_VBA_PROJECT".encode("utf-16-le"))


def stream(data, head=b"<</Length 1/Filter/FlateDecode>>"):
    return b"%PDF-1.4\n4 0 obj\n" + head + b"\nstream\n" + data + b"\nendstream\nendobj\n%%EOF"


def test_a_stream_of_a_pdf_that_unpacks_to_too_much_is_refused():
    bomb = zlib.compress(bytes(65_000_000), 9)
    with pytest.raises(UnreadableError, match="炸弹"):
        check_streams(stream(bomb), Limits())
    check_streams(stream(bomb, b"<</Subtype/Image/Filter/FlateDecode>>"), Limits())
    check_streams(stream(zlib.compress(bytes(63_000_000), 9)), Limits())
    with pytest.raises(UnreadableError, match="炸弹"):
        check_streams(stream(b"", b"<</Filter[/FlateDecode /FlateDecode]>>"), Limits())
