"""What a process that answers does once, when it begins."""

from __future__ import annotations

import gc

AT_A_TIME = 20_000
"""New objects after which the collector looks for garbage; with the usual 700 it takes a tenth of
the time of the bot's own process."""


def compile_patterns() -> None:
    """How people speak of themselves: once, not by many threads at their first question."""
    from knowledge.eligibility.facts import facts_from_words  # noqa: PLC0415 heavy

    facts_from_words("")


def set_aside() -> None:
    """Spare the collector of garbage what lasts: going through a desk takes it 0.1 s each time.

    What is new it looks at less often from then on.
    Of a desk that was replaced it takes what is left when the next one is opened.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    gc.set_threshold(AT_A_TIME, *gc.get_threshold()[1:])
