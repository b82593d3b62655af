"""What a chat has chosen and said: pure functions over a frozen state.

Nothing here is stored, looked up or sent; `bot.talk.chats` and the desk do that.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from knowledge import lazy_re
from knowledge.model import Frozen
from knowledge.plain import comparable, normal
from retrieval.conversation.follow import ordinal
from retrieval.model import Answer, Option, Question, Turn
from retrieval.question.asked import plain

TURNS_KEPT = 8
FORGET_AFTER = timedelta(days=1)
LONGEST_QUESTION = 2000

_NUMBER = lazy_re.compile(r"\s*(?:第|选)?\s*(\d{1,4})\s*(?:个|项|号)?\s*[.。、)]?\s*")


class Pending(Frozen):
    """Options the person was last shown, and the question they belong to."""

    options: tuple[Option, ...]
    question: str | None = None
    """None when a competition is being chosen with /choose."""
    final: bool = False
    """With /choose: True if the first option ends the choosing (不限赛项)."""
    check: bool = False
    """With /check: True if an interview about the option begins."""


class ChatState(Frozen):
    """One conversation; `ChatState()` is the empty one."""

    choice: Option | None = None
    """The competition, track and group chosen for the whole chat."""
    turns: tuple[Turn, ...] = ()
    """Earlier turns, oldest first."""
    pending: Pending | None = None
    offer: Option | None = None
    """What an interview could settle that the latest answer left open."""
    about: Option | None = None
    """The one notice the latest answer was about."""
    examined: Option | None = None
    """What the latest interview was about, until an answer is about something else."""
    last_at: datetime | None = None


def awake(state: ChatState, now: datetime) -> ChatState:
    """The state as it is now: after a day of silence only the choice is left."""
    if forgotten(state, now):
        return ChatState(choice=state.choice, last_at=now)
    return state.model_copy(update={"last_at": now})


def forgotten(state: ChatState, now: datetime) -> bool:
    """Whether a day of silence has passed."""
    return state.last_at is not None and now - state.last_at > FORGET_AFTER


def question(state: ChatState, text: str, now: datetime) -> Question:
    """The words of a person with what the chat has chosen and said before.

    The desk takes the choice as what is meant unless the question itself names something else.
    """
    choice = _meant(state)
    return Question(
        text=text,
        as_of=now,
        notice=choice.notice if choice else None,
        track=choice.track if choice else None,
        group=choice.group if choice else None,
        history=state.turns,
        goes_on=True,
    )


def _meant(state: ChatState) -> Option | None:
    """The chat's choice, until an answer has been about another notice that was named."""
    choice, about = state.choice, state.about
    other = choice is not None and about is not None and about.notice != choice.notice
    return about if other else choice


def again(state: ChatState, text: str, option: Option, now: datetime) -> Question:
    """The same question, asked of the scope the person picked."""
    earlier = state.turns
    if earlier and earlier[-1].question == text:
        earlier = earlier[:-1]
    return Question(
        text=text,
        as_of=now,
        notice=option.notice,
        track=option.track,
        group=option.group,
        history=earlier,
        goes_on=True,
    )


def answered(
    state: ChatState,
    asked: Question,
    answer: Answer,
    chose: Option | None = None,
    offer: Option | None = None,
) -> ChatState:
    """The state after an answer: the turn is remembered, and the options it offers."""
    whole = len(asked.text) <= LONGEST_QUESTION
    held = answer.held if whole else None
    turn = Turn(question=asked.text[:LONGEST_QUESTION], chose=chose, held=held)
    pending = Pending(options=answer.options, question=asked.text) if answer.options else None
    turns = (*asked.history, turn)[-TURNS_KEPT:]
    same = len(set(answer.notices)) == 1
    about = _about(asked, answer.notices[0]) if same else None
    examined = state.examined
    if examined is not None and not {examined.notice}.issuperset(answer.notices):
        examined = None
    told = {"turns": turns, "pending": pending, "offer": offer}
    told |= {"about": about, "examined": examined}
    return state.model_copy(update=told)


def _about(asked: Question, notice: str) -> Option:
    own = asked.notice in {None, notice}
    return Option(label="", notice=notice, track=asked.track if own else None)


def examined(state: ChatState, option: Option) -> ChatState:
    """The state once an interview has begun: what is asked next is about the same notice."""
    told = {"pending": None, "offer": None, "about": option, "examined": option}
    return state.model_copy(update=told)


def _number(text: str) -> int | None:
    """The number of an option as people say it: 2, 第２个, 第二个."""
    if (match := _NUMBER.fullmatch(normal(text))) is not None:
        return int(match[1])
    pick = ordinal(plain(text))
    return pick.number if pick is not None and pick.number > 0 and not pick.asked else None


def out_of_range(state: ChatState, text: str) -> int | None:
    """How many options there are, if the words are a number that is none of them."""
    if state.pending is None or _number(text) is None:
        return None
    return None if picked(state, text) else len(state.pending.options)


def offered(
    state: ChatState, options: Sequence[Option], *, final: bool = False, check: bool = False
) -> ChatState:
    """The state while a competition, track or group is being chosen."""
    pending = Pending(options=tuple(options), final=final, check=check)
    return state.model_copy(update={"pending": pending})


def chosen(state: ChatState, choice: Option | None) -> ChatState:
    """The state after a choice; what was said about another competition no longer counts."""
    return ChatState(choice=choice, last_at=state.last_at)


def picked(state: ChatState, text: str) -> Option | None:
    """The option meant by a number (`2`, `第２个`) or by its own words; None if it is neither."""
    if state.pending is None:
        return None
    options = state.pending.options
    if (number := _number(text)) is not None:
        return options[number - 1] if 1 <= number <= len(options) else None
    same = [option for option in options if comparable(option.label) == comparable(text)]
    return same[0] if len(same) == 1 else None
