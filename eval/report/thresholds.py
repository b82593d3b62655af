"""Whether the desk's thresholds stand at the right place: the same questions at other values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from eval.known import Case
from eval.report.model import Curves, Section, Series, Table
from knowledge.model import Frozen
from retrieval.answers import Answers
from retrieval.passages import best

SWEPT = {
    "ENOUGH": ((0.0, 0.3, 0.6, 0.8, 1.0), "盖住的份额", "最好的句子要盖住问题的这么大一部分"),
    "STRANGE": ((2, 3, 4, 6), "字数", "通知里从没有的词有这么长，就当作问的是别的事"),
}
"""Name in `retrieval.passages.best`, the values tried, their unit, and what it is."""
_EVERY = 10
"""Of the questions one in so many is asked again: this is a look, not a score."""


class Outcome(Frozen):
    """What happened at one value of a threshold."""

    value: float
    answered: float
    """Share of the questions to answer that got an answer."""
    silent: float
    """Share of the questions to stay silent on that got none."""


def section(desk: Answers, cases: Sequence[Case], show: Callable[[int, int], None]) -> Section:
    """How answers and silence change with each threshold."""
    some = [c for c in cases if c.expect in {"answered", "not_stated"} and not c.history][::_EVERY]
    total = sum(len(values) for values, *_ in SWEPT.values()) * len(some)
    done, plots, rows = 0, [], []
    for name, (values, unit, meaning) in SWEPT.items():
        found = []
        for value in values:
            found.append(outcome(desk, some, name, value))
            done += len(some)
            show(done, total)
        now = getattr(best, name)
        rows.append((meaning, str(now), f"{unit}，{name}"))
        plots.append(_curves(unit, meaning, found, float(now)))
    return Section(
        id="thresholds",
        title="阈值",
        words=(
            f"{len(some)} 题在每个取值上各问一遍。两条线都高的地方是好的取值，竖线是现在用的。",
            "线平的地方，答不答由别的决定，不靠这个阈值。",
        ),
        tables=(Table(head=("阈值", "现在", "单位，代码里的名字"), rows=tuple(rows)),),
        plots=tuple(plots),
    )


def outcome(desk: Answers, cases: Sequence[Case], name: str, value: float) -> Outcome:
    """Ask the cases with a threshold at another value."""
    with _set(name, value):
        given = [desk.answer(case.asked()).status in {"answered", "partial"} for case in cases]
    due = [case.expect == "answered" for case in cases]
    wanted = [came for came, to_answer in zip(given, due, strict=True) if to_answer]
    hushed = [not came for came, to_answer in zip(given, due, strict=True) if not to_answer]
    return Outcome(value=value, answered=_mean(wanted), silent=_mean(hushed))


@contextmanager
def _set(name: str, value: float) -> Iterator[None]:
    before = getattr(best, name)
    setattr(best, name, value)
    try:
        yield
    finally:
        setattr(best, name, before)


def _mean(found: Sequence[bool]) -> float:
    return sum(found) / len(found) if found else 1.0


def _curves(unit: str, meaning: str, found: Sequence[Outcome], now: float) -> Curves:
    x = tuple(each.value for each in found)
    return Curves(
        title=meaning,
        x=unit,
        y="占比",
        series=(
            Series(name="该答的答了", x=x, y=tuple(each.answered for each in found)),
            Series(name="该沉默的没答", x=x, y=tuple(each.silent for each in found)),
        ),
        marked=now,
    )
