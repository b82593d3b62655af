"""One interview as a row of moments: pure functions over a frozen session.

A session lives in memory only. Each moment has a number of its own that is never given again, so
a button of a moment that was taken back names nothing.
"""

from __future__ import annotations

from datetime import datetime

from knowledge.eligibility.interview.answers import Heard
from knowledge.eligibility.interview.conflicts import Conflict, conflict
from knowledge.eligibility.interview.deciding import Interviewed
from knowledge.eligibility.interview.known import Known
from knowledge.eligibility.interview.steps import Step, next_step, step_about
from knowledge.eligibility.interview.told import told
from knowledge.eligibility.interview.topics import (
    BARS,
    TRACK,
    Choice,
    Facts,
    by_fact,
    topics,
    words,
)
from knowledge.model import Frozen

TRIES = 2
"""How often a question is asked again before it counts as 不清楚."""
CONFLICT = "conflict"
MOST_MOMENTS = 60
"""Moments one can go back through; nobody is asked as much without changing answers."""


class Moment(Frozen):
    """What is known, what is asked, and how it was answered."""

    serial: int
    known: Known
    step: Step | None
    """None at the end."""
    tries: int = 0
    conflict: Conflict | None = None
    pending: Facts = {}  # noqa: RUF012 pydantic copies it
    """What was said together with the contradiction."""
    code: str = ""
    """The button that answered it; empty where it is open or was answered in words."""


class Session(Frozen):
    """An interview of one person about one notice."""

    token: str
    notice: str
    as_of: datetime
    last_at: datetime
    moments: tuple[Moment, ...]
    issued: int = 1
    """Moments made so far, those taken back included."""

    @property
    def now(self) -> Moment:
        """The moment one stands at."""
        return self.moments[-1]

    @property
    def over(self) -> bool:
        """Whether nothing more is asked."""
        return self.now.step is None


def begun(about: Interviewed, known: Known, token: str) -> Session:
    """An interview about what is not known yet."""
    first = Moment(serial=0, known=known, step=next_step(about, known))
    return Session(
        token=token,
        notice=about.notice.id,
        as_of=about.as_of,
        last_at=about.as_of,
        moments=(first,),
    )


def answered(session: Session, about: Interviewed, heard: Heard, code: str = "") -> Session:
    """On from the present question with what was said in answer."""
    step = session.now.step
    if step is None:
        return session
    if session.now.conflict is not None:
        return _settled(session, about, heard, code)
    known = session.now.known
    if heard.declined or (step.key == BARS and heard.choice == 0):
        return _on(session, about, known.passing(step.key), code)
    return _told(session, about, known, heard.facts, code)


def _told(session: Session, about: Interviewed, known: Known, facts: Facts, code: str) -> Session:
    against = conflict(known, facts, about.as_of.date())
    if against is not None:
        step = _which(against)
        moment = Moment(
            serial=session.issued, known=known, step=step, conflict=against, pending=facts
        )
        return _appended(session, moment, code)
    return _on(session, about, known.told(facts), code)


def _which(against: Conflict) -> Step:
    before, now = ("、".join(told(facts)) for facts in (against.before, against.now))
    choices = (
        Choice(label=before, facts=against.before),
        Choice(label=now, facts=against.now),
    )
    said = str(words(CONFLICT)).format(before=before, now=now)
    return Step(key=CONFLICT, question=said, choices=choices)


def _settled(session: Session, about: Interviewed, heard: Heard, code: str) -> Session:
    """Which of two contradicting statements holds; not knowing drops both."""
    moment = session.now
    against = moment.conflict
    if against is None or (heard.choice is None and not heard.declined):
        return session
    pending = {key: value for key, value in moment.pending.items() if key not in against.now}
    known = moment.known
    if heard.choice != 0:
        known = known.model_copy(
            update={"facts": {k: v for k, v in known.facts.items() if k not in against.before}}
        )
    if heard.choice == 1:
        known = known.told(against.now)
    return _told(session, about, known, pending, code)


def _on(session: Session, about: Interviewed, known: Known, code: str = "") -> Session:
    """On to the next question."""
    step = next_step(about, known)
    return _appended(session, Moment(serial=session.issued, known=known, step=step), code)


def _appended(session: Session, moment: Moment, code: str) -> Session:
    last = session.now.model_copy(update={"code": code})
    return session.model_copy(
        update={
            "moments": (*session.moments[:-1], last, moment)[-MOST_MOMENTS:],
            "issued": session.issued + 1,
        }
    )


def again(session: Session, about: Interviewed) -> Session:
    """The question was not understood; after `TRIES` it counts as 不清楚."""
    moment = session.now
    if moment.tries >= TRIES:
        return answered(session, about, Heard(declined=True))
    more = moment.model_copy(update={"tries": moment.tries + 1})
    return session.model_copy(update={"moments": (*session.moments[:-1], more)})


def back(session: Session) -> Session:
    """To the question before, as it was."""
    if len(session.moments) == 1:
        return session
    return _opened(session, session.moments[:-1])


def at(session: Session, serial: int) -> Session | None:
    """To an earlier moment; None if it was taken back or never was."""
    kept = tuple(moment for moment in session.moments if moment.serial <= serial)
    return _opened(session, kept) if kept and kept[-1].serial == serial else None


def _opened(session: Session, moments: tuple[Moment, ...]) -> Session:
    last = moments[-1].model_copy(update={"code": "", "tries": 0})
    return session.model_copy(update={"moments": (*moments[:-1], last)})


def changeable(known: Known) -> tuple[str, ...]:
    """The topics that were answered or passed, in the order of the topics."""
    track = (TRACK,) if known.track or TRACK in known.passed else ()
    own = tuple(
        key
        for key, topic in topics().items()
        if key in known.passed or set(topic.keys) & set(known.facts)
    )
    return (*track, *own)


def changing(session: Session, about: Interviewed, key: str) -> Session:
    """The answer to a topic is taken back and asked for again, whether it decides or not."""
    known = _taken_back(session.now.known, key)
    step = step_about(about, known, key)
    return _appended(session, Moment(serial=session.issued, known=known, step=step), "")


def corrected(session: Session, about: Interviewed, facts: Facts) -> Session:
    """What was said wrongly is put right: the new facts stand in place of the old ones."""
    known = session.now.known
    for key in dict.fromkeys(by_fact()[each].key for each in facts if each in by_fact()):
        known = _taken_back(known, key)
    return _on(session, about, known.told(facts))


def _taken_back(known: Known, key: str) -> Known:
    """As if a topic, or the track, had never been answered."""
    passed = tuple(each for each in known.passed if each not in {BARS, key})
    known = known.model_copy(update={"passed": passed})
    return (
        known.model_copy(update={"track": None}) if key == TRACK else known.without(topics()[key])
    )
