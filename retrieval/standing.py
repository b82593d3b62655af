"""What holds in a conversation: competition, track, group and the question asked last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from retrieval.mentions import Named
from retrieval.model import Question
from retrieval.scope import Target


@dataclass(frozen=True)
class Standing:
    """What holds after some turns; empty: nothing has been named or asked."""

    notices: tuple[str, ...] = ()
    absent: bool = False
    """A competition was named of which no notice is here."""
    tracks: Mapping[str, Named] = field(default_factory=dict)
    """By notice; without places, as they were named elsewhere."""
    groups: tuple[str, ...] = ()
    asked: str = ""
    """The question asked last, in plain form without names of competition, track and group."""

    def target(self) -> Target:
        """The same as the scope of a question that names nothing itself."""
        return Target(self.notices, named=True, absent=self.absent, tracks=dict(self.tracks))


class Followed(Question):
    """A question with what holds from the turns before it."""

    standing: Standing
