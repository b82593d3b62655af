"""Ages, levels, weights, ranks, ratios, amounts, durations and counts.

Normal forms keep the bound the notice prints (`不超过2人`, `16周岁以上`), with Arabic digits and a
plain `-` for ranges: a number without its bound says something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.model import ValueKind
from knowledge.numerals import NUMERAL, arabic
from knowledge.values.found import Context, Found
from knowledge.values.labels import label_before, noun_before, sentence_before

_BOUND = (
    r"(?:不得超过|不超过|不少于|不得少于|不多于|不低于|不得低于|不高于|不足|不满|未满|年满|已满|超过"
    r"|至少|最多|最高|多于|少于|低于|限报|限|满|近)?"
)
_TAIL = r"(?:\((?:含|不含)\))?(?:及?以上|及?以下|以内|之内|左右)?(?:\((?:含|不含)\))?"
_DASH = r"[—–\-~－至到]{1,2}"
_SPAN = rf"{NUMERAL}(?:{_DASH}{NUMERAL})?"
_PRIZE = r"(?:特等奖|[一二三四五]等奖|优胜奖|优秀奖|优秀组织奖|冠军|亚军|季军)"

_AGE = re.compile(
    rf"{_BOUND}{NUMERAL}(?:周?岁)?{_DASH}{NUMERAL}周?岁"
    rf"|{_BOUND}{NUMERAL}周?岁{_TAIL}|法定退休年龄(?:以内|以下|以上|之内)?"
)
_LEVELS = {"五级": "初级工", "四级": "中级工", "三级": "高级工", "二级": "技师", "一级": "高级技师"}
_GRADE = r"高级技师|技师|高级工|中级工|初级工"
_LEVEL = re.compile(
    rf"(?P<n1>[一二三四五]级)[\(/](?P<g1>{_GRADE})\)?|(?P<g2>{_GRADE})[\(/](?P<n2>[一二三四五]级)\)?"
    rf"|(?P<g3>{_GRADE})(?!学院|学校|院校|人)|(?P<n3>[一二三四五]级)(?=(?:及?以上)?(?:等级|职业|技能|资格|证书))"
)
_WEIGHT = re.compile(
    r"(?P<what>[\u4e00-\u9fff()]{2,16}?)(?:成绩)?,?(?:原则上)?(?:各|约|均)?占(?:[\u4e00-\u9fff]{0,8}?(?:总成绩|总分|成绩|总评|分值|权重))?的?"
    r"(?P<n>\d+(?:\.\d+)?(?:%|分))"
)
_LISTED_WEIGHT = re.compile(
    r"(?P<what>[\u4e00-\u9fffA-Za-z\d]{2,12}?)(?P<n>\d+(?:\.\d+)?(?:%|分))(?=[、,。;和]|$)"
)
_SCORING = re.compile(r"评分构成|评分[^。]{0,6}(?:为|:)|配分|满分|总分|总成绩|成绩构成")
_RANK = re.compile(
    rf"{_PRIZE}(?:设|各|为|共)?{_SPAN}(?:名|队|个|支|项)(?:\((?:名|队|组)\))?"
    rf"|前{NUMERAL}(?:名|队|位)|第[一二三四五六七八九十]名"
)
_RATIO = re.compile(rf"{_BOUND}\d+(?:\.\d+)?(?:{_DASH}\d+(?:\.\d+)?)?%{_TAIL}")
_AMOUNT = re.compile(
    rf"{_BOUND}(?P<n>\d+(?:\.\d+)?)(?P<k>[万千百]?)元(?P<per>/[\u4e00-\u9fff]+)?{_TAIL}"
)
_UNITS = r"分钟|小时|学时|秒钟?|个?工作日|个月|周(?!岁|[一二三四五六日])|天|日内"
_AHEAD = r"(?:[赛考]前|提前|前)"
_YEARS = r"(?<!\d)(?:\d{1,2}|[一二两三四五六七八九十])年(?!级|代|系|度|龄|满|全|制|[\d月])"
_DURATION = re.compile(
    rf"(?:{_AHEAD}|{_BOUND})(?<![\d年月第]){_SPAN}(?:{_UNITS}){_TAIL}|{_BOUND}{_YEARS}{_TAIL}|{_AHEAD}\d+日"
)
_MEASURE = r"名|人|个|队|支|组|项|场|册|份|张|篇|页|位|台|只|所|家|次|字|分(?![之钟]|赛|析|别|为)|学分|枚|件|套|行"
_COUNT = re.compile(
    rf"{_BOUND}(?<![\d第前月年一二三四五六七八九十.])(?:{_SPAN}|\d+(?:{_MEASURE})?(?:\(含\))?{_DASH}\d+)(?:{_MEASURE})(?:\((?:名|人|队|组|项|含)\))?{_TAIL}"
)
_NOISE = re.compile(r"一(?!名|人)[^\d]|[三]项|[一两]个(?!赛|项|月)")


def find_numbers(text: str, context: Context) -> Iterator[Found]:
    """Every number that says how old, how good, how many, how long or how much."""
    yield from _plain("age", _AGE, text, context)
    yield from _levels(text, context)
    yield from _weights(text)
    yield from _plain("rank", _RANK, text, context)
    yield from _plain("ratio", _RATIO, text, context)
    yield from _amounts(text, context)
    yield from _plain("duration", _DURATION, text, context)
    yield from _counts(text, context)


def _normal(raw: str) -> str:
    """Arabic digits, one kind of dash; the numeral of a prize's name stays."""
    prize = re.match(_PRIZE, raw)
    head, rest = (prize[0], raw[prize.end() :]) if prize else ("", raw)
    rest = re.sub(_DASH, "-", rest)
    rest = re.sub(rf"{NUMERAL}(?!级)", lambda match: arabic(match[0]), rest)
    return head + rest.replace("(", "（").replace(")", "）")


