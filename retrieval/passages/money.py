"""Sums of money: whether one is asked for, and whether words tell one, or that none is due."""

from __future__ import annotations

from knowledge import lazy_re
from knowledge.plain import comparable

_ASKED = lazy_re.compile(
    r"多少钱|(?<![哪分有为设成括])几块(?!内容|考|部分|模块|试|题)|多少元|到手多少|好多钱|几钱"
)
_FREE = lazy_re.compile(r"不得[^，。；]{0,16}收|不收|免收|免费|免缴|免交")
_CHARGES_NOTHING = lazy_re.compile(
    r"不(?:得以任何名义[^，。；]{0,12})?(?:再|另行?|单独)?收(?:取)?(?:任何|一切)?[^，。；]{0,4}(?:费|钱)"
    r"|免(?:收|交|缴)[^，。；]{0,4}费|免费(?:参加|参赛|报名)"
)
_AMOUNT = lazy_re.compile(
    r"\d(?:\.\d+)?万?元|不收|免|无需|不发|不设奖金|不另|承担|报销|提供|加倍|倍|×"
)


def asks_sum(question: str) -> bool:
    """Whether a question (comparable) asks for a sum of money.

    >>> asks_sum("住一晚多少钱"), asks_sum("考哪几块内容")
    (True, False)
    """
    return bool(_ASKED.search(question))


def tells_none(text: str) -> bool:
    """Whether words say that nothing is charged."""
    return bool(_FREE.search(text))


def charges_nothing(text: str) -> bool:
    """Whether words say that whoever enters pays nothing.

    >>> charges_nothing("竞赛不收取报名费"), charges_nothing("赛场提供免费停车")
    (True, False)
    """
    return bool(_CHARGES_NOTHING.search(text))


def names_sum(text: str) -> bool:
    """Whether words name an amount of money, or that there is none to pay.

    >>> names_sum("每间每晚260元"), names_sum("酒店由承办单位推荐")
    (True, False)
    """
    return bool(_AMOUNT.search(comparable(text)))
