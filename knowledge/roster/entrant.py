"""A line of a roster with its values read: identity number, birth date, track, group, unit."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.eligibility import reading
from knowledge.eligibility.capacity import called, group_capacity
from knowledge.identity_number import (
    IdentityFault,
    IdentityNumber,
    bare_identity_number,
    read_identity_number,
)
from knowledge.plain import comparable
from knowledge.roster.columns import names
from knowledge.roster.lines import Line
from knowledge.roster.model import Value, written
from knowledge.roster.phones import numbers
from knowledge.roster.wording import table

if TYPE_CHECKING:
    from knowledge.model import Track

_EPOCH = date(1899, 12, 30)
"""Day 0 of spreadsheet serial numbers, as they count from 1900-03-01 on."""
_SERIALS = range(5_000, 60_000)
_CLOCK = lazy_re.compile(r"(?<=\d)[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$")
_STAMP = lazy_re.compile(r"\s*[(（](?:加盖|盖)?(?:公|单位)?章[)）]\s*$")
"""A note where the stamp goes, which is no part of a unit's name."""
_LOOSE = lazy_re.compile(r"(?<=\d)\s*(?:[、·]|[-./]{2,})\s*(?=\d)")
"""Signs between year, month and day that are typed by mistake."""
_DOTS = lazy_re.compile("[·•・‧∙⋅．.﹒●]")
"""What is typed between the parts of a name (阿卜杜·热合曼)."""
_OTHER_DOCUMENT = lazy_re.compile(
    "护照|通行证|台胞|港澳|回乡|居留|居住证|军官|士兵|passport", re.IGNORECASE
)
_SHORTEST_LOST = 10**15
"""Whole numbers from here on may have lost digits: a spreadsheet keeps fifteen."""
_SCIENTIFIC = lazy_re.compile(r"\d(?:\.\d+)?E\+?\d{2}", re.IGNORECASE)

Identified = IdentityNumber | IdentityFault | str | None
"""What a number says, or its fault: also `precision`, `scientific`, `missing`, `other`.

None: there is no column. `other_words`: another document, which the cell itself names.
"""


@dataclass(frozen=True)
class Entrant:
    """One person entered for one track."""

    line: Line
    name: str
    unit: str
    track: Track | None
    group: str
    """As written, or as a heading says; empty if not known."""
    capacity: str | None
    called: str
    """Words in the column of groups that name no group but whom the person is: 教师."""
    identity: Identified
    number: str
    """What tells one number from another; empty if there is no usable one."""
    birth: str | None
    """The column's day, ISO, as far as given."""
    phones: frozenset[str]

    @property
    def person_key(self) -> tuple[str, ...]:
        """Tells one person from another: the number, else name with unit and phone."""
        if self.number:
            return (self.number, self.name)
        return ("", self.name, comparable(self.unit), *sorted(self.phones))


def read_entrant(
    line: Line,
    find: Callable[[str], Track | None],
    default: Track | None = None,
    groups: Sequence[str] = (),
) -> Entrant:
    """The values of a line.

    Args:
        line: the line.
        find: tells which track words mean.
        default: the track of lines that name none.
        groups: the groups of the notice, which a heading above the line may name.
    """
    said = _who_in_group(line.text("group"), groups)
    group = ("" if said else line.text("group")) or _group_of(line.titles, groups)
    identity = read_identity(line)
    number = ""
    if not isinstance(identity, str) and identity is not None:
        number = body(line.text("id"))
    elif identity in {"checksum", "other", "other_words"}:
        number = bare_identity_number(line.text("id"))
    return Entrant(
        line=line,
        name=person_name(line.text("name")),
        unit=_STAMP.sub("", line.text("unit") or ("" if "unit" in line.cells else _unit(line))),
        track=_track(line, find, default),
        group=group,
        capacity=group_capacity(group) or _called(line.text("identity") or said),
        called=said,
        identity=identity,
        number=number,
        birth=read_birth(line.cells["birth"].value) if "birth" in line.cells else None,
        phones=digits(line.text("phone")),
    )


