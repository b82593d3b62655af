"""What comes nearest where a notice seems silent: told with the silence, if it stands out.

To a person 通知未规定导盲犬 is worse than no answer when the notice has a sentence on guide dogs
that the first reading passed over. Where one sentence looks more like the answer than any other,
it is told beside the words that nothing plainer was found, and the person can judge. How far it
must stand out was chosen on questions nobody had tuned on: see docs/measurements.md.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice
from math import inf

from knowledge import lazy_re
from knowledge.model import Notice
from retrieval.learned.candidates import Candidate, statement, within
from retrieval.passages.rank import Sought
from retrieval.passages.speaking_of import SpeakingOf
from retrieval.passages.units import Unit, pairs
from retrieval.passages.whole_words import with_whole_words
from retrieval.question.asked import Asked
from retrieval.question.demands import demands
from retrieval.question.lexicon import Words
from retrieval.question.moments import TIMED
from retrieval.question.thing import thing
from retrieval.reply import Piece, Reply, cite_unit
from retrieval.wording import say

STANDS_OUT = 0.5
"""So much likelier (log odds) than the next one is the sentence that is told."""
FAR_OUT, LIKELY = 1.0, 3.0
"""So much, and so likely, where it has no words of the question. On 123 silences of questions
nobody had tuned on that tells 8 answers more, and 1 sentence more beside a question without an
answer; with 0.5 it would be 3."""
NEAR_ENOUGH, AT_MOST = 6.0, 2
"""So likely are sentences that are told with a silence though none stands out, and so many of them.
Of 48 silences on notices nobody had tuned on that tells 12 of 37 true ones something near, and 7 of
11 false ones the answer; with 5 it would be 18 and 7, with 8 it would be 4 and 5."""
SURELY, BY_FAR = 7.0, 2.0
"""So likely, and so much likelier than the next one, is what is told whatever words it lacks. Of
220 questions on notices nobody had tuned on that tells 1 of 10 false silences the answer, and none
of the 20 true ones anything."""
_TEAMS, _OF_TEAMS = lazy_re.compile(r"团体|团队|集体|代表队"), lazy_re.compile(r"团|队|集体")
_WON = frozenset({"bonus", "prize", "prize1", "prize2", "prize3", "placed"})
_PLAINLY = frozenset({"yes_no", "who", "how_much"})
_TWIN = 0.8
"""Sentences that share so much of their character pairs say the same, of two tracks perhaps."""
_LOOKED_AT = 20
"""Further down nothing looks like an answer."""
_PAIR = 2
_RARE = 2
"""A word that more sentences have tells none of them."""
_NUMBER = lazy_re.compile(r"\d+")
Ranked = Callable[[Sought], Sequence[tuple[Candidate, float]]]


class Nearest:
    """Finds in one notice what comes nearest to an answer."""

    def __init__(self, notice: Notice, words: Words, of: SpeakingOf, ranked: Ranked) -> None:
        self._notice, self._words, self._of, self._ranked = notice, words, of, ranked

    def beside(self, reply: Reply, sought: Sought) -> Reply:
        """The silence, or what stands out told beside it: then the answer is partial."""
        attached = _perhaps_attached(reply)
        if not (merely_silent(reply) or attached):
            return reply
        found = self._told(sought, only_surely=attached)
        pieces = [self.piece(one, sought) for one in found]
        told = tuple(piece for piece in pieces if piece is not None)
        if not told or pieces[0] is None:
            return reply
        calls = "phone" in sought.asked.concepts and any(map(_has_phone, found))
        rest = () if calls else reply.pieces[1:]  # whom else to call is not what was asked
        rest = reply.pieces if attached else rest
        return reply.model_copy(update={"status": "partial", "pieces": (*_led_in(told), *rest)})

    def _told(self, sought: Sought, *, only_surely: bool) -> tuple[Candidate, ...]:
        """What comes near enough to be told."""
        sure = () if _PLAINLY & sought.asked.forms else self.surely(sought)
        surely = tuple(one for one in sure if _may_tell(one, sought.asked))
        if surely or only_surely:
            return surely
        found, far = self._standing_out(sought)
        if found and self._fits(found[0], sought.asked, sure=far):
            return found
        return self._writing(sought) or self._likely(sought)

    def _standing_out(self, sought: Sought) -> tuple[tuple[Candidate, ...], bool]:
        """What is likeliest, with what says the same of other tracks, and whether by far."""
        found = [
            (one, score)
            for one, score in islice(self._ranked(sought), _LOOKED_AT)
            if within(one, sought.tracks, sought.groups)
            and not self._of.others(one.plain, sought.tracks)
        ]
        if not found:
            return (), False
        first, likely = found[0]
        same = [one for one, _ in found[1:] if _twins(one, first)]
        rest = [score for one, score in found[1:] if one not in same]
        ahead = likely - rest[0] if rest else inf
        told = (first, *same[:1]) if ahead >= STANDS_OUT else ()
        return told, ahead >= FAR_OUT and likely >= LIKELY

    def surely(self, sought: Sought) -> tuple[Candidate, ...]:
        """The one so likely, and so much likelier than any other, that it is told anyhow."""
        (first, likely), *rest = [*self._ranked(sought)[:2], (None, -inf)][:2]
        if first is None or likely < SURELY or likely - rest[0][1] < BY_FAR:
            return ()
        fits = within(first, sought.tracks, sought.groups)
        fits = fits and not self._of.others(first.plain, sought.tracks)
        return (first,) if fits and not self._of_another_matter(first, sought.asked) else ()

    def _writing(self, sought: Sought) -> tuple[Candidate, ...]:
        """The likeliest sentence with a word of the question that hardly another one has.

        通知未规定馅料 would be a lie where one sentence tells of 馅料, whatever it tells.
        """
        ranked = [one for one, _ in self._ranked(sought) if one.unit is not None]
        rare = _telling([one.plain for one in ranked], sought.asked)
        wanted = demands().of(sought.asked.plain) if rare else ()
        return tuple(
            one
            for one in ranked
            if any(run in one.plain for run in rare)
            and demands().met(wanted, one.plain)
            and within(one, sought.tracks, sought.groups)
            and not self._of.others(one.plain, sought.tracks)
        )[:1]

    def _likely(self, sought: Sought) -> tuple[Candidate, ...]:
        """The sentences that look much like the answer, whatever they lack.

        Not of a yes or no, of whom, or of how much money: that a thing is not mentioned says more
        than what is near it, and another's sum is nobody's.
        """
        if _PLAINLY & sought.asked.forms:
            return ()
        numbers = _NUMBER.findall(sought.asked.plain)
        return tuple(
            one
            for one, score in islice(self._ranked(sought), _LOOKED_AT)
            if score >= NEAR_ENOUGH
            and one.unit is not None
            and within(one, sought.tracks, sought.groups)
            and not self._of.others(one.plain, sought.tracks)
            and all(number in one.plain for number in numbers)
            and not self._of_another_matter(one, sought.asked)
        )[:AT_MOST]

    def _fits(self, one: Candidate, asked: Asked, *, sure: bool) -> bool:
        """Whether it speaks of the thing that is named and holds what an answer must hold."""
        named = thing(asked, self._words)
        said = one.said | one.above
        if named is not None and not named.told(one.around, said, frozenset(asked.concepts)):
            return False
        if self._of_another_matter(one, asked) or not _may_tell(one, asked):
            return False
        return (sure or _shares(one, asked)) and demands().met(demands().of(asked.plain), one.plain)

    def _of_another_matter(self, one: Candidate, asked: Asked) -> bool:
        """Whether it tells another value of the kind that is asked: a fee for prize money."""
        concepts = self._words.concepts
        own = set(asked.concepts)
        teams = _TEAMS.search(asked.plain) and not _OF_TEAMS.search(one.plain)
        if teams and _WON & own:
            return True  # what single winners get
        kinds = {k for c in own for k in concepts[c].kinds} - TIMED
        unlike = {other for c in own for other in concepts[c].unlike}
        others = {c for c in one.said - own if c in unlike or kinds & set(concepts[c].kinds)}
        return bool(others) and not one.said & own

    def piece(self, one: Candidate, sought: Sought) -> Piece | None:
        """What it says, under the names of its tracks where none was asked for."""
        piece = statement(self._notice, one, self._quoted)
        if piece is None or one.unit is None or sought.tracks:
            return piece
        names = {t.id: t.name for t in self._notice.tracks}
        scope = "、".join(names.get(t, t) for t in one.unit.scope.tracks)
        return piece.model_copy(update={"scope": scope}) if scope else piece

    def _quoted(self, unit: Unit) -> Piece:
        return Piece(text=unit.text.strip(), citations=(cite_unit(self._notice, unit),))


def merely_silent(reply: Reply) -> bool:
    """Whether it says only that the notice does not tell, and of what."""
    if reply.status != "not_stated" or reply.reason != "not_in_notice" or not reply.pieces:
        return False
    first = reply.pieces[0]
    # of an award that is not there those that are there are told already
    return not first.computed and first.text == say("not_in_notice", what=reply.what)


def _led_in(told: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces, said to be what comes nearest."""
    if told[0].scope:
        lead = say("comes_nearest", quote="")
        return (Piece(text=lead, citations=(), computed=(lead,)), *told)
    named = {"text": say("comes_nearest", quote=told[0].text)}
    return (told[0].model_copy(update=named), *told[1:])


