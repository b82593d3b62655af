"""Who deals with a question: a coordinator claims it, for an hour, or puts it back."""

from __future__ import annotations

from datetime import timedelta

from bot.handoff.desk import Desk
from bot.handoff.model import Case, Told
from bot.reply import Reply

HELD = timedelta(hours=1)
"""So long a question that was claimed is left to who has claimed it."""


class Claims:
    """Claimed by one at a time."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._store = desk, desk.store

    def claim(self, chat: int, person: int, number: int, *, take: bool) -> Told:
        """Claim a question, or put it back."""
        said = self._desk.said
        with self._store.open() as db:
            case = self._store.case(db, number)
            refused = self._desk.refusal(case, chat, person)
            if case is None or refused:
                return Told(Reply(note=refused))
            if case.state == "answered" or self.is_anothers(case, person):
                return Told(Reply(note=said.claimed_by.format(who=case.who)), case)
            case = self._claimed(case, person) if take else self._free(case)
            self._store.change(db, case)
        return Told(Reply(note=said.claimed if take else said.released), case)

    def _claimed(self, case: Case, person: int) -> Case:
        changed = {
            "state": "claimed",
            "person": self._store.sealed.hashed(person),
            "who": self._desk.allowed(person, case.scope.notice) or "",
            "changed_at": self._desk.clock(),
        }
        return case.model_copy(update=changed)

    def _free(self, case: Case) -> Case:
        changed = {"state": "new", "person": "", "who": "", "changed_at": self._desk.clock()}
        return case.model_copy(update=changed)

    def is_anothers(self, case: Case, person: int) -> bool:
        """Whether somebody else has claimed it not long ago."""
        own = case.person in {"", self._store.sealed.hashed(person)}
        return case.state == "claimed" and not own and self._desk.clock() - case.changed_at < HELD
