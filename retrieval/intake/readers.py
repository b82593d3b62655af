"""Many notices read by as many processes as there are processors, before they are asked for.

What comes out is the same, and in the same order, as where one process reads.
"""

from __future__ import annotations

import contextlib
import pickle
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from queue import SimpleQueue
from typing import TYPE_CHECKING, Self

from retrieval.intake import reader
from retrieval.processes import begun, processors

if TYPE_CHECKING:
    import subprocess
    from types import TracebackType

    from knowledge.bundled import Source
    from retrieval.intake.reading import Made

LEAST = 100
"""Fewer are read sooner than processes are started."""
_MOST = 4
"""Processes; each takes 100 MB."""
_AT_ONCE = 8


class Readers:
    """Processes that read, started when there is enough for them; used as a context."""

    def __init__(self, many: int | None = None) -> None:
        """`many` processes instead of one for each processor."""
        self._many = many or min(_MOST, processors())
        self._begun: list[subprocess.Popen[bytes]] = []
        self._idle: SimpleQueue[subprocess.Popen[bytes]] = SimpleQueue()

    def ahead(self, sources: Sequence[Source]) -> list[Made | None]:
        """What is made of each; None for what is still to be read: few, or not to be read."""
        if self._many == 1 or (not self._begun and len(sources) < LEAST):
            return [None] * len(sources)
        while len(self._begun) < self._many:
            self._idle.put(self._begin())
        parts = [sources[at : at + _AT_ONCE] for at in range(0, len(sources), _AT_ONCE)]
        with ThreadPoolExecutor(self._many) as pool:
            return list(chain.from_iterable(pool.map(self._asked, parts)))

    def _begin(self) -> subprocess.Popen[bytes]:
        process = begun(reader.__name__)
        self._begun.append(process)
        return process

    def _asked(self, part: Sequence[Source]) -> Sequence[Made | None]:
        process = self._idle.get()
        try:
            assert process.stdin
            assert process.stdout
            reader.give(process.stdin, part)
            return reader.answered(process.stdout)
        except (OSError, EOFError, pickle.UnpicklingError):  # it has died
            _end(process)
            process = self._begin()
            return [None] * len(part)
        finally:
            self._idle.put(process)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for process in self._begun:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
    for pipe in filter(None, (process.stdin, process.stdout)):
        with contextlib.suppress(OSError):  # closing flushes, and nobody reads any more
            pipe.close()
