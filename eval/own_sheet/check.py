"""Every question of a sheet put to the desk and compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime

from bot.clock import ZONE, parse_as_of
from eval.own_sheet.columns import Heading, Line, heading_of, lines
from eval.own_sheet.compare import Compared, Expected, advice, verdict
from eval.own_sheet.facts import stated
from eval.own_sheet.words import words
from knowledge.eligibility.tracks import match_track
from knowledge.model import Citation, Notice
from knowledge.plain import squeeze
from knowledge.roster.model import Grid
from retrieval.answers import Answers
from retrieval.model import Question

_MOST = 2_000
"""Characters of a question, as everywhere."""


def found_in(grids: Sequence[Grid]) -> list[tuple[Grid, Heading]]:
    """The sheets that ask something, with their headings."""
    pairs = ((grid, heading_of(grid)) for grid in grids)
    return [(grid, heading) for grid, heading in pairs if heading is not None]


def checked(
    sheets: Sequence[tuple[Grid, Heading]],
    desk: Answers,
    notice: Notice,
    as_of: datetime,
    show: Callable[[int, int], None] = lambda *_: None,
) -> Iterator[Compared]:
    """Compare the lines of all sheets, one after the other."""
    asked = [(grid.name, line) for grid, heading in sheets for line in lines(grid, heading)]
    for at, (sheet, line) in enumerate(asked, start=1):
        yield _compared(sheet, line, desk, notice, as_of)
        show(at, len(asked))


def _compared(sheet: str, line: Line, desk: Answers, notice: Notice, as_of: datetime) -> Compared:
    moment, unread = _moment(line, as_of)
    named = line.text("track")
    track = match_track(notice, named) if named else None
    wanted = Expected(
        question=line.text("question")[:_MOST],
        answer=stated(line.values.get("answer")),
        clause=line.text("clause"),
        track=track.id if track else "",
    )
    if not wanted.question:
        return _unasked(sheet, line, wanted.answer)
    answer = desk.answer(
        Question(
            text=wanted.question,
            notice=notice.id,
            track=wanted.track or named or None,
            group=line.text("group") or None,
            as_of=moment,
        )
    )
    found = verdict(wanted, answer)
    notes = (
        advice(found, wanted, answer, notice),
        words().advice["no_track"].format(track=named) if named and track is None else "",
        words().advice["no_date"].format(day=moment.date()) if unread else "",
    )
    return Compared(
        sheet=sheet,
        row=line.row + 1,
        question=wanted.question,
        expected=wanted.answer,
        verdict=found,
        answer=answer.text,
        clause="\n".join(_cited(answer.citations)),
        advice="".join(notes),
    )


def _unasked(sheet: str, line: Line, answer: str) -> Compared:
    """A line that answers what nobody asked: nothing is put to the desk."""
    given = {"sheet": sheet, "row": line.row + 1, "question": "", "expected": answer}
    say = words().advice["unasked"]
    return Compared(**given, verdict="unasked", answer="", clause="", advice=say)


def _moment(line: Line, as_of: datetime) -> tuple[datetime, bool]:
    """For which moment a line is asked, and whether what it says of it could not be read."""
    value = line.values.get("as_of")
    if isinstance(value, datetime):
        return value.replace(tzinfo=ZONE), False
    text = line.text("as_of")
    try:
        return (parse_as_of(text), False) if text else (as_of, False)
    except ValueError:
        return as_of, True


def _cited(citations: Iterable[Citation]) -> Iterator[str]:
    for each in citations:
        yield f"{each.path}：{squeeze(each.quote)}"
