"""陪诊不要了，收银那个打哪个号: the track somebody gives up for another is not asked about."""

from __future__ import annotations

from collections.abc import Callable

from knowledge import lazy_re

_DROPPED = lazy_re.compile(
    r"^[^，,。？?几哪多什啥谁怎]{2,16}?(?:我|就|先|都)*"
    r"(?:不(?:要|报|搞|比|选|参加|考虑|想报|想去|去)|放弃|算)了[吧啊哈嘛]?$"
)
_SEGMENT = lazy_re.compile(r"[，,。；;!！\s]+")
Tracks = Callable[[str], tuple[str, ...]]
"""The tracks that words name."""


def without_dropped(text: str, tracks: Tracks) -> str:
    """The message without the track given up in it for another that it names; else itself.

    >>> named = lambda words: tuple(t for t in ("陪诊", "收银") if t in words)
    >>> without_dropped("那陪诊不要了 收银那个打哪个号", named)
    '收银那个打哪个号'
    >>> without_dropped("陪诊不要了，钱能退吗", named)
    '陪诊不要了，钱能退吗'
    """
    first, *rest = [s for s in _SEGMENT.split(text) if s] or [""]
    left = tracks(first) if rest and _DROPPED.search(first) else ()
    taken = tracks(rest[0]) if left else ()
    if not taken or set(taken) & set(left):
        return text
    return text[text.find(rest[0], len(first)) :]
