"""Memory that may fail: what cannot be read counts as nothing, what cannot be written is left."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable

from bot.memory import Memory
from retrieval.model import Option

_log = logging.getLogger(__name__)


class Keeper:
    """A memory, or none where nothing outlives the process."""

    def __init__(self, memory: Memory | None) -> None:
        self._memory = memory

    def recall(self, read: Callable[[Memory], Option | None]) -> Option | None:
        """Read from memory; what cannot be read counts as nothing."""
        try:
            return read(self._memory) if self._memory else None
        except (sqlite3.Error, ValueError) as fault:
            _log.warning("chat memory not readable: %s", type(fault).__name__)
            return None

    def remember(self, write: Callable[[Memory], None]) -> None:
        """Write to memory; if that fails the conversation goes on without it."""
        try:
            if self._memory:
                write(self._memory)
        except sqlite3.Error as fault:
            _log.warning("chat memory not writable: %s", type(fault).__name__)
