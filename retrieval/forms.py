"""What a form of a notice asks for: all its fields, or how one of them is filled in."""

from __future__ import annotations

import re

from knowledge.model import Notice, Row, Table
from knowledge.plain import comparable, squeeze
from retrieval.asked import Asked
from retrieval.mentions import longest_common
from retrieval.reply import Piece, Reply
from retrieval.rows import cite_row
from retrieval.wording import say

_FILLED = re.compile(
    r"(表|栏|格)[^，。？?]{0,10}(填|写)|填[^，。？?]{0,6}(什么|哪些|啥)[^，。？?]{0,4}(信息|内容|栏)"
)
_FIELD = 2
_BLANK = re.compile(r"^[\d\s年月日：:]*$")


def form_reply(notice: Notice, asked: Asked) -> Reply | None:
    """The fields of the form the question speaks of; None if it speaks of none."""
    forms = [t for t in notice.tables if t.form and t.rows]
    if not forms or not _FILLED.search(asked.plain) or "yes_no" in asked.forms:
        return None
    form = max(forms, key=lambda t: longest_common(asked.plain, _title(notice, t))[0])
    rows = [r for r in form.rows if any(_named(cell, asked) for cell in r.cells)]
    return _told(notice, form, rows or list(form.rows))


def _title(notice: Notice, form: Table) -> str:
    own = [a.title for a in notice.attachments if a.name == form.scope.attachment]
    return comparable(f"{form.title} {' '.join(own)}")


def _named(cell: str, asked: Asked) -> bool:
    name = comparable(cell)
    return longest_common(asked.plain, name)[0] >= max(_FIELD + 1, len(name) - _FIELD)


def _told(notice: Notice, form: Table, rows: list[Row]) -> Reply | None:
    cells = [squeeze(c) for row in rows for c in row.cells if not _BLANK.match(c)]
    if not cells:
        return None
    cited = tuple(c for row in rows for c in cite_row(notice, form, row, ()))
    text = say("form", fields="、".join(dict.fromkeys(cells)))
    piece = Piece(text=text, citations=tuple(dict.fromkeys(cited)))
    return Reply(status="answered", notice=notice.id, pieces=(piece,), sure=1.0)
