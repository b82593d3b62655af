"""Whose contact it is: 职建处 for 职业能力建设处, and those behind a card that name nobody else."""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.passages.contacts import names_body, of_body
from retrieval.passages.goals import Aims
from retrieval.passages.rank import Scored, Sought
from retrieval.question.lexicon import Words

_CARD = "card"


def of_named_body(
    best: Scored, ranked: Sequence[Scored], wanted: Aims, sought: Sought, words: Words
) -> list[Scored]:
    """The contacts of the bodies the question names; none where it asks for no contact."""
    asks = any(words.concepts[g.concept].card for g in wanted.all)
    if not asks or best.unit.kind != _CARD or sought.asked.anchors:
        return []
    cards = [s for s in ranked if s.unit.kind == _CARD]
    return with_rest(of_body([whole(s) for s in cards], sought.asked), cards)


def with_rest(own: Sequence[int], cards: Sequence[Scored]) -> list[Scored]:
    """The cards that are meant, and those behind them that name nobody else.

    秘书处：甲，139…；乙，138…: the second person is of the same body.
    """
    meant = {id(cards[i]) for i in own}
    found: list[Scored] = []
    going = False
    for card in sorted(cards, key=lambda s: s.unit.start):
        same = bool(found) and found[-1].unit.path == card.unit.path
        going = id(card) in meant or (going and same and not names_body(card.unit.plain))
        found += [card] if going else []
    return found


def whole(scored: Scored) -> str:
    """A contact with its heading, which may be the name of the body alone."""
    return "\n".join((*scored.unit.headings[:1], scored.unit.text))
