"""The text of a paragraph: runs, fields, formulas, and what is anchored in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge import lazy_re
from knowledge.read.docx_styles import Styles
from knowledge.read.docx_xml import MC, Element, W, chosen, is_on, shown, value

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
_CIRCLED = lazy_re.compile(
    r"\s*eq\s*\\o\s*(?:\\a[clr])?\s*\(\s*[○〇Oo]\s*[,，;]\s*(\d{1,2})", re.IGNORECASE
)
_CONTENTS = lazy_re.compile(r"\s*TOC\b", re.IGNORECASE)
_PLAIN = {
    "tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-",
}  # fmt: skip
_SYMBOLS = {
    "F06F": "□", "F0A8": "□", "F071": "□", "F0FE": "☑", "F052": "☑", "F0FD": "☒", "F0FC": "√",
    "F050": "√", "F0D6": "√", "F0B4": "×", "F0A3": "≤", "F0B3": "≥", "F0B1": "±", "F0B0": "°",
}  # fmt: skip
"""Characters of the symbol fonts (Wingdings, Symbol) that say something in a notice."""
_CIRCLES = 20


class Field:
    """A field that is being read: its instruction, then its result."""

    def __init__(self) -> None:
        self.instruction = ""
        self.shown = False
        self.separated = False


class Runs:
    """Reads paragraphs one behind the other; a field may reach over several."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._fields: list[Field] = []
        self._hidden = False
        self.notes: list[tuple[str, str]] = []
        """Kind and id of the notes referred to since this was last emptied."""
        self.boxes: list[tuple[bool, Element]] = []
        """Text boxes anchored since then: whether each stands above its paragraph."""
        self.pictures: list[str] = []
        """Ids of all pictures, in order."""

    def text(self, paragraph: Element) -> str:
        """What a reader sees of it, with a newline for each break within."""
        self._hidden = self._styles.hides(self._styles.of(paragraph))
        return "".join(self._inline(paragraph))

    def _inline(self, element: Element) -> Iterator[str]:
        for each in shown(element):
            if each.tag == f"{W}r":
                if not self._is_hidden(each):
                    yield from self._run(each)
            elif each.tag.startswith(_M):
                yield _formula(each)

    def _is_hidden(self, run: Element) -> bool:
        own = is_on(run, "rPr/vanish")
        style = value(run, "rPr/rStyle")
        return own if own is not None else self._hidden or self._styles.hides(style)

    def _run(self, run: Element) -> Iterator[str]:
        for each in shown(run):
            name = each.tag.removeprefix(W)
            if name == "fldChar":
                yield self._field(each.get(f"{W}fldCharType"))
            elif name == "instrText" and self._fields:
                self._fields[-1].instruction += each.text or ""
            elif all(field.shown for field in self._fields):
                yield from self._piece(name, each)

    def _piece(self, name: str, element: Element) -> Iterator[str]:
        if name == "t":
            yield element.text or ""
        elif name in _PLAIN:
            yield _PLAIN[name]
        elif name == "sym":
            yield _SYMBOLS.get(element.get(f"{W}char", "").upper(), "")
        elif name == "ruby":
            for base in element.iter(f"{W}rubyBase"):
                yield from self._inline(base)
        elif name in {"footnoteReference", "endnoteReference"}:
            self.notes.append((name.removesuffix("Reference"), element.get(f"{W}id", "")))
        elif name in {"drawing", "pict", "object"} or not element.tag.startswith(W):
            self.boxes += [(_is_above(element), box) for box in _boxes(element)]
            self.pictures += [blip.get(_EMBED, "") for blip in element.iter(_BLIP)]

    def _field(self, step: str | None) -> str:
        """Begin, part or end a field; ① is often a field that draws 1 in a circle."""
        if step == "begin":
            self._fields.append(Field())
        elif step == "separate" and self._fields:
            field = self._fields[-1]
            field.separated, field.shown = True, not _CONTENTS.match(field.instruction)
        elif step == "end" and self._fields:
            field = self._fields.pop()
            circled = None if field.separated else _CIRCLED.match(field.instruction)
            if circled and 0 < int(circled[1]) <= _CIRCLES:
                return chr(ord("①") + int(circled[1]) - 1)
        return ""


def _boxes(element: Element) -> Iterator[Element]:
    """The contents of the text boxes in a drawing, each once though it is there in two forms."""
    for each in element:
        if each.tag == f"{MC}AlternateContent":
            yield from _boxes(chosen(each))
        elif each.tag == f"{W}txbxContent":
            yield each
        else:
            yield from _boxes(each)


def _is_above(element: Element) -> bool:
    """Whether what is anchored here begins above the paragraph it is anchored to."""
    for place in element.iter(f"{_DRAWING}positionV"):
        offset = (place.findtext(f"{_DRAWING}posOffset") or "").strip()
        align = (place.findtext(f"{_DRAWING}align") or "").strip()
        return offset.startswith("-") or align == "top"
    return "margin-top:-" in "".join(each.get("style", "") for each in element)


def _formula(element: Element) -> str:
    """A formula in one line, fractions with a slash."""
    if element.tag == f"{_M}t":
        return element.text or ""
    if element.tag == f"{_M}f":
        parts = [_formula(part) for part in element if part.tag != f"{_M}fPr"]
        return "/".join(f"({part})" if re.search(r"[+\-−×*/]", part) else part for part in parts)
    return "".join(map(_formula, element))
