"""What follows from a clause and the numbers of a question, with its formula.

80×20%+90×80%=88 for marks and their weights; 2×150=300 for what is due for each; 10%+15%+25%=50%
and 12+4=16 for what is asked together. Sums of shares of people are in `sums`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from knowledge import lazy_re
from knowledge.numerals import CHINESE, arabic
from knowledge.plain import comparable, comparable_name
from retrieval.computed.between import apart, stepped
from retrieval.computed.grades_apart import grades_apart
from retrieval.computed.groups_together import groups_together
from retrieval.computed.lengths import at_length
from retrieval.computed.meals import meals
from retrieval.computed.monthly import monthly
from retrieval.computed.penalties import penalties
from retrieval.computed.points import points
from retrieval.computed.prize_sums import prize_money, prize_winners
from retrieval.computed.prize_totals import prize_total
from retrieval.computed.rates import ADDED, Worked, multiplied, of_each
from retrieval.computed.rates_apart import rates_apart
from retrieval.computed.remaining import remaining
from retrieval.computed.rooms import of_rooms
from retrieval.computed.several_rates import of_several
from retrieval.computed.tallies import at_tally
from retrieval.computed.team_sums import lasting, of_teams
from retrieval.question.mentions import longest_common
from retrieval.wording import say

_PART = (
    "(?:教学设计|作品设计|现场展示|现场答辩|展示|答辩|设计|面试|作品|路演|"
    "理论|笔试|实操|实际操作|技能操作|操作|技能|"
    "网络评审|网评|现场决赛|现场|初赛|复赛|决赛|平时|机考)"
)
_MARK = lazy_re.compile(  # 决赛理论90: the mark is of the nearest part
    rf"(?P<of>{_PART})"
    rf"(?:(?!{_PART})[^\d，,。、；]){{0,6}}(?P<mark>\d{{1,3}}(?:\.\d+)?)分?(?![\d%名人队个])"
)
WEIGHT = lazy_re.compile(
    r"(?P<of>[\u4e00-\u9fff]{2,12}?)[，,]?(?:\(|占(?:总成绩|总分|比)?的?)(?P<share>\d{1,3})%"
)
_ALIKE = {
    "实操": "实际操作技能",
    "笔试": "理论",
    "网评": "网络评审",
    "机考": "理论",
    "操作": "实操作技能",
}
_WHOLE = Decimal(100)
TOGETHER = lazy_re.compile(rf"{ADDED}|共(?=[^同享])")
_TIMES = lazy_re.compile(rf"(\d+|{CHINESE}|两)倍|加倍|翻倍|翻番")
_PRIZE = lazy_re.compile(r"[特一二三]等奖")
_DIGIT = lazy_re.compile(r"\d")
_ASKS_NUMBER = lazy_re.compile(r"(多少|几|好多)个?(组(?!成)|人|项|家|队|天|场|轮|次|单位)")
"""Asked is how many there are, which no sum of shares tells."""
_ASKS_SUM = lazy_re.compile(r"多少|几|好多")
_SHARE = lazy_re.compile(r"(\d{1,3}(?:\.\d+)?)%")
_ASKS_MARK = lazy_re.compile(
    r"总(成绩|分)|最后|最终|多少分|几分|(综合|合计|加权)[^，。]{0,4}(多少|几)|得分|成绩(是|多少|怎么算)|算下来"
)


def worked(question: str, texts: Iterable[str], units: Iterable[str]) -> Worked | None:
    """What follows from the answer's `texts`; weights are looked for in all `units` too."""
    plain, every = [comparable(text) for text in texts], list(map(comparable_name, units))
    return (
        weighted(question, [*plain, *every])
        or grades_apart(question, plain)
        or remaining(question, plain)
        or doubled(question, plain)
        or prize_total(question, [*plain, *(u for u in every if "奖" in u)])
        or prize_money(question, plain)
        or prize_money(question, [*plain, *(u for u in every if "等奖" in u)])
        or prize_winners(question, plain)
        or penalties(question, plain)
        or rates_apart(question, plain)
        or points(question, plain)
        or meals(question, plain)
        or of_rooms(question, plain)
        or of_several(question, plain)
        or monthly(question, plain)
        or multiplied(question, plain)
        or of_each(question, plain)
        or together(question, plain)
        or of_teams(question, plain, [*plain, *every])
        or lasting(question, plain)
        or at_length(question, plain)
        or at_tally(question, plain)
        or groups_together(question, plain)
        or apart(question, plain)
        or stepped(question, plain)
    )


