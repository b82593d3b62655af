"""A system that is compared: a question in, an answer out, whatever is behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from knowledge.model import Notice
from retrieval.index.chunks import Chunk, cited
from retrieval.model import Answer, Question

Find = Callable[[str, str | None], Sequence[Chunk]]
"""(words, notice id or None for all) → passages, the best first."""


@dataclass(frozen=True)
class System:
    """Something that answers questions about the notices."""

    id: str
    name: str
    """As tables call it."""
    answer: Callable[[Question], Answer]
    words: str = ""
    """What it is, in a sentence."""


def by_passages(
    id_: str, name: str, find: Find, notices: Mapping[str, Notice], words: str = ""
) -> System:
    """A system without sentences of its own: the passages it finds are its answer.

    It is given the notice a question was asked of, as a chat that has chosen one would filter by
    it; earlier turns stand in front of the question.
    """

    def answer(question: Question) -> Answer:
        asked = " ".join([*(turn.question for turn in question.history), question.text])
        found = find(asked, question.notice)
        return Answer(
            id=question.id,
            status="answered" if found else "not_stated",
            text="\n".join(piece.text for piece in found),
            notices=tuple(dict.fromkeys(piece.notice for piece in found)),
            citations=tuple(cited(piece, notices[piece.notice]) for piece in found),
        )

    return System(id=id_, name=name, answer=answer, words=words)
