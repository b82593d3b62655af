"""The days between two things of which each is asked apart."""

from __future__ import annotations

import pytest

from retrieval.computed.days_between import asks_days, days_piece
from retrieval.reply import Piece

ASKED = {
    "tracks by their deadline": ("焊接比钳工早截止几天", ("焊接", "钳工", "报名截止时间")),
    "what closes stands in front": ("焊接报名比钳工晚几天", ("焊接报名", "钳工", "报名截止时间")),
    "rounds": ("初赛离决赛几天", ("初赛", "决赛", "时间")),
    "rounds with and": ("初赛和决赛相隔多少天", ("初赛", "决赛", "时间")),
}
NOT_ASKED = ("离决赛还有几天", "今天离决赛几天", "比赛比几天", "决赛几天", "焊接比钳工早几个小时")


@pytest.mark.parametrize(("text", "apart"), ASKED.values(), ids=ASKED)
def test_two_things_are_told_apart(text: str, apart: tuple[str, str, str]) -> None:
    assert asks_days(text) == apart


@pytest.mark.parametrize("text", NOT_ASKED)
def test_other_questions_for_days_are_not_meant(text: str) -> None:
    assert asks_days(text) is None


def _days(*texts: str) -> str | None:
    found = days_piece([Piece(text=text, citations=()) for text in texts])
    return found.text if found is not None else None


def test_a_stretch_counts_from_its_first_day() -> None:
    assert _days("2026年8月20日前报名", "2026年9月1日至3日") == "8月20日与9月1日相差12天。"


@pytest.mark.parametrize(
    "texts",
    [
        ("8月20日", "另行通知"),
        ("8月20日", "8月20日"),
        ("8月20日初审，9月1日复审", "9月3日"),
        ("8月20日",),
        ("2月30日", "3月1日"),
    ],
)
def test_days_that_are_not_certain_are_not_counted(texts: tuple[str, ...]) -> None:
    assert _days(*texts) is None
