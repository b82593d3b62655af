"""The bundled model, answered by a worker process.

The worker is started before it is needed and again when it has died; whoever asks meanwhile gets
`EmbedderDownError` and makes do with words.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import select
import subprocess
import time
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from retrieval.errors import EmbedderDownError
from retrieval.index import engine
from retrieval.index.clean import windows
from retrieval.processes import begun

_PATIENCE = 20.0
"""Seconds for one window; a window takes 0.1 s, more on a machine under load."""
_REST = 5.0
"""Seconds before the next try when a worker has died without answering once."""
_HELPERS = 4
"""As many at most: each takes 90 MB."""


class Worker:
    """multilingual-e5-small in a process of its own; thread-safe, started by the first request."""

    def __init__(self, threads: int = engine.THREADS) -> None:
        self.name = engine.model_id()
        self._threads = threads
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._ready = False
        self._rest_until = 0.0

    def start(self) -> None:
        """Start the worker without waiting for it."""
        with self._lock:
            self._running()

    def helpers(self) -> tuple[Worker, ...]:
        """Make others for many passages, one a processor with one thread each, none started yet."""
        return tuple(Worker(threads=1) for _ in range(min(_HELPERS, os.cpu_count() or 1)))

    def close(self) -> None:
        """End the worker."""
        with self._lock:
            self._end()

    @property
    def pid(self) -> int | None:
        """Process id of the worker, if it runs."""
        return self._process.pid if self._process else None

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Embed passages; the vectors have length 1."""
        return [self._mean(text, is_query=False) for text in texts]

    def embed_query(self, text: str) -> list[float]:
        """Embed a question; the vector has length 1."""
        return self._mean(text, is_query=True)

    def _mean(self, text: str, *, is_query: bool) -> list[float]:
        with self._lock:
            rows = [self._ask(window, is_query=is_query) for window in windows(text)]
        mean = np.mean(rows, axis=0)
        # not via Python floats of the mean of one: that row is the engine's own, to the last bit
        found: list[float] = (mean / np.linalg.norm(mean) if len(rows) > 1 else rows[0]).tolist()
        return found

    def _ask(self, window: str, *, is_query: bool) -> NDArray[np.float32]:
        process = self._running()
        try:
            if not self._ready:
                self._read(process)
                self._ready = True
            self._write(process, json.dumps([is_query, [window]]).encode() + b"\n")
            return np.frombuffer(self._read(process), dtype=np.float32)
        except (OSError, EOFError, TimeoutError) as error:
            self._replace()
            raise EmbedderDownError("向量引擎正在重启") from error

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            if time.monotonic() < self._rest_until:
                raise EmbedderDownError("向量引擎不能启动，稍后再试")
            self._process = _spawn(self._threads)
            atexit.register(self.close)
        return self._process

    def _replace(self) -> None:
        """End what is left of the worker and start another, unless it never worked."""
        worked = self._ready
        self._end()
        if worked:
            self._running()
        else:
            self._rest_until = time.monotonic() + _REST

    def _end(self) -> None:
        process, self._process, self._ready = self._process, None, False
        if process is None:
            return
        atexit.unregister(self.close)
        process.kill()
        process.wait()
        for pipe in filter(None, (process.stdin, process.stdout)):
            with contextlib.suppress(OSError):  # closing flushes, and nobody reads any more
                pipe.close()

    @staticmethod
    def _write(process: subprocess.Popen[bytes], data: bytes) -> None:
        assert process.stdin
        process.stdin.write(data)
        process.stdin.flush()

    @staticmethod
    def _read(process: subprocess.Popen[bytes]) -> bytes:
        (length,) = engine.HEADER.unpack(_exactly(process, engine.HEADER.size))
        return _exactly(process, length)


def _exactly(process: subprocess.Popen[bytes], length: int) -> bytes:
    """Read so many bytes, however they arrive, within the time a window may take."""
    assert process.stdout
    descriptor, data = process.stdout.fileno(), b""
    until = time.monotonic() + _PATIENCE
    while len(data) < length:
        if not select.select([descriptor], [], [], max(0.0, until - time.monotonic()))[0]:
            raise TimeoutError
        part = os.read(descriptor, length - len(data))
        if not part:
            raise EOFError
        data += part
    return data


def _spawn(threads: int) -> subprocess.Popen[bytes]:
    # its threads wait for each other many times a text: asleep, a question takes 37 ms
    # and not 14; spinning as long as they like, 200 ms on a machine that is busy
    settings = {"GOMP_SPINCOUNT": "10000"}
    return begun(engine.__name__, str(threads), settings=settings)
