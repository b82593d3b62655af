"""Whom a notice addresses: contestants, or organisers who apply to run competitions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge import lazy_re

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge.model import Clause, Role

_TITLE = lazy_re.compile(r"申报|(?:征集|遴选).{0,8}承办|承办.{0,8}(?:征集|遴选)")
_HEADING = lazy_re.compile(r"^(?:申报对象|申报条件|申报单位|承办条件)$")


def audience_of(title: str, clauses: Iterable[Clause]) -> Role:
    """Organiser if the title calls for applications to run competitions, else contestant."""
    headed = any(_HEADING.search(clause.heading) for clause in clauses)
    return "organiser" if _TITLE.search(title) or headed else "contestant"
