"""A track by the one character of its name that nothing else has."""

from __future__ import annotations

import pytest

from knowledge.notice import read_notice
from retrieval.scoping.abbreviated import ShortNames

NOTICE = """关于举办丹岭市乡村技能大赛的通知
一、赛项
设砌筑、焊工、农机修理、育婴员四个赛项。
二、条件
各赛项选手须年满18周岁。{more}
"""


def told(text: str, more: str = "") -> tuple[str, ...]:
    notice = read_notice("n", NOTICE.format(more=more).encode())
    found = ShortNames(notice).find(text)
    names = {t.id: t.name for t in notice.tracks}
    return tuple(names[i] for i in found.ids) if found else ()


@pytest.mark.parametrize(
    ("text", "track"),
    [("砌墙的在哪里比", "砌筑"), ("我会砌砖能报哪个", "砌筑"), ("烧焊的几号考", "焊工")],
)
def test_a_rare_character_of_one_name_tells_the_track(text: str, track: str) -> None:
    assert told(text) == (track,)


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("教育局在哪里", ""),
        ("机器几点开", ""),
        ("砌墙的在哪里比", "砌体结构由承办校提供。"),
    ],
    ids=["a common character", "a character of many words", "one the notice has elsewhere"],
)
def test_another_character_tells_none(text: str, more: str) -> None:
    assert told(text, more) == ()


def test_the_word_is_covered_and_nothing_more() -> None:
    notice = read_notice("n", NOTICE.format(more="").encode())
    found = ShortNames(notice).find("砌墙的在哪里比")
    assert found is not None
    assert found.spans == ((0, 2),)
