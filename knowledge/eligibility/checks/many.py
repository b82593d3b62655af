"""How many: tracks a person enters, members of a team, units they come from."""

from __future__ import annotations

from knowledge import lazy_re
from knowledge.eligibility.checks.base import Case, Fix, Params, Result, met, not_met, remark
from knowledge.eligibility.tracks import match_track

_AREA = lazy_re.compile(r"[县区市州省]")


def tracks_at_most(case: Case, params: Params) -> Result:
    """每人最多报N项: {limit}, this track included."""
    limit = int(params["limit"])
    named = {
        *case.person.registered_tracks,
        *(w for w in case.person.wants_also if match_track(case.notice, w)),
    }
    ids = {(found.id if (found := match_track(case.notice, words)) else words) for words in named}
    count = len(ids | ({case.track.id} if case.track else set()))
    said = f"每人最多报{limit}项"
    if count > limit:
        return not_met(f"{said}；已超过。", Fix("registered_tracks", []))
    return met(f"{said}；没有超过。")


def team_size_range(case: Case, params: Params) -> Result:
    """A team has between so many members: {min?, max?}, judged when given."""
    low, high = int(params.get("min", 1)), params.get("max")
    said = f"每队{low}至{high}人" if high else f"每队不少于{low}人"
    given = case.person.team_size
    if given is None:
        return remark(f"{said}。")
    if given < low or (high is not None and given > int(high)):
        return not_met(f"{said}；人数不符。", Fix("team_size", low))
    return met(f"{said}；符合。")


def team_within(case: Case, params: Params) -> Result:
    """All members from one place of a kind: {what: 学校, 学院, 县（市、区）}, judged when given."""
    said = f"队员须来自同一{params['what']}"
    units = case.person.team_units
    if units is None or case.person.team_event is False:
        return remark(f"{said}。")
    if len(set(units)) > 1 and _AREA.search(str(params["what"])):
        return remark(f"{said}；不同单位可以属于同一地方，请自行核对。")
    if len(set(units)) > 1:
        same = Fix("team_units", [f"同一{params['what']}"])
        return not_met(f"{said}；队员来自不同的{params['what']}。", same)
    return met(f"{said}；符合。")
