"""What fits below an answer: 资格自查, 联系人, 截止提醒, 看原文; each only where it helps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from bot.reminders.due import dues
from bot.reminders.later import left_open
from knowledge.eligibility.model import Rules
from knowledge.model import Citation, Notice, ValueKind
from retrieval.model import Answer, Question
from retrieval.question.asked import plain
from retrieval.question.lexicon import words

FollowUp = Literal["check", "contact", "remind", "read"]

CONTACT = "f"
"""Callback data of a button that asks whom to call: `f:` and the key of an option."""
_CALLED = frozenset[ValueKind]({"phone"})
_HANDED_IN = frozenset[ValueKind]({"email", "place", "deadline", "url"})
_OF_TIME = frozenset[ValueKind]({"deadline", "range", "date", "time"})
_OF_PEOPLE = frozenset[ValueKind]({"age", "level"})


def follow_ups(
    asked: Question, answer: Answer, notice: Notice, rules: Mapping[str, Rules]
) -> tuple[FollowUp, ...]:
    """The follow-ups of an answer about one notice."""
    own = [citation for citation in answer.citations if citation.notice == notice.id]
    cited = _kinds(own, notice)
    every: tuple[tuple[FollowUp, bool], ...] = (
        ("check", notice.id in rules and _of_entry(asked, cited)),
        ("contact", _silent(answer, cited) and _has(notice, _CALLED)),
        ("remind", _of_time(answer, cited) and _ahead(asked, notice)),
        ("read", bool(own) and bool(notice.clauses)),
    )
    return tuple(kind for kind, fits in every if fits)


def _of_entry(asked: Question, cited: frozenset[ValueKind]) -> bool:
    return words().asks_to_enter(plain(asked.text)) or bool(cited & _OF_PEOPLE)


def _silent(answer: Answer, cited: frozenset[ValueKind]) -> bool:
    """Nobody to call is named, though something is open or to be handed in."""
    return not cited & _CALLED and (answer.status != "answered" or bool(cited & _HANDED_IN))


def _of_time(answer: Answer, cited: frozenset[ValueKind]) -> bool:
    return answer.reason == "to_be_announced" or bool(cited & _OF_TIME)


def _ahead(asked: Question, notice: Notice) -> bool:
    """Whether a deadline is still ahead, or something has been left to be announced."""
    return any(due.moment > asked.as_of for due in dues(notice)) or bool(left_open(notice))


def _kinds(citations: list[Citation], notice: Notice) -> frozenset[ValueKind]:
    return frozenset(
        value.kind
        for value in notice.values
        for cited in citations
        if cited.start <= value.start and value.end <= cited.end
    )


def _has(notice: Notice, kinds: frozenset[ValueKind]) -> bool:
    return any(value.kind in kinds for value in notice.values)
