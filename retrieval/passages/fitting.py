"""Sentences narrowed to those that fit the form of the question: a day, a place, a count."""

from __future__ import annotations

from collections.abc import Callable

from knowledge import lazy_re
from knowledge.numerals import CHINESE
from retrieval.passages.entering import dated_parts, registers
from retrieval.passages.goals import Aims
from retrieval.passages.holds import (
    ADDRESS,
    ADDRESSED,
    DAY,
    VENUE,
    coarse,
    counts,
    only_days,
    places,
)
from retrieval.passages.labelled import tells_window
from retrieval.passages.money import asks_sum
from retrieval.passages.rank import Scored
from retrieval.passages.said import COUNTING
from retrieval.passages.units import Unit, pairs
from retrieval.question.asked import Asked
from retrieval.question.moments import TIMED

_TEAM_PRIZE = lazy_re.compile(r"团[体队](?:总分|总?奖|第|前|名次)")
_HOURS, _HOUR = lazy_re.compile(r"几点|几时"), lazy_re.compile(r"\d[:：]\d\d|\d[点时](?!间)")
_TOGETHER = lazy_re.compile(r"[一总]共|总(?:时长|时间|用时)|合计|加起来")
_CHECKS_IN = lazy_re.compile(r"报到|签到|检录")
_WHOLE = lazy_re.compile(
    r"(?:总(?:的)?(?:限时|时长|用时|时间|限)|[一总合]共计?|全程)[^，,。;；\d]{0,6}\d+个?(?:分钟|小时)"
)
_IN_ALL = lazy_re.compile(r"[一总拢统]共|合计|总计")
_COUNT = lazy_re.compile(r"(?:几|多少|好多)(?P<of>[支个名位家项场人])")
_SUMMED = lazy_re.compile(
    rf"(?:[一总]?共(?:计|有|设|约)?|合计|总计)(?:\d+|{CHINESE})(?:余|多)?(?P<of>[支个名位家项场人])"
)
_RATE = lazy_re.compile(
    r"[一每][天顿晚夜餐间](?:要|得|花|收|是|大概|交|给)*(?:多少|几块|几十|好多)(?!分|题|个?人)"
    r"|(?:多少|几块|好多)钱?[一每][天顿晚夜餐间]"
)
_FREE_FOR_SOME = lazy_re.compile(
    r"[\u4e00-\u9fff]{2,8}(?:项目|赛项|组|选手|院校|单位|职工|学生)(?:均|都)?(?:不|免)"
)
_SUM = lazy_re.compile(r"\d万?元")
_HOW_MANY_WIN = lazy_re.compile(
    r"(?:[一二三]等|金|银|铜|优胜|优秀)奖[^，,。？?]{0,4}(?:设|有|评|取|发|给|能|要)*(?:几|多少|好多)(?!钱|元|块|奖金)"
)
_MONEY_ASKED = lazy_re.compile(r"钱|元|块|奖金|奖励")
_WINNERS = lazy_re.compile(
    r"\d+(?:\.\d+)?%[^。；]{0,24}奖|奖[^。；，]{0,8}(?:\d+(?:\.\d+)?%|\d+[名个人队项枚])"
)
HALF = 0.5
_FULLER = 0.4
_SAYS_ENTERING = lazy_re.compile(r"报名|申报|填报|注册|报送")
_MADE_OF = lazy_re.compile(r"队[^？?]{0,12}(?:构成|组成|配备|搭配)")
_TEAM_OF = lazy_re.compile(r"队[^，,。；]{0,6}(?:由|含|包括|[:：])[^。；]{2,40}(?:组成|构成|名|人)")
_ENTERING = "procedure"
_ENTRY = lazy_re.compile(
    r"登[录陆]|官网|网站|平台|小程序|公众号|系统|邮箱|@|https?:|现场报名|窗口|报(?:送|至|给)[^，,。；]{2,}"
)


def could(wanted: Aims, asked: Asked) -> Callable[[Unit], bool]:
    """Whether a sentence holds the kind of thing that is asked for, if any is."""
    when, where = "when" in asked.forms, "where" in asked.forms
    counting, day = bool(asked.forms & COUNTING), DAY.search(asked.plain) is not None
    certain = [g for g in wanted.values if g.hard and not g.kinds & TIMED]

    def fits(unit: Unit) -> bool:
        if when and not any(v.kind in TIMED for v in unit.values):
            return False
        if (counting and not counts(unit)) or (where and not places(unit)):
            return False
        if any(g.changes(unit) for g in wanted.values):
            return False
        return not (day and coarse(unit)) and all(g.has_kind(unit) for g in certain)

    return fits


def timed(told: list[Scored], asked: Asked) -> list[Scored]:
    """Those with an hour, where the hour is asked for and some of them have one."""
    if not _HOURS.search(asked.plain):
        return told
    return [s for s in told if _HOUR.search(s.unit.plain)] or told


def together(told: list[Scored], asked: Asked) -> list[Scored]:
    """Those that tell how long all of it lasts, where that is asked: 总限时40分钟."""
    if "duration" not in asked.concepts or not _TOGETHER.search(asked.plain):
        return told
    return [s for s in told if _WHOLE.search(s.unit.plain)] or told


def exact(told: list[Scored], asked: Asked) -> list[Scored]:
    """Those with a day, where a day is asked for and some of them have one."""
    if not DAY.search(asked.plain):
        return told
    return [s for s in told if not coarse(s.unit)] or told


def counting(told: list[Scored], wanted: Aims, asked: Asked) -> list[Scored]:
    """Those that say how much of what is asked, where the first one says nothing of it."""
    if not (told and asked.forms & COUNTING) or wanted.values or counts(told[0].unit):
        return told
    found = (s for s in told if s.coverage >= HALF and wanted.on_topic(s.unit))
    return [s for s in found if counts(s.unit)] or told


