"""What `saiwen eval --baselines` calls: the comparison over a store."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from eval.baselines.measure import Measured, measured
from eval.baselines.systems import systems
from eval.known import Case
from retrieval.index.build import open_search
from retrieval.index.embed import model_named
from retrieval.storage.store import Store


def compared(
    store: Path,
    cases: Sequence[Case],
    show: Callable[[int, int], None] = lambda *_: None,
    environ: Mapping[str, str] = os.environ,
) -> tuple[Measured, ...]:
    """Put the cases that ask notices of the store to every system; saiwen comes first.

    Raises:
        StoreError: the store cannot be used.
        SplitterMissingError: langchain-text-splitters is not installed.
    """
    opened = Store.open(store)
    entries = opened.entries()
    notices = {entry.notice.id: entry.notice for entry in entries}
    fitting = [case for case in cases if {case.notice, case.evidence_notice} <= {None, *notices}]
    model = model_named(environ)
    with tempfile.TemporaryDirectory() as folder:
        found = systems(entries, lambda: open_search(opened, model, environ), model, Path(folder))
        return measured(tuple(found), fitting, notices, show)
