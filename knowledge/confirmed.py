"""What a person confirmed about a notice (`notice.yaml`): corrections of and additions to reading.

Everything in it carries words of the notice itself, so that it can be checked: a track's name, or
the quote of a fact.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field as Fields

from knowledge.model import Frozen, Track

Field = Literal["title", "name", "doc_number", "issued_on", "edition", "year", "region", "audience"]


class ConfirmedTrack(Frozen):
    """A readable id and further names for a track that reading found."""

    id: str
    name: str
    """As the notice prints it, white space aside."""
    aliases: tuple[str, ...] = ()


class Fact(Frozen):
    """A field of the notice as a person read it."""

    value: str | int | date
    quote: str
    """Verbatim, white space aside."""


class Confirmed(Frozen):
    """The content of a `notice.yaml`."""

    tracks: tuple[ConfirmedTrack, ...] = ()
    aliases: tuple[str, ...] = ()
    """Everyday names of the competition that do not follow from its own."""
    facts: dict[Field, Fact] = Fields(default_factory=dict)

    def named(self, track: Track) -> Track:
        """`track` with the id and names confirmed for it."""
        for item in self.tracks:
            if item.name == track.name:
                aliases = tuple(dict.fromkeys(track.aliases + item.aliases))
                return track.model_copy(update={"id": item.id, "aliases": aliases})
        return track
