"""Which track of a notice words mean."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from knowledge.plain import comparable

if TYPE_CHECKING:
    from knowledge.model import Notice, Track

_SHORTEST = 2
_GENERIC = ("赛项", "项目", "竞赛", "比赛", "工种")


class UnknownTrackError(ValueError):
    """No track of this notice is called so; the message lists those there are."""


def find_track(notice: Notice, words: str) -> Track:
    """The track with this id, name or alias, or the one whose name contains the words.

    Raises:
        UnknownTrackError: none, or more than one, is meant.
    """
    found = match_track(notice, words)
    if found is None:
        names = (
            "、".join(f"{track.id}（{track.name}）" for track in notice.tracks) or "（没有赛项）"
        )
        raise UnknownTrackError(f"{notice.id} 没有叫这个名字的赛项；可选的有：{names}")
    return found


def match_track(notice: Notice, words: str) -> Track | None:
    """As `find_track`, but None where it raises."""
    wanted = comparable(words)
    for suffix in _GENERIC:
        wanted = wanted.removesuffix(suffix) or wanted
    for fits in (_same, _contains):
        found = [track for track in notice.tracks if fits(track, wanted)]
        if len(found) == 1:
            return found[0]
    return None


@lru_cache(maxsize=1024)
def _names(track: Track) -> tuple[str, ...]:
    return tuple(map(comparable, (track.id, track.name, *track.aliases)))


def _same(track: Track, wanted: str) -> bool:
    return wanted in _names(track)


def _contains(track: Track, wanted: str) -> bool:
    long = [name for name in _names(track) if len(name) > _SHORTEST]
    return len(wanted) >= _SHORTEST and any(wanted in name or name in wanted for name in long)
