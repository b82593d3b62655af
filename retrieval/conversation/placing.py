"""The scope of a question in a conversation: what it names itself, and what it leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from knowledge import lazy_re
from knowledge.eligibility.facts import facts_from_words
from knowledge.model import Notice
from knowledge.numerals import CHINESE, arabic
from knowledge.plain import comparable
from retrieval.conversation.elsewhere import was_elsewhere
from retrieval.conversation.follow import Follow
from retrieval.conversation.inside import points_inside
from retrieval.conversation.of_every import asks_of_every
from retrieval.conversation.standing import Standing
from retrieval.question.mentions import Named, Span, masked
from retrieval.scoping.present import says_now
from retrieval.scoping.regions import PLACE, place_of, province
from retrieval.scoping.scope import Scopes, Target

_PLACE_LENGTH = 8
_MARKS = lazy_re.compile(r"\W")
_WORK = lazy_re.compile(r"(?:搞|做|干|从事|学|当)的?是?$")
"""What stands before somebody's work."""
_BACK_TO = lazy_re.compile(
    r"(?:说回|回到|换回|还是(?:说|问|看)?|还(?:说|问|看|聊)|再说回?|接着说)(?P<what>[\u4e00-\u9fff]{2,6}?)"
    r"(?=那个|这个|那边|这边|那场|那届|的|[,，]|$)"
)
"""What a conversation goes back to, by a word of its name."""
_DIGITS = ("", "一", "二", "三", "四", "五", "六", "七", "八", "九")
_ONLY_PLACE = f"^({PLACE})[市省]?的?$"


