"""How notices stand to each other: supplements, corrections, what ended, earlier editions.

Of a supplement or correction the relation names the notice it belongs to; of an edition those that
came before it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.catalogue.relations.kinds import kind_of
from knowledge.catalogue.relations.named import NAME, Named, base_of, cited_in, lasting
from knowledge.model import Notice, Relation
from knowledge.plain import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["related"]

_OF_SUPPLEMENT = re.compile(r"补充(?:通知|公告|说明)(?!$)")
_REPEALED = re.compile(r"[^。；\n]*(?:同时废止|予以废止|即行废止|作废|不再执行|停止执行)[^。；\n]*")


def related(notices: Sequence[Notice]) -> tuple[Notice, ...]:
    """The notices, each with its relations to the others."""
    parts = {n.id: kind for n in notices if (kind := kind_of(n.title)) is not None}
    whole = [n for n in notices if n.id not in parts]
    years: dict[str, list[Notice]] = {}
    for notice in whole:
        years.setdefault(lasting(notice.name), []).append(notice)
    return tuple(
        notice.model_copy(
            update={
                "relations": tuple(
                    _of_part(notice, notices, whole)
                    if notice.id in parts
                    else (
                        *_repealed(notice, whole),
                        *_earlier(notice, years[lasting(notice.name)]),
                    )
                )
            }
        )
        for notice in notices
    )


def _of_part(
    notice: Notice, notices: Sequence[Notice], whole: Sequence[Notice]
) -> Iterator[Relation]:
    """What a supplement, correction or end belongs to: a notice, or another part it names."""
    kind = kind_of(notice.title)
    parts = [n for n in notices if kind_of(n.title) is not None]
    found, other = base_of(notice, whole), base_of(notice, parts)
    if found is None or (other is not None and _of_a_part(notice, other[1], found[1])):
        found = other
    if kind is not None and found is not None:
        yield Relation(kind=kind, notice=found[0].id, quote=found[1].quote)


def _of_a_part(notice: Notice, part: Named, whole: Named) -> bool:
    """Whether a supplement is meant rather than the notice: named surer, or in the title."""
    titled = _OF_SUPPLEMENT.search(notice.title) is not None
    return part.sure > whole.sure or (titled and part.sure > NAME)


def _earlier(notice: Notice, same: Sequence[Notice]) -> Iterator[Relation]:
    """The competition of the same region and name in earlier years."""
    for other in same:
        before = other.year and notice.year and other.year < notice.year
        if before and other.region == notice.region:
            yield Relation(kind="earlier_edition", notice=other.id)


def _repealed(notice: Notice, others: Sequence[Notice]) -> Iterator[Relation]:
    """The notices it puts out of force by name: 原通知（…号）同时废止."""
    for match in _REPEALED.finditer(notice.text):
        for other in others:
            if other.id != notice.id and cited_in(match[0], other) is not None:
                yield Relation(kind="superseded", notice=other.id, quote=squeeze(match[0]))
