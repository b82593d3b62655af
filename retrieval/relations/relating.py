"""One question put to a notice and to what belongs to it: corrections, supplements, its end."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from knowledge import lazy_re
from knowledge.catalogue.relations.amended import Amended
from knowledge.catalogue.relations.changes import changes_of
from knowledge.catalogue.relations.family import Family
from knowledge.eligibility.corrected import InForce, in_force
from knowledge.eligibility.model import Rules
from knowledge.model import Notice
from retrieval.consult import Consultant
from retrieval.passages.rank import Sought
from retrieval.passages.respond import Ask
from retrieval.question.asked import asked
from retrieval.question.lexicon import Words
from retrieval.relations import editions
from retrieval.relations.changed import Changed
from retrieval.relations.completing import adds, completed, leaves_open, moved
from retrieval.relations.notes import called, told
from retrieval.relations.whole import sentence_of, whole_changes
from retrieval.reply import Piece, Reply, cite
from retrieval.wording import say

_ORIGINAL = lazy_re.compile(r"(?:更正|调整|变更|修改|修订|延期|改)(?:之|以)?前|原通知|原先|原来")
_BELIEVED = 0.5


class Relating:
    """Puts questions to notices as they stand on the day of the question."""

    def __init__(
        self,
        notices: Mapping[str, Notice],
        words: Words,
        rules: Mapping[str, Rules],
        consultant: Callable[[str], Consultant],
    ) -> None:
        self.family = Family(notices)
        self._notices, self._words, self._rules = notices, words, rules
        self._consultant = consultant
        self._changed = Changed(self.family, notices, words, self._standing)
        self._corrected: dict[tuple[str, tuple[str, ...]], Consultant] = {}
        self._in_force: dict[tuple[str, tuple[str, ...]], InForce] = {}

    def reply(
        self, notice: str, sought: Sought, as_of: datetime, meaning: Ask | None = None
    ) -> Reply:
        """The reply of the notice, with what was corrected, added or ended by that day."""
        if self.family.alone(notice):
            return self._consultant(notice).consult(sought, as_of, meaning)
        reply = self._of_family(notice, sought, as_of, meaning)
        return editions.marked(reply, self.family, as_of.date())

    def scoped(self, notices: Sequence[str], text: str, as_of: datetime) -> tuple[str, ...]:
        """The notices to ask of those a question may mean: an edition by 上一届, parts once."""
        whole = self.family.whole(notices, text)
        return editions.before(whole, text, self.family, as_of.date()) or whole

    def _of_family(
        self, notice: str, sought: Sought, as_of: datetime, meaning: Ask | None
    ) -> Reply:
        reply = self._changed.reply(notice, sought, as_of)
        if reply is None:
            reply = self._standing(notice, sought, as_of, meaning)
            reply = self._completed(reply, notice, sought, as_of)
            reply = self._of_whole(reply, notice, sought, as_of)
        return self._warned(reply, notice, as_of)

    def _standing(
        self, notice: str, sought: Sought, as_of: datetime, meaning: Ask | None = None
    ) -> Reply:
        """The reply of the notice as corrected, or as published where the words ask for that."""
        view = self.family.amended(notice, as_of.date())
        if not view.layers or _ORIGINAL.search(sought.asked.plain):
            reply = self._consultant(notice).consult(sought, as_of, meaning)
            if reply.status == "not_stated" and (then := self._then(sought)) != sought:
                reply = self._consultant(notice).consult(then, as_of, meaning)
        else:
            reply = told(self._of_view(view, as_of).consult(sought, as_of, meaning), view)
        if self.family.bases.get(notice, ("",))[0] == "correction":
            return whole_changes(reply, self._notices[notice])
        return reply

    def _then(self, sought: Sought) -> Sought:
        """The question without the words that ask for what was published first."""
        bare = _ORIGINAL.sub("", sought.asked.plain)
        same = bare == sought.asked.plain
        return sought if same else replace(sought, asked=asked(bare, self._words))

    def in_force(self, notice: str, as_of: datetime) -> InForce | None:
        """A notice and its rules as corrected by that day; None where it has no rules."""
        rules = self._rules.get(notice)
        if rules is None:
            return None
        view = self.family.amended(notice, as_of.date())
        key = _key(view)
        if key not in self._in_force:
            self._in_force[key] = in_force(view, rules)
        return self._in_force[key]

    def published(self, reply: Reply, as_of: datetime) -> Reply:
        """A reply read from corrected notices, led back to the published words."""
        if self.family.alone(reply.notice):
            return reply
        return told(reply, self.family.amended(reply.notice, as_of.date()))

    def _of_view(self, view: Amended, as_of: datetime) -> Consultant:
        key = _key(view)
        if key not in self._corrected:
            standing = self.in_force(view.notice.id, as_of)
            rules = standing.rules if standing else None
            self._corrected[key] = Consultant(view.notice, self._words, rules)
        return self._corrected[key]

    def _completed(self, reply: Reply, notice: str, sought: Sought, as_of: datetime) -> Reply:
        base = self._notices[notice]
        for kind in ("attachment", "supplement"):
            for part in self.family.of(notice, {kind}, as_of.date()):
                more = self._standing(part.id, moved(sought, base, part), as_of)
                if not more.tells:
                    continue
                if leaves_open(reply, kind) or (
                    kind == "supplement" and adds(reply, more, sought.asked)
                ):
                    return completed(reply, more, part, kind)
        return self._besides(reply, notice, sought, as_of)

    def _besides(self, reply: Reply, notice: str, sought: Sought, as_of: datetime) -> Reply:
        """With corrections of words that stand nowhere in the notice, told as they are."""
        base, view = self._notices[notice], self.family.amended(notice, as_of.date())
        for part in self.family.of(notice, {"correction"}, as_of.date()):
            if part.id == notice:  # below the notice, read with it
                continue
            placed = {edit.change for layer in view.layers for edit in layer.edits}
            loose = [c for c in changes_of(part) if c.kind != "same" and c not in placed]
            more = self._standing(part.id, moved(sought, base, part), as_of) if loose else None
            if more is None or not adds(reply, more):
                continue
            own = tuple(p for p in more.pieces if any(p == sentence_of(part, c) for c in loose))
            if own:
                update = {"pieces": own}
                return completed(reply, more.model_copy(update=update), part, "correction")
        return reply

    def _of_whole(self, reply: Reply, notice: str, sought: Sought, as_of: datetime) -> Reply:
        """Where a supplement or correction is silent, what the notice it belongs to says."""
        if reply.tells or notice not in self.family.bases:
            return reply
        if self.family.names_part(f"{sought.asked.plain}{sought.asked.message}"):
            return reply
        base = self._notices[self.family.bases[notice][1]]
        found = self._standing(base.id, moved(sought, self._notices[notice], base), as_of)
        return found if found.tells and found.sure >= _BELIEVED else reply

    def _warned(self, reply: Reply, notice: str, as_of: datetime) -> Reply:
        """Led in by what ended the notice, if anything did."""
        for end in self.family.of(notice, {"superseded"}, as_of.date())[:1]:
            quotes = [r.quote for r in end.relations if r.notice == notice]
            words = next((w for w in (end.title, *quotes) if w and w in end.text), "")
            if not words:
                continue
            start = end.text.find(words)
            proof = cite(end, "开头", start, start + len(words))
            said = say("relations.superseded", label=called(end), quote=words)
            lead = Piece(text=said, citations=(proof,), computed=(called(end),))
            return reply.model_copy(update={"pieces": (lead, *reply.pieces)})
        return reply


def _key(view: Amended) -> tuple[str, tuple[str, ...]]:
    return view.notice.id, tuple(layer.edits[0].by.id for layer in view.layers)
