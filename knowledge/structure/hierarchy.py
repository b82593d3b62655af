"""Which possible marks number a clause, and the path each clause gets."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from knowledge.plain import bare
from knowledge.structure.marks import Mark, Style
from knowledge.structure.naming import Namer

if TYPE_CHECKING:
    from collections.abc import Iterable

_GAP = 2
"""Across a line wrap a mark may skip at most one number (六 is missing) and still be believed."""
_HEADING_LENGTH = 20
_LINE_LENGTH = 60


class Node(NamedTuple):
    """A mark that counts, with its path and the path of the clause above it."""

    mark: Mark
    path: str
    parent: str | None


class Hierarchy:
    """Reads marks in order and keeps the chain of clauses that are open."""

    def __init__(self, prefix: str, text: str) -> None:
        """`prefix` begins every path (`附件1 `); `text` is the whole text."""
        self._prefix, self._text = prefix, text
        self._open: list[Node] = []
        self._namer = Namer()
        self._articles_below: bool | None = None
        """Whether 第一条 stands below 一、 (read from the first), not above it."""

    def read(self, marks: Iterable[Mark]) -> list[Node]:
        """The marks that count."""
        nodes: list[Node] = []
        for mark in marks:
            taken = nodes and mark.start < nodes[-1].mark.end
            if not taken and self._accepts(mark):
                nodes.append(self._push(mark))
        return nodes

    def _accepts(self, mark: Mark) -> bool:
        if mark.style is Style.SIGN:
            return True
        sibling = self._sibling(mark)
        step = mark.number - sibling.number if sibling else None
        begins = mark.number == 1 and mark.followed
        if mark.style is Style.DOTTED:
            return mark.place != "inline" and (step == 1 or begins or self._is_first_below(mark))
        if mark.place == "inline":
            return step == 1 or (step is None and begins) or self._is_doubled_heading(mark, step)
        if mark.doubtful:
            return step == 1 or begins
        if mark.place == "wrapped":
            return begins or (step is not None and 0 < step <= _GAP)
        return True

    def _sibling(self, mark: Mark) -> Mark | None:
        for node in self._open:
            if node.mark.rank == mark.rank and node.mark.series == mark.series:
                return node.mark
        return None

    def _is_first_below(self, mark: Mark) -> bool:
        """1.1 right below 1. or 第一章."""
        above = self._open[-1].mark if self._open else None
        if above is None or mark.number != 1:
            return False
        return mark.series == above.name or mark.series == str(above.number)

    def _is_doubled_heading(self, mark: Mark, step: int | None) -> bool:
        """A heading glued to the end of a sentence that repeats the number before it."""
        stop = self._text.find("\n", mark.end, mark.end + _LINE_LENGTH)
        rest = self._text[mark.end : stop if stop >= 0 else mark.end + _LINE_LENGTH].strip()
        plain = not any(sign in rest for sign in "，。；、：,;:")
        short = 0 < len(bare(rest)) <= _HEADING_LENGTH
        return mark.style is Style.CJK and step == 0 and plain and short

    def _push(self, mark: Mark) -> Node:
        if mark.style is Style.ARTICLE and self._articles_below is None:
            self._articles_below = any(node.mark.style is Style.CJK for node in self._open)
        while self._open and self._rank(self._open[-1].mark) >= self._rank(mark):
            self._open.pop()
        parent = self._open[-1].path if self._open else None
        path = self._namer.unique(self._stem(mark) + mark.name)
        node = Node(mark, path, parent)
        self._open.append(node)
        return node

    def _rank(self, mark: Mark) -> tuple[float, int]:
        """Order among styles, articles where this text has them."""
        if (mark.style is Style.ARTICLE and self._articles_below) or mark.style is Style.SIGN:
            return (Style.CJK + Style.CJK_PAREN) / 2, 0
        return mark.rank

    def _stem(self, mark: Mark) -> str:
        """The path to put the mark behind; 1.1 repeats the number above it, which is left out."""
        above = [node for node in self._open if not (_repeats(mark, node.mark))]
        return above[-1].path if above else self._prefix


def _repeats(mark: Mark, above: Mark) -> bool:
    return mark.style is Style.DOTTED and above.style in (Style.NUMBER, Style.DOTTED)
