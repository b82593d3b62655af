"""An official answer: what was asked, what was said, by whom, when, about which clause."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

from knowledge.model import Citation, Frozen, Notice
from knowledge.plain import comparable


class Scope(Frozen):
    """The competition an answer was given for; None is all its tracks, all groups."""

    notice: str
    track: str | None = None
    group: str | None = None


class Official(Frozen):
    """An answer of the coordinators."""

    number: int
    origin: str
    """Where it came from; the same one is kept once."""
    scope: Scope
    question: str
    """Without anything that tells of a person."""
    text: str
    """The answer; citations of it count its characters."""
    who: str
    given_at: datetime
    explains: Citation | None = None
    """The clause it explains, as it stood then."""
    text_hash: str = ""
    """Of the notice at that time; an answer about no clause in particular ends when it changes."""

    @property
    def id(self) -> str:
        """What citations name as their source."""
        return f"official-{self.number}"

    def stands(self, notice: Notice | None) -> bool:
        """Whether the notice in use still says what the answer was given about."""
        if notice is None or notice.id != self.scope.notice:
            return False
        if self.explains is None:
            return hash_of(notice) == self.text_hash
        return comparable(self.explains.quote) in comparable(notice.text)

    def holds(self, track: str | None, groups: tuple[str, ...]) -> bool:
        """Whether it was given for what is asked of."""
        own = self.scope
        return own.track in {None, track} and (own.group is None or groups == (own.group,))


def hash_of(notice: Notice) -> str:
    """The beginning of the hash of a notice's text."""
    return sha256(notice.text.encode("utf-8", "replace")).hexdigest()[:16]
