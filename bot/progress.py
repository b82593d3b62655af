"""The progress bar of indexing, on standard error."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar


@contextmanager
def progress_bar(label: str) -> Iterator[Callable[[int, int], None]]:
    """Give a function that takes (done, all); the bar appears when it is first called.

    Where standard error is no terminal only the label is printed.
    """
    with ExitStack() as stack:
        bar: ProgressBar[int] | None = None

        def show(done: int, total: int) -> None:
            nonlocal bar
            if bar is None:
                fresh = click.progressbar(length=total, label=label, file=sys.stderr)
                bar = stack.enter_context(fresh)
            bar.update(done - bar.pos)

        yield show
