"""What coordinators see of a question: masked words, and what the desk says to it."""

from __future__ import annotations

from bot.handoff.model import Found
from knowledge.masking import masked
from knowledge.model import Notice
from knowledge.plain import normal
from retrieval.model import Answer, Question
from retrieval.official.binding import MOST
from retrieval.question.english import is_english

_LEANS = 14
"""A question so short is shown with the one before it."""


def found(asked: Question, answer: Answer, notice: Notice) -> Found:
    """Of a question, and the desk's answer to it."""
    earlier = asked.history[-1].question if asked.history else ""
    leans = earlier if len(asked.text) <= _LEANS else ""
    own = [cited for cited in answer.citations if cited.notice == notice.id]
    return Found(
        question=_masked(asked.text, notice),
        earlier=_masked(leans, notice),
        text=_masked(answer.text, notice) if answer.status != "out_of_scope" else "",
        cited=tuple(dict.fromkeys(own))[:MOST],
        stated=answer.status in {"answered", "partial"},
        language="en" if is_english(asked.text) else "zh",
    )


def _masked(text: str, notice: Notice) -> str:
    """The words without what tells of a person; as they are where nothing does."""
    hidden = masked(text, notice.text)
    return text if hidden == normal(text) else hidden
