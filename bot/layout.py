"""Text in lines, packed into messages of limited length without cutting where it would hurt."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from knowledge import lazy_re

Style = Literal["plain", "bold", "italic"]

_BORDERS = (
    lazy_re.compile(r"[。！？!?；;\n]"),
    lazy_re.compile(r"[，,、：:）)]"),
    lazy_re.compile(r"\s"),
)
_LONGEST_RUN = 64
_CONTROL = lazy_re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]+")
_HALVES = lazy_re.compile(r"[\ud800-\udfff]")


class Line(NamedTuple):
    """One line in one style; quoted lines stand in a quotation with their neighbours."""

    text: str
    style: Style = "plain"
    quoted: bool = False
    marks: tuple[tuple[int, int], ...] = ()
    """Stretches of the text that are bold."""

    def piece(self, start: int, end: int) -> Line:
        """A part of the line, white space at its ends left out, with its marks."""
        text = self.text[start:end]
        start += len(text) - len(text.lstrip())
        text = text.strip()
        clipped = ((max(a, start), min(b, start + len(text))) for a, b in self.marks)
        marks = tuple((a - start, b - start) for a, b in clipped if a < b)
        return self._replace(text=text, marks=marks)


def clean(text: str) -> str:
    r"""Without what no chat can show: control characters and halves of surrogate pairs.

    >>> clean("a\x00b\ud800\r\nc")
    'ab�\nc'
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _HALVES.sub("\ufffd", _CONTROL.sub("", text))


def units(text: str) -> int:
    """Length as Telegram counts it: UTF-16 code units.

    >>> units("赛🏆")
    3
    """
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def pack(lines: Iterable[Line], limit: int) -> tuple[tuple[Line, ...], ...]:
    """Lines in messages of at most `limit` units each, newlines between them included."""
    messages: list[list[Line]] = []
    room = 0
    for line in (piece for whole in lines for piece in _cut(whole, limit)):
        size = units(line.text) + 1
        if not messages or size > room:
            messages.append([])
            room = limit + 1
        messages[-1].append(line)
        room -= size
    return tuple(tuple(message) for message in messages)


def _cut(line: Line, limit: int) -> Iterator[Line]:
    if units(line.text) <= limit:
        yield line
        return
    at = _border(line.text, limit)
    yield line.piece(0, at)
    yield from _cut(line.piece(at, len(line.text)), limit)


def _border(text: str, limit: int) -> int:
    """Where to cut: the last end of a clause that fits, else of a phrase, else between words."""
    longest = _fitting(text, limit)
    for border in _BORDERS:
        ends = [match.end() for match in border.finditer(text, longest // 2, longest)]
        if ends:
            return ends[-1]
    at = longest
    while at > max(1, longest - _LONGEST_RUN) and _belongs_together(text[at - 1], text[at]):
        at -= 1
    return at if at > max(1, longest - _LONGEST_RUN) else longest


def _fitting(text: str, limit: int) -> int:
    """How many characters fit into `limit` units."""
    used = 0
    for at, char in enumerate(text):
        used += 2 if char > "\uffff" else 1
        if used > limit:
            return max(at, 1)
    return len(text)


def _belongs_together(left: str, right: str) -> bool:
    """Parts of a number, a word, an address, or of one drawn character."""
    joined = right in "\u200d\ufe0f" or left == "\u200d" or bool(unicodedata.combining(right))
    latin = all(char.isascii() and not char.isspace() for char in (left, right))
    return joined or latin
