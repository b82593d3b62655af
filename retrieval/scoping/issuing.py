"""What a competition is called after who holds it, or where: 江海集团技能比武, 临溪职院技能节.

A company's or a school's own name is no name of a competition by itself: contestants come from it
too (我在江海集团上班). It is one where the competition follows at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from knowledge import lazy_re
from knowledge.plain import comparable
from retrieval.entrants.persons import of_people
from retrieval.question.mentions import Span, longest_common, pairs_of, telling

_SOCIETY = lazy_re.compile(r"公司|集团|协会|学会|联合会|促进会|商会|研究院")
_SOCIETY_WORDS = lazy_re.compile(r"行业|集团|有限|股份|控股|联合会|协会|学会|促进会|商会|研究院")
_TRADE = lazy_re.compile(r"协会|学会|联合会|促进会|商会|研究院")
"""A society is called after its trade or its people, as others are: 焊接学会, 学生联合会."""
_SCHOOL = lazy_re.compile(
    r"(高等|高级|中等)?(职业|技术|技工|技师|专科|专业|师范)*(大学|学院|学校|中学)"
)
_OFFICE = lazy_re.compile(r"局|厅|政府|委员会")
_NATIONAL = lazy_re.compile(r"^(中国|全国|中华)")
_PEOPLE = ("妇女", "学生", "青年", "职工", "企业家")
_RANKS = ("省", "市", "县", "区")
_ASIDE = lazy_re.compile(r"(?:的|今年|去年|前年|20\d\d年?|第.{1,3}届|首届)+")
"""What may stand between a place and what its competition is about."""
_SUBJECT = lazy_re.compile(
    r"[省市县区]?(?:的|今年|去年|20\d\d年?|第.{1,3}届|首届)*(?P<about>[\u4e00-\u9fff]{2,8}?)(?:职业|行业|技能|专业|应用)*(?:大赛|竞赛|比武|比赛)"
)
_VERB = lazy_re.compile(
    r"[能可参报有在是要我你他咱吗呢去来户和了过到想请的这那哪次个届年办搞开比]|今年|学生|职工|老师|教师"
)
_MIN_NAME = 2
_HAN = lazy_re.compile(r"[\u4e00-\u9fff]")
_RIGHT_AFTER = lazy_re.compile(
    r"(?:(?![我想参报要能可去来])[\u4e00-\u9fff]){0,4}?(集团|公司|公?有限公司|职业技术大学|职业技术学院|职业学院|技师学院|职院|学院|学校|大学|校园|全校)?(的|第.{1,3}届|\d{4}年?|校园|内部|系统|这个|那个|今年|本届)*"
    r"(职工|员工|教师|老师|学生|岗位|职业|行业|技术|劳动|青年|和)*(技能)?(竞赛|大赛|比赛|技能节|技能月|比武|练兵|赛(?!项|道|区|程|前|后|场|事|制|点))"
)


_EVENT_OF = lazy_re.compile("技能[节月]|比武|练兵")
_EVENT_FOLLOWS = 4
"""So much surer is a name right before the competition: more than any two characters of a name."""


@dataclass(frozen=True)
class Issuer:
    """The own name of a company, a society or a school that issued a notice."""

    name: str
    shared: bool = False
    """It stands in questions of those who learn in the school or work in the trade, too."""
    places: frozenset[str] = frozenset()
    """The places it begins with, where others hold competitions, too."""
    event: str = ""
    """What it calls its own where that is no 竞赛: 技能节."""

    @cached_property
    def _pairs(self) -> frozenset[str]:
        return frozenset(self.name[i : i + 2] for i in range(len(self.name) - 1))

    def called(self, text: str) -> tuple[int, Span] | None:
        """Where a text calls the competition after it or the beginning of its name; how surely.

        >>> Issuer("江海重工").called("江海集团技能比武几号")
        (6, (0, 8))
        """
        if self._pairs.isdisjoint(pairs_of(text)):
            return None
        length, at, of = longest_common(text, self.name)
        if length < _MIN_NAME or not telling(text[at : at + length]):
            return None
        if of and not self._ends(text, at, of + length):
            return None
        event = _RIGHT_AFTER.match(text, at + length)
        place = text[at : at + length] in self.places
        own = event is not None and (event[1] or (self.event and event[0].endswith(self.event)))
        if event is not None and (own or not place):
            return length + _EVENT_FOLLOWS, (at, event.end())
        alone = self.shared or place or of
        return None if alone else (length, (at, at + length))

    def _ends(self, text: str, at: int, end: int) -> bool:
        """Whether a text begins with the end of the name: 港务集团技能比武 for 北湾港务."""
        return end == len(self.name) and not _HAN.match(text[at - 1 : at] if at else "")


def event_of(name: str) -> str:
    """What a competition is called that is no 竞赛; empty for others.

    >>> event_of("第九届校园技能节"), event_of("焊接技能大赛")
    ('技能节', '')
    """
    found = _EVENT_OF.search(name)
    return found[0] if found else ""


def issuers(names: Iterable[str], region: str | None) -> tuple[Issuer, ...]:
    """Those of the issuers that have a name of their own; offices and places have none.

    >>> [i.name for i in issuers(["江海重工集团有限公司工会", "临溪职业技术学院"], None)]
    ['江海重工', '临溪']
    """
    return tuple(dict.fromkeys(filter(None, (_issuer(name, region) for name in names))))


def _issuer(issuer: str, region: str | None) -> Issuer | None:
    name = _NATIONAL.sub("", comparable(issuer))
    school, society = _SCHOOL.search(name), _SOCIETY.search(name)
    first = society or school
    if first is None or _OFFICE.search(name[: first.start()]):
        return None
    own = _SOCIETY_WORDS.split(name)[0] if society else name[: first.start()]
    own = re.sub(rf"^{re.escape(comparable(region))}[省市县区]?", "", own) if region else own
    people = of_people(own) or own.endswith(_PEOPLE)
    fits = len(own) >= _MIN_NAME and telling(own) and not people
    shared = society is None or bool(_TRADE.match(society[0]))
    return Issuer(own, shared=shared) if fits else None


def at_home(text: str, place: str, topic: str) -> tuple[int, Span] | None:
    """Where a text says the place and a telling part of the subject at once; how surely.

    >>> at_home("云岫乡村工匠报名要带什么", "云岫", "县乡村工匠")
    (6, (0, 6))
    """
    at = text.find(place)
    if at < 0:
        return None
    begin = at + len(place)
    begin += text[begin : begin + 1] in _RANKS
    if (aside := _ASIDE.match(text, begin)) is not None:
        begin = aside.end()
    length, first, _ = longest_common(text[begin : begin + len(topic)], topic)
    if first or length < _MIN_NAME or not telling(text[begin : begin + length]):
        return None
    return len(place) + length, (at, begin + length)


def subject(text: str, after: Iterable[int]) -> str:
    """What the competition named right after a place is about; empty if that says nothing.

    >>> subject("大连2026年焊工大赛几号", [2]), subject("贵州技能大赛几号", [2])
    ('焊工', '')
    """
    for at in after:
        found = _SUBJECT.match(text, at)
        if found and telling(found["about"]) and not _VERB.search(found["about"]):
            return found["about"]
    return ""
