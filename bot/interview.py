"""Interviews under way: whose they are, what is heard and what is pressed.

All of it lives in memory. On disk is only that somebody has begun one about a notice
(`bot.memory`), so that after a restart the bot can say that it was lost.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Iterable
from datetime import datetime

from bot import interview_session as session
from bot.dialogue import FORGET_AFTER
from bot.interview_session import Session
from bot.interview_speech import AGAIN, BACK, CHANGE, EDIT, STOP, UNCLEAR, Speech, is_conflict
from bot.keeper import Keeper
from bot.live import Live
from bot.recent import Recent
from bot.reply import Reply, Who
from bot.wording import Wording
from knowledge import lazy_re
from knowledge.eligibility.interview.answers import Heard, heard
from knowledge.eligibility.interview.deciding import Interviewed
from knowledge.eligibility.interview.known import Known
from knowledge.eligibility.interview.steps import Step
from knowledge.eligibility.interview.topics import Facts, by_fact, named, topics
from knowledge.plain import comparable, comparable_name
from retrieval.model import Option

MOST = 5_000
"""Interviews kept; the one least recently used is dropped."""
LONGEST_ORDER = 14
"""Characters of 改 and what is to be changed; longer words are a question or an answer."""
EXAMINE = "e"
"""Callback data of a button that begins an interview: `e:` and the key of an option."""
_JOINTS = " ，,。.、：:；;！!了的"
"""What may stand between such words and the fact."""
_DATA = lazy_re.compile(r"i:([0-9a-f]{8}):(\d{1,4}):([a-z]|\d{1,3}|e\d{1,2})", re.ASCII)


class Interviews:
    """The interviews of one bot."""

    def __init__(
        self, live: Live, words: Wording, clock: Callable[[], datetime], keeper: Keeper
    ) -> None:
        self._live, self._clock, self._keeper = live, clock, keeper
        self._said, self._speech = words.interview, Speech(live, words)
        self._sessions = Recent[Who, Session](MOST)
        self._met = Recent[Who, None](4 * MOST)
        """Who has been asked for an interview that a restart may have cut off."""

    def begin(self, who: Who, option: Option, facts: Facts | None = None) -> Reply:
        """Start one about a notice, with the facts that were said already."""
        about = self._about(option.notice)
        if about is None:
            return Reply(text=self._said.no_rules)
        own = dict(facts or {}) | ({"group": option.group} if option.group else {})
        made = session.begun(about, Known(facts=own, track=option.track), secrets.token_hex(4))
        self._met.keep(who, None)
        kept = Option(label="", notice=option.notice, track=option.track)
        self._keep(who, made)
        if made.over:  # a deadline that has passed: nothing is asked, the card says it all
            self._keeper.remember(lambda memory: memory.end(*who))
            return self._speech.shown(made, about)
        self._keeper.remember(lambda memory: memory.begin(*who, kept, self._clock()))
        hello = self._speech.hello(made, option, own)
        return self._speech.shown(made, about, hello)

    def active(self, who: Who) -> bool:
        """Whether a question of an interview is open."""
        found = self._session(who)
        return found is not None and not found.over

    def scope(self, who: Who) -> Option | None:
        """What the open interview is about, for questions that interrupt it."""
        found = self._session(who)
        if found is None or found.over:
            return None
        return Option(label="", notice=found.notice, track=found.now.known.track)

    def lost(self, who: Who) -> Reply | None:
        """Begin anew what a restart has cut off, saying so; None if nothing was."""
        if who in self._met:
            return None
        self._met.keep(who, None)
        since = self._clock() - FORGET_AFTER
        option = self._keeper.recall(lambda memory: memory.begun(*who, since))
        if option is None or who in self._sessions:
            return None
        reply = self.begin(who, option)
        return reply.model_copy(update={"text": f"{self._said.lost}\n{reply.text}"})

    def stop(self, who: Who) -> Reply:
        """End it and forget what was said."""
        self.drop(who)
        return Reply(text=self._said.stopped)

    def drop(self, who: Who) -> None:
        """Forget a person's interview."""
        if self._sessions.pop(who) is not None:
            self._keeper.remember(lambda memory: memory.end(*who))

    def hear(self, who: Who, text: str) -> Reply | None:
        """Words of a person; None if they are no answer and no order to an interview."""
        found, about = self._standing(who)
        if found is None or about is None:
            return None
        order = self._order(who, found, about, text)
        if order is not None or found.now.step is None:
            return order
        said = heard(found.now.step, text, about.notice, found.as_of.date())
        if self.asking(text) and not _answers(found.now.step, said):
            return None
        if said.asks and not found.now.conflict:
            return self._contradicted(who, found, about, said)
        if not said.understood or (is_conflict(found) and said.choice is None and said.facts):
            return self._misheard(who, found, about)
        return self._go(who, session.answered(found, about, said), about, said.facts)

    def _contradicted(self, who: Who, found: Session, about: Interviewed, said: Heard) -> Reply:
        """Words that contradict themselves: what else they say counts, the rest is asked."""
        told = session.answered(found, about, said) if said.facts else found
        topic = next((by_fact()[key].key for key in said.unsettled if key in by_fact()), None)
        told = session.changing(told, about, topic) if topic else told
        self._keep(who, told)
        return self._speech.shown(told, about, "\n".join(said.asks))

    def repeat(self, who: Who) -> Reply | None:
        """The open question once more."""
        found, about = self._standing(who)
        return self._speech.shown(found, about) if found and about and not found.over else None

    def an_order(self, text: str) -> bool:
        """Whether the words are an order to an interview or 不清楚, and nothing else."""
        said = self._said
        return comparable(text) in _plain((*said.stop_words, *said.back_words, said.unclear))

    def asking(self, text: str) -> bool:
        """Whether words sound like a question."""
        return any(word in text for word in self._said.asking_words)

    def _misheard(self, who: Who, found: Session, about: Interviewed) -> Reply:
        tried = session.again(found, about)
        self._keep(who, tried)
        lead = self._speech.misheard(tried, given_up=tried.issued > found.issued)
        return self._speech.shown(tried, about, lead)

    def _order(self, who: Who, found: Session, about: Interviewed, text: str) -> Reply | None:
        plain = comparable(text)
        right = self._corrected(found, about, text)
        if right is not None:
            return self._go(who, session.corrected(found, about, right), about, right)
        if plain in _plain(self._said.stop_words):
            return None if found.over else self.stop(who)
        if plain in _plain(self._said.back_words):
            return self._back(who, found, about)
        for word in sorted(_plain(self._said.change_words), key=len, reverse=True):
            if plain == word:
                return self._speech.changes(found)
            short = len(plain) <= LONGEST_ORDER and not self.asking(text)
            if short and plain.startswith(word) and (key := named(plain.removeprefix(word))):
                return self._go(who, session.changing(found, about, key), about)
        return None

    def _corrected(self, found: Session, about: Interviewed, text: str) -> Facts | None:
        """The facts behind 说错了 or 改; None where there is no such word or no fact behind it."""
        said = self._said
        for word in sorted((*said.wrong_words, *said.change_words), key=len, reverse=True):
            if text.startswith(word) and (rest := text.removeprefix(word).lstrip(_JOINTS)):
                steps = [one.step for one in (*reversed(found.moments[:-1]), found.now) if one.step]
                told = (heard(step, rest, about.notice, found.as_of.date()) for step in steps)
                return next((one.facts for one in told if one.facts and not one.asks), None)
        return None

    def press(self, who: Who, data: str) -> Reply:
        """A button of an interview; one of another person or of the past changes nothing."""
        match = _DATA.fullmatch(data)
        if match is None:
            return Reply(note=self._said.expired)
        token, serial, code = match[1], int(match[2]), match[3]
        found, about = self._standing(who)
        if found is None and (lost := self.lost(who)) is not None:
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
        others = (one.token for other, one in self._sessions.items() if other != who)
        return self._said.not_yours if token in others else self._said.expired

    def _pressed(self, who: Who, found: Session, about: Interviewed, code: str) -> Reply:
        if code == STOP:
            closes = self._speech.closed(found, self._said.stop)
            return self.stop(who).model_copy(update={"closes": closes})
        if code == BACK:
            return self._back(who, found, about)
        if code == CHANGE:
            return self._speech.changes(found)
        if code == AGAIN:
            first = found.moments[0].known
            return self.begin(who, Option(label="", notice=found.notice, track=first.track))
        if code.startswith(EDIT):
            return self._change(who, found, about, code)
        return self._choose(who, found, about, code)

    def _change(self, who: Who, found: Session, about: Interviewed, code: str) -> Reply:
        keys = session.changeable(found.now.known)
        place = int(code.removeprefix(EDIT) or len(keys))
        if place >= len(keys):
            return Reply(note=self._said.expired)
        return self._go(who, session.changing(found, about, keys[place]), about)

    def _choose(self, who: Who, found: Session, about: Interviewed, code: str) -> Reply:
        choices = found.now.step.choices if found.now.step else ()
        if code == UNCLEAR and not found.over:
            said, label = Heard(declined=True), self._said.unclear
        elif code.isdigit() and int(code) < len(choices):
            choice = choices[int(code)]
            said, label = Heard(facts=choice.facts, choice=int(code)), choice.label
        else:
            return Reply(note=self._said.expired)
        reply = self._go(who, session.answered(found, about, said, code), about)
        return reply.model_copy(update={"closes": self._speech.closed(found, label)})

    def _back(self, who: Who, found: Session, about: Interviewed) -> Reply:
        if len(found.moments) == 1:
            return self._speech.shown(found, about, self._said.first)
        return self._go(who, session.back(found), about)

    def _go(
        self, who: Who, found: Session, about: Interviewed, facts: Facts | None = None
    ) -> Reply:
        """Keep where one stands now, and say it; typed facts are read back."""
        self._keep(who, found)
        if found.over:
            self._keeper.remember(lambda memory: memory.end(*who))
        return self._speech.shown(found, about, self._speech.noted(found, about, facts or {}))

    def _about(self, notice: str, as_of: datetime | None = None) -> Interviewed | None:
        moment = as_of or self._clock().replace(second=0, microsecond=0)
        one = self._live.desk.in_force(notice, moment)
        return Interviewed(one.notice, one.rules, moment) if one else None

    def _standing(self, who: Who) -> tuple[Session | None, Interviewed | None]:
        found = self._session(who)
        return found, self._about(found.notice, found.as_of) if found else None

    def _session(self, who: Who) -> Session | None:
        found = self._sessions.get(who)
        if found is not None and self._clock() - found.last_at > FORGET_AFTER:
            self.drop(who)
            return None
        return found

    def _keep(self, who: Who, found: Session) -> None:
        now = self._clock()
        self._sessions.keep(who, found.model_copy(update={"last_at": now}))
        self._sessions.shed(lambda one: now - one.last_at > FORGET_AFTER)


def _plain(listed: Iterable[str]) -> set[str]:
    return {comparable_name(word) for word in listed}


def _answers(step: Step, said: Heard) -> bool:
    """Whether words that sound like a question answer this one all the same."""
    topic = topics().get(step.key)
    keys = set(topic.keys) if topic else {step.key}
    return said.declined or said.choice is not None or bool(keys & set(said.facts))