class Placing:
    """Puts the names of a question together with those that hold."""

    def __init__(self, notices: Mapping[str, Notice], scopes: Scopes, follow: Follow) -> None:
        self._notices = notices
        self._scopes = scopes
        self._follow = follow

    def placed(self, scope: Target, standing: Standing, text: str, year: int) -> Target:
        """The scope of `text`; `scope` is what it names itself, `year` the current one."""
        scope = self._no_part_of_names(scope, text)
        if not standing.notices and not standing.absent:
            return scope
        scope = self._without_past(scope, standing, text)
        back = self._back(scope, standing, text)
        scope = self._staying(self._of_work(scope, standing, text), standing, text)
        other = back or self._present(scope, standing, text, year)
        other = other or self._elsewhere(scope, standing, text)
        if other is not None:
            return other
        if self._follow.earlier(text) and self._is_one(standing.notices):
            return self._edition_before(scope, standing)
        if scope.dated and standing.spoken_of:
            return self._dated(scope, standing)
        if scope.absent or scope.named or scope.tracked:
            return scope if scope.absent else self._own(scope, standing)
        tracks = scope.tracks if asks_of_every(text) else _either(scope, standing)
        held = replace(standing.target(), spans=scope.spans, tracks=tracks)
        return replace(held, notices=self._chosen(standing.notices, year))

    def _back(self, scope: Target, standing: Standing, text: str) -> Target | None:
        """The one competition spoken of before that a turn goes back to by a word of its name.

        说回贵州, 还是专项那个; None where what is spoken of now has the word, too.
        """
        match = _BACK_TO.search(text)
        if match is None:
            return None
        what = match["what"]
        now = [i for i in standing.notices if what in called(self._notices[i].name)]
        found = [i for i in standing.earlier if what in called(self._notices[i].name)]
        if now or len(found) != 1:
            return None
        names = self._scopes.names(found[0]).tracks
        named = names.find(text[match.end() :])
        if not named.ids and len(standing.notices) == 1:  # the matter that both have
            topic = names.find(self._scopes.names(standing.notices[0]).topic)
            named = Named(topic.ids, ()) if len(topic.ids) == 1 else named
        tracks = {found[0]: named} if named.ids else {}
        spans = (match.span("what"),)
        return replace(
            scope, notices=(found[0],), named=True, absent=False, tracks=tracks, spans=spans
        )

    @staticmethod
    def _without_past(scope: Target, standing: Standing, text: str) -> Target:
        """Without what is only named because somebody was there before: 我带过第二届全国大赛."""
        spans = [*scope.spans, *(span for named in scope.tracks.values() for span in named.spans)]
        if not standing.notices or not was_elsewhere(text, spans):
            return scope
        own = replace(scope, named=False, tracked=False, dated=False, absent=False)
        return replace(own, notices=standing.notices, tracks={}, spans=())

    def _of_work(self, scope: Target, standing: Standing, text: str) -> Target:
        """Without the track of another competition that only a person's work names: 搞数据标注.

        Nor one that is looked for in what is spoken of: 里头有没有焊工.
        """
        if scope.named or not scope.tracked or set(scope.notices) & set(standing.notices):
            return scope
        spans = (span for named in scope.tracks.values() for span in named.spans)
        done = any(_WORK.search(text, 0, start) for start, _ in spans)
        tells = not self._follow.asks(text) and facts_from_words(text).person
        if not standing.notices or not (done or tells or points_inside(text)):
            return scope
        return replace(scope, notices=standing.notices, tracked=False, tracks={}, spans=())

    def _staying(self, scope: Target, standing: Standing, text: str) -> Target:
        """At what is spoken of where the words that fit another competition fit it too.

        那个智能制造比赛 is the one of that subject that was spoken of, or the track it has.
        """
        if not (scope.tracked or scope.named) or scope.dated or scope.absent:
            return scope
        if not standing.notices or set(scope.notices) & set(standing.notices):
            return scope
        if self._of_another_place(scope, standing, text):
            return scope
        names = [self._scopes.names(i) for i in standing.notices]
        # a track that an edition before has under the same words is no wish for that edition
        of_subject = not scope.named and any(len(n.topic) > 1 and n.topic in text for n in names)
        akin = self._is_one((*standing.notices, *scope.notices[:1])) and not scope.named
        tracks = {
            n.notice.id: found
            for n in names
            if (found := n.tracks.exact(text) or (n.tracks.find(text) if akin else None))
        }
        spans = {*scope.spans, *(span for t in scope.tracks.values() for span in t.spans)}
        own = {i: t for i, t in tracks.items() if set(t.spans) & spans}
        if not scope.named:  # one of the tracks spoken of beside one that only others have
            own |= {n.notice.id: t for n in names if (t := scope.tracks.get(n.notice.id))}
        if not (of_subject or own):
            return scope
        return replace(scope, notices=standing.notices, named=False, tracks=own, spans=())

    def _of_another_place(self, scope: Target, standing: Standing, text: str) -> bool:
        """Whether a place is said that is not of what is spoken of: 岚州的那个智能制造呢."""
        own = {self._notices[i].region for i in standing.notices}
        regions = {self._notices[i].region for i in scope.notices} - own
        return any(region in text for region in regions if region)

    def _chosen(self, notices: tuple[str, ...], year: int) -> tuple[str, ...]:
        """Of editions that were offered and not chosen from, the present one; others as they are.

        Who goes on without choosing means the one that is on; the answer says which it is of.
        """
        if len(notices) > 1 and self._is_one(notices):
            return self._present_of(notices, year) or notices
        return notices

    def _is_one(self, notices: tuple[str, ...]) -> bool:
        """Whether all are of one competition: its editions, and papers that go with them."""
        akin = self._scopes.same_competition(notices[0], notices) if notices else ()
        return bool(notices) and len(akin) == len(notices)

    def _present_of(self, notices: Iterable[str], year: int) -> tuple[str, ...]:
        """The latest editions that are not yet to come."""
        every = tuple(notices)
        latest = max((y for i in every if (y := self._notices[i].year or 0) <= year), default=0)
        return tuple(i for i in every if self._notices[i].year == latest)

    def _no_part_of_names(self, scope: Target, text: str) -> Target:
        """Without tracks of which only the competition's own name speaks: 电子商务竞赛."""
        tracks = {
            i: named
            for i, named in scope.tracks.items()
            if named.exact or not self._within(named.spans, scope.spans, text, i)
        }
        return replace(scope, tracks=tracks)

    def _within(self, spans: Sequence[Span], names: Sequence[Span], text: str, notice: str) -> bool:
        name = called(self._notices[notice].name)
        wide = [widened(text, span, name) for span in names]
        return bool(spans) and all(
            any(start <= s and e <= end for start, end in wide) for s, e in spans
        )

    def place(self, text: str, scope: Target) -> str | None:
        """The province a short text names beside editions and nothing else: 是上海的."""
        core = self._follow.core(without(text, scope.spans)) or self._follow.core(text)
        return place_of(core, _ONLY_PLACE) if len(core) <= _PLACE_LENGTH else None

    def _own(self, scope: Target, standing: Standing) -> Target:
        """What it names itself; of several, those spoken of, else those about the same."""
        found = tuple(i for i in scope.notices if i in standing.notices)
        same = bool(found)
        if not same and len(scope.notices) > 1:
            found = tuple(i for i in standing.earlier if i in scope.notices)[:1]
            beside = standing.notices[:1] if not found else ()
            found = found or tuple(a for i in beside for a in self._scopes.akin(i, scope.notices))
        own = replace(scope, notices=found or scope.notices, named=True)
        return replace(own, tracks=_either(own, standing)) if same else own

    def _elsewhere(self, scope: Target, standing: Standing, text: str) -> Target | None:
        """The competition of the place a short text names; None if it names none."""
        place = self.place(text, scope)
        return None if place is None else self._at_place(place, scope, standing)

    def _at_place(self, place: str, scope: Target, standing: Standing) -> Target:
        """The same competition of another place, or any there."""
        fitting = [
            i
            for i in scope.notices
            if (region := self._notices[i].region) and province(region) == place
        ]
        akin = [i for held in standing.notices for i in self._scopes.akin(held, fitting)]
        found = [i for i in fitting if i in standing.notices]
        found = found or [i for i in standing.earlier if i in fitting][:1]
        found = found or list(dict.fromkeys(akin))
        return replace(scope, notices=tuple(found or fitting), named=True, absent=not fitting)

    def _dated(self, scope: Target, standing: Standing) -> Target:
        """Another edition of what is spoken of: 2023年的呢."""
        within = tuple(i for i in scope.notices if i in standing.spoken_of)
        akin = (self._scopes.same_competition(i, scope.notices) for i in standing.spoken_of)
        found = within or tuple(dict.fromkeys(i for ids in akin for i in ids))
        if not found:
            return replace(scope, notices=(), absent=True)
        tracks = self._again(scope, standing, found)
        return replace(scope, notices=found, named=True, absent=False, tracks=tracks)

    def _present(self, scope: Target, standing: Standing, text: str, year: int) -> Target | None:
        """The present edition of what is spoken of: 今年的, 最新一届; None if none is meant."""
        names_itself = scope.named or scope.tracked or scope.absent
        if names_itself or not says_now(
            text, self._follow.core(text), several=len(standing.notices) != 1
        ):
            return None
        spoken = standing.spoken_of
        akin = (self._scopes.same_competition(i, [*self._notices]) for i in spoken)
        found = tuple(dict.fromkeys(i for ids in akin for i in ids))
        now = self._present_of(found, year)
        if not now or set(now) == set(standing.notices):
            return None
        tracks = self._again(scope, standing, now)
        return replace(scope, notices=now, named=True, absent=False, tracks=tracks)

    def _edition_before(self, scope: Target, standing: Standing) -> Target:
        """The latest earlier edition there is a notice of."""
        own = self._notices[standing.notices[0]]
        others = [self._notices[i] for i in self._scopes.same_competition(own.id, [*self._notices])]
        before = [n for n in others if own.year and n.year and n.year < own.year]
        if not before:
            return replace(scope, notices=(), named=True, absent=True)
        latest = max(before, key=lambda n: (n.year or 0, n.id))
        tracks = self._again(scope, standing, (latest.id,))
        return replace(scope, notices=(latest.id,), named=True, absent=False, tracks=tracks)

    def _again(self, scope: Target, standing: Standing, among: Sequence[str]) -> dict[str, Named]:
        """Tracks in another edition: those it names, else those of the same name."""
        names = "、".join(
            comparable(track.name)
            for i, named in standing.tracks.items()
            for track in self._notices[i].tracks
            if track.id in named.ids
        )
        found = {i: self._scopes.names(i).tracks.find(names) for i in among if names}
        same = {i: Named(n.ids, ()) for i, n in found.items() if n.exact and n.ids}
        return same | scope.tracks


