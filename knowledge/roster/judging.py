"""Lines against the rules of a notice: the checker judges, its findings become faults at cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from knowledge.eligibility.checks.place import RELATIONS
from knowledge.eligibility.data import table as words
from knowledge.eligibility.model import Rule
from knowledge.eligibility.person import Person
from knowledge.eligibility.ties import Sheet
from knowledge.eligibility.verdict import Judged
from knowledge.identity_number import IdentityNumber
from knowledge.plain import comparable
from knowledge.roster.court import Court
from knowledge.roster.entrant import Entrant
from knowledge.roster.model import Fault
from knowledge.roster.persons import STUDENT, person_of
from knowledge.roster.wording import plain_fault, rule_fault, table

_LEFT_OPEN = ("other",)
"""What only the organiser's word settles, by key of the person."""


def line_faults(court: Court, entrant: Entrant) -> Iterator[Fault]:
    """What the rules say of one line."""
    person = person_of(entrant, court.as_of.date())
    sheet = court.line_rules(entrant.track)
    judged = court.judge(entrant.track, sheet.items, person)
    disputed = _disputed(court, entrant, person, sheet)
    for item in judged:
        outcome = item.result.outcome
        if outcome == "not_met" and item.rule.id not in disputed and _says(entrant, item):
            yield from _broken(entrant, item)
        elif outcome == "unknown":
            yield from _open(entrant, item)


def _disputed(court: Court, entrant: Entrant, person: Person, sheet: Sheet) -> set[str]:
    """Rules that the birth date of the number would keep; the disagreement itself is a fault."""
    found = entrant.identity
    if not isinstance(found, IdentityNumber) or not entrant.birth:
        return set()
    born = found.birth_date.isoformat()
    if born.startswith(entrant.birth):
        return set()
    other = person.model_copy(update={"birth_date": born})
    judged = court.judge(entrant.track, sheet.items, other)
    return {item.rule.id for item in judged if item.result.outcome != "not_met"}


def _says(entrant: Entrant, item: Judged) -> bool:
    """A deadline is judged by the time a roster gives, not by the time of the audit."""
    return item.rule.check != "deadline" or bool(entrant.line.text("submitted"))


def entry_of(rule: Rule) -> tuple[Mapping[str, Any] | None, Mapping[str, Any]]:
    """The line of the table for a rule, and the parameters its words speak of."""
    lines, check, params = table(), rule.check, rule.params
    if check == "when":
        then = params["then"]
        return entry_of(
            rule.model_copy(update={"check": then["check"], "params": then.get("params", {})})
        )
    if check == "any_of":
        alternatives = sorted(params["any"], key=lambda each: str(each["check"]))
        check = lines["together"].get("+".join(str(each["check"]) for each in alternatives), check)
        params = {
            key: value for each in alternatives for key, value in each.get("params", {}).items()
        }
    entry = lines["checks"].get(check)
    if entry and "split" in entry:
        entry = next((line for end, line in entry["split"].items() if end in params), None)
    return entry, params


def _broken(entrant: Entrant, item: Judged) -> Iterator[Fault]:
    """A rule not met, once for each fact that a roster denied."""
    lines = table()
    keys = [fix.key for way in item.result.ways[:1] for fix in way]
    entry, params = entry_of(item.rule)
    if item.rule.check == "place" and _of_school(entrant, params):
        entry = lines["checks"]["school"]
    entries = [lines["facts"][key] for key in keys if key in lines["facts"] and entry is None]
    for each in entries or [entry or _fallback(keys)]:
        cells = _places(entrant, each)
        yield rule_fault(each, item.rule, item.citation, entrant.line.sheet, cells, values(params))


def _of_school(entrant: Entrant, params: Mapping[str, Any]) -> bool:
    """Whether a rule on places asks for the school of a student."""
    return entrant.capacity == STUDENT and set(params["relations"]) <= {"study_place"}


def _fallback(keys: Sequence[str]) -> Mapping[str, Any]:
    """What is said of a rule the table does not know: at the fields that could mend it."""
    fields = [name for key in keys for name in table()["open"].get(key, {}).get("fields", ())]
    return {
        "rule": "{rule}",
        "cells": [*fields, "name"][: max(len(fields), 1)],
        "text": table()["fallback"],
    }


def _places(entrant: Entrant, entry: Mapping[str, Any]) -> tuple[str, ...]:
    """The cells of the fields that are filled in; else of those there are."""
    filled = [name for name in entry["cells"] if entrant.line.text(name)]
    return entrant.line.places(*(filled or entry["cells"]))


def values(params: Mapping[str, Any]) -> dict[str, object]:
    """The parameters of a rule as words."""
    names: dict[int, str] = words("words.yaml")["level_names"]
    found: dict[str, object] = dict(params)
    if "level" in params:
        found["level_name"] = names.get(params["level"], params["level"])
    if "relations" in params:
        found["relations"] = "、".join(RELATIONS.get(name, name) for name in params["relations"])
    return found


def _open(entrant: Entrant, item: Judged) -> Iterator[Fault]:
    """A rule left open: what a column should say and does not."""
    lines, line = table(), entrant.line
    for key in item.result.missing:
        if key in lines["always"]:
            entry = lines["always"][key]
            cells = _places(entrant, entry)
            yield rule_fault(entry, item.rule, item.citation, line.sheet, cells, {})
        elif key in _LEFT_OPEN and item.rule.params.get("doubt_if"):
            entry, cells = lines["left_open"], _places(entrant, lines["left_open"])
            known = values(item.rule.params)
            yield rule_fault(entry, item.rule, item.citation, line.sheet, cells, known)
        elif key in lines["open"]:
            entry = lines["open"][key]
            held = [name for name in entry["fields"] if name in line.cells]
            filled = any(comparable(line.text(n)) not in {"", *lines["absent"]} for n in held)
            kind = "unreadable" if filled else "missing"
            if held and kind in entry:
                found = plain_fault(line.sheet, entry[kind], line.places(*held))
                yield found.model_copy(update={"citation": item.citation})
