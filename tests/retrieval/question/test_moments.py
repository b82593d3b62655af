"""The last moment of a date; 24:00 ends the day it is printed with."""

from __future__ import annotations

from datetime import datetime

import pytest

from knowledge.model import Scope, Value
from retrieval.question.moments import days_left, past


def deadline(value):
    return Value(kind="deadline", value=value, raw=value, path="一", start=0, end=9, scope=Scope())


def at(text):
    return datetime.fromisoformat(f"{text}+08:00")


@pytest.mark.parametrize(
    ("value", "as_of", "over", "left"),
    [
        ("2026-06-30T24:00", at("2026-06-30T23:59"), False, 0),
        ("2026-06-30T24:00", at("2026-07-01T00:01"), True, -1),
        ("2026-06-30T17:30", at("2026-06-30T17:31"), True, 0),
        ("2026-06-30", at("2026-06-30T23:59"), False, 0),
        ("2026-06", at("2026-06-29T00:00"), False, 1),
        ("2026-12-31T24:00", at("2026-12-31T12:00"), False, 0),
    ],
    ids=["到当日24点前", "过了24点", "当日时刻已过", "整天", "整月", "年末24点"],
)
def test_a_moment_is_over_or_so_many_days_off(value, as_of, over, left):
    assert past([deadline(value)], as_of) is over
    assert days_left([deadline(value)], as_of) == left
