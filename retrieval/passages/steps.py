"""Sentences of one programme: which are steps before the contest, and each of them said once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from knowledge import lazy_re
from retrieval.passages.goals import Aims
from retrieval.passages.units import Unit
from retrieval.reply import Piece

BESIDE = frozenset({"checkin", "ceremony", "training"})
"""Stages beside the contest itself."""
_PHASES = frozenset({"prelim", "semifinal", "final"})
_VENUE = "venue"
_DURING = lazy_re.compile(r"(?:[初预复半决]+赛)(?:期间|阶段|时|中|当[天日])")
_ENTERING = lazy_re.compile(r"报名|申报|资格审[核查]|题库|样题|技术文件")
_HELD = lazy_re.compile(r"举[办行]|开[赛幕]|比赛|[初预复决]赛")


def phases(wanted: Aims) -> frozenset[str]:
    """The phases a question asks about: preliminaries, finals."""
    return _PHASES.intersection(g.concept for g in wanted.stages)


def of_another_phase(unit: Unit, wanted: Aims) -> bool:
    """Whether a sentence holds during another phase than the one asked about: 决赛期间住宿….

    One below the heading of the phase asked about holds for it, whatever else it names.
    """
    if not phases(wanted) or any(g.near(unit) for g in wanted.stages):
        return False
    placed = any(g.concept == _VENUE for g in wanted.all)  # 决赛在市体育馆 is no place of another
    return bool(unit.said & _PHASES) and (placed or _DURING.match(unit.plain) is not None)


def before_the_contest(unit: Unit) -> bool:
    """Whether a step of a programme is one of registering, no day of the contest."""
    said = f"{unit.headings[0] if unit.headings else ''}{unit.plain}"
    return bool(_ENTERING.search(said)) and not _HELD.search(unit.plain)


def headed_once(
    pieces: Iterable[tuple[Piece, Unit]], led: Callable[[Unit], Unit | None]
) -> Iterator[Piece]:
    """The statements, a heading that several begin with said before the first of them alone.

    So are the words with a colon that lead to several items; `led` tells those of a sentence.
    """
    seen: set[str] = set()
    for piece, unit in pieces:
        intro = led(unit)
        head = intro.text if intro is not None else ""
        head = head or (f"{unit.headings[0]}：" if unit.headings else "")
        begins = bool(head) and piece.text.startswith(head) and not unit.text.startswith(head)
        yield (
            piece.model_copy(update={"text": piece.text.removeprefix(head)})
            if begins and head in seen
            else piece
        )
        seen |= {head} if begins else set()


def each_once(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The statements, without those whose sentences one before them already goes on with."""
    found: list[Piece] = []
    cited: set[tuple[int, int]] = set()
    for piece in pieces:
        spans = {(c.start, c.end) for c in piece.citations}
        if not spans <= cited:
            found.append(piece)
        cited |= spans
    return tuple(found)
