"""PDF files in several layouts, drawn by reportlab with a font that is not embedded."""

from __future__ import annotations

from io import BytesIO

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    LongTable,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    TableStyle,
)

FONT = "STSong-Light"
pdfmetrics.registerFont(UnicodeCIDFont(FONT))
GRID = [("GRID", (0, 0), (-1, -1), 0.6, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")]


def style(**more):
    return ParagraphStyle(
        "s", fontName=FONT, wordWrap="CJK", **{"fontSize": 12, "leading": 20, **more}
    )


BODY = style(firstLineIndent=24)
BLOCK = style(spaceAfter=6)
TITLE = style(fontSize=18, leading=27, alignment=TA_CENTER)
RIGHT = style(alignment=TA_RIGHT)
LEFT = style()
CELL = style(fontSize=10, leading=14)


def table(rows, widths, *extra):
    cells = [[Paragraph(text, CELL) for text in row] for row in rows]
    return LongTable(cells, colWidths=widths, repeatRows=1, style=TableStyle([*GRID, *extra]))


def pdf(flow, *, header="", number="— {} —", size=A4, margin=70):
    """The file; `header` and `number` stand on every page."""

    def margins(canvas, _):
        page = canvas.getPageNumber()
        canvas.setFont(FONT, 9)
        shown = header(page) if callable(header) else header
        canvas.drawString(margin, size[1] - 40, shown)
        canvas.drawCentredString(size[0] / 2, 30, number.format(page))

    out = BytesIO()
    document = SimpleDocTemplate(
        out, pagesize=size, leftMargin=margin, rightMargin=margin, topMargin=66, bottomMargin=64
    )
    document.build(list(flow), onFirstPage=margins, onLaterPages=margins)
    return out.getvalue()


def drawn(draw, *, size=A4, pages=1, encrypt=None):
    """A file whose pages `draw(canvas, page)` paints."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=size, encrypt=encrypt)
    for page in range(1, pages + 1):
        canvas.setFont(FONT, 12)
        draw(canvas, page)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


WIDE = landscape(A4)
__all__ = [
    "A4",
    "BLOCK",
    "BODY",
    "LEFT",
    "RIGHT",
    "TITLE",
    "WIDE",
    "PageBreak",
    "Paragraph",
    "Spacer",
]
