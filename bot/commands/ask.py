"""`saiwen ask`: one question, or a batch of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from bot import options
from bot.asking import answer_line
from bot.batch import LineFault, dumps, run_batch
from bot.fault import InputFault
from bot.preparing import prepare


@click.command()
@click.argument("question", required=False)
@click.option("--notice", metavar="ID", help="只问这份通知，编号见 saiwen notices")
@click.option("--track", metavar="T", help="赛项的编号、名称或别名")
@options.with_batch
@options.with_as_of
@options.with_json
@options.with_store
def ask(  # noqa: PLR0913 one argument an option
    *,
    question: str | None,
    notice: str | None,
    track: str | None,
    batch: Path | None,
    as_of: datetime,
    as_json: bool,
    store: Path,
) -> int:
    """回答一个关于通知的问题，并注明出处条款。"""
    work = worker(store, as_of, warm=batch is not None)
    if batch is not None:
        return int(run_batch(batch, work, ("question",)) > 0)
    if question is None:
        raise click.UsageError("请写出问题，或用 --batch")
    try:
        answer = work({"question": question, "notice": notice, "track": track})
    except LineFault as fault:
        raise InputFault(str(fault)) from fault
    click.echo(dumps(answer) if as_json else readable(answer))
    return 0


def worker(
    store: Path, as_of: datetime, *, warm: bool
) -> Callable[[Mapping[str, Any]], Mapping[str, Any]]:
    """What answers one line, over the store's desk; a new store is filled first."""
    from retrieval.open_desk import open_desk  # noqa: PLC0415 heavy

    prepare(store)
    desk = open_desk(store, warm=warm)
    return lambda fields: answer_line(fields, desk, as_of)


def readable(answer: Mapping[str, Any]) -> str:
    """The answer with its quotes, for a terminal."""
    lines = [str(answer["text"])]
    lines += [f"〔{c['label']} {c['path']}〕{c['quote']}" for c in answer["citations"]]
    return "\n".join(lines)
