"""A file that holds text only, as every reader gives it."""

from __future__ import annotations

from knowledge.read.model import Read
from knowledge.read.text import read_text


def read_plain(data: bytes) -> Read:
    """The text as it is; raises what `read_text` raises."""
    return Read(text=read_text(data))
