"""A track by a short word for it: 网安 for 网络与信息安全管理员, or by what it is done with.

A short word has the first character of the name and one that comes later, is no everyday word, and
fits one track alone; an everyday word made of the initials (客服 for 客户服务) is one where the
words beside it speak of a track. What it is done with stands in a column of machines, on rows of
that track alone: 65吨岸桥.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from knowledge import lazy_re
from knowledge.model import Notice
from knowledge.plain import comparable, comparable_name
from retrieval.question.everyday import common_words
from retrieval.question.mentions import Named, Span, masked, telling
from retrieval.scoping.by_character import ByCharacter
from retrieval.scoping.lettered import Lettered

_GEAR = lazy_re.compile(r"设备|机型|机床|器械|车型|平台|软件|装备|机具")
_AMOUNT = lazy_re.compile(r"^\d+(?:\.\d+)?(?:吨|米|座|轴|匹|寸|[a-z]+)?(?=[\u4e00-\u9fff]{2})")
_BRACKET = lazy_re.compile(r"[(（][^()（）]*[)）]")
_HAN = lazy_re.compile(r"[\u4e00-\u9fff]{2}")
_OTHERS = lazy_re.compile(
    r"(?:其[他它余]|别的?|剩下的?|另外的?)[几些]?个?(?:赛项|项目|工种|职业|赛道|岗位|方向)"
)
_BESIDE = lazy_re.compile(r"[和跟与及、]")
_TO_TRACK = lazy_re.compile(r"(?:报名?|比|考|参加|参赛|选|弃|进)的?$")
_OF_TRACK = lazy_re.compile(
    r"的?(?:项目|赛项|工种|职业|实操|理论|初赛|复赛|决赛|预赛|选手|名额|呢|这个|那个|这项|那项)"
    r"|(?:哪天|几号|几点|什么时候|啥时候?|在哪)?(?:比|考|开赛|开考)"
)
"""What stands right before, and right behind, the name of a track."""
_BY_ITSELF = lazy_re.compile(
    r"$|[，,？?的各都哪比差谁呢和跟与及、]|[一二三]等|[金银铜]|[冠亚季]军|实操|理论|名额|奖|几|多少|报|考"
)
"""What follows the beginning of a name that stands for all of it."""
_MIN, _MOST, _GAP = 2, 8, 2
_COMMON = 1e-6
"""Words this frequent are read as themselves."""
_WORDS = 4
"""So many characters has a name of two words."""


def of_others(text: str) -> bool:
    """Whether a part of a message (comparable) asks for the tracks it did not name: 其他项目呢."""
    return bool(_OTHERS.search(text))


class ShortNames:
    """What the tracks of one notice are called for short."""

    def __init__(self, notice: Notice) -> None:
        self._names: dict[str, list[tuple[str, str]]] = {}
        """Tracks and their names by the first character."""
        for t in notice.tracks:
            for name in (t.name, *t.aliases):
                bare = _BRACKET.sub("", comparable(name))
                self._names.setdefault(bare[:1], []).append((t.id, bare))
        self._several = len(notice.tracks) > 1
        self._lettered = Lettered(notice)
        self._by_character = ByCharacter(notice)
        self._gear = dict(_by_gear(notice)) if self._several else {}

    def find(self, text: str, rest: str | None = None) -> Named | None:
        """The tracks that words of a text (comparable) stand for; None where none is sure.

        `rest` is the text without what it asks: 收钱 of 收钱不 is no 收银.
        """
        if not self._several:
            return None
        found = self._lettered.asked(text)
        found = found or dict(self._of_gear(text)) or dict(self._of_letters(text))
        found = found or dict(self._by_character.find(text if rest is None else rest))
        return Named(tuple(dict.fromkeys(found.values())), tuple(found)) if found else None

    def beside(self, text: str, named: Named) -> Named:
        """With the tracks that short words right beside the names stand for: 焊工和数铣.

        There a part of a name does, too, that no other has: 钢筋工和电工, 塔吊和架子工.
        """
        rest = masked(text, named.spans)
        if not _BESIDE.search(rest):
            return named
        edges = {at for span in named.spans for at in span}
        for more in (self.find(rest), self._by_part(rest)):
            if more is not None and _near(text, more.spans, edges):
                ids = tuple(dict.fromkeys((*named.ids, *more.ids)))
                return Named(ids, (*named.spans, *more.spans), named.exact)
        return named

    def _by_part(self, text: str) -> Named | None:
        """The tracks of whose names alone the end stands in a text, or the beginning by itself."""
        found: dict[Span, str] = {}
        for track, name, parts in self._parts:
            for part in parts:
                at = text.find(part)
                end = at + len(part)
                if at >= 0 and (name.endswith(part) or _BY_ITSELF.match(text, end)):
                    found[at, end] = track
                    break
        return Named(tuple(dict.fromkeys(found.values())), tuple(found)) if found else None

    @cached_property
    def _parts(self) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
        """Tracks and their names, with the telling parts that no other track's name has."""
        every = [(track, name) for names in self._names.values() for track, name in names]

        def alone(part: str, track: str) -> bool:
            return all(part not in other for of, other in every if of != track)

        return tuple(
            (track, name, tuple(p for p in _parts(name) if alone(p, track) and telling(p)))
            for track, name in every
        )

    def _of_gear(self, text: str) -> Iterator[tuple[Span, str]]:
        for name, track in self._gear.items():
            at = text.find(name)
            if at >= 0:
                yield (at, at + len(name)), track

    def _of_letters(self, text: str) -> Iterator[tuple[Span, str]]:
        if self._names.keys().isdisjoint(text):
            return
        for at in (at for at, char in enumerate(text[:-1]) if char in self._names):
            names, word = self._names[text[at]], text[at : at + 2]
            if not _HAN.match(word):
                continue
            fitting = {track for track, name in names if _short_for(word, name)}
            if len(fitting) == 1 and (_alone(text, at) or _initials(text, at, names)):
                yield (at, at + 2), fitting.pop()


