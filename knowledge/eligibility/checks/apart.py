"""Tracks of which one person may enter only one."""

from __future__ import annotations

from knowledge.eligibility.checks.base import Case, Fix, Params, Result, met, not_met
from knowledge.eligibility.tracks import match_track


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
