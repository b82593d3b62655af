"""What people say in an interview: answers, orders, words that contradict themselves or none."""

from __future__ import annotations

from bot.interview import session
from bot.interview.course import Course
from bot.interview.kept import Kept
from bot.interview.orders import Orders
from bot.interview.session import Session
from bot.interview.speech import Speech, is_conflict
from bot.reply import Reply, Who
from knowledge.eligibility.interview.answers import Heard, heard
from knowledge.eligibility.interview.deciding import Interviewed
from knowledge.eligibility.interview.steps import Step
from knowledge.eligibility.interview.topics import Facts, by_fact, topics


class Hearing:
    """Words of people who are in an interview."""

    def __init__(self, kept: Kept, course: Course, speech: Speech, orders: Orders) -> None:
        self._kept, self._course, self._speech, self._orders = kept, course, speech, orders

    def hear(self, who: Who, text: str) -> Reply | None:
        """Words of a person; None if they are no answer and no order to an interview."""
        found, about = self._kept.standing(who)
        if found is None or about is None:
            return None
        order = self._order(who, found, about, text)
        if order is not None or found.now.step is None:
            return order
        said = heard(found.now.step, text, about.notice, found.as_of.date())
        if self._orders.asks(text) and not _answers(found.now.step, said):
            return None
        if said.asks and not found.now.conflict:
            return self._contradicted(who, found, about, said)
        if not said.understood or (is_conflict(found) and said.choice is None and said.facts):
            return self._misheard(who, found, about)
        return self._course.on(who, session.answered(found, about, said), about, said.facts)

    def _contradicted(self, who: Who, found: Session, about: Interviewed, said: Heard) -> Reply:
        """Words that contradict themselves: what else they say counts, the rest is asked."""
        told = session.answered(found, about, said) if said.facts else found
        topic = next((by_fact()[key].key for key in said.unsettled if key in by_fact()), None)
        told = session.changing(told, about, topic) if topic else told
        self._kept.keep(who, told)
        return self._speech.shown(told, about, "\n".join(said.asks))

    def _misheard(self, who: Who, found: Session, about: Interviewed) -> Reply:
        tried = session.again(found, about)
        self._kept.keep(who, tried)
        lead = self._speech.misheard(tried, given_up=tried.issued > found.issued)
        return self._speech.shown(tried, about, lead)

    def _order(self, who: Who, found: Session, about: Interviewed, text: str) -> Reply | None:
        """What an order comes to; None if the words are none."""
        right = self._corrected(found, about, text)
        if right is not None:
            return self._course.on(who, session.corrected(found, about, right), about, right)
        if self._orders.stops(text):
            return None if found.over else self._course.stop(who)
        if self._orders.goes_back(text):
            return self._course.back(who, found, about)
        topic = self._orders.changes(text)
        if topic:
            return self._course.on(who, session.changing(found, about, topic), about)
        return self._speech.changes(found) if topic is not None else None

    def _corrected(self, found: Session, about: Interviewed, text: str) -> Facts | None:
        """The facts that put right what was said before; None where there are none."""
        rest = self._orders.corrects(text)
        if not rest:
            return None
        steps = [one.step for one in (*reversed(found.moments[:-1]), found.now) if one.step]
        told = (heard(step, rest, about.notice, found.as_of.date()) for step in steps)
        return next((one.facts for one in told if one.facts and not one.asks), None)


def _answers(step: Step, said: Heard) -> bool:
    """Whether words that sound like a question answer this one all the same."""
    topic = topics().get(step.key)
    keys = set(topic.keys) if topic else {step.key}
    return said.declined or said.choice is not None or bool(keys & set(said.facts))
