"""Rules as one line of JSON, which is read ten times as fast as the same in YAML."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

_DAY, _MOMENT = "$day", "$moment"
"""Marks of what JSON has no form for."""


def packed(data: Any) -> str:
    """Plain data as text.

    >>> packed({"at": date(2031, 5, 1)})
    '{"at":{"$day":"2031-05-01"}}'
    """
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), default=_marked)


def unpacked(text: str) -> Any:
    """Plain data from packed text; raises ValueError where it is none.

    >>> unpacked('{"at":{"$day":"2031-05-01"}}')
    {'at': datetime.date(2031, 5, 1)}
    """
    return json.loads(text, object_hook=_unmarked)


def _marked(value: object) -> dict[str, str]:
    if isinstance(value, datetime):
        return {_MOMENT: value.isoformat()}
    if isinstance(value, date):
        return {_DAY: value.isoformat()}
    raise TypeError(f"no plain data: {type(value).__name__}")


def _unmarked(found: dict[str, Any]) -> Any:
    if len(found) == 1:
        if _DAY in found:
            return date.fromisoformat(found[_DAY])
        if _MOMENT in found:
            return datetime.fromisoformat(found[_MOMENT])
    return found