def in_all(told: list[Scored], asked: Asked) -> list[Scored]:
    """Those that tell how many there are in all, where that is asked: 共十六支代表队."""
    count = _COUNT.search(asked.plain) if _IN_ALL.search(asked.plain) else None
    if count is None:
        return told
    summed = [
        s for s in told if any(m["of"] == count["of"] for m in _SUMMED.finditer(s.unit.plain))
    ]
    return summed or told


def placed(told: list[Scored], asked: Asked) -> list[Scored]:
    """Those that speak of a place, where one is asked for and some of them do."""
    if ADDRESS in asked.plain:  # 地址：… tells it better than 设在秘书处
        told = [s for s in told if ADDRESSED.search(s.unit.plain)] or told
    if VENUE not in asked.concepts or "where" not in asked.forms:
        return told
    if "when" not in asked.forms:
        told = [s for s in told if not only_days(s.unit)]
    of_place = [s for s in told if VENUE in s.unit.said | s.unit.titled or places(s.unit)]
    return of_place or told


def priced(told: list[Scored], asked: Asked) -> list[Scored]:
    """Those with a sum, where it is asked what a day or a meal costs and some of them have one.

    Or what something costs, and the first frees but some of it: 个人项目不收取押金.
    """
    some = bool(told) and asks_sum(asked.plain) and _FREE_FOR_SOME.match(told[0].unit.plain)
    if not (asks_rate(asked) or some):
        return told
    return [s for s in told if tells_sum(s.unit)] or told


def asks_rate(asked: Asked) -> bool:
    """Whether it is asked what one day, night or meal costs."""
    return _RATE.search(asked.plain) is not None


def tells_sum(unit: Unit) -> bool:
    """Whether a sentence names a sum of money."""
    return _SUM.search(unit.plain) is not None


def prizes_counted(told: list[Scored], asked: Asked) -> list[Scored]:
    """Those that say how many win a prize, where that is asked and the first pays it alone.

    三等奖设几个 is told by 按15%设三等奖, not by 三等奖1000元.
    """
    asks = _HOW_MANY_WIN.search(asked.plain) and not _MONEY_ASKED.search(asked.plain)
    if not (told and asks) or not _SUM.search(told[0].unit.plain):
        return told
    return [s for s in told if _WINNERS.search(s.unit.plain)] or told


def made_of(told: list[Scored], asked: Asked) -> list[Scored]:
    """Those that say of whom a team is made up, where that is asked and some of them do."""
    if not _MADE_OF.search(asked.plain):
        return told
    return [s for s in told if _TEAM_OF.search(s.unit.plain)] or told


def windows(told: list[Scored], wanted: Aims) -> list[Scored]:
    """Those that say from when to when one enters, where the first one speaks of no entering.

    7月31日前寄达材料 is not until when one enters where 7月13日至24日登录平台填报 stands beside.
    """
    asks = bool(told) and any(goal.entering for goal in wanted.values)
    if not asks or _SAYS_ENTERING.search(told[0].unit.plain + told[0].unit.over):
        return told
    return [s for s in told if registers(s.unit.plain)] or told


def nearly_as_full(told: list[Scored], own: list[Scored], asked: Asked) -> list[Scored]:
    """Those of `own` kind; all, where none is or only the first one says what is asked.

    作品几号前发 is asked of the day for works, not of the one for entering.
    """
    if not own or told[0].coverage - max(s.coverage for s in own) <= _FULLER:
        return own or told
    terms = {p for run in asked.content for p in pairs(run) if len(p) > 1}
    said = any(p in told[0].unit.plain for p in terms)
    return own if not said or any(p in own[0].unit.plain for p in terms) else told


def of_contest(told: list[Scored], wanted: Aims) -> list[Scored]:
    """Those that are no check-in, where it is asked when the contest is and some are none."""
    if not any(goal.itself for goal in wanted.values):
        return told
    return [s for s in told if not _checks_in(s.unit)] or told


def _checks_in(unit: Unit) -> bool:
    """Whether all days of a sentence are of checking in, or it goes on with such days."""
    days = dated_parts(unit.plain)
    own = bool(days) and all(_CHECKS_IN.search(day) for day in days)
    return own or _CHECKS_IN.match(unit.before) is not None


def without_windows(chosen: list[Scored], best: Scored, asked: Asked) -> list[Scored]:
    """Those that are no window of entering, where the best one says of what else it is asked.

    教案最晚哪天传 is told by the day for them; that entering opens on another is beside it.
    """
    terms = {p for run in asked.content for p in pairs(run) if len(p) > 1}
    own = {p for p in terms if p in best.unit.plain}
    return [
        s
        for s in chosen
        if s is best or not own or not tells_window(s.unit.plain) or _says_any(own, s.unit)
    ]


def _says_any(terms: set[str], unit: Unit) -> bool:
    return any(p in unit.plain for p in terms)


def where_to(told: list[Scored], asked: Asked) -> list[Scored]:
    """Those that name a page or an address, where it is asked where one enters."""
    if not ("where" in asked.forms and _ENTERING in asked.concepts):
        return told
    return [s for s in told if _ENTRY.search(s.unit.plain)] or told


def of_team_prizes(fitting: list[Scored], ranked: list[Scored], asked: Asked) -> list[Scored]:
    """Those about teams' prizes, where these are asked for and the notice has some of its own."""
    if not _TEAM_PRIZE.search(asked.plain):
        return fitting
    own = [s for s in ranked if _TEAM_PRIZE.search(s.unit.plain)]
    if not own:
        return fitting
    return [s for s in fitting if s in own]
