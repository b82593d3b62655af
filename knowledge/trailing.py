"""Lines below the last item of a list that speak of all its items, not of the last one alone.

（三）拉花。… and below it, as a line of its own: 每名选手限报一项. A reader sees that the list is
over; the line carries no mark that says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from knowledge.model import Clause

_ENDS = ("。", "；", ";")


def shared_from(clauses: Sequence[Clause]) -> Mapping[str, int]:
    """By path of a clause the place in the notice from which its lines speak of more than it.

    Of a list every other item of which is one line; and behind a table, where each line stands for
    itself. A line that was cut by the margin does not end a sentence and is none.
    """
    below: dict[str | None, list[Clause]] = {}
    parents = {clause.parent for clause in clauses}
    for clause in clauses:
        if clause.mark:
            below.setdefault(clause.parent, []).append(clause)
    last = {items[-1].path for items in below.values() if _of_lines(items)}
    return {
        clause.path: clause.start + len(clause.text.split("\n", 1)[0])
        for clause in clauses
        if clause.path not in parents
        and (clause.path in last or (not clause.mark and clause.path.endswith("后")))
        and _sentences(clause.text)
    }


def tracks_of_all(clauses: Sequence[Clause], path: str) -> tuple[str, ...]:
    """The tracks that lines below the end of a list speak of: those of the clause the list is in.

    Where the list is itself the last item of one (kinds of tracks, each with its tracks), they
    speak of all kinds.
    """
    known = {clause.path: clause for clause in clauses}
    last = {clause.parent: clause.path for clause in clauses if clause.mark}
    at = known[path]
    while at.parent in known and last.get(at.parent, path) in {at.path, path}:
        above = known[at.parent]
        if above.scope.tracks == at.scope.tracks:
            break
        at = above
    return at.scope.tracks


def _of_lines(items: Sequence[Clause]) -> bool:
    """Whether every item but the last is one line; a single item is no list."""
    return len(items) > 1 and not any("\n" in clause.text for clause in items[:-1])


def _sentences(text: str) -> bool:
    """Whether a text is several lines, each of whole sentences."""
    lines: Iterable[str] = [line.strip() for line in text.split("\n")]
    kept = [line for line in lines if line]
    return len(kept) > 1 and all(line.endswith(_ENDS) for line in kept)
