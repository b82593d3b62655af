"""今年, 最新那届: words that mean the present one of several editions."""

from __future__ import annotations

from knowledge import lazy_re

_YEAR = r"今年(?!\d|满|刚|已经?\d|虚|毕业|才|都)"
PRESENT = lazy_re.compile(rf"{_YEAR}|本届|这届|这一届|今届")
"""Of several editions the one of this year."""
_THIS_YEAR = lazy_re.compile(_YEAR)
_ALONE = lazy_re.compile(
    r"(?:就|是|要|问)*(?:最新|最近|现在|当前|目前|新)(?:的|这|那|一|个|次|届|期|年)*(?:比赛|竞赛|大赛)?"
)


def says_now(text: str, core: str, *, several: bool) -> bool:
    """Whether a turn means the present edition; `core` is the text without a follow-up's words.

    Of one edition that is spoken of 本届 is itself; 最新的 means an edition only by itself.

    >>> says_now("今年的呢", "今年", several=False), says_now("本届多少人", "多少人", several=False)
    (True, False)
    >>> says_now("我今年才15", "今年才15", several=True)
    False
    """
    said = PRESENT if several else _THIS_YEAR
    return bool(said.search(text) or _ALONE.fullmatch(text) or _ALONE.fullmatch(core))
