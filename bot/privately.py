"""What belongs into a private chat: personal questions asked in a group, and the way there.

The question waits in memory, for the person who asked it; the link holds a random key only.
"""

from __future__ import annotations

import secrets
from datetime import date
from typing import NamedTuple

from bot.interview.offer import said_in
from bot.links import Kind, Link
from bot.recent import Recent
from bot.reply import Button, Reply, Who
from bot.wording import Wording
from retrieval.entrants.survey import asks_which
from retrieval.model import Option
from retrieval.question.asked import plain
from retrieval.question.lexicon import words

WAITING = 5_000
"""Questions that wait to be asked again in private; the oldest goes first."""
KINDS_OF_PEOPLE = frozenset({"identity", "group", "job"})
"""What whole groups of people are; alone it says nothing of one person."""


class Waiting(NamedTuple):
    """A question asked in a group, by whom, and what the group has chosen."""

    person: int
    question: str
    choice: Option | None


class Privately:
    """Sends people from groups to their private chat."""

    def __init__(self, said: Wording) -> None:
        self._said = said.group
        self._waiting = Recent[str, Waiting](WAITING)

    def question(self, who: Who, text: str, choice: Option | None) -> Reply:
        """A personal question: a button to go on in private."""
        key = secrets.token_hex(8)
        self._waiting.keep(key, Waiting(who.person, text, choice))
        return self._to(self._said.personal, Link("ask", key))

    def command(self, kind: Kind, key: str = "") -> Reply:
        """A command that is about one person: a button to give it in private."""
        texts = {
            "check": self._said.check,
            "mine": self._said.mine,
            "remind": self._said.remind,
        }
        return self._to(texts[kind], Link(kind, key))

    def forget(self, person: int) -> None:
        """Nothing of a person waits any more."""
        for key, found in self._waiting.items():
            if found.person == person:
                self._waiting.pop(key)

    def waiting(self, key: str) -> Waiting | None:
        """The question of a link; None after a restart."""
        return self._waiting.get(key)

    def _to(self, text: str, link: Link) -> Reply:
        return Reply(text=text, buttons=(Button(label=self._said.go, link=link),))


def personal(text: str, day: date) -> bool:
    """Whether words asked on `day` speak of one person's circumstances.

    学生能参加吗 asks of all students; 我是学生，能参加吗 and 17岁能参加吗 of one.
    """
    asked, known = plain(text), words()
    about_entry = known.asks_to_enter(asked) or asks_which(asked, known)
    facts = said_in(text, day)
    if known.of_self(asked) and (about_entry or facts):
        return True
    return about_entry and bool(set(facts) - KINDS_OF_PEOPLE)
