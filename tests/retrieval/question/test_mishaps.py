"""What befell somebody in his own life is no question about a competition."""

from __future__ import annotations

import pytest

from retrieval.question.lexicon import words
from retrieval.question.mishaps import at_contest, befell

OWN = ["手机屏幕碎了怎么修", "社保断缴了咋办", "猫不吃饭怎么办", "仓鼠不吃饭怎么办"]
OF_A_CONTEST = [
    "比赛那天手机丢了咋办",
    "报名表填错了怎么办",
    "吃饭过敏怎么办",
    "吃清真的怎么弄",
    "怎么办",
    "手机号换了怎么办",
    "住的地方没空调咋办",
]


@pytest.mark.parametrize("text", OWN)
def test_what_no_notice_has_a_word_for_is_ones_own_life(text):
    assert befell(text, words(), lambda _: False)
    assert at_contest(f"赛场里{text}")
    assert not befell(f"赛场里{text}", words(), lambda _: False)


@pytest.mark.parametrize("text", OF_A_CONTEST)
def test_what_contests_have_words_for_is_none(text):
    assert not befell(text, words(), lambda _: False)


def test_what_a_notice_writes_of_is_none():
    assert not befell("手机屏幕碎了怎么修", words(), lambda _: True)
