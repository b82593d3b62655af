"""Which notices, and which part of them, a question is about: decided before anything is searched.

Similarity never picks between two editions or two cities. What decides are names: the competition,
its edition, year and region, its tracks; then what the chat has chosen, then what it said before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from knowledge import lazy_re
from knowledge.model import Notice
from knowledge.plain import comparable, comparable_name
from retrieval.question.everyday import common_words
from retrieval.question.lexicon import Words
from retrieval.question.mentions import (
    Named,
    Span,
    editions,
    longest_common,
    masked,
    telling,
    years,
)
from retrieval.scoping.explained import Explained
from retrieval.scoping.names import EVENT, MIN_TOPIC, SAME_TOPIC, Names
from retrieval.scoping.nearby import Nearby
from retrieval.scoping.otherwise import Otherwise
from retrieval.scoping.present import PRESENT
from retrieval.scoping.regional import Regional
from retrieval.scoping.strangers import of_nobody
from retrieval.scoping.trades import Trade
from retrieval.scoping.worked_on import track_worked_on

_AND = lazy_re.compile(r"和|与|跟|比(?!赛|武)|同|、|[,，]|vs")
_RIGHT_AFTER = lazy_re.compile(
    r"(?:行业|服务|职业|技能|应用|技术|职工|员工|岗位|专业|学生|师生|操作|和|类|的|那个|这个|[那这]次|第.{1,2}届|全国|全省|全市|今年|本届)*"
    r"(?:竞赛|大赛|比赛|赛(?!项|道|区|程|前|后|场|事|制)|比武|通知)"
)
_BROKEN = lazy_re.compile(
    r"[\u4e00-\u9fff]{0,2}?(?:坏|故障|出了?(?:问题|毛病)|死机|停机|失灵|断电|卡住)"
    r"|证明?(?!书)|状况"
)
"""What follows a thing that fails, or a paper on something: 健康证."""
_PARTS = ("supplement", "correction", "attachment")
_NEAR = 10
_OF_TRACK = 3
"""So many characters of a track's name tell which of several competitions is meant."""


@dataclass(frozen=True)
class Target:
    """Where to look. `notices` holds one id when the scope is decided."""

    notices: tuple[str, ...]
    named: bool = False
    """The question itself says which competition, by its name, year, edition or region."""
    tracked: bool = False
    """A track's whole name stands in the question."""
    dated: bool = False
    """It names a year or an edition but no competition: which one the chat must tell."""
    absent: bool = False
    """It names a competition, an edition or a year that no notice here is about."""
    spans: tuple[Span, ...] = ()
    tracks: dict[str, Named] = field(default_factory=dict)