def _perhaps_attached(reply: Reply) -> bool:
    """Whether it says that the notice does not tell, but an attachment may."""
    if reply.status != "not_stated" or reply.reason != "not_in_notice" or not reply.pieces:
        return False
    first = reply.pieces[0]
    quote = first.computed[0] if first.computed else ""
    what = reply.what or say("matter")
    return bool(quote) and first.text == say("may_be_attached", what=what, quote=quote)


def _may_tell(one: Candidate, asked: Asked) -> bool:
    """Whether it has the numbers of the question, and a word of what may be done or not.

    Another day's programme is none; 能带导览牌吗 is told by no sentence without a word of it.
    """
    named_so = "yes_no" in asked.forms and any(len(run) > _PAIR for run in asked.content)
    numbers = _NUMBER.findall(asked.plain)
    return all(n in one.plain for n in numbers) and (not named_so or _shares(one, asked))


def _shares(one: Candidate, asked: Asked) -> bool:
    """Whether it has two neighbouring characters of the question, or what notices write."""
    if any(word in one.plain for m in asked.meant for word in m.words if len(word) > 1):
        return True
    return any(len(p) > 1 and p in one.plain for run in asked.wording for p in pairs(run))


def _has_phone(one: Candidate) -> bool:
    return one.unit is not None and any(v.kind == "phone" for v in one.unit.values)


def _telling(texts: Sequence[str], asked: Asked) -> list[str]:
    """Words of a question that hardly a sentence has: made whole, or half of what is asked."""
    if _NUMBER.search(asked.plain):
        return []  # another day's programme
    whole = with_whole_words(texts, asked).content
    runs = [run for run in whole if len(run) >= _PAIR]
    rare = [run for run in runs if 0 < sum(run in text for text in texts) <= _RARE]
    made = [run for run in rare if run not in asked.content]
    most = "yes_no" not in asked.forms and _PAIR * sum(map(len, rare)) >= sum(map(len, runs))
    return made or (rare if most else [])


def _twins(one: Candidate, other: Candidate) -> bool:
    """Whether two sentences say the same but for a name or a number."""
    mine, its = pairs(one.plain), pairs(other.plain)
    return len(mine & its) >= _TWIN * max(len(mine), len(its), 1)
