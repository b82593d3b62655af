"""What is wrong with the values of one line, before any rule of a notice is asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from knowledge.eligibility import reading
from knowledge.eligibility.ages import OLDEST, age_on, births_of_date
from knowledge.identity_number import IdentityNumber, bare_identity_number
from knowledge.plain import comparable
from knowledge.roster.entrant import Entrant
from knowledge.roster.model import Fault
from knowledge.roster.phones import phone_fault
from knowledge.roster.wording import plain_fault, table

_KINDS = {
    "missing": "id_missing",
    "precision": "id_number_precision_lost",
    "scientific": "id_scientific_text",
    "length": "id_length",
    "date": "id_date",
    "checksum": "id_checksum",
    "format": "id_format",
    "other_words": "id_other_document",
}
_LETTERS_AT_MOST = 4
"""Passports and permits begin with a letter or two: no typing error, another document."""


def single_faults(entrant: Entrant, day: date) -> Iterator[Fault]:
    """Every fault of the values of a line."""
    yield from _identity(entrant, day)
    yield from _birth(entrant, day)
    yield from _sex(entrant)
    yield from _missing(entrant)
    yield from _phones(entrant)


def _fault(entrant: Entrant, kind: str, *fields: str) -> Fault:
    return plain_fault(entrant.line.sheet, kind, entrant.line.places(*fields))


def _identity(entrant: Entrant, day: date) -> Iterator[Fault]:
    found = entrant.identity
    if isinstance(found, str) and found in _KINDS:
        other = found == "format" and _like_other_document(entrant.line.text("id"))
        yield _fault(entrant, "id_other_document" if other else _KINDS[found], "id")
    if not isinstance(found, IdentityNumber):
        return
    if not 0 <= age_on(found.birth_date, day) < OLDEST:
        yield _fault(entrant, "id_date", "id")
    elif entrant.birth and not _agrees(entrant.birth, found.birth_date):
        yield _fault(entrant, "id_birth_mismatch", "id", "birth")
    sex = reading.sex(entrant.line.text("sex"))
    if sex and sex != found.sex:
        yield _fault(entrant, "id_sex_mismatch", "id", "sex")


def _like_other_document(text: str) -> bool:
    number = bare_identity_number(text)
    letters = len(number) - len(number.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    return 0 < letters < _LETTERS_AT_MOST and number[letters:].isdigit()


def _agrees(written: str, born: date) -> bool:
    births = births_of_date(written)
    return births is None or births.first <= born <= births.last


def _birth(entrant: Entrant, day: date) -> Iterator[Fault]:
    line = entrant.line
    if line.text("birth"):
        births = births_of_date(entrant.birth) if entrant.birth else None
        if births is None or births.first > day or age_on(births.last, day) >= OLDEST:
            yield _fault(entrant, "birth_unreadable", "birth")
            return
    age = reading.number(line.cells["age"].value) if "age" in line.cells else None
    found = entrant.identity
    written = found.birth_date.isoformat() if isinstance(found, IdentityNumber) else entrant.birth
    births = births_of_date(written) if written else None
    if age is not None and births is not None:
        low, high = age_on(births.last, day) - 1, age_on(births.first, day) + 1
        if not low <= age <= high:
            yield _fault(entrant, "age_mismatch", "age")


def _sex(entrant: Entrant) -> Iterator[Fault]:
    text = entrant.line.text("sex")
    if text and reading.sex(text) is None:
        yield _fault(entrant, "sex_unreadable", "sex")


def _missing(entrant: Entrant) -> Iterator[Fault]:
    line = entrant.line
    if "name" in line.cells and comparable(line.text("name")) in {"", *table()["absent"]}:
        yield _fault(entrant, "name_missing", "name")
    if "unit" in line.cells and not line.text("unit"):
        yield _fault(entrant, "unit_missing", "unit")


def _phones(entrant: Entrant) -> Iterator[Fault]:
    line = entrant.line
    if "phone" in line.cells and (found := phone_fault(line.text("phone"))):
        yield _fault(entrant, found, "phone")
    for _, phone in (*line.advisers, *line.leaders):
        if phone is None or not phone.text:
            continue
        fault = phone_fault(phone.text)
        if fault and fault != "phone_missing":
            yield plain_fault(line.sheet, fault, (phone.place,))