def _parts(name: str) -> Iterator[str]:
    """The ends of a name and its beginnings, the longest first."""
    for length in range(len(name) - 1, _MIN - 1, -1):
        yield name[-length:]
        yield name[:length]


def _near(text: str, spans: Iterable[Span], edges: Iterable[int]) -> bool:
    """Whether nothing but a word like 和 stands between one of some spans and one of some edges."""
    return any(
        _BESIDE.fullmatch(text, min(at, edge), max(at, edge))
        for span in spans
        for at in span
        for edge in edges
    )


def _short_for(word: str, name: str) -> bool:
    """Whether a name that begins with the first character has the second one later on."""
    return word[1] in name[_GAP:] and word not in name


def _alone(text: str, at: int) -> bool:
    """Whether neither the two characters nor one of them with its neighbour is a common word."""
    common = common_words()
    near = (text[i : i + 2] for i in (at - 1, at, at + 1) if i >= 0)
    longer = (text[i : i + 3] for i in (at - 1, at) if i >= 0)
    return not any(common.get(word, 0.0) > _COMMON for word in (*near, *longer))


def _initials(text: str, at: int, names: Iterable[tuple[str, str]]) -> bool:
    """Whether two characters begin the two words of a name, and what is beside tells of a track."""
    word = text[at : at + 2]
    if not any(len(name) == _WORDS and word == name[::2] for _, name in names):
        return False
    common = common_words()
    if any(common.get(text[i : i + 2], 0.0) > _COMMON for i in (at - 1, at + 1) if i >= 0):
        return False
    return bool(_TO_TRACK.search(text[:at]) or _OF_TRACK.match(text, at + 2))


def _by_gear(notice: Notice) -> Iterator[tuple[str, str]]:
    """What stands on rows of one track alone, in a column of machines."""
    tracks = {comparable_name(t.name): t.id for t in notice.tracks}
    owners: dict[str, set[str]] = {}
    for table in notice.tables:
        columns = [i for i, head in enumerate(table.header) if _GEAR.search(comparable(head))]
        for row in table.rows if columns else ():
            cells = [comparable_name(cell) for cell in row.cells]
            own = {tracks[cell] for cell in cells if cell in tracks}
            for name in _named(cells[i] for i in columns):
                owners.setdefault(name, set()).update(own or {""})
    for name, of in owners.items():
        if len(of) == 1 and "" not in of:
            yield name, of.pop()


def _named(cells: Iterable[str]) -> Iterator[str]:
    for cell in cells:
        name = _AMOUNT.sub("", cell)
        if _MIN <= len(name) <= _MOST and _HAN.match(name) and telling(name):
            yield name