class Scopes:
    """Decides the scope of questions over a fixed set of notices."""

    def __init__(self, notices: Sequence[Notice], words: Words) -> None:
        self._names = {n.id: Names(n) for n in notices}
        self._words = words
        short = {m for names in self._names.values() for m in names.abbreviations()}
        for names in self._names.values():
            names.learn(short)
        places = {comparable_name(n.region) for n in notices if n.region}
        for names in self._names.values():
            names.of_places(places)
        self._nearby = Nearby({i: tuple(n.all()) for i, n in self._names.items()})
        parts = {n.id: r.notice for n in notices for r in n.relations if r.kind in _PARTS}
        self._explained = Explained({i: tuple(n.every()) for i, n in self._names.items()}, parts)
        self._every = tuple(self._names)
        self._regional = Regional(self._names, words)

    def names(self, notice: str) -> Names:
        """The names of one notice."""
        return self._names[notice]

    def short(self, notice: str | None, text: str) -> bool:
        """Whether a text (comparable) has a short word for a track of the notice."""
        names = self._names.get(notice or "")
        return names is not None and names.short.find(text) is not None

    def resolve(self, text: str, year: int) -> Target:
        """What `text` (comparable) itself says about the competition.

        `year` is the current one, for 今年 and 去年. Without any name every notice is possible.
        """
        near = self._nearby.of(text)
        exact = self._exact(text, near)
        track_spans = tuple(s for t in exact.values() for s in t.spans)
        hits, spans = self._by_name(text, masked(text, track_spans), near)
        # what names the competition or something asked for is no part of a track's name
        covered = [(f.start, f.end) for f in self._words.asked(text)]
        rest, unnamed = masked(text, [*covered, *spans]), masked(text, spans)
        called = (Otherwise(unnamed, self._words), Trade(unnamed, self._words))
        tracks = {i: exact.get(i) or self._partly(i, rest, unnamed, called) for i in near}
        asked_years, year_spans = years(text, year)
        asked_editions, edition_spans = editions(text)
        named = bool(hits or asked_years or asked_editions)
        region = self._words.region(text)
        if region is not None and hits and not self._regional.of_region(region, text, hits, hits):
            weak = all(end - start < SAME_TOPIC for start, end in spans)
            hits, spans = ((), ()) if weak else (hits, spans)
            named = bool(hits or asked_years or asked_editions)
        fitting = self._of_time(hits or self._every, asked_years, asked_editions)
        absent = named and not fitting
        absent |= not hits and any(self._names[i].of_another(text) for i in near)
        stranger = of_nobody(text, (self._names[i].text for i in near))
        if region is not None:
            fitting = self._regional.of_region(region, text, fitting, hits)
            absent |= not fitting
        fitting = self._regional.at_place(text, fitting, spans) if hits else fitting
        fitting, region_spans, by_region = self._regional.by_region(text, fitting)
        absent |= not fitting
        if exact and not hits:
            fitting = tuple(i for i in fitting if i in exact) or fitting
        fitting = () if stranger else fitting
        if hits or by_region:
            fitting = _having(fitting, tracks)
            fitting = self._present(fitting, text, year) if not asked_years else fitting
        if not absent and (hits or by_region or exact):
            unsaid = masked(text, (*covered, *year_spans, *edition_spans))
            others = self._of_time(near, asked_years, asked_editions)
            fitting = self._explained.meant(unsaid, text, fitting, others, self._words)
        elif not absent and len(fitting) > 1:
            fitting = self._explained.called(text, fitting, self._words.meant(text)) or fitting
        return Target(
            notices=fitting,
            named=named or by_region or stranger,
            tracked=bool(exact),
            dated=named and not hits and not by_region,
            absent=absent or stranger,
            spans=spans + year_spans + edition_spans + region_spans,
            tracks={i: t for i, t in tracks.items() if t and t.ids},
        )

    def _exact(self, text: str, near: Sequence[str]) -> dict[str, Named]:
        """The tracks whose whole names stand in a text, but not as the competition: 焊接大赛."""
        exact = {i: t for i in near if (t := self._names[i].tracks.exact(text))}
        exact = {i: self._names[i].short.beside(text, t) for i, t in exact.items()}
        called = tuple(span for i in near for span in self._names[i].as_event(text))
        return {
            i: t
            for i, t in exact.items()
            if not all(any(s <= a and b <= e for s, e in called) for a, b in t.spans)
        }

    def _partly(
        self, i: str, rest: str, text: str, otherwise: tuple[Otherwise, Trade]
    ) -> Named | None:
        """The tracks in part named: by much of the name also between words that ask something.

        竞赛无人机哪天 asks for a time with 竞赛…哪天.
        """
        tracks = self._names[i].tracks
        found = tracks.partly(rest)
        if found is None and rest != text and (more := tracks.partly(text)) is not None:
            long = max(end - start for start, end in more.spans) >= _OF_TRACK
            sure = long or self._rare_word(text, more.spans)
            found = more if sure and len(more.ids) == 1 else None
        if found is not None and all(_BROKEN.match(text, end) for _, end in found.spans):
            return None  # 机床坏了怎么办 is about a machine
        short = self._names[i].short
        notice = self._names[i].notice
        called = found or next(filter(None, (way.track(notice.tracks) for way in otherwise)), None)
        called = called or track_worked_on(notice, otherwise[1])
        return short.beside(text, called) if called else short.find(text, rest)

    def _rare_word(self, text: str, spans: Sequence[Span]) -> bool:
        """Whether a part of a name is no word of everyday, nor asks a thing: 验光 but not 材料."""
        said = text[slice(*spans[0])]
        return said not in common_words() and not self._words.asked(said)

    def _present(self, ids: tuple[str, ...], text: str, year: int) -> tuple[str, ...]:
        """Of several editions that of this year, where the question says 今年 or 本届."""
        if not PRESENT.search(text):
            return ids
        return tuple(i for i in ids if self._names[i].notice.year == year) or ids

    def each_named(self, text: str, year: int) -> Target:
        """The competitions a comparison names: by years, editions, or one on each side of 和."""
        whole = self.resolve(text, year)
        asked_years, asked_editions = years(text, year)[0], editions(text)[0]
        found: list[str] = []
        spans = list(whole.spans)
        for begin, end in _sides(text, whole.spans):
            side = self.resolve(text[begin:end], year)
            if side.named and not side.absent and len(side.notices) == 1:
                found += [i for i in side.notices if i not in found]
                spans += [(begin + first, begin + last) for first, last in side.spans]
        if len(found) > 1:
            return replace(whole, notices=tuple(found), spans=tuple(spans), absent=False)
        if not whole.absent and (len(asked_years) > 1 or len(asked_editions) > 1):
            return self._of_one_competition(whole, asked_years, asked_editions)
        return whole if whole.named and not whole.dated else replace(whole, notices=())

    def _of_one_competition(
        self, whole: Target, asked_years: frozenset[int], asked_editions: frozenset[str]
    ) -> Target:
        """The editions or years of one competition; absent where one of them is not here."""

        def told(i: str) -> tuple[object, ...]:
            names = self._names[i]
            year, edition = names.notice.year, names.edition
            return (edition,) if len(asked_editions) > 1 else (year,)

        wanted = asked_editions if len(asked_editions) > 1 else asked_years
        fitting = [i for i in whole.notices if told(i)[0] in wanted]
        akin = [self.same_competition(i, fitting) for i in fitting]
        best = max(akin, key=lambda ids: len({told(i) for i in ids}), default=())
        lacks = len({told(i) for i in best}) < len(wanted)
        return replace(whole, notices=best, named=True, absent=lacks)

    def of_place(self, text: str, among: Sequence[str]) -> tuple[str, ...]:
        """Those of `among` whose place a text says at all: 丹岭的代表队怎么集训, 我是桐溪的.

        A place may be the person's; so this only chooses where nothing else does.
        """
        said = {i: self._names[i].notice.region or "" for i in among}
        found = {i for i, place in said.items() if place and comparable(place) in text}
        longest = max((len(said[i]) for i in found), default=0)
        return tuple(i for i in among if i in found and len(said[i]) == longest)

    def same_competition(self, notice: str, among: Sequence[str]) -> tuple[str, ...]:
        """Those of `among` that are other editions of the competition of `notice`."""
        own = self._names[notice]
        return tuple(
            i
            for i in among
            if self._names[i].notice.region == own.notice.region
            and _same_topic(self._names[i].topic, own.topic)
        )

    def akin(self, notice: str, among: Sequence[str]) -> tuple[str, ...]:
        """Those of `among` whose competition is about the same, in whatever region."""
        own = self._names[notice].topic
        return tuple(i for i in among if longest_common(self._names[i].topic, own)[0] >= SAME_TOPIC)

    def _by_name(
        self, text: str, unmasked: str, near: Sequence[str]
    ) -> tuple[tuple[str, ...], tuple[Span, ...]]:
        """Notices whose name, alias or subject stands in the question; the longest match wins."""
        found: dict[str, tuple[int, Span]] = {}
        best = 0
        for i in near:
            names = self._names[i]
            stranger = names.of_another(text)
            own = None if stranger else names.aliased(unmasked)
            called = names.called(unmasked)
            if called and called[0] > (own[0] if own else 0):
                own = called
            if own:
                found[i] = own
                best = max(best, own[0])
            if len(names.topic) < best or not names.near(unmasked):
                continue  # no part of it can be longer than what another notice is found by
            length, at, of = longest_common(unmasked, names.topic)
            event = EVENT.search(text[at + length : at + length + _NEAR])
            # 项职 of 赛项职工组 is no part of a name
            whole = length >= MIN_TOPIC if of == 0 else length >= SAME_TOPIC
            fits = whole and telling(unmasked[at : at + length])
            # so little of a name is one only right before 竞赛: 职工组60人进决赛 names no 职工竞赛
            fits = fits and (length >= SAME_TOPIC or bool(_RIGHT_AFTER.match(text, at + length)))
            fits = fits and not stranger
            if fits and event and length > (own[0] if own else 0):
                found[i] = (length, (at, at + length))
        if not found:
            return (), ()
        best = max(length for length, _ in found.values())
        kept = {i: span for i, (length, span) in found.items() if length == best}
        return tuple(kept), tuple(dict.fromkeys(kept.values()))

    def _of_time(
        self, ids: tuple[str, ...], asked_years: frozenset[int], asked: frozenset[str]
    ) -> tuple[str, ...]:
        """Those that may be of the years and editions a question names."""
        if not asked_years and not asked:
            return ids
        fitting = tuple(i for i in ids if self._fits(i, asked_years, asked))
        # what prints no edition may be any, but not where another prints the one that is asked for
        return tuple(i for i in fitting if self._names[i].edition in asked) or fitting

    def _fits(self, i: str, asked_years: frozenset[int], asked: frozenset[str]) -> bool:
        year, edition = self._names[i].notice.year, self._names[i].edition
        if asked_years and year is not None and year not in asked_years:
            return False
        return not asked or edition is None or edition in asked


def _having(ids: tuple[str, ...], tracks: Mapping[str, Named | None]) -> tuple[str, ...]:
    """Of several those that have the track a question names: most of its words, if not all."""
    named = {i: t for i in ids if (t := tracks.get(i)) and t.ids}
    said = {i: max(end - start for start, end in t.spans) for i, t in named.items()}
    most = max(said.values(), default=0)
    return tuple(i for i, n in said.items() if n == most >= _OF_TRACK) or ids


def _sides(text: str, names: Sequence[Span]) -> Iterator[Span]:
    """The stretches between joining words; one inside of a name joins nothing."""
    begin = 0
    for match in _AND.finditer(text):
        if not any(start <= match.start() < end for start, end in names):
            yield begin, match.start()
            begin = match.end()
    yield begin, len(text)


def _same_topic(one: str, other: str) -> bool:
    """Whether two competitions are of one subject: much of its words, or all of a short one."""
    return (len(one) > 1 and one == other) or longest_common(one, other)[0] >= SAME_TOPIC
