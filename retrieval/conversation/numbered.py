"""Follow-ups that put another number, place or condition in the place of the one asked about."""

from __future__ import annotations

from knowledge import lazy_re
from knowledge.numerals import CHINESE

_HOW = (
    r"(?:刚好|正好|恰好|只有|不够|不足|不到|不满|没到|没满|少于|低于|超过|多于|大于|达到|凑不[到够齐]|"
    r"缺了?|差了?|少了?|来了?|有|报了?|满|够)"
)
_UNITS = r"人|队|岁|分|年|天|组|家|项|名|支|次|度|个月|个"
_ANOTHER = lazy_re.compile(
    rf"(?:如果|要是|假如|那)*(?P<how>{_HOW})?(?P<number>\d+|{CHINESE})(?P<unit>{_UNITS})?"
    r"(?:人|队|的)?(?:的话)?"
)
_NUMBER = lazy_re.compile(
    rf"(?P<how>{_HOW})?(?<!第)(?<!前)(?P<number>\d+|{CHINESE})(?P<unit>{_UNITS})"
)
_OF_WHAT = lazy_re.compile(
    rf"(?:如果|要是|假如|那)*(?P<what>[\u4e00-\u9fff]{{2,6}}?)(?:来|有|是|报|带)?"
    rf"(?P<number>\d+|{CHINESE})(?P<unit>个|名|人|位)(?:的话)?"
)
_COUNTED = lazy_re.compile(rf"(?:来|有|是|报|带)?(?P<number>\d+|{CHINESE})(?P<unit>个|名|人|位)")
_ANY_UNIT = frozenset({"个", "名", "人", "位"})
_ANY = frozenset({None, "个", "名"})
"""Measures that stand for any other: 缺一名, 缺三个呢."""
_PLACE = lazy_re.compile(
    rf"(?:[上前]一?届|往届|去年|拿|获|得|是)*的?(?P<place>第(?:\d+|{CHINESE})(?:名|位)?|[冠亚季]军|[一二三]等奖)(?:的人|者|的)?"
)
"""A place somebody came in, now or at the edition before."""
_LEVEL = lazy_re.compile(rf"第?(?P<number>\d+|{CHINESE})(?P<of>[级类档批轮])(?:的(?:人|选手)?)?")
_OURS = lazy_re.compile(
    r"(?:如果|要是|假如|那|可)*(?:(?:我|咱|俺)们?)?(?:这边|单位|公司|厂里?|学校|队)?(?:就|只|也|都|想|要|打算|准备|计划|一共|总共|现在|可能)*"
    rf"(?P<deed>[搞弄做办报接带派出去来上换交选]|有|参加|申报|承办)了?(?:\d+|{CHINESE})(?P<unit>{_UNITS})(?:人|学生|选手|老师|项目|赛项)?"
    r"(?:的话|(?:也|都|还)?(?:行|可以|成|能行|能)(?:不行|不可以|吗|么|不|吧)?)?"
)
_ASKS_MANY = lazy_re.compile("几|多少|好多|最多|上限|至多")
_RANKS = lazy_re.compile(
    rf"(?:排|列|是|进)?前(?:\d+|{CHINESE})(?:名|位)?|第(?:\d+|{CHINESE})(?:名|位)?"
)


def another(core: str, before: str) -> str | None:
    """The question before with another number, place, rank or case."""
    return (
        another_number(core, before)
        or another_place(core, before)
        or another_level(core, before)
        or in_a_case(core, before)
        or in_our_case(core, before)
        or (f"{core}{before}" if is_ranks(core) else None)
    )


def another_number(core: str, before: str) -> str | None:
    """The question before with another number of the same things.

    >>> another_number("24个队", "报了18个队，还办不办")
    '报了24个队，还办不办'
    >>> another_number("缺三个", "缺一名队员还能比吗")
    '缺三名队员还能比吗'
    >>> another_number("刚好30人", "不够20人怎么办")
    '刚好30人怎么办'
    >>> another_number("外校两个", "四个本校的，外校一个，行不")
    '四个本校的，外校两个，行不'
    """
    new = _ANOTHER.fullmatch(core)
    if new is None:
        return _of_the_same(core, before)
    counted = new["unit"] in _ANY
    old = [m for m in _NUMBER.finditer(before) if counted or _alike(m["unit"], new["unit"])]
    if len(old) != 1:
        return None
    start, end = old[0].span("number")
    if new["how"] and old[0]["how"]:
        start, told = old[0].start(), f"{new['how']}{new['number']}"
    else:
        told = new["number"]
    return f"{before[:start]}{told}{before[end:]}"


def _of_the_same(core: str, before: str) -> str | None:
    """The question before with another number of what is named again: 外校两个 for 外校一个."""
    new = _OF_WHAT.fullmatch(core)
    at = before.rfind(new["what"]) if new else -1
    old = _COUNTED.match(before, at + len(new["what"])) if new and at >= 0 else None
    if new is None or old is None or not {old["unit"], new["unit"]} <= _ANY_UNIT:
        return None
    start, end = old.span("number")
    return f"{before[:start]}{new['number']}{before[end:]}"


def _alike(one: str, other: str) -> bool:
    return one == other or {one, other} <= {"队", "支"}


def in_a_case(core: str, before: str) -> str | None:
    """The question before, in a case that only now is told: 不够12人呢.

    >>> in_a_case("不够12人", "一等奖几个名额")
    '不够12人，一等奖几个名额'
    """
    new = _ANOTHER.fullmatch(core)
    if new is None or not new["how"] or not new["unit"] or _NUMBER.search(before):
        return None
    return f"{core}，{before}"


def in_our_case(core: str, before: str) -> str | None:
    """The question how many may be, or if a thing may be done, with how many somebody has.

    >>> in_our_case("我们想报6个", "一家最多能报几个赛项")
    '我们想报6个，一家最多能报几个赛项'
    >>> in_our_case("我们想报6个", "什么时候截止") is None
    True
    """
    ours = _OURS.fullmatch(core)
    if ours is None:
        return None
    told, _, rest = before.replace("，", ",").partition(",")
    before = rest if rest and _OURS.fullmatch(told) else before
    asks = _ASKS_MANY.search(before) or ours["deed"] in before
    return f"{core}，{before}" if asks else None


def another_place(core: str, before: str) -> str | None:
    """The question before, of somebody who came in another place.

    >>> another_place("上届第二名", "上届电工第一名还能报吗")
    '上届电工第二名还能报吗'
    """
    new, old = _PLACE.fullmatch(core), list(_PLACE.finditer(before))
    if new is None or len(old) != 1 or old[0]["place"] == new["place"]:
        return None
    start, end = old[0].span("place")
    return f"{before[:start]}{new['place']}{before[end:]}"


def another_level(core: str, before: str) -> str | None:
    """The question before, of another level, class or round.

    >>> another_level("二级的", "一级残疾的加多少时间")
    '二级残疾的加多少时间'
    >>> another_level("第二轮", "第一轮考几天")
    '第二轮考几天'
    """
    new, old = _LEVEL.fullmatch(core), list(_LEVEL.finditer(before))
    if new is None or len(old) != 1 or old[0]["of"] != new["of"]:
        return None
    start, end = old[0].span("number")
    return f"{before[:start]}{new['number']}{before[end:]}"


def is_ranks(core: str) -> bool:
    """Whether words name only ranks: 前十名, which a notice writes 前10名."""
    return _RANKS.fullmatch(core) is not None
