"""A process that answers: the desk of a store, asked over its standard input.

Run as `python -m bot.answerer STORE`: a request is a question as a line of JSON, the answer a line
of JSON too, or `!` and the place where the desk failed. It ends when its input ends, so it never
outlives the bot that asks.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from bot.log import place, start_log
from retrieval.answers import Answers
from retrieval.model import Question

FAULT = b"!"


def serve(desk: Answers, requests: Iterable[bytes], answers: BinaryIO) -> None:
    """Answer requests until there are no more; an empty line first says: ready."""
    _send(answers, b"")
    for line in requests:
        try:
            found = desk.answer(Question.model_validate_json(line)).model_dump_json().encode()
        except Exception as fault:  # noqa: BLE001  it is raised again where it was asked
            found = FAULT + place(fault).encode()
        _send(answers, found)


def _send(answers: BinaryIO, line: bytes) -> None:
    answers.write(line + b"\n")
    answers.flush()


def main() -> None:
    """Open the desk and serve."""
    from retrieval.open_desk import open_desk  # noqa: PLC0415 heavy

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    start_log(())
    desk = open_desk(Path(sys.argv[1]), warm=False)
    serve(desk, sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main()
