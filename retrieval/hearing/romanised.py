"""Names in Latin letters in a question in English: Tongxi for 桐溪, Hengyue Group for 恒岳."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from knowledge import lazy_re
from knowledge.model import Notice
from retrieval.hearing.sounds import readings
from retrieval.model import Question

_CUP = lazy_re.compile(r"[“\"「]([\u4e00-\u9fff]{2,4})杯?[”\"」]")
_OWNER = lazy_re.compile(r"^([\u4e00-\u9fff]{2,3}?)(?=[\u4e00-\u9fff]{0,4}(?:集团|公司|学院|大学))")
_KIND = r"(?: (?:province|city|county|district|municipality|group|company))?"
_LEAST = 5
"""Fewer letters are an English word too often: Anda, Hean."""


class Romanised:
    """The names by which the notices' competitions go, ready to be found in pinyin."""

    def __init__(self, notices: Sequence[Notice]) -> None:
        self._notices = notices

    def named(self, question: Question) -> Question:
        """The question, and what was said before it, with these names in Chinese."""
        history = tuple(
            turn.model_copy(update={"question": self.chinese(turn.question)})
            for turn in question.history
        )
        return question.model_copy(update={"text": self.chinese(question.text), "history": history})

    def chinese(self, text: str) -> str:
        """A text with these names in Chinese."""
        for pattern, name in self._patterns:
            text = pattern.sub(name, text)
        return text

    @cached_property
    def _patterns(self) -> list[tuple[re.Pattern[str], str]]:
        names = dict.fromkeys(n for notice in self._notices for n in _names(notice))
        return [(p, name) for name in names if (p := _pattern(name)) is not None]


def _names(notice: Notice) -> Iterator[str]:
    if notice.region:
        yield notice.region
    yield from _CUP.findall(notice.name)
    for text in (notice.name, *notice.issuers):
        if owner := _OWNER.match(text):
            yield owner[1]


def _pattern(name: str) -> re.Pattern[str] | None:
    """How a name is written in pinyin, in one word or several; None where that is too short."""
    said = [readings(char) for char in name]
    if not all(said) or sum(min(map(len, each)) for each in said) < _LEAST:
        return None
    return lazy_re.compile(rf"\b{_joined(said)}{_KIND}\b", re.IGNORECASE)


def _joined(said: Iterable[Iterable[str]]) -> str:
    return "[ '’-]?".join(f"(?:{'|'.join(map(re.escape, each))})" for each in said)
