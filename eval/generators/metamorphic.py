"""What must hold of answers when notices change in a known way.

A person renamed everywhere is renamed in the answer; days shifted by a week are shifted there; and
notices of other competitions change nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import product
from random import Random

from eval.generators.model import Trial, again, desk_of
from eval.known import Case
from eval.synthetic import YEAR, parts, synthetic
from knowledge.model import Notice
from knowledge.plain import bare
from retrieval.desk import Desk
from retrieval.model import Answer, Question

RENAMED, SHIFTED, CROWDED = "改一个人的名字", "日期顺延一周", "加进别处的通知"
_DAY = re.compile(r"(?:(?P<year>20\d{2})\s*年\s*)?(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日")
_MONTH = re.compile(r"月(?!\s*\d)")
_GIVEN = "一凡思远子墨文博雨桐嘉禾"
Change = Callable[[str], str]


def renamed(notices: Sequence[Notice], cases: Sequence[Case], seed: int) -> Iterator[Trial]:
    """Rename the first person whom an answer names, in the whole notice."""
    for notice, desk, case in _asked(notices, cases):
        before = desk.answer(case.asked())
        name = next((n for n in names(notice) if n in bare(before.text)), None)
        if name is None:
            continue
        random = Random(f"{seed} {case.id}")  # noqa: S311 nothing here is secret
        change = _renaming(name, new_name(name, notice, random))
        yield _trial(RENAMED, notice, case, before, change)


def names(notice: Notice) -> list[str]:
    """The names of persons in a notice; 张老师 is none, two people may be called so."""
    found = (bare(value.raw) for value in notice.values if value.kind == "person")
    return [n for n in dict.fromkeys(found) if re.fullmatch(r"[\u4e00-\u9fff]{2,3}", n)]


def new_name(name: str, notice: Notice, random: Random) -> str:
    """A name as long that the notice does not have."""
    given = ["".join(pair) for pair in product(_GIVEN, repeat=len(name) - 1)]
    random.shuffle(given)
    surnames = random.sample(parts().surnames, len(parts().surnames))
    made = (s + g for s, g in product(surnames, given))
    return next(each for each in made if each not in notice.text)


def _renaming(old: str, new: str) -> Change:
    """Letter by letter, so that blanks between them (余 维) stay."""
    pattern = re.compile(r"(\s*)".join(map(re.escape, old)))

    def change(text: str) -> str:
        return pattern.sub(lambda m: _woven(new, m.groups()), text)

    return change


def _woven(name: str, gaps: Sequence[str]) -> str:
    return "".join(char + gap for char, gap in zip(name, (*gaps, ""), strict=True))


def shifted(notices: Sequence[Notice], cases: Sequence[Case]) -> Iterator[Trial]:
    """Shift every day of the notice, of the question and of the asking by a week."""
    for notice, desk, case in _asked(notices, cases):
        before = desk.answer(case.asked())
        year = notice.year or YEAR
        # days left to a month without a day are worked out, and do not move with it
        if _DAY.search(before.text) and not _MONTH.search(before.text):
            yield _trial(SHIFTED, notice, case, before, lambda t, y=year: later(t, y), days=7)  # type: ignore[misc]


def later(text: str, year: int, days: int = 7) -> str:
    """The text with all its days later; one without a year is of `year`.

    >>> later("2026年12月28日至31日", 2026)
    '2027年1月4日至31日'
    """

    def moved(match: re.Match[str]) -> str:
        try:
            day = date(int(match["year"] or year), int(match["month"]), int(match["day"]))
        except ValueError:
            return match[0]
        new = day + timedelta(days=days)
        return f"{new.year}年" * bool(match["year"]) + f"{new.month}月{new.day}日"

    return _DAY.sub(moved, text)


def crowded(
    notices: Sequence[Notice], cases: Sequence[Case], seed: int, count: int = 60
) -> Iterator[Trial]:
    """Questions about a chosen notice, with and without so many notices of other competitions."""
    from knowledge.notice import read_notice  # noqa: PLC0415 only when called

    others = [read_notice(each.id, each.text.encode()) for each in synthetic(count, seed)]
    alone, among = desk_of(notices), desk_of([*notices, *others])
    for case in cases:
        if case.notice is not None:
            before, after = alone.answer(case.asked()), among.answer(case.asked())
            yield _compared(CROWDED, case, before.text, after)


def _asked(notices: Sequence[Notice], cases: Sequence[Case]) -> Iterator[tuple[Notice, Desk, Case]]:
    known = {notice.id: (notice, desk_of([notice])) for notice in notices}
    for case in cases:
        if case.notice in known and case.expect == "answered" and not case.history:
            yield *known[case.notice], case


def _trial(  # noqa: PLR0913, PLR0917 what is compared, and how it was changed
    kind: str, notice: Notice, case: Case, before: Answer, change: Change, days: int = 0
) -> Trial:
    desk = desk_of([again(notice, change(notice.text))])
    question = case.asked()
    moment = question.as_of + timedelta(days=days)
    asked = question.model_copy(update={"text": change(question.text), "as_of": moment})
    return _compared(kind, case, change(before.text), desk.answer(Question.model_validate(asked)))


def _compared(kind: str, case: Case, expected: str, after: Answer) -> Trial:
    right = bare(after.text) == bare(expected)
    reason = "" if right else f"应为：{expected}；却是：{after.text}"
    return Trial(kind=kind, id=case.id, question=case.question, right=right, reason=reason)
