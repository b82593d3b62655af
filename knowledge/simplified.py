"""Traditional characters → simplified ones, with OpenCC."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from knowledge import lazy_re

_HALF = lazy_re.compile(r"[\ud800-\udfff]")
"""Half of a character: no text has it, and OpenCC refuses it."""


@lru_cache(maxsize=1)
def _converter() -> Any:
    from opencc import OpenCC  # noqa: PLC0415  its dictionaries load only when words come

    return OpenCC("t2s")


@lru_cache(maxsize=256)  # one question is read several times
def simplified(text: str) -> str:
    """In simplified characters, without halves of characters.

    >>> simplified("重慶讀高職")
    '重庆读高职'
    """
    return str(_converter().convert(_HALF.sub("", text)))


def simplified_in_place(text: str) -> str:
    """As `simplified`, but each character stays in its place; a half one becomes a blank."""
    whole = _HALF.sub(" ", text)
    if whole.isascii():
        return whole
    read = str(_converter().convert(whole))
    if len(read) == len(whole):
        return read
    one_by_one = (str(_converter().convert(char)) for char in whole)
    return "".join(
        new if len(new) == 1 else old for new, old in zip(one_by_one, whole, strict=True)
    )
