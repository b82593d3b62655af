"""Which answers of the desk a language model may have a part in, and which part of them."""

from __future__ import annotations

from retrieval.model import Answer, Question
from retrieval.question.asked import plain
from retrieval.question.english import is_english
from retrieval.question.lexicon import words
from retrieval.wording import CHINESE, ENGLISH, say

LONGEST = 600
"""Characters; longer answers are lists and tables, which stay as they are."""
_STATED = frozenset({"answered", "partial", "not_stated"})


def unplaced(question: Question, answer: Answer) -> bool:
    """Whether the words were not understood as a question about competitions, nor as talk."""
    refused = answer.status == "out_of_scope" and answer.text in _said("out_of_scope")
    return refused and not words().is_chat(plain(question.text), insists=False)


def wordable(answer: Answer) -> bool:
    """Whether the answer states something of which the clauses are known."""
    return answer.status in _STATED and bool(answer.citations) and len(answer.text) <= LONGEST


def parted(text: str) -> tuple[str, str]:
    """The statements of an answer, and the line that names its scope."""
    body, line, scope = text.rpartition("\n")
    heads = tuple(head for head in _said("scope", scope="") if head.strip())
    return (body, line + scope) if body and scope.startswith(heads) else (text, "")


def language_of(text: str) -> str:
    """The language of a question: `zh` or `en`."""
    return ENGLISH if is_english(text) else CHINESE


def _said(key: str, **values: str) -> frozenset[str]:
    """A wording in every language there is."""
    return frozenset(say(key, language, **values) for language in (CHINESE, ENGLISH))
