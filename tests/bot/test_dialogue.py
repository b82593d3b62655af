"""What a chat has chosen and said."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot import dialogue
from bot.dialogue import FORGET_AFTER, TURNS_KEPT, ChatState, Pending
from retrieval.model import Answer, Option, Turn

NOW = datetime(2026, 6, 10, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
FIRST = Option(label="第1届试赛", notice="a")
SECOND = Option(label="第2届试赛", notice="b", track="t1", group="学生组")
ASKED = ChatState(pending=Pending(options=(FIRST, SECOND), question="费用？"), last_at=NOW)
PLAIN = Answer(status="answered", text="100元")


@pytest.mark.parametrize(
    ("typed", "option"),
    [
        ("1", FIRST), ("2", SECOND), ("２", SECOND), ("第2个", SECOND), ("选1", FIRST),
        (" 2. ", SECOND), ("2、", SECOND), ("第1届试赛", FIRST), ("第 2 届试赛", SECOND),
        ("0", None), ("3", None), ("2人", None), ("第1届", None), ("费用", None), ("", None),
        ("-1", None), ("99999999999999999999", None),
    ],
)  # fmt: skip
def test_an_option_is_picked_by_its_number_or_by_its_own_words(typed, option):
    assert dialogue.picked(ASKED, typed) == option


def test_without_options_a_number_is_a_question():
    assert dialogue.picked(ChatState(), "1") is None


def test_a_label_two_options_share_picks_neither():
    state = ChatState(pending=Pending(options=(FIRST, FIRST.model_copy(update={"notice": "c"}))))
    assert dialogue.picked(state, FIRST.label) is None


def test_a_question_carries_the_choice_and_what_was_said():
    state = ChatState(choice=SECOND, turns=(Turn(question="早先的问题"),))
    asked = dialogue.question(state, "费用？", NOW)
    assert (asked.notice, asked.track, asked.group) == ("b", "t1", "学生组")
    assert asked.history == state.turns
    assert asked.as_of == NOW


def test_choosing_an_option_asks_the_same_again_and_remembers_it_once():
    first = dialogue.question(ChatState(), "费用？", NOW)
    clarify = Answer(status="clarify", text="哪个？", options=(FIRST, SECOND))
    state = dialogue.answered(ChatState(), first, clarify)
    assert state.pending == Pending(options=(FIRST, SECOND), question="费用？")
    again = dialogue.again(state, "费用？", SECOND, NOW)
    assert (again.text, again.notice, again.track, again.group) == ("费用？", "b", "t1", "学生组")
    after = dialogue.answered(state, again, PLAIN, SECOND)
    assert after.turns == (Turn(question="费用？", chose=SECOND),)
    assert after.pending is None


def test_only_the_last_turns_are_kept():
    state = ChatState()
    for number in range(TURNS_KEPT + 3):
        state = dialogue.answered(state, dialogue.question(state, f"问{number}", NOW), PLAIN)
    assert [turn.question for turn in state.turns] == [f"问{n}" for n in range(3, TURNS_KEPT + 3)]


@pytest.mark.parametrize(
    ("later", "left"), [(FORGET_AFTER, 1), (FORGET_AFTER + timedelta(seconds=1), 0)]
)
def test_after_a_day_of_silence_only_the_choice_is_left(later, left):
    state = ChatState(choice=FIRST, turns=(Turn(question="我17岁"),), last_at=NOW)
    after = dialogue.awake(state, NOW + later)
    assert len(after.turns) == left
    assert after.choice == FIRST
    assert after.last_at == NOW + later


def test_a_choice_forgets_what_was_said_about_another_competition():
    state = ChatState(turns=(Turn(question="旧问题"),), pending=Pending(options=(FIRST,)))
    assert dialogue.chosen(state, SECOND) == ChatState(choice=SECOND)


@pytest.mark.parametrize("typed", ["第二个", "第2个", "选2", "那就第二个吧"])
def test_an_option_is_picked_as_people_say_its_number(typed):
    assert dialogue.picked(ASKED, typed) == SECOND


@pytest.mark.parametrize("typed", ["第二届", "第二等奖", "第二个的邮箱呢"])
def test_words_that_ask_something_pick_no_option(typed):
    assert dialogue.picked(ASKED, typed) is None
    assert dialogue.out_of_range(ASKED, typed) is None


def test_a_spoken_number_that_is_no_option_is_out_of_range():
    assert dialogue.out_of_range(ASKED, "第九个") == len(ASKED.pending.options)


def test_another_notice_that_was_named_counts_until_something_else_is():
    chat = ChatState(choice=SECOND, last_at=NOW)
    asked = dialogue.question(chat, "甲赛几号报名", NOW)
    state = dialogue.answered(chat, asked, PLAIN.model_copy(update={"notices": ("a",)}))
    then = dialogue.question(state, "那邮箱呢", NOW)
    assert (then.notice, then.track, then.group) == ("a", None, None)
    back = dialogue.answered(state, then, PLAIN.model_copy(update={"notices": ("b",)}))
    assert dialogue.question(back, "费用", NOW).notice == "b"
    later = dialogue.awake(state, NOW + dialogue.FORGET_AFTER * 2)
    assert dialogue.question(later, "费用", NOW).notice == "b"
