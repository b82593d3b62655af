"""E-mail addresses, phone numbers and document numbers that cannot be right as printed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.lint.fault import Fault, Material, Piece
from knowledge.model import Table
from knowledge.plain import bare, normal

_AT = re.compile(
    r"[A-Za-z0-9._%+\-]*@+[A-Za-z0-9.@\-]*(?:[,，。、]\s?(?:com|cn|net|org|edu)(?![A-Za-z]))?"
)
_EMAIL = re.compile(
    r"[A-Za-z0-9][A-Za-z0-9._%+\-]*@[A-Za-z0-9](?:[A-Za-z0-9\-]*[A-Za-z0-9])?"
    r"(?:\.[A-Za-z0-9](?:[A-Za-z0-9\-]*[A-Za-z0-9])?)*\.(?!con$|cmo$|ocm$)[A-Za-z]{2,}"
)
_MAILBOX = re.compile(
    r"(?:邮箱|邮件地址|[Ee]-?mail)(?:地址)?[:为是]{1,2}\s?(?P<a>(?!https?:|www\.|QQ|微信)[A-Za-z0-9][A-Za-z0-9._\-#&*]{4,})"
    r"(?![A-Za-z0-9@])"
)
_LABEL = re.compile(r"(?:电话|手机|传真|热线|座机|联系方式)(?:号码?)?(?:\([^()]{0,8}\))?[:为是]?")
_REACH = 60
_OTHER = re.compile(r"[。;；\n]|QQ|微信|邮|群|网址|地址|时间|传真[^:：\d]{4}")
_TOKEN = re.compile(
    r"(?<![\dA-Za-z@.*])(?:\+?\d|\(0)[\d\-—–－() ]*\d(?:转\d{1,6})?(?![\d*@]|[A-Za-z.]*@|\.\d)"
)
_QUANTITY = re.compile(r"^\s?[年月日号时点分秒元人名个室层楼栋%:]")
_PHONE_COLUMN = re.compile(r"电话|手机|联系方式|座机|传真")
_VALID = re.compile(
    r"1[3-9]\d{9}|0(?:10|2\d)\d{8}|0[3-9]\d{9,10}|[2-9]\d{6,7}|[48]00\d{7}|9[56]\d{3,6}|1\d{2,4}"
)
_EXTENSION = re.compile(r"(?:转|[\-—–－])\d{1,6}$")
_SHORT = 6
_OWN = re.compile(r"^[\u4e00-\u9fff]{2,12}〔(?:19|20)\d\d〕[1-9]\d{0,4}号$")
_CITED = re.compile(
    r"(?P<office>[\u4e00-\u9fff]{2,12})(?P<a>[〔\[(【〈])(?P<year>\d{2,4})(?P<b>[〕\])】〉])(?P<n>第?\d{0,5}号?)"
)
_PAIRS = {"〔": "〕", "[": "]", "(": ")", "【": "】", "〈": "〉"}
_YEAR_DIGITS = 4


def addresses(material: Material) -> Iterator[Fault]:
    """Malformed e-mails, phones and document numbers, each where it stands."""
    for piece in material.pieces:
        yield from _emails(material, piece)
    for piece in material.clauses:
        yield from _phones(piece)
        yield from _cited(piece, own=piece.path == "开头")
    for table in material.notice.tables:
        if not table.form:
            yield from _columns(table)
    yield from _head(material)


def _emails(material: Material, piece: Piece) -> Iterator[Fault]:
    for match in _AT.finditer(piece.text):
        words = match[0].rstrip(".-")
        if not words.strip("@") or _is_handle(piece.text, match):
            continue
        start, end = piece.fold.span(match.start(), match.start() + len(words))
        printed = material.notice.text[start:end]
        if not _EMAIL.fullmatch(words):
            yield piece.fault("email_malformed", match.start(), match.start() + len(words))
        elif not bare(printed).isascii():
            yield piece.fault("email_wide", match.start(), match.start() + len(words))
    for match in _MAILBOX.finditer(piece.text):
        yield piece.fault("email_malformed", *match.span("a"))


def _is_handle(text: str, match: re.Match[str]) -> bool:
    """`@所有人` or `@大赛官微` is no address."""
    return match[0].startswith("@") and not re.search(
        r"邮箱|邮件|mail", text[max(0, match.start() - 20) : match.start()]
    )


def _phones(piece: Piece) -> Iterator[Fault]:
    seen: set[int] = set()
    for label in _LABEL.finditer(piece.text):
        rest = piece.text[label.end() : label.end() + _REACH]
        stop = _OTHER.search(rest)
        for match in _TOKEN.finditer(
            piece.text, label.end(), label.end() + (stop.start() if stop else len(rest))
        ):
            quantity = _QUANTITY.match(piece.text, match.end())
            if match.start() not in seen and not quantity and _is_wrong(match[0]):
                yield piece.fault("phone_malformed", *match.span())
            seen.add(match.start())


def _columns(table: Table) -> Iterator[Fault]:
    columns = [at for at, name in enumerate(table.header) if _PHONE_COLUMN.search(bare(name))]
    for row in table.rows:
        for at in columns:
            own = at >= len(row.inherited) or row.inherited[at] is None
            cell = normal(row.cells[at]) if at < len(row.cells) and own else ""
            if any(_is_wrong(match[0]) for match in _TOKEN.finditer(cell)):
                yield Fault("phone_malformed", row.path, (row.start, row.end))


def _is_wrong(token: str) -> bool:
    """Whether so many digits make no Chinese phone number; short service numbers pass."""
    digits = re.sub(r"\D", "", token)
    if len(digits) <= _SHORT:
        return False
    for text in (token, _EXTENSION.sub("", token)):
        number = re.sub(
            r"\D", "", re.sub(r"^\s*(?:\+|00)?86(?=[\s\-]*(?:1[3-9]|0?[2-9])\d)", "", text)
        )
        if _VALID.fullmatch(number):
            return False
    return not _VALID.fullmatch(digits)


def _head(material: Material) -> Iterator[Fault]:
    """The notice's own number: not to be read as one, or not as the standard asks."""
    known = next((f for f in material.notice.findings if f.rule == "doc_number"), None)
    number = material.notice.doc_number
    if known:
        quoted = re.search("“(.*?)”", known.message)
        yield Fault(
            "doc_number", known.path, _find(material.notice.text, quoted[1] if quoted else "")
        )
    elif number and not _OWN.match(bare(normal(number))):
        yield Fault("doc_number", "开头", _find(material.notice.text, number))


def _find(text: str, words: str) -> tuple[int, int] | None:
    found = re.search(r"\s*".join(map(re.escape, bare(words))), text) if words else None
    return found.span() if found else None


def _cited(piece: Piece, *, own: bool) -> Iterator[Fault]:
    """Numbers of other documents: brackets that do not match, no 号, no number."""
    for match in _CITED.finditer(piece.text):
        pair = _PAIRS[match["a"]] == match["b"]
        number = match["n"]
        told = bool(re.fullmatch(r"第?\d+号", number)) and len(match["year"]) == _YEAR_DIGITS
        official = "〔" in match["a"] or "〕" in match["b"]
        wrong = (official or number.endswith("号")) and not (pair and told)
        if wrong and not own:
            yield piece.fault("doc_number", *match.span())
