"""第二个, 另一个: which item of what was listed before is meant, and what is asked of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from knowledge.model import Notice, Track
from retrieval.conversation.follow import Pick
from retrieval.model import Option, Question, Turn

_Item = TypeVar("_Item", Option, Track)


def option_picked(question: Question, pick: Pick, options: Sequence[Option]) -> Question | None:
    """The question put to one of the options the turn before was answered with.

    What is asked of the item, else the earlier question again; None if there is no such option.
    """
    option = _at(options, pick)
    if option is None:
        return None
    *earlier, last = question.history
    if pick.asked:
        earlier.append(Turn(question=last.question, chose=option))
    return question.model_copy(
        update={
            "text": pick.asked or last.question,
            "history": tuple(earlier),
            "notice": option.notice,
            "track": option.track,
            "group": option.group,
        }
    )


def track_picked(question: Question, pick: Pick, tracks: Sequence[Track]) -> Question | None:
    """The question about one of the tracks the turn before listed; None if there is none."""
    track = _at(tracks, pick)
    if track is None:
        return None
    return question.model_copy(update={"text": f"{track.name}{pick.asked}"})


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
    number = len(items) if pick.number < 0 else pick.number
    return items[number - 1] if 1 <= number <= len(items) else None
