"""One trial of something that was generated, and the desks they are tried on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from knowledge.bundled import bundled
from knowledge.catalogue.relations import related
from knowledge.model import Frozen, Notice
from knowledge.notice import read_notice
from retrieval.desk import Desk


class Trial(Frozen):
    """Whether what must hold did hold, once."""

    kind: str
    """What was done, as tables call it."""
    id: str
    question: str
    right: bool
    reason: str = ""
    """What is wrong; empty where nothing is."""


@cache
def bundled_notices() -> Mapping[str, Notice]:
    """The bundled notices by id, read once."""
    return {each.id: read_notice(each.id, each.data, each.confirmed) for each in bundled()}


def again(notice: Notice, text: str) -> Notice:
    """The notice read anew from a changed text, with what people confirmed of it."""
    found = next((each for each in bundled() if each.id == notice.id), None)
    confirmed: Mapping[str, Any] = found.confirmed if found else {}
    return read_notice(notice.id, text.encode(), confirmed)


def desk_of(notices: Iterable[Notice]) -> Desk:
    """A desk by words alone, without rules: the same answer however it is asked."""
    return Desk(related(list(notices)))
