"""The body and the attachments of a notice, and where in them the list and the signatures stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from knowledge.model import Attachment
from knowledge.structure import attachments as att
from knowledge.structure.closing import closing, imprint, letterhead
from knowledge.structure.naming import numbered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.structure.grid import Grid
    from knowledge.structure.lines import Line


_NAMED = re.compile(r"附\s*[件录表]\D")


class Section(NamedTuple):
    """The body (name None) or an attachment: the lines `first` to before `last`.

    The line that opens an attachment is the one before `first`.
    """

    name: str | None
    title: str
    first: int
    last: int
    start: int
    """Where its words begin: behind the mark of an attachment."""
    end: int
    listing: att.ListedSpan | None = None
    closings: tuple[int, ...] = ()
    """Lines where signatures or the printer's lines begin."""


class Layout(NamedTuple):
    """The sections in order, and the attachments, whether they are there or only listed."""

    sections: list[Section]
    attachments: tuple[Attachment, ...]


def layout(lines: Sequence[Line], grids: Sequence[Grid]) -> Layout:
    """Divide the lines into body and attachments."""
    in_tables = frozenset(i for grid in grids for i in range(grid.first, grid.last + 1))
    opened = att.openings(lines, in_tables)
    body = _body(lines, opened[0].line if opened else len(lines), in_tables)
    sections = _attached(lines, opened, body.listing, in_tables)
    return Layout([body, *sections], _attachments(lines, sections, body.listing))


def _body(lines: Sequence[Line], last: int, skipped: frozenset[int]) -> Section:
    issuers = letterhead(lines[:last])
    listing = att.listed(lines, last, skipped, issuers)
    until = listing.first if listing else last
    after_tables = max((i + 1 for i in skipped if i < until), default=0)
    above = closing(lines[after_tables:until], issuers)
    closings = [] if above is None else [after_tables + above]
    if listing:
        closings.append(listing.last + 1)
    return Section(None, "", 0, last, 0, _end(lines, last), listing, tuple(closings))


def _end(lines: Sequence[Line], last: int) -> int:
    """Where the text before line `last` ends."""
    return lines[last - 1].end if last else 0


def _attached(
    lines: Sequence[Line],
    opened: Sequence[att.Opening],
    listing: att.ListedSpan | None,
    skipped: frozenset[int],
) -> list[Section]:
    sections: list[Section] = []
    names = _names(opened, listing)
    for at, (opening, name) in enumerate(zip(opened, names, strict=True)):
        first = opening.line + 1
        last = opened[at + 1].line if at + 1 < len(opened) else len(lines)
        words = lines[opening.line].text[opening.body - lines[opening.line].start :]
        title = att.title_of(lines[first:last], words)
        tail = imprint(lines[first:last]) if last == len(lines) else None
        closings = () if tail is None or first + tail in skipped else (first + tail,)
        sections.append(
            Section(name, title, first, last, opening.body, _end(lines, last), closings=closings)
        )
    return sections


def _names(opened: Sequence[att.Opening], listing: att.ListedSpan | None) -> list[str]:
    """A single attachment is the one listed, though only one of the two places numbers it."""
    only = listing.items[0].number if listing and len(listing.items) == len(opened) == 1 else None
    return numbered(o.name or att.name_of(o.number or only) for o in opened)


def _attachments(
    lines: Sequence[Line], sections: Sequence[Section], listing: att.ListedSpan | None
) -> tuple[Attachment, ...]:
    """All attachments by number; the title is that of the list if there is one."""
    titles = {att.name_of(item.number): item.title for item in (listing.items if listing else ())}
    present = {str(section.name): section for section in sections}
    only = {section.name for section in sections if not _NAMED.match(section.name or "")}
    if len(titles) == len(present) == len(only) == 1 and "附件" in titles:
        titles = dict(zip(present, titles.values(), strict=True))
    return tuple(
        _attachment(lines, name, titles.get(name), present.get(name))
        for name in sorted({*titles, *present}, key=_order)
    )


def _order(name: str) -> tuple[int, str]:
    digits = re.search(r"\d+", name)
    return (int(digits.group()) if digits else 0), name


def _attachment(
    lines: Sequence[Line], name: str, listed: str | None, section: Section | None
) -> Attachment:
    if section is None:
        return Attachment(name=name, title=listed or "", listed=True, present=False)
    last = section.closings[0] if section.closings else section.last
    return Attachment(
        name=name, title=listed or section.title, listed=listed is not None, present=True,
        start=lines[section.first - 1].start, end=_end(lines, last),
    )  # fmt: skip
