"""Where words stand in the text of a notice, however it is wrapped."""

from __future__ import annotations

import re

from knowledge.plain import bare


def locate(text: str, phrase: str, start: int = 0) -> tuple[int, int] | None:
    """Where `phrase` stands in `text`, white space aside."""
    pattern = r"\s*".join(re.escape(c) for c in bare(phrase))
    match = re.compile(pattern).search(text, start) if pattern else None
    return match.span() if match else None
