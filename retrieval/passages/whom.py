"""Whom to ask where a notice is silent: the contact the notice itself names for that scope."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge import lazy_re
from knowledge.model import Citation, Notice, Value
from retrieval.passages.units import Reading, Unit
from retrieval.question.asked import Asked
from retrieval.reply import Piece, cite, cite_spaced
from retrieval.wording import say

_NO_TALK = ("传真", "QQ")
_CONTACT = lazy_re.compile(r"联系|咨询|负责|办公室|秘书处|老师|电话")
_FIELD = lazy_re.compile(r"\s*[^：:]{2,10}[：:]")
_OFFICE, _COMPLAINTS = (
    lazy_re.compile(r"联系人|联系电话|咨询"),
    lazy_re.compile(r"监督|举报|投诉|纪检"),
)
CALLS = frozenset({"phone", "contact"})
"""What is asked when somebody is to be called."""
CALLING = lazy_re.compile(r"联系|电话|手机|联络|负责人|找谁|问谁|打给")
"""Words of somebody who wants to call."""
_OF_ENTERING = CALLS | {"enrol", "enrol_time", "procedure", "login"}
_NUMBER = lazy_re.compile(r"\d{7}|\d-\d{6}")
_BETWEEN = lazy_re.compile(r"[\t\n|｜│┃]")
"""What ends a cell."""
MOST = 2
"""Contacts shown; a person needs one."""


def whom(reading: Reading, tracks: Sequence[str]) -> Piece | None:
    """The contacts for these tracks, else those of the whole competition; None if none is named.

    A contact of one track is never shown for another; an address serves only where no telephone
    is named at all.
    """
    values = [v for v in reading.notice.values if not any(w in v.label for w in _NO_TALK)]
    phones = [v for v in values if v.kind == "phone"]
    own = [v for v in phones if set(v.scope.tracks) & set(tracks)]
    whole = [v for v in phones if not v.scope.tracks]
    mails = [v for v in values if v.kind == "email" and not v.scope.tracks]
    chosen = _nearest(reading, own) or _nearest(reading, whole) or (not phones and mails) or []
    said = [_said(reading, value) for value in chosen]
    pieces = list({text: (text, cited) for text, cited in said}.values())[:MOST]
    if not pieces:
        return None
    return Piece(
        text=say("ask", contact="；".join(text for text, _ in pieces)),
        citations=tuple(dict.fromkeys(c for _, cited in pieces for c in cited)),
    )


def calls_for_help(asked: Asked, contact: Piece) -> bool:
    """Whether it is asked whom to call about entering or anything: the contact is the answer."""
    concepts = frozenset(asked.concepts)
    return (
        bool(CALLS & concepts) and concepts <= _OF_ENTERING and bool(_NUMBER.search(contact.text))
    )


def _nearest(reading: Reading, values: list[Value]) -> list[Value]:
    """Those of one clause: the first that is about contacts, else the first."""
    said = {v: unit.plain if (unit := _unit(reading, v)) else "" for v in values}
    values = [v for v in values if not _COMPLAINTS.search(said[v])] or values
    about = [v for v in values if _about_contacts(reading, v)]
    about = about or [v for v in values if _OFFICE.search(said[v])] or values
    return [v for v in about if v.path == about[0].path]


def _about_contacts(reading: Reading, value: Value) -> bool:
    """Whether it stands under a heading of contacts, or in a table of them."""
    unit = _unit(reading, value)
    if unit is not None:
        return bool(_CONTACT.search("".join(unit.headings)))
    table = next((t for t in reading.tables if t.start <= value.start < t.end), None)
    return table is None or bool(_CONTACT.search(f"{reading.above(table)}{table.title}"))


def _said(reading: Reading, value: Value) -> tuple[str, tuple[Citation, ...]]:
    """The words of a contact, without its postal address, and where they stand."""
    unit, text = _unit(reading, value), reading.notice.text
    spans = _lines(reading, unit) if unit else _cells(reading.notice, value)
    cited = (
        tuple(cite(reading.notice, value.path, *span) for span in spans)
        if unit
        else (cite_spaced(reading.notice, value.path, (spans[0][0], spans[-1][1])),)
    )
    return "，".join(text[start:end].rstrip("。；;，,") for start, end in spans), cited


def _unit(reading: Reading, value: Value) -> Unit | None:
    return next((u for u in reading.units if u.start <= value.start < u.end), None)


def _lines(reading: Reading, unit: Unit) -> list[tuple[int, int]]:
    """The lines of a contact card that hold a name or a telephone."""
    text = reading.notice.text
    kinds = {"person", "phone"}
    marks = [v.start for v in unit.values if v.kind in kinds and "传真" not in v.label]
    found: dict[tuple[int, int], None] = {}
    for at in marks:
        start = max(text.rfind("\n", 0, at) + 1, unit.start)
        end = text.find("\n", at)
        found[start, min(end if end >= 0 else unit.end, unit.end)] = None
    lines = sorted(found)
    # a line that does not say what it holds was wrapped: then the sentence stands whole
    card = lines and all(_FIELD.match(text[start:end]) for start, end in lines)
    return lines if card else [(unit.start, unit.end)]


def _cells(notice: Notice, value: Value) -> list[tuple[int, int]]:
    """The cells of the row's person and of the telephone."""
    row = [v for v in notice.values if v.path == value.path and v.kind == "person"]
    spans = {_cell(notice.text, v) for v in (*row[:1], value)}
    return sorted(spans)


def _cell(text: str, value: Value) -> tuple[int, int]:
    """Where the cell that holds a value begins and ends, without the white space around it."""
    line = text.rfind("\n", 0, value.start) + 1
    starts = [bar.end() for bar in _BETWEEN.finditer(text, line, value.start)]
    closing = _BETWEEN.search(text, value.end)
    start, end = max(starts, default=line), closing.start() if closing else len(text)
    inner = text[start:end]
    return start + len(inner) - len(inner.lstrip()), start + len(inner.rstrip())
