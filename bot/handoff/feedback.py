"""What people think of answers, which questions find none, and how many are asked.

Counts and questions without answer are gathered in memory and written every few seconds: an answer
never waits for the disk. What people say of an answer is written at once, one vote a message.
"""

from __future__ import annotations

import logging
import sqlite3
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from threading import Lock
from typing import NamedTuple

from bot.handoff.store import HandoffStore
from bot.reply import Who
from knowledge.masking import masked
from knowledge.model import Notice
from retrieval.model import Answer, Option, Question

MOST_UNWRITTEN = 2000
_UNANSWERED = frozenset({"not_stated", "partial"})
_log = logging.getLogger(__name__)


class Unanswered(NamedTuple):
    """A question the notice of its scope did not answer."""

    option: Option
    question: str
    status: str
    at: datetime


class Feedback:
    """Votes, questions without answer, counts."""

    def __init__(self, store: HandoffStore, clock: Callable[[], datetime]) -> None:
        self._store, self._clock = store, clock
        self._lock = Lock()
        self._counts: Counter[tuple[str, str, str]] = Counter()
        self._open: list[Unanswered] = []

    def heard(self, asked: Question, answer: Answer, notice: Notice | None, scope: Option) -> None:
        """Count an answer; keep the question, masked, if there was none."""
        day = asked.as_of.date().isoformat()
        with self._lock:
            self._counts[day, notice.id if notice else "", answer.status] += 1
            full = len(self._open) >= MOST_UNWRITTEN
        if notice is None or full or answer.status not in _UNANSWERED:
            return
        told = masked(asked.text[:MOST_UNWRITTEN], notice.text)
        with self._lock:
            self._open.append(Unanswered(scope, told, answer.status, asked.as_of))

    def flush(self) -> None:
        """Write what has been gathered; what cannot be written waits."""
        with self._lock:
            counts, self._counts = self._counts, Counter()
            open_ones, self._open = self._open, []
        if not counts and not open_ones:
            return
        try:
            with self._store.open() as db:
                self._write(db, counts, open_ones)
        except sqlite3.Error as fault:
            _log.warning("counts not written: %s", type(fault).__name__)
            with self._lock:
                self._counts.update(counts)
                self._open = [*open_ones, *self._open][:MOST_UNWRITTEN]

    def _write(
        self, db: sqlite3.Connection, counts: Counter[tuple[str, str, str]], new: list[Unanswered]
    ) -> None:
        db.executemany(
            "INSERT INTO tally VALUES (?, ?, ?, ?)"
            " ON CONFLICT (day, notice, status) DO UPDATE SET count = count + excluded.count",
            [(*key, count) for key, count in counts.items()],
        )
        for one in new:
            self.keep(db, one)

    def keep(self, db: sqlite3.Connection, one: Unanswered) -> None:
        """Keep a question without answer for the coordinators."""
        db.execute(
            "INSERT INTO open_question (notice, option, question, status, at)"
            " VALUES (?, ?, ?, ?, ?)",
            (
                *(one.option.notice, one.option.model_dump_json()),
                *(self._store.sealed.seal(one.question), one.status, one.at.timestamp()),
            ),
        )

    def vote(self, who: Who, message: int, scope: Option, vote: str, question: str) -> None:
        """Keep what somebody thinks of an answer: one vote a person and message, the last counts.

        A question whose answer was found wanting is kept, masked, like one without answer.

        Raises:
            sqlite3.Error: it is not kept.
        """
        mark = self._store.sealed.hashed(who.chat, message, who.person)
        now = self._clock()
        bad = vote != "good"
        with self._store.open() as db:
            before = db.execute("SELECT vote FROM vote WHERE mark = ?", (mark,)).fetchone()
            db.execute(
                "INSERT OR REPLACE INTO vote (mark, notice, vote, reason, option, at)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (
                    *(mark, scope.notice, "bad" if bad else "good", vote if bad else None),
                    *(scope.model_dump_json(), now.timestamp()),
                ),
            )
            if bad and question and (before is None or before[0] != "bad"):
                self.keep(db, Unanswered(scope, question, "bad", now))
