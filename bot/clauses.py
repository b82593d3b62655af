"""A notice page by page, one clause a page, the long ones in several; pure functions.

The data of a button hold a key that is looked up, eight digits of the text's hash, so that a
button of an older text says so instead of showing another clause, and a number.
"""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import sha256
from operator import attrgetter, itemgetter
from typing import NamedTuple

from bot.competitions import key_of
from bot.layout import Line, clean, pack
from bot.reply import Button, Reply
from bot.wording import Pages
from knowledge import lazy_re
from knowledge.model import Notice
from knowledge.plain import squeeze
from retrieval.model import Option

READ, TURN = "c", "t"
"""Callback data of a button that shows a page: as a new message, in the place of another page."""
LONGEST = 3_000
"""Units of a page; a message takes 4,096, path and quotation marks included."""
STAMP = 8
_PLACE = attrgetter("start", "path")
_DATA = lazy_re.compile(
    rf"[{READ}{TURN}]:([0-9a-f]{{16}}):([0-9a-f]{{{STAMP}}}):(\d{{1,5}})", re.ASCII
)


class Place(NamedTuple):
    """What a button shows."""

    key: str
    """Of the notice (`bot.competitions.key_of`)."""
    stamp: str
    page: int


class Page(NamedTuple):
    """A clause, or a part of one."""

    path: str
    start: int
    lines: tuple[str, ...]


def place(data: str) -> Place | None:
    """Read callback data; None for what is none of ours."""
    match = _DATA.fullmatch(data)
    return Place(match[1], match[2], int(match[3])) if match else None


def stamp(notice: Notice) -> str:
    """Eight digits that change with the text."""
    return _stamped(notice.text)


@lru_cache(maxsize=64)
def _stamped(text: str) -> str:
    return sha256(text.encode("utf-8", "replace")).hexdigest()[:STAMP]


def data(notice: Notice, page: int, action: str = READ) -> str:
    """Callback data of a page."""
    return f"{action}:{key_of(Option(label='', notice=notice.id))}:{stamp(notice)}:{page}"


def page_at(notice: Notice, start: int) -> int | None:
    """The page on which the words at a place of the text begin; None without clauses."""
    before = [n for n, page in enumerate(pages(notice)) if page.start <= start]
    return before[-1] if before else None


def shown(notice: Notice, number: int, said: Pages) -> Reply | None:
    """A page with buttons to the ones beside it; None if there is none of that number."""
    every = pages(notice)
    if not 0 <= number < len(every):
        return None
    page = every[number]
    turns = ((number - 1, said.previous), (number + 1, said.next))
    at = said.place.format(path=page.path, at=number + 1, of=len(every))
    return Reply(
        lines=(
            Line(squeeze(notice.label), "bold"),
            Line(at),
            *(Line(text, quoted=True) for text in page.lines),
        ),
        buttons=tuple(
            Button(label=label, data=data(notice, to, TURN), control=True)
            for to, label in turns
            if 0 <= to < len(every)
        ),
    )


def pages(notice: Notice) -> tuple[Page, ...]:
    """The whole text behind the first clause, in order, nothing left out."""
    places = sorted(map(_PLACE, notice.clauses), key=itemgetter(0))
    return _paged(notice.text, tuple(places))


@lru_cache(maxsize=64)
def _paged(text: str, clauses: tuple[tuple[int, str], ...]) -> tuple[Page, ...]:
    """Pages of a text whose clauses begin at these places: asked for below every answer."""
    ends = [following for following, _ in clauses[1:]] + [len(text)]
    found: list[Page] = []
    for (start, path), end in zip(clauses, ends, strict=True):
        lines = [Line(line) for line in _readable(text[start:end])]
        found += [
            Page(path, start, tuple(line.text for line in part)) for part in pack(lines, LONGEST)
        ]
    return tuple(found)


def _readable(text: str) -> list[str]:
    """Without the layout of the print; rows of a table stay apart."""
    lines: list[str] = []
    for line in clean(text).strip().split("\n"):
        row = "\t" in line
        cells = "　".join(squeeze(cell) for cell in line.split("\t")) if row else line
        if lines and not row and not lines[-1].endswith(("。", "：", "；", "　")):
            lines[-1] += line
        else:
            lines.append(cells)
    return [line if "　" in line else squeeze(line) for line in lines]
