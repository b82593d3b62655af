"""Where the competitions are, and which of their places a question names."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from retrieval.scoping.regions import province


class Places:
    """The regions of many notices; a question is compared with each region once."""

    def __init__(self, regions: Mapping[str, str | None]) -> None:
        """`regions` gives the region of each notice, if it has one."""
        self._regions = dict(regions)
        self._distinct = sorted({r for r in self._regions.values() if r is not None})
        self.provinces = {province(place) for place in self._distinct if place}

    def said(self, text: str, ids: Collection[str]) -> list[str]:
        """The regions of these notices that stand in the text, sorted.

        >>> Places({"one": "贵州", "two": "重庆", "three": None}).said("贵州的呢", ["one", "two"])
        ['贵州']
        """
        named = [region for region in self._distinct if region in text]
        if not named or len(ids) == len(self._regions):
            return named
        own = {self._regions[i] for i in ids}
        return [region for region in named if region in own]

    def within(self, provinces: Collection[str], ids: Collection[str]) -> tuple[str, ...]:
        """Those of these notices whose province, or unknown place, is one of `provinces`."""
        return tuple(i for i in ids if province(self._regions[i] or "") in provinces)

    def of(self, regions: Collection[str], ids: Collection[str]) -> tuple[str, ...]:
        """Those of these notices that are of one of the regions."""
        return tuple(i for i in ids if self._regions[i] in regions) if regions else ()
