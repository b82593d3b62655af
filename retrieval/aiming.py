"""What a part of a question is about: which notices, tracks and groups, and what is asked.

The words decide first, then what was chosen or said before in the chat, then the other parts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from retrieval.at_hand import AtHand
from retrieval.conversation.placing import Placing
from retrieval.conversation.standing import Followed
from retrieval.entrants.personal import asks_for_a_person
from retrieval.index.collection import MANY, Collection
from retrieval.model import Question
from retrieval.passages.earlier import of_another_edition
from retrieval.passages.rank import Sought
from retrieval.question.asked import Asked, asked, plain
from retrieval.question.mentions import Named, groups
from retrieval.scoping.abbreviated import of_others
from retrieval.scoping.scope import Target

Only = tuple[tuple[str, ...], tuple[str, ...]]
"""The tracks and the groups of one side of a comparison."""

_PEOPLE = frozenset({"student", "worker", "teacher"})
"""Who names people (老师呢) asks of them, whatever group somebody was put in before."""


class Aiming:
    """Finds the scope of a part of a question, and what is looked for in each notice."""

    def __init__(
        self,
        at_hand: AtHand,
        placing: Placing,
        collection: Collection | None,
    ) -> None:
        """`collection` finds the likeliest notices where there are many."""
        self._notices, self._scopes = at_hand.notices, at_hand.scopes
        self._words, self._consultant = at_hand.words, at_hand.consultant
        self._placing = placing
        self._collection = collection

    def target(self, part: str, question: Question) -> Target:
        """The scope: what the question names, else what was chosen, else what was said before."""
        year = question.as_of.year
        target = self._scopes.resolve(plain(part), year)
        if isinstance(question, Followed) and (question.history or question.context):
            return self._placing.placed(target, question.standing, plain(part), year)
        chosen = question.notice if question.notice in self._notices else None
        if chosen is not None:
            if target.dated and chosen not in target.notices:
                # an edition alone means the chosen competition, if it is of that at all
                same = self._scopes.same_competition(chosen, target.notices)
                here = _at(target, same or (chosen,))
                other = not same and of_another_edition(plain(part), self._edition(chosen))
                return replace(here, absent=other)
            other = target.named and chosen not in target.notices and len(target.notices) == 1
            if other and not target.absent:
                return target
            own = chosen in target.notices and not target.absent
            here = _at(target if own else replace(target, spans=()), (chosen,))
            older = target.absent and of_another_edition(plain(part), self._edition(chosen))
            return replace(here, absent=older)
        whole = self._scopes.resolve(plain(question.text), year)
        if not (target.absent or target.named or target.tracked) and (whole.named or whole.tracked):
            apart = {i: Named(t.ids, ()) for i, t in whole.tracks.items()}
            tracks = target.tracks or apart
            return replace(_at(target, whole.notices), tracks=tracks, absent=whole.absent)
        return target

    def _edition(self, notice: str) -> str | None:
        return self._notices[notice].edition

    def sought(
        self,
        part: str,
        notice: str,
        target: Target,
        question: Question,
        only: Only | None = None,
    ) -> Sought:
        """What is looked for in one notice."""
        whole = plain(part)
        named = target.tracks.get(notice) or Named((), ())
        tracks = named.ids or self._track(question, notice)
        tracks = tracks or (() if of_others(whole) else self._elsewhere(question, notice))
        found_groups = groups(whole, self._notices[notice])
        if not found_groups and not isinstance(question, Followed):
            found_groups = groups(plain(question.text), self._notices[notice])
        if question.group and not found_groups:
            found_groups = groups(plain(question.group), self._notices[notice])
        if isinstance(question, Followed) and not found_groups:
            own = self._notices[notice].groups
            others = _PEOPLE.intersection(f.id for f in self._words.asked(whole))
            stays = not others and not asks_for_a_person(part, self._words)
            put = question.standing.sorted if stays else ()
            found_groups = tuple(g for g in put or question.standing.groups if g in own)
        covered = (*target.spans, *named.spans)
        ask: Asked = asked(part, self._words, covered, target.spans)
        ask = self._consultant(notice).with_names(ask, plain(question.text))
        return Sought(ask, *(only or (tracks, found_groups)))

    def _elsewhere(self, question: Question, notice: str) -> tuple[str, ...]:
        """The track another part of the message names: 研学旅行策划归谁管，电话多少."""
        whole = self._scopes.resolve(plain(question.text), question.as_of.year)
        return whole.tracks.get(notice, Named((), ())).ids

    def _track(self, question: Question, notice: str) -> tuple[str, ...]:
        if not question.track:
            return ()
        tracks = self._notices[notice].tracks
        if any(t.id == question.track for t in tracks):
            return (question.track,)
        return self._scopes.names(notice).tracks.find(plain(question.track)).ids

    def likeliest(self, part: str, target: Target) -> Sequence[str]:
        """The notices that are asked: all that are possible, or of many the likeliest."""
        if self._collection is None or len(target.notices) <= MANY:
            return target.notices
        among = None if len(target.notices) == len(self._notices) else target.notices
        return self._collection.likeliest(part, among) or target.notices[:MANY]

    def marked(self, part: str, likely: Sequence[str]) -> Sequence[str]:
        """Of several notices those of a place that is said, or the one that has a name said."""
        if len(likely) < 2:  # noqa: PLR2004  several
            return likely
        likely = self._scopes.of_place(plain(part), likely) or likely
        found = [i for i in likely if self._consultant(i).marks(plain(part))]
        return found if len(found) == 1 else likely


def _at(target: Target, notices: Sequence[str]) -> Target:
    """The same names, at these notices."""
    return replace(target, notices=tuple(notices), named=True, absent=False)
