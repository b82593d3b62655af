"""What coordinators see of a question."""

from __future__ import annotations

from fakes.desk import FakeDesk
from fakes.staffed import START

from bot.handoff.found import found
from retrieval.model import Question, Turn


def seen(text, *before):
    desk = FakeDesk()
    turns = tuple(Turn(question=one) for one in before)
    asked = Question(text=text, as_of=START, notice="made-2", history=turns)
    return found(asked, desk.answer(asked), desk.notices[1])


def test_who_asks_is_masked_and_what_tells_of_nobody_stands_as_it_was():
    assert "张伟明" not in seen("我叫张伟明，能带键盘吗？").question
    assert seen("能带键盘吗？").question == "能带键盘吗？"


def test_a_short_question_is_seen_with_the_one_before_it():
    assert seen("键盘呢？", "能带鼠标吗？").earlier == "能带鼠标吗？"
    assert seen("比赛的时候能不能带自己的键盘？", "能带鼠标吗？").earlier == ""


def test_what_the_desk_cites_is_shown_and_whether_it_answers():
    silent = seen("能带键盘吗？")
    assert [cited.path for cited in silent.cited] == ["一"]
    assert not silent.stated
    assert seen("费用").stated
    assert (silent.language, seen("May I bring a keyboard?").language) == ("zh", "en")
