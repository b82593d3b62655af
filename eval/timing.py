"""How long an answer takes: inside one process, and from the shell."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from statistics import quantiles

from eval.known import Case
from knowledge.eligibility.model import Rules
from knowledge.eligibility.person import read_person
from knowledge.eligibility.reading import SHANGHAI
from knowledge.eligibility.survey import survey
from knowledge.model import Frozen, Notice
from retrieval.desk import Desk, MeaningOf
from retrieval.model import Question
from retrieval.passages.rank import Meaning
from retrieval.storage.ruling import rules_of
from retrieval.storage.store import Entry

_HEADINGS = 5
PERCENT = 100


class Asked(Frozen):
    """One warm answer."""

    case: Case
    seconds: float
    by_meaning: bool
    """Whether the dense model was needed."""


class Counted:
    """Passes on how near sentences are to a question, and counts how often it was asked."""

    def __init__(self, meaning: MeaningOf) -> None:
        self._meaning = meaning
        self.calls = 0

    def __call__(self, question: str, notice: str) -> Meaning | None:
        """Ask what it stands for."""
        self.calls += 1
        return self._meaning(question, notice)


def asked(
    desk: Desk, counted: Counted, cases: Sequence[Case], show: Callable[[int, int], None]
) -> Iterator[Asked]:
    """Put every case to a warm desk once, so that no question's vector is kept from before."""
    for number, case in enumerate(cases, start=1):
        before, question = counted.calls, case.asked()
        started = time.perf_counter()
        desk.answer(question)
        seconds = time.perf_counter() - started
        yield Asked(case=case, seconds=seconds, by_meaning=counted.calls > before)
        show(number, len(cases))


def warmed(desk: Desk, case: Case) -> None:
    """Ask something of every notice: what its first headings are about."""
    for notice in desk.notices:
        for words in _headings(notice):
            question = Question(text=f"{words}是什么", notice=notice.id, as_of=case.asked().as_of)
            desk.answer(question)


def _headings(notice: Notice) -> list[str]:
    return [clause.heading for clause in notice.clauses if clause.heading][:_HEADINGS]


def judgeable(entries: Iterable[Entry]) -> list[tuple[Notice, Rules]]:
    """The notices with their rules, written or drafted."""
    return [(entry.notice, rules_of(entry)) for entry in entries]


def surveyed(pairs: Sequence[tuple[Notice, Rules]], times: int) -> Iterator[float]:
    """Milliseconds it takes to look a person up in all notices, for so many people in turn."""
    moment = datetime(2026, 6, 10, tzinfo=SHANGHAI)
    for number in range(times):
        identity = ("student", "worker", "teacher", "flexible")[number % 4]
        facts = {"age": 15 + number, "identity": identity, "residence": "重庆"}
        person, _ = read_person(facts)
        started = time.perf_counter()
        survey(pairs, person, moment)
        yield (time.perf_counter() - started) * 1000


def percentile(values: Sequence[float], percent: int) -> float:
    """The value below which so many percent lie; of a single value, that one."""
    if len(values) == 1:
        return values[0]
    return quantiles(values, n=PERCENT, method="inclusive")[percent - 1]


def shell(arguments: Sequence[str], store: Path, times: int) -> tuple[float, ...]:
    """Wall seconds of a `saiwen` command that reads nothing, several times.

    Raises:
        CalledProcessError: the command failed.
    """
    return tuple(_once([*program(), *arguments, "--store", str(store)]) for _ in range(times))


def program() -> list[str]:
    """The installed command beside this Python, else the module behind it."""
    script = Path(sys.executable).with_name("saiwen")
    return [str(script)] if script.exists() else [sys.executable, "-m", "bot.cli"]


def _once(command: Sequence[str]) -> float:
    # an empty token, so that `run` chats even where a .env has one
    environ = os.environ | {"TELEGRAM_TOKEN": ""}
    started = time.perf_counter()
    subprocess.run(  # noqa: S603 our own command
        command, stdin=subprocess.DEVNULL, capture_output=True, env=environ, check=True
    )
    return time.perf_counter() - started
