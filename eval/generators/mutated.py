"""Notices with one digit changed where an answer stands: the answer must change with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from random import Random
from typing import NamedTuple

from eval.generators.model import Trial, again, desk_of
from eval.known import Case
from eval.score import plain
from eval.synthetic import Synthetic
from knowledge.model import Notice
from knowledge.notice import read_notice
from retrieval.model import Answer, Question

KIND = "改一个数字"
_DATE = re.compile(r"(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日)?")
_CLOCK = re.compile(r"(\d{1,2})[:：时点](\d{2})?")
_KEPT = re.compile(r"20\d\d(?=[年〕\]])|(?<!\d)\d{1,3}(?=\d{6})")
"""A year, and what a phone number begins with: changed, it would be none."""
_LONG = 6
"""From so many characters on, the same words elsewhere in the notice are the same value."""


class Changed(NamedTuple):
    """A text with one digit changed."""

    text: str
    old: str
    new: str


def changed(notice: Notice, answer: Answer, value: str, random: Random) -> Changed | None:
    """Change a digit of a value where the answer cites it; None where that cannot be done."""
    places = {at for c in answer.citations for at in _places(notice, c.start, c.end, value)}
    new = other(value, random)
    # a bare number that stands there twice may mean two things
    if not places or new is None or (len(value) < _LONG and len(places) > 1):
        return None
    place = min(places)
    text = f"{notice.text[:place]}{new}{notice.text[place + len(value) :]}"
    return Changed(text.replace(value, new) if len(value) >= _LONG else text, value, new)


def _places(notice: Notice, start: int, end: int, value: str) -> Iterator[int]:
    for match in re.finditer(rf"(?<![\d.]){re.escape(value)}(?![.%]?\d|%)", notice.text[start:end]):
        yield start + match.start()


def other(value: str, random: Random) -> str | None:
    """The value with one digit changed, still a day, an hour, or a share that can be.

    >>> other("7月31日", Random(1)) in {"1月31日", "3月31日", "5月31日", "8月31日"}
    False
    """
    kept = {at for match in _KEPT.finditer(value) for at in range(*match.span())}
    digits = [at for at, char in enumerate(value) if char in "0123456789" and at not in kept]
    choices = [
        f"{value[:at]}{digit}{value[at + 1 :]}"
        for at in digits
        for digit in "0123456789"
        if digit != value[at] and not (digit == "0" and _leads(value, at))
    ]
    random.shuffle(choices)
    return next((each for each in choices if _is_possible(each, value)), None)


def _leads(value: str, at: int) -> bool:
    return at == 0 or not value[at - 1].isdigit()


def _is_possible(value: str, before: str) -> bool:
    """Whether it is one of its kind: a day of the same year, an hour of the day, at most 100 %."""
    years = [re.findall(r"\d{4}(?=年)", each) for each in (value, before)]
    days = all(_is_day(*match.groups()) for match in _DATE.finditer(value))
    hours = all(
        int(m[1]) < 24 and int(m[2] or 0) < 60  # noqa: PLR2004 hours and minutes
        for m in _CLOCK.finditer(value)
    )
    shares = all(0 < int(number) <= 100 for number in re.findall(r"(\d+)%", value))  # noqa: PLR2004 per cent
    return years[0] == years[1] and days and hours and shares


def _is_day(year: str | None, month: str, day: str | None) -> bool:
    try:
        return bool(date(int(year or 2026), int(month), int(day or 1)))
    except ValueError:
        return False


def of_synthetic(made: Sequence[Synthetic], asked: Question, seed: int) -> Iterator[Trial]:
    """Every known truth of synthetic notices that has a digit, changed; `asked` gives the day."""
    random = Random(seed)  # noqa: S311 nothing here is secret
    for each in made:
        notice = read_notice(each.id, each.text.encode())
        for truth in each.truths:
            question = asked.model_copy(update={"text": truth.question, "notice": each.id})
            yield from _trial(notice, f"{each.id} {truth.says}", question, truth.says, random)


def of_bundled(notices: Sequence[Notice], cases: Sequence[Case], seed: int) -> Iterator[Trial]:
    """The first fact with a digit of known questions, changed in its notice."""
    random = Random(seed)  # noqa: S311 nothing here is secret
    known = {notice.id: notice for notice in notices}
    for case in cases:
        notice = known.get(case.notice or "")
        values = [choices[0] for choices in case.must_contain if re.search(r"\d", choices[0])]
        if notice is not None and case.expect == "answered" and values:
            yield from _trial(notice, case.id, case.asked(), values[0], random)


def _trial(
    notice: Notice, id_: str, question: Question, value: str, random: Random
) -> Iterator[Trial]:
    """One trial; none where the unchanged notice is not answered with the value."""
    before = desk_of([notice]).answer(question)
    made = changed(notice, before, value, random) if re.search(r"\d", value) else None
    if made is None or not _count(value, before):
        return
    after = desk_of([again(notice, made.text)]).answer(question)
    wrong = []
    if not _count(made.new, after):
        wrong.append(f"改成 {made.new} 后没有说它")
    if _count(made.old, after) >= _count(made.old, before):
        wrong.append(f"还说 {made.old}")
    reason = "；".join(wrong)
    yield Trial(kind=KIND, id=id_, question=question.text, right=not wrong, reason=reason)


def _count(value: str, answer: Answer) -> int:
    pattern = rf"(?<!\d){re.escape(plain(value))}(?!\d)"
    return len(re.findall(pattern, plain(answer.text)))
