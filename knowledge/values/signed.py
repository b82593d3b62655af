"""The dates a notice ends with: made out (成文日期) and printed (印发日期)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from knowledge.model import Element, Value

LABELS = {"date": "成文日期", "imprint": "印发日期"}
"""By the kind of element a date stands in."""


def signed_values(values: Iterable[Value], elements: Sequence[Element]) -> tuple[Value, ...]:
    """The values, the dates of the closing under the name the standard gives them."""
    closing = [each for each in elements if each.kind in LABELS]
    return tuple(_labelled(value, closing) for value in values)


def _labelled(value: Value, closing: Sequence[Element]) -> Value:
    if value.kind != "date":
        return value
    for each in closing:
        if each.start <= value.start and value.end <= each.end:
            return value.model_copy(update={"label": LABELS[each.kind]})
    return value
