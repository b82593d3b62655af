"""Words of everyday Chinese, and how common they are."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from knowledge.everyday import shares


@cache
def common_words() -> Mapping[str, float]:
    """Words of everyday Chinese with their share of all text."""
    return shares("small")


@cache
def rare_words() -> Mapping[str, float]:
    """Less common words too, asked only where a stretch may be another word: 入味, 大疆."""
    return shares("large")
