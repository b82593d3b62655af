"""Known questions as the turns of chats: what held after one is kept for those that go on from it.

The bot keeps it in the same way, so that no turn is read again with each turn that follows it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.model import Answer, Held, Question, Turn

if TYPE_CHECKING:
    from collections.abc import Iterable


class Talks:
    """What held after the questions that were asked so far, for the time of one sheet.

    >>> from datetime import datetime, timezone
    >>> first = Question(text="哪天报名", as_of=datetime(2026, 7, 1, tzinfo=timezone.utc))
    >>> then = first.model_copy(update={"text": "在哪", "history": (Turn(question="哪天报名"),)})
    >>> talks = Talks([first, then])
    >>> answer = Answer(status="answered", text="", held=Held(desk="d"))
    >>> talks.keep(talks.going_on(first), answer)
    >>> talks.going_on(then).history[0].held.desk, talks.going_on(then).goes_on
    ('d', False)
    """

    def __init__(self, questions: Iterable[Question] = ()) -> None:
        """`questions` are those that will be asked; what none of them goes on from is not kept."""
        self._held: dict[tuple[object, ...], Held] = {}
        self._goes_on = {_key(each, _said(each.history)) for each in questions if each.history}

    def going_on(self, question: Question) -> Question:
        """The question as a chat puts it: with what held after its latest turn, where known."""
        history = question.history
        if history and history[-1].held is None:
            last = history[-1]
            held = self._held.get(_key(question, _said(history)))
            history = (*history[:-1], last.model_copy(update={"held": held}))
        goes_on = _key(question, _said(_turns(question))) in self._goes_on
        return question.model_copy(update={"history": history, "goes_on": goes_on})

    def keep(self, question: Question, answer: Answer) -> None:
        """Keep what held after a question for those whose history it is the end of."""
        if answer.held is not None:
            self._held[_key(question, _said(_turns(question)))] = answer.held


def _turns(question: Question) -> tuple[Turn, ...]:
    """The turns up to and with a question."""
    return (*question.history, Turn(question=question.text))


def _said(turns: tuple[Turn, ...]) -> tuple[object, ...]:
    """The words of turns, and what was chosen after each but the last one."""
    before = ((turn.question, turn.chose and turn.chose.model_dump_json()) for turn in turns[:-1])
    return (*before, turns[-1].question)


def _key(question: Question, said: tuple[object, ...]) -> tuple[object, ...]:
    """What an earlier answer depends on."""
    return (said, question.notice, question.track, question.group, question.as_of)
