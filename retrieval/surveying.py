"""Which competitions and tracks are open to somebody: 我能报什么, 我能报哪个.

Rules decide where a person tells something of himself; a role alone is asked of the clauses first.
"""

from __future__ import annotations

from collections.abc import Callable

from knowledge.eligibility.facts import Facts, facts_from_words
from retrieval.entrants.personal import asks_for_a_person
from retrieval.entrants.survey import (
    Pairs,
    asks_which,
    asks_which_of_it,
    facts_wanted,
    survey_replies,
)
from retrieval.entrants.told import ANYWHERE, ROLE
from retrieval.model import Answer, Question
from retrieval.question.asked import asked, plain
from retrieval.question.lexicon import Words
from retrieval.relations.relating import Relating
from retrieval.reply import Reply
from retrieval.scoping.scope import Target

Aimed = Callable[[str, Question], Target]
"""What a part of a question is about."""
Asks = Callable[[str, Question], list[Reply] | Reply]
"""What the clauses answer to a part of a question."""


class Surveying:
    """Answers what somebody can enter."""

    def __init__(self, words: Words, relating: Relating, target: Aimed, ask: Asks) -> None:
        self._words, self._relating, self._target, self._part = words, relating, target, ask

    def which(self, part: str, question: Question) -> list[Reply] | Answer | None:
        """Which competitions a person can enter; None if the words ask something else."""
        which = asks_which(plain(part), self._words)
        if not which and not asks_for_a_person(part, self._words):
            return None
        facts = facts_from_words(part, question.as_of.date())
        if not which and not ANYWHERE & set(facts.person):
            return None
        # a place that is the person's names no competition
        # 能报什么 asks of all competitions; 能报哪个, 能报哪个赛项 of the one spoken of
        of_it = "tracks" in self._asks(part) or asks_which_of_it(plain(part))
        history = question.history if not which or of_it else ()
        alone = question.model_copy(update={"text": facts.leftover, "history": history})
        target = self._target(facts.leftover, alone)
        decided = target.named or target.tracked
        held = [
            found for i in target.notices if (found := self._relating.in_force(i, question.as_of))
        ]
        pairs = [(each.notice, each.rules) for each in held]
        one = target.tracked or (decided and len(pairs) == 1)
        if target.absent or not pairs or (one and not which):
            return None
        of_self = self._words.of_self(plain(part))
        if facts.person and self._of_person(part, question, facts, decided=decided):
            return self._listed(pairs, facts, part, question, everywhere=not decided)
        if facts.person or decided or not of_self:
            return None
        open_ones = facts_wanted(pairs, question)
        return open_ones or self._listed(pairs, facts, part, question, everywhere=True)

    def _listed(
        self, pairs: Pairs, facts: Facts, part: str, question: Question, *, everywhere: bool
    ) -> list[Reply]:
        """What is open to a person, with published citations and what was corrected in them."""
        replies = survey_replies(pairs, facts, part, question.as_of, everywhere=everywhere)
        return [self._relating.published(reply, question.as_of) for reply in replies]

    def _of_person(self, part: str, question: Question, facts: Facts, *, decided: bool) -> bool:
        """Whether the list answers; a role alone (老师能报哪个) is first asked of the clauses."""
        if not decided or set(facts.person) - ROLE or self._words.of_self(plain(part)):
            return True
        reply = self._part(part, question)
        return isinstance(reply, Reply) and reply.status == "not_stated"

    def _asks(self, part: str) -> tuple[str, ...]:
        return asked(part, self._words).concepts
