"""`saiwen compare`: two notices clause by clause."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot import options
from bot.batch import dumps
from bot.fault import InputFault

if TYPE_CHECKING:
    from knowledge.model import Notice


@click.command()
@click.argument("old", metavar="A")
@click.argument("new", metavar="B")
@options.with_json
@options.with_store
def compare(*, old: str, new: str, as_json: bool, store: Path) -> None:
    """逐条比较两份通知：从 A 到 B 新增、删去、收紧、放宽和改动了什么。

    A、B 是库里通知的编号，或者文件、文件夹（不收进库里）。
    """
    from bot.compare_view import compare_lines  # noqa: PLC0415 only when called
    from bot.render import terminal_lines  # noqa: PLC0415 only when called
    from knowledge.compare import compared  # noqa: PLC0415 only when called

    one, other = _notice(store, old), _notice(store, new)
    done = compared(one, other)
    if as_json:
        click.echo(dumps(done.model_dump(mode="json")))
    else:
        click.echo(terminal_lines(compare_lines(done, one, other)))


def _notice(store: Path, what: str) -> Notice:
    """A notice of the store, else the one in a file.

    Raises:
        InputFault: there is neither.
    """
    from bot.commands.lint import in_file  # noqa: PLC0415 heavy
    from retrieval.intake.sources import sync_store  # noqa: PLC0415 heavy

    kept = {entry.notice.id: entry.notice for entry in sync_store(store).every()}
    if what in kept:
        return kept[what]
    if Path(what).exists():
        return in_file(Path(what))
    raise InputFault(f"没有编号为 {what} 的通知，也没有这个文件；库里有：{'、'.join(kept)}")
