"""Lines of a roster that hold no person: sums, signatures, notes, and the line of the unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from knowledge import lazy_re
from knowledge.plain import comparable
from knowledge.roster.columns import names


@cache
def footer() -> re.Pattern[str]:
    """How lines begin that hold no person."""
    words = "|".join(map(re.escape, names()["footer"]))
    return lazy_re.compile(rf"(?:{words})(?:[:：(]|$|人数|人|数|\d|栏|签)|(?:{words}).*[:：]")


@cache
def _unit_words() -> re.Pattern[str]:
    words = "|".join(map(re.escape, names()["unit_line"]))
    return lazy_re.compile(
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


@cache
def _example() -> re.Pattern[str]:
    words = "|".join(map(re.escape, names()["example"]))
    return lazy_re.compile(rf"[(\[]?(?:{words})(?:[)\]:,.、\d]|$)|.*[(\[](?:{words})[)\]]$")


@cache
def _instruction() -> re.Pattern[str]:
    return lazy_re.compile("|".join(map(re.escape, names()["instruction"])))


def is_example(first: str, name: str) -> bool:
    """Whether a line only shows how to fill in the others, by its first cell and its name.

    >>> is_example("例", "张三"), is_example("1", "（示例）张三"), is_example("1", "请填写本人姓名")
    (True, True, True)
    """
    own = comparable(name)
    return bool(
        _example().match(comparable(first)) or _example().match(own) or _instruction().search(own)
    )
