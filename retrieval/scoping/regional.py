"""Which notices a question may mean by the place it calls a competition after."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from knowledge import lazy_re
from knowledge.plain import comparable
from retrieval.question.lexicon import Words
from retrieval.question.mentions import Span
from retrieval.scoping.issuing import subject
from retrieval.scoping.names import EVENT, SAME_TOPIC, Names
from retrieval.scoping.places import Places
from retrieval.scoping.regions import province, provinces_of, shortened
from retrieval.scoping.strangers import place_before

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
_NEAR = 10
_BREAK = lazy_re.compile("[,，。；;？?]|参赛")
"""What a place stands before beyond it is not called after it: 在贵州上班，参赛要什么."""
_FOLLOW_UP = 6
"""In so short a question (贵州的呢) a place is the competition's."""


class Regional:
    """Leaves of notices those of the place that a question names before its competition."""

    def __init__(self, names: Mapping[str, Names], words: Words) -> None:
        self._names = names
        self._words = words
        self._every = tuple(names)
        self._places = Places({i: n.notice.region for i, n in names.items()})

    def at_place(self, text: str, ids: tuple[str, ...], spans: Sequence[Span]) -> tuple[str, ...]:
        """Those that may be of the place right before the name, where a notice here is of it."""
        place = place_before(text, self._places.said(text, self._every), spans)
        if place is None:
            return ids
        own = (self._names[i] for i in ids)
        return tuple(n.notice.id for n in own if place in f"{n.notice.region}{n.text}")

    def of_region(
        self, region: str, text: str, ids: tuple[str, ...], hits: Sequence[str]
    ) -> tuple[str, ...]:
        """Those that may be of the region a question names; without a name any notice may."""
        if hits:
            return tuple(
                i for i in ids if self._may_be_of(region, self._names[i].notice.region, text)
            )
        if region not in self._places.provinces:
            return ()
        start, end = self._words.region_at(text) or (0, 0)
        own = (self._names[i] for i in ids)
        near = [n for n in own if self._is_of(region, n.notice.region) or text[start:end] in n.text]
        about, meant = self._subject(text, [end])
        return tuple(n.notice.id for n in near if not about or n.is_of(about, meant))

    def by_region(
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
            called = EVENT.search(after) or _CALLED.match(after)
            topic = self._on_topic(region, after, ids)
            if short or opens or called or topic:
                named.add(region)
                spans.append((at, at + len(region) + topic))
        kept = self._places.of(named, ids)
        if not kept:
            return ids, (), False
        about, meant = self._subject(text, [end for _, end in spans])
        own = tuple(i for i in kept if not about or self._names[i].writes_of(about, meant))
        return own, tuple(spans), True

    @staticmethod
    def _may_be_of(region: str, own: str | None, text: str) -> bool:
        """Whether a notice of `own` may be of `region`; a place nobody knows must be named too."""
        if own is None or province(own) == region or comparable(own) in text:
            return True
        return region in provinces_of(own)

    @staticmethod
    def _is_of(region: str, own: str | None) -> bool:
        return own is not None and province(own) == region

    def _subject(self, text: str, ends: Sequence[int]) -> tuple[str, list[str]]:
        """What a competition named right after a place is about, and other words for that."""
        about = subject(text, ends)
        return about, [w for rendered in self._words.meant(about) for w in rendered.words]

    def _on_topic(self, region: str, after: str, ids: tuple[str, ...]) -> int:
        """How much follows a place of what a competition there is about: 岚州智能制造几号比."""
        topics = [self._names[i].topic for i in self._places.of({region}, ids)]
        begins = match.end() if (match := _YEARS.match(after)) else 0
        sizes = range(len(after), begins + SAME_TOPIC - 1, -1)
        return next((n for n in sizes if any(after[begins:n] in topic for topic in topics)), 0)


def _within_names(spans: Iterable[Span], names: Iterable[str], text: str) -> bool:
    """Whether all stretches of a text lie within names: 川 of 禾川竞赛 is no 四川."""
    whole = [m.span() for name in names for m in re.finditer(re.escape(name), text)]
    return all(any(a <= s and e <= b for a, b in whole) for s, e in spans)
