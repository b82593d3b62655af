"""Numbers and ranks a question states against the bounds a clause sets: 25人 against 20人至30人.

以上、以下、以内 include the number, 不满、不足、超过、以外 do not (民法典
art. 1259); the notice's own （含）/（不含） wins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from knowledge import lazy_re
from knowledge.numerals import CHINESE, arabic

_COUNT = r"(?<!\d)\d{1,9}(?!\d)"
"""Longer rows of digits count nothing: they are numbers of documents, accounts, telephones."""
_UNIT = r"(?P<unit{n}>周岁|岁|个月|人|队|名|年|天|日|个|组|元|场(?![地所馆景合次])|°c|%|分(?!钟))"
_SEP = r"(?:（[队名人]）|\([队名人]\))?"
_INCL = r"(?P<incl{n}>[（(](?:不?含)[）)])?"
_BETWEEN = lazy_re.compile(
    rf"(?P<low>{_COUNT})" + _UNIT.format(n=1) + "?" + _SEP + _INCL.format(n=1)
    + r"(?:以上)?(?:至|到|—|-|~|、|，)(?P<less>不足|不满|未满)?"
    + rf"(?P<high>{_COUNT})" + _UNIT.format(n=2)
)  # fmt: skip
_ONE = lazy_re.compile(
    r"(?P<word>限报|限派|限推荐|不足|不满|未满|少于|低于|超过|多于|高于|大于|不少于|不低于|不得少于|至少|不超过|不得超过|不多于|不高于|最多|达到|满|年满"
    r"|(?:可|限|只能|最多)(?:以?)(?:选?配备?|设|带|指定|选派)(?:指导|带队)(?:教师|老师|教练)?)?"
    rf"(?P<number>{_COUNT})" + _UNIT.format(n="") + _SEP + _INCL.format(n="")
    + r"(?P<tail>以上|以下|以内|及以上|及以下|以外)?"
)  # fmt: skip
_LESS = (
    r"不到|不足|不满|不够|未满|少于|低于|没到|没满|没有到|达不到|到不了|考不到|没考到|考不够"
    r"|凑不[到够齐满]|没凑[到够齐满]"
)
_STATED = lazy_re.compile(
    rf"({_LESS}|超过|多于|大于)?(?<![前第])({_COUNT})(?:个)?(周岁|岁|人|选手|学生|同学|老师|教师|职工|员工|队|名|年|月|天|组|元|场(?![地所馆景合次]))"
)
_AGED = lazy_re.compile(
    r"(?:我|俺|本人|[他她]|今年|明年|已经?|都|刚|快)[^，,。？?\d]{0,4}(?<!\d)([1-7]\d)(?=了|啦|[，,。？?]|$)"
)
"""我36了: so old, though nobody says 岁."""
_ENTRIES = lazy_re.compile(
    rf"({_LESS}|超过|多于|刚好|正好|恰好|只有|来了|报了|有)({_COUNT})个"
    r"(?=$|[,，。？?的]|会|咋|怎|呢|就|还|也|算|能)"
)
"""不够20个: so many entrants."""
_MARKS = lazy_re.compile(
    rf"({_LESS}|考到?了?|得了?|只有|只考了|刚好|超过|(?:总|平均|最终|最后)(?:分|成绩|得分)(?:才|是|为|只有)?)"
    r"(?<!\d)(\d{1,3})分?(?=$|[,，。？?的]|会|咋|怎|呢|就|还|也|算|能|给|有|拿|得|可|行|够)"
)
"""考不到60: marks, which an exam counts."""
_HEADS = lazy_re.compile(r"人数|报名|报的|凑|来的|队伍|队数")
"""Where these are said, a bare number counts entrants: 报名人数凑不够20."""
_HEAT = lazy_re.compile(r"(?<!\d)(\d{2})(?:度|°c)")
_FEW = lazy_re.compile(
    r"(?<![前第一二三四五六七八九十])[两三四五六七八九](?=个?(?:人|队|名|个(?:地方|赛项|项目)|[个位](?:指导|带队)?(?:老师|教师|教练)))"
)
_ADVISERS = lazy_re.compile(r"(?<!\d)(\d{1,2})[个位](?:指导|带队)?(?:老师|教师|教练)")
_THINGS = lazy_re.compile(r"(?<!\d)(\d{1,3})个(?:地方|地点|城市|赛项|项目|赛事|比赛|考点|赛场)")
_MONTH = lazy_re.compile(r"(?<!\d)\d{1,2}月|\d{4}年")
_LEVEL = lazy_re.compile(
    r"[两俩几2]个?(?:人|队|组|选手)[^，,。？?]{0,8}(?:一样|相同|同分|并列|平分|打平|持平)"
    r"|(?:一样|相同|同分|并列|打平|持平)[^。？?]{0,10}[两俩几2]个?(?:人|队|组|选手)"
)
"""A month or a year of the calendar, no number of months or years."""
_BELOW, _ABOVE = (
    frozenset(_LESS.split("|")),
    frozenset(["超过", "多于", "大于"]),
)

# the words before a number, and whether the number itself is included
_UPPER = {
    **dict.fromkeys(("不足", "不满", "未满", "少于", "低于"), False),
    **dict.fromkeys(
        ("不超过", "不得超过", "不多于", "不高于", "最多", "限报", "限派", "限推荐"), True
    ),
}
_LOWER = {
    **dict.fromkeys(("超过", "多于", "高于", "大于"), False),
    **dict.fromkeys(("不少于", "不低于", "不得少于", "至少", "满", "年满", "达到"), True),
}
_DIGITS = lazy_re.compile(r"(?<!\d)\d{1,4}(?!\d)")
_ADVISED = lazy_re.compile(r"指导|带队")
"""So many advisers one may have; what is not granted is too many: 可配指导教师1名."""
_BROKEN, _FAR_ABOVE, _EXACT = 0.6, 3, 0.5
"""What a limit that is broken counts, and up to how many times of it a number is about it."""
_RULES = frozenset(
    ["限报", "限派", "限推荐", "不超过", "不得超过", "最多", "不少于", "不低于", "不得少于", "至少"]
)
_LASTING = frozenset(["月", "年"])
_SAME = {"个月": "月", "周岁": "岁", "名": "人", "选手": "人", "队": "人", "组": "人"}
_SAME |= dict.fromkeys(("学生", "同学", "老师", "教师", "职工", "员工"), "人")
_AGE = "岁"
_N = rf"(?:(?<!\d)\d{{1,3}}|{CHINESE})"
_RANKED = lazy_re.compile(
    rf"(?P<top>前)?(?<![届第])第?(?P<n>{_N})(?:名|支?队)|[拿得获考排列][了在到]?第(?P<bare>{_N})(?![届次])"
)
_RANK_RANGE = lazy_re.compile(
    rf"第?(?P<first>{_N})名?(?:至|到|—|–|-|~|、|和)第?(?P<last>{_N})名(?!(?:[选队教裁专]|以))"
)
"""Ranks from one to another: 第2至5名, 第四至第六名."""
_GRADED = lazy_re.compile(r"(?P<n>[特一二三四五])等奖")
_HOLDERS = lazy_re.compile(
    r"(?P<grades>(?:[特一二三四五]等?奖?[、和及或])*[特一二三四五]等奖(?:及?以上)?)(?:奖项)?的?(?:获得者|获奖|得主|选手|[获得]者)"
)
_OR_ABOVE = lazy_re.compile(r"(?P<n>[特一二三四五])等奖及?以上")
_RANKING = frozenset("第名队军")
"""One of these stands in whatever names a rank."""
_PLACES = {"冠军": 1, "亚军": 2, "季军": 3, "头名": 1}
_KIND = lazy_re.compile(r"(?<![几多少])([单双多团个])[人体]赛?")
_TOGETHER = lazy_re.compile(
    r"(?:(?P<two>[两二2])|[三四五六3-6])个?人(?:一[组队起块]|搭|组队|合作|团队|那个|的?(?:比赛|项目|赛))"
)
"""两人一组的比赛 is a 双人赛, of three or more a 多人赛."""
_TEAM = lazy_re.compile(r"的(?:参赛)?队伍?|(?:我们|咱们?|本|这支?)队|队伍|支队")
"""A team is in a contest of teams, whatever that is called."""


@dataclass(frozen=True)
class Bound:
    """An interval of a unit; None is open on that side."""

    unit: str
    low: int | None
    high: int | None
    low_included: bool = True
    high_included: bool = True
    rule: bool = False
    """Set as a limit (不得超过3人), not told as a case (不足20人的)."""

    def holds(self, number: int) -> bool:
        """Whether `number` lies inside."""
        above = self.low is None or number > self.low or (self.low_included and number == self.low)
        below = (
            self.high is None or number < self.high or (self.high_included and number == self.high)
        )
        return above and below


@lru_cache(maxsize=512)
def stated(question: str) -> tuple[tuple[int, str], ...]:
    """The numbers with units a question states: 25个人 → (25, 人), 不到20人 → (19, 人).

    >>> stated("决赛只有25个人会怎样")
    ((25, '人'),)
    >>> stated("我36了，能申报吗")
    ((36, '岁'),)
    """
    if _LEVEL.search(question):
        return ()  # of 两个人总分一样 nobody asks about two
    digits = _FEW.sub(lambda match: arabic(match[0]), question)
    digits = _MONTH.sub("", digits)
    told = [*_STATED.findall(digits)]
    told += [(word, n, "人") for word, n in _ENTRIES.findall(digits)]
    unit = "人" if _HEADS.search(digits) else "分"
    told += [(word, n, unit) for word, n in _MARKS.findall(digits)]
    people = [
        (int(n) - (word in _BELOW or "凑" in word) + (word in _ABOVE), _SAME.get(u, u))
        for word, n, u in told
    ]
    people += [(int(n), "岁") for n in _AGED.findall(digits)]
    people += [(int(n), "°c") for n in _HEAT.findall(digits)]
    people += [(int(n), "人") for n in _ADVISERS.findall(digits)]
    return (*people, *((int(n), "个") for n in _THINGS.findall(digits)))


@lru_cache(maxsize=4096)
def bounds(clause: str) -> tuple[Bound, ...]:
    """The bounds a clause sets.

    >>> bounds("不足20人（队）的项目停止实施")
    (Bound(unit='人', low=None, high=20, low_included=True, high_included=False, rule=False),)
    """
    found: list[Bound] = []
    taken: list[tuple[int, int]] = []
    for match in _BETWEEN.finditer(clause):
        unit = match["unit2"]
        low_in = "不含" not in (match["incl1"] or "")
        found.append(
            Bound(_SAME.get(unit, unit), int(match["low"]), int(match["high"]), low_in,
                  match["less"] is None)
        )  # fmt: skip
        taken.append(match.span())
    for match in _ONE.finditer(clause):
        if any(s <= match.start() < e for s, e in taken):
            continue
        bound = _single(match)
        if bound is not None:
            found.append(bound)
    return tuple(found)


def _single(match: re.Match[str]) -> Bound | None:
    number, unit = int(match["number"]), _SAME.get(match["unit"], match["unit"])
    excluded = "不含" in (match["incl"] or "")
    word, tail = match["word"] or "", match["tail"] or ""
    word = word if word in _UPPER or not _ADVISED.search(word) else "最多"
    if word in _UPPER:
        rule = word in _RULES
        return Bound(unit, None, number, high_included=_UPPER[word] and not excluded, rule=rule)
    if tail.endswith(("以上",)) or word in _LOWER:
        included = not excluded and (tail.endswith("以上") or _LOWER.get(word, True))
        return Bound(unit, number, None, low_included=included, rule=word in _RULES)
    if tail.endswith(("以下", "以内")):
        return Bound(unit, None, number, high_included=not excluded)
    return None


def agreement(question: str, clause: str) -> float:
    """+1 if a number of the question lies inside a bound of the clause, -1 if outside, else 0."""
    numbers = stated(question)
    if not numbers:
        return 0.0
    relevant = [(n, b) for n, u in numbers for b in bounds(clause) if b.unit == u]
    if not relevant:
        return 0.0
    return 1.0 if any(b.holds(n) for n, b in relevant) else -1.0


def of_unknown_age(question: str, clause: str) -> bool:
    """Whether the clause sets an age, and the question tells none: no 可以 follows from it.

    >>> of_unknown_age("第二名能申报吗", "前3名且年龄在35周岁以下的可申报")
    True
    """
    if any(unit == _AGE for _, unit in stated(question)):
        return False
    return any(bound.unit == _AGE for bound in bounds(clause))


def bearing(question: str, clause: str) -> float:
    """How much the clause bears on the numbers of the question: a limit that they break does too.

    >>> bearing("派3个人行吗", "每单位不得超过2人"), bearing("来了25个人", "不足20人的停止实施")
    (0.6, -1.0)
    """
    agreed = agreement(question, clause)
    if agreed >= 0:
        return agreed + _EXACT * (agreed > 0 and _names(question, clause))
    limits = [
        (n, b.high) for n, u in stated(question) for b in bounds(clause) if b.unit == u and b.rule
    ]
    broken = any(high is not None and high < n <= _FAR_ABOVE * high for n, high in limits)
    broken = broken or _too_little(question, clause)
    if not broken and _too_few(question, clause):
        return _BROKEN + _EXACT
    return _BROKEN if broken else agreed


def _names(question: str, clause: str) -> bool:
    """Whether a bound of the clause is a number the question itself says."""
    said = {int(n) for n in _DIGITS.findall(_FEW.sub(lambda m: arabic(m[0]), question))}
    units = {unit for _, unit in stated(question)}
    return any({b.low, b.high} & said for b in bounds(clause) if b.unit in units)


def _too_few(question: str, clause: str) -> bool:
    """Whether fewer are told than the clause demands, by its own number: 凑不够2人, 不少于2人."""
    short = any(
        b.unit == u and b.rule and b.low is not None and n < b.low
        for n, u in stated(question)
        for b in bounds(clause)
    )
    return short and _names(question, clause)


def _too_little(question: str, clause: str) -> bool:
    """Whether somebody has less time than is asked of them: 干了4个月 where 满6个月 is needed."""
    return any(
        b.unit == u and u in _LASTING and b.low is not None and b.high is None and n < b.low
        for n, u in stated(question)
        for b in bounds(clause)
    )


def ranked(question: str, clause: str) -> float:
    """+1 if the rank or prize of the question is one the clause names, -1 if only others are.

    A clause that sets ranks by kind of contest is read for the kind the question names.

    >>> ranked("多人赛拿第二能晋升吗", "单人赛前六名（双人赛前三名、多人赛第一名）晋升")
    -1.0
    >>> ranked("两人一组的得了第四名还升吗", "单人赛前六名（双人赛前三名、多人赛第一名）晋升")
    -1.0
    >>> ranked("三等奖呢", "对一等奖、二等奖选手的指导教师颁发证书")
    -1.0
    >>> ranked("第五名有奖金吗", "第四至六名各800元")
    1.0
    """
    kinds = _kinds(question)
    for read in (_places, _prizes):
        asked = read(question)
        given = read(clause) if asked else []
        own = [bound for kind, bound in given if kind in kinds]
        open_ = not kinds or not any(kind for kind, _ in given)
        bounds_ = own or ([bound for _, bound in given] if open_ else [])
        if asked and bounds_:
            held = any(b.holds(a.low or 0) for _, a in asked for b in bounds_)
            return 1.0 if held else -1.0
    return 0.0


def _kinds(question: str) -> set[str]:
    """The kinds of contest a question names: 单, 双, 多, 团, 个."""
    together = _TOGETHER.search(question)
    found = {"双" if together["two"] else "多"} if together is not None else set()
    found |= set(_KIND.findall(question))
    return found or ({"团"} if _TEAM.search(question) else set())


def _places(text: str) -> list[tuple[str, Bound]]:
    """Ranks with the kind of contest in front of them: 前三名 is 1 to 3, 第二 is 2."""
    if _RANKING.isdisjoint(text):
        return []
    found = [
        ("", Bound("名次", int(arabic(match["first"])), int(arabic(match["last"]))))
        for match in _RANK_RANGE.finditer(text)
        if "第" in match[0]
    ]
    text = _RANK_RANGE.sub("，", text)
    for match in _RANKED.finditer(text):
        number = int(arabic(match["n"] or match["bare"]))
        if match["top"] or "第" in match[0]:
            kind = _KIND.findall(text[max(0, match.start() - 4) : match.start()])
            low = 1 if match["top"] else number
            found.append((kind[-1] if kind else "", Bound("名次", low, number)))
    found += [("", Bound("名次", n, n)) for word, n in _PLACES.items() if word in text]
    return found


def _prizes(text: str) -> list[tuple[str, Bound]]:
    numbers = [0 if n == "特" else int(arabic(n)) for n in _GRADED.findall(text)]
    return [("", Bound("等奖", n, n)) for n in numbers]


def of_other_prizes(question: str, clause: str) -> str:
    """The prize of the question where the clause bars holders of others only; else nothing.

    >>> of_other_prizes("上届拿了二等奖还能报吗", "上一届一等奖获得者不得报名")
    '二等奖'
    >>> of_other_prizes("上届拿了二等奖还能报吗", "上一届一、二等奖获得者不得报名")
    ''
    """
    named = _GRADED.search(question)
    held = _HOLDERS.search(clause)
    if named is None or held is None or _prizes_below(held["grades"], named["n"]):
        return ""
    return named[0]


def _prizes_below(grades: str, own: str) -> bool:
    """Whether the grades that a clause names have one: 一、二等奖 and 二等奖及以上 have 二等奖."""
    least = _OR_ABOVE.search(grades)
    order = "特一二三四五"
    return own in grades or (least is not None and order.index(own) < order.index(least["n"]))


def without_bounds(clause: str) -> str:
    """The clause without its bounds: 不得超过2人 forbids nothing but to be above it.

    >>> without_bounds("每单位不得超过2人")
    '每单位'
    """
    return _ONE.sub("", _BETWEEN.sub("", clause))
