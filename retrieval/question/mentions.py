"""What a question names: competitions, editions, years, regions, tracks, groups.

Names are compared, never guessed by similarity: two editions of one competition differ in a digit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import log
from operator import add

from knowledge import lazy_re
from knowledge.catalogue.mentions import kind_mentions
from knowledge.model import Notice, Track
from knowledge.plain import comparable, comparable_name
from retrieval.question.lexicon import words
from retrieval.question.past import tells_of_before

Span = tuple[int, int]

_YEAR = lazy_re.compile(
    r"(?<!\d)(20\d{2}|(?<!\d)2\d(?=年))年?"
    r"(?!\d|月|级|[-./]\d|年?\d{1,2}月|年?(?:以?[前后]|出生|生|毕业|[^，,。？?\d谁哪]{0,6}[拿获得过](?!吗)))"
)
_DID = lazy_re.compile(r"(?:[了过满近快超做干龄车焊修]|工作|从业|从事|差不多|总共|一共)$")
_LONG = lazy_re.compile(
    r"的?(?:工龄|教龄|驾龄|党龄|经验|老(?!师)|以上)|多(?=[了的,，]|$)|了(?=[,，能可就还]|$)"
)
_WON = lazy_re.compile(
    r"[^，,。？?]{0,6}(拿|获|得)(过|了|奖)|的(?:老|旧)?(?:作品|论文|成绩|证书?|照片|体检)"
)
"""What somebody won or made in a year is of another competition."""
_MONTH = lazy_re.compile(r"(?:的)?\d{1,2}月(?![^，,。？?]{0,6}赛)")
"""去年10月 is a day of somebody's life, no edition."""
_EDITION = lazy_re.compile(r"第([一二三四五六七八九十百\d]+)届|(首)届")
_OF_OTHERS = lazy_re.compile(
    r"国赛|世赛|世界(职业)?技能|国家级|国家技能|(中华人民共和国|全国)(职业)?技能大赛"
)
"""What notices of the competitions here never are: where somebody was before."""
_ONCE = lazy_re.compile(r"(拿|获|得|当|做|参加|担任|评|带|比|打)过[^，,。？?]{0,6}$")
"""An edition somebody took part in is no edition that is asked for."""
_ANYBODY = frozenset({"学生", "职工", "教师", "老师", "社会", "单位", "个人", "团体", "团队"})
"""Words for people that begin the names of groups, and say no group by themselves."""
_BRACKET = lazy_re.compile(r"[(（][^()（）]*[)）]")
_LATIN_ONLY = lazy_re.compile(r"[a-z0-9.+-]*")
_TELLING_LATIN = lazy_re.compile(r"(?=.*[a-z]).{3,}|\d[a-z]")
_ALNUM = lazy_re.compile(r"[a-z0-9]")
_DIGITS = {str(n): c for n, c in enumerate("零一二三四五六七八九")}


@dataclass(frozen=True)
class Named:
    """What was found, with the characters it covers."""

    ids: tuple[str, ...]
    spans: tuple[Span, ...]
    exact: bool = True


def years(text: str, current: int) -> tuple[frozenset[int], tuple[Span, ...]]:
    """The years of a competition in `text`; 今年, 去年, 前年 count from `current`."""
    found, spans = set(), []
    for match in _YEAR.finditer(text) if "2" in text else ():
        digits = match.group(1)
        if tells_of_before(text, match.end()) or (len(digits) == 2 and _lasted(text, match)):  # noqa: PLR2004  yy
            continue
        found.add(int(digits) if len(digits) == 4 else 2000 + int(digits))  # noqa: PLR2004  yy
        spans.append(match.span())
    for word, back in (("去年", 1), ("前年", 2)):
        at = text.find(word)
        of_life = _WON.match(text, at + 2) or _MONTH.match(text, at + 2)
        if at >= 0 and not (of_life or tells_of_before(text, at + 2)):
            found.add(current - back)
            spans.append((at, at + 2))
    return frozenset(found), tuple(spans)


def _lasted(text: str, match: re.Match[str]) -> bool:
    """Whether two digits tell how long somebody did a thing: 开车20年, 干了22年, 20年工龄."""
    return bool(_DID.search(text, 0, match.start()) or _LONG.match(text, match.end()))


