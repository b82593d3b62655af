"""What a heading means: whose column it is and what it holds, by a table of names."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any, NamedTuple

from knowledge import lazy_re
from knowledge.data import content
from knowledge.plain import comparable

_NOTE = lazy_re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_MARKS = lazy_re.compile(r"[*#:;,.、。\"'“”]")
_INDEX = lazy_re.compile(
    r"第?([1-9]|[一二三四五六七八九]|[甲乙丙丁]|[a-e](?![a-z]))(?:号|位|名|$)?"
)
_ORDER = {
    char: at
    for row in ("123456789", "一二三四五六七八九", "甲乙丙丁", "abcde")
    for at, char in enumerate(row, 1)
}
_LONGEST = 16
CAPTAIN = 10
"""The place of a team's captain, who has no number among its members."""
_WHETHER = lazy_re.compile(r"^是否(?:为|是|属于|属)")


class Column(NamedTuple):
    """The meaning of a heading."""

    role: str
    """contestant, adviser, leader or other."""
    member: int
    """Which member of a team (or which adviser), from 1; 0 where there is only one."""
    field: str
    """A key of `fields` in columns.yaml."""
    rank: int
    """0: called exactly so; else the heading only ends in the name."""


@cache
def names() -> Any:
    """The table of names, read once."""
    return content("knowledge.roster", "columns.yaml")


@cache
def _fields() -> dict[str, str]:
    return {comparable(name): field for field, list_ in names()["fields"].items() for name in list_}


@cache
def _words(key: str) -> re.Pattern[str]:
    found = names()[key]
    words = [word for list_ in found.values() for word in list_] if key == "roles" else found
    return lazy_re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True)))


@lru_cache(maxsize=4096)
def read_heading(text: str, above: str = "") -> Column | None:
    """What the heading `text`, standing below the group heading `above`, means.

    >>> read_heading("姓 名")
    Column(role='contestant', member=0, field='name', rank=0)
    >>> read_heading("联系电话", "指导教师（领队）信息")
    Column(role='adviser', member=0, field='phone', rank=0)
    """
    words = _WHETHER.sub("是否", comparable(text))
    if not words or len(_NOTE.sub("", words)) > _LONGEST:
        return None
    found = _contestant(words)
    role, index = _role(words)
    if role != "contestant":
        rest = re.sub(r"^[/、或及和与]|[/、]$", "", _strip(_words("roles").sub("", words)))
        rest = re.sub(rf"^(?:{_INDEX.pattern})|[1-9]$", "", rest)
        inner = _named(rest) if rest else ("name", 0)
        return Column(role, index, *(inner or ("ignored", 1)))
    group_role, group_index = _role(comparable(above)) if above else ("contestant", 0)
    if found is None or (group_role, group_index) == ("contestant", 0):
        return found
    return found._replace(role=group_role, member=group_index or found.member)


def is_group(text: str) -> bool:
    """Whether a cell is a heading over several columns: 选手信息, 指导教师信息."""
    words = _NOTE.sub("", comparable(text))
    return len(words) <= _LONGEST and bool(
        words.endswith(tuple(names()["filler"]))
        or _words("roles").search(words)
        or _words("contestant").match(words)
    )


def _role(words: str) -> tuple[str, int]:
    """Whose column, and which of several."""
    table: dict[str, list[str]] = names()["roles"]
    hits = [
        (len(word), role == "adviser", role, words.find(word) + len(word))
        for role, list_ in table.items()
        for word in list_
        if word in words
    ]
    if hits:
        *_, role, end = max(hits)
        return role, _index(words[end:])
    if words.startswith(names()["captain"]) and words != names()["captain"]:
        return "contestant", CAPTAIN
    match = _words("contestant").match(words)
    return "contestant", _index(words[match.end() :]) if match else 0


def _index(rest: str) -> int:
    match = _INDEX.match(_MARKS.sub("", rest))
    return _ORDER[match[1]] if match else 0


def _contestant(words: str) -> Column | None:
    plain = _strip(words)
    own = _words("contestant").sub("", plain, count=1)
    own = re.sub(f"^(?:{_INDEX.pattern})", "", own) if own != plain else own
    texts = dict.fromkeys((_bare(words), plain, own, re.sub(r"[1-9]$", "", own)))
    exact = next((found for text in texts if (found := _fields().get(text))), None)
    index = _role(words)[1] or (int(words[-1]) if words[-1:] in set("123456789") else 0)
    if exact:
        return Column("contestant", index, exact, 0)
    if not own:
        return Column("contestant", index, "name", 0) if _is_person(words) else None
    ending = _named(_bare(words)) or _named(own)
    return Column("contestant", index, *ending) if ending else None


def _is_person(words: str) -> bool:
    """A heading that names the contestant and nothing of him (选手) holds the name."""
    return (
        bool(_words("contestant").match(words))
        and not words.endswith(tuple(names()["filler"]))
        and words != names()["captain"]
    )


def _named(text: str) -> tuple[str, int] | None:
    fields = _fields()
    if text in fields:
        return fields[text], 0
    ends = [name for name in fields if len(name) > 1 and text.endswith(name)]
    return (fields[max(ends, key=len)], 1) if ends else None


def _bare(words: str) -> str:
    """Without the signs of brackets, their words kept."""
    return _MARKS.sub("", re.sub(r"[()\[\]]", "", words))


def _strip(words: str) -> str:
    """Without notes in brackets and words that say nothing."""
    return _words("filler").sub("", _MARKS.sub("", _NOTE.sub("", words)))


@cache
def naming() -> re.Pattern[str]:
    """Words without which no line is one of headings."""
    fields = names()["fields"]
    spaced = (r"\s*".join(map(re.escape, word)) for key in ("name", "id") for word in fields[key])
    return lazy_re.compile("|".join((*spaced, _words("contestant").pattern)))
