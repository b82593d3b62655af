"""What reading a file gives: its canonical text, and which parts of it came from a picture."""

from __future__ import annotations

from knowledge.model import Frozen


class Recognised(Frozen):
    """A piece of the text that was read from a picture, with how sure the reader is of it."""

    start: int
    end: int
    confidence: float
    """0 to 1, as the recognition engine gives it."""


class Read(Frozen):
    """A file, read."""

    text: str
    """Canonical text: lines ended by a newline each, cells of a table row parted by tabs."""
    recognised: tuple[Recognised, ...] = ()
    """Spans of `text` read from pictures, in order; empty for files that hold text."""
