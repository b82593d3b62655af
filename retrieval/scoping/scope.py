"""Which notices, and which part of them, a question is about: decided before anything is searched.

Similarity never picks between two editions or two cities. What decides are names: the competition,
its edition, year and region, its tracks; then what the chat has chosen, then what it said before.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from operator import itemgetter

from knowledge import lazy_re
from knowledge.eligibility.speech.needed import signs
from knowledge.model import Notice
from knowledge.plain import comparable, comparable_name
from retrieval.entrants.persons import of_people
from retrieval.question.lexicon import Words
from retrieval.question.mentions import (
    Named,
    Span,
    TrackNames,
    editions,
    longest_common,
    masked,
    pairs_of,
    telling,
    years,
)
from retrieval.scoping.abbreviated import ShortNames
from retrieval.scoping.issuing import at_home, event_of, issuers, subject
from retrieval.scoping.nearby import Nearby
from retrieval.scoping.otherwise import Otherwise
from retrieval.scoping.places import Places
from retrieval.scoping.present import PRESENT
from retrieval.scoping.regions import province, provinces_of, shortened
from retrieval.scoping.strangers import of_nobody, place_before

_PEOPLE = lazy_re.compile(r"(职工|员工|工人|学生|教师|老师|青年|妇女|人员|市民)$")
_CUP = lazy_re.compile(r"[“\"‘「《]([^”\"’」》]+)[”\"’」》]杯?")
_DASH = lazy_re.compile("[—–－]+|--+")
_TAIL = lazy_re.compile(r"(系列)?(职业)?(技能)?(竞赛|大赛|比赛|活动)$")
_NUMBER = lazy_re.compile(
    r"(?P<code>[\u4e00-\u9fff]{2,12})[〔\[(【]?(?P<year>20\d{2})?[〕\])】]?第?(?P<number>\d{1,4})号"
)
_SHORT = lazy_re.compile(r"([\u4e00-\u9fff]{4,})\(([a-z]{2,})\)")
_MIN_PHRASE = 6
_MIN_CODE, _SURE = 3, 99
_EVENT = lazy_re.compile(r"赛|比武|大会|申报|计划|通知|届|技能[节月]|练兵")
_AND = lazy_re.compile(r"和|与|跟|比(?!赛|武)|同|、|[,，]|vs")
_AS_EVENT = lazy_re.compile(r"(应用)?(职业)?(技能)?(竞赛|大赛|比赛|比武)")
_AI = lazy_re.compile(r"(?<![a-z])ai(?![a-z])")
_RIGHT_AFTER = lazy_re.compile(
    r"(?:行业|服务|职业|技能|应用|技术|职工|员工|岗位|专业|学生|师生|操作|和|类|的|那个|这个|[那这]次|第.{1,2}届|全国|全省|全市|今年|本届)*"
    r"(?:竞赛|大赛|比赛|赛(?!项|道|区|程|前|后|场|事|制)|比武|通知)"
)
_CALLED = lazy_re.compile(
    r"(省|市)?(的|20\d\d年?|2\d年|今年|去年|上次)*(那个|这个|那边|这边|那场|那次|报(?=名|职|学|社|哪)"
    r"|[\u4e00-\u9fff]{0,6}?(协会|[建公医]协|总工会|工会|妇联|人社|组委会|秘书处|执委会|竞赛办|大赛办))"
)
"""What follows a place that stands for its competition: 贵州那个, 在贵州报职工组."""
_YEARS = lazy_re.compile(r"(省|市)?(?:今年|明年|去年|这一?届|本届|20\d\d年?)的?")
"""Between a place and what a competition there is about: 岚州今年的智能制造."""
_ITS = lazy_re.compile(
    r"(省|市)?(?:(?:今年|明年|去年|这一?届|本届|20\d\d年?)的?|的)(?!户|人|毕业|退休|工作|上班|刚|学生|同学|朋友|职工|员工|工人|老师|教师|单位|公司|企业|学校|院校|选手|能|可以|行|算|要)"
)
"""What a question that begins with a place asks of its competition, not of people: 贵州的一等奖."""
_OPENING = 2
_OWNER = lazy_re.compile(r"(?<![今本这那我咱你])([\u4e00-\u9fff]{2})(?<![年届次们的个])$")
_SHARED = lazy_re.compile(r"集团|公司|校园|学校")
_NEAR = 10
_BREAK = lazy_re.compile("[,，。；;？?]|参赛")
"""What a place stands before beyond it is not called after it: 在贵州上班，参赛要什么."""
_MIN_TOPIC = 2
_FOLLOW_UP = 6
"""In so short a question (贵州的呢) a place is the competition's."""
_SAME_TOPIC = 4
_BROKEN = lazy_re.compile(
    r"[\u4e00-\u9fff]{0,2}?(?:坏|故障|出了?(?:问题|毛病)|死机|停机|失灵|断电|卡住)"
    r"|证明?(?!书)|状况"
)
"""What follows a thing that fails, or a paper on something: 健康证."""
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


