"""Which notice a coordinator means, of those they may act for."""

from __future__ import annotations

from typing import NamedTuple

from bot.coordinators import Coordinators
from bot.live import Live
from bot.reply import Reply
from bot.wording.office import office_words
from knowledge.model import Notice


class Meant(NamedTuple):
    """A notice and the words behind its name; or what is to be said instead."""

    notice: Notice | None
    rest: str = ""
    reply: Reply = Reply()


def own(live: Live, staff: Coordinators, person: int) -> tuple[Notice, ...]:
    """The notices a person may act for."""
    return tuple(n for n in live.desk.notices if staff.name(person, n) is not None)


def meant(live: Live, staff: Coordinators, person: int, words: str, command: str) -> Meant:
    """The notice whose id or name stands first in the words; without words the only one."""
    mine, said = own(live, staff, person), office_words().desk
    if not words.strip():
        if len(mine) == 1:
            return Meant(mine[0])
        example = mine[0].id if mine else "…"
        return Meant(None, reply=Reply(text=said.which.format(command=command, id=example)))
    first, _, rest = words.strip().partition(" ")
    found = [notice for notice in mine if notice.id == first]
    if not found:
        named = {option.notice for option in live.competitions.named(first)}
        found = [notice for notice in mine if notice.id in named]
    if len(found) != 1:
        names = "、".join(notice.id for notice in (found or mine))
        return Meant(None, reply=Reply(text=said.none.format(words=first, names=names)))
    return Meant(found[0], rest.strip())
