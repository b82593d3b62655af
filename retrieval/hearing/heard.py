"""A question as it is meant: what only surrounds it is gone."""

from __future__ import annotations

from retrieval.hearing.courtesies import without_courtesies
from retrieval.model import Question
from retrieval.refusals import LIMIT


def heard(question: Question) -> Question:
    """The question without courtesies; too long a one is left to be refused."""
    if len(question.text) > LIMIT:
        return question
    text = without_courtesies(question.text)
    return question if text == question.text else question.model_copy(update={"text": text})