def editions(text: str) -> tuple[frozenset[str], tuple[Span, ...]]:
    """Editions as notices print them: 第四届, 首届; 第1届 is 首届."""
    found, spans = set(), []
    for match in _EDITION.finditer(text):
        if _OF_OTHERS.match(text, match.end()) or _ONCE.search(text[: match.start()]):
            continue
        if tells_of_before(text, match.end(), edition=True):
            continue
        number = match.group(1) or "一"
        number = "".join(_DIGITS.get(c, c) for c in number)
        found.add("首届" if number == "一" else f"第{number}届")
        spans.append(match.span())
    return frozenset(found), tuple(spans)


def longest_common(first: str, second: str) -> tuple[int, int, int]:
    """Length of the longest common substring and where it starts in each.

    >>> longest_common("报数字孪生的", "数字孪生应用技术员")
    (4, 1, 0)
    """
    best, at_first = 0, 0
    for start in range(len(first)):
        # names are short: looking for a longer stretch at every place is quicker than a table
        while start + best < len(first) and first[start : start + best + 1] in second:
            best, at_first = best + 1, start
    return best, at_first, second.find(first[at_first : at_first + best])


@lru_cache(maxsize=64)  # every notice looks at the same words
def pairs_of(text: str) -> frozenset[str]:
    """The neighbouring characters of a text, two by two."""
    return _pairs(text)


def _pairs(text: str) -> frozenset[str]:
    return frozenset(map(add, text, text[1:]))


class TrackNames:
    """The tracks of one notice, found in questions by name, alias or a telling part of the name."""

    def __init__(self, tracks: Sequence[Track]) -> None:
        self._names: list[tuple[str, str]] = []
        self._short: list[tuple[str, str]] = []
        for track in tracks:
            for name in dict.fromkeys((track.name, *track.aliases)):
                plain = comparable(name)
                self._names.append((plain, track.id))
                bare_name = _BRACKET.sub("", plain)
                self._short.append((bare_name, track.id))
        self._beginning: dict[str, list[int]] = {}
        for at, (plain, _) in enumerate(self._names):
            if len(plain) > 1:
                self._beginning.setdefault(plain[:2], []).append(at)
        self._begun = frozenset(self._beginning)
        self._count = len(tracks)

    # of many notices few are looked at so closely
    @cached_property
    def _frequency(self) -> dict[str, set[str]]:
        """The tracks by the pairs of characters in their names."""
        found: dict[str, set[str]] = {}
        for name, track_id in self._short:
            for pair in _pairs(name):
                found.setdefault(pair, set()).add(track_id)
        return found

    @cached_property
    def _having(self) -> dict[str, set[int]]:
        """The names by their telling pairs of characters."""
        found: dict[str, set[int]] = {}
        for at, (name, _) in enumerate(self._short):
            for pair in _pairs(name) - words().generic.keys():
                found.setdefault(pair, set()).add(at)
        return found

    @cached_property
    def _had(self) -> frozenset[str]:
        return frozenset(self._having)

    def all(self) -> Iterator[str]:
        """Every name and alias."""
        yield from (name for name, _ in self._names)

    def find(self, text: str) -> Named:
        """The tracks `text` names; several when a word fits several."""
        return self.exact(text) or self.partly(text) or Named((), ())

    def exact(self, text: str) -> Named | None:
        """The tracks whose whole names or aliases stand in `text`."""
        hits: list[tuple[int, int, str]] = []
        candidates = {at for pair in pairs_of(text) & self._begun for at in self._beginning[pair]}
        if not candidates:
            return None
        for name, track_id in (self._names[at] for at in sorted(candidates)):
            start = text.find(name)
            while start >= 0:
                hits.append((start, start + len(name), track_id))
                start = text.find(name, start + 1)
        # a name inside a longer one is not meant
        kept = [
            h
            for h in hits
            if not any(o[0] <= h[0] and h[1] <= o[1] and o[1] - o[0] > h[1] - h[0] for o in hits)
        ]
        if not kept:
            return None
        return Named(
            tuple(dict.fromkeys(h[2] for h in kept)), tuple(dict.fromkeys(h[:2] for h in kept))
        )

    def partly(self, text: str) -> Named | None:
        """The tracks a telling part of whose names stands in `text`."""
        scored: dict[str, tuple[float, Span]] = {}
        candidates = {at for pair in pairs_of(text) & self._had for at in self._having[pair]}
        if not candidates:
            return None
        for name, track_id in (self._short[at] for at in sorted(candidates)):
            length, at, _ = longest_common(text, name)
            if length < 2:  # noqa: PLR2004  pair
                continue
            if _LATIN_ONLY.fullmatch(text[at : at + length]) and not _latin(text, at, length, name):
                continue
            weight = self._weight(text[at : at + length])
            if weight > scored.get(track_id, (0.0, (0, 0)))[0]:
                scored[track_id] = (weight, (at, at + length))
        if not scored:
            return None
        best = max(weight for weight, _ in scored.values())
        ids = tuple(t for t, (weight, _) in scored.items() if weight >= best - 1e-9)
        ids = self._most_said(ids, text) if len(ids) > 1 else ids
        spans = tuple(dict.fromkeys(scored[t][1] for t in ids))
        return Named(ids, spans, exact=False)

    def _most_said(self, ids: Sequence[str], text: str) -> tuple[str, ...]:
        """Of tracks that a part of a name fits alike those of whose names more is said elsewhere.

        冲煮 of 咖啡师参加冲煮 tells which of 冲煮咖啡 and 拼配咖啡 is meant.
        """
        said = {
            of: sum(self._weight(p) for p in pairs_of(name) if p in text)
            for name, of in self._short
            if of in ids
        }
        most = max(said.values())
        return tuple(i for i in ids if said[i] >= most - 1e-9)

    def _weight(self, part: str) -> float:
        """How telling a part of a name is; 0 if it says no more than that something is a track."""
        total = 0.0
        for i in range(len(part) - 1):
            pair = part[i : i + 2]
            if pair not in words().generic:
                total += log(1 + self._count / len(self._frequency.get(pair, {""})))
        return total


