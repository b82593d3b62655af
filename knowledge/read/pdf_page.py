"""The text of PDF pages with places: pieces of text, ruled tables, their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any

import pdfplumber
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFSyntaxError
from pdfminer.psparser import PSException
from pdfplumber.utils.exceptions import PdfminerException
from pdfplumber.utils.text import extract_words

from knowledge import lazy_re
from knowledge.errors import UnreadableError
from knowledge.read.page import Line, Page
from knowledge.read.page_grid import Grid, grid_of, table_of
from knowledge.read.page_lines import reading_order, rows_of

_FEW = 10
"""A page with fewer characters, most of it picture, is a scan."""
_PICTURE = 0.4
_HIDDEN = 0.85
"""A picture over so much of the page, with text: somebody's recognition lies over a scan."""
_HIDDEN_CONFIDENCE = 0.5
"""How sure that recognition was is not in the file."""
_NO_MEANING = lazy_re.compile(r"\(cid:\d+\)|[\x00-\x08\x0e-\x1f\ufffd\ue000-\uf8ff]")
_NO_MEANING_SHARE = 0.2
_TOLERANCE = 8.0
"""Points; no column and no row is narrower."""
_Place = tuple[int, int | None]
"""Which table and which of its cells."""
_LOOSE: _Place = (-1, None)
_TURNS = {(0, 1): 90, (0, -1): 270, (-1, 0): 180}
"""Direction in which the characters of a page stand → degrees to turn it upright."""


def text_pages(file: BytesIO) -> Iterator[Page | None]:
    """Every page in turn; None for one that has to be recognised.

    Raises:
        UnreadableError: the file is broken.
    """
    try:
        with pdfplumber.open(file) as document:
            for number, found in enumerate(PDFPage.create_pages(document.doc), 1):
                page = _upright(document, found, number)
                yield _page(page)
                page.close()
    except (PSException, PDFSyntaxError, PdfminerException) as error:
        raise UnreadableError("PDF 打不开（文件损坏）；请重新下载或导出") from error
    except (RecursionError, ValueError, TypeError, KeyError, AttributeError, IndexError) as error:
        # what pdfminer raises on objects of the wrong kind
        raise UnreadableError("PDF 的内部结构有误；请重新导出") from error


def _upright(document: Any, found: PDFPage, number: int) -> Any:
    """The page, turned if most of its text runs up, down or upside down."""
    page = pdfplumber.page.Page(document, found, page_number=number, initial_doctop=0)
    directions = Counter(_direction(char) for char in page.chars)
    common = directions.most_common(1)
    turn = _TURNS.get(common[0][0]) if common else None
    if turn is None:
        return page
    found.rotate = (found.rotate + turn) % 360
    found.attrs["Rotate"] = found.rotate
    return pdfplumber.page.Page(document, found, page_number=number, initial_doctop=0)


def _direction(char: Any) -> tuple[int, int]:
    a, b = char["matrix"][:2]
    size = max(abs(a), abs(b), 1e-9)
    return round(a / size), round(b / size)


def _page(page: Any) -> Page | None:
    text = "".join(char["text"] for char in page.chars)
    pictured = _pictured(page)
    if len("".join(text.split())) < _FEW and pictured > _PICTURE:
        return None
    if len(_NO_MEANING.findall(text)) > _NO_MEANING_SHARE * len(page.chars):
        return None
    confidence = _HIDDEN_CONFIDENCE if pictured > _HIDDEN else None
    upright = page.filter(_is_upright).dedupe_chars()
    grids = [g for found in page.find_tables() if (g := grid_of(found.cells, _TOLERANCE))]
    inside = {place: chars for place, chars in _placed(upright.chars, grids).items() if chars}
    pieces = [_line(word, confidence) for word in _words(inside.pop(_LOOSE, []))]
    tables = [
        table_of(grid, [_line(w, confidence) for chars in _of(inside, at) for w in _words(chars)])
        for at, grid in enumerate(grids)
    ]
    lines = reading_order(rows_of(pieces), float(page.width))
    blocks = sorted((*lines, *tables), key=lambda b: b.top) if tables else lines
    return Page(float(page.width), float(page.height), tuple(blocks))


def _placed(chars: Iterable[Any], grids: Sequence[Grid]) -> dict[_Place, list[Any]]:
    """Characters by table and cell: texts of two cells may nearly touch."""
    found: dict[_Place, list[Any]] = {}
    for char in chars:
        x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
        at = next((i for i, grid in enumerate(grids) if grid.around(x, y)), None)
        place = _LOOSE if at is None else (at, grids[at].at(x, y))
        found.setdefault(place, []).append(char)
    return found


def _of(inside: Mapping[_Place, list[Any]], table: int) -> list[list[Any]]:
    return [chars for (at, _), chars in inside.items() if at == table]


def _pictured(page: Any) -> float:
    """The share of the page its pictures cover, at most the whole of it."""
    area = sum((i["x1"] - i["x0"]) * (i["bottom"] - i["top"]) for i in page.images)
    return min(1.0, float(area / max(page.width * page.height, 1)))


def _is_upright(thing: Any) -> bool:
    """Text that stands across (a watermark) is left out."""
    return thing["object_type"] != "char" or _direction(thing) == (1, 0)


def _words(chars: Sequence[Any]) -> list[Any]:
    """Pieces without gaps."""
    words = extract_words(
        list(chars), x_tolerance_ratio=0.25, keep_blank_chars=True, return_chars=True
    )
    return [_trimmed(word) for word in words if word["text"].strip()]


def _trimmed(word: Any) -> Any:
    """Without the blanks at its ends, by which typists push signatures to the right."""
    inked = [char for char in word["chars"] if char["text"].strip()]
    return {**word, "x0": inked[0]["x0"], "x1": inked[-1]["x1"], "text": word["text"].strip()}


def _line(word: Any, confidence: float | None) -> Line:
    return Line(
        word["x0"],
        word["x1"],
        word["top"],
        word["bottom"],
        word["text"],
        confidence,
    )
