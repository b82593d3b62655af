"""Kinds of tracks with their number: 个人项目两个：1.瓦工；2.木工, 师徒项目一个：防水工，结对参加.

The number tells where the list ends, so that what stands behind it in the sentence is no track.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from knowledge import lazy_re
from knowledge.catalogue.mentions import resolve
from knowledge.catalogue.track_lists import NOUN, is_track_name
from knowledge.fold import folded
from knowledge.numerals import NUMERAL, arabic

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from knowledge.model import Clause, Track

_COUNT = rf"(?P<count>{NUMERAL})个(?:{NOUN})?"
_KIND = lazy_re.compile(
    r"(?:^|[。;\n、,)\d.:])(?P<kind>[\u4e00-\u9fffA-Z]{2,8}?)(?:类)?(?:项目|赛项|赛道|工种|比赛|竞赛|赛)"
    rf"(?:共|设|设置|有|设有|包括|含|为)*(?:\({_COUNT}\)|{_COUNT.replace('count', 'number')})"
    r"[:,](?P<list>[^。\n]*)。?$"
)
_GENERAL = lazy_re.compile(
    r"竞赛|比赛|参赛|大赛|赛事|报名|各|其[他余]|本次|本届|全部|所有|设置|以下|下列|^共|项目"
)
_ITEMS = lazy_re.compile(r"[、;,和与及](?![^()]*\))")
MARK = lazy_re.compile(r"^\(?[一二三四五六七八九十\d]{1,2}[)、.]+\s*")
"""The mark of an item, in folded text."""
_BRACKETS = lazy_re.compile(r"\([^()]*\)|[;。,:].*$")


class Announced(NamedTuple):
    """A kind with the names of as many tracks as it says it has."""

    kind: str
    parent: str | None
    names: tuple[str, ...]


def announced(clauses: Sequence[Clause]) -> Iterator[Announced]:
    """Each kind whose number is said, where as many names follow."""
    below: dict[str, list[str]] = {}
    for clause in clauses:
        below.setdefault(clause.parent or "", []).append(folded(clause).text)
    for clause in clauses:
        found = _KIND.search(MARK.sub("", folded(clause).text).strip())
        if found is None or _GENERAL.search(found["kind"]):
            continue
        items = _ITEMS.split(found["list"]) if found["list"] else below.get(clause.path, [])
        count = int(arabic(found["count"] or found["number"]))
        names = tuple(_BRACKETS.sub("", MARK.sub("", item.strip())) for item in items[:count])
        if len(set(names)) == count and all(map(is_track_name, names)):
            yield Announced(found["kind"], clause.parent, names)


def names_by_kind(clauses: Sequence[Clause]) -> Iterator[str]:
    """The tracks of all kinds that stand beside the first; none where there is but one kind."""
    found = list(announced(clauses))
    beside = [one for one in found if one.parent == found[0].parent]
    if len(beside) > 1:
        yield from (name for one in beside for name in one.names)


def counted(
    clauses: Sequence[Clause], tracks: Sequence[Track]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each kind with the ids of its tracks, where all that follow are tracks."""
    for one in announced(clauses):
        ids = tuple(track.id for name in one.names if (track := resolve(name, tracks)))
        if len(set(ids)) == len(one.names) and resolve(one.kind, tracks) is None:
            yield f"{one.kind}类", ids