def _latin(text: str, at: int, length: int, name: str) -> bool:
    """Whether Latin letters are a whole word of both, and say more than AI does: WPS, 3D."""
    word = text[at : at + length]
    whole = rf"(?<![a-z0-9]){re.escape(word)}(?![a-z0-9])"
    said = re.match(whole, text[at:]) and (at == 0 or not _ALNUM.match(text[at - 1]))
    return bool(said and re.search(whole, name) and _TELLING_LATIN.fullmatch(word))


@lru_cache(maxsize=4096)  # the same stretches of names come near many questions
def telling(part: str) -> bool:
    """Whether a part of a name is more than words all such names share."""
    if all(part[i : i + 2] in words().generic for i in range(len(part) - 1)):
        return False
    rest = part
    for (
        word
    ) in words().generic:  # in the lexicon's order: 人工智能 loses 工智 first and still tells
        rest = rest.replace(word, "")
    return len(rest) > 1


def masked(text: str, spans: Iterable[Span]) -> str:
    """`text` with the characters of `spans` blanked, so that nothing else is read into them."""
    for start, end in spans:
        text = text[:start] + "\n" * (end - start) + text[end:]
    return text


_SEVERAL_GROUPS = lazy_re.compile(
    r"([\u4e00-\u9fff]{2})(还是|或者?|和|跟|与|、)(?=[\u4e00-\u9fff]{2}组)"
)


def groups(text: str, notice: Notice) -> tuple[str, ...]:
    """The groups of `notice` that `text` names, by the whole name or what only one begins with.

    职工还是学生组 names both.
    """
    text = _SEVERAL_GROUPS.sub(r"\1组\2", text)
    whole = tuple(g for g in notice.groups if comparable_name(g) in text)
    if whole:
        return whole
    starts = {g: comparable_name(g)[:2] for g in notice.groups}
    return tuple(
        g
        for g, start in starts.items()
        if start in text and start not in _ANYBODY and list(starts.values()).count(start) == 1
    )


def named_kinds(text: str, tracks: Sequence[Track]) -> dict[str, tuple[str, ...]]:
    """The kinds of tracks a text names, with their tracks: 技能类和数字类.

    One named by its stem alone must stand before 项目 or the like.
    """
    found: dict[str, tuple[str, ...]] = {}
    for mention in sorted(kind_mentions(text, tracks), key=lambda m: m.start):
        said = text[mention.start : mention.end]
        found.setdefault(said, mention.names)
    return found if len(set(found.values())) == len(found) else {}
