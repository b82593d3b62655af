"""Bytes into canonical text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.errors import UnreadableError
from knowledge.read.text import read_text

NOTICE = "关于举办竞赛的通知\n一、报名时间\n即日起至５月１日。\n"

ENCODINGS = {
    "UTF-8": NOTICE.encode(),
    "UTF-8 带 BOM": NOTICE.encode("utf-8-sig"),
    "UTF-16 小端带 BOM": b"\xff\xfe" + NOTICE.encode("utf-16-le"),
    "UTF-16 大端带 BOM": b"\xfe\xff" + NOTICE.encode("utf-16-be"),
    "UTF-16 小端无 BOM": NOTICE.encode("utf-16-le"),
    "UTF-16 大端无 BOM": NOTICE.encode("utf-16-be"),
    "GB18030": NOTICE.encode("gb18030"),
    "Windows 换行": NOTICE.replace("\n", "\r\n").encode(),
    "GB18030 和 Windows 换行": NOTICE.replace("\n", "\r\n").encode("gb18030"),
    "旧 Mac 换行": NOTICE.replace("\n", "\r").encode(),
    "换页符": NOTICE.replace("\n", "\f", 1).encode(),
    "夹有空字符和控制字符": NOTICE.replace("通知", "通\x00知\x07").encode(),
    "中间有 BOM": NOTICE.replace("一、", "\ufeff一、").encode(),
}


@pytest.mark.parametrize("data", ENCODINGS.values(), ids=ENCODINGS)
def test_every_encoding_gives_the_same_text(data: bytes) -> None:
    assert read_text(data) == NOTICE


def test_what_is_no_control_character_stays() -> None:
    text = "\t序号\n　　一、ＡＢ１２\u200b  ——“”\n\n"
    assert read_text(text.encode()) == text


UNREADABLE = {
    "空文件": (b"", "空的"),
    "只有空白": (b" \r\n\t\n", "空的"),
    "压缩包": (b"PK\x03\x04\x14\x00\x06\x00\x08\x00" + bytes(range(256)) * 4, "文本"),
    "半个 UTF-16 字符": (b"\xff\xfe\x00", "utf-16"),
    "不成字的字节": (b"\xff" * 40, "gb18030"),
}


@pytest.mark.parametrize(("data", "reason"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_is_no_text_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        read_text(data)


@given(st.binary(max_size=200))
def test_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        text = read_text(data)
    except UnreadableError:
        return
    assert text.strip()
    assert not set(text) & {"\x00", "\r", "\ufeff", "\x0c"}


@given(st.text(alphabet=st.characters(codec="gb18030", exclude_categories=["Cc", "Cs", "Cn"])))
def test_reading_canonical_text_again_changes_nothing(text: str) -> None:
    first = "竞赛通知\n" + text.replace("\u2028", "").replace("\u2029", "").replace("\ufeff", "")
    assert read_text(first.encode()) == first
