"""Headings that are a line of their own within a clause: 【参赛对象】, ▲ 谁能参加, B 选手条件.

Some notices mark their parts with signs instead of numbers; what stands below such a line is read
as below a heading, up to the next of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from knowledge import lazy_re
from knowledge.plain import bare, normal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from knowledge.model import Clause

_LINE = lazy_re.compile(r"[^\n]+")
_SIGN = lazy_re.compile(
    r"^(?:[▲△▼▽■□◆◇●○★☆※►▶▷◎⊙♦✦✓✔❖☞➤➢§#*]+|[A-Z](?=[一-龥 、.．])|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]+|Part\d+)"
    r"[、.．:： ]*"
)
_BRACKETS = lazy_re.compile(r"^[【\[〔〖](?P<said>[^】\]〕〗]{2,16})[】\]〕〗][:：]?$")
_BODY = lazy_re.compile(r"^[^,，。;；:：、()（）]{2,14}[:：?？]?$")
_ITEM = lazy_re.compile(
    r"^(?:[A-Z]\d{1,2}(?![组级类型照驾\d])[、.．:： ]*|[甲乙丙丁戊己庚辛壬癸]、"
    r"|[—－–]{1,3}|[·•▪▫◦>*-]+\s*"
    r"|[a-z][.、)）])\s*"
)


class LineHead(NamedTuple):
    """A heading line: where the words below it begin, what it says, and whether a sign marks it."""

    start: int
    said: str
    marked: bool


def line_heads(clause: Clause, source: str) -> Iterator[LineHead]:
    """The heading lines of a clause below its own first line."""
    for line in _LINE.finditer(source, clause.start, clause.end):
        if said := _said(line[0]):
            yield LineHead(line.end(), *said)


def _said(line: str) -> tuple[str, bool] | None:
    words = normal(line).strip()
    if match := _BRACKETS.match(bare(line).strip()):
        return match["said"], True
    sign = _SIGN.match(words)
    rest = bare(words[sign.end() :] if sign else words)
    return (rest.rstrip(":?"), bool(sign)) if _BODY.match(rest) else None


def below(heads: tuple[LineHead, ...], place: int, kind: Callable[[str], str]) -> LineHead | None:
    """The heading line that `place` stands below: one with a sign, or one that tells by itself."""
    telling = [one for one in heads if one.start <= place and (one.marked or kind(one.said))]
    return telling[-1] if telling else None


def without_mark(text: str) -> int:
    """How long the mark is that an item begins with where the outline knows none: B1, 甲、, ——.

    >>> without_mark("——具有3年教龄"), without_mark("乙、年满18周岁"), without_mark("A组选手")
    (2, 2, 0)
    """
    match = _ITEM.match(text)
    return match.end() if match else 0
