"""Conversations, without Telegram and without a terminal."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from fakes.desk import FakeDesk, made

from bot.competitions import key_of
from bot.links import payload
from bot.live import Live
from bot.memory import FILE, Memory
from bot.reply import Who
from bot.talk import FILTERED_SHOWN, Talk
from bot.wording import wording

ME = Who(1, 1)
WORDS = wording()


class Clock:
    now = datetime(2026, 6, 10, 9, tzinfo=ZoneInfo("Asia/Shanghai"))

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def desk():
    return FakeDesk()


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def talk(desk, clock, tmp_path):
    return Talk(Live(lambda: desk, lambda: 0), WORDS, clock, Memory(tmp_path / FILE, "1:t"))


def restarted(desk, clock, tmp_path, token="1:t"):
    return Talk(Live(lambda: desk, lambda: 0), WORDS, clock, Memory(tmp_path / FILE, token))


def test_a_question_that_fits_two_is_asked_back_and_a_number_settles_it(talk):
    back = talk.hear(ME, "费用")
    assert [option.label for option in back.options] == ["第1届试赛", "第2届试赛"]
    assert talk.hear(ME, "2").answer.text == "200元\n按：第2届试赛"


def test_a_button_works_in_the_conversation_and_after_a_restart(talk, desk, clock, tmp_path):
    key = key_of(talk.hear(ME, "费用").options[1])
    assert talk.press(ME, key, "别的问题").answer.text.startswith("200元")
    new = restarted(desk, clock, tmp_path)
    assert new.press(ME, key, "费用").answer.text.startswith("200元")
    assert new.press(ME, key, None).text == WORDS.button_stale


@pytest.mark.parametrize("key", ["", "0" * 16, "made-2", "'; DROP TABLE buttons; --"])
def test_a_forged_button_does_nothing(talk, desk, key):
    talk.hear(ME, "费用")
    asked = len(desk.asked)
    assert talk.press(ME, key, "费用").text == WORDS.button_stale
    assert len(desk.asked) == asked


def test_a_button_of_a_withdrawn_notice_says_so(talk, clock, tmp_path):
    key = key_of(talk.hear(ME, "费用").options[1])
    new = restarted(FakeDesk((made(1, 2),)), clock, tmp_path)
    assert new.press(ME, key, "费用").text == WORDS.button_notice_gone


def test_choosing_goes_from_competition_to_track_to_group(talk, desk):
    assert len(talk.choose(ME).options) == 2
    tracks = talk.hear(ME, "1")
    assert (len(tracks.options), tracks.final.label) == (30, WORDS.whole_competition)
    groups = talk.hear(ME, "3")  # 1 is 不限赛项, so 3 is the second track
    assert [option.label for option in groups.options] == ["学生组", "职工组"]
    assert "第1届试赛 · 赛项2号 · 职工组" in talk.hear(ME, "3").text
    talk.hear(ME, "费用")
    last = desk.asked[-1]
    assert (last.notice, last.track, last.group) == ("made-1", "t2", "职工组")


@pytest.mark.parametrize(("picks", "track"), [(("1", "1"), None), (("1", "3", "1"), "t2")])
def test_choosing_may_stop_at_any_level(talk, desk, picks, track):
    talk.choose(ME)
    for pick in picks:
        reply = talk.hear(ME, pick)
    assert not reply.options
    talk.hear(ME, "费用")
    assert (desk.asked[-1].notice, desk.asked[-1].track) == ("made-1", track)


def test_words_behind_choose_narrow_the_list(talk):
    assert [o.notice for o in talk.choose(ME, "第2届").options] == ["made-2"]
    assert [o.notice for o in talk.choose(ME, "赛项30号").options] == ["made-1"]
    assert talk.choose(ME, "龙舟").text == WORDS.choose_none.format(words="龙舟")


def test_a_narrowed_list_fits_one_page(clock):
    many = FakeDesk(tuple(made(number, 0) for number in range(FILTERED_SHOWN + 5)))
    talk = Talk(Live(lambda: many, lambda: 0), WORDS, clock)
    assert len(talk.choose(ME, "试赛").options) == FILTERED_SHOWN


def test_a_choice_survives_a_restart_and_what_was_said_does_not(talk, desk, clock, tmp_path):
    talk.choose(ME)
    talk.hear(ME, "2")
    talk.hear(ME, "我17岁")
    new = restarted(desk, clock, tmp_path)
    new.hear(ME, "费用")
    assert desk.asked[-1].notice == "made-2"
    assert desk.asked[-1].history == ()
    personal = b"17"
    assert not any(personal in f.read_bytes() for f in tmp_path.iterdir() if f.is_file())


def test_in_a_group_the_choice_is_shared_and_what_one_says_is_not(talk, desk):
    one, two = Who(-5, 1), Who(-5, 2)
    talk.choose(one)
    talk.hear(one, "2")
    talk.hear(one, "我17岁")
    talk.hear(two, "费用")
    assert desk.asked[-1].notice == "made-2"
    assert desk.asked[-1].history == ()


def test_a_follow_up_knows_the_turns_before_until_a_day_has_passed(talk, desk, clock):
    talk.hear(ME, "费用")
    talk.hear(ME, "2")
    talk.hear(ME, "那邮箱呢")
    assert desk.asked[-1].history[0].chose.notice == "made-2"
    clock.now += timedelta(days=1, seconds=1)
    talk.hear(ME, "那邮箱呢")
    assert desk.asked[-1].history == ()


def test_reset_forgets_conversation_choice_and_buttons(talk, desk, clock, tmp_path):
    key = key_of(talk.hear(ME, "费用").options[1])
    talk.choose(ME)
    talk.hear(ME, "2")
    talk.reset(ME)
    assert talk.press(ME, key, "费用").text == WORDS.button_stale
    for each in (talk, restarted(desk, clock, tmp_path)):
        each.hear(ME, "你好")
        assert (desk.asked[-1].notice, desk.asked[-1].history) == (None, ())


def test_a_memory_that_cannot_be_used_does_not_stop_the_conversation(desk, clock, tmp_path):
    (tmp_path / FILE).write_bytes(b"no database" * 100)
    talk = restarted(desk, clock, tmp_path)
    key = key_of(talk.hear(ME, "费用").options[1])
    assert talk.press(ME, key, None).answer.text.startswith("200元")
    assert talk.choose(ME).options
    assert "第2届试赛" in talk.hear(ME, "2").text
    talk.hear(ME, "费用")
    assert desk.asked[-1].notice == "made-2"
    assert talk.reset(ME).text == WORDS.reset


def test_a_changed_store_is_opened_and_one_that_cannot_be_opened_leaves_the_old(clock):
    versions, desks = [0], [FakeDesk((made(1, 0),)), None, FakeDesk((made(2, 0),))]

    def opened():
        desk = desks[versions[0]]
        if desk is None:
            raise OSError
        return desk

    live = Live(opened, lambda: versions[0])
    assert not live.refresh()
    versions[0] = 1
    with pytest.raises(OSError):
        live.refresh()
    assert live.desk is desks[0]
    versions[0] = 2
    assert live.refresh()
    assert [item.notice for item in live.competitions.items] == ["made-2"]


def test_in_a_group_each_forgets_their_own_and_what_is_chosen_stays(talk, desk):
    one, other = Who(-5, 1), Who(-5, 2)
    talk.settle(one, talk.competitions.named("第2届")[0])
    for who in (one, other):
        talk.hear(who, "甲")
    assert talk.reset(one).text == WORDS.group.reset
    talk.hear(one, "乙")
    assert desk.asked[-1].notice == "made-2"
    assert desk.asked[-1].history == ()
    assert talk.forget(one).text == WORDS.group.forgotten
    talk.hear(other, "丙")
    assert desk.asked[-1].notice == "made-2"
    assert [turn.question for turn in desk.asked[-1].history] == ["甲"]


def test_in_private_everything_is_forgotten(talk, desk):
    talk.settle(ME, talk.competitions.named("第2届")[0])
    assert talk.forget(ME).text == WORDS.forgotten
    talk.hear(ME, "甲")
    assert desk.asked[-1].notice is None


def test_a_personal_question_that_waits_is_forgotten_too(talk):
    group = Who(-5, 1)
    link = talk.hear(group, "我17岁，能参加吗").buttons[0].link
    talk.forget(group)
    assert talk.follow(ME, payload(link)).text == WORDS.links.asked_gone
    assert talk._privately.waiting(link.key) is None
