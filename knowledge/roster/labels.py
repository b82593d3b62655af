"""Lines of a roster that hold no person: sums, signatures, notes, and the line of the unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from knowledge.roster.columns import names


@cache
def footer() -> re.Pattern[str]:
    """How lines begin that hold no person."""
    words = "|".join(map(re.escape, names()["footer"]))
    return re.compile(rf"(?:{words})(?:[:：(]|$|人数|人|数|\d|栏|签)|(?:{words}).*[:：]")


@cache
def _unit_words() -> re.Pattern[str]:
    words = "|".join(map(re.escape, names()["unit_line"]))
    return re.compile(
        rf"(?:{words})(?:名称)?\s*(?:[(（][^()（）]*[)）])?\s*[:：]\s*"
        r"(?P<unit>.+?)(?=[\s\u3000]{2,}|[\s\u3000]*[\u4e00-\u9fff()（）]{2,10}[:：]|$)"
    )


def unit_in(texts: Sequence[str]) -> str:
    """The unit a line names: 报名单位（盖章）：X, in one cell or in two."""
    for text, after in zip(texts, [*texts[1:], ""], strict=True):
        if match := _unit_words().search(text):
            return match["unit"].strip()
        if _unit_words().search(f"{text}x") and after:
            return after.strip()
    return ""
