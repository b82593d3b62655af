"""Whether words ask for a person instead of the bot: 转人工, and what they want of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from bot.wording.office import office_words
from knowledge import lazy_re
from knowledge.plain import normal


def wished(text: str) -> str | None:
    """The question behind a wish for a person, empty if none is; None if there is no such wish.

    >>> wished("能不能转人工"), wished("帮我转人工，报名费能退吗"), wished("人工智能竞赛几点开始")
    ('', '报名费能退吗', None)
    """
    words = normal(text).strip()
    found = _wish().fullmatch(words)
    if found is None:
        return None
    return (found["rest"] or "").strip()


@cache
def _wish() -> re.Pattern[str]:
    said = office_words().wish
    lead = rf"(?:{_any(said.before)}|[，,\s])*"
    tail = rf"(?:{_any(said.behind)}|[\s。.!！~?？])*"
    asked = rf"{_any(said.core)}{tail}(?:(?:[，,:：;；。！!？?]|\s)\s*(?P<rest>.*))?"
    return lazy_re.compile(
        rf"{lead}(?:{asked}|{_any(said.alone)}{tail})", re.DOTALL | re.IGNORECASE
    )


def _any(words: Iterable[str]) -> str:
    """One of the words, the longest that fits."""
    every = sorted(map(normal, words), key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, every))})"
