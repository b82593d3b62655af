"""Lines with their places in the text, and what their ends tell."""

from __future__ import annotations

import re
from typing import NamedTuple

from knowledge.plain import bare

_ENDED = re.compile(r"[。；;：:！!？?]$")
_WRAPPED_LENGTH = 15
"""A line shorter than this is a heading, a field or a name, not a sentence cut by the margin."""


class Line(NamedTuple):
    """A line; `start` and `end` enclose `text`, which has no white space around it."""

    start: int
    end: int
    text: str
    raw: str

    @property
    def blank(self) -> bool:
        """Nothing in it."""
        return not self.text

    @property
    def ended(self) -> bool:
        """Its last sentence is finished."""
        return bool(_ENDED.search(self.text))

    @property
    def open(self) -> bool:
        """It looks cut by the margin, so the next line may go on in mid-sentence."""
        return not self.ended and len(bare(self.text)) >= _WRAPPED_LENGTH


def split(text: str) -> list[Line]:
    """All lines of the text, blank ones too."""
    found, at = [], 0
    for raw in text.split("\n"):
        lead = len(raw) - len(raw.lstrip())
        stripped = raw.strip()
        found.append(Line(at + lead, at + lead + len(stripped), stripped, raw))
        at += len(raw) + 1
    return found
