"""What a remark in a row adds to its number: 丹岭市 | 6 | 焊工赛项另加4名 is 6+4=10名 for 焊工."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge import lazy_re
from knowledge.model import Notice
from knowledge.plain import comparable, squeeze
from retrieval.passages.rank import Sought
from retrieval.reply import Piece, Reply
from retrieval.tabular.tables import Hit
from retrieval.wording import say

_MORE = lazy_re.compile(
    r"(?P<who>[^，,。；;]{0,20}?)(?:可以?|各)?(?:另外?加|另增|再加|增加|增报|多报|加)"
    r"(?P<n>\d{1,2})(?P<unit>[名人个队支组])"
)
_NUMBER = lazy_re.compile(r"(?P<n>\d{1,3})(?P<unit>[名人个队支组])?")
_PEOPLE = frozenset("名人个")


def with_more(notice: Notice, hit: Hit, reply: Reply | None, sought: Sought) -> Reply | None:
    """The reply of one cell, with what a remark adds to it for the track that is asked about."""
    if reply is None or len(hit.rows) != 1 or len(hit.asked) != 1 or len(reply.pieces) != 1:
        return reply
    cell = _NUMBER.fullmatch(comparable(hit.rows[0].cells[hit.asked[0]]))
    added = next(_adding(notice, hit, sought), None)
    if cell is None or added is None or not _alike(cell["unit"], added[1]["unit"]):
        return reply
    column, more = added
    remark = say("cell", column=squeeze(hit.table.header[column]), value=_told(hit, column))
    total = str(int(cell["n"]) + int(more["n"]))
    line = say("worked.together", formula=f"{cell['n']}+{more['n']}={total}{more['unit']}")
    first = reply.pieces[0]
    told = first.model_copy(update={"text": f"{first.text}，{remark}"})
    summed = Piece(text=line, citations=first.citations, computed=(line, total), scope=first.scope)
    return reply.model_copy(update={"pieces": (told, summed)})


def _adding(notice: Notice, hit: Hit, sought: Sought) -> Iterator[tuple[int, re.Match[str]]]:
    """The cells of the row that add some for the one track that is asked about."""
    own = [t for t in notice.tracks if t.id in sought.tracks]
    names = [comparable(name) for track in own for name in (track.name, *track.aliases)]
    for column in range(len(hit.table.header)) if len(own) == 1 else ():
        more = _MORE.fullmatch(comparable(_told(hit, column)))
        if column in hit.asked or more is None:
            continue
        if any(name in more["who"] for name in names):
            yield column, more


def _told(hit: Hit, column: int) -> str:
    return squeeze(hit.rows[0].cells[column])


def _alike(first: str | None, second: str) -> bool:
    return first is None or first == second or {first, second} <= _PEOPLE
