"""A paper that runs out before the day a notice asks it to be good for: 证6月20号到期."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge import lazy_re

_DAY = r"(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})[日号]?|(底|初))?"
_ENDS = (
    lazy_re.compile(rf"{_DAY}(?:就|才|要|会)*(?:到期|过期|失效|期满)"),
    lazy_re.compile(rf"(?:有效期?(?:只)?(?:到|至)|期限?到){_DAY}"),
)
_GOOD = (
    lazy_re.compile(
        r"有效期?[^，,。；;]{0,10}?(?:覆盖|至|到|不早于|延续|晚于|截至)(?:到|至)?(?:少到)?" + _DAY
    ),
    lazy_re.compile(rf"{_DAY}(?:仍|还|应|须|尚)?(?:在有效期|有效)"),
)
_PAPER = ("证", "合同", "执照", "报告", "保险", "保单", "资质")


def runs_out(question: str, part: str, year: int) -> bool:
    """Whether the question tells of a paper that ends before the day the words ask for.

    `year`: of days without one.

    >>> said = "须持有效的操作证，证书有效期须覆盖到2026年6月30日"
    >>> runs_out("操作证6月20号到期行吗", said, 2026), runs_out("操作证6月30号到期行吗", said, 2026)
    (True, False)
    """
    ends, good = _first(_ENDS, question), _first(_GOOD, part)
    if ends is None or good is None:
        return False
    if not any(paper in question and paper in part for paper in _PAPER):
        return False
    return _nth(ends, year) < _nth(good, year)


def _first(patterns: Sequence[re.Pattern[str]], text: str) -> re.Match[str] | None:
    return next((found for pattern in patterns if (found := pattern.search(text))), None)


def _nth(match: re.Match[str], year: int) -> tuple[int, int, int]:
    """Year, month and day, the last of a month where none is told."""
    own, month, day, part = match.groups()
    return int(own or year), int(month), int(day or (1 if part == "初" else 31))
