"""Which notice a supplement or correction belongs to.

It says so by document number, by title, or only by naming the competition; the surer way wins. A
notice published later than the one that speaks is not meant.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from knowledge.plain import comparable, squeeze

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.model import Notice

_NUMBER, _TITLE, NAME = 3, 2, 1
_EDITION = re.compile(r"第[一二三四五六七八九十百\d]+届|首届|20\d\d年?(?:度)?")
_CUP = re.compile(r"[“\"「][^”\"」]{1,12}[”\"」]杯?")
_WIDE = re.compile(r"^(?:全国|全省|全市|[\u4e00-\u9fff]{1,6}?(?:省|市|自治区|州|县|区)(?!级))")
_KIND = re.compile(r"(?:职业|应用|技能|创新|行业|系列)*(?:竞赛|大赛|比赛|联赛|挑战赛|锦标赛)$")
_BRACKETS = str.maketrans("[]【】()", "〔〕〔〕〔〕")
_SHORT = 2


class Named(NamedTuple):
    """How surely, and in which words, a notice is named."""

    sure: int
    quote: str


def base_of(notice: Notice, others: Sequence[Notice]) -> tuple[Notice, Named] | None:
    """The notice that `notice` belongs to, and how it is named."""
    text = _even(notice.text)
    found = [(how, o) for o in others if (how := _named(notice, text, o)) is not None]
    if not found:
        return None
    best = max(how.sure for how, _ in found)
    # of two that fit as well, the last one before this
    how, other = max(
        (each for each in found if each[0].sure == best),
        key=lambda each: (len(each[0].quote), str(each[1].issued_on or ""), each[1].id),
    )
    return other, how


def cited_in(words: str, other: Notice) -> Named | None:
    """Where `words` name the notice by its number or title."""
    return _cited(_even(words), other)


def _named(notice: Notice, text: str, other: Notice) -> Named | None:
    if other.id == notice.id or _later(other, notice):
        return None
    cited = _cited(text, other)
    if cited is not None:
        return cited
    name = _even(other.name)
    if other.edition and name in text:
        return Named(NAME, squeeze(other.name))
    return Named(NAME, notice.name) if _same(notice, other) else None


def _cited(text: str, other: Notice) -> Named | None:
    if other.doc_number and _even(other.doc_number) in text:
        return Named(_NUMBER, squeeze(other.doc_number))
    if other.title and _even(other.title) in text:
        return Named(_TITLE, squeeze(other.title))
    return None


def _even(text: str) -> str:
    """Comparable, with one kind of bracket."""
    return comparable(text).translate(_BRACKETS)


def _later(other: Notice, notice: Notice) -> bool:
    return bool(other.issued_on and notice.issued_on and other.issued_on > notice.issued_on)


def _same(notice: Notice, other: Notice) -> bool:
    """Whether both speak of the same edition of the same competition."""
    if notice.region and other.region and notice.region != other.region:
        return False
    if notice.edition and other.edition and notice.edition != other.edition:
        return False
    if not (notice.edition and other.edition) and _apart(notice, other):
        return False
    own, base = topic(notice.name), topic(other.name)
    return len(base) > _SHORT and (base in comparable(notice.title) or own == base)


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
