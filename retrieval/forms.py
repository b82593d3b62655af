"""What a form of a notice asks for: all its fields, or how one of them is filled in."""

from __future__ import annotations

import re

from knowledge.model import Notice, Row, Table
from knowledge.plain import comparable, squeeze
from retrieval.asked import Asked
from retrieval.lexicon import words
from retrieval.mentions import longest_common
from retrieval.reply import Piece, Reply, cite
from retrieval.rows import cite_row
from retrieval.wording import say

_FILLED = re.compile(
    r"(表|栏|格)[^，。？?]{0,10}(填|写)|填[^，。？?]{0,6}(什么|哪些|啥)[^，。？?]{0,4}(信息|内容|栏)"
)
_EMPTY = re.compile(
    r"(栏|格|表里|表上|表中|表格)[^，,。？?]{0,6}(空着|空白|空起|留空|不填|没填|怎么填|填什么|填啥|写什么|写啥)"
    r"|(空着|留空|不填)[^，,。？?]{0,4}(行|可以|能|成)"
)
_HOW = re.compile(r"填|无则|没有的")
"""A cell that says how a field is filled in: （职工身份填无）."""
_FIELD = 2
_BLANK = re.compile(r"^[\d\s年月日：:]*$")


def form_reply(notice: Notice, asked: Asked) -> Reply | None:
    """The fields of the form the question speaks of; None if it speaks of none."""
    forms = [t for t in notice.tables if t.form and (t.rows or t.header)]
    if forms and _EMPTY.search(asked.plain):
        return _instructed(notice, forms, asked)
    if not forms or not _FILLED.search(asked.plain) or "yes_no" in asked.forms:
        return None
    form = max(forms, key=lambda t: longest_common(asked.plain, _title(notice, t))[0])
    if not form.rows:
        return _headed(notice, form, asked)
    rows = [r for r in form.rows if any(_named(cell, asked) for cell in r.cells)]
    return _told(notice, form, rows or list(form.rows))


def _about(cell: str, asked: Asked) -> int:
    """How much of what the question is about a cell speaks of."""
    return len({f.id for f in words().spoken(comparable(cell))} & set(asked.concepts))


def _instructed(notice: Notice, forms: list[Table], asked: Asked) -> Reply | None:
    """The row with words on how it is filled in that the question is about."""
    told = [
        (sum(_about(c, asked) for c in row.cells), form, row)
        for form in forms
        for row in form.rows
        if any(_HOW.search(c) for c in row.cells)
    ]
    best = max(told, key=lambda each: each[0], default=None)
    return _told(notice, best[1], [best[2]]) if best is not None and best[0] else None


def _headed(notice: Notice, form: Table, asked: Asked) -> Reply:
    """The columns of an empty list, or those the question is about."""
    fields = [squeeze(h) for h in form.header]
    named = [f for f in fields if _about(f, asked) or _named(f, asked)] or fields
    text = say("form", fields="、".join(named))
    cited = cite(notice, form.path, form.start, form.end)
    piece = Piece(text=text, citations=(cited,), computed=(text,))
    return Reply(status="answered", notice=notice.id, pieces=(piece,), sure=1.0)


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
