"""Phone numbers with too many or too few digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge import lazy_re
from knowledge.lint.fault import Fault, Material, Piece
from knowledge.model import Table
from knowledge.plain import bare, normal

_LABEL = lazy_re.compile(
    r"(?:电话|手机|传真|热线|座机|联系方式)(?:号码?)?(?:\([^()]{0,8}\))?[:为是]?"
)
_REACH = 60
_OTHER = lazy_re.compile(r"[。;；\n]|QQ|微信|邮|群|网址|地址|时间|传真[^:：\d]{4}")
_TOKEN = lazy_re.compile(
    r"(?<![\dA-Za-z@.*])(?:\+?\d|\(0)[\d\-—–－() ]*\d(?:转\d{1,6})?(?![\d*@]|[A-Za-z.]*@|\.\d)"
)
_QUANTITY = lazy_re.compile(r"^\s?[年月日号时点分秒元人名个室层楼栋%:]")
_MOBILE = lazy_re.compile(r"(?<![\dA-Za-z@.*\-])1[3-9]\d{8}(?:\d{2})?(?![\d*@\-]|[A-Za-z.]*@|\.\d)")
"""Ten or twelve digits that begin like a mobile number."""
_PERSON = lazy_re.compile(
    r"联系|咨询|负责人|联络|老师|工程师|主任|科长|电话|[\u4e00-\u9fff]{2,4}[,，:( ]?$"
)
_NO_PHONE = lazy_re.compile(r"QQ|群|账号|帐号|卡号|编号|证号|代码|邮编|微信|工号|序号")
_NEAR = 24
_COLUMN = lazy_re.compile(r"电话|手机|联系方式|座机|传真|联系人|咨询|负责人")
_VALID = lazy_re.compile(
    r"1[3-9]\d{9}|0(?:10|2\d)\d{8}|0[3-9]\d{9,10}|[2-9]\d{6,7}|[48]00\d{7}|9[56]\d{3,6}|1\d{2,4}"
)
_EXTENSION = lazy_re.compile(r"(?:转|[\-—–－])\d{1,6}$")
_COUNTRY = lazy_re.compile(r"^\s*(?:\+|00)?86(?=[\s\-]*(?:1[3-9]|0?[2-9])\d)")
_SHORT = 6


def phones(material: Material) -> Iterator[Fault]:
    """Numbers behind 电话, behind somebody's name, and in columns of contacts."""
    for piece in material.clauses:
        yield from _printed(piece)
    for table in material.notice.tables:
        if not table.form:
            yield from _columns(table)


def _printed(piece: Piece) -> Iterator[Fault]:
    seen: set[int] = set()
    for match in _candidates(piece.text):
        quantity = _QUANTITY.match(piece.text, match.end())
        if match.start() not in seen and not quantity and is_wrong(match[0]):
            yield piece.fault("phone_malformed", *match.span())
        seen.add(match.start())


def _candidates(text: str) -> Iterator[re.Match[str]]:
    for label in _LABEL.finditer(text):
        rest = text[label.end() : label.end() + _REACH]
        stop = _OTHER.search(rest)
        yield from _TOKEN.finditer(
            text, label.end(), label.end() + (stop.start() if stop else len(rest))
        )
    for match in _MOBILE.finditer(text):
        before = re.split(r"[。；;\n]", text[max(0, match.start() - _NEAR) : match.start()])[-1]
        if _PERSON.search(before) and not _NO_PHONE.search(before):
            yield match


def _columns(table: Table) -> Iterator[Fault]:
    columns = [at for at, name in enumerate(table.header) if _COLUMN.search(bare(name))]
    for row in table.rows:
        cells = [
            normal(row.cells[at])
            for at in columns
            if at < len(row.cells) and (at >= len(row.inherited) or row.inherited[at] is None)
        ]
        tokens = (m[0] for c in cells if not _NO_PHONE.search(c) for m in _TOKEN.finditer(c))
        if any(map(is_wrong, tokens)):
            yield Fault("phone_malformed", row.path, (row.start, row.end))


def is_wrong(token: str) -> bool:
    """Whether so many digits make no Chinese phone number; short service numbers pass.

    >>> is_wrong("139000100211"), is_wrong("023—63899503"), is_wrong("12333")
    (True, False, False)
    """
    digits = re.sub(r"\D", "", token)
    if len(digits) <= _SHORT:
        return False
    for text in (token, _EXTENSION.sub("", token)):
        if _VALID.fullmatch(re.sub(r"\D", "", _COUNTRY.sub("", text))):
            return False
    return not _VALID.fullmatch(digits)
