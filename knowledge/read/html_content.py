"""Which element of a page holds the notice: the one with the sentences.

From the top of the page the way leads down as long as one child has nearly all of the weight.
"""

from __future__ import annotations

from knowledge.read.html_weight import Element, weights

_SHARE = 0.75
_INLINE = frozenset(
    [
        "a",
        "b",
        "i",
        "u",
        "em",
        "strong",
        "span",
        "font",
        "sub",
        "sup",
        "small",
        "big",
        "o:p",
        "s",
        "ins",
        "label",
        "mark",
    ]
)


def content_of(body: Element) -> Element:
    """The element that holds the notice."""
    known = weights(body)
    here = body
    while True:
        best = max(here, key=lambda child: known.get(child, 0.0), default=None)
        if best is None or best.tag in _INLINE or best.tag in {"p", "tr", "tbody", "table"}:
            inner = None if best is None else _only_cell(best, known)
            if inner is None:
                return here
            best = inner
        if known.get(best, 0.0) < _SHARE * known[here]:
            return here
        here = best


def _only_cell(element: Element, known: dict[Element, float]) -> Element | None:
    """The cell of a table for layout that holds nearly all of it; cells of data never do."""
    if element.tag not in {"table", "tbody", "tr"}:
        return None
    cells = list(element.iter("td"))
    best = max(cells, key=lambda cell: known.get(cell, 0.0), default=None)
    if best is None or known.get(best, 0.0) < _SHARE * known[element]:
        return None
    return best
