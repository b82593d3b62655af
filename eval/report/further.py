"""Sections that are measured only for a report: retrieval, thresholds, baselines, models."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

from eval.interval import SEED
from eval.known import Case, bundled_files, read_cases
from eval.report.model import Section
from eval.run import Bar
from retrieval.answers import Answers

COMPARED = 500
"""Questions that are put to every system."""


def measured(store: Path, desk: Callable[[], Answers], bar: Bar) -> Iterator[Section]:
    """Retrieval by kind and the desk's thresholds, over the bundled questions."""
    from eval.report import finding, thresholds  # noqa: PLC0415 heavy
    from retrieval.index.build import open_search  # noqa: PLC0415 heavy
    from retrieval.storage.store import Store  # noqa: PLC0415 heavy

    sheets = {f.stem: _own(read_cases(f)) for f in bundled_files()}
    with bar("检索") as show:
        opened = Store.open(store)
        yield finding.section(opened, open_search(opened), sheets, show)
    with bar("阈值") as show:
        cases = [case for cases in sheets.values() for case in cases]
        yield thresholds.section(desk(), cases, show)


def compared(store: Path, bar: Bar) -> Section:
    """Saiwen against plain retrieval and against itself without some of its parts.

    Raises:
        SplitterMissingError: langchain-text-splitters is not installed.
    """
    from eval.baselines.run import compared as run  # noqa: PLC0415 heavy
    from eval.baselines.section import section  # noqa: PLC0415 heavy

    every = [case for f in bundled_files() for case in _own(read_cases(f))]
    cases = Random(SEED).sample(every, min(COMPARED, len(every)))  # noqa: S311 nothing here is secret
    with bar("对照") as show:
        return section(run(store, cases, show))


def _own(cases: Sequence[Case]) -> list[Case]:
    """Without the same questions in other words."""
    return [case for case in cases if case.paraphrase_of is None]
