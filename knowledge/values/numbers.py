"""Ages, ranks, ratios, amounts, durations and counts.

Normal forms keep the bound the notice prints (`不超过2人`, `16周岁以上`), with Arabic digits and a
plain `-` for ranges: a number without its bound says something else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.numerals import CHINESE, NUMERAL
from knowledge.values.bounds import BOUND, DASH, SPAN, TAIL, normal_number
from knowledge.values.found import Context, Found
from knowledge.values.labels import noun_before, number_label, sentence_before
from knowledge.values.levels import find_levels
from knowledge.values.prizes import PRIZE, prize_at
from knowledge.values.shares import respective
from knowledge.values.weights import find_weights

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.model import ValueKind

_AGE = lazy_re.compile(
    rf"{BOUND}{NUMERAL}(?:周?岁)?{DASH}{NUMERAL}周?岁"
    rf"|{BOUND}{NUMERAL}周?岁{TAIL}|法定退休年龄(?:以内|以下|以上|之内)?"
)
_RANK = lazy_re.compile(
    rf"{PRIZE}(?:设|各|为|共)?{SPAN}(?:名|队|个|支|项)(?:\((?:名|队|组)\))?"
    rf"|前{NUMERAL}(?:名|队|位)|第{NUMERAL}(?:名?{DASH}第?{NUMERAL})?名"
)
_RATIO = lazy_re.compile(rf"{BOUND}\d+(?:\.\d+)?(?:{DASH}\d+(?:\.\d+)?)?%{TAIL}|百分之{CHINESE}")
_AMOUNT = lazy_re.compile(
    rf"(?P<bound>{BOUND})(?P<n>\d+(?:\.\d+)?)(?P<k>[万千百]?)元(?P<per>/[\u4e00-\u9fff]+)?{TAIL}"
)
_FEE = lazy_re.compile(
    r"(?:[\u4e00-\u9fff]{2}费|押金|奖金|保额|补贴|补助(?!交通)|[\u4e00-\u9fff]{0,2}津贴|协议价)(?!标准)"
)
_PRICED = lazy_re.compile(r"([\u4e00-\u9fff]{2,8})每[册份套本件张]$")
_WORTH = lazy_re.compile(r"(?:的|面额的?|等值的?)?([\u4e00-\u9fff]{1,5}[券卡])")
_SCALE = {"": 1, "百": 100, "千": 1000, "万": 10000}
_UNIT = r"(?:分钟|个?小时|个?学时|个?课时|秒钟?|个?工作日|个月|周(?!岁|[一二三四五六日])|天|日内)"
_YEARS = r"(?<!\d)(?:\d{1,2}|[一二两三四五六七八九十])年(?!级|代|系|度|龄|满|全|制|[\d月])"
_AHEAD = r"(?:[赛考]前|提前|前)"
_DURATION = lazy_re.compile(
    rf"(?:{_AHEAD}|{BOUND})(?<![\d年月第]){SPAN}{_UNIT}{TAIL}"
    rf"|{BOUND}{_YEARS}{TAIL}|{_AHEAD}\d+日"
)
_MEASURE = (
    r"(?:学分|分(?![之钟]|赛|析|别|为)|[名人个队支组项场册份张篇页位台只次字枚件套]"
    r"|所(?![列述示在有附])|家(?!政))"
)
_COUNT = lazy_re.compile(
    rf"{BOUND}(?<![\d第前月年一二三四五六七八九十.])(?<!附件|附表|附图)(?<!第\d至)"
    rf"(?!一名次)(?:{SPAN}|\d+{_MEASURE}?(?:\(含\))?{DASH}\d+){_MEASURE}"
    rf"(?:\((?:名|人|队|组|项|含)\))?{TAIL}"
)
_NO_COUNT = lazy_re.compile(r"一(?!名|人)\D|三项|[一两]个")
_BEHIND = lazy_re.compile(r"(?![的为在之须由从可将与和及按])([\u4e00-\u9fff]{2,8})")
_CUT = lazy_re.compile(r"报|的|只|能|应|不|竞赛(?=.)|组成|总成绩|[为在之须由从可将与和及]")


def find_numbers(text: str, context: Context) -> Iterator[Found]:
    """Every number that says how old, how good, how many, how long or how much.

    >>> [(f.kind, f.value) for f in find_numbers("年满16周岁以上", Context())]
    [('age', '年满16周岁以上')]
    """
    yield from _plain("age", _AGE, text, context)
    yield from find_levels(text, context)
    yield from find_weights(text, context)
    yield from _of_prizes("rank", _RANK, text, context)
    yield from _of_prizes("ratio", _RATIO, text, context)
    yield from _amounts(text, context)
    yield from _plain("duration", _DURATION, text, context)
    yield from _counts(text, context)


def _plain(
    kind: ValueKind, pattern: re.Pattern[str], text: str, context: Context
) -> Iterator[Found]:
    for match in pattern.finditer(text):
        label = number_label(text, match.start(), context.label)
        yield Found(kind, normal_number(match[0]), label, *match.span())


def _of_prizes(
    kind: ValueKind, pattern: re.Pattern[str], text: str, context: Context
) -> Iterator[Found]:
    shared = respective(text)
    for found in _plain(kind, pattern, text, context):
        own = re.match(PRIZE, found.value)
        prize = own[0] if own else shared.get(found.start, "")
        if not prize and kind == "ratio":
            prize = prize_at(text, found.start)
        yield found._replace(label=prize or found.label)


def _amounts(text: str, context: Context) -> Iterator[Found]:
    shared = respective(text)
    for match in _AMOUNT.finditer(text):
        number = f"{float(match['n']) * _SCALE[match['k']]:.2f}".rstrip("0").rstrip(".")
        label = shared.get(match.start("n")) or prize_at(text, match.start())
        heading = _fee(text, match.start()) or _thing(text, match) or context.label
        label = label or number_label(text, match.start(), heading)
        yield Found(
            "amount", f"{match['bound']}{number}元{match['per'] or ''}", label, *match.span()
        )


def _fee(text: str, start: int) -> str:
    """What an amount is paid for: the nearest fee, deposit or sum insured named before it."""
    fees = _FEE.findall(sentence_before(text, start))
    return str(fees[-1]) if fees else ""


def _thing(text: str, match: re.Match[str]) -> str:
    """What costs or is worth it: `技术资料每册45元`, `200元算力券`."""
    found = _PRICED.search(text[: match.start()]) or _WORTH.match(text, match.end())
    return found[1] if found else ""


def _counts(text: str, context: Context) -> Iterator[Found]:
    for match in _COUNT.finditer(text):
        counted = _counted(text, match, context)
        if not _NO_COUNT.fullmatch(match[0]) or counted.startswith("赛"):
            yield Found("count", normal_number(match[0]), counted, *match.span())


def _counted(text: str, match: re.Match[str], context: Context) -> str:
    """What is counted: the noun behind `个`, `项`, `场`, else the one before the number."""
    behind = _BEHIND.match(text, match.end())
    if behind and match[0][-1] in "个项场":
        return _CUT.split(behind[1])[0] or behind[1]
    if behind and match[0][-1] in "名位" and len(noun_before(text, match.start())) <= 1:
        return _CUT.split(behind[1])[0] or behind[1]
    credit = prize_at(text, match.start()) if match[0].endswith("学分") else ""
    return credit or number_label(text, match.start(), context.label)
