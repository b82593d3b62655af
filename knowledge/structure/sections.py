"""The body and the attachments of a notice, and where in them the list and the signatures stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from knowledge import lazy_re
from knowledge.model import Attachment
from knowledge.structure import attachments as att
from knowledge.structure.closing import closing, imprint, is_date, is_signature, letterhead
from knowledge.structure.marks import line_mark
from knowledge.structure.naming import numbered
from knowledge.structure.printed import Printed, printed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.structure.grid import Grid
    from knowledge.structure.lines import Line


_NAMED = lazy_re.compile(r"附\s*[件录表]\D")


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
    again: int | None = None
    """The line behind a signature at the beginning: 印发…的通知 is signed before what it issues."""
    listed: bool = False
    """Whether the line that opens it lists it too."""


class Layout(NamedTuple):
    """The sections in order, and the attachments, whether they are there or only listed."""

    sections: list[Section]
    attachments: tuple[Attachment, ...]


def layout(lines: Sequence[Line], grids: Sequence[Grid]) -> Layout:
    """Divide the lines into body and attachments."""
    in_tables = frozenset(i for grid in grids for i in range(grid.first, grid.last + 1))
    opened = att.openings(lines, in_tables)
    blocks = printed(lines)
    body = _body(lines, opened[0].line if opened else len(lines), in_tables, blocks)
    sections = _attached(lines, opened, body.listing, in_tables, blocks)
    return Layout([body, *sections], _attachments(lines, sections, body.listing))


def _body(
    lines: Sequence[Line], last: int, skipped: frozenset[int], blocks: Sequence[Printed]
) -> Section:
    issuers = letterhead(lines[:last])
    signed = _printed_in(blocks, 0, last)
    listing = att.listed(lines, last if signed is None else signed, skipped, issuers)
    until = listing.first if listing else last if signed is None else signed
    after_tables = max((i + 1 for i in skipped if i < until), default=0)
    above = closing(lines[after_tables:until], issuers)
    closings = [] if above is None else [after_tables + above]
    if signed is not None and not closings and not listing:
        closings = [_signed_above(lines, signed)]
    issued = _issued(lines[:until], skipped)
    if issued and (above is None or issued[1] <= after_tables + above):
        closings.insert(0, issued[0])
    if listing:
        closings.append(listing.last + 1)
    again = issued[1] if issued and issued[0] in closings else None
    return Section(None, "", 0, last, 0, _end(lines, last), listing, tuple(closings), again)


def _issued(lines: Sequence[Line], skipped: frozenset[int]) -> tuple[int, int] | None:
    """The lines of a signature before the first mark, `first` to before `last`, if more follows."""
    for index, line in enumerate(lines):
        if index in skipped or any(line_mark(line, "free")):
            return None
        behind = next((i for i in range(index + 1, len(lines)) if lines[i].text), None)
        if is_date(line.text) and behind is not None and index:
            first = index
            while first and (lines[first - 1].blank or is_signature(lines[first - 1].text)):
                first -= 1
            while lines[first].blank:
                first += 1
            return (first, behind) if 0 < first < index else None
    return None


def _end(lines: Sequence[Line], last: int) -> int:
    """Where the text before line `last` ends."""
    return lines[last - 1].end if last else 0


def _attached(
    lines: Sequence[Line],
    opened: Sequence[att.Opening],
    listing: att.ListedSpan | None,
    skipped: frozenset[int],
    blocks: Sequence[Printed],
) -> list[Section]:
    sections: list[Section] = []
    names = _names(opened, listing)
    for at, (opening, name) in enumerate(zip(opened, names, strict=True)):
        first = opening.line + 1
        last = opened[at + 1].line if at + 1 < len(opened) else len(lines)
        words = lines[opening.line].text[opening.body - lines[opening.line].start :]
        title = att.title_of(lines[first:last], words)
        closings = _tail(lines, first, last, skipped, blocks)
        sections.append(
            Section(
                name,
                title,
                first,
                last,
                opening.body,
                _end(lines, last),
                closings=closings,
                listed=opening.listed,
            )
        )
    return sections


def _tail(
    lines: Sequence[Line], first: int, last: int, skipped: frozenset[int], blocks: Sequence[Printed]
) -> tuple[int, ...]:
    """Where the printer's lines begin below an attachment."""
    tail = _printed_in(blocks, first, last)
    if tail is None and last == len(lines) and (below := imprint(lines[first:last])) is not None:
        tail = first + below
    return () if tail is None or tail in skipped else (tail,)


def _signed_above(lines: Sequence[Line], index: int) -> int:
    """The first of the signatures right above line `index`, or itself."""
    first = index
    for at in range(index - 1, -1, -1):
        if lines[at].text and not is_signature(lines[at].text):
            break
        first = at if lines[at].text else first
    return first


def _printed_in(blocks: Sequence[Printed], first: int, last: int) -> int | None:
    return next((block.first for block in blocks if first <= block.first < last), None)


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
    known = listed is not None or section.listed
    return Attachment(
        name=name, title=listed or section.title, listed=known, present=True,
        start=lines[section.first - 1].start, end=_end(lines, last),
    )  # fmt: skip