class Names:
    """All names of one notice, ready to be looked for."""

    def __init__(self, notice: Notice) -> None:
        self.notice = notice
        self.tracks = TrackNames(notice.tracks)
        self.short = ShortNames(notice)
        names = (notice.name, notice.title, *notice.aliases)
        aliases = (comparable(n) for n in names if len(n) > _MIN_TOPIC)
        # 大学生 and 建筑业职工 alone are those who ask
        self._place = place = comparable(notice.region or "\n")
        named = (a for a in aliases if place in a or not (of_people(a) or _PEOPLE.search(a)))
        self.aliases = tuple(dict.fromkeys(v for name in named for v in _both(name)))
        self.topic = self._topic(comparable(notice.name))
        self._shared = _SHARED.match(self.topic) is not None
        self._pairs = pairs_of(self.topic)
        self.issued_by = issuers(notice.issuers, notice.region)
        self.number = _NUMBER.search(comparable(notice.doc_number or ""))
        self.edition = next(iter(editions(comparable(notice.edition or ""))[0]), None)

    def all(self) -> Iterator[str]:
        """Whatever may stand in a question that means the notice."""
        yield from (
            *self.aliases,
            self.topic,
            *(i.name for i in self.issued_by),
            *self.tracks.all(),
        )
        yield comparable(self.notice.doc_number or "")

    def writes_of(self, subject: str) -> bool:
        """Whether words of a subject stand anywhere in the notice."""
        return any(subject[i : i + 2] in self.text for i in range(len(subject) - 1))

    def near(self, text: str) -> bool:
        """Whether a text has two neighbouring characters of the subject."""
        return not self._pairs.isdisjoint(pairs_of(text))

    @cached_property
    def text(self) -> str:
        """The whole notice, comparable; of many notices only those are read that may be meant."""
        return comparable(self.notice.text)

    def aliased(self, text: str) -> tuple[int, Span] | None:
        """Where the text has a name of the competition, the longest; how long that is."""
        if self._begun.isdisjoint(signs(text)):
            return None
        own = ((len(alias), text.find(alias)) for alias in self.aliases)
        length, at = max((one for one in own if one[1] >= 0), key=itemgetter(0), default=(0, 0))
        return (length, (at, at + length)) if length else None

    @cached_property
    def _begun(self) -> frozenset[str]:
        """With which two characters its names begin."""
        return frozenset(alias[:2] for alias in self.aliases)

    def of_another(self, text: str) -> bool:
        """Whether the words before the subject say whose it is, and it is not this one's: 江海集团.

        Only where the subject begins with what others have, too: 集团职工技能比武.
        """
        if not self._shared:
            return False
        length, at, of = longest_common(text, self.topic)
        if of or length < _SAME_TOPIC:
            return False
        owner = _OWNER.search(text[:at])
        return owner is not None and telling(owner[1]) and owner[1] not in self.text

    def abbreviations(self) -> list[tuple[str, str]]:
        """What the name itself abbreviates: 建筑信息模型（BIM）."""
        return _SHORT.findall(comparable(self.notice.name))

    def learn(self, short: Iterable[tuple[str, str]]) -> None:
        """Take the abbreviations of all notices for names of this one that they fit."""
        name = comparable(self.notice.name)
        fitting = (abbreviation for phrase, abbreviation in short if phrase[-_MIN_PHRASE:] in name)
        self.aliases = tuple(dict.fromkeys((*self.aliases, *fitting)))

    def called(self, text: str) -> tuple[int, Span] | None:
        """Where the text names the notice by its number or by who issued it; longer is surer."""
        own = self.number
        for match in _NUMBER.finditer(text) if own and "号" in text else ():
            if own is None or match["number"] != own["number"]:
                continue
            size, at, _ = longest_common(match["code"], own["code"])
            fits = match["year"] in {None, own["year"]}
            if fits and size >= min(_MIN_CODE, len(own["code"])):
                return _SURE, (match.start() + at, match.end())
        after = [issuer.called(text) for issuer in self.issued_by]
        here = self._place and self._place in text
        home = at_home(text, self._place, self.topic) if here else None
        return max(filter(None, (*after, home)), default=None)

    def of_places(self, places: Collection[str]) -> None:
        """Take a place that the name of who issued it begins with for no name of this one alone."""
        begins = ((one, (p for p in places if one.name.startswith(p))) for one in self.issued_by)
        event = event_of(self.notice.name)
        self.issued_by = tuple(
            replace(one, places=frozenset(own), event=event) for one, own in begins
        )

    def as_event(self, text: str) -> Iterator[Span]:
        """Where the text calls a competition by its whole subject: 智能制造竞赛."""
        at = text.find(self.topic) if len(self.topic) >= _SAME_TOPIC else -1
        end = at + len(self.topic)
        if at >= 0 and _AS_EVENT.match(text, end):
            yield at, end

    def _topic(self, name: str) -> str:
        """The competition's subject: the name without cup, region, year, edition and 竞赛."""
        name = _own_part(_CUP.sub("", name))
        cut = editions(name)[1] + years(name, 0)[1]
        name = masked(name, cut).replace("\n", "")
        for word in (self.notice.region or "", "全省", "全市", "全国", "市", "省"):
            name = name.removeprefix(word) if word else name
        return _TAIL.sub("", name).removeprefix("区")


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
        self._every = tuple(self._names)
        self._places = Places({i: n.notice.region for i, n in self._names.items()})

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
        exact = {i: t for i in near if (t := self._names[i].tracks.exact(text))}
        exact = {i: self._names[i].short.beside(text, t) for i, t in exact.items()}
        called = tuple(span for i in near for span in self._names[i].as_event(text))
        exact = {
            i: t
            for i, t in exact.items()
            if not all(any(s <= a and b <= e for s, e in called) for a, b in t.spans)
        }
        track_spans = tuple(s for t in exact.values() for s in t.spans)
        hits, spans = self._by_name(text, masked(text, track_spans), near)
        # what names the competition or something asked for is no part of a track's name
        covered = [(f.start, f.end) for f in self._words.asked(text)]
        rest, unnamed = masked(text, [*covered, *spans]), masked(text, spans)
        otherwise = Otherwise(unnamed, self._words)
        tracks = {i: exact.get(i) or self._partly(i, rest, unnamed, otherwise) for i in near}
        asked_years, year_spans = years(text, year)
        asked_editions, edition_spans = editions(text)
        named = bool(hits or asked_years or asked_editions)
        fitting = self._of_time(hits or self._every, asked_years, asked_editions)
        absent = named and not fitting
        absent |= not hits and any(self._names[i].of_another(text) for i in near)
        stranger = of_nobody(text, (self._names[i].text for i in near))
        region = self._words.region(text)
        if region is not None:
            fitting = self._of_region(region, text, fitting, hits)
            absent |= not fitting
        fitting = self._at_place(text, fitting, spans) if hits else fitting
        fitting, region_spans, by_region = self._by_region(text, fitting)
        absent |= not fitting
        if exact and not hits:
            fitting = tuple(i for i in fitting if i in exact) or fitting
        fitting = () if stranger else fitting
        if hits or by_region:
            fitting = _having(fitting, tracks)
            fitting = self._present(fitting, text, year) if not asked_years else fitting
        return Target(
            notices=fitting,
            named=named or by_region or stranger,
            tracked=bool(exact),
            dated=named and not hits and not by_region,
            absent=absent or stranger,
            spans=spans + year_spans + edition_spans + region_spans,
            tracks={i: t for i, t in tracks.items() if t and t.ids},
        )

    def _partly(self, i: str, rest: str, text: str, otherwise: Otherwise) -> Named | None:
        """The tracks in part named: by much of the name also between words that ask something.

        竞赛无人机哪天 asks for a time with 竞赛…哪天.
        """
        tracks = self._names[i].tracks
        found = tracks.partly(rest)
        if found is None and rest != text and (more := tracks.partly(text)) is not None:
            long = max(end - start for start, end in more.spans) >= _OF_TRACK
            found = more if long and len(more.ids) == 1 else None
        if found is not None and all(_BROKEN.match(text, end) for _, end in found.spans):
            return None  # 机床坏了怎么办 is about a machine
        short = self._names[i].short
        called = found or otherwise.track(self._names[i].notice.tracks)
        return short.beside(text, called) if called else short.find(text, rest)

    def _at_place(self, text: str, ids: tuple[str, ...], spans: Sequence[Span]) -> tuple[str, ...]:
        """Those that may be of the place right before the name, where a notice here is of it."""
        place = place_before(text, self._places.said(text, self._every), spans)
        if place is None:
            return ids
        own = (self._names[i] for i in ids)
        return tuple(n.notice.id for n in own if place in f"{n.notice.region}{n.text}")

    def _of_region(
        self, region: str, text: str, ids: tuple[str, ...], hits: Sequence[str]
    ) -> tuple[str, ...]:
        """Those that may be of the region a question names; without a name any notice may."""
        if not hits:
            return ids if region in self._places.provinces else ()
        return tuple(i for i in ids if self._may_be_of(region, self._names[i].notice.region, text))

    @staticmethod
    def _may_be_of(region: str, own: str | None, text: str) -> bool:
        """Whether a notice of `own` may be of `region`; a place nobody knows must be named too."""
        if own is None or province(own) == region or comparable(own) in text:
            return True
        return region in provinces_of(own)

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
            and longest_common(self._names[i].topic, own.topic)[0] >= _SAME_TOPIC
        )

    def akin(self, notice: str, among: Sequence[str]) -> tuple[str, ...]:
        """Those of `among` whose competition is about the same, in whatever region."""
        own = self._names[notice].topic
        return tuple(
            i for i in among if longest_common(self._names[i].topic, own)[0] >= _SAME_TOPIC
        )

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
            event = _EVENT.search(text[at + length : at + length + _NEAR])
            # 项职 of 赛项职工组 is no part of a name
            whole = length >= _MIN_TOPIC if of == 0 else length >= _SAME_TOPIC
            fits = whole and telling(unmasked[at : at + length])
            # so little of a name is one only right before 竞赛: 职工组60人进决赛 names no 职工竞赛
            fits = fits and (length >= _SAME_TOPIC or bool(_RIGHT_AFTER.match(text, at + length)))
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

    def _by_region(
        self, text: str, ids: tuple[str, ...]
    ) -> tuple[tuple[str, ...], tuple[Span, ...], bool]:
        """Keep the notices of a region the question names before its competition."""
        letters, at_letters = shortened(text)
        regions = self._places.said(text, ids)
        if letters and not _within_names(at_letters, regions, text):
            of = self._places.within(letters, ids) if len(letters) == 1 else ()
            return of, at_letters, True
        short = len(text) <= _FOLLOW_UP
        spans: list[Span] = []
        named: set[str] = set()
        for region in regions:
            at = text.find(region)
            after = _BREAK.split(text[at + len(region) : at + len(region) + _NEAR])[0]
            opens = 0 <= at <= _OPENING and bool(_ITS.match(after))
            called = _EVENT.search(after) or _CALLED.match(after)
            topic = self._on_topic(region, after, ids)
            if short or opens or called or topic:
                named.add(region)
                spans.append((at, at + len(region) + topic))
        kept = self._places.of(named, ids)
        if not kept:
            return ids, (), False
        about = subject(text, [end for _, end in spans])
        own = tuple(i for i in kept if not about or self._names[i].writes_of(about))
        return own, tuple(spans), True

    def _on_topic(self, region: str, after: str, ids: tuple[str, ...]) -> int:
        """How much follows a place of what a competition there is about: 岚州智能制造几号比."""
        topics = [self._names[i].topic for i in self._places.of({region}, ids)]
        begins = match.end() if (match := _YEARS.match(after)) else 0
        sizes = range(len(after), begins + _SAME_TOPIC - 1, -1)
        return next((n for n in sizes if any(after[begins:n] in topic for topic in topics)), 0)


def _own_part(name: str) -> str:
    """Of a name in two parts the one of the competition itself, which comes last.

    >>> _own_part("全国行业职业技能竞赛——第四届全国焊接职业技能竞赛")
    '第四届全国焊接职业技能竞赛'
    """
    *_, last = _DASH.split(name)
    return last if _EVENT.search(last) else name


def _both(name: str) -> tuple[str, ...]:
    """A name (comparable), and as people hear it: AI大赛 is 人工智能大赛."""
    return name, _AI.sub("人工智能", name)


def _within_names(spans: Iterable[Span], names: Iterable[str], text: str) -> bool:
    """Whether all stretches of a text lie within names: 川 of 禾川竞赛 is no 四川."""
    whole = [m.span() for name in names for m in re.finditer(re.escape(name), text)]
    return all(any(a <= s and e <= b for a, b in whole) for s, e in spans)


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
