"""What can go wrong in reading notices, for callers who can act on it."""

from __future__ import annotations


class KnowledgeError(Exception):
    """Base of the errors of this room; the message names the fault and the mend."""


class UnreadableError(KnowledgeError):
    """A file that cannot be read as text; the message says why."""
