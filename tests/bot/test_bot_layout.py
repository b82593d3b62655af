"""Packing lines into messages."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.layout import Line, clean, pack, units


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("a\x00b\x1bc", "abc"),
        ("甲\r\n乙\r丙", "甲\n乙\n丙"),
        ("x\ud83dy", "x�y"),
        ("\udc80", "�"),
        ("表\t格", "表\t格"),
        ("🏆", "🏆"),
        ("\x7f\x85", ""),
    ],
    ids=["控制字符", "换行", "前半个代理对", "后半个代理对", "制表符", "表情", "删除符"],
)
def test_what_no_chat_can_show_is_taken_out(raw, shown):
    assert clean(raw) == shown


@pytest.mark.parametrize(("text", "length"), [("", 0), ("赛问", 2), ("🏆", 2), ("a🏆b", 4)])
def test_length_is_counted_in_utf16_units(text, length):
    assert units(text) == length


@given(st.lists(st.text(max_size=200), max_size=12), st.integers(8, 60))
def test_no_message_is_longer_than_the_limit_and_nothing_but_white_space_is_lost(texts, limit):
    messages = pack(map(Line, texts), limit)
    for message in messages:
        assert units("\n".join(line.text for line in message)) <= limit
    packed = "".join(line.text for message in messages for line in message)
    assert re.sub(r"\s", "", packed) == re.sub(r"\s", "", "".join(texts))


@pytest.mark.parametrize(
    ("text", "limit", "pieces"),
    [
        ("报名费三百元。由单位承担。", 12, ["报名费三百元。", "由单位承担。"]),
        ("报名费三百元由参赛单位承担", 13, ["报名费三百元由参赛单位承担"]),
        ("报名费三百元由参赛单位承担", 12, ["报名费三百元由参赛单位承", "担"]),
        ("联系电话023-63899503转", 14, ["联系电话", "023-63899503转"]),
        ("一二三四五🏆七", 6, ["一二三四五", "🏆七"]),
        ("第一名甲，第二名乙，第三名丙", 11, ["第一名甲，第二名乙，", "第三名丙"]),
    ],
)
def test_a_long_line_is_cut_at_a_clause_and_never_inside_a_number(text, limit, pieces):
    assert [line.text for message in pack([Line(text)], limit) for line in message] == pieces


def test_lines_fill_messages_up_to_the_last_unit():
    lines = [Line("一二三"), Line("四五六"), Line("七")]
    assert [len(message) for message in pack(lines, 7)] == [2, 1]
    assert [len(message) for message in pack(lines, 9)] == [3]
