"""What single lines of notices say, as typed values."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.catalogue.mentions import Entrants
from knowledge.data import parse
from knowledge.model import Clause, Scope, Value
from knowledge.values import find_values
from knowledge.values.dates import find_dates
from knowledge.values.found import Context
from knowledge.values.moments import clock_iso

CASES = parse((Path(__file__).parent / "cases" / "values.yaml").read_text("utf-8"))
NOBODY = Entrants((), ())


def read(text: str, context: Context = Context()) -> tuple[Value, ...]:  # noqa: B008 a constant
    clause = Clause(path="一", level=1, mark="", text=text, start=0, end=len(text), scope=Scope())
    return find_values(text, (clause,), (), NOBODY, context)


def test_cases_were_found():
    assert len(CASES) > 80
    assert len({case["name"] for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_line(case):
    values = read(case["text"], Context(issued_on=case.get("issued_on")))
    found = [value for value in values if value.kind in case["kinds"]]
    assert [(value.kind, value.value) for value in found] == [
        (kind, str(value)) for kind, value, *_ in case["find"]
    ]
    for value, (_, _, *label) in zip(found, case["find"], strict=True):
        assert value.label == (label[0] if label else value.label)
        assert case["text"][value.start : value.end] == value.raw


def spaced(text: str, places: list[int]) -> str:
    """Blanks between digits and Chinese characters, at the places drawn."""
    out = []
    for index, char in enumerate(text):
        before = text[index - 1 : index]
        mixed = before and before.isdigit() != char.isdigit() and is_han(before + char)
        out.append(" " if mixed and index in places else "")
        out.append(char)
    return "".join(out)


def is_han(pair: str) -> bool:
    return any("\u4e00" <= char <= "\u9fff" for char in pair) and any(c.isdigit() for c in pair)


NUMERIC = [
    case
    for case in CASES
    if not {"person", "organisation", "doc_number", "phone", "qq_group"} & set(case["kinds"])
]


@given(st.data())
def test_blanks_between_digits_and_characters_change_no_value(data):
    case = data.draw(st.sampled_from(NUMERIC))
    text = case["text"]
    wider = spaced(text, data.draw(st.lists(st.integers(0, len(text)))))
    context = Context(issued_on=case.get("issued_on"))
    plain = [(value.kind, value.value, value.label) for value in read(text, context)]
    assert [(value.kind, value.value, value.label) for value in read(wider, context)] == plain


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_as_itself(day):
    text = f"{day.year}年{day.month}月{day.day}日"
    assert [found.value for found in find_dates(text, Context())] == [day.isoformat()]


@given(st.integers(0, 23), st.integers(0, 59))
def test_every_time_of_day_is_read_as_itself(hour, minute):
    assert clock_iso(f"{hour}:{minute:02d}") == f"{hour:02d}:{minute:02d}"


@given(st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True))
def test_every_mobile_number_is_a_phone(number):
    found = [value for value in read(f"电话：{number}。") if value.kind == "phone"]
    assert [value.value for value in found] == [number]


@given(st.text(max_size=300))
def test_any_text_is_read_and_quoted_as_it_stands(text):
    for value in read(text):
        assert text[value.start : value.end] == value.raw
        assert value.value


@given(
    st.lists(
        st.sampled_from(
            list("一二三0123456789年月日至前、，。：（）%元名岁 \n\t@.电话邮箱联系人a")
        ),
        max_size=80,
    ).map("".join)
)
def test_scrambled_notices_are_read_too(text):
    for value in read(text, Context(issued_on=date(2026, 1, 31))):
        assert text[value.start : value.end] == value.raw
