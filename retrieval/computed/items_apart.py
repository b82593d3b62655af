"""What the one list has and the other has not: 学生比职工多考哪样.

Each side is told in full; what is over stands below them.
"""

from __future__ import annotations

from collections.abc import Sequence

from knowledge import lazy_re
from knowledge.plain import comparable
from retrieval.reply import Piece
from retrieval.wording import say

_ASKS = lazy_re.compile(
    r"比[^，,。？?]{1,16}(?:多|少)(?:了|出|要|考|比|做|交|带|有|学|设|个|些)*(?:什么|啥|哪)"
)
_ITEM = lazy_re.compile(r"[、；;]")
_HEAD = lazy_re.compile(r"^[^：:，,]{1,16}[：:]")
_TWO = 2


def items_apart(question: str, pieces: Sequence[Piece]) -> Piece | None:
    """What is over in one of two lists, if it is asked (comparable); None if neither has more.

    Lists of which both have something of their own differ in more than what is over.
    """
    if len(pieces) != _TWO or not _ASKS.search(question):
        return None
    lists = [_items(piece.text) for piece in pieces]
    if any(len(items) < _TWO for items in lists):
        return None
    known = [{comparable(item) for item in items} for items in lists]
    over = [
        [item for item in items if comparable(item) not in known[1 - i]]
        for i, items in enumerate(lists)
    ]
    if not any(over) or all(over):
        return None
    side = 0 if over[0] else 1
    text = say("over", name=pieces[side].scope, items="、".join(over[side]))
    cited = tuple(dict.fromkeys(c for piece in pieces for c in piece.citations))
    return Piece(text=text, citations=cited, computed=(text,))


def _items(text: str) -> list[str]:
    """The items of a list, without the names of the row and of the column before it."""
    while (head := _HEAD.match(text)) is not None:
        text = text[head.end() :]
    return [item.strip().rstrip("。") for item in _ITEM.split(text) if item.strip()]
