"""What can be chosen: competitions, their tracks, their groups; and short keys for buttons."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from hashlib import sha256

from pydantic import ConfigDict

from knowledge.model import Frozen, Notice, Track
from knowledge.plain import comparable
from retrieval.model import Option

KEY_LENGTH = 16


def key_of(option: Option) -> str:
    """A short ASCII key of an option's scope; the same one after a restart.

    64 bits: among a million options two share a key with a probability of 3 in 100 million.
    """
    scope = "\0".join((option.notice, option.track or "", option.group or ""))
    return sha256(scope.encode("utf-8", "replace")).hexdigest()[:KEY_LENGTH]


class Competition(Frozen):
    """A notice as something to choose."""

    notice: str
    name: str
    label: str
    tracks: tuple[Track, ...] = ()
    groups: tuple[str, ...] = ()

    @classmethod
    def of(cls, notice: Notice) -> Competition:
        """What of a notice matters for choosing."""
        return cls(
            notice=notice.id,
            name=notice.name or notice.title,
            label=notice.label,
            tracks=notice.tracks,
            groups=notice.groups,
        )

    @property
    def option(self) -> Option:
        """The whole competition."""
        return Option(label=self.name, notice=self.notice)

    def track_options(self) -> tuple[Option, ...]:
        """Its tracks; none where there is nothing to choose between."""
        if len(self.tracks) <= 1:
            return ()
        return tuple(Option(label=t.name, notice=self.notice, track=t.id) for t in self.tracks)

    def group_options(self, track: str | None) -> tuple[Option, ...]:
        """The groups of a track, else of the competition; none where there is only one."""
        own = next((t.groups for t in self.tracks if t.id == track), ())
        groups = own or self.groups
        if len(groups) <= 1:
            return ()
        return tuple(
            Option(label=group, notice=self.notice, track=track, group=group) for group in groups
        )


class Competitions(Frozen):
    """Everything that can be chosen, in the order of the notices."""

    model_config = ConfigDict(frozen=True, extra="forbid", ignored_types=(cached_property,))

    items: tuple[Competition, ...] = ()

    @classmethod
    def of(cls, notices: Iterable[Notice]) -> Competitions:
        """The competitions of the notices of a desk."""
        return cls(items=tuple(Competition.of(notice) for notice in notices))

    @cached_property
    def by_notice(self) -> dict[str, Competition]:
        """Competitions by the id of their notice."""
        return {item.notice: item for item in self.items}

    @cached_property
    def by_key(self) -> dict[str, Option]:
        """Every option by its key."""
        return {key_of(option): option for option in self._all()}

    def _all(self) -> Iterable[Option]:
        for item in self.items:
            tracks = item.track_options()
            yield item.option
            yield from tracks
            yield from item.group_options(None)
            for track in tracks:
                yield from item.group_options(track.track)

    def named(self, words: str) -> tuple[Option, ...]:
        """Competitions whose name, number or tracks contain the words; all if there are none."""
        wanted = comparable(words)
        return tuple(
            item.option
            for item in self.items
            if wanted
            in comparable(" ".join((item.name, item.label, *(t.name for t in item.tracks))))
        )

    def narrowed(self, option: Option, words: str) -> Option:
        """The one track of a competition that the words name, else the competition."""
        wanted = comparable(words)
        tracks = self.by_notice[option.notice].track_options()
        named = [one for one in tracks if wanted and wanted in comparable(one.label)]
        return named[0] if len(named) == 1 else option

    def below(self, option: Option) -> tuple[Option, ...]:
        """What to choose next: tracks of a competition, then groups; empty at the end."""
        item = self.by_notice.get(option.notice)
        if item is None or option.group is not None:
            return ()
        tracks = item.track_options() if option.track is None else ()
        return tracks or item.group_options(option.track)

    def full_name(self, option: Option) -> str:
        """`竞赛 · 赛项 · 组别`, as far as chosen."""
        item = self.by_notice.get(option.notice)
        if item is None:
            return option.label
        track = next((t.name for t in item.tracks if t.id == option.track), option.track)
        return " · ".join(part for part in (item.name, track, option.group) if part)
