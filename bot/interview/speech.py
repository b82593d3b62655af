"""How an interview is said: the question with its buttons, and the card at the end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from bot.checking import verdict_key
from bot.interview.card import Made, card
from bot.interview.session import CONFLICT, Session, changeable
from bot.layout import Line
from bot.live import Live
from bot.reply import Button, Reply
from bot.wording import Wording
from knowledge.eligibility.corrected import published
from knowledge.eligibility.interview.deciding import Interviewed
from knowledge.eligibility.interview.known import Known
from knowledge.eligibility.interview.told import told
from knowledge.eligibility.interview.topics import TRACK, Facts, topics
from knowledge.eligibility.interview.topics import words as spoken
from knowledge.eligibility.judge import judge
from knowledge.eligibility.person import read_person
from retrieval.model import Answer, Option, Question

PRESS, UNCLEAR, BACK, STOP, CHANGE, EDIT, AGAIN = "i", "n", "b", "x", "c", "e", "r"
"""Callback data: `i:TOKEN:SERIAL:` and a place among the choices or one of these letters."""
_MOST_CHOICES = 80


class Speech:
    """Words and buttons for where an interview stands."""

    def __init__(self, live: Live, words: Wording) -> None:
        self._live, self._words = live, words
        self._said = words.interview

    def hello(self, found: Session, option: Option, facts: Facts) -> str:
        """What comes before the first question."""
        name = self._live.competitions.full_name(option)
        lines = [self._said.hello.format(name=name, date=_minute(found.as_of))]
        if said := told(facts):
            lines.append(self._said.known.format(told="；".join(said)))
        return "\n".join(lines)

    def noted(self, found: Session, about: Interviewed, facts: Facts) -> str:
        """Typed facts read back, or that they contradict earlier ones."""
        if found.now.conflict is not None:
            return self._said.contradicted
        said = told(facts, about.notice)
        return self._said.noted.format(told="；".join(said)) if said else ""

    def misheard(self, found: Session, *, given_up: bool) -> str:
        """That an answer was not understood, with an example of one."""
        if given_up:
            return self._said.taken_unknown
        example = found.now.step.example if found.now.step else ""
        return self._said.again + (self._said.example.format(example=example) if example else "")

    def shown(self, found: Session, about: Interviewed, lead: str = "") -> Reply:
        """The question with its buttons, or the card; `lead` comes before it."""
        step = found.now.step
        if step is None:
            return self._end(found, about, lead)
        said = step.question
        if not step.choices and step.example:
            said += self._said.example.format(example=step.example)
        choices = [
            _button(found, str(at), choice.label)
            for at, choice in enumerate(step.choices[:_MOST_CHOICES])
        ]
        text = "\n".join(part for part in (lead, said) if part)
        return Reply(text=text, buttons=(*choices, *self._controls(found)))

    def _controls(self, found: Session) -> Iterator[Button]:
        words = [(UNCLEAR, self._said.unclear), (BACK, self._said.back), (STOP, self._said.stop)]
        for code, label in words:
            if code != BACK or len(found.moments) > 1:
                yield _button(found, code, label, control=True)

    def changes(self, found: Session) -> Reply:
        """The answers that can be changed."""
        keys = changeable(found.now.known)
        if not keys:
            return Reply(text=self._said.nothing_to_change)
        names = [spoken("track_name") if key == TRACK else topics()[key].name for key in keys]
        buttons = tuple(_button(found, f"{EDIT}{at}", name) for at, name in enumerate(names))
        return Reply(text=self._said.which_change, buttons=buttons)

    def closed(self, found: Session, answer: str) -> str:
        """What becomes of a question once it is answered."""
        step = found.now.step
        return self._said.picked.format(question=step.question, answer=answer) if step else ""

    def _end(self, found: Session, about: Interviewed, lead: str) -> Reply:
        known = found.now.known
        lines = card(self._made(about, known), self._words.card)
        first = (Line(lead), Line("")) if lead else ()
        buttons = [_button(found, AGAIN, self._said.restart, control=True)]
        if changeable(known):
            buttons.insert(0, _button(found, CHANGE, self._said.change, control=True))
        return Reply(lines=(*first, *lines), buttons=tuple(buttons))

    def _made(self, about: Interviewed, known: Known) -> Made:
        group, notice = known.facts.get("group"), about.notice.id
        option = Option(label="", notice=notice, track=known.track, group=group)
        person = read_person(known.facts)[0]
        verdict = judge(
            about.notice, about.rules, person, about.as_of, known.track, key=verdict_key()
        )
        standing = self._live.desk.in_force(notice, about.as_of)
        verdict = published(verdict, standing.view) if standing else verdict
        return Made(
            name=self._live.competitions.full_name(option),
            date=_minute(about.as_of),
            verdict=verdict,
            facts=known.facts,
            advice=self._advice(about, option) if verdict.verdict != "ineligible" else (),
        )

    def _advice(self, about: Interviewed, option: Option) -> tuple[Answer, ...]:
        """What to prepare; where the notice says none of it, whom to ask."""
        scope = {"notice": option.notice, "track": option.track, "group": option.group}
        answers = [
            self._live.desk.answer(Question(text=text, as_of=about.as_of, **scope))
            for text in self._words.card.prepare_questions
        ]
        said = [answer for answer in answers if answer.status in {"answered", "partial"}]
        return tuple(said or answers[:1])


def is_conflict(found: Session) -> bool:
    """Whether the open question is which of two statements holds."""
    return found.now.step is not None and found.now.step.key == CONFLICT


def _minute(as_of: datetime) -> str:
    return f"{as_of:%Y-%m-%d %H:%M}"


def _button(found: Session, code: str, label: str, *, control: bool = False) -> Button:
    data = f"{PRESS}:{found.token}:{found.now.serial}:{code}"
    return Button(label=label, data=data, control=control)
