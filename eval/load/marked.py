"""Words that come back in the answer, by which lost, doubled and overtaken updates are told."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from eval.load.server import Message
from knowledge.model import Frozen

_MARK = re.compile(r"zz(\d+)x(\d+)zz")


def command(chat: int, number: int) -> str:
    """A command whose answer repeats the mark: there is no competition of that name.

    >>> command(7, 2)
    '/choose zz7x2zz'
    """
    return f"/choose zz{chat}x{number}zz"


class Told(Frozen):
    """What became of marked updates."""

    said: int
    lost: int
    doubled: int
    most_doubled: int
    """In one chat by one kill."""
    overtaken: int
    """Answers before that of an earlier update of the same chat, doubled ones left out."""


def told(said: Counter[int], messages: Iterable[Message], kills: Sequence[float] = ()) -> Told:
    """What the messages say of marked updates; `said` is how many each chat has sent."""
    answers: dict[int, list[tuple[int, float]]] = {chat: [] for chat in said}
    for message in messages:
        if (mark := _MARK.search(message.text)) is not None:
            answers[int(mark[1])].append((int(mark[2]), message.at))
    lost = overtaken = 0
    doubled: Counter[tuple[int, int]] = Counter()
    for chat, count in said.items():
        first = list(dict.fromkeys(number for number, _ in answers[chat]))
        lost += len(set(range(count)) - set(first))
        overtaken += sum(later < earlier for earlier, later in pairwise(first))
        seen: set[int] = set()
        for number, at in answers[chat]:
            if number in seen:
                doubled[chat, bisect_right(kills, at)] += 1
            seen.add(number)
    return Told(
        said=sum(said.values()),
        lost=lost,
        doubled=sum(doubled.values()),
        most_doubled=max(doubled.values(), default=0),
        overtaken=overtaken,
    )
