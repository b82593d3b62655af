"""Resident identity numbers of GB 11643-1999."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.identity_number import IdentityNumber, read_identity_number

READ = {
    "the standard's first example": ("11010519491231002X", (date(1949, 12, 31), "女", False)),
    "the standard's second example": ("440524188001010014", (date(1880, 1, 1), "男", False)),
    "a small x": ("11010519491231002x", (date(1949, 12, 31), "女", False)),
    "full-width digits": (
        "１１０１０５１９４９１２３１００２Ｘ",
        (date(1949, 12, 31), "女", False),
    ),
    "blanks inside": ("110105 19491231 002X", (date(1949, 12, 31), "女", False)),
    "15 digits": ("110105491231002", (date(1949, 12, 31), "女", True)),
}
FAULTS = {
    "a wrong check digit": ("110105194912310021", "checksum"),
    "no such day": ("110105194902310021", "date"),
    "17 characters": ("11010519491231002", "length"),
    "nothing": ("", "format"),
    "words": ("身份证", "format"),
    "what a spreadsheet makes of it": ("5.00E+17", "format"),
    "digits of another script": ("١١٠١٠٥١٩٤٩١٢٣١٠٠٢X", "format"),
}


@pytest.mark.parametrize(("text", "said"), READ.values(), ids=READ)
def test_read(text, said):
    assert read_identity_number(text) == IdentityNumber(*said)


@pytest.mark.parametrize(("text", "fault"), FAULTS.values(), ids=FAULTS)
def test_fault(text, fault):
    assert read_identity_number(text) == fault


@given(st.integers(0, 16), st.integers(1, 9))
def test_every_single_wrong_digit_is_found(place, shift):
    number = "11010519491231002X"
    wrong = (int(number[place]) + shift) % 10
    mutated = number[:place] + str(wrong) + number[place + 1 :]
    assert read_identity_number(mutated) in {"checksum", "date"}


@given(st.text())
def test_any_text_is_read_or_a_fault(text):
    assert read_identity_number(text)
