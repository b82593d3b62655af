"""Which question is passed on to a person, of what, and whether a group may read it."""

from __future__ import annotations

from fakes.talk import ME, WORDS

from bot.competitions import key_of
from bot.reply import Who
from retrieval.model import Option

SECOND = Option(label="", notice="made-2")


def test_the_latest_question_is_the_one_before_asking_whom_to_call(talk):
    assert talk.passing.latest(ME) == ("", None)
    talk.choosing.settle(ME, SECOND)
    talk.hear(ME, "费用")
    talk.whom_to_call(ME)
    assert talk.passing.latest(ME) == ("费用", SECOND)


def test_a_question_of_before_is_told_with_what_was_said_before_it(talk):
    for text in ("甲", "乙", "丙"):
        talk.hear(ME, text)
    told = talk.passing.retold(ME, "乙", key_of(SECOND))
    assert [turn.question for turn in told.history] == ["甲"]
    assert (told.text, told.notice) == ("乙", "made-2")
    assert talk.passing.retold(ME, "乙", "0" * 16) is None


def test_a_question_about_one_competition_is_placed_and_one_about_several_is_not(talk):
    assert talk.passing.placed(ME, "费用")[1] is None
    talk.choosing.settle(ME, SECOND)
    assert talk.passing.placed(ME, "费用")[1] == SECOND


def test_in_a_group_what_tells_of_somebody_goes_aside(talk):
    group = Who(-5, 1)
    assert talk.passing.aside(ME, "我叫张伟明，能带键盘吗", SECOND) is None
    assert talk.passing.aside(group, "能带键盘吗", SECOND) is None
    for text in ("我叫张伟明，能带键盘吗", "我17岁，能参加吗"):
        assert talk.passing.aside(group, text, SECOND).text == WORDS.group.personal
