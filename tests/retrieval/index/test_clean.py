"""Text for the engine: whatever comes in, what goes on is harmless."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.index.clean import WINDOW, WINDOWS, windows

ANY = st.text(st.characters(codec=None), max_size=3000) | st.text(
    "\ufdfa\x00\ud800a", max_size=3000
)


@given(ANY)
def test_windows_are_few_short_and_clean(text):
    found = windows(text)
    assert 1 <= len(found) <= WINDOWS
    for window in found:
        assert len(window) <= WINDOW
        assert unicodedata.is_normalized("NFKC", window) or len(found) > 1
        assert "\x00" not in window
        window.encode("utf-8")


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("报名费  多少\n钱", ["报名费 多少 钱"]),
        ("１００", ["100"]),
        ("a\x00b", ["ab"]),
        ("", [""]),
        ("\ud800", [""]),
        ("甲" * WINDOW, ["甲" * WINDOW]),
        ("甲" * (WINDOW + 1), ["甲" * WINDOW, "甲"]),
    ],
    ids=["white space", "full width", "NUL", "empty", "surrogate", "one window", "one more"],
)
def test_cleaning(text, clean):
    assert windows(text) == clean


def test_a_hundred_thousand_characters_are_cut():
    assert len(windows("甲" * 100_000)) == WINDOWS
