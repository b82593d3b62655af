"""A track by the one character of its name that nothing else has: 砌墙 for 砌筑."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, cached_property

from knowledge import everyday, lazy_re
from knowledge.kept import code, kept
from knowledge.model import Notice
from knowledge.plain import comparable
from retrieval.question.everyday import common_words, rare_words
from retrieval.question.mentions import Span

RARE = 1e-4
"""Characters with a larger share of everyday text are in too many words to tell a trade."""
_BRACKET = lazy_re.compile(r"[(（][^()（）]*[)）]")
_HAN = lazy_re.compile(r"[\u4e00-\u9fff]")


class ByCharacter:
    """The characters that tell the tracks of one notice apart."""

    def __init__(self, notice: Notice) -> None:
        self._notice = notice

    @cached_property
    def _own(self) -> dict[str, str]:
        """The id of a track by a rare character that its name has, and no other words have."""
        names: defaultdict[str, set[str]] = defaultdict(set)
        for track in self._notice.tracks:
            for name in (track.name, *track.aliases):
                for char in _HAN.findall(_BRACKET.sub("", comparable(name))):
                    names[char].add(track.id)
        shares = character_shares()
        told = {c: next(iter(of)) for c, of in names.items() if len(of) == 1}
        rare = {c: of for c, of in told.items() if shares.get(c, 0.0) < RARE}
        rest = self._without_names() if rare else ""
        return {c: of for c, of in rare.items() if c not in rest}

    def _without_names(self) -> str:
        text = comparable(self._notice.text)
        names = {comparable(n) for t in self._notice.tracks for n in (t.name, *t.aliases)}
        for name in sorted(names | {_BRACKET.sub("", n) for n in names}, key=len, reverse=True):
            text = text.replace(name, "\n") if name else text
        return text

    def find(self, text: str) -> Iterator[tuple[Span, str]]:
        """The tracks whose character a text (comparable) has, with the word it stands in."""
        if self._own.keys().isdisjoint(text):
            return
        for at, char in enumerate(text):
            if (track := self._own.get(char)) is not None:
                yield _word(text, at), track


def _word(text: str, at: int) -> Span:
    """The word of two characters that one stands in, else the character alone."""
    for start in (at, at - 1):
        if start >= 0 and text[start : start + 2] in rare_words():
            return start, start + 2
    return at, at + 1


@cache
def character_shares() -> dict[str, float]:
    """How much of everyday text the words have that a character is in.

    >>> character_shares()["砌"] < RARE < character_shares()["车"]
    True
    """
    made_of = f"{code(__file__)}/{code(everyday.__file__)}"
    made = kept("character shares", made_of, lambda: json.dumps(_shares()).encode())
    shares: dict[str, float] = json.loads(made)
    return shares


def _shares() -> dict[str, float]:
    shares: defaultdict[str, float] = defaultdict(float)
    for word, share in common_words().items():
        for char in set(word):
            shares[char] += share
    return dict(shares)
