"""What is said of the others: 甲赛项为团体赛，其他均为个人赛."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.catalogue.mentions import Entrants, mentions
from knowledge.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from knowledge.eligibility.drafting.parts import Condition

_OTHERS = lazy_re.compile(
    r"(?:^|[,;。:])(?:而|但)?(?:其他|其它|其余)(?:的)?(?:各|所有)?个?(?:赛项|项目|工种|赛道|专项|职业|组别|组)?"
    r"(?:的)?(?:参赛)?(?:选手)?(?:均|都|则|一律)*(?:须|应|为|采用|采取|实行)?$"
)


def of_the_rest(found: Sequence[Condition]) -> Iterator[Condition]:
    """The conditions; one of the others is for whom the words before it in its clause leave."""
    for one in found:
        if one.statement.cell or not _OTHERS.search(one.statement.text[: one.start]):
            yield one
        else:
            yield from _rest(one)


def _rest(one: Condition) -> Iterator[Condition]:
    """All tracks but those named before; in those, the groups that were not named."""
    notice = one.statement.notice
    begin, end = one.statement.place.start, one.statement.fold.at[one.start]
    before = fold(notice.text[begin:end])
    named = mentions(before.text, Entrants(notice.tracks, notice.groups))
    tracks = {name for mention in named.tracks for name in mention.names}
    groups = {name for mention in named.groups for name in mention.names}
    others = tuple(track.id for track in notice.tracks if track.id not in tracks)
    left = tuple(group for group in notice.groups if group not in groups)
    if tracks and others:
        yield replace(one, tracks=others, groups=())
    if groups and left:
        own = tuple(track.id for track in notice.tracks if track.id in tracks)
        yield replace(one, tracks=own, groups=left)
    if not (tracks and others) and not (groups and left):
        yield one
