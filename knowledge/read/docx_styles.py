"""What the styles of a document say that shows in its text: numbers, hidden text, contents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge import lazy_re
from knowledge.read.docx_xml import Element, W, child, is_on, value

_CONTENTS = lazy_re.compile(r"toc ?(?:\d|heading)", re.IGNORECASE)
_DEEPEST = 20
"""Styles based on each other; a ring of them ends here."""


class Styles:
    """The styles by id."""

    def __init__(self, root: Element | None) -> None:
        every = [] if root is None else root.findall(f"{W}style")
        self._by_id = {style.get(f"{W}styleId"): style for style in every}
        self._default = next(
            (
                style.get(f"{W}styleId")
                for style in every
                if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") == "1"
            ),
            None,
        )

    def of(self, paragraph: Element) -> str | None:
        """The style of a paragraph."""
        return value(paragraph, "pPr/pStyle") or self._default

    def hides(self, style: str | None) -> bool:
        """Whether text in this style is hidden."""
        set_here = (is_on(each, "rPr/vanish") for each in self._chain(style))
        return next((found for found in set_here if found is not None), False)

    def is_contents(self, style: str | None) -> bool:
        """Whether this style is for the lines of a table of contents."""
        found = self._by_id.get(style)
        return found is not None and bool(_CONTENTS.match(value(found, "name")))

    def numbered(self, style: str | None) -> Iterator[tuple[str, Element]]:
        """The numbering a style asks for, and those it is based on: style and `w:numPr`."""
        for each in self._chain(style):
            found = child(each, "pPr/numPr")
            if found is not None:
                yield each.get(f"{W}styleId"), found

    def _chain(self, style: str | None) -> Iterator[Element]:
        for _ in range(_DEEPEST):
            found = self._by_id.get(style)
            if found is None:
                return
            yield found
            style = value(found, "basedOn")
