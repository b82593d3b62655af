"""What a form of a notice asks for: all its fields, or how one of them is filled in."""

from __future__ import annotations

from knowledge import lazy_re
from knowledge.model import Attachment, Notice, Row, Table
from knowledge.plain import comparable, squeeze
from retrieval.passages.elements import cite_phrase
from retrieval.question.asked import Asked
from retrieval.question.lexicon import words
from retrieval.question.mentions import longest_common
from retrieval.reply import Piece, Reply, cite
from retrieval.tabular.rows import cite_row
from retrieval.wording import say

_FILLED = lazy_re.compile(
    r"(?:(?<!安排)(?<!日程)(?<!赛程)(?<!时间)(?<!进度)表|栏|格)[^，。？?]{0,10}(填|写)|填[^，。？?]{0,6}(什么|哪些|啥)[^，。？?]{0,4}(信息|内容|栏)"
)
_CONTENT = lazy_re.compile(
    r"(表|模板)(里面?|中|上)?(一共|都|得|要|需要|该)*填(写)?(些|哪|什么|啥|几)|(表|模板)[^，。？?]{0,6}(几|哪些|哪几)(个|些)?(列|栏|项|格|内容)"
    r"|(填|写)(些)?(什么|哪些|啥|哪几)[^，。？?]{0,3}(内容|信息|项|列|栏)|(表|模板)[^，。？?]{0,3}(长什么样|什么样子?|啥样|样式|格式)"
)
"""What is asked for in a form, not which form is."""
_EMPTY = lazy_re.compile(
    r"(栏|格|表里|表上|表中|表格)[^，,。？?]{0,6}(空着|空白|空起|留空|不填|没填|怎么填|填什么|填啥|写什么|写啥)"
    r"|(空着|留空|不填)[^，,。？?]{0,4}(行|可以|能|成)"
)
_HOW = lazy_re.compile(r"填|无则|没有的")
"""A cell that says how a field is filled in: （职工身份填无）."""
_FIELD = 2
_BLANK = lazy_re.compile(r"^[\d\s年月日：:]*$")


def form_reply(notice: Notice, asked: Asked) -> Reply | None:
    """The fields of the form the question speaks of; None if it speaks of none."""
    forms = [t for t in notice.tables if t.form and (t.rows or t.header)]
    absent = _absent(notice, asked) if _CONTENT.search(asked.plain) else None
    if absent is not None and not any(t.scope.attachment == absent.name for t in forms):
        return _not_here(notice, absent)
    if forms and _EMPTY.search(asked.plain):
        return _instructed(notice, forms, asked)
    if not forms or not _FILLED.search(asked.plain) or "yes_no" in asked.forms:
        return None
    form = max(forms, key=lambda t: longest_common(asked.plain, _title(notice, t))[0])
    if not form.rows:
        return _headed(notice, form, asked)
    rows = [r for r in form.rows if any(_named(cell, asked) for cell in r.cells)]
    return _told(notice, form, rows or list(form.rows))


def _absent(notice: Notice, asked: Asked) -> Attachment | None:
    """The form the question names, if the notice came without it."""
    titled = [(longest_common(asked.plain, comparable(a.title)), a) for a in notice.attachments]
    named = [(size, a) for (size, _, _), a in titled if size > _FIELD and not a.present]
    return max(named, key=lambda each: each[0])[1] if named else None


def _not_here(notice: Notice, form: Attachment) -> Reply | None:
    """That what a form asks for stands in the form, which is not here."""
    cited = cite_phrase(notice, form.title)
    if cited is None:
        return None
    text = say(
        "in_missing_attachment", what=f"{form.title}的内容", quote=f"{form.name} {form.title}"
    )
    computed = (f"{form.name} {form.title}",)
    return Reply(
        status="not_stated",
        notice=notice.id,
        reason="in_missing_attachment",
        pieces=(Piece(text=text, citations=(cited,), computed=computed),),
        sure=1.0,
        what=f"{form.title}的内容",
    )


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
