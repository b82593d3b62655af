"""A process that reads notices for another one.

Run as `python -m retrieval.intake.reader`: a request is a pickled list of sources on standard
input, the answer a pickled list of what was made of each on standard output, None where reading
failed. It ends when its input ends, so it never outlives the process that asks.
"""

from __future__ import annotations

import contextlib
import pickle
import signal
import sys
from typing import IO, TYPE_CHECKING, cast

from retrieval.intake.reading import Made, made

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.bundled import Source


def serve(requests: IO[bytes], answers: IO[bytes]) -> None:
    """Answer requests until there are no more."""
    with contextlib.suppress(EOFError):
        while True:  # until the input ends
            give(answers, [_attempted(source) for source in asked(requests)])


def _attempted(source: Source) -> Made | None:
    try:
        return made(source)
    except Exception:  # noqa: BLE001 whoever asks reads it again and sees what is wrong with it
        return None


def give(stream: IO[bytes], items: Sequence[Source | Made | None]) -> None:
    """Write a request or an answer."""
    pickle.dump(items, stream, pickle.HIGHEST_PROTOCOL)
    stream.flush()


def asked(stream: IO[bytes]) -> Sequence[Source]:
    """Read a request.

    Raises:
        EOFError: there are no more.
    """
    return cast("Sequence[Source]", pickle.load(stream))  # noqa: S301 from who has started this


def answered(stream: IO[bytes]) -> Sequence[Made | None]:
    """Read an answer.

    Raises:
        EOFError: the process has ended.
    """
    return cast("Sequence[Made | None]", pickle.load(stream))  # noqa: S301 from our own process


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(BrokenPipeError):
        serve(sys.stdin.buffer, sys.stdout.buffer)
