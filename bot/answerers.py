"""Several processes that answer beside the bot's own, so that more than one processor is used."""

from __future__ import annotations

import contextlib
import logging
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from queue import LifoQueue
from weakref import finalize

from bot.answerer import FAULT, read
from retrieval.answers import Answers, Around
from retrieval.model import Answer, Question

_ROOT = Path(__file__).resolve().parents[1]

_log = logging.getLogger(__name__)


class AnswererError(Exception):
    """A desk in another process has failed; the message is the type and place of its fault."""


class Answerer:
    """One process. It asks for one answer at a time."""

    def __init__(self, store: Path) -> None:
        self._store = store
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it without waiting for it."""
        self._process = _spawn(self._store)

    def ask(self, question: Question) -> Answer:
        """Put a question to it.

        Raises:
            AnswererError: if its desk fails.
            OSError: if it has ended.
        """
        if self._process is None:
            self.start()
        process = self._process
        assert process is not None
        assert process.stdin
        assert process.stdout
        process.stdin.write(question.model_dump_json().encode() + b"\n")
        process.stdin.flush()
        line = process.stdout.readline()
        while line == b"\n":  # it was not ready before
            line = process.stdout.readline()
        if not line:
            raise BrokenPipeError
        if line.startswith(FAULT):
            raise AnswererError(line[1:].decode("ascii", "replace").strip())
        return read(line)

    def end(self) -> None:
        """End it; the next question starts another."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in filter(None, (process.stdin, process.stdout)):
            with contextlib.suppress(OSError):  # closing flushes, and nobody reads any more
                pipe.close()


class Answerers(Around):
    """A desk whose questions others answer; where one has died the desk itself does."""

    def __init__(self, desk: Answers, store: Path, count: int) -> None:
        super().__init__(desk)
        every = [Answerer(store) for _ in range(count)]
        self._free: LifoQueue[Answerer] = LifoQueue()
        for each in every:
            each.start()
            self._free.put(each)
        # when nobody asks any more: a desk that was replaced still answers what it was asked
        finalize(self, _end, every)

    def answer(self, question: Question) -> Answer:
        """Answer one question; waits until a process is free.

        Raises:
            AnswererError: if the desk of the process fails.
        """
        free = self._free.get()
        try:
            return free.ask(question)
        except OSError:
            _log.warning("an answering process has ended and is started anew")
            free.end()
            return self._desk.answer(question)
        finally:
            self._free.put(free)


def _end(answerers: Sequence[Answerer]) -> None:
    for each in answerers:
        each.end()


def _spawn(store: Path) -> subprocess.Popen[bytes]:
    # -P, our path and our folder: where the user stands must not be able to shadow modules
    paths = [str(_ROOT), os.environ.get("PYTHONPATH", "")]
    return subprocess.Popen(  # noqa: S603 our own module
        [sys.executable, "-P", "-m", "bot.answerer", str(store.resolve())],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=_ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))},
    )
