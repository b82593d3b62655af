"""The same questions put to every system, and what is counted of its answers."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from statistics import median

from eval.baselines.model import System
from eval.known import Case
from eval.score import FITTING, Scored, holds_evidence, score
from eval.timing import percentile
from knowledge.eligibility.reading import SHANGHAI
from knowledge.model import Frozen, Notice
from retrieval.model import Answer, Question

Progress = Callable[[int, int], None]


class Put(Frozen):
    """One question and what a system made of it."""

    scored: Scored
    held: bool | None
    """Whether the citations hold the known evidence; None where there is none."""
    first: bool | None
    """Whether the first citation alone does."""
    astray: bool | None
    """Whether the first citation is of another notice; None where nothing was to be found."""
    characters: int
    """Of the text that a person reads."""
    seconds: float


class Measured(Frozen):
    """What a system did with all questions."""

    id: str
    name: str
    words: str
    put: tuple[Put, ...]

    def share(self, of: Callable[[Put], bool | None], among: Iterable[Put] | None = None) -> float:
        """The share of the outcomes that are true; None is no outcome, of nothing 0."""
        outcomes = [found for each in among or self.put if (found := of(each)) is not None]
        return sum(outcomes) / len(outcomes) if outcomes else 0.0

    @property
    def to_answer(self) -> list[Put]:
        """The questions that the notices answer."""
        return [each for each in self.put if each.scored.expect == "answered"]

    @property
    def to_decline(self) -> list[Put]:
        """Those they are silent on, that could mean several things, or that are none of theirs."""
        return [each for each in self.put if each.scored.expect != "answered"]

    @property
    def median_ms(self) -> float:
        """Milliseconds an answer takes."""
        return median(each.seconds for each in self.put) * 1000

    @property
    def p95_ms(self) -> float:
        """Milliseconds within which 95 % of the answers come."""
        return percentile([each.seconds for each in self.put], 95) * 1000

    @property
    def characters(self) -> float:
        """Characters a person reads, the median of the questions that are to be answered."""
        return median(each.characters for each in self.to_answer) if self.to_answer else 0.0


def measured(
    systems: Sequence[System],
    cases: Sequence[Case],
    notices: Mapping[str, Notice],
    show: Progress = lambda *_: None,
) -> tuple[Measured, ...]:
    """Put every question to every system, one system after the other."""
    found, total = [], len(systems) * len(cases)
    for at, system in enumerate(systems):
        _warm(system, notices)
        put = []
        for done, each in enumerate(_put(system, cases, notices), start=1):
            put.append(each)
            show(at * len(cases) + done, total)
        found.append(Measured(id=system.id, name=system.name, words=system.words, put=tuple(put)))
    return tuple(found)


def _warm(system: System, notices: Mapping[str, Notice]) -> None:
    """Ask something of every notice, so that nothing is opened while it is timed."""
    moment = datetime(2026, 6, 1, tzinfo=SHANGHAI)
    for notice in notices.values():
        for words in ("报名截止到什么时候", "联系电话"):
            system.answer(Question(text=words, notice=notice.id, as_of=moment))


def _put(system: System, cases: Iterable[Case], notices: Mapping[str, Notice]) -> Iterator[Put]:
    for case in cases:
        question = case.asked()
        started = time.perf_counter()
        answer = system.answer(question)
        seconds = time.perf_counter() - started
        yield judged(case, answer, notices, seconds)


def judged(case: Case, answer: Answer, notices: Mapping[str, Notice], seconds: float = 0.0) -> Put:
    """Count one answer; evidence that an answer does not reach for is not found."""
    whole = answer.model_copy(update={"status": "answered"})
    lead = whole.model_copy(update={"citations": whole.citations[:1]})
    return Put(
        scored=score(case, answer, notices),
        held=holds_evidence(case, whole, notices),
        first=holds_evidence(case, lead, notices),
        astray=_astray(case, answer),
        characters=len(answer.text),
        seconds=seconds,
    )


def _astray(case: Case, answer: Answer) -> bool | None:
    home = case.evidence_notice or case.notice
    if case.expect != "answered" or home is None or answer.status not in FITTING["answered"]:
        return None
    return not answer.citations or answer.citations[0].notice != home
