"""The desk in use, and its replacement when the store has changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from threading import Lock

from bot.competitions import Competitions
from knowledge.model import Notice
from retrieval.answers import Answers


class Live:
    """Holds a desk and opens another one when `version` tells that the store has changed.

    Questions in progress finish with the desk they began with.
    """

    def __init__(self, opened: Callable[[], Answers], version: Callable[[], object]) -> None:
        self._open = opened
        self._version = version
        self._lock = Lock()
        desk = opened()
        # Asked after opening: a first opening may itself write the store. What another process
        # writes in between is seen at its next change.
        self._seen = version()
        self._use(desk)

    def _use(self, desk: Answers) -> None:
        notices = {notice.id: notice for notice in desk.notices}
        self._current = (desk, Competitions.of(desk.notices), notices)

    @property
    def desk(self) -> Answers:
        """The desk in use."""
        return self._current[0]

    @property
    def competitions(self) -> Competitions:
        """What can be chosen, for the desk in use."""
        return self._current[1]

    @property
    def notices(self) -> Mapping[str, Notice]:
        """The notices of the desk in use, by their ids."""
        return self._current[2]

    def refresh(self) -> bool:
        """Open the store anew if it has changed; True if so.

        Slow when it has: not for the event loop. A store that cannot be opened raises whatever
        opening raises, and the desk in use stays; the next call tries again.
        """
        with self._lock:
            version = self._version()
            if version == self._seen:
                return False
            self._use(self._open())
            self._seen = version
            return True
