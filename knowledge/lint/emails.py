"""E-mail addresses that cannot be right as printed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge import lazy_re
from knowledge.lint.fault import Fault, Material, Piece
from knowledge.model import Table
from knowledge.plain import bare, normal

_AT = lazy_re.compile(
    r"(?<![A-Za-z0-9._%+\-])[A-Za-z0-9._%+\-]*@+[A-Za-z0-9.@\-]*"
    r"(?:[,，。、]\s?(?:com|cn|net|org|edu)(?![A-Za-z]))?"
)
_EMAIL = lazy_re.compile(
    r"[A-Za-z0-9][A-Za-z0-9._%+\-]*@[A-Za-z0-9](?:[A-Za-z0-9\-]*[A-Za-z0-9])?"
    r"(?:\.[A-Za-z0-9](?:[A-Za-z0-9\-]*[A-Za-z0-9])?)*\.(?!con$|cmo$|ocm$)[A-Za-z]{2,}"
)
_LONGEST = 254
"""Characters of an address (RFC 5321)."""
_WORD = r"(?!https?:|www\.|QQ|微信)[A-Za-z0-9][A-Za-z0-9._\-#&*]{4,}(?![A-Za-z0-9@:/])"
_DOMAIN = (
    r"(?!www\.)[A-Za-z0-9][A-Za-z0-9_\-]{0,64}[.#&*][A-Za-z0-9._\-#&*]{0,64}\.(?:com|cn|org|net|edu)"
    r"(?![A-Za-z0-9@:/.])"
)
_MAILBOX = lazy_re.compile(
    rf"(?:邮箱|邮件地址|[Ee]-?mail)(?:地址)?[:为是(]{{0,2}}\s?(?P<a>{_WORD})"
    rf"|(?:发送?[至到给往]|报[至到送]|报送[至到]|寄送?[至到]|投稿[至到]?|抄送[至到给]?|提交[至到])(?:[\u4e00-\u9fff]{{0,10}}:)?(?P<b>{_DOMAIN})"
)
_COLUMN = lazy_re.compile(r"邮箱|[Ee]-?mail|电子邮件")
_ADDRESS = lazy_re.compile(r"[A-Za-z0-9][A-Za-z0-9._\-#&*]{4,}")


def emails(material: Material) -> Iterator[Fault]:
    """Incomplete addresses, addresses without @, full-width characters in one."""
    for piece in material.pieces:
        yield from _printed(material, piece)
    for table in material.notice.tables:
        if not table.form:
            yield from _columns(table)


def _printed(material: Material, piece: Piece) -> Iterator[Fault]:
    for match in _AT.finditer(piece.text):
        words = match[0].rstrip(".-")
        if not words.strip("@") or _is_handle(piece.text, match):
            continue
        place = (match.start(), match.start() + len(words))
        start, end = piece.fold.span(*place)
        if len(words) > _LONGEST or not _EMAIL.fullmatch(words):
            yield piece.fault("email_malformed", *place)
        elif not bare(material.notice.text[start:end]).isascii():
            yield piece.fault("email_wide", *place)
    for match in _MAILBOX.finditer(piece.text):
        yield piece.fault("email_malformed", *match.span("a" if match["a"] else "b"))


def _is_handle(text: str, match: re.Match[str]) -> bool:
    """`@所有人` or `@大赛官微` is no address."""
    before = text[max(0, match.start() - 20) : match.start()]
    return match[0].startswith("@") and not re.search(r"邮箱|邮件|mail", before)


def _columns(table: Table) -> Iterator[Fault]:
    """Cells of a column of addresses that have no @."""
    columns = [at for at, name in enumerate(table.header) if _COLUMN.search(bare(name))]
    for row in table.rows:
        for at in columns:
            own = at >= len(row.inherited) or row.inherited[at] is None
            cell = bare(normal(row.cells[at])) if at < len(row.cells) and own else ""
            if _ADDRESS.fullmatch(cell):
                yield Fault("email_malformed", row.path, (row.start, row.end))
