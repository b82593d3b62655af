"""What reading a file gives: its canonical text, and which parts of it came from a picture."""

from __future__ import annotations

from knowledge.model import Frozen, Recognised

__all__ = ["Read", "Recognised"]


class Read(Frozen):
    """A file, read."""

    text: str
    """Canonical text: lines ended by a newline each, cells of a table row parted by tabs."""
    recognised: tuple[Recognised, ...] = ()
    """Spans of `text` read from pictures, in order; empty for files that hold text."""
