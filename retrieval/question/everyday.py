"""Words of everyday Chinese, and how common they are."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache


@cache
def common_words() -> Mapping[str, float]:
    """Words of everyday Chinese with their share of all text (wordfreq, the small list)."""
    from wordfreq import get_frequency_dict  # noqa: PLC0415  a quarter of a second

    return get_frequency_dict("zh", "small")


@cache
def rare_words() -> Mapping[str, float]:
    """Less common words too, asked only where a stretch may be another word: 入味, 大疆."""
    from wordfreq import get_frequency_dict  # noqa: PLC0415  a third of a second

    return get_frequency_dict("zh", "large")
