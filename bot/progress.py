"""A progress bar on standard error, which appears only if there is something to wait for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from retrieval.index.build import Progress

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

    from retrieval.intake.gather import Told

_A_SECOND = 2
"""So often it is drawn anew; what there is to wait for needs the processor more than the bar."""


@contextmanager
def named_bar(words: str) -> Iterator[Told]:
    """The same for things with names: it is told (done, all, name of the next)."""
    from rich.markup import escape  # noqa: PLC0415 seldom needed

    bars: list[Bar] = []

    def report(done: int, total: int, name: str) -> None:
        if not bars:
            bars.append(_bar(words, total))
        bar, task = bars[0], bars[0].task_ids[0]
        shown = "".join(char if char.isprintable() else "?" for char in name)
        bar.update(task, completed=done, description=escape(f"{words} {shown}".strip()))

    try:
        yield report
    finally:
        for bar in bars:
            bar.stop()


@contextmanager
def progress_bar(words: str) -> Iterator[Progress]:
    """Give a function that is told (done, all); the bar starts when it is first called."""
    bars: list[Bar] = []

    def report(done: int, total: int) -> None:
        if not bars:
            bars.append(_bar(words, total))
        bars[0].update(bars[0].task_ids[0], completed=done)

    try:
        yield report
    finally:
        for bar in bars:
            bar.stop()


def _bar(words: str, total: int) -> Bar:
    from rich.console import Console  # noqa: PLC0415 seldom needed
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415
    from rich.progress import Progress as Bar  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    bar = Bar(
        *columns,
        TimeRemainingColumn(),
        console=Console(stderr=True),
        refresh_per_second=_A_SECOND,
    )
    bar.add_task(words, total=total)
    bar.start()
    return bar
