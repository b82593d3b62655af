"""Buttons of an interview: of the open question, of an earlier one, of another person."""

from __future__ import annotations

import re

from bot.interview import session
from bot.interview.course import Course
from bot.interview.kept import Kept
from bot.interview.session import Session
from bot.interview.speech import AGAIN, BACK, CHANGE, EDIT, STOP, UNCLEAR, Speech
from bot.reply import Reply, Who
from bot.wording import Interview
from knowledge import lazy_re
from knowledge.eligibility.interview.answers import Heard
from knowledge.eligibility.interview.deciding import Interviewed
from retrieval.model import Option

_DATA = lazy_re.compile(r"i:([0-9a-f]{8}):(\d{1,4}):([a-z]|\d{1,3}|e\d{1,2})", re.ASCII)


class Pressing:
    """One of another person or of the past changes nothing."""

    def __init__(self, kept: Kept, course: Course, speech: Speech, said: Interview) -> None:
        self._kept, self._course, self._speech, self._said = kept, course, speech, said

    def press(self, who: Who, data: str) -> Reply:
        """What a button comes to; `data` as `bot.interview.speech` has given it."""
        match = _DATA.fullmatch(data)
        if match is None:
            return Reply(note=self._said.expired)
        token, serial, code = match[1], int(match[2]), match[3]
        found, about = self._kept.standing(who)
        if found is None and (lost := self._course.lost(who)) is not None:
            return lost
        if found is None or about is None or found.token != token:
            return Reply(note=self._foreign(who, token))
        moment = next((one for one in found.moments if one.serial == serial), None)
        if moment is None:
            return Reply(note=self._said.expired)
        if moment is not found.now and moment.code == code:
            return Reply()  # pressed twice
        return self._pressed(who, session.at(found, serial) or found, about, code)

    def _foreign(self, who: Who, token: str) -> str:
        anothers = self._kept.is_anothers(who, token)
        return self._said.not_yours if anothers else self._said.expired

    def _pressed(self, who: Who, found: Session, about: Interviewed, code: str) -> Reply:
        if code == STOP:
            closes = self._speech.closed(found, self._said.stop)
            return self._course.stop(who).model_copy(update={"closes": closes})
        if code == BACK:
            return self._course.back(who, found, about)
        if code == CHANGE:
            return self._speech.changes(found)
        if code == AGAIN:
            first = found.moments[0].known
            return self._course.begin(who, Option(label="", notice=found.notice, track=first.track))
        if code.startswith(EDIT):
            return self._change(who, found, about, code)
        return self._choose(who, found, about, code)

    def _change(self, who: Who, found: Session, about: Interviewed, code: str) -> Reply:
        keys = session.changeable(found.now.known)
        place = int(code.removeprefix(EDIT) or len(keys))
        if place >= len(keys):
            return Reply(note=self._said.expired)
        return self._course.on(who, session.changing(found, about, keys[place]), about)

    def _choose(self, who: Who, found: Session, about: Interviewed, code: str) -> Reply:
        choices = found.now.step.choices if found.now.step else ()
        if code == UNCLEAR and not found.over:
            said, label = Heard(declined=True), self._said.unclear
        elif code.isdigit() and int(code) < len(choices):
            choice = choices[int(code)]
            said, label = Heard(facts=choice.facts, choice=int(code)), choice.label
        else:
            return Reply(note=self._said.expired)
        reply = self._course.on(who, session.answered(found, about, said, code), about)
        return reply.model_copy(update={"closes": self._speech.closed(found, label)})