def edition_before(edition: str | None) -> str | None:
    """The edition before one that notices print; None where the words tell none.

    >>> edition_before("第四届"), edition_before("第二届"), edition_before("首届")
    ('第三届', '首届', None)
    """
    numeral = (edition or "").removeprefix("第").removesuffix("届")
    number = int(arabic(numeral)) if edition and re.fullmatch(CHINESE, numeral) else 0
    if number - 1 <= 1:
        return "首届" if number - 1 == 1 else None
    tens, ones = divmod(number - 1, 10)
    said = ("" if not tens else ("" if tens == 1 else _DIGITS[tens]) + "十") + _DIGITS[ones]
    return f"第{said}届"


@lru_cache(maxsize=16_384)
def called(name: str) -> str:
    """A name as it stands in questions: comparable, without quotation marks and dashes."""
    return _MARKS.sub("", comparable(name))


def widened(text: str, span: Span, names: str) -> Span:
    """The span with what stands beside it and belongs to the name: 特种作业 in 安康杯特种作业.

    >>> widened("安康杯特种作业比武理论哪天", (3, 7), "安康杯特种作业工种技能比武")
    (0, 9)
    """
    start, end = span
    while start > 0 and text[start - 1 : start + 1] in names:
        start -= 1
    while end < len(text) and (
        text[end - 1 : end + 1] in names or (end + 1 < len(text) and text[end : end + 2] in names)
    ):
        end += 1
    return start, end


def without(text: str, spans: Sequence[Span]) -> str:
    """`text` without the characters of `spans`."""
    return masked(text, spans).replace("\n", "")


def _either(scope: Target, standing: Standing) -> dict[str, Named]:
    """The tracks the question names, else those that hold, by notice."""
    return {**standing.tracks, **scope.tracks}
