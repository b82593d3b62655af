"""Advisers who compete themselves: the same name with the same phone, or with the same unit."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from knowledge.plain import comparable
from knowledge.roster.court import Court
from knowledge.roster.entrant import Entrant, digits, person_name
from knowledge.roster.judging import values
from knowledge.roster.model import Cell, Fault, seen_from
from knowledge.roster.persons import person_of
from knowledge.roster.wording import plain_fault, rule_fault, table

_NAMESAKES = 50
"""People of one name and phone (or unit) who are looked at; more are no people."""


def adviser_faults(court: Court, entrants: Sequence[Entrant]) -> Iterator[Fault]:
    """Advisers who compete themselves: barred if the notice says so, else worth a look."""
    by_phone: dict[tuple[str, str], list[Entrant]] = defaultdict(list)
    for each in entrants:
        for key in (*each.phones, comparable(each.unit)):
            by_phone[each.name, key].append(each)
    found: dict[int, tuple[Entrant, list[tuple[Entrant, Cell]]]] = {}
    for student in entrants:
        for name, phone in student.line.advisers:
            if name is None or not name.text:
                continue
            theirs = digits(phone.text) if phone else frozenset()
            keys = (*theirs, comparable(student.unit))
            alike = {
                id(one): one
                for each in _names(name)
                for key in keys
                if each and key
                for one in by_phone.get((each, key), ())[:_NAMESAKES]
            }
            for one in alike.values():
                if _same_adviser(student, theirs, one):
                    found.setdefault(id(one), (one, []))[1].append((student, name))
    for one, students in found.values():
        yield from _adviser(court, one, students)


def _names(cell: Cell) -> list[str]:
    """The names in a cell that may hold several."""
    return [person_name(part) for part in re.split(r"[、,，;；/／]", cell.text) if part.strip()]


def _same_adviser(student: Entrant, theirs: frozenset[str], one: Entrant) -> bool:
    """Same name, and the same phone; where one of them gives none, the same unit."""
    if theirs and one.phones:
        return bool(theirs & one.phones)
    return bool(one.unit) and comparable(one.unit) == comparable(student.unit)


def _adviser(
    court: Court, one: Entrant, students: Sequence[tuple[Entrant, Cell]]
) -> Iterator[Fault]:
    tracks = tuple(dict.fromkeys(each.track.name for each, _ in students if each.track))
    sheet = students[0][0].line.sheet
    cells = [seen_from(sheet, each.line.sheet, cell.place) for each, cell in students]
    cells += [seen_from(sheet, one.line.sheet, place) for place in one.line.places("name")]
    rules = court.of_check(one.track, ("not_adviser",))
    person = person_of(one, court.as_of.date()).model_copy(
        update={"advisor_of": tracks, "is_advisor": True}
    )
    judged = court.judge(one.track, rules, person)
    broken = [item for item in judged if item.result.outcome == "not_met"]
    for item in broken:
        entry = table()["checks"]["not_adviser"]
        yield rule_fault(entry, item.rule, item.citation, sheet, cells, values(item.rule.params))
    if not broken and all(item.result.outcome == "unknown" for item in judged):
        yield plain_fault(sheet, "teacher_is_contestant", cells)
