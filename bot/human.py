"""Asking for a person: /human and 转人工 in words, in private and in groups.

Blocking (the desk, SQLite): called from worker threads.
"""

from __future__ import annotations

from bot.competitions import key_of
from bot.handoff.model import Address
from bot.reply import Reply, Who
from bot.talk.talk import Talk
from bot.wording.office import Asker, office_words
from retrieval.model import Option, Question
from retrieval.question.english import is_english


class Human:
    """Passes questions on to coordinators; where there are none, says whom to call."""

    def __init__(self, talk: Talk) -> None:
        self._talk, self._office = talk, talk.office

    def ask(self, who: Who, place: Address, words: str) -> Reply:
        """Hand over the question in the words, else the one asked last.

        In a group what is personal goes to the private chat; what may be about several
        competitions is asked back, like every question.
        """
        question, option = (words, None) if words else self._talk.passing.latest(who)
        said = office_words().asker["en" if is_english(question) else "zh"]
        if not question:
            return Reply(text=said.what)
        aside = self._talk.passing.aside(who, question, option)
        if aside is not None:
            return aside
        before = self._talk.passing.retold(who, question, key_of(option)) if option else None
        asked, placed = (before, option) if before else self._talk.passing.placed(who, question)
        if placed is None:
            return self._which(who, question, said)
        return self._handed(who, place, asked, placed, said)

    def _which(self, who: Who, question: str, said: Asker) -> Reply:
        """About several competitions, or none that is known."""
        reply = self._talk.hear(who, question)
        placed = reply.answer is None or reply.answer.status != "out_of_scope"
        return reply if placed else Reply(text=said.which)

    def _handed(
        self, who: Who, place: Address, asked: Question, option: Option, said: Asker
    ) -> Reply:
        office = self._office
        notice = office.desk.notice(option.notice) if office is not None else None
        if office is None or notice is None or not office.desk.takes(notice):
            return Reply(text=said.nobody, then=self._talk.whom_to_call(who))
        return office.asking.hand_over(who, place, asked, option)
