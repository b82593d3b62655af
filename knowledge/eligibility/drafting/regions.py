"""Which area a notice means by 本市, 全省, 本区, and the names it may be called by."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.eligibility.data import table
from knowledge.eligibility.places import gazetteer, region
from knowledge.plain import bare

if TYPE_CHECKING:
    from knowledge.model import Notice

_ISSUER = lazy_re.compile(
    r"(?:中共)?([一-龥]{2,3}?(?:省|自治区)|[一-龥]{2,4}?(?:市|自治州|州))?"
    r"([一-龥]{2,12}?(?:[族各]自治[县旗])|[一-龥]{2,4}?(?:区|县|市|旗))?"
)
_RELATIVE = (
    r"(?:本|全|我|该|各)(?:省|市|区|县|州|旗|自治区)|(?:省|市|区|县|辖区|州)内(?!外)"
    r"|省市内|当地|本地|属地"
)
_SHORT = 2
_NAME = 20
"""Characters the name of an area has at most."""
LONGEST = _NAME + 3
"""Characters that what an area is called by has at most: 自治州 may follow."""
_ZONE = lazy_re.compile(
    r"[一-龥]{2,12}?(?:开发区|高新区|产业园区|工业园区|园区|新区|示范区|试验区)"
)
"""An area that is no district: 云栖经济技术开发区, by itself 开发区 or 区内."""
_ZONED = r"|(?:本|全|我)?(?:开发区|高新区|园区|新区)(?=[内的范各企在从登注])"
_TITLE = lazy_re.compile(r"关于(?:举办|开展|组织|印发)?(?:20\d\d年)?(?:“[^”]*”)?(?:杯)?")
_GENERIC = r"(?:(?<=在)|(?<=来自)|(?<=具有)|(?<=与))[一-龥]{2,4}(?:省|市|自治区|自治州|区|县)"


@lru_cache(maxsize=256)
def _areas(head: tuple[str, ...], named: str | None) -> dict[str, str]:
    """The areas of the issuers by their kind: 省, 市, 区, 县, 州, 旗."""
    found: dict[str, str] = {}
    for words in head:
        match = _ISSUER.match(words)
        for name in match.groups() if match else ():
            if name and not re.search(r"[的和与及在]|局|厅|委", name):
                found.setdefault(name[-1], name)
        if (zone := _ZONE.match(words)) and not re.search("[的和与及在]", zone[0]):
            found["区"] = zone[0]
    if named and not found:
        kind = "市" if named in {"北京", "上海", "天津", "重庆"} else "省"
        found[kind] = named
    return found


def area_words(notice: Notice) -> str:
    """A pattern for whatever this notice can call its own area."""
    return _area_words(_head(notice), notice.region)


@lru_cache(maxsize=256)
def _area_words(head: tuple[str, ...], region_: str | None) -> str:
    names = set(_areas(head, region_).values())
    names |= {
        re.sub(r"(?:省|市|自治区|自治州|区|县|州)$", "", name)
        for name in names
        if len(name) > _SHORT
    }
    names |= {region_} if region_ else set()
    names = {name for name in names if len(name) <= _NAME}
    short = [key for key, where in table("places.yaml")["short"].items() if where == region_]
    own = [re.escape(name) for name in sorted(filter(None, names), key=len, reverse=True)]
    own_place = [rf"{name}(?:省|市|自治区|自治州|区|县|州)?" for name in own]
    zoned = any(_ZONE.match(words) for words in head)
    own_place += [rf"(?<=在){key}|{key}(?=籍)" for key in short]
    return "(?:" + "|".join([*own_place, _RELATIVE, _GENERIC]) + (_ZONED if zoned else "") + ")"


def _head(notice: Notice) -> tuple[str, ...]:
    return (*map(bare, notice.issuers), _TITLE.sub("", bare(notice.title)))


def _named(notice: Notice) -> dict[str, str]:
    return _areas(_head(notice), notice.region)


def meant(notice: Notice, words: str) -> tuple[str, str] | None:
    """(`province`, its name) or (`area`, its name) for the words; None for none of our areas.

    A province-level region is named as the gazetteer's short form (重庆); others as printed.
    """
    text = bare(words)
    relative = re.fullmatch(_RELATIVE + r"|(?:本|全|我)?(?:开发区|高新区|园区|新区)", text)
    if relative:
        kind = next((char for char in reversed(text) if char in "省市区县州旗"), "")
        name = (
            _named(notice).get(kind) or notice.region or next(iter(_named(notice).values()), None)
        )
    else:
        short = table("places.yaml")["short"]
        name = short.get(text, text)
    if not name:
        return None
    return ("province", known) if (known := _province(name)) else ("area", name)


def _province(name: str) -> str | None:
    entry = gazetteer().names.get(name)
    if entry is None or entry[0] != 0:
        return None
    return region(name)
