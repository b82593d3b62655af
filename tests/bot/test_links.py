"""Payloads of deep links: looked up, never trusted."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.links import LETTERS, Link, address, bot_name, payload, read

KEY = "0123456789abcdef"


@pytest.mark.parametrize("kind", LETTERS.values())
@pytest.mark.parametrize("key", ["", KEY])
def test_a_link_is_read_as_it_was_made_and_telegram_allows_it(kind, key):
    link = Link(kind, key)
    assert read(payload(link)) == link
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", payload(link))
    assert address("saiwen_bot", link).startswith("https://t.me/saiwen_bot?start=")


@pytest.mark.parametrize(
    "words", ["", "payload", "z", "c-", f"c-{KEY}0", f"c-{KEY[:-1]}", f"z-{KEY}", "c-０" + KEY[1:]]
)
def test_what_is_no_link_of_ours_is_none(words):
    assert read(words) is None


@given(st.text(max_size=80))
def test_any_words_are_read_without_a_fault(words):
    link = read(words)
    assert link is None or payload(link) == words.strip()


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("saiwen_bot", "saiwen_bot"), ("@saiwen_bot", "saiwen_bot"),
        ("https://t.me/saiwen_bot", "saiwen_bot"), ("t.me/saiwen_bot", "saiwen_bot"),
        ("赛问", None), ("a b", None), ("abc", None), ("abcd", "abcd"),
        ("https://x.org/abcd", None), ("a" * 32, "a" * 32), ("a" * 33, None),
    ],
)  # fmt: skip
def test_the_name_of_a_bot(words, name):
    assert bot_name(words) == name
