"""Which tracks a stretch of a notice names: 无人机植保、智慧大棚2个赛项 in a row of sentences."""

from __future__ import annotations

import re
from collections.abc import Collection

from knowledge import lazy_re
from knowledge.catalogue.mentions import kind_mentions, letter_mentions
from knowledge.catalogue.track_ways import named_ways, ways_of
from knowledge.model import Notice
from knowledge.plain import comparable
from retrieval.question.mentions import telling
from retrieval.scoping.areas import areas_of, held_there
from retrieval.scoping.lettered import Lettered

_START, _TAIL = 4, 3
_PERSONS = ("员", "师", "工")
"""How the names of occupations end; the last words tell one of several: 防治员."""
_COMMA, _DAY = lazy_re.compile(r"[，,]"), lazy_re.compile(r"\d月\d{1,2}日")
_MEASURE = lazy_re.compile(r"\d(分钟|个?小时|元|人|名|天|周?岁|%|分|队|组|件|张|页)")
_THE_REST = lazy_re.compile(r"(?:其他|其余|其它)(?:各|的|\d个)?(?:项目|赛项|工种|职业|赛道)")
_NAME = 16
"""So many characters behind a group the name of a track beside it ends."""
_ONLY = lazy_re.compile(r"(?:只|仅)(?:能|可以?|限)?(?:参加|报名?|参赛)(?![一1]|\d)")


class SpeakingOf:
    """Finds the tracks of one notice in its sentences: by names, how these begin, or kinds."""

    def __init__(self, notice: Notice) -> None:
        self._tracks = notice.tracks
        self._lettered = Lettered(notice)
        names = {t.id: [comparable(n) for n in (t.name, *t.aliases)] for t in notice.tracks}
        self._names = [(name, track) for track, own in names.items() for name in own]
        starts = [(own[0][:_START], track) for track, own in names.items()]
        alone = [s for s, _ in starts]
        self._names += [(s, t) for s, t in starts if telling(s) and alone.count(s) == 1]
        tails = [
            (own[0][-_TAIL:], track)
            for track, own in names.items()
            if len(own[0]) > _START and own[0].endswith(_PERSONS)
        ]
        self._names += [
            (tail, track)
            for tail, track in tails
            if not any(tail in n for t, own in names.items() if t != track for n in own)
        ]
        self._groups = [re.compile(rf"{re.escape(comparable(g))}[、和及与]") for g in notice.groups]
        self._ways = ways_of(notice)
        self._areas = areas_of(notice)
        self._known: dict[str, frozenset[str]] = {}

    def named(self, plain: str) -> frozenset[str]:
        """The tracks that comparable words of the notice name."""
        found = self._known.get(plain)
        if found is None:
            found = frozenset(t for name, t in self._names if len(name) > 1 and name in plain)
            found |= {t for kind in kind_mentions(plain, self._tracks) for t in kind.names}
            found |= {t for each in letter_mentions(plain, self._tracks) for t in each.names}
            found |= self._lettered.subject(plain) | self._lettered.bracketed(plain)
            found |= held_there(plain, self._areas)
            self._known[plain] = found
        return found

    def by_way(self, plain: str) -> frozenset[str]:
        """The tracks that words name by how one enters them: 团体赛报名截止时间为3月25日."""
        ways = named_ways(plain) if self._ways else frozenset()
        return frozenset(track for track, way in self._ways.items() if way in ways)

    def of_some(self, plain: str) -> bool:
        """Whether words name tracks, and not all of them."""
        named = self.named(plain) or self.by_way(plain)
        return bool(named) and len(named) < len(self._tracks)

    def left_out(self, plain: str, tracks: Collection[str]) -> bool:
        """Whether words let somebody enter some tracks only, and none of `tracks` is among them."""
        only = _ONLY.search(plain)
        listed = self.named(plain[only.end() :]) if only else frozenset()
        return bool(listed and tracks) and not listed & set(tracks)

    def others(self, plain: str, tracks: Collection[str]) -> bool:
        """Whether the words name tracks, and none of `tracks`."""
        named = (self.named(plain) or self.by_way(plain)) if tracks else frozenset()
        if not named or not named.isdisjoint(tracks):
            return False
        if _ONLY.search(plain) or _THE_REST.search(plain):
            return False  # 企业队只参加 A 和 B says of C that they do not enter it
        return not (self._adds(plain) or self._beside_groups(plain))

    def _beside_groups(self, plain: str) -> bool:
        """Whether words speak of groups, which any track has, and of tracks beside them.

        机构组、社区居家组和评估师赛项：4月10日前 holds for the groups of every track.
        """
        of_groups = (m.end() for group in self._groups for m in group.finditer(plain))
        return any(name in plain[end : end + _NAME] for end in of_groups for name, _ in self._names)

    def _adds(self, plain: str) -> bool:
        """Whether words tell a value for all before they name tracks: …5月15日，焊工延至7月31日.

        Or 时长为240分钟，其中焊工为300分钟: two values of one measure.
        """
        lead, *rest = _COMMA.split(plain)
        if not rest or self.named(lead):
            return False
        if _DAY.search(lead):
            return True
        measures = set(_MEASURE.findall(lead))
        own = (part for part in rest if self.named(part)) if measures else ()
        return any(measures & set(_MEASURE.findall(part)) for part in own)

    def alike(self, one: str, other: str) -> bool:
        """Whether each names tracks of its own, as parts of a row do: 报名电工的…；报名焊工的…."""
        mine, theirs = self.named(one), self.named(other)
        return bool(mine and theirs) and not mine & theirs
