"""The moment a thing would be put off to, and what a deadline says to it."""

from __future__ import annotations

from datetime import datetime

import pytest

from retrieval.question.put_off import put_off_to

FRIDAY = datetime.fromisoformat("2026-06-12T09:00:00+08:00")


@pytest.mark.parametrize(
    ("question", "moment"),
    [
        ("拖到下周一晚上8点再交行吗", "2026-06-15T20:00"),
        ("等到今天下午5点半再提交可以吗", "2026-06-12T17:30"),
        ("推到6月30日再报还来得及吗", "2026-06-30T00:00"),
        ("等到周日晚上再寄", "2026-06-14T00:00"),
        ("挨到下下周三中午12点再发", "2026-06-24T12:00"),
    ],
    ids=["下周一晚上", "下午5点半", "日期", "没说钟点", "下下周"],
)
def test_a_moment_put_off_to_is_read(question, moment):
    assert put_off_to(question, FRIDAY) == datetime.fromisoformat(f"{moment}:00+08:00")


@pytest.mark.parametrize(
    "question",
    [
        "最晚拖到几号再交",
        "等到放假再报行吗",
        "6月30日截止吗",
        "推到6月31日再报",
        "等到6月1日再报",
        "等到周三25点再交",
    ],
    ids=["问的是几号", "没说哪天", "不是拖延", "没有这一天", "已经过去", "没有这一点钟"],
)
def test_no_moment_where_none_is_clear(question):
    assert put_off_to(question, FRIDAY) is None
