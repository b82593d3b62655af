"""How much of the words of a question a sentence says, whatever they were taken to mean.

Concepts tell what is asked; they can also mislead: a sentence that says nearly all of the words of
the question is seldom about something else. So it is heard where the concepts find nothing, or
find a sentence that says hardly any of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from knowledge import lazy_re
from retrieval.passages.columns import Columns
from retrieval.passages.units import Reading, Unit, pairs
from retrieval.question.asked import Asked

STRANGE = 0.45
"""What a pair that the notice never has weighs, as a share of the rarest one it has."""
ABOVE = 0.6
"""What a pair counts that stands in the headings only."""
_LEAST = 2
_CUT = lazy_re.compile(r"[^\u4e00-\u9fffa-z0-9+#.]+")


@dataclass(frozen=True)
class _Pair:
    text: str
    weight: float
    instead: tuple[str, ...]
    """Words of notices for the stretch of the question it is a part of."""


class Wordwise:
    """Weighs sentences of one notice by the words of one question."""

    def __init__(self, reading: Reading, asked: Asked) -> None:
        self._pairs = tuple(_pairs_of(reading, asked))
        self._total = sum(p.weight for p in self._pairs)

    @property
    def told(self) -> int:
        """How many different pairs there are to go by."""
        return len(self._pairs)

    def share(self, unit: Unit) -> float:
        """The share of the question's words the sentence says, 0 to 1."""
        if not self._total:
            return 0.0
        return sum([p.weight * _said(p, unit) for p in self._pairs]) / self._total

    def shares(self, every: Columns) -> list[float]:
        """The same of all sentences of the notice at once, in its order."""
        told = every.none
        for pair in self._pairs:
            told = told + pair.weight * every.written((pair.text, *pair.instead), ABOVE)
        shares: list[float] = (told / (self._total or 1.0)).tolist()
        return shares

    def first(self, units: Iterable[Unit]) -> tuple[float, Unit] | None:
        """The sentence that says most of it; of equals the shorter, then the earlier."""
        found = [(round(self.share(u), 4), -len(u.plain), -u.start, u) for u in units]
        best = max(found, key=lambda f: f[:3], default=None)
        return (best[0], best[3]) if best else None


def _said(pair: _Pair, unit: Unit) -> float:
    plain, over, instead = unit.plain, unit.over, pair.instead
    if pair.text in plain or (instead and any(w in plain for w in instead)):
        return 1.0
    above = pair.text in over or (instead and any(w in over for w in instead))
    return ABOVE if above else 0.0


def _pairs_of(reading: Reading, asked: Asked) -> list[_Pair]:
    rarest = reading.rarity("\n\n")
    found: dict[str, _Pair] = {}
    for run in asked.wording:
        for piece in _CUT.split(run):
            for text in sorted(pairs(piece)) if len(piece) >= _LEAST else ():
                instead = _instead(text, piece, asked)
                known = reading.knows(text) or bool(instead)
                weight = reading.rarity(text) if reading.knows(text) else rarest
                found[text] = _Pair(text, weight * (1.0 if known else STRANGE), instead)
    return list(found.values())


def _instead(text: str, piece: str, asked: Asked) -> tuple[str, ...]:
    """What notices write for the words the pair is a part of."""
    words: Sequence[str] = [
        word
        for meant in asked.meant
        if (meant.said in piece or piece in meant.said) and _overlaps(text, meant.said)
        for word in meant.words
    ]
    return tuple(dict.fromkeys(words))


def _overlaps(pair: str, said: str) -> bool:
    return pair in said or (len(said) < _LEAST and said in pair)
