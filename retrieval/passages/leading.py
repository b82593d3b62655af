"""Statements that only lead to what stands below: 复赛安排如下： tells nothing by itself."""

from __future__ import annotations

from retrieval.reply import Piece

_COLONS = ("：", ":")


def leads(piece: Piece) -> bool:
    """Whether a statement ends where what it leads to would begin.

    >>> leads(Piece(text="安排如下：", citations=())), leads(Piece(text="须带：手套", citations=()))
    (True, False)
    """
    return piece.text.rstrip().endswith(_COLONS)


def without_leads(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The statements without lines that lead only; all of them, where nothing else is told."""
    cut = (p.model_copy(update={"text": _cut(p.text)}) if leads(p) else p for p in pieces)
    return tuple(piece for piece in cut if piece.text) or pieces


def _cut(text: str) -> str:
    r"""A text without the lines at its end that lead only.

    >>> _cut("理论占30%。\n实操安排如下：")
    '理论占30%。'
    """
    lines = text.rstrip().split("\n")
    while lines and lines[-1].rstrip().endswith(_COLONS):
        lines.pop()
    return "\n".join(lines)
