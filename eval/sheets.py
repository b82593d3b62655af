r"""Sheets of known cases: YAML that a coordinator can write, or one JSON object a line.

In YAML the cases stand in groups: a key that they share, then a list. Questions are grouped by
their kind, people by their notice:

>>> text = "value:\n- id: S1\n  question: 几号截止\n  as_of: 2026-06-01\n"
>>> [(each.group, each.place) for each in entries("a.yaml", text, "kind")]
[('kind', 'value 第 1 条')]
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from bot.clock import parse_as_of
from bot.fault import InputFault
from knowledge.data import LOADER

_TIMESTAMP = "tag:yaml.org,2002:timestamp"


class _Plain(LOADER):  # type: ignore[misc]  # a class chosen at run time
    """A safe loader that leaves dates as they are written."""

    yaml_implicit_resolvers = {  # noqa: RUF012 as the parent has it
        first: [each for each in found if each[0] != _TIMESTAMP]
        for first, found in LOADER.yaml_implicit_resolvers.items()
    }


class Entry(NamedTuple):
    """A case as it was written."""

    place: str
    """In words, for messages."""
    fields: Any
    group: str
    """Name of the field the group's key stands for."""


_Case = TypeVar("_Case", bound=BaseModel)


def plain_yaml(text: str) -> Any:
    """YAML text as plain data, dates as text.

    Raises:
        YAMLError: it is none.
    """
    return yaml.load(text, Loader=_Plain)  # noqa: S506 a safe loader


def read_text(path: Path) -> str:
    """The text of a sheet.

    Raises:
        InputFault: it cannot be read.
    """
    try:
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputFault(f"读不了 {path}：不是可读的 UTF-8 文件") from error


def read_sheet(path: Path, model: type[_Case], what: str, group: str) -> tuple[_Case, ...]:
    """Read a sheet; `what` is what it should hold, in words.

    Raises:
        InputFault: the file cannot be read, or something in it is no case; the message names it.
    """
    found = entries(str(path), read_text(path), group)
    cases = tuple(case(path, each, model) for each in found)
    if not cases:
        raise InputFault(f"{path} 里没有{what}")
    return cases


def entries(name: str, text: str, group: str) -> Iterator[Entry]:
    """The cases of a text as written, by the ending of the file's name.

    Raises:
        InputFault: the YAML is none, or is no map of lists.
    """
    if not name.endswith((".yaml", ".yml")):
        for number, line in enumerate(text.splitlines(), start=1):
            if line.strip():
                yield Entry(f"第 {number} 行", _json(line), group)
        return
    for key, listed in yaml_map(name, text).items():
        if not isinstance(listed, list):
            raise InputFault(f"{name} 的 {key} 下面应是一列案例，每条以“- ”开头")
        for number, fields in enumerate(listed, start=1):
            whole = {group: key, **fields} if isinstance(fields, dict) else fields
            yield Entry(f"{key} 第 {number} 条", whole, group)


def yaml_map(name: str, text: str) -> Mapping[str, Any]:
    """The map at the top of a YAML text.

    Raises:
        InputFault: it is no YAML, or no map; the message names the line.
    """
    try:
        read = plain_yaml(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        at = f" 第 {mark.line + 1} 行" if mark else ""
        raise InputFault(f"{name}{at}：不是能读的 YAML；看看缩进和冒号") from error
    if read is None:
        return {}
    if not isinstance(read, dict):
        raise InputFault(f"{name} 应按组写：组名加冒号，下面一列案例")
    return read


def _json(line: str) -> Any:
    try:
        return json.loads(line)
    except ValueError:
        return None


def case(path: Path, entry: Entry, model: type[_Case]) -> _Case:
    """One case.

    Raises:
        InputFault: a field is wrong or lacks, or the day is none.
    """
    try:
        read = model.model_validate(entry.fields)
        parse_as_of(str(getattr(read, "as_of", "")))
    except ValidationError as error:
        at = ".".join(str(part) for part in error.errors()[0]["loc"]) or "JSON"
        raise InputFault(f"{path} {entry.place}：{at} 有误或缺少") from error
    except ValueError as error:
        raise InputFault(f"{path} {entry.place}：{error}") from error
    return read
