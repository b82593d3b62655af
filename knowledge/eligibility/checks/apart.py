"""Tracks of which one person may enter only one; people a rule leaves out."""

from __future__ import annotations

from knowledge.eligibility.checks.base import Case, Fix, Params, Result, met, not_met
from knowledge.eligibility.tracks import match_track
from knowledge.plain import comparable


def not_both(case: Case, params: Params) -> Result:
    """甲与乙不得兼报: {tracks: [ids or names], called}; other tracks may be entered besides."""
    tracks = {t.id for name in params["tracks"] if (t := match_track(case.notice, str(name)))}
    said = f"{params['called']}不得兼报"
    own = {case.track.id} if case.track else set()
    for key in ("registered_tracks", "wants_also"):
        words: tuple[str, ...] = getattr(case.person, key)
        ids = {item: found.id for item in words if (found := match_track(case.notice, item))}
        clash = [item for item, id_ in ids.items() if id_ in tracks - own]
        if clash and own <= tracks:
            rest = [item for item in words if item not in clash]
            return not_met(f"{said}；还报了{'、'.join(clash)}。", Fix(key, rest))
    return met(f"{said}；没有这种情况。")


def called(case: Case, params: Params) -> Result:
    """Whether identity or job is called so: {words}; an exemption as an alternative of `any_of`."""
    words = [comparable(str(word)) for word in params["words"]]
    own = comparable(f"{case.person.identity or ''}|{case.person.job or ''}")
    said = f"{'、'.join(map(str, params['words']))}不受此限"
    if any(word in own for word in words):
        return met(f"{said}；属于这种人员。")
    return not_met(f"{said}；不属于这种人员。")
