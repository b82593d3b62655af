"""saiwen without parts of itself, to see what each is worth."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from unittest.mock import patch

from eval.baselines.model import System
from knowledge.eligibility.model import Rules
from knowledge.model import Notice
from retrieval.desk import Desk, MeaningOf
from retrieval.gate.gated import gated
from retrieval.index.search import Search
from retrieval.model import Answer, Question
from retrieval.reply import Reply

_GATE = "retrieval.compose.gated"
"""The one place a reply passes the gate; saiwen itself has no switch for it, and gets none here."""


def without_gate(desk: Desk) -> System:
    """Nothing is checked before it leaves."""

    def answer(question: Question) -> Answer:
        with open_gate():
            return desk.answer(question)

    words = "同一套找答案的办法，写出来的话不核对出处就给人看。"
    return System(id="no-gate", name="赛问，不设关口", answer=answer, words=words)


@contextmanager
def open_gate() -> Iterator[list[Reply]]:
    """Let every reply through for a while; gives those that the gate would have changed."""
    stopped: list[Reply] = []

    def through(reply: Reply, notices: Mapping[str, Notice], titles: tuple[str, ...]) -> Reply:
        if gated(reply, notices, titles) != reply:
            stopped.append(reply)
        return reply

    with patch(_GATE, through):
        yield stopped


def without_scope(
    notices: Mapping[str, Notice],
    rules: Mapping[str, Rules],
    meaning: MeaningOf | None,
    search: Search,
) -> System:
    """Neither names nor what was chosen decide the notice: the likeliest passage does."""

    @cache
    def alone(notice: str) -> Desk:
        return Desk([notices[notice]], meaning, rules=rules)

    def answer(question: Question) -> Answer:
        asked = " ".join([*(turn.question for turn in question.history), question.text])
        found = search.find(asked, None, 1)
        picked = found[0].chunk.notice if found else next(iter(notices))
        return alone(picked).answer(question.model_copy(update={"notice": picked}))

    words = "不先定是哪份通知，最像的一段在哪份通知就按哪份答。"
    return System(id="no-scope", name="赛问，不定范围", answer=answer, words=words)
