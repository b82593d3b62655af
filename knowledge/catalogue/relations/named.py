"""Which notice a supplement or correction belongs to.

It says so by document number, by title, or only by naming the competition; the surer way wins. A
notice published later than the one that speaks is not meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from knowledge import lazy_re
from knowledge.plain import comparable, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from knowledge.model import Notice

NUMBER, TITLE, NAME = 3, 2, 1
_NUMBER = lazy_re.compile(r"([\u4e00-\u9fff]{2,20})(〔\d{4}〕第?\d{1,4}号)")
_EDITION = lazy_re.compile(r"第[一二三四五六七八九十百\d]+届|首届|20\d\d年?(?:度)?")
_CUP = lazy_re.compile(r"[“\"「][^”\"」]{1,12}[”\"」]杯?")
_WIDE = lazy_re.compile(r"^(?:全国|全省|全市|[\u4e00-\u9fff]{1,6}?(?:省|市|自治区|州|县|区)(?!级))")
_KIND = lazy_re.compile(r"(?:职业|应用|技能|创新|行业|系列)*(?:竞赛|大赛|比赛|联赛|挑战赛|锦标赛)$")
_BRACKETS = str.maketrans("[]【】", "〔〕〔〕")
_SHORT = 2


class Named(NamedTuple):
    """How surely, and in which words, a notice is named."""

    sure: int
    quote: str


class _Known(NamedTuple):
    """A notice by what it can be called, comparable."""

    notice: Notice
    title: str
    name: str
    topic: str


class Names:
    """Notices, ready to be found in the words of others."""

    def __init__(self, notices: Iterable[Notice]) -> None:
        self._known: dict[str, _Known] = {}
        self._numbers: dict[str, list[str]] = {}
        for notice in notices:
            self._known[notice.id] = _Known(
                notice, _even(notice.title), _even(notice.name), topic(notice.name)
            )
            if notice.doc_number:
                self._numbers.setdefault(_even(notice.doc_number), []).append(notice.id)

    def base_of(self, notice: Notice, among: frozenset[str]) -> tuple[Notice, Named] | None:
        """The notice of `among` that `notice` belongs to, and how it is named."""
        wanted = among - {notice.id}
        text = _even(notice.text)
        found = [(how, o) for how, o in self._cited(text, wanted) if not _later(o, notice)]
        if not found:
            own, known = self._known[notice.id], (self._known[i] for i in wanted)
            called = ((_called(own, text, each), each.notice) for each in known)
            found = [(how, o) for how, o in called if how is not None]
        if not found:
            return None
        best = max(how.sure for how, _ in found)
        # of two that fit as well, the last one before this
        how, other = max(
            (each for each in found if each[0].sure == best),
            key=lambda each: (len(each[0].quote), str(each[1].issued_on or ""), each[1].id),
        )
        return other, how

    def cited(self, words: str, among: frozenset[str]) -> Iterator[Notice]:
        """The notices of `among` that the words name by number or title."""
        yield from (notice for _, notice in self._cited(_even(words), among))

    def _cited(self, text: str, among: frozenset[str]) -> list[tuple[Named, Notice]]:
        found: dict[str, Named] = {}
        for match in _NUMBER.finditer(text):
            code, rest = match.groups()
            # the words before a number are glued to it: 根据某工发〔2030〕7号
            for begin in range(len(code) - 1):
                for i in self._numbers.get(code[begin:] + rest, ()):
                    if i in among:
                        number = self._known[i].notice.doc_number or ""
                        found.setdefault(i, Named(NUMBER, squeeze(number)))
        for i in among if not found else ():
            title = self._known[i].title
            if title and title in text:
                found[i] = Named(TITLE, squeeze(self._known[i].notice.title))
        return [(how, self._known[i].notice) for i, how in found.items()]


def _called(own: _Known, text: str, other: _Known) -> Named | None:
    """Where a notice names only the competition of the other."""
    if other.notice.edition and other.name in text and not _later(other.notice, own.notice):
        return Named(NAME, squeeze(other.notice.name))
    return Named(NAME, own.notice.name) if _same(own, other) else None


def _even(text: str) -> str:
    """Comparable, with one kind of bracket."""
    return comparable(text).translate(_BRACKETS)


def _later(other: Notice, notice: Notice) -> bool:
    return bool(other.issued_on and notice.issued_on and other.issued_on > notice.issued_on)


def _same(own: _Known, known: _Known) -> bool:
    """Whether both speak of the same edition of the same competition."""
    notice, other = own.notice, known.notice
    if len(known.topic) <= _SHORT or not (known.topic in own.title or known.topic == own.topic):
        return False
    if _later(other, notice):
        return False
    if notice.region and other.region and notice.region != other.region:
        return False
    if notice.edition and other.edition and notice.edition != other.edition:
        return False
    return bool(notice.edition and other.edition) or not _apart(notice, other)


def _apart(notice: Notice, other: Notice) -> bool:
    """Whether the years differ by more than a contest that runs into the next one allows."""
    return bool(notice.year and other.year and abs(notice.year - other.year) > 1)


def topic(name: str) -> str:
    """What stays of a name without cup, edition and region.

    >>> topic("山东省第三届“匠心杯”焊接职业技能竞赛")
    '焊接'
    """
    core = _EDITION.sub("", _CUP.sub("", name))
    shorter = _KIND.sub("", _WIDE.sub("", core)) or core
    return comparable(shorter)


def lasting(name: str) -> str:
    """What stays of a name from edition to edition, the kind of contest included."""
    return comparable(_EDITION.sub("", _CUP.sub("", name)))
