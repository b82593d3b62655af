"""Which element of a page holds the notice: the one with the sentences.

Text in links and text without sentences weighs little; from the top of the page the way leads down
as long as one child has nearly all of the weight.
"""

from __future__ import annotations

import re

from knowledge.plain import bare
from knowledge.read.html_page import Element

_SENTENCE = re.compile(r"[。；，]")
_SIDE = 0.2
"""What text without sentences weighs: cells, headings, but also what pages end with."""
_SHARE = 0.85
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
    weights = _weights(body)
    here = body
    while True:
        best = max(here, key=lambda child: weights.get(child, 0.0), default=None)
        if best is None or best.tag in _INLINE or best.tag in {"p", "tr", "tbody", "table"}:
            inner = None if best is None else _only_cell(best, weights)
            if inner is None:
                return here
            best = inner
        if weights.get(best, 0.0) < _SHARE * weights[here]:
            return here
        here = best


def _only_cell(element: Element, weights: dict[Element, float]) -> Element | None:
    """The cell of a table for layout that holds nearly all of it; cells of data never do."""
    if element.tag not in {"table", "tbody", "tr"}:
        return None
    cells = list(element.iter("td"))
    best = max(cells, key=lambda cell: weights.get(cell, 0.0), default=None)
    if best is None or weights.get(best, 0.0) < _SHARE * weights[element]:
        return None
    return best


def _weights(body: Element) -> dict[Element, float]:
    """The weight of each element, that of its descendants included."""
    weights: dict[Element, float] = {}
    for element in reversed(list(body.iter())):
        own = 0.0 if element.tag == "a" else _weight(element.text)
        own += sum(weights[child] + _weight(child.tail) for child in element)
        weights[element] = 0.0 if element.tag == "a" else own
    return weights


def _weight(text: str | None) -> float:
    words = bare(text or "")
    return len(words) * (1.0 if _SENTENCE.search(words) else _SIDE)
