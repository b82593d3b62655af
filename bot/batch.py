"""Batches: one JSON object in a line, one out, in the same order, each written at once.

A line at fault gives `{"id": …|null, "line": n, "error": "…"}` and the rest goes on; the caller
ends with exit code 1 if there was one. Keys whose value is null count as absent.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from bot.clock import parse_as_of
from bot.fault import InputFault

Fields = dict[str, Any]
Work = Callable[[Fields], Mapping[str, Any]]


class LineFault(ValueError):  # noqa: N818 a fault is the word of this project
    """What is wrong with one line of a batch; the message is for the user."""


def dumps(data: Any) -> str:
    """Return one line of JSON; ASCII escapes only for half characters, which are no UTF-8."""
    line = json.dumps(data, ensure_ascii=False, separators=(", ", ": "))
    return line.encode("utf-8", "backslashreplace").decode()


def answer_lines(lines: Iterable[bytes], work: Work, needed: Sequence[str]) -> Iterator[Fields]:
    """Yield for each line that is not blank what `work` makes of it, or its fault.

    `work` gets the keys that are not null and raises `LineFault` for what it cannot use.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip(b" \t\r\n\xef\xbb\xbf"):
            yield _answer(number, line, work, needed)


def _answer(number: int, line: bytes, work: Work, needed: Sequence[str]) -> Fields:
    fields: Fields = {}
    try:
        fields = _parse(line)
        _require(fields, needed)
        return dict(work(fields))
    except LineFault as fault:
        return {"id": fields.get("id"), "line": number, "error": str(fault)}


def _parse(line: bytes) -> Fields:
    try:
        found = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise LineFault("这一行不是 UTF-8 文本") from error
    except (ValueError, RecursionError) as error:
        raise LineFault("这一行不是 JSON") from error
    if not isinstance(found, dict):
        raise LineFault("这一行应为一个 JSON 对象")
    return {key: value for key, value in found.items() if value is not None}


def _require(fields: Fields, needed: Sequence[str]) -> None:
    missing = [key for key in needed if key not in fields]
    if missing:
        raise LineFault(f"缺少 {'、'.join(missing)}")


def as_of_in(fields: Fields, default: datetime) -> datetime:
    """Return the line's own `as_of`, which wins over the flag's."""
    given = fields.get("as_of")
    if given is None:
        return default
    if not isinstance(given, str):
        raise LineFault("as_of 应为文字")
    try:
        return parse_as_of(given)
    except ValueError as error:
        raise LineFault(str(error)) from error


def words_in(fields: Fields, key: str) -> str | None:
    """Return the words under `key`, or None; anything but words is a fault."""
    found = fields.get(key)
    if found is not None and not isinstance(found, str):
        raise LineFault(f"{key} 应为文字")
    return found


@contextmanager
def opened(batch: Path) -> Iterator[Iterable[bytes]]:
    """Open a batch; `-` is standard input."""
    if str(batch) == "-":
        yield sys.stdin.buffer
        return
    try:
        file = batch.open("rb")
    except OSError as error:
        raise InputFault(f"读不了 {batch}：{error.strerror}") from error
    with file:
        yield file


def run_batch(batch: Path, work: Work, needed: Sequence[str]) -> int:
    """Answer a batch on standard output and return the number of lines at fault.

    A fault is known by its keys, so `work` never returns an `error` key of its own.
    """
    faults = 0
    with opened(batch) as lines:
        for result in answer_lines(lines, work, needed):
            click.echo(dumps(result))
            faults += "error" in result
    return faults
