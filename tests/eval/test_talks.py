"""Known questions as turns of chats: each finds what held after the turn before it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from eval.talks import Talks
from retrieval.model import Answer, Held, Option, Question, Turn

AT = datetime(2026, 7, 1, tzinfo=UTC)
CHOSE = Option(label="", notice="one")


def question(text, *before, **more):
    turns = tuple(Turn(question=t) if isinstance(t, str) else t for t in before)
    return Question(text=text, as_of=AT, history=turns, **more)


def answer(desk):
    return Answer(status="answered", text="", held=Held(desk=desk))


def held(put):
    return [turn.held and turn.held.desk for turn in put.history]


def asked(talks, put, desk):
    going = talks.going_on(put)
    talks.keep(going, answer(desk))
    return going


def test_a_turn_has_what_held_after_the_one_before_it_and_no_other():
    talks = Talks()
    assert held(asked(talks, question("甲"), "after 甲")) == []
    assert held(asked(talks, question("乙", "甲"), "after 乙")) == ["after 甲"]
    assert held(asked(talks, question("丙", "甲", "乙"), "after 丙")) == [None, "after 乙"]


@pytest.mark.parametrize(
    "other",
    [
        question("乙", "别的"),
        question("乙", "甲", notice="one"),
        question("乙", "甲").model_copy(update={"as_of": AT.replace(year=2025)}),
        question("乙", "早", "甲"),
    ],
    ids=["words", "choice", "day", "earlier"],
)
def test_what_held_in_another_chat_is_not_taken(other):
    talks = Talks()
    asked(talks, question("甲"), "after 甲")
    assert set(held(talks.going_on(other))) == {None}


def test_what_was_chosen_after_the_latest_turn_does_not_change_what_held_before_it():
    talks = Talks()
    asked(talks, question("甲"), "after 甲")
    chose = Turn(question="甲", chose=CHOSE)
    going = talks.going_on(question("乙", chose))
    assert (held(going), going.history[0].chose) == (["after 甲"], CHOSE)
    asked(talks, question("乙", "甲"), "not chosen")
    assert held(talks.going_on(question("丙", chose, "乙"))) == [None, None]


def test_what_a_chat_has_kept_itself_stays_and_silence_keeps_nothing():
    talks = Talks()
    own = Turn(question="甲", held=Held(desk="own"))
    asked(talks, question("甲"), "after 甲")
    assert held(talks.going_on(question("乙", own))) == ["own"]
    talks.keep(question("丁"), Answer(status="not_stated", text=""))
    assert held(talks.going_on(question("乙", "丁"))) == [None]


def test_only_what_another_question_goes_on_from_is_kept():
    talks = Talks([question("甲"), question("乙", "甲"), question("丙")])
    goes_on = [talks.going_on(each).goes_on for each in (question("甲"), question("乙", "甲"))]
    assert goes_on == [True, False]
    assert not talks.going_on(question("甲", notice="one")).goes_on
