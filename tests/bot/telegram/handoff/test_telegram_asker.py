"""Handing over and feedback by those who ask, over HTTP."""

from __future__ import annotations

from fakes.handed import (
    ASKER,
    OFFICE,
    SAID,
    WORDS,
    buttons,
    handed_over,
    last,
    notes,
    replies,
)


def test_pressing_twice_hands_over_once(api, bot):
    handed_over(api)
    api.presses(api.sent(7)[0], ASKER.human)
    last(api, 7, "已经转给组织方了，编号 #1")
    assert len([m for m in api.sent(OFFICE) if "转人工 #" in m["text"]]) == 1


def test_an_old_button_works_after_a_restart(api, serve, bot):
    api.says("能自己带键盘吗？")
    answer = api.reply(1)
    assert bot.stop() == 0
    serve()
    api.presses(answer, ASKER.human)
    assert "能自己带键盘吗" in api.reply(2, OFFICE)["text"]


def test_forgetting_takes_the_question_back(api, bot):
    post = handed_over(api)
    api.says("/forget")
    last(api, 7, WORDS.forgotten)
    replies(api, post, "可以。")
    last(api, OFFICE, "已不存在")
    assert not [m for m in api.sent(7) if "组织方答复" in m["text"]]


def test_a_thumb_down_asks_why_and_offers_a_person(api, bot):
    api.says("能自己带键盘吗？")
    answer = api.reply(1)
    api.presses(answer, ASKER.good)
    api.wait(lambda: ASKER.thanks in notes(api))
    api.presses(answer, ASKER.bad)
    why = last(api, 7, ASKER.why)
    assert {*ASKER.reasons.values(), ASKER.human} == set(buttons(why))
    api.presses(why, ASKER.reasons["wrong"])
    api.wait(lambda: notes(api).count(ASKER.thanks) == 2)
    api.presses(why, ASKER.human)
    assert "能自己带键盘吗" in api.reply(2, OFFICE)["text"]


def test_the_english_asker_reads_english(api, bot):
    english = SAID.asker["en"]
    api.says("Can I bring my own keyboard to the competition please")
    answer = api.reply(1)
    api.presses(answer, english.human)
    last(api, 7, "have been passed on")
    replies(api, api.reply(2, OFFICE), "Yes.")
    assert "The organisers' answer" in last(api, 7, "Yes.")["text"]


def test_without_coordinators_nobody_is_offered(api, serve):
    serve()
    api.says("能自己带键盘吗？")
    assert ASKER.human not in buttons(api.reply(1))
