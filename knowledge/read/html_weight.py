"""How much of a notice each element of a page may hold.

Text in links weighs nothing, and text without sentences little: that is what portals are made of.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from knowledge import lazy_re
from knowledge.plain import bare

Element: TypeAlias = Any
"""An lxml element; the library has no types of its own."""
_SENTENCE = lazy_re.compile(r"[。；，]")
_SIDE = 0.05
"""What text without sentences weighs: cells, headings, but also what pages end with."""


def weights(body: Element) -> dict[Element, float]:
    """The weight of each element, that of its descendants included."""
    found: dict[Element, float] = {}
    for element in reversed(list(body.iter())):
        own = _weight(element.text) + sum(found[each] + _weight(each.tail) for each in element)
        found[element] = 0.0 if element.tag == "a" else own
    return found


def _weight(text: str | None) -> float:
    words = bare(text or "")
    return len(words) * (1.0 if _SENTENCE.search(words) else _SIDE)
