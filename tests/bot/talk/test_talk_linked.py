"""Deep links, and the question behind a message with a command."""

from __future__ import annotations

import pytest
from fakes.talk import ME, WORDS

from bot.competitions import key_of
from bot.links import Link, payload
from bot.reply import Who

GROUP, OTHER = Who(-5, 1), Who(2, 2)


def key(talk):
    return key_of(talk.shared.competitions.named("第2届")[0])


def test_words_behind_start_that_are_no_link_lead_nowhere(talk):
    assert talk.linked.follow(ME, "hello") is None


def test_a_link_chooses_begins_an_interview_or_says_that_its_notice_is_gone(talk, desk):
    chosen = talk.linked.follow(ME, payload(Link("choose", key(talk))))
    assert "第2届试赛" in chosen.text
    talk.hear(ME, "甲")
    assert desk.asked[-1].notice == "made-2"
    assert "资格自测：第2届试赛" in talk.linked.follow(ME, payload(Link("check", key(talk)))).text
    gone = talk.linked.follow(ME, payload(Link("choose", "0" * 16)))
    assert gone.text == WORDS.links.gone


def test_a_bare_link_is_the_command(talk):
    assert len(talk.linked.follow(ME, payload(Link("choose"))).options) == 2
    assert "资格自测" in talk.linked.follow(ME, payload(Link("check"))).text
    assert talk.linked.follow(ME, payload(Link("remind"))).text == WORDS.remind.not_kept


def test_a_question_asked_in_a_group_is_answered_to_the_one_who_asked_it(talk, desk):
    link = talk.hear(GROUP, "我17岁，能参加吗").buttons[0].link
    assert talk.linked.follow(OTHER, payload(link)).text == WORDS.links.not_yours
    assert talk.linked.follow(GROUP, payload(link)).text == WORDS.links.asked_gone
    assert talk.linked.follow(ME, payload(link)).answer is not None
    assert desk.asked[-1].text == "我17岁，能参加吗"
    assert talk.linked.behind(ME, f"/start {payload(link)}") == "我17岁，能参加吗"
    assert talk.linked.behind(OTHER, f"/start {payload(link)}") is None


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("费用多少", "费用多少"), ("", None), ("/help", None), ("/human", None),
        ("/human@saiwen_bot 费用多少", "费用多少"), ("/mine", WORDS.mine.question),
        ("/MINE 我17岁", WORDS.mine.told.format(words="我17岁")),
    ],
)  # fmt: skip
def test_what_a_message_asks(talk, text, question):
    assert talk.linked.behind(ME, text) == question