def _who_in_group(text: str, groups: Sequence[str]) -> str:
    """The words of a group that is none of the notice's and tells whom somebody is."""
    words = comparable(text)
    if words.endswith("组") or any(comparable(name).startswith(words) for name in groups):
        return ""
    return text if _called(words) else ""


def _unit(line: Line) -> str:
    """The unit where no column holds it: the unit line's, the school, the name of the sheet."""
    own = line.titles[0] if line.titles and line.titles[0] == line.sheet else ""
    named = own.endswith(tuple(names()["unit_endings"]))
    return line.unit_line or line.text("school") or (own if named else "")


def _group_of(titles: Sequence[str], groups: Sequence[str]) -> str:
    """The one group that a sheet's name or the nearest heading names."""
    own: list[str] = names()["groups"]
    for title in reversed(titles):
        words = comparable(title)
        named = {name for name in (*groups, *own[:3]) if comparable(name) in words}
        if len(named) == 1:
            return named.pop()
        if words in own:
            return words
    return ""


def _called(words: str) -> str | None:
    return called(words) or reading.one_of("identity", words) if words else None


def _track(line: Line, find: Callable[[str], Track | None], default: Track | None) -> Track | None:
    if line.text("track"):
        return find(line.text("track"))
    if "track" in line.cells:
        return None
    named = (found for title in reversed(line.titles) if (found := find(title)))
    return default or next(named, None)


def person_name(text: str) -> str:
    """A name for comparing, without notes in brackets and dots: 张三（队长） is 张三."""
    return _DOTS.sub("", re.sub(r"\([^()]*\)", "", comparable(text)))


def body(text: str) -> str:
    """A valid number without its check digit, in the long form: old and new ones compare."""
    number = bare_identity_number(text)
    return number[:17] if len(number) > 15 else f"{number[:6]}19{number[6:]}"  # noqa: PLR2004 lengths


def read_identity(line: Line) -> Identified:
    """What the number of a line says, or what is wrong with it."""
    if "id" not in line.cells:
        return None
    value = line.cells["id"].value
    text = line.text("id")
    if comparable(text) in {"", *table()["absent"]}:
        return "missing"
    if isinstance(value, (int, float)) and abs(value) >= _SHORTEST_LOST:
        return "precision"
    kind = comparable(line.text("id_type"))
    if kind and not any(comparable(word) == kind for word in table()["residents"]):
        return "other"
    return _by_its_look(text)


def _by_its_look(text: str) -> Identified:
    """What the words of a number say of themselves."""
    if _OTHER_DOCUMENT.search(text):
        return "other_words"
    if _SCIENTIFIC.fullmatch(bare_identity_number(text)):
        return "scientific"
    return read_identity_number(text)


def read_birth(value: Value) -> str | None:
    """A birth date from a date cell, a serial number or words; None if it cannot be read.

    >>> read_birth(32959.0), read_birth("1990.03.27"), read_birth("1990/3/27 0:00")
    ('1990-03-27', '1990-03-27', '1990-03-27')
    """
    if isinstance(value, (datetime, date)):
        return reading.iso_date(value)
    if isinstance(value, bool) or value is None:
        return None
    text = _LOOSE.sub("-", _CLOCK.sub("", written(value)).rstrip(" .。"))
    if re.fullmatch(r"\d{5}(?:\.\d+)?", text) and int(float(text)) in _SERIALS:
        return (_EPOCH + timedelta(days=int(float(text)))).isoformat()
    if isinstance(value, float) and not value.is_integer():
        text = text.split(".")[0]  # 1990.1 may be January or October
    return reading.iso_date(text)


def digits(text: str) -> frozenset[str]:
    """The numbers in a phone cell, digits only, without the code of the country."""
    found = (re.sub(r"\D", "", part) for part in numbers(text))
    return frozenset(
        re.sub(r"^(?:0086|86)(?=1\d{10}$|0\d{9,})", "", part) for part in found if part
    )
