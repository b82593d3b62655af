"""Forgetting a conversation, or all that is kept."""

from __future__ import annotations

from fakes.talk import ME, WORDS, restarted

from bot.competitions import key_of
from bot.links import payload
from bot.reply import Who


def test_reset_forgets_conversation_choice_and_buttons(talk, desk, clock, tmp_path):
    key = key_of(talk.hear(ME, "费用").options[1])
    talk.choosing.choose(ME)
    talk.hear(ME, "2")
    talk.forgetting.reset(ME)
    assert talk.answering.press(ME, key, "费用").text == WORDS.button_stale
    for each in (talk, restarted(desk, clock, tmp_path)):
        each.hear(ME, "你好")
        assert (desk.asked[-1].notice, desk.asked[-1].history) == (None, ())


def test_in_a_group_each_forgets_their_own_and_what_is_chosen_stays(talk, desk):
    one, other = Who(-5, 1), Who(-5, 2)
    talk.choosing.settle(one, talk.shared.competitions.named("第2届")[0])
    for who in (one, other):
        talk.hear(who, "甲")
    assert talk.forgetting.reset(one).text == WORDS.group.reset
    talk.hear(one, "乙")
    assert desk.asked[-1].notice == "made-2"
    assert desk.asked[-1].history == ()
    assert talk.forgetting.forget(one).text == WORDS.group.forgotten
    talk.hear(other, "丙")
    assert desk.asked[-1].notice == "made-2"
    assert [turn.question for turn in desk.asked[-1].history] == ["甲"]


def test_in_private_everything_is_forgotten(talk, desk):
    talk.choosing.settle(ME, talk.shared.competitions.named("第2届")[0])
    assert talk.forgetting.forget(ME).text == WORDS.forgotten
    talk.hear(ME, "甲")
    assert desk.asked[-1].notice is None


def test_a_personal_question_that_waits_is_forgotten_too(talk):
    group = Who(-5, 1)
    link = talk.hear(group, "我17岁，能参加吗").buttons[0].link
    talk.forgetting.forget(group)
    assert talk.linked.follow(ME, payload(link)).text == WORDS.links.asked_gone
    assert talk.shared.privately.waiting(link.key) is None
