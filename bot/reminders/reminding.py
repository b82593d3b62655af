"""Reminders: asked for, looked at again whenever a notice changes, handed out to be sent.

Blocking (SQLite, the desk): called from worker threads.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Lock

from bot.competitions import key_of
from bot.live import Live
from bot.reminders import speech
from bot.reminders.calendar import calendar
from bot.reminders.plan import LEADS, later, quiet, reminders
from bot.reminders.speech import Message
from bot.reminders.standing import Event, Item, Standing, changes, standing, within
from bot.reminders.store import Claimed, Planned, ReminderStore
from bot.reply import Button, File, Reply
from bot.wording import Wording
from retrieval.model import Option

SUBSCRIBE, CANCEL, CALENDAR = "r", "u", "d"
"""Callback data: the letter and the key of an option."""
AGAIN_AFTER = timedelta(minutes=1)

_log = logging.getLogger(__name__)


class Reminders:
    """The reminders of one bot."""

    def __init__(
        self, live: Live, words: Wording, clock: Callable[[], datetime], store: ReminderStore
    ) -> None:
        self._live, self._said, self._clock, self._store = live, words.remind, clock, store
        self._syncing = Lock()

    def subscribe(self, chat: int, option: Option) -> Reply:
        """Remind a chat of the deadlines of a competition or track."""
        scope = option.model_copy(update={"label": ""})
        now = self._clock()
        stands = standing(self._live.desk, scope.notice, now)
        if stands is None:
            return Reply(text=self._said.none)
        try:
            with self._store.open() as db:
                if not self._store.subscribers(db, scope.notice):
                    self._store.stands(db, scope.notice, stands.model_dump_json())
                self._store.subscribe(db, chat, scope)
                self._plan(db, scope.notice, stands, now)
        except sqlite3.Error as fault:
            _log.warning("reminder not kept: %s", type(fault).__name__)
            return Reply(text=self._said.not_kept)
        own = tuple(item for item in stands.items if within(item, scope))
        name = self._live.competitions.full_name(scope)
        text = [self._said.begun.format(name=name), *speech.listed(own, now, self._said)]
        return Reply(text="\n".join(text), buttons=self._buttons(scope, name))

    def _buttons(self, scope: Option, name: str) -> tuple[Button, ...]:
        key = key_of(scope)
        return (
            Button(label=self._said.calendar, data=f"{CALENDAR}:{key}"),
            Button(label=self._said.cancel.format(name=name), data=f"{CANCEL}:{key}"),
        )

    def cancel(self, chat: int, option: Option) -> Reply:
        """Remind no more of it; other tracks of the same notice go on."""
        scope = option.model_copy(update={"label": ""})
        stands = standing(self._live.desk, scope.notice, self._clock())
        try:
            with self._store.open() as db:
                self._store.cancel(db, chat, scope)
                if stands is not None:
                    self._plan(db, scope.notice, stands, self._clock())
        except sqlite3.Error as fault:
            _log.warning("reminder not cancelled: %s", type(fault).__name__)
            return Reply(text=self._said.not_kept)
        return Reply(text=self._said.ended.format(name=self._live.competitions.full_name(scope)))

    def listing(self, chat: int, chosen: Option | None) -> Reply:
        """What a chat is reminded of, and what it could be."""
        try:
            with self._store.open() as db:
                own = self._store.of_chat(db, chat)
        except sqlite3.Error as fault:
            _log.warning("reminders not readable: %s", type(fault).__name__)
            return Reply(text=self._said.not_kept)
        name_of = self._live.competitions.full_name
        buttons = [button for one in own for button in self._buttons(one, name_of(one))[1:]]
        new = chosen.model_copy(update={"label": ""}) if chosen else None
        if new is not None and new not in own:
            label = self._said.subscribe.format(name=name_of(new))
            buttons.append(Button(label=label, data=f"{SUBSCRIBE}:{key_of(new)}"))
        names = "\n".join(f"· {name_of(one)}" for one in own)
        text = f"{self._said.listed}\n{names}" if own else self._said.none
        return Reply(text=self._said.which if new and not own else text, buttons=tuple(buttons))

    def calendar(self, option: Option) -> Reply:
        """The deadlines ahead as a calendar file."""
        now = self._clock()
        stands = standing(self._live.desk, option.notice, now)
        own = [i for i in stands.items if within(i, option)] if stands else []
        ahead = [i for i in own if i.moment is not None and i.moment > now]
        if not ahead:
            return Reply(text=self._said.calendar_none)
        name = self._live.competitions.full_name(option)
        return Reply(text=name, file=File(name=self._said.file, data=calendar(name, ahead, now)))

    def forget(self, chat: int) -> None:
        """Delete everything of a chat."""
        with self._store.open() as db:
            self._store.forget(db, chat)

    def sync(self) -> None:
        """Look at every notice somebody is reminded of, and plan what follows from its changes."""
        with self._syncing:
            with self._store.open() as db:
                notices = self._store.notices(db)
            for notice in notices:
                self._look(notice)

    def _look(self, notice: str) -> None:
        now = self._clock()
        stands = standing(self._live.desk, notice, now)  # slow: outside the transaction
        with self._store.open() as db:
            written = self._store.stood(db, notice)
            stood = Standing.model_validate_json(written) if written else None
            events = changes(stood, stands) if stood else ()
            kept = stands or (stood or Standing(name=notice)).model_copy(update={"gone": True})
            self._plan(db, notice, kept, now, events)
            self._store.stands(db, notice, kept.model_dump_json())

    def _plan(
        self,
        db: sqlite3.Connection,
        notice: str,
        stands: Standing,
        now: datetime,
        events: tuple[Event, ...] = (),
    ) -> None:
        """Write what is to be sent to everybody who is reminded of a notice."""
        by_chat: dict[str, list[Planned]] = {}
        held: dict[str, list[str]] = {}
        to: dict[str, bytes] = {}
        for chat, address, scope in self._store.subscribers(db, notice):
            called = self._live.competitions.full_name(scope) or stands.name
            items = [] if stands.gone else [i for i in stands.items if within(i, scope)]
            to[chat] = address
            planned = by_chat.setdefault(chat, [])
            key = key_of(scope)
            planned += [self._event(called, key, e, now) for e in events if within(e.item, scope)]
            planned += [p for item in items for p in self._before(called, key, item, now)]
            held.setdefault(chat, []).extend(m for item in items for m in _marks(item))
        for chat, planned in by_chat.items():
            self._store.keep_only(db, chat, notice, held[chat])
            self._store.plan(db, chat, to[chat], notice, planned)

    def _event(self, name: str, key: str, event: Event, now: datetime) -> Planned:
        message = speech.of_event(name, event, self._said)
        if event.kind != "gone":
            message = message.model_copy(update={"key": key, "dated": event.kind == "moved"})
        # written with the standing it follows from, so the moment makes it one of its own
        told = (event.was.moment if event.was else None, event.item.moment, now)
        mark = " ".join([event.item.key, *map(str, told)])
        return Planned(
            kind=event.kind, mark=mark, message=message.model_dump_json(), fire_at=later(now)
        )

    def _before(self, name: str, key: str, item: Item, now: datetime) -> list[Planned]:
        if item.moment is None:
            return []
        told = {"key": key, "dated": True}
        message = speech.before(name, item, self._said).model_copy(update=told).model_dump_json()
        return [
            Planned(
                kind="before",
                mark=_mark(item, days),
                message=message,
                fire_at=at,
                until=item.moment,
            )
            for days, at in reminders(item.moment, now)
        ]

    def recover(self) -> None:
        """After a start: what was being sent when the process ended is sent."""
        if count := self._store.recover():
            _log.warning("reminders in flight at the last end, sent again: %d", count)

    def claim(self) -> tuple[Claimed, Message] | None:
        """Take the next message that is to be sent now; nothing at night."""
        now = self._clock()
        claimed = None if quiet(now) else self._store.claim(now)
        return (claimed, Message.model_validate_json(claimed.message)) if claimed else None

    def below(self, message: Message) -> tuple[Button, ...]:
        """The buttons of a message: into the calendar, no more of it."""
        found = (
            Button(label=self._said.calendar, data=f"{CALENDAR}:{message.key}"),
            Button(label=self._said.stop, data=f"{CANCEL}:{message.key}"),
        )
        return (found if message.dated else found[1:]) if message.key else ()

    def sent(self, claimed: Claimed) -> None:
        """It has been sent."""
        self._store.sent(claimed)

    def failed(self, claimed: Claimed) -> None:
        """It could not be sent: again in a minute."""
        self._store.put_back(claimed, self._clock() + AGAIN_AFTER)

    def unreachable(self, claimed: Claimed) -> None:
        """The person has left: nothing is kept of the chat."""
        self.forget(claimed.chat)


def _marks(item: Item) -> list[str]:
    return [_mark(item, days) for days in LEADS] if item.moment else []


def _mark(item: Item, days: int) -> str:
    return f"{item.key} {item.moment} {days}"
