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
from knowledge.eligibility.model import Rules
from knowledge.model import Notice
from retrieval.aiming import Aiming
from retrieval.at_hand import AtHand
from retrieval.comparing import Comparing
from retrieval.compose import compose, headed, nothing
from retrieval.computed.compare import (
    each_apart,
)
from retrieval.consult import Consultant, consultant
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
from retrieval.hearing import Hearing, Romanised
from retrieval.index.collection import MANY, Collection
from retrieval.merge import clarify, merged
from retrieval.model import Answer, Question
from retrieval.passages.rank import Meaning, Sought
from retrieval.question.asked import asked, parts, plain
from retrieval.question.chained import called_already, chained
from retrieval.question.english import is_english, translated
from retrieval.question.lexicon import Words, words
from retrieval.refusals import Refusals
from retrieval.relations.relating import Relating
from retrieval.reply import Reply
from retrieval.scoping.in_full import put_in_full
from retrieval.scoping.resolved import ResolvedScopes
from retrieval.scoping.scope import Target
from retrieval.surveying import Surveying
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
        own = AtHand(self._notices, self._scopes, self._words, self._consultant)
        self._aiming = Aiming(own, self._slots.placing, self._collection)
        self._comparing = Comparing(own, (self._consult, self._aiming.target))
        ask = (self._aiming.target, self._part)
        self._surveying = Surveying(self._words, self._relating, *ask)
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
                (self._consultant(notice), self._aiming.sought(part, notice, target, put))
                for part in self._parts(put)
                for target in (self._aiming.target(part, put),)
                for notice in target.notices
            )

    def meant(self, question: Question) -> tuple[str, ...]:
        """The notices a question may mean, by its names and what was said before; () if none."""
        found: list[str] = []
        with self._scopes.once():
            put = self._slots.followed(self._hearing.heard(question))
            for part in self._parts(put):
                target = self._aiming.target(part, put)
                known = () if target.absent else target.notices
                asked_of = self._relating.scoped(known, plain(part), put.as_of)
                found += self._aiming.marked(part, asked_of)
        return tuple(dict.fromkeys(found))

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
                found = self._surveying.which(meant, put)
                if isinstance(found, Answer):
                    return found
                alike = found or self._comparing.alike(meant, put)
                told = [*(alike or self._comparing.compared(meant, put))]
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
        whole = self._aiming.target(text, question)
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
        listed = "tracks" in asked(turn.question, self._words).concepts and len(answer.notices) == 1
        tracks = self._notices[answer.notices[0]].tracks if listed else ()
        return track_picked(question, pick, tracks)

    def _leans(self, question: Question) -> bool:
        """Whether the message is completed by the question before it."""
        found = parts(question.text, self._words) if isinstance(question, Followed) else ()
        return any(self._slots.meant(part, question)[0] != part for part in found)

    def _knows(self, notice: str | None, text: str) -> bool:
        """Whether some of the words are written in the chosen notice, or in any."""
        if self._collection is not None and notice not in self._notices:
            return self._collection.knows(text)
        one = notice in self._notices
        chosen = self._relating.family.parts(notice or "") if one else tuple(self._notices)
        return any(self._consultant(n).knows(text) for n in chosen if n)

    def _part(self, part: str, question: Question) -> list[Reply] | Reply:
        """The replies of the notices a question may be about; one when that is settled."""
        target = self._aiming.target(part, question)
        if target.absent or not target.notices:
            return Reply(status="not_stated", notice="", reason="no_such_notice")
        asked_of = self._relating.scoped(target.notices, plain(part), question.as_of)
        target = replace(target, notices=asked_of)
        likely = self._aiming.marked(part, self._aiming.likeliest(part, target))
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
        sought = self._aiming.sought(
            part, reply.notice, self._aiming.target(part, question), question
        )
        return self._consultant(reply.notice).with_nearest(
            reply, sought, question.as_of, alone=alone
        )

    def _consult(
        self,
        part: str,
        notice: str,
        target: Target,
        question: Question,
        only: tuple[tuple[str, ...], tuple[str, ...]] | None = None,
    ) -> Reply:
        """Put a question to one notice; `only` are the tracks and groups of one side."""
        sought = self._aiming.sought(part, notice, target, question, only)
        meaning_of = self._meaning
        meaning = partial(meaning_of, plain(part), notice) if meaning_of else None
        put = partial(self._relating.reply, notice, as_of=question.as_of, meaning=meaning)
        reply = put_in_full(sought, self._notices[notice], put)
        return showing(reply, sought) if isinstance(question, Followed) else reply

    def _consultant(self, notice: str) -> Consultant:
        found = self._consultants.get(notice)
        if found is None:
            found = consultant(self._notices[notice], self._words, self._rules.get(notice))
            self._consultants[notice] = found
            if len(self._consultants) > _AT_HAND:
                self._consultants.popitem(last=False)
        return found


def _of(settled: set[str], reply: list[Reply] | Reply) -> list[Reply] | Reply:
    """Of several notices the one that another part of the message was answered from."""
    own = [r for r in reply if r.notice in settled] if isinstance(reply, list) else []
    return own[0] if len(own) == 1 else reply
