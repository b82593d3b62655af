"""`saiwen restore`: puts a withdrawn notice into use again."""

from __future__ import annotations

from pathlib import Path

import click

from bot import options
from bot.commands.withdraw import change
from bot.who import deed, with_by


@click.command("restore")
@click.argument("notice_id", metavar="ID")
@with_by
@options.with_store
def restore(store: Path, notice_id: str, *, by: str | None) -> None:
    """恢复一份撤回的通知。"""
    changed = change(store, notice_id, lambda kept: kept.restore(notice_id, deed(by)))
    click.echo(f"已恢复 {notice_id}" if changed else f"{notice_id} 没有撤回")
