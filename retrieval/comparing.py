"""One question put to several things: competitions, tracks, groups, or rows, side by side.

How one of them is asked is given: `consult`, and `target`, which says what a part is about.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from retrieval.at_hand import AtHand
from retrieval.compose import titled
from retrieval.computed.compare import (
    MOST,
    Side,
    compares,
    difference,
    each_apart,
    how_many_each,
    side_by_side,
    without,
)
from retrieval.computed.differing import differing
from retrieval.computed.items_apart import items_apart
from retrieval.computed.paired import both_told, paired
from retrieval.computed.sameness import MOST_TRACKS, Opened, led, opened, with_judgement
from retrieval.conversation.elsewhere import was_elsewhere
from retrieval.conversation.since_before import both_editions, since_before
from retrieval.conversation.standing import Followed
from retrieval.model import Question
from retrieval.passages.earlier import asks_earlier
from retrieval.question.asked import asked, plain
from retrieval.question.demands import demands
from retrieval.question.mentions import Named, editions, masked, named_kinds
from retrieval.question.people_groups import groups_named, groups_said
from retrieval.reply import Reply
from retrieval.scoping.scope import Target

Only = tuple[tuple[str, ...], tuple[str, ...]]
"""The tracks and the groups of one side."""


class Consult(Protocol):
    """Puts a part of a question to one notice; `only` are the tracks and groups of one side."""

    def __call__(
        self, part: str, notice: str, target: Target, question: Question, only: Only | None = None
    ) -> Reply:
        """The reply of that notice."""


Aimed = Callable[[str, Question], Target]
"""What a part of a question is about."""


class Comparing:
    """Puts a question to each of the things it sets side by side."""

    def __init__(
        self,
        at_hand: AtHand,
        ask: tuple[Consult, Aimed],
    ) -> None:
        self._notices, self._scopes = at_hand.notices, at_hand.scopes
        self._words, self._consultant = at_hand.words, at_hand.consultant
        self._consult, self._target = ask

    def compared(self, part: str, question: Question) -> list[Reply]:
        """The question put to each of the competitions, tracks or groups it compares."""
        text = how_many_each(plain(part))
        part = part if text == plain(part) else text
        earlier = self._earlier(part, question)
        if earlier is not None:
            return [earlier]
        if changed := self._since_before(text, question):
            return changed
        if not compares(text) and not each_apart(text, question.as_of.year, self._words):
            return []
        named = self._scopes.each_named(text, question.as_of.year)
        if named.absent and named.named:
            return [Reply(status="not_stated", notice="", reason="no_such_notice")]
        if 1 < len(named.notices) <= MOST and not named.absent:
            sides = [
                (titled(self._notices[i]), self._consult(part, i, named, question))
                for i in named.notices
            ]
        else:
            target = self._target(part, question)
            sides = (
                self._sides(part, target, question)
                or self._by_people(part, target, question)
                or self._joined(part, target, question)
            )
        replies = side_by_side(sides)
        told = [p for r in replies for p in r.pieces]
        more = difference(text, told) or items_apart(text, told)
        if more is not None:
            replies[-1] = replies[-1].beside(more)
        return replies

    def _since_before(self, text: str, question: Question) -> list[Reply]:
        """What is asked, told of both editions a conversation has spoken of: 多了多少."""
        found = since_before(text) if isinstance(question, Followed) else None
        if found is None or not isinstance(question, Followed):
            return []
        of, asks = found
        both = both_editions(question.standing, self._scopes.same_competition)
        sides = [
            (titled(self._notices[i]), self._consult(of, i, self._in_edition(i, question), own))
            for i in both
            for own in (question.model_copy(update={"text": of, "track": None}),)
        ]
        replies = side_by_side(sides)
        more = difference(of + asks, [p for r in replies for p in r.pieces])
        if more is not None:
            replies[-1] = replies[-1].beside(more)
        return replies

    def _in_edition(self, notice: str, question: Followed) -> Target:
        """The scope of a question within one edition, at the tracks spoken of where it has them."""
        own = question.standing.tracks.get(notice)
        return Target((notice,), named=True, tracks={notice: own} if own else {})

    def _earlier(self, part: str, question: Question) -> Reply | None:
        """What one notice says of the edition before it, which is not here itself."""
        text = plain(part)
        if not asks_earlier(text) or was_elsewhere(text, editions(text)[1]):
            return None
        target = self._target(part, question)
        if target.absent:
            rest = masked(text, editions(text)[1]).replace("\n", "")
            target = self._target(rest, question.model_copy(update={"text": rest}))
        if target.absent or len(target.notices) != 1:
            return None
        found = self._consultant(target.notices[0]).earlier(asked(part, self._words, target.spans))
        said = plain("".join(p.text for p in found.pieces)) if found is not None else ""
        return found if demands().met(demands().of(text), said) else None

    def alike(self, part: str, question: Question) -> list[Reply]:
        """Whether tracks, groups or rows of one notice are the same in something, or come first."""
        asks = opened(plain(part))
        target = self._target(part, question) if asks is not None else None
        if asks is None or target is None or len(target.notices) != 1 or target.absent:
            return []
        notice = target.notices[0]
        if asks.every:
            return self._every(asks, notice, target, question)
        sides: list[tuple[str, Reply]] = []
        for said, text in asks.questions(self._words):
            scope = self._scopes.resolve(plain(text), question.as_of.year)
            name = self._side(said, notice, scope) or asks.round(said, self._words)
            if name is None:
                return []
            only = self._of_one_track(name, notice, scope, target)
            scope = replace(scope, spans=())
            own = question.model_copy(update={"text": text, "track": None, "group": None})
            sides.append((name, self._consult(text, notice, scope, own, only)))
        return with_judgement(sides, asks, side_by_side(sides))

    def _of_one_track(self, name: str, notice: str, scope: Target, target: Target) -> Only | None:
        """The track and group of a side that names a group alone: 农民组 beside 院校组修农机的."""
        every = target.tracks.get(notice) or Named((), ())
        groups = groups_said(plain(name), self._notices[notice].groups)
        if notice in scope.tracks or len(every.ids) != 1 or len(groups) != 1:
            return None
        return every.ids, groups

    def _side(self, name: str, notice: str, scope: Target) -> str | None:
        """What a track, a group or a row of the notice is called; None if it is none of them."""
        own = self._notices[notice]
        tracks = scope.tracks[notice].ids if notice in scope.tracks else ()
        if len(tracks) == 1:
            return next(t.name for t in own.tracks if t.id == tracks[0])
        known = tracks or groups_said(plain(name), own.groups)
        return name if known or self._consultant(notice).lists(plain(name)) else None

    def _every(self, asks: Opened, notice: str, target: Target, question: Question) -> list[Reply]:
        """The question put to all tracks at once, else to each of them."""
        tracks = self._notices[notice].tracks
        if not 1 < len(tracks) <= MOST_TRACKS or asks.number not in {None, len(tracks)}:
            return []
        scope = replace(target, tracks={}, spans=())
        own = question.model_copy(update={"text": asks.ask, "track": None})
        every = self._consult(asks.ask, notice, scope, own, ((), ()))
        if every.status == "answered" and len([p for p in every.pieces if p.scope]) > 1:
            return [led(every, asks)]
        sides = [
            (t.name, self._consult(f"{t.name}{asks.ask}", notice, scope, own, ((t.id,), ())))
            for t in tracks
        ]
        return with_judgement(sides, asks, side_by_side(sides))

    def _sides(self, part: str, target: Target, question: Question) -> list[tuple[str, Reply]]:
        """The question put to each group or each track it names."""
        if len(target.notices) != 1 or target.absent:
            return []
        notice = target.notices[0]
        tracks = {t.id: t.name for t in self._notices[notice].tracks}
        named = target.tracks.get(notice) or Named((), ())
        own = self._notices[notice].groups
        split = groups_named(plain(part), own)
        if len(split) > 1:
            narrowed: list[Side] = [
                (group, (named.ids, (group,)), without(part, split, group)) for group in split
            ]
        elif len(kinds := named_kinds(plain(part), self._notices[notice].tracks)) > 1:
            narrowed = [
                (kind, (ids, split), without(part, tuple(kinds), kind))
                for kind, ids in kinds.items()
            ]
        elif named.exact and 1 < len(named.ids) <= MOST:
            narrowed = [(tracks[i], ((i,), split), part) for i in named.ids]
        else:
            return []
        return [
            (name, self._consult(side, notice, target, question, only))
            for name, only, side in narrowed
        ]

    def _by_people(self, part: str, target: Target, question: Question) -> list[tuple[str, Reply]]:
        """The question put to each group of whose people it speaks, where each gets one answer."""
        if len(target.notices) != 1 or target.absent:
            return []
        notice = target.notices[0]
        named = target.tracks.get(notice) or Named((), ())
        said = groups_said(plain(part), self._notices[notice].groups)
        sides = [
            (g, self._consult(without(part, said, g), notice, target, question, (named.ids, (g,))))
            for g in (said if len(said) > 1 else ())
        ]
        return sides if all(r.tells and len(r.pieces) == 1 for _, r in sides) else []

    def _joined(self, part: str, target: Target, question: Question) -> list[tuple[str, Reply]]:
        """The question put to each of two things it joins, where each is told of."""
        both = paired(plain(part), self._words) or differing(plain(part), self._words)
        if both is None or len(target.notices) != 1 or target.absent:
            return []
        notice = target.notices[0]
        own = question.model_copy(update={"track": None, "group": None})
        scopes = [self._scopes.resolve(q, question.as_of.year) for q in both.questions]
        replies = [
            self._consult(q, notice, scope, own.model_copy(update={"text": q}))
            for q, scope in zip(both.questions, scopes, strict=True)
        ]
        return both_told(both.names, replies)
