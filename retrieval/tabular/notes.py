"""What goes with a row of a table: the hour of its day, its unit, what 另行通知 in a cell means."""

from __future__ import annotations

from knowledge import lazy_re
from knowledge.plain import comparable
from retrieval.passages.units import Reading, Unit
from retrieval.question.lexicon import Words
from retrieval.reply import Piece, Reply, cite_unit
from retrieval.tabular.tables import Hit

_CLOCK = lazy_re.compile(r"\d{1,2}[:：]\d{2}|\d{1,2}[时点]")
_EVERY = lazy_re.compile(r"一律|统一|均|各|当[天日]|截止日|为准")
_NUMBER = lazy_re.compile(r"\s*[\d,.]+\s*")
_UNIT = lazy_re.compile(r"单位[:为是]?(?:万?元|分|分钟|小时|人|名|个|件|套|队)")
_DAY = lazy_re.compile(r"\d月\d")


def with_notes(reading: Reading, words: Words, hit: Hit, reply: Reply) -> Reply:
    """The reply with the sentences of the notice that complete what the cells say."""
    cells = [row.cells[i] for row in hit.rows for i in hit.asked if row.cells[i].strip()]
    left = [cell for cell in cells if words.pointer(comparable(cell)) == "announced"]
    if cells and len(left) == len(cells):
        return _left_open(reading, comparable(left[0]), reply)
    counted = _counted_in(reading, hit) if cells and all(map(_NUMBER.fullmatch, cells)) else None
    reply = _more(reading, reply, counted) if counted is not None else reply
    timed = any("deadline" in words.said(comparable(hit.table.header[i])) for i in hit.asked)
    hour = _hour(reading) if timed and not any(map(_CLOCK.search, cells)) else None
    return _more(reading, reply, hour) if hour is not None else reply


def _left_open(reading: Reading, cell: str, reply: Reply) -> Reply:
    """Cells that only say 另行通知 state nothing; what the notice says of such cells is shown."""
    marked = (u for u in reading.units if f"“{cell}”" in u.plain or f'"{cell}"' in u.plain)
    told = next(marked, None)
    open_ = reply.model_copy(update={"status": "not_stated", "reason": "to_be_announced"})
    return _more(reading, open_, told) if told is not None else open_


def _counted_in(reading: Reading, hit: Hit) -> Unit | None:
    """The sentence before a table that says what its bare numbers count: 标准如下表，单位为元."""
    if any(_UNIT.search(comparable(hit.table.header[i])) for i in hit.asked):
        return None
    path, _, _ = hit.table.path.rpartition(" ")
    before = (u for u in reading.in_clause(path) if u.end <= hit.table.start)
    return next((u for u in before if _UNIT.search(u.plain)), None)


def _hour(reading: Reading) -> Unit | None:
    """The sentence that sets the hour of all deadlines and no day."""
    return next(
        (
            unit
            for unit in reading.units
            if "deadline" in unit.said
            and _CLOCK.search(unit.plain)
            and _EVERY.search(unit.plain)
            and not _DAY.search(unit.plain)
        ),
        None,
    )


def _more(reading: Reading, reply: Reply, unit: Unit) -> Reply:
    piece = Piece(text=unit.text, citations=(cite_unit(reading.notice, unit),))
    return reply.beside(piece)
