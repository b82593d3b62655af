"""What is never sent to a language model: anything that speaks of a person.

Rather too much than too little: what is kept back is answered all the same, in plain words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

from knowledge import lazy_re
from knowledge.eligibility.facts import facts_from_words
from knowledge.model import Citation, Notice
from knowledge.plain import normal
from retrieval.model import Answer, Question
from retrieval.question.asked import plain
from retrieval.question.lexicon import words
from retrieval.wording_model.data import pattern, vocabulary

_OF_NOBODY = frozenset({"group", "wants_also", "wanted", "registered_tracks", "team_size"})
"""Facts that are no person's: which group or track is spoken of."""
_OF_PERSONS = frozenset({"person", "phone"})
_LONG_NUMBER = lazy_re.compile(r"\d(?:[\s()—–-]*\d){6,17}[\dx]?", re.IGNORECASE)
"""Telephones, identity numbers, accounts; a date with 年月日 is none."""


@cache
def _said() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return pattern(vocabulary().private), pattern(vocabulary().names)


def of_a_person(text: str, day: date) -> bool:
    """Whether a question tells anything of a person, or asks for oneself.

    >>> of_a_person("报名截止是哪天", date(2026, 6, 10))
    False
    >>> of_a_person("我17岁能报吗", date(2026, 6, 10))
    True
    """
    whole = plain(text)
    if "@" in whole or _LONG_NUMBER.search(normal(text)):
        return True
    if any(said.search(whole) for said in _said()):
        return True
    if words().asks_to_enter(whole) and words().of_self(whole):
        return True
    facts = facts_from_words(text, day)
    told = {key for span in facts.spans for key in span.keys} | set(facts.person)
    return bool(facts.unclear or facts.contradictions or facts.faults or told - _OF_NOBODY)


def tells_of_a_person(question: Question) -> bool:
    """Whether the question or anything before it in the chat does; answers lean on both."""
    told = (question.text, question.context or "", *(turn.question for turn in question.history))
    return any(of_a_person(text, question.as_of.date()) for text in told if text)


def names_a_person(answer: Answer, notices: Mapping[str, Notice]) -> bool:
    """Whether an answer or its clauses hold the name or telephone of somebody."""
    if _LONG_NUMBER.search(normal(answer.text)):
        return True
    return any(_holds(citation, notices) for citation in answer.citations)


def _holds(citation: Citation, notices: Mapping[str, Notice]) -> bool:
    notice = notices.get(citation.notice)
    if notice is None or _LONG_NUMBER.search(normal(citation.quote)):
        return True
    return any(
        value.kind in _OF_PERSONS and value.start < citation.end and citation.start < value.end
        for value in notice.values
    )
