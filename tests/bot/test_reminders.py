"""Reminders without Telegram: planned, moved, cancelled, once, not at night, over restarts."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from fakes.desk import Announced, FakeDesk, made
from hypothesis import given
from hypothesis import strategies as st

from bot.clock import ZONE
from bot.live import Live
from bot.reminders.plan import earlier, later, quiet, reminders
from bot.reminders.reminding import Reminders
from bot.reminders.store import FILE, ReminderStore
from bot.wording import wording
from knowledge.model import Scope
from retrieval.model import Option

WORDS = wording()
CHAT = 987654321
SECOND = Option(label="", notice="made-2")
START = datetime(2099, 9, 1, 10, tzinfo=ZONE)
END = datetime(2099, 9, 29, 23, 59, 59, tzinfo=ZONE)


class World:
    """A clock that is set, a store of notices that changes, reminders that may be restarted."""

    def __init__(self, folder):
        self.now = START
        self.notices = (made(1, 0), made(2, 0))
        self.version = 0
        self.desk = FakeDesk
        self.folder = folder
        self.live = Live(lambda: self.desk(self.notices), lambda: self.version)
        self.start()

    def start(self):
        store = ReminderStore(self.folder / FILE, "1:token")
        self.reminders = Reminders(self.live, WORDS, lambda: self.now, store)
        self.reminders.recover()

    def changes(self, *notices):
        self.notices = notices
        self.version += 1
        assert self.live.refresh()
        self.reminders.sync()

    def sent(self):
        """Everything that is to be sent by now, as (chat, text)."""
        found = []
        while (claimed := self.reminders.claim()) is not None:
            self.reminders.sent(claimed[0])
            found.append((claimed[0].chat, claimed[1].text))
        return found

    def through(self, until, step=timedelta(hours=1)):
        """Everything that is sent as time goes by, with the time."""
        found = []
        while self.now <= until:
            found += [(self.now, text) for _, text in self.sent()]
            self.now += step
        return found


@pytest.fixture
def world(tmp_path):
    return World(tmp_path)


def test_three_days_and_one_day_before_and_each_once(world):
    text = world.reminders.subscribe(CHAT, SECOND).text
    assert "报名截止时间：2099年9月29日" in text
    world.reminders.subscribe(CHAT, SECOND)
    found = world.through(END)
    assert [f"{at:%m-%d}" for at, _ in found] == ["09-26", "09-28"]
    assert found[0][1].startswith("提醒：报名截止时间，2099年9月29日截止")
    assert "第2届试赛" in found[0][1]
    assert not any(quiet(at) for at, _ in found)


def test_nobody_is_reminded_who_has_not_asked(world):
    assert world.through(END) == []


def test_they_survive_restarts_and_fire_once(world):
    world.reminders.subscribe(CHAT, SECOND)
    world.now = (END - timedelta(days=2)).replace(hour=12)
    world.start()
    assert len(world.sent()) == 1
    world.start()
    world.reminders.sync()
    assert world.sent() == []


def test_what_was_missed_while_nothing_ran_is_sent_once_and_not_after_the_deadline(world):
    world.reminders.subscribe(CHAT, SECOND)
    world.now = END.replace(hour=12)
    world.start()
    world.reminders.sync()
    assert len(world.sent()) == 1
    world.now = START
    world.reminders.subscribe(CHAT + 1, SECOND)
    world.now = END + timedelta(hours=12)
    world.reminders.sync()
    assert world.sent() == []


def test_what_was_being_sent_when_the_process_was_killed_is_sent(world):
    world.reminders.subscribe(CHAT, SECOND)
    world.now = (END - timedelta(days=2)).replace(hour=12)
    assert world.reminders.claim() is not None
    assert world.reminders.claim() is None
    world.start()
    assert len(world.sent()) == 1
    assert world.sent() == []


def test_what_could_not_be_sent_is_tried_again(world):
    world.reminders.subscribe(CHAT, SECOND)
    world.now = (END - timedelta(days=2)).replace(hour=12)
    world.reminders.failed(world.reminders.claim()[0])
    assert world.sent() == []
    world.now += timedelta(minutes=1)
    assert len(world.sent()) == 1


def test_a_date_that_moves_is_said_once_and_the_reminders_move(world):
    world.reminders.subscribe(CHAT, SECOND)
    world.changes(made(1, 0), made(2, 0, "2099年8月31日"), made(3, 0))
    assert world.sent()[0][1].startswith("日期有变：报名截止时间由2099年9月29日改为2099年8月31日")
    world.reminders.sync()
    assert world.sent() == []
    world.changes(made(1, 0), made(2, 0, "2099年9月19日"))
    assert len(world.sent()) == 1
    found = world.through(END)
    assert [f"{at:%m-%d}" for at, _ in found] == ["09-16", "09-18"]


def test_a_date_that_moves_and_moves_back_is_said_both_times_and_reminded_of(world):
    world.reminders.subscribe(CHAT, SECOND)
    world.changes(made(1, 0), made(2, 0, "2099年9月19日"))
    world.changes(made(1, 0), made(2, 0))
    assert len(world.sent()) == 2
    assert len(world.through(END)) == 2


def test_one_chat_may_be_reminded_of_two_tracks_and_give_up_one(world):
    one = made(1, 2)
    at, later_ = (
        one.values[0],
        one.values[0].model_copy(update={"value": "2099-09-20", "path": "三"}),
    )
    own = [
        value.model_copy(update={"scope": Scope(tracks=(track,))})
        for track, value in (("t1", at), ("t2", later_))
    ]
    world.changes(one.model_copy(update={"values": tuple(own)}), made(2, 0))
    tracks = [Option(label="", notice="made-1", track=track) for track in ("t1", "t2")]
    for each in tracks:
        world.reminders.subscribe(CHAT, each)
    world.reminders.sync()
    world.reminders.cancel(CHAT, tracks[0])
    world.reminders.subscribe(CHAT, tracks[0])
    assert [f"{at:%m-%d}" for at, _ in world.through(END)] == ["09-17", "09-19", "09-26", "09-28"]


def test_a_notice_that_is_withdrawn_is_said_and_nothing_more_comes(world):
    world.reminders.subscribe(CHAT, SECOND)
    world.changes(made(1, 0))
    assert "该通知已撤回" in world.sent()[0][1]
    world.reminders.sync()
    assert world.through(END) == []


def test_a_deadline_that_is_struck_out_is_cancelled(world):
    world.reminders.subscribe(CHAT, SECOND)
    bare = made(2, 0).model_copy(update={"values": ()})
    world.changes(made(1, 0), bare)
    assert "提醒已取消" in world.sent()[0][1]
    assert world.through(END) == []


def test_what_was_left_to_be_announced_is_told_when_it_arrives_and_once(world):
    world.desk = Announced
    assert "决赛时间：待另行通知" in world.reminders.subscribe(CHAT, SECOND).text
    world.changes(made(1, 0), made(2, 0), made(3, 0))
    ((chat, text),) = world.sent()
    assert chat == CHAT
    assert text.startswith("已公布：决赛时间\n10月20日")
    world.reminders.sync()
    assert world.sent() == []


def test_a_change_in_the_night_is_told_in_the_morning(world):
    world.reminders.subscribe(CHAT, SECOND)
    world.now = START.replace(hour=23)
    world.changes(made(1, 0), made(2, 0, "2099年9月19日"))
    assert [at.hour for at, _ in world.through(world.now + timedelta(hours=12))] == [8]


def test_who_cancels_or_forgets_hears_nothing_more(world):
    for end in (lambda: world.reminders.cancel(CHAT, SECOND), lambda: world.reminders.forget(CHAT)):
        world.now = START
        world.reminders.subscribe(CHAT, SECOND)
        end()
        assert world.through(END) == []


def test_a_new_subscriber_hears_nothing_of_old_changes(world):
    world.reminders.subscribe(CHAT, SECOND)
    world.reminders.cancel(CHAT, SECOND)
    world.changes(made(1, 0), made(2, 0, "2099年9月19日"))
    world.reminders.subscribe(CHAT, SECOND)
    world.reminders.sync()
    assert world.sent() == []


def test_neither_number_of_the_chat_nor_token_stands_in_the_file(world, tmp_path):
    world.reminders.subscribe(CHAT, SECOND)
    data = (tmp_path / FILE).read_bytes()
    assert "第2届试赛".encode() in data
    assert str(CHAT).encode() not in data
    assert b"1:token" not in data


def test_a_reminder_of_another_token_reaches_nobody(world, tmp_path):
    world.reminders.subscribe(CHAT, SECOND)
    store = ReminderStore(tmp_path / FILE, "2:token")
    assert store.claim(END.replace(hour=12)) is None


MOMENTS = st.integers(0, 60 * 24 * 365 * 50).map(lambda n: START - timedelta(minutes=n))


@given(MOMENTS, MOMENTS)
def test_no_reminder_is_at_night_late_or_in_the_past(moment, now):
    for _, at in reminders(moment, now):
        assert now < at < moment
        assert not quiet(at)


@given(MOMENTS)
def test_the_hour_beside_a_night_is_its_nearest(moment):
    assert earlier(moment) <= moment <= later(moment)
    assert later(moment) - earlier(moment) <= timedelta(hours=11)
    assert not quiet(later(moment))


@pytest.mark.parametrize(
    ("hour", "minute", "asleep"), [(7, 59, True), (8, 0, False), (21, 59, False), (22, 0, True)]
)
def test_the_night(hour, minute, asleep):
    assert quiet(START.replace(hour=hour, minute=minute)) == asleep
