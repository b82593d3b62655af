"""Everything saiwen says in its own words, from `wording.yaml`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import Any

from knowledge import lazy_re
from knowledge.data import content

CHINESE, ENGLISH = "zh", "en"
_speaking: ContextVar[str] = ContextVar("speaking", default=CHINESE)
BETWEEN = "ː"
"""Between the letters of foreign words that are not known (retrieval.question.english)."""
_CHINESE = lazy_re.compile(r"[\u3400-\u9fff]")


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Within it, `say` uses this language; the words of notices stay as they are.

    >>> with speaking("en"):
    ...     say("verdict.tell", question="年龄？")[:12]
    'Please tell '
    """
    before = _speaking.set(language)
    try:
        yield
    finally:
        _speaking.reset(before)


@lru_cache(maxsize=1)
def texts() -> dict[str, Any]:
    """The whole of it, by language and key."""
    data: dict[str, Any] = content("retrieval", "wording.yaml")
    return data


def say(key: str, language: str | None = None, **values: object) -> str:
    """The wording `key` (dots go down) with `values` filled in.

    Without a language it is the one that is spoken now; Chinese stands in for what a language
    lacks.

    >>> say("not_in_notice", what="停车")
    '通知未规定停车。'
    """
    spoken = language or _speaking.get()
    found = _found(key, spoken)
    if found is None:
        found = _found(key, CHINESE)
    if "what" in values:
        values["what"] = str(values["what"]).replace(BETWEEN, "")
    if spoken != CHINESE and "what" in values:
        values["what"] = thing(str(values["what"]), spoken)
    return str(found).format(**values) if values else str(found)


def _found(key: str, language: str) -> Any:
    found: Any = texts()[language]
    for step in key.split("."):
        found = found.get(step) if isinstance(found, dict) else None
    return found


def thing(what: str, language: str | None = None) -> str:
    """What is asked about, as that language calls it; the Chinese words if it has none."""
    language = language or _speaking.get()
    if language == CHINESE:
        return what
    names: dict[str, str] = texts()[language]["things"]
    what = what.replace(BETWEEN, "")
    if what in names:
        return names[what]
    parts = [names.get(part, part) for part in what.split("的")]
    joined = ": ".join(parts)
    return f"“{what}”" if _CHINESE.search(joined) else joined
