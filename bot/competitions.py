"""What can be chosen: competitions, their tracks, their groups; and short keys for buttons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from hashlib import sha256

from pydantic import ConfigDict

from knowledge.model import Frozen, Notice, Track
from knowledge.plain import comparable
from retrieval.model import Option

KEY_LENGTH = 16
_PART = frozenset({"supplement", "correction", "attachment"})


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
    aliases: tuple[str, ...] = ()
    """What people call it, in its notice."""
    year: int | None = None
    part: bool = False
    """It only supplements or corrects another notice: nothing one could take part in."""
    tracks: tuple[Track, ...] = ()
    groups: tuple[str, ...] = ()

    @classmethod
    def of(cls, notice: Notice) -> Competition:
        """What of a notice matters for choosing."""
        return cls(
            notice=notice.id,
            name=notice.name or notice.title,
            label=notice.label,
            aliases=notice.aliases,
            year=notice.year,
            part=any(relation.kind in _PART for relation in notice.relations),
            tracks=notice.tracks,
            groups=notice.groups,
        )

    def apart(self) -> Competition:
        """With the number of the notice in its name: several notices speak of one competition."""
        named = f"{self.name}（{self.label}）"
        return self if self.label in self.name else self.model_copy(update={"name": named})

    def called(self, wanted: str) -> bool:
        """Whether the words (comparable) stand in its name, number or tracks."""
        names = (self.name, self.label, *self.aliases, *(track.name for track in self.tracks))
        return wanted in comparable(" ".join(names))

    def shortened(self, wanted: str) -> bool:
        """Whether its name, with or without the year, can be shortened to the words (comparable).

        专项大赛 for 第二届专项职业能力技能大赛, 2026年重庆人工智能竞赛.
        """
        year = f"{self.year}年" if self.year else ""
        names = (self.name, *self.aliases, *(track.name for track in self.tracks))
        return any(_in_order(wanted, comparable(year + name)) for name in names)

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
        """The competitions of the notices of a desk; of one name, each with its number."""
        found = [Competition.of(notice) for notice in notices]
        often = Counter(item.name for item in found)
        return cls(items=tuple(item.apart() if often[item.name] > 1 else item for item in found))

    @cached_property
    def by_notice(self) -> dict[str, Competition]:
        """Competitions by the id of their notice."""
        return {item.notice: item for item in self.items}

    @cached_property
    def parts(self) -> frozenset[str]:
        """The notices that only supplement or correct another one."""
        return frozenset(item.notice for item in self.items if item.part)

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
        same = [item.option for item in self.items if item.called(wanted)]
        return tuple(same or (item.option for item in self.items if item.shortened(wanted)))

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


def _in_order(wanted: str, name: str) -> bool:
    """Whether all characters of `wanted` stand in `name` in this order."""
    rest = iter(name)
    return all(each in rest for each in wanted)
