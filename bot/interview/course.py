"""The course of an interview: begun, on from a question to the next, back, stopped, begun anew."""

from __future__ import annotations

import secrets

from bot.interview import session
from bot.interview.kept import Kept
from bot.interview.session import Session
from bot.interview.speech import Speech
from bot.reply import Reply, Who
from bot.wording import Interview
from knowledge.eligibility.interview.deciding import Interviewed
from knowledge.eligibility.interview.known import Known
from knowledge.eligibility.interview.topics import Facts
from retrieval.model import Option


class Course:
    """Every step keeps where one stands now, and says it."""

    def __init__(self, kept: Kept, speech: Speech, said: Interview) -> None:
        self._kept, self._speech, self._said = kept, speech, said

    def begin(self, who: Who, option: Option, facts: Facts | None = None) -> Reply:
        """Start one about a notice, with the facts that were said already."""
        about = self._kept.about(option.notice)
        if about is None:
            return Reply(text=self._said.no_rules)
        own = dict(facts or {}) | ({"group": option.group} if option.group else {})
        made = session.begun(about, Known(facts=own, track=option.track), secrets.token_hex(4))
        self._kept.begin(who, made, option)
        if made.over:  # a deadline that has passed: nothing is asked, the card says it all
            return self._speech.shown(made, about)
        return self._speech.shown(made, about, self._speech.hello(made, option, own))

    def lost(self, who: Who) -> Reply | None:
        """Begin anew what a restart has cut off, saying so; None if nothing was."""
        option = self._kept.cut_off(who)
        if option is None:
            return None
        reply = self.begin(who, option)
        return reply.model_copy(update={"text": f"{self._said.lost}\n{reply.text}"})

    def repeat(self, who: Who) -> Reply | None:
        """The open question once more."""
        found, about = self._kept.standing(who)
        return self._speech.shown(found, about) if found and about and not found.over else None

    def on(self, who: Who, found: Session, about: Interviewed, facts: Facts | None = None) -> Reply:
        """On to where one stands now; typed facts are read back."""
        self._kept.keep(who, found)
        return self._speech.shown(found, about, self._speech.noted(found, about, facts or {}))

    def back(self, who: Who, found: Session, about: Interviewed) -> Reply:
        """To the question before."""
        if len(found.moments) == 1:
            return self._speech.shown(found, about, self._said.first)
        return self.on(who, session.back(found), about)

    def stop(self, who: Who) -> Reply:
        """End it and forget what was said."""
        self._kept.drop(who)
        return Reply(text=self._said.stopped)
