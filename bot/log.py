"""The log: one line an event, on standard error, without secrets and without personal data.

Exceptions appear as their type and the place they come from. Their texts, and all lines of a
message but the first, are left out: they quote what people typed, or addresses with the token.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterable
from pathlib import Path

_TALKATIVE = frozenset({"telegram", "httpx", "httpcore", "tornado"})


def place(fault: BaseException) -> str:
    """`KeyError, desk.py:41`: the type of an exception and the last line it passed through."""
    frames = traceback.extract_tb(fault.__traceback__)
    where = f", {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(fault).__name__}{where}"


class Discreet(logging.Formatter):
    """Writes records as described above; `secrets` never appear."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        super().__init__()
        self._secrets = tuple(secret for secret in secrets if secret)

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        first = _words(record)
        fault = record.exc_info[1] if record.exc_info else None
        where = f" [{place(fault)}]" if fault else ""
        moment = self.formatTime(record, "%Y-%m-%dT%H:%M:%S")
        line = f"{moment} {record.levelname} {record.name}: {first}{where}"
        for secret in self._secrets:
            line = line.replace(secret, "***")
        return line


def _words(record: logging.LogRecord) -> str:
    """The first line; of libraries that write out what they were sent only where it was said."""
    if record.name.partition(".")[0] in _TALKATIVE:
        return f"{record.funcName}, {record.filename}:{record.lineno}"
    return record.getMessage().strip().split("\n", 1)[0]


def start_log(secrets: Iterable[str]) -> None:
    """Send warnings of all libraries to standard error; call once, at the edge."""
    handler = logging.StreamHandler()
    handler.setFormatter(Discreet(secrets))
    handler.setLevel(logging.WARNING)  # some libraries set their own loggers to DEBUG
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.captureWarnings(capture=True)
