"""A run of the suite: every chosen case put to saiwen, and what came of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from bot.checking import Load
from eval.asking import asked
from eval.expected import Checked, checked_figures
from eval.figures import Figure, figures
from eval.kinds import Kind
from eval.known import Case, checked, read_cases
from eval.lints import linted, read_lints
from eval.parts import ANSWERED, PARTS, Chosen
from eval.persons import Judgement, beside, judged, read_person_cases, verdict_figures
from eval.rosters import audited, read_rosters
from eval.scored import Scored
from eval.talks import Talks
from eval.unseen import with_unseen
from retrieval.answers import Answers

Show = Callable[[int, int], None]
Bar = Callable[[str], AbstractContextManager[Show]]
_C = TypeVar("_C")
_T = TypeVar("_T")


@dataclass(frozen=True)
class Run:
    """What came of every case, by the name of its sheet."""

    answers: Mapping[str, Sequence[Scored]] = field(default_factory=dict)
    verdicts: Mapping[str, Sequence[Judgement]] = field(default_factory=dict)
    rosters: Mapping[str, Sequence[Checked]] = field(default_factory=dict)
    lint: Mapping[str, Sequence[Checked]] = field(default_factory=dict)
    seconds: float = 0.0
    """Wall time of the whole run."""
    processes: int = 1
    """That put the cases, side by side."""

    def figures(self) -> dict[str, tuple[Figure, ...]]:
        """The figures that are held against the accepted ones."""
        return (
            {name: figures(each) for name, each in self.answers.items()}
            | {name: verdict_figures(each) for name, each in self.verdicts.items()}
            | {name: checked_figures(e) for name, e in (*self.rosters.items(), *self.lint.items())}
        )

    def asked(self) -> list[Scored]:
        """All answers."""
        return [each for found in self.answers.values() for each in found]


def performed(
    picked: Chosen,
    desk: Callable[[], Answers],
    load: Load,
    bar: Bar,
    kinds: Sequence[Kind] = (),
) -> Run:
    """Run the chosen files.

    Args:
        picked: files by part.
        desk: opens the desk; called only where questions are asked.
        load: gives a notice with its rules.
        bar: a progress bar with a title.
        kinds: of questions; empty for all.

    Raises:
        InputFault: a file of cases is faulty, or asks a notice that is nowhere.
    """
    began = time.perf_counter()
    answers: dict[str, Sequence[Scored]] = {}
    for part in ANSWERED:
        sheets = {f.stem: _of_kinds(read_cases(f), kinds) for f in picked.get(part, ())}
        if any(sheets.values()):
            with bar(PARTS[part][0]) as show:
                answers |= scored({n: c for n, c in sheets.items() if c}, desk(), show)
    return Run(
        answers=answers,
        verdicts=_each(
            picked,
            "verdicts",
            bar,
            read_person_cases,
            lambda f, c, s: judged(c, beside(f, load), s),
        ),
        rosters=_each(picked, "rosters", bar, read_rosters, lambda _, c, s: audited(c, load, s)),
        lint=_each(picked, "lint", bar, read_lints, lambda _, c, s: linted(c, load, s)),
        seconds=time.perf_counter() - began,
    )


def _of_kinds(cases: Sequence[Case], kinds: Sequence[Kind]) -> Sequence[Case]:
    return [case for case in cases if not kinds or case.kind in kinds]


def _each(
    picked: Chosen,
    part: str,
    bar: Bar,
    read: Callable[[Path], Sequence[_C]],
    run: Callable[[Path, Sequence[_C], Show], Sequence[_T]],
) -> dict[str, Sequence[_T]]:
    """Every file of a part, under one bar."""
    sheets = {file: read(file) for file in picked.get(part, ())}
    if not sheets:
        return {}
    total, found = sum(map(len, sheets.values())), dict[str, Sequence[_T]]()
    with bar(PARTS[part][0]) as show:
        for file, cases in sheets.items():
            before = sum(map(len, found.values()))
            found[file.stem] = run(file, cases, lambda n, _, b=before: show(b + n, total))  # type: ignore[misc]
    return found


def scored(
    sheets: Mapping[str, Sequence[Case]], desk: Answers, show: Show
) -> dict[str, list[Scored]]:
    """Put every case to the desk.

    Raises:
        InputFault: a case asks a notice that the desk does not have.
    """
    desks = {name: with_unseen(desk, cases) for name, cases in sheets.items()}
    for name, cases in sheets.items():
        checked(cases, tuple(notice.id for notice in desks[name].notices))
    total, found = sum(map(len, sheets.values())), {name: list[Scored]() for name in sheets}
    done = 0
    for name, cases in sheets.items():
        notices = {notice.id: notice for notice in desks[name].notices}
        talks = Talks(case.asked() for case in cases)
        for case in cases:
            show(done, total)
            found[name].append(asked(case, desks[name], notices, talks))
            done += 1
    show(total, total)
    return found
