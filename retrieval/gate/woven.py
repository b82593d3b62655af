"""Whether a statement is woven of whole stretches of its quotes and saiwen's own frame.

Each stretch begins and ends where the quote may be taken apart: at a mark, never inside a number
or between a label and its value, never before what limits it. Stretches of one clause keep their
order, so that no value moves to another name. Then no character can be changed, added or lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from knowledge.plain import comparable
from retrieval.gate.frame import framing
from retrieval.gate.sources import Source

_SHOWN = 24


class Weave:
    """The ways to read one statement as stretches."""

    def __init__(
        self,
        sources: Sequence[Source],
        free: Iterable[str],
        columns: Iterable[str] = (),
    ) -> None:
        """`free` words may stand anywhere: names, headings, what was worked out.

        Behind the name of a column only the cell of that column stands.
        """
        self._columns = tuple({f"{comparable(each)}:" for each in columns} - {":"})
        self._sources = sources
        self._free = sorted({comparable(each) for each in free} - {""}, key=len, reverse=True)

    def left(self, text: str) -> str:
        """The first words that no reading explains; empty if the statement is woven whole."""
        said = comparable(text)
        seen: set[tuple[int, str, int]] = set()
        open_ = [(0, "", -1)]
        furthest = 0
        while open_:
            state = open_.pop()
            if state in seen:
                continue
            seen.add(state)
            at, notice, place = state
            if at == len(said):
                return ""
            furthest = max(furthest, at)
            open_ += reversed(sorted(self._steps(said, at, notice, place), reverse=True))
        return said[furthest : furthest + _SHOWN]

    def _steps(
        self, said: str, at: int, notice: str, place: int
    ) -> Iterator[tuple[int, str, int]]:
        behind = any(said.endswith(column, 0, at) for column in self._columns)
        for each in self._sources:
            if behind and each.placed:
                continue
            fresh = each.notice != notice or said[at - 1 : at] == "“"
            for end, start in stretches(said, at, each):
                found = each.at if each.row else each.at + start
                if not each.placed:
                    yield end, notice, place
                elif fresh or found >= place:
                    yield end, each.notice, found
        for word in (*self._free, *framing(said[at])):
            if said.startswith(word, at):
                yield at + len(word), notice, place


def stretches(said: str, at: int, each: Source) -> Iterator[tuple[int, int]]:
    """Where a whole stretch of the quote that begins at `at` ends, and where in it it begins."""
    for start in each.starts:
        if start < len(each.text) and each.text[start] == said[at]:
            length = _same(said, at, each.text, start)
            for end in each.ends:
                if start < end <= start + length and not _split(said, at + end - start):
                    yield at + end - start, start


def _split(said: str, at: int) -> bool:
    return 0 < at < len(said) and said[at - 1].isdigit() and said[at].isdigit()


def _same(said: str, at: int, text: str, start: int) -> int:
    """How many characters two texts have in common from here."""
    most = min(len(said) - at, len(text) - start)
    if said[at : at + most] == text[start : start + most]:
        return most
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if said[at : at + middle] == text[start : start + middle]:
            low = middle
        else:
            high = middle - 1
    return low
