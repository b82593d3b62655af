"""A process that answers: the desk of a store, asked over its standard input.

Run as `python -m bot.answerer STORE`: a request is a question as a line of JSON, the answer a line
of JSON too, with what holds after it behind, or `!` and the place where the desk failed. It ends
when its input ends, so it never outlives the bot that asks.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from bot.log import place, start_log
from bot.warming import build_models, compile_patterns, set_aside
from knowledge.kept import keep_in
from retrieval.answers import Answers
from retrieval.model import Answer, Held, Question

FAULT = b"!"
HELD = b"\t"
"""Before what holds; JSON has no such character unescaped."""


def serve(desk: Answers, requests: Iterable[bytes], answers: BinaryIO) -> None:
    """Answer requests until there are no more; an empty line first says: ready."""
    _send(answers, b"")
    for line in requests:
        try:
            found = _line(desk.answer(Question.model_validate_json(line)))
        except Exception as fault:  # noqa: BLE001  it is raised again where it was asked
            found = FAULT + place(fault).encode()
        _send(answers, found)


def _line(answer: Answer) -> bytes:
    held = answer.held
    behind = b"" if held is None else HELD + held.model_dump_json().encode()
    return answer.model_dump_json().encode() + behind


def read(line: bytes) -> Answer:
    """An answer from its line."""
    said, _, behind = line.partition(HELD)
    answer = Answer.model_validate_json(said)
    held = Held.model_validate_json(behind) if behind else None
    return answer if held is None else answer.model_copy(update={"held": held})


def _send(answers: BinaryIO, line: bytes) -> None:
    answers.write(line + b"\n")
    answers.flush()


def main() -> None:
    """Open the desk and serve."""
    from retrieval.open_desk import open_desk  # noqa: PLC0415 heavy

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    start_log(())
    store = Path(sys.argv[1])
    keep_in(store)
    desk = open_desk(store, warm=False)
    compile_patterns()
    build_models()
    set_aside()
    serve(desk, sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main()
