"""Document numbers (发文字号) that are not as GB/T 9704-2012, 7.2.5 asks.

机关代字〔年份〕序号: four digits of the year in 〔〕, no 第, no leading zeros, 号 at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge import lazy_re
from knowledge.lint.fault import Fault, Material, Piece
from knowledge.plain import bare, normal

_OWN = lazy_re.compile(r"^[\u4e00-\u9fff]{2,12}〔(?:19|20)\d\d〕[1-9]\d{0,4}号$")
_CITED = lazy_re.compile(
    r"(?P<office>[\u4e00-\u9fff]{2,12})(?P<a>[〔\[(【〈])(?P<year>\d{2,4})(?P<b>[〕\])】〉])(?P<n>第?\d{0,5}号?)"
)
_PAIRS = {"〔": "〕", "[": "]", "(": ")", "【": "】", "〈": "〉"}
_YEAR_DIGITS = 4


def doc_numbers(material: Material) -> Iterator[Fault]:
    """The notice's own number, strictly; those it cites only where they are surely broken."""
    yield from _head(material)
    for piece in material.clauses:
        if piece.path != "开头":
            yield from _cited(piece)


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


def _cited(piece: Piece) -> Iterator[Fault]:
    """Numbers of other documents: brackets that do not match, no 号, no number."""
    for match in _CITED.finditer(piece.text):
        pair = _PAIRS[match["a"]] == match["b"]
        number = match["n"]
        told = bool(re.fullmatch(r"第?\d+号", number)) and len(match["year"]) == _YEAR_DIGITS
        official = "〔" in match["a"] or "〕" in match["b"]
        wrong = (official or number.endswith("号")) and not (pair and told)
        if wrong:
            yield piece.fault("doc_number", *match.span())
