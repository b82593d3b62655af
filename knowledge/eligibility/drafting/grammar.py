"""The patterns of patterns.yaml, compiled for one notice's names of its area."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from knowledge import lazy_re
from knowledge.data import parse

_FRAGMENT = lazy_re.compile(r"<([A-Z]+)>")


class Pattern(NamedTuple):
    """A way of wording a condition, and the builder that turns it into checks."""

    name: str
    regex: re.Pattern[str]
    build: str
    anywhere: bool
    entry: bool
    of_advisers: bool


@lru_cache(maxsize=8)
def data(name: str) -> Any:
    """A data file of this package."""
    return parse(files(__package__).joinpath(name).read_text("utf-8"))


@lru_cache(maxsize=64)
def patterns(area: str) -> tuple[Pattern, ...]:
    """All patterns, <AREA> being `area`."""
    sheet = data("patterns.yaml")
    fragments = {**sheet["fragments"], "AREA": area}
    return tuple(
        Pattern(
            each["name"],
            _compiled(_filled(each["regex"], fragments)),
            each["build"],
            bool(each.get("anywhere")),
            bool(each.get("entry")),
            each["name"].startswith("adviser"),
        )
        for each in sheet["conditions"]
    )


@lru_cache(maxsize=2048)
def _compiled(regex: str) -> re.Pattern[str]:
    """Kept longer than re keeps it: most patterns are the same for every area."""
    return lazy_re.compile(regex)


def _filled(regex: str, fragments: dict[str, str]) -> str:
    while _FRAGMENT.search(regex):
        regex = _FRAGMENT.sub(lambda match: fragments[match[1]], regex)
    return regex.replace("[^", "[^\0")  # what was read already is never read again


@lru_cache(maxsize=32)
def words(name: str) -> re.Pattern[str]:
    """A pattern of sections.yaml."""
    return lazy_re.compile(data("sections.yaml")[name])
