"""第二个, 另一个: which item of what was listed before is meant, and what is asked of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from knowledge.model import Notice, Track
from retrieval.conversation.follow import Pick
from retrieval.model import Option, Question, Turn
from retrieval.question.asked import plain

_Item = TypeVar("_Item", Option, Track)
INTRODUCE = "介绍一下"
"""What a bare 第三个 asks of a track that was listed."""
BACK = 4
"""So many turns back a list is still meant by 第二个."""


def with_picks(
    question: Question,
    picks: Callable[[str], Pick | None],
    picked: Callable[[Question], Question],
) -> Question:
    """The question whose earlier turns 第二个 are what they meant, so that their scope holds on.

    `picked` puts a question in the place of one that picks; turns that somebody kept are left.
    """
    turns: list[Turn] = []
    for turn in question.history:
        own = turn
        if turns and turn.held is None and turn.chose is None and picks(plain(turn.question)):
            asked = question.model_copy(update={"text": turn.question, "history": tuple(turns)})
            own = meant_turn(picked(asked), asked) or turn
        turns.append(own)
    same = tuple(turns) == question.history
    return question if same else question.model_copy(update={"history": tuple(turns)})


def meant_turn(picked: Question, asked: Question) -> Turn | None:
    """A turn that picked something as it was meant; None if it picked nothing."""
    if picked is asked:
        return None
    chose = None
    if picked.notice is not None and picked.notice != asked.notice:
        chose = Option(label="", notice=picked.notice, track=picked.track, group=picked.group)
    return Turn(question=picked.text, chose=chose)


def option_picked(
    question: Question, pick: Pick, options: Sequence[Option], at: int
) -> Question | None:
    """The question put to one of the options that the turn at a place was answered with.

    What is asked of the item, else the latest question again; None if there is no such option.
    """
    option = _at(options, pick)
    if option is None:
        return None
    asked, listed = pick.asked or question.history[-1].question, question.history[at]
    history = question.history[:at]
    if pick.asked or listed is not question.history[-1]:
        history = (*history, Turn(question=listed.question, chose=option))
    return question.model_copy(
        update={
            "text": asked,
            "history": history,
            "notice": option.notice,
            "track": option.track,
            "group": option.group,
        }
    )


def track_picked(question: Question, pick: Pick, tracks: Sequence[Track]) -> Question | None:
    """The question about one of the tracks that were listed; None if there is none."""
    track = _at(tracks, pick)
    if track is None:
        return None
    text = f"{track.name}{pick.said}" if pick.asked else f"{INTRODUCE}{track.name}"
    return question.model_copy(update={"text": text})


def other_named(
    meant: tuple[bool, str], notice: Notice, tracks: Sequence[str], groups: Sequence[str]
) -> str | None:
    """The question about the one of two tracks or groups that was not spoken of: 那另一个呢."""
    of_group, asked = meant
    if of_group:
        rest = [g for g in notice.groups if g not in groups]
        spoken, every = groups, len(notice.groups)
    else:
        rest = [t.name for t in notice.tracks if t.id not in tracks]
        spoken, every = tracks, len(notice.tracks)
    return f"{rest[0]}{asked}" if len(rest) == 1 and len(spoken) == every - 1 else None


def _at(items: Sequence[_Item], pick: Pick) -> _Item | None:
    number = len(items) + 1 + pick.number if pick.number < 0 else pick.number
    return items[number - 1] if 1 <= number <= len(items) else None
