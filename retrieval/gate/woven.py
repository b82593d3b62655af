"""Whether a statement is woven of whole stretches of its quotes and saiwen's own frame.

Each stretch begins and ends where the quote may be taken apart: at a mark, never inside a number
or between a label and its value, never before what limits it. Stretches of one clause keep their
order, so that no value moves to another name. Then no character can be changed, added or lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from knowledge.plain import comparable, comparable_name
from retrieval.gate.frame import framing
from retrieval.gate.sources import Source

_SHOWN = 24


class _State(NamedTuple):
    """How far a statement is read, and behind which place of which notice."""

    at: int
    notice: str
    place: int
    named: bool
    """Whether what was read last is a name."""


class Weave:
    """The ways to read one statement as stretches."""

    def __init__(
        self,
        sources: Sequence[Source],
        free: Iterable[str],
        names: Iterable[str] = (),
        columns: Iterable[str] = (),
    ) -> None:
        """`free` words may stand anywhere (what was worked out), `names` not one behind another.

        Behind the name of a column only the cell of that column stands.
        """
        self._columns = tuple({f"{comparable_name(each)}:" for each in columns} - {":"})
        self._sources = sources
        self._free = sorted({comparable(each) for each in free} - {""}, key=len, reverse=True)
        self._names: dict[str, set[str]] = {}
        """By their first characters."""
        for each in filter(None, map(comparable_name, names)):
            self._names.setdefault(each[0], set()).add(each)

    def left(self, text: str) -> str:
        """The first words that no reading explains; empty if the statement is woven whole."""
        return self.unwoven(comparable(text))

    def unwoven(self, said: str) -> str:
        """The same of words in comparable form."""
        seen: set[_State] = set()
        open_ = [_State(0, "", -1, named=False)]
        furthest = 0
        while open_:
            state = open_.pop()
            if state in seen:
                continue
            seen.add(state)
            if state.at == len(said):
                return ""
            furthest = max(furthest, state.at)
            open_ += sorted(self._steps(said, state))
        return said[furthest : furthest + _SHOWN]

    def _steps(self, said: str, state: _State) -> Iterator[_State]:
        at, notice, place, _ = state
        behind = any(said.endswith(column, 0, at) for column in self._columns)
        for each in self._sources:
            if behind and each.placed:
                continue
            fresh = each.notice != notice or said[at - 1 : at] == "“"
            for end, start in stretches(said, at, each):
                if start and each.text[start - 1] == ":" == said[at - 1 : at]:
                    continue  # the value of another label
                begin = each.at if each.row else each.at + start
                if not each.placed:
                    yield _State(end, notice, place, named=False)
                elif fresh or begin >= place:
                    reached = begin if each.row else begin + end - at
                    yield _State(end, each.notice, reached, named=False)
        yield from self._words(said, state)

    def _words(self, said: str, state: _State) -> Iterator[_State]:
        """Our own words, and a name that follows no other."""
        at, notice, place, named = state
        for word in (*self._free, *framing(said[at])):
            if said.startswith(word, at):
                yield _State(at + len(word), notice, place, named=False)
        for word in () if named else self._names.get(said[at], ()):
            if said.startswith(word, at):
                yield _State(at + len(word), notice, place, named=True)


def stretches(said: str, at: int, each: Source) -> Iterator[tuple[int, int]]:
    """Where a whole stretch of the quote that begins at `at` ends, and where in it it begins."""
    for start in _beginning(each.text, each.starts).get(said[at], ()):
        length = _same(said, at, each.text, start)
        for end in each.ends:
            if start < end <= start + length and not _split(said, at + end - start):
                yield at + end - start, start


@lru_cache(maxsize=2048)  # the same clauses answer many questions
def _beginning(text: str, starts: frozenset[int]) -> dict[str, list[int]]:
    """The places where a stretch may begin, by the character that stands there."""
    found: dict[str, list[int]] = {}
    for start in sorted(starts):
        if start < len(text):
            found.setdefault(text[start], []).append(start)
    return found


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
