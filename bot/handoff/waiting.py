"""Questions that wait: listed for coordinators, told once when it is too long, deleted at last."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.handoff import speech
from bot.handoff.desk import Desk
from bot.handoff.model import Address, Case, Outgoing
from bot.reply import Reply


class Waiting:
    """What has no answer yet."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._store = desk, desk.store

    def queue(self, person: int) -> Reply:
        """The questions a coordinator may answer that wait, the overdue ones first."""
        now, said = self._desk.clock(), self._desk.said
        with self._store.open() as db:
            waiting = self._store.cases(db, "state != 'answered' AND asker IS NOT NULL")
        allowed = self._desk.allowed
        own = [one for one in waiting if allowed(person, one.scope.notice) is not None]
        if not own:
            return Reply(text=said.queue.none)
        late = [case for case in own if self._is_late(case, now)]
        lines = [said.queue.title.format(count=len(own), late=len(late))]
        for case in (*late, *(case for case in own if case not in late)):
            name = self._desk.name(case.scope)
            lines.append(speech.listed(case, name, now, said, late=case in late))
        return Reply(text="\n".join(lines))

    def _is_late(self, case: Case, now: datetime) -> bool:
        return now - case.at >= timedelta(hours=self._desk.staff.overdue_hours)

    def watch(self) -> None:
        """Remind the coordinators once of what has waited too long; delete what is too old."""
        now = self._desk.clock()
        with self._store.open() as db:
            self._store.tidy(db, now)
            for case in self._store.cases(db, "state != 'answered' AND overdue = 0"):
                if case.asker is None or not self._is_late(case, now):
                    continue
                told = self._desk.said.post.overdue_title
                text = told.format(number=case.number, hours=speech.hours(case, now))
                to = Address(chat=case.chat, reply_to=case.post)
                self._store.post(db, case.number, Outgoing("overdue", to, text), now)
                db.execute("UPDATE handoff SET overdue = 1 WHERE id = ?", (case.number,))
