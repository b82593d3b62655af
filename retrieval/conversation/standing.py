"""What holds in a conversation: competition, track, group and the question asked last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from retrieval.model import Answer, Held, Question
from retrieval.passages.rank import Sought
from retrieval.question.mentions import Named
from retrieval.reply import Reply
from retrieval.scoping.scope import Target


@dataclass(frozen=True)
class Standing:
    """What holds after some turns; empty: nothing has been named or asked."""

    notices: tuple[str, ...] = ()
    absent: bool = False
    """A competition was named of which no notice is here."""
    tracks: Mapping[str, Named] = field(default_factory=dict)
    """By notice; without places, as they were named elsewhere."""
    groups: tuple[str, ...] = ()
    sorted: tuple[str, ...] = ()
    """The group an answer put the person in who is spoken of; another person may be in another."""
    asked: str = ""
    """The question asked last, in plain form without names of competition, track and group."""
    before: tuple[str, ...] = ()
    """Spoken of until one was named that is not here: 去年的呢, 第一届呢 are editions of these."""

    earlier: tuple[str, ...] = ()
    """Spoken of before those that hold, the latest first: 重庆这边 goes back to one of them."""

    @property
    def spoken_of(self) -> tuple[str, ...]:
        """What holds, or what did before a competition was named that is not here."""
        return self.notices or self.before

    def target(self) -> Target:
        """The same as the scope of a question that names nothing itself."""
        return Target(self.notices, named=True, absent=self.absent, tracks=dict(self.tracks))


def held(standing: Standing, desk: str) -> Held:
    """A standing as it is kept with a turn; `desk` is who has read it."""
    return Held(
        desk=desk,
        notices=standing.notices,
        absent=standing.absent,
        tracks={notice: named.ids for notice, named in standing.tracks.items()},
        groups=standing.groups,
        sorted=standing.sorted,
        asked=standing.asked,
        before=standing.before,
        earlier=standing.earlier,
    )


def kept(held: Held) -> Standing:
    """The standing that was kept."""
    return Standing(
        notices=held.notices,
        absent=held.absent,
        tracks={notice: Named(ids, ()) for notice, ids in held.tracks.items()},
        groups=held.groups,
        sorted=held.sorted,
        asked=held.asked,
        before=held.before,
        earlier=held.earlier,
    )


def settled(standing: Standing, answer: Answer) -> Standing:
    """What holds once a turn that may have meant several competitions was answered from some.

    The answer names the one it is of; who goes on without objecting means that one.
    """
    told = answer.status in {"answered", "partial"}
    own = tuple(i for i in standing.notices if i in answer.notices) if told else ()
    if not own or len(own) == len(standing.notices):
        return standing
    tracks = {i: named for i, named in standing.tracks.items() if i in own}
    return replace(standing, notices=own, tracks=tracks)


def showing(reply: Reply, sought: Sought) -> Reply:
    """A reply that says for which track and group it was looked for, if it says none itself."""
    tracks = sought.tracks if len(sought.tracks) == 1 else ()
    return reply.model_copy(
        update={"tracks": reply.tracks or tracks, "groups": reply.groups or sought.groups}
    )


class Followed(Question):
    """A question with what holds from the turns before it."""

    standing: Standing
