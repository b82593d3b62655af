"""Patterns that are compiled when they are first used behave as those that are compiled at once."""

import copy
import pickle
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import kept, lazy_re

SOURCE = r"(?P<year>\d{4})年|(ab)+"


@given(st.text(alphabet="12年ab x", max_size=12))
def test_every_method_finds_what_the_compiled_one_finds(text):
    lazy, plain = lazy_re.compile(SOURCE), re.compile(SOURCE)
    for way in ("search", "match", "fullmatch"):
        one, other = getattr(lazy, way)(text), getattr(plain, way)(text)
        assert (one and one.span()) == (other and other.span())
    assert lazy.findall(text) == plain.findall(text)
    assert [m.span() for m in lazy.finditer(text)] == [m.span() for m in plain.finditer(text)]
    assert lazy.sub("-", text) == plain.sub("-", text)
    assert lazy.subn("-", text) == plain.subn("-", text)
    assert lazy.split(text) == plain.split(text)


def test_it_is_compiled_once_and_only_when_it_is_used(monkeypatch):
    made = []
    real = re.compile
    monkeypatch.setattr(kept, "_in_use", [])  # nothing is kept from another test
    monkeypatch.setattr(re, "compile", lambda *given: made.append(given) or real(*given))
    pattern = lazy_re.compile("甲")
    assert pattern.pattern == "甲"
    assert made == []
    assert pattern.search("甲乙")
    assert pattern.search("乙") is None
    assert pattern.match("甲")
    assert made == [("甲", 0)]


def test_flags_and_groups_are_kept():
    pattern = lazy_re.compile("(?P<word>[a-z]+)", re.IGNORECASE)
    assert pattern.fullmatch("AbC")["word"] == "AbC"
    assert pattern.groupindex == {"word": 1}
    assert lazy_re.compile(b"a").search(b"ba")


def test_a_fault_shows_at_the_first_use():
    pattern = lazy_re.compile("(")
    with pytest.raises(re.error):
        pattern.search("")


def test_it_goes_to_other_processes():
    pattern = lazy_re.compile("甲", re.DOTALL)
    for one in (pickle.loads(pickle.dumps(pattern)), copy.deepcopy(pattern)):
        assert one.search("甲")
