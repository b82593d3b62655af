"""Which buttons stand below an answer."""

from __future__ import annotations

from fakes.desk import FakeDesk
from fakes.talk import ME, WORDS, Clock

from bot.follow_ups import CONTACT
from bot.interview.offer import EXAMINE
from bot.live import Live
from bot.reminders.reminding import SUBSCRIBE
from bot.talk.below import Below
from retrieval.model import Option, Question

DEADLINE = "报名费什么时候交，费用多少，我能参加吗"


def kinds(below, *, about=None):
    desk = FakeDesk()
    asked = Question(text=DEADLINE, as_of=Clock.now, notice="made-2")
    found = below.buttons(asked, desk.answer(asked), about)
    return [one.data.partition(":")[0] for one in found]


def below(*, reminding):
    return Below(Live(FakeDesk, lambda: 0), WORDS, None, reminding=reminding)


def test_an_interview_is_offered_once(talk):
    assert kinds(below(reminding=False)).count(EXAMINE) == 1
    offered = kinds(below(reminding=False), about=Option(label="", notice="made-2"))
    assert offered[0] == EXAMINE
    assert offered.count(EXAMINE) == 1


def test_nothing_about_one_notice_stands_below_options(talk):
    assert talk.hear(ME, "费用").buttons == ()
    assert talk.hear(ME, "2").buttons


def test_whom_to_call_leads_to_the_contacts(talk):
    silent = talk.hear(ME, "能带键盘吗")
    assert CONTACT not in [one.data.partition(":")[0] for one in silent.buttons]
    assert SUBSCRIBE not in [one.data.partition(":")[0] for one in silent.buttons]