def _label(text: str, start: int, context: Context) -> str:
    colon = text.rfind(":", max(0, start - 8), start)
    near = label_before(text, start) if colon >= 0 else ""
    noun = noun_before(text, start)
    if noun.endswith("组") or noun == "赛项":
        noun = label_before(text, start) or context.label or noun
    return near or noun or context.label


def _prize(text: str, start: int) -> str:
    """The prize a number speaks of: the nearest one before it, or the one `30%设优胜奖` names."""
    before = list(re.finditer(_PRIZE, sentence_before(text, start)[-20:] + "|"))
    if before and not re.search(r"获奖|总人数", text[max(0, start - 16) : start]):
        return before[-1][0]
    behind = re.compile(rf"[^,。;]{{0,8}}设置?({_PRIZE})").match(text, start)
    return behind[1] if behind else ""


def _own_prize(raw: str) -> str:
    match = re.match(_PRIZE, raw)
    return match[0] if match else ""


def _plain(
    kind: ValueKind, pattern: re.Pattern[str], text: str, context: Context
) -> Iterator[Found]:
    shared = _respective(text) if kind == "ratio" else {}
    for match in pattern.finditer(text):
        label = shared.get(match.start()) or _own_prize(match[0])
        if not label and kind == "ratio":
            label = _prize(text, match.start())
        label = label or _label(text, match.start(), context)
        yield Found(kind, _normal(match[0]), label, *match.span())


_PRIZES = re.compile(r"((?:[一二三四五]、)+[一二三四五])等奖")
_SERIES = re.compile(r"\d+(?:\.\d+)?(%|元)(?:、\d+(?:\.\d+)?\1)+")


def _respective(text: str) -> dict[int, str]:
    """`一、二、三等奖分别占10%、20%、30%`: which prize each number belongs to, by its place."""
    found: dict[int, str] = {}
    for series in _SERIES.finditer(text):
        sentence = sentence_before(text, series.start()) + text[series.start() : series.end() + 20]
        places = [match.start() for match in re.finditer(r"\d+(?:\.\d+)?(?:%|元)", series[0])]
        prizes = _prizes(sentence)
        if len(prizes) == len(places):
            found |= {series.start() + n: prize for n, prize in zip(places, prizes, strict=True)}
    return found


def _prizes(sentence: str) -> list[str]:
    joint = _PRIZES.search(sentence)
    if joint:
        return [f"{prize}等奖" for prize in joint[1].split("、")]
    return re.findall(r"[一二三四五]等奖", sentence)


def _levels(text: str, context: Context) -> Iterator[Found]:
    for match in _LEVEL.finditer(text):
        grade = match["g1"] or match["g2"] or match["g3"]
        number = match["n1"] or match["n2"] or match["n3"]
        number = number or next(k for k, v in _LEVELS.items() if v == grade)
        tail = re.compile(r"(?:职业技能等级|技能等级)?及?以上").match(text, match.end())
        value = f"{number}/{grade or _LEVELS[number]}" + ("及以上" if tail else "")
        yield Found("level", value, _label(text, match.start(), context), *match.span())


def _weights(text: str) -> Iterator[Found]:
    for match in _WEIGHT.finditer(text):
        if (
            "等奖" not in match["what"]
            and "等奖" not in sentence_before(text, match.start("n"))[-24:]
        ):
            what = noun_before(text, match.end("what"))
            what = what if len(what) > 1 else _subject(text, match.start("n"))
            yield Found("weight", match["n"], what, *match.span("n"))
    for match in _LISTED_WEIGHT.finditer(text):
        before = text[: match.start("n")]
        bounded = re.search(r"等奖|低于|不足|扣|[满总]分$|为$", before[-20:])
        if _SCORING.search(before) and not bounded:
            yield Found("weight", match["n"], match["what"].lstrip("和为:"), *match.span("n"))


def _subject(text: str, place: int) -> str:
    """The first noun of the sentence: `初评以材料评审为主，占40%` speaks of 初评."""
    match = re.search(r"([\u4e00-\u9fff]{2,8}?)(?:[以由的,]|$)", sentence_before(text, place))
    return match[1] if match else ""


def _amounts(text: str, context: Context) -> Iterator[Found]:
    shared = _respective(text)
    scale = {"": 1, "百": 100, "千": 1000, "万": 10000}
    for match in _AMOUNT.finditer(text):
        number = f"{float(match['n']) * scale[match['k']]:.2f}".rstrip("0").rstrip(".")
        value = f"{text[match.start() : match.start('n')]}{number}元{match['per'] or ''}"
        label = shared.get(match.start("n")) or _prize(text, match.start())
        label = label or _label(text, match.start(), context)
        yield Found("amount", value, label, *match.span())


def _counts(text: str, context: Context) -> Iterator[Found]:
    for match in _COUNT.finditer(text):
        if not _NOISE.fullmatch(match[0]):
            yield Found("count", _normal(match[0]), _counted(text, match, context), *match.span())


def _counted(text: str, match: re.Match[str], context: Context) -> str:
    """What is counted: the noun behind `个`, `项`, `场`, else the one before the number."""
    behind = re.compile(r"([\u4e00-\u9fff]{2,8})").match(text, match.end())
    if behind and match[0].rstrip()[-1] in "个项场":
        return re.split(r"报|的|竞赛(?=.)|[为在须由从可将与和及]", behind[1])[0] or behind[1]
    credit = _prize(text, match.start()) if match[0].endswith("学分") else ""
    return credit or _label(text, match.start(), context)
