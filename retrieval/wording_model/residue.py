"""What is left of a text once everything is taken out that states nothing.

Two texts with the same residue say the same: only words of `vocabulary.yaml` tell them apart.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from knowledge import lazy_re
from retrieval.question.asked import plain
from retrieval.wording_model.data import pattern, vocabulary

_SEGMENT = lazy_re.compile(
    r"[，。;；!！?？、（）()\[\]【】“”\"‘’「」『』《》〈〉\n·…]|(?<!\d)[,:：]|[,:：](?!\d)|\.(?=\s|$)"
)
_AND = lazy_re.compile(r"以及|及|和|与|跟")
_DASH = lazy_re.compile(r"[–—－~～-]+")
_MARKS = lazy_re.compile(r"[^\w%℃@.+/:=-]")
_NUMBER = lazy_re.compile(r"\d[\d.:/%-]*(?:年|月|日|时|点|分钟|分|秒)?")


class Residue(NamedTuple):
    """One segment between two marks."""

    text: str
    """What is left of it; empty if it states nothing."""
    plain: str
    """Comparable; of a draft, courtesies taken out."""

    @property
    def numbers(self) -> tuple[str, ...]:
        """Numbers and the parts of dates, in their order."""
        return tuple(_NUMBER.findall(self.text))

    @property
    def words(self) -> str:
        """The rest, in its order."""
        return _NUMBER.sub("", self.text)


@cache
def _courtesies() -> tuple[re.Pattern[str], re.Pattern[str]]:
    zh = "|".join(vocabulary().courtesies)
    en = "|".join(vocabulary().english)
    return pattern(rf"^(?:{zh})|(?:{zh})$"), pattern(rf"(?:{en})+")


@cache
def _particles() -> re.Pattern[str]:
    return pattern(vocabulary().particles)


@cache
def _same() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((pattern(words), one) for one, words in vocabulary().same.items())


def residues(text: str, known: str | None = None) -> tuple[Residue, ...]:
    """The segments of a text that have any words, in their order.

    With `known`, the comparable form of what a draft is to say, courtesies are taken out that do
    not stand there; without it, of the plain answer itself, none are.
    """
    pieces = (part for piece in _SEGMENT.split(text) for part in _AND.split(piece))
    found = (residue(piece, known) for piece in pieces)
    return tuple(one for one in found if one.plain)


def residue(segment: str, known: str | None = None) -> Residue:
    """What one segment states.

    >>> residue("您好报名截止的时间是9月29日哦", known="").text
    '报名截止9月29日'
    """
    bare = _MARKS.sub("", _DASH.sub("-", plain(segment)))
    if known is not None:
        bare = _impolite(bare, known)
    said = bare
    for words, one in _same():
        said = words.sub(one, said)
    return Residue(_particles().sub("", said), bare)


def _impolite(segment: str, known: str) -> str:
    polite, english = _courtesies()
    if english.fullmatch(segment) and segment not in known:
        return ""
    while True:
        # one at a time: 请提前准备 may stand in what is said, 哦 behind it not
        found = (match for match in polite.finditer(segment) if match[0] not in known)
        match = next(found, None)
        if match is None:
            return segment
        segment = segment[: match.start()] + segment[match.end() :]
