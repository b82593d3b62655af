"""What is due for each, times how many a question states: 每人每天260元 and 4天 are 1040元."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from knowledge import lazy_re
from knowledge.numerals import CHINESE, arabic
from retrieval.wording import say

_WHAT = (
    "超?时?分钟|秒钟?|小时|课时|学时|天|日|[晚夜]|赛项|职业|工种|项目|组别|名选手|选手|人次?|队"
    "|处|次|件|户|场|道题?|张"
)
RATE = lazy_re.compile(
    rf"每(?P<per>人每|名选手每|队每)?(?P<deed>[^，,。；;、\d每]{{0,5}}?)(?P<step>\d*)个?(?P<what>{_WHAT})"
    r"[^，,。；;\d每]{0,12}(?P<n>\d+(?:\.\d+)?)(?P<unit>元|分(?!钟)|名|人|队|个|组|分钟|秒)"
)
_NUMBER = rf"(?P<n>\d+(?:\.\d+)?|{CHINESE}|两|俩)"
_DAYS = lazy_re.compile(
    r"(?:(?P<month>\d{1,2})月)?(?P<first>\d{1,2})[号日]?(?:到|至|—|–|-|~)"
    r"(?:(?P<to>\d{1,2})月)?(?P<last>\d{1,2})[号日]"
)
_PEOPLE = lazy_re.compile(rf"{_NUMBER}个?(?:人|名|选手)(?!每|一天)")
_ROOMS = lazy_re.compile(rf"(?<![第\d.]){_NUMBER}个?间(?!隔)")
"""三间双人间住两晚 is due for each room and night."""
_NIGHTS = frozenset({"晚", "天"})
_PERSON = frozenset({"人", "名选手"})
_HEADS = lazy_re.compile(
    rf"(?<![第\d.]){_NUMBER}[个名位](?:学生|同学|老师|教师|职工|员工|选手|队员|工人|师傅|农民|孩子|娃)"
)
ADDED = r"加起来|加一?块儿?|合[在到]?一[块起]儿?|加在一[起块]|加一起|合计|总共|一共|总计|合起来"
"""Words of a question for all of it together."""
_ASKS = lazy_re.compile(r"多少|几|一共|总共|好多|共|合计|加起来")
_UNITS = (("元", lazy_re.compile(r"钱|元|费|块|奖金|多少钱")), ("分", lazy_re.compile(r"分(?!钟)")))
_TIMES = ("分钟", "秒")
_ALIKE = {"日": "天", "夜": "晚", "秒钟": "秒", "名选手": "人", "选手": "人"}


_ALL = lazy_re.compile(
    r"(总共|一共|合计|加起来|总计|共)[^，。？?]{0,8}(多少|几|好多)"
    r"|(多少|几|好多)[^，。？?]{0,4}(总共|一共)"
)
_EACH = lazy_re.compile(r"[各每]个?(?P<what>赛项|项目|工种|职业|赛道)(?P<rest>[^，,。；;]*)")
_OF_GROUP = lazy_re.compile(
    r"(?P<group>[\u4e00-\u9fff]{1,4}组)?(?<!\d)(?P<n>\d{1,4})(?P<unit>[名人队支])"
)


_CUT = lazy_re.compile(r"[，,。；;、:：]")
KIND = 3
"""So many characters before a rate tell its kind: 双人间每晚280元."""
_BESIDE = lazy_re.compile(r"教师|老师|教练|领队|裁判|工作人员|观摩")

_BODY = lazy_re.compile(r"每[个家所支]?(?P<body>[\u4e00-\u9fff]{2,6})$")
_BODIES = (
    lazy_re.compile(r"院校|学校|学院|大学|高校|中职|技校"),
    lazy_re.compile(r"企业|公司|厂"),
    lazy_re.compile(r"机构"),
)
"""Kinds of bodies, each by the words people have for it."""


class Worked(NamedTuple):
    """The line to show, and the numbers in it that stand nowhere else."""

    text: str
    computed: tuple[str, ...]


def multiplied(question: str, texts: Iterable[str]) -> Worked | None:
    """What is due for each, times how many the question states.

    >>> multiplied("超时2分钟扣几分", ["作品超时3分钟以内的每分钟扣2分"]).text
    '按每分钟2分计算：2×2=4分。'
    >>> multiplied("超时30秒扣几分", ["超时每10秒扣0.5分"]).text
    '按每10秒0.5分计算：3×0.5=1.5分。'
    """
    if not _ASKS.search(question):
        return None
    for text in texts:
        for match in _named_first([*RATE.finditer(text)], question):
            times = list(factors(match, question))
            if _of_others(match[0], question) or _lasts(match):
                continue
            if times not in ([], [1]) and _asked(match["unit"], question):
                return by_bodies(question, text, match, times) or _line(match, times)
    return None


def label(match: re.Match[str]) -> str:
    """What a rate is due for: the words before it."""
    return _CUT.split(match.string[: match.start()])[-1]


def _named_first(rates: Sequence[re.Match[str]], question: str) -> list[re.Match[str]]:
    """Rates of what the question names before others: 单人间每晚240元 for 单人间住两晚."""
    return sorted(rates, key=lambda m: not label(m) or label(m)[-KIND:] not in question)


def _of_others(told: str, question: str) -> bool:
    """Whether what is due are people beside the ones asked for: 每队可报指导教师1名."""
    beside = _BESIDE.search(told)
    return beside is not None and beside[0] not in question


def _lasts(match: re.Match[str]) -> bool:
    """Whether a time is no penalty but how long something lasts: 每场30分钟."""
    return match["unit"] in _TIMES and "罚" not in match[0]


def of_each(question: str, texts: Iterable[str]) -> Worked | None:
    """What all tracks come to where a sentence says how many each of them gets.

    >>> of_each("五个赛项一共多少人进决赛", ["各赛项职工组25名、学生组20名进入决赛"]).text
    '合计：5×(25+20)=225名。'
    >>> of_each("五个赛项一共多少学生进决赛", ["各赛项职工组25名、学生组20名进入决赛"]).text
    '合计：5×20=100名。'
    """
    if not _ALL.search(question) or _UNITS[0][1].search(question):
        return None  # money is no number of people
    for text in texts:
        for match in _EACH.finditer(text):
            count = _counted(question, match["what"]) or _counted(question, "项目")
            every = list(_OF_GROUP.finditer(match["rest"]))
            named = [g for g in every if g["group"] and g["group"][-3:-1] in question]
            parts = named or every
            if count is None or not parts or len({g["unit"] for g in parts}) > 1:
                continue
            total = count * sum(int(g["n"]) for g in parts)
            sums = "+".join(g["n"] for g in parts)
            each = f"({sums})" if len(parts) > 1 else sums
            formula = f"{count}×{each}={total}{parts[0]['unit']}"
            return Worked(say("worked.together", formula=formula), (f"{total}", f"{count}"))
    return None


def _asked(unit: str, question: str) -> bool:
    """Whether the question asks for amounts of this unit, if it says for what."""
    said = [name for name, pattern in _UNITS if pattern.search(question)]
    if unit in _TIMES:
        return unit in question and not said
    return not said or unit in said


def factors(match: re.Match[str], question: str) -> Iterator[Decimal]:
    """How many times it is due; nothing if the question does not count it."""
    what = _ALIKE.get(match["what"], match["what"]).removeprefix("超时")
    count = _days(question) if what == "天" else None
    count = count or _counted(question, what)
    if count is None:
        return
    times = count / Decimal(match["step"] or 1)
    if times <= 0 or times != times.to_integral_value():
        return
    yield times
    rooms = _ROOMS.search(question) if what in _NIGHTS else None
    if rooms is not None and Decimal(arabic(rooms["n"])) > 1:
        yield Decimal(arabic(rooms["n"]))
        return
    people = _PEOPLE.search(question) if match["per"] else None
    if people is not None and Decimal(arabic(people["n"])) > 1:
        yield Decimal(arabic(people["n"]))


def _counted(question: str, what: str) -> Decimal | None:
    heads = [*_HEADS.finditer(question)] if what in _PERSON else []
    if len(heads) == 1:  # 3个学生 are three people, of 2个老师和3个学生 it is not said
        return Decimal(arabic(heads[0]["n"]))
    found = re.search(rf"(?<![第\d.]){_NUMBER}个?(?:正式|竞赛|比赛)?{re.escape(what)}", question)
    return Decimal(arabic(found["n"])) if found else None


def _days(question: str) -> Decimal | None:
    """The days from one date of a month to another, both counted: 21到24号 are 4."""
    found = _DAYS.search(question)
    if found is None or (found["to"] and found["to"] != found["month"]):
        return None
    days = int(found["last"]) - int(found["first"]) + 1
    return Decimal(days) if days > 0 else None


def by_bodies(
    question: str, text: str, match: re.Match[str], times: list[Decimal]
) -> Worked | None:
    """A line for each kind of body that gets another number of one thing, or for the one named.

    >>> said = "每家企业每个赛项2人,每所院校每个赛项4人"
    >>> multiplied("我们学校三个赛项一共几个人", [said]).text
    '院校：按每赛项4人计算：3×4=12人。'
    """
    alike = ("per", "what", "step", "unit")
    rivals = [m for m in RATE.finditer(text) if all(m[k] == match[k] for k in alike)]
    bodies = {b[1]: m for m in rivals if (b := _BODY.search(label(m))) is not None}
    if len({m["n"] for m in bodies.values()}) < 2:  # noqa: PLR2004  all get the same
        return None
    named = [b for b in bodies if _says_body(question, b)]
    lines = [(b, _line(bodies[b], times)) for b in (named or bodies)]
    told = "".join(f"{body}：{line.text}" for body, line in lines)
    return Worked(told, tuple(dict.fromkeys(n for _, line in lines for n in line.computed)))


def _says_body(question: str, body: str) -> bool:
    kinds = (kind for kind in _BODIES if kind.search(body))
    return body in question or any(kind.search(question) for kind in kinds)


def _line(match: re.Match[str], factors: list[Decimal]) -> Worked:
    total = Decimal(match["n"])
    for factor in factors:
        total *= factor
    shown = [f"{factor.normalize():f}" for factor in factors]
    unit = match["unit"]
    formula = f"{'×'.join([*shown, match['n']])}={total.normalize():f}{unit}"
    what = f"{match['step']}{match['what'].removeprefix('个')}"
    line = say("worked.each", what=what, each=f"{match['n']}{unit}", formula=formula)
    return Worked(line, (f"{total.normalize():f}", *shown))
