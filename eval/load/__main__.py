"""`python -m eval.load`: the bot under load, and killed under load, on this machine.

A report for people: no test depends on it, because times differ from machine to machine.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
from functools import partial
from pathlib import Path

import click

from bot import options
from bot.batch import dumps
from bot.preparing import prepare
from eval.load.drawn import drawn
from eval.load.hard import killed, paced
from eval.load.measured import Figures, Scene
from eval.load.section import Load, section

PARTS = ("typed", "mix", "rate", "paced", "kills")
CALM = 25.0
"""Questions a second at which the time of an answer is measured."""
PACED_CHATS, PACED_EACH, KILLED_CHATS = 60, 10, 40


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
    parts = only or PARTS
    found = drawn(store, seed)
    with tempfile.TemporaryDirectory() as folder:
        own = Path(folder) / "store"
        shutil.copytree(store, own, ignore=shutil.ignore_patterns("*.sqlite3*", "*.lock"))
        runs = tuple(_runs(Scene(own, found, seed, chats, workers), parts, seconds))
        held = asyncio.run(paced(own, PACED_CHATS, PACED_EACH)) if "paced" in parts else None
        ended = asyncio.run(killed(own, KILLED_CHATS, kills, seed)) if "kills" in parts else None
        measured = Load(
            chats=chats,
            dense_share=round(found.share, 4),
            workers=workers,
            runs=runs,
            paced=held,
            killed=ended,
            load_before=round(before, 1),
        )
    made = section(measured)
    if file is not None:
        file.write_text(made.model_dump_json(indent=1) + "\n", "utf-8")
    click.echo(dumps(measured.model_dump()) if as_json else _plain(measured))


def _runs(scene: Scene, parts: tuple[str, ...], seconds: float) -> list[Figures]:
    calm = f"自然混合，每秒 {CALM:g} 题"
    made = {
        "typed": partial(scene.run, "不用向量模型的问题", seconds, typed_only=True),
        "mix": partial(scene.run, "自然混合", seconds),
        "rate": partial(scene.run, calm, seconds, rate=CALM),
    }
    return [asyncio.run(run()) for part, run in made.items() if part in parts]


def _plain(found: Load) -> str:
    """The tables as lines."""
    lines: list[str] = []
    for table in section(found).tables:
        lines += [table.title, *("  " + " | ".join(row) for row in (table.head, *table.rows)), ""]
    return "\n".join(lines).strip()


if __name__ == "__main__":
    load()
