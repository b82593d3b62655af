"""What is made of a notice's text: the notice itself and the rules drafted from it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from knowledge.bundled import Source
    from knowledge.model import Notice


class Made(NamedTuple):
    """What reading a notice gives."""

    notice: Notice
    drafted: str | None
    """None where people have written its rules."""


def made(source: Source) -> Made:
    """Read a notice and draft its rules; raises what reading raises."""
    notice = read(source.id, source.data, source.confirmed)
    return Made(notice, drafted(notice, source.rules))


def read(notice: str, data: bytes, confirmed: Mapping[str, Any]) -> Notice:
    """Read a notice; raises what reading raises."""
    from knowledge.notice import read_notice  # noqa: PLC0415 only when something has changed

    return read_notice(notice, data, confirmed)


def drafted(notice: Notice, rules: str | None) -> str | None:
    """Return rules made from the clauses where a person has written none."""
    if rules is not None:
        return None
    from knowledge.eligibility.drafting.written import (  # noqa: PLC0415 only when something has changed
        drafted_text,
    )

    return drafted_text(notice)
