"""A correction that stands in the file of the notice it corrects, below it: 更正说明.

It is read as a correction of its own, so that it is laid over the words above it as a separate
one would be. Whoever has the file has the correction, so it holds on every day.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.catalogue.relations.changes import changes_of
from knowledge.plain import comparable, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge.catalogue.relations.changes import Change
    from knowledge.model import Notice

_GAP = r"[ \t\u3000]*"
_KINDS = "|".join(_GAP.join(kind) for kind in ("说明", "通知", "公告", "启事", "事项", "表", "函"))
_HEADING = lazy_re.compile(
    rf"^{_GAP}(?P<title>(?:附[:：])?(?:关于[^。；，\n]{{0,40}})?(?:更{_GAP}正|勘{_GAP}误)"
    rf"(?:{_GAP}(?:{_KINDS}))?){_GAP}(?:[（(][^（()）\n]{{1,20}}[)）])?{_GAP}$",
    re.MULTILINE,
)


def appended(notice: Notice) -> Notice | None:
    """The correction below the notice, its clauses only; None if there is none.

    Offsets stay those of the notice.
    """
    found = _place(notice)
    if found is None:
        return None
    start, end, title = found
    inside = tuple(
        c.model_copy(
            update={
                "start": max(c.start, start),
                "text": notice.text[max(c.start, start) : c.end].strip(),
            }
        )
        for c in notice.clauses
        if start < c.end <= end
    )
    update = {"clauses": inside, "tables": (), "values": (), "title": title, "issued_on": None}
    part = notice.model_copy(update={**update, "doc_number": None})
    changes = [c for c in changes_of(part) if c.kind != "same"]
    return part if changes and not _worked_in(changes, comparable(above(notice).text)) else None


def _worked_in(changes: Iterable[Change], body: str) -> bool:
    """Whether the notice above has the new words already, as in a 更正版."""
    return any(
        len(after := comparable(c.after)) > 1
        and after in body
        and not (c.before and comparable(c.before) in body)
        for c in changes
    )


def above(notice: Notice) -> Notice:
    """The notice without the correction below it: its text, clauses, tables and values."""
    found = _place(notice)
    if found is None:
        return notice
    start, end, _ = found
    kept = notice.text[:start] + "\n" * (end - start) + notice.text[end:]
    clauses = tuple(
        c.model_copy(update={"end": min(c.end, start), "text": kept[c.start : start].strip()})
        if start < c.end <= end
        else c
        for c in notice.clauses
        if not start <= c.start < end
    )
    values = tuple(v for v in notice.values if not start <= v.start < end)
    return notice.model_copy(update={"text": kept, "clauses": clauses, "values": values})


def _place(notice: Notice) -> tuple[int, int, str] | None:
    """Where the correction begins and ends, and what it is called."""
    for match in _HEADING.finditer(notice.text):
        holding = [c for c in notice.clauses if c.start <= match.start() < c.end]
        if not holding or not notice.text[: match.start()].strip():
            continue  # the file itself is a correction
        behind = [c for c in notice.clauses if c.start >= match.end()]
        own = holding[-1].scope.attachment
        later = (c.start for c in behind if c.scope.attachment not in {None, own})
        return match.start(), next(later, len(notice.text)), squeeze(match["title"])
    return None
