"""How many invented examples a property is held against: many in .ci/run, fewer in between.

What is found once in many runs is found by many runs; what is found at all must be found soon.
"""

from __future__ import annotations

import os

ALL = os.environ.get("SAIWEN_NO_SKIP") == "1"
LESS = 4


def examples(count: int) -> int:
    """So many, or a quarter of them where time is short."""
    return count if ALL else max(1, count // LESS)
