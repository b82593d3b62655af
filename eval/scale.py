"""`python -m eval.scale`: how saiwen answers among many notices: right, fast, in how much memory.

Synthetic notices are read, structured and indexed beside the bundled ones. Their clauses come from
a pool, whose texts are embedded once each: the name in front of a text is left out, so that ten
thousand notices need the vectors of some thousand texts.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random
from statistics import median

import click
import psutil

from bot.batch import dumps
from bot.clock import parse_as_of
from eval.known import bundled_files, read_cases
from eval.score import faults, plain
from eval.synthetic import Synthetic, synthetic
from eval.timing import percentile
from knowledge.bundled import Source, bundled
from knowledge.model import Frozen
from retrieval.build import ensure, open_search
from retrieval.collection import Indexed
from retrieval.desk import Desk
from retrieval.embed import Model, model_named
from retrieval.model import Question
from retrieval.open_desk import desk_over, meaning_of
from retrieval.sources import sync_store

SAMPLE = 60
"""Synthetic notices that are asked about."""
_DAY = "2026-03-01"


class Scaled(Frozen):
    """What was measured with so many synthetic notices."""

    notices: int
    chunks: int
    reading_per_second: float
    build_seconds: float
    open_seconds: float
    synthetic_right: float
    bundled_right: float
    median_ms: float
    p95_ms: float
    memory_mb: int
    store_mb: int


class Pooled:
    """A model that embeds the text of a chunk without the name in front of it, once each."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._vectors: dict[str, list[float]] = {}
        self.name = f"pooled:{model.name}"

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Embed passages; equal ones below different names get one vector."""
        bodies = [text.partition("\n")[2] for text in texts]
        new = [body for body in dict.fromkeys(bodies) if body not in self._vectors]
        if new:
            self._vectors.update(zip(new, self._model.embed_documents(new), strict=True))
        return [self._vectors[body] for body in bodies]

    def embed_query(self, text: str) -> list[float]:
        """Embed a question."""
        return self._model.embed_query(text)


@click.command()
@click.option("--count", default=1000, show_default=True, help="多少份虚构的通知。")
@click.option("--seed", default=2026, show_default=True)
@click.option("--words-only", is_flag=True, help="不建向量，只按字词。")
def scale(*, count: int, seed: int, words_only: bool) -> None:
    """在许多虚构通知中间，自带问题和虚构问题答得多对、多快。"""
    with tempfile.TemporaryDirectory() as folder:
        click.echo(dumps(measured(Path(folder), count, seed, dense=not words_only).model_dump()))


def measured(folder: Path, count: int, seed: int, *, dense: bool = True) -> Scaled:
    """Build a store in `folder` and ask it."""
    made = list(synthetic(count, seed))
    sources = [*bundled(), *(Source(n.id, n.text.encode(), {}, None) for n in made)]
    environ = {} if dense else {"EMBEDDING": "none"}
    named = model_named(environ)
    model = Pooled(named) if named else None
    started = time.perf_counter()
    store = sync_store(folder, lambda: sources)
    read = time.perf_counter()
    ensure(folder, lambda: sources, model=model, environ=environ)
    built = time.perf_counter()
    search = open_search(store, model=model, environ=environ)
    search.warm()
    desk = desk_over(store.entries(), meaning_of(search), Indexed(search))
    opened = time.perf_counter()
    of_synthetic, of_bundled = _synthetic(desk, made, seed), _bundled(desk)
    search.close()
    seconds = [each.seconds for each in (*of_synthetic, *of_bundled)]
    return Scaled(
        notices=len(sources),
        chunks=len(search.chunks),
        reading_per_second=round(len(sources) / (read - started), 1),
        build_seconds=round(built - read, 1),
        open_seconds=round(opened - built, 2),
        synthetic_right=_share(of_synthetic),
        bundled_right=_share(of_bundled),
        median_ms=round(median(seconds) * 1000, 1),
        p95_ms=round(percentile(seconds, 95) * 1000, 1),
        memory_mb=psutil.Process().memory_info().rss >> 20,
        store_mb=sum(f.stat().st_size for f in folder.rglob("*") if f.is_file()) >> 20,
    )


class _Put(Frozen):
    """One question put to the desk."""

    right: bool
    seconds: float


def _share(found: Sequence[_Put]) -> float:
    return round(sum(each.right for each in found) / len(found), 4)


def _synthetic(desk: Desk, made: Sequence[Synthetic], seed: int) -> list[_Put]:
    """Questions about some of the synthetic notices, whose answers are known."""
    some = Random(seed).sample(made, min(SAMPLE, len(made)))  # noqa: S311  nothing here is secret
    found = []
    for truth in (truth for notice in some for truth in notice.truths):
        started = time.perf_counter()
        answer = desk.answer(Question(text=truth.question, as_of=parse_as_of(_DAY)))
        seconds = time.perf_counter() - started
        found.append(_Put(right=plain(truth.says) in plain(answer.text), seconds=seconds))
    return found


def _bundled(desk: Desk) -> list[_Put]:
    """The known questions about the bundled notices."""
    found = []
    for case in (case for path in bundled_files() for case in read_cases(path)):
        started = time.perf_counter()
        answer = desk.answer(case.asked())
        seconds = time.perf_counter() - started
        found.append(_Put(right=not list(faults(case, answer)), seconds=seconds))
    return found


if __name__ == "__main__":
    scale()
