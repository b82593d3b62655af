"""Several texts put one behind the other, the spans read from pictures moved with them."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.read.model import Read, Recognised


def behind(lead: str, read: Read) -> Read:
    r"""The text behind other words.

    >>> behind("附件1\n", Read(text="报名表", recognised=())).text
    '附件1\n报名表'
    """
    moved = (
        Recognised(start=r.start + len(lead), end=r.end + len(lead), confidence=r.confidence)
        for r in read.recognised
    )
    return Read(text=lead + read.text, recognised=tuple(moved))


def together(reads: Iterable[Read], between: str) -> Read:
    """All of them, with `between` between two."""
    text = ""
    recognised: tuple[Recognised, ...] = ()
    for read in reads:
        here = behind(text + between if text else "", read)
        text, recognised = here.text, (*recognised, *here.recognised)
    return Read(text=text, recognised=recognised)