def weighted(question: str, texts: Iterable[str]) -> Worked | None:
    """The mark that marks of parts come to by their weights.

    >>> weighted("理论80分实操90分总成绩多少", ["理论成绩占20%,实操成绩占80%"]).text
    '按权重计算：80×20%+90×80%=88分。'
    """
    marks = list(marks_of(question).items())
    if not marks:
        return None
    weights = [(m["of"], Decimal(m["share"])) for text in texts for m in WEIGHT.finditer(text)]
    terms = []
    for of, mark in marks:
        share = next((share for name, share in weights if same_part(of, name)), None)
        if share is None:
            return None
        terms.append((mark, share))
    if sum(share for _, share in terms) != _WHOLE:
        return None
    total = number(sum((m * s / _WHOLE for m, s in terms), Decimal(0)))
    formula = "+".join(f"{number(m)}×{number(s)}%" for m, s in terms)
    return Worked(say("worked.weighted", formula=f"{formula}={total}分"), (total,))


def marks_of(question: str) -> dict[str, Decimal]:
    """The marks of parts a question states, if it asks what they come to; else empty.

    >>> list(marks_of("理论80分实操90分总成绩多少"))
    ['理论', '实操']
    """
    marks = {m["of"]: Decimal(m["mark"]) for m in _MARK.finditer(question)}
    several = len(marks) > 1 and _ASKS_MARK.search(question)
    return marks if several else {}


def same_part(asked: str, name: str) -> bool:
    """Whether a part of a question and one of a notice are the same: 笔试 and 理论考试."""
    return any(
        longest_common(form, name)[0] >= min(len(form), 2)
        for form in (asked, _ALIKE.get(asked, asked))
    )


def doubled(question: str, texts: Sequence[str]) -> Worked | None:
    """The amount of the asked prize where another sentence pays a multiple of it.

    >>> doubled("团队赛一等奖一共多少钱", ["一等奖500元,二等奖300元", "团队赛奖金加倍"]).text
    '合计：500×2=1000元。'
    """
    times = next((m for text in texts for m in [_TIMES.search(text)] if m), None)
    prize = _PRIZE.search(question)
    if times is None or prize is None or not _ASKS_SUM.search(question):
        return None
    base = next((m for t in texts for m in [_paid(prize[0]).search(t)] if m), None)
    if base is None:
        return None
    factor = Decimal(arabic(times[1])) if times[1] else Decimal(2)
    total = number(Decimal(base[1]) * factor)
    formula = f"{base[1]}×{number(factor)}={total}元"
    return Worked(say("worked.together", formula=formula), (total, number(factor)))


def _paid(prize: str) -> re.Pattern[str]:
    return re.compile(rf"{prize}[^\d，,。；;、]{{0,6}}(\d+)元")


def together(question: str, texts: Iterable[str]) -> Worked | None:
    """The shares of one sentence added up, if they are asked for together.

    >>> together("三个等次加起来多少比例", ["一等奖占10%,二等奖15%,三等奖25%"]).text
    '合计：10%+15%+25%=50%。'
    """
    if not TOGETHER.search(question) or _ASKS_NUMBER.search(question):
        return None
    for text in texts:
        shares = _SHARE.findall(text) if "×" not in text else []
        if len(shares) > 1 and sum(map(Decimal, shares)) <= _WHOLE:
            total = number(sum(map(Decimal, shares), Decimal(0)))
            formula = "+".join(f"{share}%" for share in shares) + f"={total}%"
            return Worked(say("worked.together", formula=formula), (total,))
    return None


def added(question: str, cells: Iterable[str]) -> Worked | None:
    """The numbers of cells added up, if they are asked for together and are of one unit.

    >>> added("中职和思政一共几个", ["12", "4"]).text
    '合计：12+4=16。'
    >>> added("砌筑和架子一共几个", ["4人", "2组"]) is None
    True
    """
    if not TOGETHER.search(question):
        return None
    found = [
        re.fullmatch(r"(\d+)([\u4e00-\u9fff]?)", plain)
        for plain in map(comparable, cells)
        if _DIGIT.search(plain)  # 承办地 is a remark
    ]
    numbers = [match for match in found if match]
    units = dict.fromkeys(match[2] for match in numbers)
    if len(numbers) < 2 or len(numbers) < len(found):  # noqa: PLR2004  two to add
        return None
    if {"队", "组"} & units.keys() and {"人", "名"} & units.keys():
        return None
    total = str(sum(int(match[1]) for match in numbers))
    unit = next(iter(units)) if len(units) == 1 else ""
    formula = "+".join(match[1] for match in numbers) + f"={total}{unit}"
    return Worked(say("worked.together", formula=formula), (total,))


def number(value: Decimal) -> str:
    """A number without trailing zeros."""
    return f"{value.normalize():f}"
