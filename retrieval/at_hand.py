"""What a desk has at hand to find what a question is about and to put it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from knowledge.model import Notice
from retrieval.consult import Consultant
from retrieval.question.lexicon import Words
from retrieval.scoping.resolved import ResolvedScopes


@dataclass(frozen=True)
class AtHand:
    """The notices by id, their names as scopes, the words of questions, and who knows a notice."""

    notices: Mapping[str, Notice]
    scopes: ResolvedScopes
    words: Words
    consultant: Callable[[str], Consultant]
