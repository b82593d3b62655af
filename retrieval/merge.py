"""Several notices could be meant: one that alone answers, the same answer from all, or ask."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.plain import comparable
from retrieval.reply import Reply


def merged(replies: Sequence[Reply], *, named: bool, whole: bool = True) -> Reply | None:
    """One reply for all, if the scopes need not be told apart; None if they must be.

    `whole`: every notice the question may mean was asked; of others nobody knows if they agree.
    """
    answered = [r for r in replies if r.tells]
    if not answered:
        silent = [r for r in replies if r.reason != "not_in_notice"]
        return None if silent else replies[0]
    if len(answered) == 1 and (
        not named or all(r.reason == "not_in_notice" for r in replies if r is not answered[0])
    ):
        return answered[0]
    texts = {comparable("".join(p.text for p in r.pieces)) for r in answered}
    if whole and len(texts) == 1 and len(answered) == len(replies):
        return _of_all(answered)
    return None


def _of_all(replies: Sequence[Reply]) -> Reply:
    """The same answer from several notices as one, with the clauses of each."""
    first, others = replies[0], replies[1:]
    cited = tuple(dict.fromkeys(c for r in others for p in r.pieces for c in p.citations))
    last = first.pieces[-1]
    closing = last.model_copy(update={"citations": (*last.citations, *cited)})
    also = tuple(r.notice for r in others)
    return first.model_copy(update={"pieces": (*first.pieces[:-1], closing), "also": also})


def clarify(replies: Sequence[Reply]) -> list[Reply]:
    """The notices to choose from: those that say something, if there are enough of them."""
    telling = [r for r in replies if r.reason != "not_in_notice"]
    return list(telling if len(telling) > 1 else replies)
