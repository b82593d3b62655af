"""The help desk: a question in, a cited answer or an honest silence out.

Deterministic and free of I/O: the notices, the search by meaning and the moment are arguments.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from knowledge.eligibility.corrected import InForce
from knowledge.eligibility.facts import Facts, facts_from_words
from knowledge.eligibility.model import Rules
from knowledge.model import Notice
from retrieval.compose import compose, headed, nothing, titled
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
from retrieval.consult import Consultant, consultant
from retrieval.conversation.elsewhere import was_elsewhere
from retrieval.conversation.follow import Pick
from retrieval.conversation.overview import Overview, told_of
from retrieval.conversation.picking import (
    BACK,
    meant_turn,
    option_picked,
    track_picked,
    with_picks,
)
from retrieval.conversation.remarks import remarked
from retrieval.conversation.slots import Slots
from retrieval.conversation.standing import Followed, Standing, showing
from retrieval.entrants.personal import may_be_personal, personal
from retrieval.entrants.survey import (
    Pairs,
    asks_which,
    asks_which_of_it,
    facts_wanted,
    survey_replies,
)
from retrieval.entrants.told import ANYWHERE, ROLE
from retrieval.hearing import Hearing, Romanised
from retrieval.index.collection import MANY, Collection
from retrieval.merge import clarify, merged
from retrieval.model import Answer, Question
from retrieval.passages.earlier import asks_earlier, of_another_edition
from retrieval.passages.rank import Meaning, Sought
from retrieval.question.asked import Asked, asked, parts, plain
from retrieval.question.chained import called_already, chained
from retrieval.question.demands import demands
from retrieval.question.english import is_english, translated
from retrieval.question.lexicon import Words, words
from retrieval.question.mentions import Named, editions, groups, masked, named_kinds
from retrieval.question.people_groups import groups_named, groups_said
from retrieval.refusals import Refusals
from retrieval.relations.relating import Relating
from retrieval.reply import Reply
from retrieval.scoping.abbreviated import of_others
from retrieval.scoping.in_full import put_in_full
from retrieval.scoping.resolved import ResolvedScopes
from retrieval.scoping.scope import Target
from retrieval.wording import CHINESE, ENGLISH, speaking

MeaningOf = Callable[[str, str], Meaning | None]
"""(question, notice id) → how near its sentences are to the question, or None without a model."""


_AT_HAND = 500
"""So many notices are kept ready to be asked."""


class Desk:
    """Answers questions over a fixed set of notices."""

    def __init__(
        self,
        notices: Sequence[Notice],
        meaning: MeaningOf | None = None,
        rules: Mapping[str, Rules] | None = None,
        lexicon: Words | None = None,
        collection: Collection | None = None,
    ) -> None:
        """`collection` finds the notices a question may mean where there are many."""
        self._notices: Mapping[str, Notice] = {n.id: n for n in notices}
        self._words = lexicon or words()
        self._scopes = ResolvedScopes(notices, self._words)
        self._meaning = meaning
        self._rules = {} if rules is None else rules
        self._collection = collection if len(self._notices) > MANY else None
        self._consultants: OrderedDict[str, Consultant] = OrderedDict()
        self._relating = Relating(self._notices, self._words, self._rules, self._consultant)
        self._hearing = Hearing(notices, self._words)
        self._romanised = Romanised(notices)
        self._slots = Slots(self._notices, self._words, self._scopes, self._knows, self._answer)
        self._named_only = Overview(self._words)
        self._refusals = Refusals(self._words, self._scopes, self._knows)

    @property
    def notices(self) -> tuple[Notice, ...]:
        """The notices it answers from."""
        return tuple(self._notices.values())

    @property
    def rules(self) -> Mapping[str, Rules]:
        """The rules of those notices that have some, by the notice's id."""
        return self._rules

    def in_force(self, notice: str, as_of: datetime) -> InForce | None:
        """A notice and its rules as corrected by that day; None where it has no rules."""
        return self._relating.in_force(notice, as_of)

    def sought(self, question: Question) -> tuple[tuple[Consultant, Sought], ...]:
        """What a question looks for, part by part, in each notice it may be about."""
        with self._scopes.once():
            put = self._slots.followed(self._hearing.heard(question))
            return tuple(
                (self._consultant(notice), self._sought(part, notice, target, put))
                for part in self._parts(put)
                for target in (self._target(part, put),)
                for notice in target.notices
            )

    def answer(self, question: Question) -> Answer:
        """Answer from the notices, ask back, or say why they are silent."""
        language = ENGLISH if is_english(question.text) else CHINESE
        with speaking(language), self._scopes.once():
            if language != CHINESE and self._words.is_order(plain(question.text)):
                return nothing(question, "order")
            put = translated(self._romanised.named(question) if language != CHINESE else question)
            meant = self._hearing.heard(put)
            typed = self._words.is_chat(plain(put.text), insists=False)
            if typed or self._refusals.stays(self._slots.followed(put), meant):
                meant = put
            meant = with_picks(meant, self._slots.follow.pick, self._picked)
            picked = self._picked(meant)
            answer = self._hearing.shown(self._answer(picked), put, meant)
            turn = meant_turn(picked, meant)
            held = self._slots.held(meant, answer, turn) if question.goes_on else None
            return answer if held is None else answer.model_copy(update={"held": held})

    def _answer(self, question: Question) -> Answer:
        again = self._remarked(question) if question.history else None
        if again is not None:
            return again
        question = self._slots.followed(question)
        refusal = self._refusals.of(question)
        if refusal is not None and (refusal != "out_of_scope" or not self._leans(question)):
            return nothing(question, refusal)
        replies: list[list[Reply] | Reply] = []
        settled: set[str] = set()
        before, told = "", list[list[Reply] | Reply]()
        overview = self._overview(question)
        every = overview or self._parts(question)
        for said in every:
            one = self._slots.again(said, before, question)
            own = [r for r in told if isinstance(r, Reply)]
            if called_already(said, own):
                continue
            part = chained(one, before, own, self._words)
            whole, put = self._slots.meant(part, self._slots.within(part, question))
            before = one
            # what is asked anew of something else may have been two questions
            for meant in (whole,) if whole == part else parts(whole, self._words):
                found = self._which(meant, put)
                if isinstance(found, Answer):
                    return found
                alike = found or self._alike(meant, put)
                told = [*(alike or self._compared(meant, put))]
                found_in = _of(settled, self._part(meant, put)) if not told else []
                told = told or [self._nearest(found_in, meant, put, alone=len(every) == 1)]
                replies += told
                settled |= {
                    r.notice for r in told if isinstance(r, Reply) and r.status == "answered"
                }
        answer = compose(question, told_of(replies) if overview else replies, self._notices)
        return headed(answer, self._more(question), self._lacking(question))

    def _remarked(self, question: Question) -> Answer | None:
        """The answer before as a remark on it wants it; None if the words are no remark."""
        remark = self._slots.remarks.of(plain(question.text))
        meant = self._slots.remarks.before(question) if remark is not None else None
        if remark is None or meant is None:
            return None
        shown = remarked(remark, self._answer(meant), self._notices)
        return shown if isinstance(shown, Answer) else compose(meant, shown, self._notices)

    def _parts(self, question: Question) -> tuple[str, ...]:
        """The questions of a message; what is asked of two editions is one."""
        apart = each_apart(plain(question.text), question.as_of.year, self._words)
        return (question.text,) if apart else parts(question.text, self._words)

    def _overview(self, question: Question) -> tuple[str, ...]:
        """The questions that a message stands for which only names a competition or track."""
        text = plain(question.text)
        own = self._scopes.resolve(text, question.as_of.year)
        standing = question.standing if isinstance(question, Followed) else Standing()
        before = standing.notices
        asked_before, goes_on = bool(standing.asked), bool(before)
        if not self._named_only.may_ask_none(text, own, asked=asked_before, goes_on=goes_on):
            return ()
        whole = self._target(text, question)
        if whole.notices == before and not (own.named or own.tracked):
            return ()
        at_hand = self._relating.scoped(whole.notices, text, question.as_of)
        return self._named_only.questions(text, own, replace(whole, notices=at_hand))

    def _more(self, question: Question) -> bool:
        """Whether the same is asked again: 还有呢."""
        return isinstance(question, Followed) and self._slots.follow.more(plain(question.text))

    def _lacking(self, question: Question) -> str | None:
        """The edition that is asked for and not here."""
        return self._slots.lacking(question.text, question)

    def _picked(self, question: Question) -> Question:
        """The question that is meant by an item of what was listed before: 第二个."""
        pick = self._slots.follow.pick(plain(question.text)) if question.history else None
        if pick is None:
            return question
        places = range(len(question.history) - 1, max(-1, len(question.history) - 1 - BACK), -1)
        found = (self._picked_at(at, question, pick) for at in places)
        return next(filter(None, found), question)

    def _picked_at(self, at: int, question: Question, pick: Pick) -> Question | None:
        """What is meant if the turn at a place listed it; None if that listed nothing."""
        turn = question.history[at]
        before = {"text": turn.question, "history": question.history[:at]}
        if turn.chose is not None:
            before["notice"] = turn.chose.notice
        answer = self._answer(question.model_copy(update=before))
        if answer.options:
            return option_picked(question, pick, answer.options, at)
        listed = "tracks" in self._asks(turn.question) and len(answer.notices) == 1
        tracks = self._notices[answer.notices[0]].tracks if listed else ()
        return track_picked(question, pick, tracks)

    def _leans(self, question: Question) -> bool:
        """Whether the message is completed by the question before it."""
        found = parts(question.text, self._words) if isinstance(question, Followed) else ()
        return any(self._slots.meant(part, question)[0] != part for part in found)

    def _compared(self, part: str, question: Question) -> list[Reply]:
        """The question put to each of the competitions, tracks or groups it compares."""
        text = how_many_each(plain(part))
        part = part if text == plain(part) else text
        earlier = self._earlier(part, question)
        if earlier is not None:
            return [earlier]
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

    def _alike(self, part: str, question: Question) -> list[Reply]:
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
            scope = replace(scope, spans=())
            own = question.model_copy(update={"text": text, "track": None, "group": None})
            sides.append((name, self._consult(text, notice, scope, own)))
        return with_judgement(sides, asks, side_by_side(sides))

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

    def _which(self, part: str, question: Question) -> list[Reply] | Answer | None:
        """Which competitions a person can enter; None if the words ask something else."""
        which = asks_which(plain(part), self._words)
        if not which and not self._personal(part):
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
        held = [found for i in target.notices if (found := self.in_force(i, question.as_of))]
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

    def _personal(self, part: str) -> bool:
        """Whether it is asked if a person may take part, in whichever competition."""
        own = may_be_personal(part, self._words)
        return own and personal(asked(part, self._words), self._words)

    def _knows(self, notice: str | None, text: str) -> bool:
        """Whether some of the words are written in the chosen notice, or in any."""
        if self._collection is not None and notice not in self._notices:
            return self._collection.knows(text)
        one = notice in self._notices
        chosen = self._relating.family.parts(notice or "") if one else tuple(self._notices)
        return any(self._consultant(n).knows(text) for n in chosen if n)

    def _part(self, part: str, question: Question) -> list[Reply] | Reply:
        """The replies of the notices a question may be about; one when that is settled."""
        target = self._target(part, question)
        if target.absent or not target.notices:
            return Reply(status="not_stated", notice="", reason="no_such_notice")
        asked_of = self._relating.scoped(target.notices, plain(part), question.as_of)
        target = replace(target, notices=asked_of)
        likely = self._marked(part, self._likeliest(part, target))
        replies = [self._consult(part, i, target, question) for i in likely]
        if len(replies) == 1:
            return replies[0]
        whole = len(likely) == len(target.notices)
        found = merged(replies, named=target.named or target.tracked, whole=whole)
        return found or clarify(replies)

    def _nearest(
        self, reply: list[Reply] | Reply, part: str, question: Question, *, alone: bool
    ) -> list[Reply] | Reply:
        """The reply; where its one notice seems silent, with what comes nearest in it.

        What merely stands beside the matter is shown to whoever asks nothing else (`alone`).
        """
        if not isinstance(reply, Reply) or reply.status != "not_stated":
            return reply
        if reply.notice not in self._notices or not self._relating.family.unmended(reply.notice):
            return reply
        sought = self._sought(part, reply.notice, self._target(part, question), question)
        return self._consultant(reply.notice).with_nearest(
            reply, sought, question.as_of, alone=alone
        )

    def _marked(self, part: str, likely: Sequence[str]) -> Sequence[str]:
        """Of several notices those of a place that is said, or the one that has a name said."""
        if len(likely) < 2:  # noqa: PLR2004  several
            return likely
        likely = self._scopes.of_place(plain(part), likely) or likely
        found = [i for i in likely if self._consultant(i).marks(plain(part))]
        return found if len(found) == 1 else likely

    def _likeliest(self, part: str, target: Target) -> Sequence[str]:
        """The notices that are asked: all that are possible, or of many the likeliest."""
        if self._collection is None or len(target.notices) <= MANY:
            return target.notices
        among = None if len(target.notices) == len(self._notices) else target.notices
        return self._collection.likeliest(part, among) or target.notices[:MANY]

    def _target(self, part: str, question: Question) -> Target:
        """The scope: what the question names, else what was chosen, else what was said before."""
        year = question.as_of.year
        target = self._scopes.resolve(plain(part), year)
        if isinstance(question, Followed) and (question.history or question.context):
            return self._slots.placing.placed(target, question.standing, plain(part), year)
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

    def _consult(
        self,
        part: str,
        notice: str,
        target: Target,
        question: Question,
        only: tuple[tuple[str, ...], tuple[str, ...]] | None = None,
    ) -> Reply:
        """Put a question to one notice; `only` are the tracks and groups of one side."""
        sought = self._sought(part, notice, target, question, only)
        meaning_of = self._meaning
        meaning = partial(meaning_of, plain(part), notice) if meaning_of else None
        put = partial(self._relating.reply, notice, as_of=question.as_of, meaning=meaning)
        reply = put_in_full(sought, self._notices[notice], put)
        return showing(reply, sought) if isinstance(question, Followed) else reply

    def _sought(
        self,
        part: str,
        notice: str,
        target: Target,
        question: Question,
        only: tuple[tuple[str, ...], tuple[str, ...]] | None = None,
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
            put = question.standing.sorted if not self._personal(part) else ()
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

    def _consultant(self, notice: str) -> Consultant:
        found = self._consultants.get(notice)
        if found is None:
            found = consultant(self._notices[notice], self._words, self._rules.get(notice))
            self._consultants[notice] = found
            if len(self._consultants) > _AT_HAND:
                self._consultants.popitem(last=False)
        return found


def _at(target: Target, notices: Sequence[str]) -> Target:
    """The same names, at these notices."""
    return replace(target, notices=tuple(notices), named=True, absent=False)


def _of(settled: set[str], reply: list[Reply] | Reply) -> list[Reply] | Reply:
    """Of several notices the one that another part of the message was answered from."""
    own = [r for r in reply if r.notice in settled] if isinstance(reply, list) else []
    return own[0] if len(own) == 1 else reply
