"""`python -m eval.scale`: how saiwen answers among many notices: right, fast, in how much memory.

Synthetic notices are read, structured and indexed beside the bundled ones. Their clauses come from
a pool, whose texts are embedded once each: the names in a text are left out, so that ten thousand
notices need the vectors of some thousand texts, which `--keep` keeps for the next time.
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
from eval.pooled import Pooled
from eval.score import faults, plain
from eval.synthetic import Synthetic, synthetic
from eval.timing import judgeable, percentile, surveyed
from knowledge.bundled import Source, bundled
from knowledge.model import Frozen
from retrieval.desk import Desk
from retrieval.index.build import ensure, open_search
from retrieval.index.collection import Indexed
from retrieval.index.embed import model_named
from retrieval.intake.sources import sync_store
from retrieval.model import Question
from retrieval.open_desk import desk_over, meaning_of
from retrieval.storage.store import Entry

SAMPLE = 60
"""Synthetic notices that are asked about."""
KNOWN = 200
"""Questions about the bundled notices, by chance."""
JUDGED = 20
"""Notices a person is judged by, one by one."""
_DAY = "2026-03-01"


class Scaled(Frozen):
    """What was measured with so many notices."""

    notices: int
    chunks: int
    texts: int
    """Texts that were embedded, in this run or an earlier one; 0 without a model."""
    reading_per_second: float
    build_seconds: float
    """To embed what is new and to write the indexes."""
    open_seconds: float
    synthetic_right: float | None
    """Share of the questions about synthetic notices; None where there are none."""
    bundled_right: float
    median_ms: float
    p95_ms: float
    check_ms: float
    """One person against one notice, the median."""
    memory_mb: int
    store_mb: float
    """On disk, the indexes included."""
    index_mb: float


@click.command()
@click.option("--count", default=1000, show_default=True, help="多少份虚构的通知。")
@click.option("--seed", default=2026, show_default=True)
@click.option("--words-only", is_flag=True, help="不建向量，只按字词。")
@click.option(
    "--keep",
    metavar="FILE.npz",
    type=click.Path(dir_okay=False, path_type=Path),
    help="条款的向量存在这里，下次不必再算。",
)
def scale(*, count: int, seed: int, words_only: bool, keep: Path | None) -> None:
    """在许多虚构通知中间，自带问题和虚构问题答得多对、多快。"""
    with tempfile.TemporaryDirectory() as folder:
        found = measured(Path(folder), count, seed, dense=not words_only, keep=keep)
        click.echo(dumps(found.model_dump()))


def measured(
    folder: Path, count: int, seed: int, *, dense: bool = True, keep: Path | None = None
) -> Scaled:
    """Build a store in `folder` and ask it."""
    made = list(synthetic(count, seed))
    sources = [*bundled(), *(Source(n.id, n.text.encode(), {}, None) for n in made)]
    environ = {} if dense else {"EMBEDDING": "none"}
    named = model_named(environ)
    model = Pooled(named, keep) if named else None
    started = time.perf_counter()
    store = sync_store(folder, lambda: sources)
    read = time.perf_counter()
    ensure(folder, lambda: sources, model=model, environ=environ)
    built = time.perf_counter()
    if model is not None:
        model.save()
    begun = time.perf_counter()
    search = open_search(store, model=model, environ=environ)
    search.warm()
    desk = desk_over(store.entries(), meaning_of(search), Indexed(search))
    opened = time.perf_counter()
    of_synthetic, of_bundled = _synthetic(desk, made, seed), _bundled(desk, seed)
    search.close()
    seconds = [each.seconds for each in (*of_synthetic, *of_bundled)]
    return Scaled(
        notices=len(sources),
        chunks=len(search.chunks),
        texts=model.count if model is not None else 0,
        reading_per_second=round(len(sources) / (read - started), 1),
        build_seconds=round(built - read, 1),
        open_seconds=round(opened - begun, 2),
        synthetic_right=_share(of_synthetic),
        bundled_right=_share(of_bundled) or 0.0,
        median_ms=round(median(seconds) * 1000, 1),
        p95_ms=round(percentile(seconds, 95) * 1000, 1),
        check_ms=round(_checking(store.entries(), seed), 2),
        memory_mb=psutil.Process().memory_info().rss >> 20,
        store_mb=megabytes(folder),
        index_mb=megabytes(folder / "index"),
    )


def megabytes(folder: Path) -> float:
    """What the files below a folder take up."""
    size = sum(f.stat().st_size for f in folder.rglob("*") if f.is_file())
    return round(size / 2**20, 1)


def _checking(entries: Sequence[Entry], seed: int) -> float:
    """Milliseconds to judge one person by one notice, rules at hand."""
    some = Random(seed).sample(list(entries), min(JUDGED, len(entries)))  # noqa: S311  nothing here is secret
    times = (list(surveyed([pair], 3)) for pair in judgeable(some))
    return median(median(each) for each in times)


class _Put(Frozen):
    """One question put to the desk."""

    right: bool
    seconds: float


def _share(found: Sequence[_Put]) -> float | None:
    return round(sum(each.right for each in found) / len(found), 4) if found else None


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


def _bundled(desk: Desk, seed: int) -> list[_Put]:
    """Some of the known questions about the bundled notices."""
    every = [case for path in bundled_files() for case in read_cases(path)]
    found = []
    for case in Random(seed).sample(every, min(KNOWN, len(every))):  # noqa: S311  nothing here is secret
        started = time.perf_counter()
        answer = desk.answer(case.asked())
        seconds = time.perf_counter() - started
        found.append(_Put(right=not list(faults(case, answer)), seconds=seconds))
    return found


if __name__ == "__main__":
    scale()
