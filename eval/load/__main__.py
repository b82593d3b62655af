"""`python -m eval.load`: the bot under load, and killed under load, on this machine.

A report for people: no test depends on it, because times differ from machine to machine.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
from collections.abc import Callable, Coroutine, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import click

from bot import options
from bot.batch import dumps
from bot.preparing import prepare
from eval.load.drawn import LOOKED_AT, drawn
from eval.load.hard import killed, paced
from eval.load.measured import Figures, Scene
from eval.load.section import Load, section
from eval.load.waiting import UnansweredError

Found = TypeVar("Found")
Work = Callable[[Path], Coroutine[Any, Any, Found]]
"""Measures a bot over a store."""

PARTS = ("typed", "mix", "rate", "paced", "kills")
CALM = 25.0
"""Questions a second at which the time of an answer is measured."""
PACED_CHATS, PACED_EACH, KILLED_CHATS = 60, 10, 40

_OWN_TO_A_BOT = shutil.ignore_patterns("*.sqlite3*", "*.lock")


@click.command()
@options.with_json
@options.with_store
@click.option("--only", type=click.Choice(PARTS), multiple=True, help="只测这一部分，可多次")
@click.option("--seconds", default=20.0, show_default=True, help="每种负载多少秒")
@click.option("--chats", default=200, show_default=True)
@click.option("--kills", default=20, show_default=True, help="强行结束多少次")
@click.option("--workers", default=2, show_default=True, help="另开几个回答进程")
@click.option("--seed", default=2026, show_default=True)
@click.option(
    "--section",
    "file",
    metavar="FILE.json",
    type=click.Path(dir_okay=False, path_type=Path),
    help="另存为报告的一节（saiwen eval --report … --with FILE.json）",
)
def load(  # noqa: PLR0913 one argument an option
    *,
    as_json: bool,
    store: Path,
    only: tuple[str, ...],
    seconds: float,
    chats: int,
    kills: int,
    workers: int,
    seed: int,
    file: Path | None,
) -> None:
    """许多聊天同时问机器人：每秒答多少，多久答到，强行结束时丢不丢。"""
    prepare(store)
    before = os.getloadavg()[0]
    say(f"测量前的负载 {before:.1f}；看 {LOOKED_AT} 个问题各走哪条路")
    found = drawn(store, seed)
    scene, parts = Scene(found, seed, chats, workers, say), Parts(store, only or PARTS)
    runs = tuple(parts.measure(part, work) for part, work in _runs(scene, seconds).items())
    held = parts.measure("paced", partial(paced, chats=PACED_CHATS, each=PACED_EACH, say=say))
    ended = parts.measure(
        "kills", partial(killed, chats=KILLED_CHATS, kills=kills, seed=seed, say=say)
    )
    measured = Load(
        chats=chats,
        dense_share=round(found.share, 4),
        workers=workers,
        runs=tuple(run for run in runs if run is not None),
        paced=held,
        killed=ended,
        failed=tuple(parts.failed),
        load_before=round(before, 1),
    )
    if file is not None:
        file.write_text(section(measured).model_dump_json(indent=1) + "\n", "utf-8")
    click.echo(dumps(measured.model_dump()) if as_json else _plain(measured))


def _runs(scene: Scene, seconds: float) -> dict[str, Work[Figures]]:
    calm = f"自然混合，每秒 {CALM:g} 题"
    return {
        "typed": partial(scene.run, what="不用向量模型的问题", seconds=seconds, typed_only=True),
        "mix": partial(scene.run, what="自然混合", seconds=seconds),
        "rate": partial(scene.run, what=calm, seconds=seconds, rate=CALM),
    }


class Parts:
    """The parts that are to be measured, each of which may fail.

    Each has a store of its own: its server counts updates from one again, and a bot that has
    answered these numbers before does not answer them a second time.
    """

    def __init__(self, store: Path, wanted: Sequence[str]) -> None:
        self._store, self._wanted = store, wanted
        self.failed: list[str] = []

    def measure(self, part: str, work: Work[Found]) -> Found | None:
        """What a part finds; None if it is not wanted or does not come to its end."""
        if part not in self._wanted:
            return None
        say(f"== {part}")
        try:
            with tempfile.TemporaryDirectory() as folder:
                own = Path(folder) / "store"
                shutil.copytree(self._store, own, ignore=_OWN_TO_A_BOT)
                return asyncio.run(work(own))
        except UnansweredError as fault:
            say(f"{part} 没有测完：{fault}")
            self.failed.append(f"{part}，{fault}")
            return None


def say(line: str) -> None:
    """How far it has come, on standard error."""
    click.echo(f"{datetime.now():%H:%M:%S} {line}", err=True)  # noqa: DTZ005 for who waits here


def _plain(found: Load) -> str:
    """The tables as lines."""
    lines: list[str] = []
    lines += [f"没有测完：{each}" for each in found.failed]
    for table in section(found).tables:
        lines += [table.title, *("  " + " | ".join(row) for row in (table.head, *table.rows)), ""]
    return "\n".join(lines).strip()


if __name__ == "__main__":
    load()
