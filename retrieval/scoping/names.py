"""All names of one notice, ready to be looked for in questions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from operator import itemgetter

from knowledge import lazy_re
from knowledge.eligibility.speech.needed import signs
from knowledge.model import Notice
from knowledge.plain import comparable
from retrieval.entrants.persons import of_people
from retrieval.question.mentions import (
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
from retrieval.scoping.issuing import at_home, event_of, issuers

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
_AS_EVENT = lazy_re.compile(r"(应用)?(职业)?(技能)?(竞赛|大赛|比赛|比武)")
_AI = lazy_re.compile(r"(?<![a-z])ai(?![a-z])")
_OWNER = lazy_re.compile(r"(?<![今本这那我咱你])([\u4e00-\u9fff]{2})(?<![年届次们的个])$")
_SHARED = lazy_re.compile(r"集团|公司|校园|学校")
EVENT = lazy_re.compile(r"赛|比武|大会|申报|计划|通知|届|技能[节月]|练兵")
"""What a competition is called."""
MIN_TOPIC, SAME_TOPIC = 2, 4
"""So many characters of a subject may name a competition, and surely do."""


class Names:
    """All names of one notice, ready to be looked for."""

    def __init__(self, notice: Notice) -> None:
        self.notice = notice
        self.tracks = TrackNames(notice.tracks)
        self.short = ShortNames(notice)
        names = (notice.name, notice.title, *notice.aliases)
        aliases = (comparable(n) for n in names if len(n) > MIN_TOPIC)
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

    def every(self) -> Iterator[str]:
        """All names, with the place, the title and who issued it."""
        notice = self.notice
        hosts = (v.value for v in notice.values if v.kind == "organisation")
        said = (notice.name, notice.title, notice.region or "", *notice.issuers, *hosts)
        yield from (*self.all(), *(comparable(name) for name in said))

    def is_of(self, subject: str, otherwise: Iterable[str] = ()) -> bool:
        """Whether words of a subject, or others for it, stand in one of its names."""
        pairs = [subject[i : i + 2] for i in range(len(subject) - 1)]
        return any(word in name for name in self.every() for word in (*pairs, *otherwise))

    def writes_of(self, subject: str, otherwise: Iterable[str] = ()) -> bool:
        """Whether words of a subject, or others for it, stand anywhere in the notice."""
        pairs = (subject[i : i + 2] for i in range(len(subject) - 1))
        return any(word in self.text for word in (*pairs, *otherwise))

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
        if of or length < SAME_TOPIC:
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
        at = text.find(self.topic) if len(self.topic) >= SAME_TOPIC else -1
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


def _own_part(name: str) -> str:
    """Of a name in two parts the one of the competition itself, which comes last.

    >>> _own_part("全国行业职业技能竞赛——第四届全国焊接职业技能竞赛")
    '第四届全国焊接职业技能竞赛'
    """
    *_, last = _DASH.split(name)
    return last if EVENT.search(last) else name


def _both(name: str) -> tuple[str, ...]:
    """A name (comparable), and as people hear it: AI大赛 is 人工智能大赛."""
    return name, _AI.sub("人工智能", name)
