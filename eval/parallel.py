"""The suite in several processes: each puts whole sheets, the longest first, and they are joined.

The processes are started afresh and open the store themselves, so nothing of the caller's threads,
models or files is shared. A sheet's results are the same whichever process it falls to.
"""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TypeVar

from bot.checking import Load
from eval.kinds import Kind
from eval.parts import ANSWERED, Chosen
from eval.run import Bar, Run, Show, performed
from knowledge.kept import keep_in
from retrieval.answers import Answers
from retrieval.processes import processors

_MANY, _MOST = 300_000, 4
"""Bytes of cases from which more than one process pays, and the most processes by themselves."""
_Each = TypeVar("_Each")


def processes(picked: Chosen, wanted: int = 0) -> int:
    """How many processes a run takes: as many as wanted, else as there are processors.

    Few cases are put by one; no process is without a sheet.
    """
    files = [file for part in picked.values() for file in part]
    size = sum(file.stat().st_size for file in files if file.is_file())
    cores = processors()
    own = min(cores or 1, _MOST) if size >= _MANY else 1
    return max(1, min(wanted or own, len(files)))


def performed_by(
    many: int, picked: Chosen, store: Path, bar: Bar, kinds: Sequence[Kind] = ()
) -> Run:
    """Run the chosen files in so many processes.

    Raises:
        InputFault: as `performed`.
    """
    began = time.perf_counter()
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(many, context, initializer=keep_in, initargs=(store,))
    with pool, bar("评测") as show:
        try:
            sheets = [pool.submit(_sheet, each, store, tuple(kinds)) for each in dealt(picked)]
            show(0, len(sheets))
            runs = []
            for done, sheet in enumerate(as_completed(sheets), start=1):
                runs.append(sheet.result())
                show(done, len(sheets))
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return joined(picked, runs, time.perf_counter() - began, many)


def dealt(picked: Chosen) -> list[tuple[str, Path]]:
    """(part, file), what takes longest first: questions before the rest, large before small."""
    every = [(part, file) for part, files in picked.items() for file in files]
    return sorted(every, key=lambda each: (each[0] not in ANSWERED, -each[1].stat().st_size))


def joined(picked: Chosen, runs: Sequence[Run], seconds: float, many: int) -> Run:
    """The runs of single sheets as one, in the order of the sheets."""
    order = [file.stem for files in picked.values() for file in files]

    def ordered(of: Callable[[Run], Mapping[str, Sequence[_Each]]]) -> dict[str, Sequence[_Each]]:
        found = {name: each for run in runs for name, each in of(run).items()}
        return {name: found[name] for name in order if name in found}

    return Run(
        answers=ordered(lambda run: run.answers),
        verdicts=ordered(lambda run: run.verdicts),
        rosters=ordered(lambda run: run.rosters),
        lint=ordered(lambda run: run.lint),
        seconds=seconds,
        processes=many,
    )


def _sheet(named: tuple[str, Path], store: Path, kinds: tuple[Kind, ...]) -> Run:
    """One sheet, in a process of the pool."""
    part, file = named
    return performed({part: (file,)}, lambda: _desk(store), _load(store), _silent, kinds)


@cache
def _desk(store: Path) -> Answers:
    from bot.opening import live_desk  # noqa: PLC0415 heavy

    return live_desk(store).desk


@cache
def _load(store: Path) -> Load:
    from bot.commands.check import loader  # noqa: PLC0415 heavy

    return loader(store)


@contextmanager
def _silent(_title: str) -> Iterator[Show]:
    yield lambda *_: None
