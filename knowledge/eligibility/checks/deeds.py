"""Bars that name earlier prizes and posts; met when nothing of the kind is said."""

from __future__ import annotations

import re

from knowledge.eligibility.checks.base import Case, Params, Result, met, not_met, unknown
from knowledge.eligibility.tracks import match_track
from knowledge.numerals import arabic
from knowledge.plain import comparable

_EDITION = re.compile(r"第([一二三四五六七八九十百\d]+)届")
_YEAR = re.compile(r"(\d{4})年?")
_LEVEL = {
    "校级": 0,
    "院级": 0,
    "县级": 1,
    "区级": 1,
    "市级": 3,
    "市赛": 3,
    "省级": 4,
    "省赛": 4,
    "全省": 4,
}
_LEVEL |= {"国家级": 5, "全国": 5, "国赛": 5, "世界": 6, "国际": 6}
_PRIZE = (
    "一等奖",
    "二等奖",
    "三等奖",
    "金奖",
    "银奖",
    "铜奖",
    "金牌",
    "银牌",
    "铜牌",
    "冠军",
    "优胜奖",
    "第一名",
)


def barred_deeds(case: Case, params: Params) -> Result:
    """Whoever won or did one of these: {said, prizes?, posts?, same_track?, level?, now?}.

    `prizes` and `posts` are words of which one must be said of a deed; `same_track` bars in the
    same track only; `level` is the lowest rank of the event (市级, 省级); `now` means this event.
    """
    said = str(params["said"])
    person = case.person
    deeds = (*person.honours, *person.past_events, *person.past_roles)
    deeds += (
        (*person.registered_as, *(w for w in (person.identity, person.job) if w))
        if params.get("now")
        else ()
    )
    found = {_deed(case, comparable(deed), params) for deed in deeds}
    if "barred" in found:
        return not_met(f"“{said}”不得报名；有这种经历。")
    if "open" in found:
        return unknown(f"“{said}”不得报名；还不能确定是否属于这种情形。", "past_events")
    return met(f"“{said}”不得报名；没有这种经历。")


def _deed(case: Case, deed: str, params: Params) -> str:
    """`barred`, `open` or `other`."""
    prizes, posts = list(params.get("prizes", ())), list(params.get("posts", ()))
    prize = any(word in deed for word in prizes)
    post = any(word in deed for word in posts)
    if not (prize or post):
        vague = prizes and "奖" in deed and not any(word in deed for word in _PRIZE)
        return "open" if vague else "other"
    if params.get("same_track") and _other_track(case, deed):
        return "other"
    if _lower(deed, params.get("level")) or _older(case, deed, params):
        return "other"
    return "barred"


def _other_track(case: Case, deed: str) -> bool:
    named = {t.id for t in case.notice.tracks if comparable(t.name) in deed}
    if not named and (one := match_track(case.notice, deed)):
        named = {one.id}
    return bool(named) and (case.track is None or case.track.id not in named)


def _lower(deed: str, level: object) -> bool:
    """Whether the deed's event ranks below the one the bar begins with."""
    ranks = [rank for word, rank in _LEVEL.items() if word in deed]
    needed = _LEVEL.get(str(level)) if level else None
    return bool(ranks) and needed is not None and max(ranks) < needed


def _older(case: Case, deed: str, params: Params) -> bool:
    """Whether the deed lies further back than the bar reaches: {editions?, years?}."""
    edition = _EDITION.search(deed)
    this = _EDITION.search(comparable(case.notice.edition or ""))
    if "editions" in params and edition and this:
        return int(arabic(this[1])) - int(arabic(edition[1])) > int(params["editions"])
    year = _YEAR.search(deed)
    if "years" in params and year:
        return int(year[1]) < case.day.year - int(params["years"])
    return False
