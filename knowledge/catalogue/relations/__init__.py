"""How notices stand to each other: supplements, corrections, what ended, earlier editions.

Of a supplement or correction the relation names the notice it belongs to; of an edition those that
came before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.catalogue.relations.kinds import Part, kind_of
from knowledge.catalogue.relations.named import NAME, Named, Names, lasting
from knowledge.model import Notice, Relation
from knowledge.plain import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["related"]

_OF_SUPPLEMENT = lazy_re.compile(r"补充(?:通知|公告|说明)(?!$)")
_ATTACHMENT = lazy_re.compile(
    r"\s*附\s*[件表录]\s*[\d一二三四五六七八九十]{0,3}\s*[:：]?\s*(?:\n|$)"
)
_ENDS = lazy_re.compile("同时废止|予以废止|即行废止|作废|不再执行|停止执行")
_REPEALED = lazy_re.compile(rf"[^。；\n]*(?:{_ENDS.pattern})[^。；\n]*")
"""The sentence around such words: slow, so looked for only where they stand."""


def related(notices: Sequence[Notice]) -> tuple[Notice, ...]:
    """The notices, each with its relations to the others; one that has them already is itself."""
    kinds = {n.id: kind for n in notices if (kind := _kind(n)) is not None}
    ties = _Ties(notices, kinds)
    return tuple(_tied(n, tuple(ties.of(n))) for n in notices)


def _tied(notice: Notice, relations: tuple[Relation, ...]) -> Notice:
    same = notice.relations == relations
    return notice if same else notice.model_copy(update={"relations": relations})


def _kind(notice: Notice) -> Part | None:
    """What the title says, or the first line: 附件2 above everything."""
    is_attachment = notice.doc_number is None and _ATTACHMENT.match(notice.text)
    return "attachment" if is_attachment else kind_of(notice.title)


class _Ties:
    """The notices of a store, by what they are."""

    def __init__(self, notices: Sequence[Notice], kinds: Mapping[str, Part]) -> None:
        self._kinds = kinds
        self._names = Names(notices)
        self._parts = frozenset(kinds)
        self._whole = frozenset(n.id for n in notices if n.id not in kinds)
        self._editions: dict[str, list[Notice]] = {}
        for notice in notices:
            if notice.id in self._whole:
                self._editions.setdefault(lasting(notice.name), []).append(notice)

    def of(self, notice: Notice) -> Iterator[Relation]:
        """The relations of a notice."""
        if notice.id in self._kinds:
            yield from self._of_part(notice)
        else:
            yield from self._repealed(notice)
            yield from self._earlier(notice)

    def _of_part(self, notice: Notice) -> Iterator[Relation]:
        """What a supplement, correction or end belongs to: a notice, or another part it names."""
        found = self._names.base_of(notice, self._whole)
        other = self._names.base_of(notice, self._parts)
        if found is None or (other is not None and _of_a_part(notice, other[1], found[1])):
            found = other
        if found is not None:
            kind = self._kinds[notice.id]
            yield Relation(kind=kind, notice=found[0].id, quote=found[1].quote)

    def _repealed(self, notice: Notice) -> Iterator[Relation]:
        """The notices it puts out of force by name: 原通知（…号）同时废止."""
        for match in _REPEALED.finditer(notice.text) if _ENDS.search(notice.text) else ():
            for other in self._names.cited(match[0], self._whole - {notice.id}):
                yield Relation(kind="superseded", notice=other.id, quote=squeeze(match[0]))

    def _earlier(self, notice: Notice) -> Iterator[Relation]:
        """The competition of the same region and name in earlier years."""
        for other in self._editions[lasting(notice.name)]:
            before = other.year and notice.year and other.year < notice.year
            if before and other.region == notice.region:
                yield Relation(kind="earlier_edition", notice=other.id)


def _of_a_part(notice: Notice, part: Named, whole: Named) -> bool:
    """Whether a supplement is meant rather than the notice: named surer, or in the title."""
    titled = _OF_SUPPLEMENT.search(notice.title) is not None
    return part.sure > whole.sure or (titled and part.sure > NAME)
