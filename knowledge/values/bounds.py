"""Numbers with what limits them: `不超过2人`, `16周岁以上`, `1—5人`."""

from __future__ import annotations

from knowledge import lazy_re
from knowledge.numerals import NUMERAL, arabic
from knowledge.values.prizes import PRIZE

BOUND = (
    r"(?:不得超过|不超过|不少于|不得少于|不多于|不低于|不得低于|不高于|不足|不满|未满|年满|已满|超过"
    r"|至少|最多|最高|多于|少于|低于|限报|限|满|近)?"
)
TAIL = r"(?:\((?:含|不含)\))?(?:及?以上|及?以下|以内|之内|左右)?(?:\((?:含|不含)\))?"
DASH = r"[—–\-~－至到]{1,2}"
SPAN = rf"{NUMERAL}(?:{DASH}{NUMERAL})?"

_DASH = lazy_re.compile(DASH)
_NUMERAL = lazy_re.compile(rf"{NUMERAL}(?!级)")
_PRIZE = lazy_re.compile(PRIZE)


_OF_HUNDRED = lazy_re.compile(r"百分之(\d+)")


def normal_number(raw: str) -> str:
    """Arabic digits, one kind of dash, brackets as printed; the name of a prize stays.

    >>> normal_number("一等奖三名"), normal_number("180—240分钟")
    ('一等奖3名', '180-240分钟')
    >>> normal_number("百分之五十")
    '50%'
    """
    prize = _PRIZE.match(raw)
    head, rest = (prize[0], raw[prize.end() :]) if prize else ("", raw)
    rest = _NUMERAL.sub(lambda match: arabic(match[0]), _DASH.sub("-", rest))
    rest = _OF_HUNDRED.sub(r"\1%", rest)
    return head + rest.replace("(", "（").replace(")", "）")
