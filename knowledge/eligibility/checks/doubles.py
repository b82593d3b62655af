"""Doubles: several tracks, several identities, contestant and adviser at once."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.eligibility.capacity import called, group_capacity
from knowledge.eligibility.checks.base import Case, Fix, Params, Result, met, not_met, unknown
from knowledge.eligibility.tracks import match_track
from knowledge.plain import comparable

_ROLES = ("裁判", "指导教师", "指导老师", "指导教练", "教练", "领队", "评委", "专家")
_ADVISER = ("指导", "教练")
_EMPLOYED = frozenset({"worker", "teacher"})
_SAME = ("同一", "本赛项", "该赛项", "这个赛项", "本项目", "同赛项", "同项目")
_SHORTEST = 2
_OTHER = ("其他", "其它", "另一", "别的", "不同")


def one_track(case: Case, _: Params) -> Result:
    """不得同时参加多个赛项, judged by what is registered and by what is wanted besides.

    Where the notice names no tracks, the only one registered is the one that is spoken of.
    """
    said = "同一赛事中只能参加一个赛项"
    for key, fault in (
        ("registered_tracks", "已报了另一个赛项"),
        ("wants_also", "不能同时再报另一个赛项"),
    ):
        words: tuple[str, ...] = getattr(case.person, key)
        others = [item for item in words if _other_track(case, item)]
        if not case.notice.tracks and key == "registered_tracks":
            others = others[1:]
        if others:
            return not_met(f"{said}；{fault}。", _without(key, words, others))
    return met(f"{said}；没有同时报其他赛项。")


def _other_track(case: Case, words: str) -> bool:
    return _kind(case, words) == "track" and not _this(case, words)


def _without(key: str, words: tuple[str, ...], dropped: list[str]) -> Fix:
    return Fix(key, [item for item in words if item not in dropped])


def single_identity(case: Case, params: Params) -> Result:
    """不得以多重身份参赛: no other identity or role in the same event, and no wish for one.

    `advisers: false` where identities are named (不得同时以职工和学生身份): advising is none.
    """
    said = "不得以多重身份参赛"
    for key in ("registered_as", "wants_also"):
        words: tuple[str, ...] = getattr(case.person, key)
        others = [item for item in words if _other_identity(case, item)]
        if others:
            fault = f"同时还有另一种身份（{'、'.join(others)}）"
            return not_met(f"{said}；{fault}。", _without(key, words, others))
    if params.get("advisers") is False:
        return met(f"{said}；没有以其他身份报名。")
    advised = case.person.advisor_of
    here = [words for words in advised if _this(case, words) or match_track(case.notice, words)]
    if here:
        return not_met(f"{said}；同时还是指导教师。", _without("advisor_of", advised, here))
    if case.person.is_advisor and not advised:
        return not_met(f"{said}；同时还是指导教师。", Fix("is_advisor", to=False))
    return met(f"{said}；没有以其他身份报名。")


def _other_identity(case: Case, words: str) -> bool:
    if words in case.notice.groups and case.person.group in case.notice.groups:
        return words != case.person.group
    return _kind(case, words) in {"role", "identity"} and not _own(case, words)


def _advises_here(case: Case) -> Fix | None:
    """What to give up for who advises in any track of the notice."""
    advised = case.person.advisor_of
    here = [words for words in advised if _this(case, words) or match_track(case.notice, words)]
    return _without("advisor_of", advised, here) if here else None


def not_adviser(case: Case, params: Params) -> Result:
    """选手不得担任指导教师 of students: {scope}: same_track, this `plan`, or `any` track."""
    of_track = params["scope"] == "same_track"
    if params["scope"] == "any" and (found := _advises_here(case)):
        return not_met("指导教师不得以选手身份参加任何赛项；现在是指导教师。", found)
    said = (
        "不得担任同一赛项学生选手的指导教师" if of_track else "本赛项的指导教师不能以选手身份参赛"
    )
    advised = case.person.advisor_of
    if own := [words for words in advised if _this(case, words)]:
        fix = _without("advisor_of", advised, own)
        return not_met(f"{said}；现在是本赛项的指导教师。", fix)
    if open_ := [words for words in advised if not _elsewhere(case, words)]:
        asked = f"还不知道是哪个赛项的指导教师（{'、'.join(open_)}）"
        return unknown(f"{said}；{asked}。", "advisor_of")
    fixes = () if advised else tuple(_adviser_here(case))
    if fixes and of_track:
        return unknown(f"{said}；还不知道是哪个赛项的指导教师。", "advisor_of")
    if fixes:
        return not_met(f"{said}；现在是指导教师。", *fixes)
    return met(f"{said}；没有这种情况。")


def _adviser_here(case: Case) -> Iterator[Fix]:
    """What would have to be otherwise for the person to be no adviser, of whatever track."""
    if case.person.is_advisor:
        yield Fix("is_advisor", to=False)
    for key in ("registered_as", "wants_also"):
        words: tuple[str, ...] = getattr(case.person, key)
        roles = [item for item in words if any(word in item for word in _ADVISER)]
        if roles:
            yield _without(key, words, roles)


def _kind(case: Case, words: str) -> str:
    """What an entry of a list speaks of: a role, a track, an identity, or another event."""
    if any(role in words for role in _ROLES):
        return "role"
    if match_track(case.notice, words):
        return "track"
    if group_capacity(words) or "身份" in words or called(words):
        return "identity"
    return "event" if words.endswith(("大赛", "竞赛", "比赛")) else "track"


def _this(case: Case, words: str) -> bool:
    if any(word in words for word in _SAME):
        return True
    found = match_track(case.notice, words)
    if found is None and not case.notice.tracks:  # 某职业竞赛: the event has the name of its track
        return len(words) > _SHORTEST and comparable(words) in comparable(case.notice.title)
    return found is not None and case.track is not None and found.id == case.track.id


def _own(case: Case, words: str) -> bool:
    """The identity the person enters in anyway: a teacher is a worker, a group has two sides."""
    if words in {"选手", "参赛选手"}:
        return True
    if any(role in words for role in _ROLES):
        return False
    if case.capacity is None:
        return True  # the open identity is asked for by its own rule
    who, side = called(words), group_capacity(words)
    if who is not None and side is None:
        return who == case.capacity or {who, case.capacity} <= _EMPLOYED
    return (side == "student") == (case.capacity == "student") if side else False


def _elsewhere(case: Case, words: str) -> bool:
    if any(word in words for word in _OTHER) or _kind(case, words) == "event":
        return True
    return match_track(case.notice, words) is not None and not _this(case, words)
