"""Words that the lexicon cuts apart and the notice writes whole."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from knowledge.plain import comparable
from retrieval.desk import Desk
from retrieval.model import Question
from retrieval.passages.whole_words import with_whole_words
from retrieval.question.asked import asked
from retrieval.question.lexicon import words

TEXT = """关于举办白河市面食制作技能竞赛的通知
一、比赛安排
（一）参赛证由选手在赛前三日自行下载打印。
（二）馅料可以提前制作，但不得提前成形。
（三）面粉由赛场提供。
二、奖励
（一）一等奖奖金2000元。
2026年2月1日
"""
NOTICE = read_notice("mianshi", TEXT.encode())
TEXTS = [comparable(line) for line in TEXT.splitlines()]


@pytest.mark.parametrize(
    ("question", "word"),
    [("参赛证上哪弄去", "参赛证"), ("面食的馅能不能先拌好", "馅料"), ("准考证上哪弄去", "")],
    ids=["a rest of a longer word", "a lone noun is short for one", "unknown to the notice"],
)
def test_words_are_made_whole(question, word):
    read = asked(question, words())
    whole = with_whole_words(TEXTS, read)
    assert (word in whole.content) == bool(word)
    assert bool(word) == (whole is not read)


def test_a_lone_character_of_several_words_is_none_of_them():
    read = asked("面食的馅能不能先拌好", words())
    assert with_whole_words([*TEXTS, "馅饼另作评分"], read) is read


def test_what_is_written_whole_is_answered():
    answer = _ask("参赛证上哪弄去")
    assert answer.status == "answered"
    assert "自行下载打印" in answer.text


def test_a_sentence_with_the_word_stands_beside_a_silence():
    answer = _ask("面食制作比赛的馅能不能在家先拌好")
    assert "馅料可以提前制作" in answer.text
    assert "通知未规定馅" not in answer.text


def test_what_the_notice_never_writes_stays_silent():
    assert _ask("停车场有没有充电桩").status == "not_stated"


def _ask(question: str):
    on = datetime(2026, 2, 20, tzinfo=ZoneInfo("Asia/Shanghai"))
    return Desk([NOTICE]).answer(Question(id="q", text=question, as_of=on, notice=NOTICE.id))
