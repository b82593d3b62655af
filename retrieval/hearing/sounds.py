"""How Chinese characters sound, without tones: what pinyin input confuses."""

from __future__ import annotations

import os
from functools import cache
from itertools import islice, product

from knowledge.data import content
from knowledge.kept import keeps, kept

_FIRST, _LAST = "\u4e00", "\u9fff"
_MOST = 16
"""So many ways to read one word are looked at."""
_NEAR = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n"))
"""What southern speakers and hasty typists do not keep apart."""


@cache
def readings(char: str) -> tuple[str, ...]:
    """The syllables of a character without tones; none for what is no Chinese character."""
    if not _FIRST <= char <= _LAST:
        return ()
    return tuple((_every()[ord(char) - ord(_FIRST)] if keeps() else _looked_up(char)).split())


@cache
def _every() -> list[str]:
    """The readings of all characters, one behind the other."""
    return kept("readings", "", _all_looked_up).decode().split("\n")


def _all_looked_up() -> bytes:
    return "\n".join(map(_looked_up, map(chr, range(ord(_FIRST), ord(_LAST) + 1)))).encode()


def _looked_up(char: str) -> str:
    # phrases are not asked for, and without them the dictionary opens five times faster
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "1")
    from pypinyin import Style, pinyin  # noqa: PLC0415  a tenth of a second, often not needed

    return " ".join(pinyin(char, style=Style.NORMAL, heteronym=True)[0])


@cache
def _live() -> dict[str, str]:
    found: dict[str, str] = content("retrieval.hearing", "readings.yaml")["live"]
    return found


@cache
def typed(char: str) -> tuple[str, ...]:
    """Those of its readings by which people type a character; the rest stand in dictionaries.

    >>> typed("还"), readings("还")
    (('hai', 'huan'), ('hai', 'huan', 'fu'))
    """
    return tuple(_live().get(char, "").split()) or readings(char)[:1]


def sounds(word: str, *, near: bool = False) -> tuple[tuple[str, ...], ...]:
    """The ways a word may sound; `near` takes zh for z, ng for n.

    >>> sounds("校长")[:2], sounds("重庆", near=True)[0]
    ((('xiao', 'zhang'), ('xiao', 'chang')), ('zon', 'qin'))
    """
    each = [_near(char) if near else typed(char) for char in word]
    return tuple(islice(product(*each), _MOST))


@cache
def _near(char: str) -> tuple[str, ...]:
    found = []
    for syllable in typed(char):
        for full, short in _NEAR:
            syllable = syllable.replace(full, short)  # noqa: PLW2901
        found.append(syllable)
    return tuple(dict.fromkeys(found))
