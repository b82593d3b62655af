"""Deeds: earlier prizes, posts and honours, which bar from entering or are asked for."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.eligibility.ages import add_months
from knowledge.eligibility.checks.base import Case, Params, Result, met, not_met, unknown
from knowledge.eligibility.checks.levels import level_of
from knowledge.eligibility.checks.told import told
from knowledge.eligibility.tracks import match_track
from knowledge.numerals import CHINESE, arabic
from knowledge.plain import comparable

if TYPE_CHECKING:
    from knowledge.model import Track

_EDITION = lazy_re.compile(rf"第(\d{{1,4}}|{CHINESE})届")
_WHEN = lazy_re.compile(r"(?<!\d)(20\d\d|19\d\d)(?:年|[-./])?(?:(\d{1,2})(?:月|[-./]))?")
_LAST = lazy_re.compile(r"上一?届")
_THIS = lazy_re.compile(r"本次|本届|本(?:竞|比|大)?赛|此次|今年")
_PLACED = lazy_re.compile(rf"第(\d{{1,4}}|{CHINESE})名")
_PRIZE = lazy_re.compile(
    r"[特一二三四]等奖|[金银铜]奖|[金银铜]牌|[冠亚季]军|优胜奖|优秀奖|第[一二三四五六七八九十\d]+名"
)

_SOME_PRIZE = lazy_re.compile("奖(?!章|学金|状|金)")
_IS_TRACK = "(?:赛项|赛道|项目|工种|方向|专项)"
_SAME = lazy_re.compile(r"(?:同一?|相同|本)(?:赛项|项目|工种|职业|赛道|专项)")
_TRADE = lazy_re.compile(
    r"[一-龥](?:(?<![职员分竞])工(?![作程业])|(?<![教老])师|(?<![人学判队成会委专])员)"
)
"""The name of a trade: 焊工, 面点师, 保育员; not 职工, 教师, 裁判员."""


def barred_deeds(case: Case, params: Params) -> Result:
    """Whoever won or did one of these: {said, prizes?, posts?, same_track?, now?, …}.

    `prizes` and `posts` are words of which one must be said of a deed; `best` is the lowest place
    counted (前三名: 3); `same_track` means in the same track only; `level` is the rank of the event
    (省级), with `exact` that one only; `since`, `years`, `in_years`, `editions` and `in_editions`
    say how far back it reaches; `now` means a post in this very event.
    """
    said = str(params["said"])
    found = _found(case, params)
    if told(case.person, said, one_enough=True):
        found.add("this")
    if "this" in found:
        return not_met(f"“{said}”不得报名；有这种经历。")
    if "open" in found:
        return unknown(f"“{said}”不得报名；还不能确定是否属于这种情形。", "past_events")
    return met(f"“{said}”不得报名；没有这种经历。")


def won(case: Case, params: Params) -> Result:
    """Whoever has won or done one of these, as a condition: parameters as of `barred_deeds`."""
    said = str(params["said"])
    found = _found(case, params)
    if "this" in found:
        return met(f"须{said}；符合。")
    if "open" in found:
        return unknown(f"须{said}；还不能确定是否符合。", "honours")
    return not_met(f"须{said}；没有这种经历。")


def _found(case: Case, params: Params) -> set[str]:
    person = case.person
    deeds = [(word, False) for word in (*person.honours, *person.past_events, *person.past_roles)]
    if params.get("now"):
        now = (*person.registered_as, *(w for w in (person.identity, person.job) if w))
        deeds += [(word, True) for word in now]
    return {_deed(case, comparable(deed), params, present=now) for deed, now in deeds}


def _deed(case: Case, deed: str, params: Params, *, present: bool) -> str:
    """`this` (what the rule speaks of), `open` or `other`."""
    prizes, posts = list(params.get("prizes", ())), list(params.get("posts", ()))
    prize = any(word in deed for word in prizes) or _placed(deed, params)
    post = any(word in deed for word in posts)
    if not (prize or post):
        vague = prizes and _SOME_PRIZE.search(deed) and not _PRIZE.search(deed)
        return "open" if vague and _in_reach(case, deed, params) else "other"
    if params.get("now") and not present and not _THIS.search(deed):
        return (
            "other" if _WHEN.search(deed) or _EDITION.search(deed) or _LAST.search(deed) else "open"
        )
    if not _in_reach(case, deed, params):
        return "other"
    return _track(case, deed) if params.get("same_track") else "this"


def _placed(deed: str, params: Params) -> bool:
    match = _PLACED.search(deed)
    return bool(match and "best" in params and int(arabic(match[1])) <= int(params["best"]))


def _in_reach(case: Case, deed: str, params: Params) -> bool:
    return not (
        _other_level(deed, params) or _older(case, deed, params) or _other_group(case, deed, params)
    )


def _other_group(case: Case, deed: str, params: Params) -> bool:
    """Whether the rule names the prize of one group (达人组一等奖) and the deed that of another."""
    said = comparable(str(params["said"]))
    meant = {group for group in case.notice.groups if comparable(group) in said}
    own = {group for group in case.notice.groups if comparable(group) in deed}
    return bool(meant and own and not meant & own)


def _track(case: Case, deed: str) -> str:
    """Whether the deed was done in `this` track, an `other` one, or that is `open`."""
    named = {each.id for each in case.notice.tracks if comparable(each.name) in deed}
    named = named or {each.id for each in case.notice.tracks if _called(each, deed)}
    if not named and (one := match_track(case.notice, deed)):
        named = {one.id}
    if named and case.track:
        return "this" if case.track.id in named else "other"
    if named or len(case.notice.tracks) <= 1 or _SAME.search(deed):
        return "this"
    return "other" if _TRADE.search(deed) else "open"


def _called(track: Track, deed: str) -> bool:
    """Whether one of the track's short names stands before 赛项 in the deed."""
    return any(re.search(re.escape(comparable(a)) + _IS_TRACK, deed) for a in track.aliases)


def _other_level(deed: str, params: Params) -> bool:
    """Whether the deed's event ranks below the one meant, or beside it where only one is meant."""
    needed = level_of(str(params["level"])) if params.get("level") else None
    rank = level_of(deed)
    if needed is None or rank is None:
        return False
    return rank != needed if params.get("exact") else rank < needed


def _older(case: Case, deed: str, params: Params) -> bool:
    """Whether the deed lies further back than the rule reaches."""
    return _other_edition(case, deed, params) or _before(case, deed, params)


def _other_edition(case: Case, deed: str, params: Params) -> bool:
    edition = _EDITION.search(deed)
    if "in_editions" in params and edition:
        return int(arabic(edition[1])) not in params["in_editions"]
    if "editions" not in params:
        return False
    this = _EDITION.search(comparable(case.notice.edition or case.notice.title))
    if edition and this:
        return int(arabic(this[1])) - int(arabic(edition[1])) > int(params["editions"])
    return False


def _before(case: Case, deed: str, params: Params) -> bool:
    match = _WHEN.search(deed)
    if match is None:
        return False
    year, month = int(match[1]), int(match[2]) if match[2] else 12
    if "in_years" in params:
        return year not in params["in_years"]
    since: date | None = params.get("since")
    if since is None and "years" in params:
        since = add_months(case.day, -12 * int(params["years"]))
        since = since if match[2] else date(since.year, 1, 1)
    return since is not None and (year, month) < (since.year, since.month)
