"""The coordinators' desk: who may do what about which notice, in which words.

Blocking (SQLite, the bot's own desk), as everything built on it: called from worker threads. Each
step is one transaction with the messages that follow from it, so a kill at any moment neither
loses nor doubles one in the store.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from bot.coordinators import Coordinators, Staff
from bot.handoff.model import Case
from bot.handoff.store import KEPT, HandoffStore
from bot.live import Live
from bot.wording.office import Asker, Office, office_words
from knowledge.model import Notice
from retrieval.model import Option
from retrieval.official.shelf import Shelf
from retrieval.question.english import is_english


@dataclass(frozen=True)
class Desk:
    """What all steps of handing over stand on."""

    live: Live
    people: Staff
    clock: Callable[[], datetime]
    store: HandoffStore
    shelf: Shelf
    said: Office = field(default_factory=office_words)

    @property
    def staff(self) -> Coordinators:
        """Who may do what."""
        return self.people.now()

    @property
    def gone(self) -> str:
        """That a question is not kept any more."""
        return self.said.gone.format(days=KEPT.days)

    def notice(self, notice: str) -> Notice | None:
        """A notice in use."""
        return self.live.notices.get(notice)

    def name(self, scope: Option) -> str:
        """`竞赛 · 赛项 · 组别`."""
        return self.live.competitions.full_name(scope)

    def says(self, text: str) -> Asker:
        """The words for somebody who writes like this."""
        return self.said.asker["en" if is_english(text) else "zh"]

    def takes(self, notice: Notice) -> bool:
        """Whether there is somebody to hand questions about a notice over to."""
        return self.staff.chat_of(notice) is not None

    def allowed(self, person: int, notice: str) -> str | None:
        """What a coordinator is called who may deal with a notice; None for others."""
        found = self.notice(notice)
        return self.staff.name(person, found) if found else self.staff.admins.get(person)

    def refusal(self, case: Case | None, chat: int, person: int) -> str:
        """Why somebody in a chat may not deal with a question; empty if they may."""
        if case is None or case.chat != chat:
            return self.gone
        return "" if self.allowed(person, case.scope.notice) else self.said.not_allowed

    def at(self, chat: int, number: int) -> Case | None:
        """A question of a coordinators' chat."""
        with self.store.open() as db:
            case = self.store.case(db, number)
        return case if case is not None and case.chat == chat else None
