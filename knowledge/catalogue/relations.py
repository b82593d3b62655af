"""How notices stand to each other: supplements, corrections, earlier editions.

A supplement or correction names the notice it changes, by document number or title. An earlier
edition is the competition of the same region and name, held in an earlier year.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.model import Notice, Relation
from knowledge.plain import bare, comparable, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Literal

_SUPPLEMENT = re.compile(r"补充")
_CORRECTION = re.compile(r"更正|勘误|变更|调整|延期")
_EDITION = re.compile(r"第[一二三四五六七八九十百\d]+届|首届|20\d\d年")


def related(notices: Sequence[Notice]) -> tuple[Notice, ...]:
    """The notices, each with its relations to the others."""
    return tuple(
        notice.model_copy(update={"relations": tuple(_relations(notice, notices))})
        for notice in notices
    )


def _relations(notice: Notice, notices: Sequence[Notice]) -> Iterator[Relation]:
    kind = _kind(notice.title)
    for other in notices:
        if other.id == notice.id:
            continue
        quote = _named(notice.text, other) if kind else ""
        if kind and quote:
            yield Relation(kind=kind, notice=other.id, quote=quote)
        elif not kind and not _kind(other.title) and _is_earlier(other, notice):
            yield Relation(kind="earlier_edition", notice=other.id)


def _kind(title: str) -> Literal["supplement", "correction"] | None:
    if _SUPPLEMENT.search(title):
        return "supplement"
    return "correction" if _CORRECTION.search(title) else None


def _named(text: str, other: Notice) -> str:
    """The words in which `text` names `other`: its document number, else its title."""
    for words in (other.doc_number, other.title):
        if words and comparable(words) in comparable(text):
            return squeeze(words)
    return ""


def _is_earlier(other: Notice, notice: Notice) -> bool:
    """Whether `other` is the same competition in an earlier year."""
    if not (other.year and notice.year and other.year < notice.year):
        return False
    return other.region == notice.region and _lasting(other.name) == _lasting(notice.name)


def _lasting(name: str) -> str:
    """What stays of a name from edition to edition."""
    return comparable(_EDITION.sub("", bare(name)))
