"""What a monthly sum comes to over the months it is paid: 每月300元，发放24个月 are 7200元."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from knowledge import lazy_re
from retrieval.computed.rates import ADDED, Worked
from retrieval.wording import say

_PAID = lazy_re.compile(
    r"每(?:人每)?个?月[^，,。；;\d]{0,12}(?P<each>\d+(?:\.\d+)?)元(?P<rest>[^。；;]*)"
)
_MONTHS = lazy_re.compile(r"(?P<n>\d{1,3})个月")
_YEARS = lazy_re.compile(r"(?P<n>\d{1,2})年(?![\d月])")
_ASKS = lazy_re.compile(
    rf"(?:{ADDED}|全[部都]?[领拿发]|[领拿发][完满齐]|共)[^，。？?]*(?:多少|几|钱)"
)
_A_YEAR = 12


def monthly(question: str, texts: Iterable[str]) -> Worked | None:
    """The sum of all months, where all of it is asked for.

    >>> monthly("津贴领完一共多少钱", ["每人每月发放津贴300元，发放24个月"]).text
    '按每月300元计算：24×300=7200元。'
    >>> monthly("津贴一个月多少钱", ["每人每月发放津贴300元，发放24个月"])
    """
    if not _ASKS.search(question):
        return None
    for text in texts:
        paid = _PAID.search(text)
        months = _count(paid["rest"]) if paid else None
        if paid is None or months is None:
            continue
        total = f"{Decimal(paid['each']) * months:f}"
        each, formula = f"{paid['each']}元", f"{months}×{paid['each']}={total}元"
        return Worked(
            say("worked.each", what="月", each=each, formula=formula), (total, f"{months}")
        )
    return None


def _count(rest: str) -> int | None:
    months, years = _MONTHS.search(rest), _YEARS.search(rest)
    if months:
        return int(months["n"])
    return int(years["n"]) * _A_YEAR if years else None
