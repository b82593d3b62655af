"""`saiwen withdraw`: takes a notice out of use; it is kept and can be restored."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot import options
from bot.fault import InputFault
from bot.progress import progress_bar
from bot.who import deed, with_by

if TYPE_CHECKING:
    from collections.abc import Callable

    from retrieval.storage.store import Store


@click.command("withdraw")
@click.argument("notice_id", metavar="ID")
@with_by
@options.with_store
def withdraw(store: Path, notice_id: str, *, by: str | None) -> None:
    """撤回一份通知：留在库里，但不再据它回答；问到它时说“该通知已撤回”。"""
    changed = change(store, notice_id, lambda kept: kept.withdraw(notice_id, deed(by)))
    click.echo(f"已撤回 {notice_id}" if changed else f"{notice_id} 早已撤回")


def change(folder: Path, notice_id: str, work: Callable[[Store], bool]) -> bool:
    """Do something to a notice and bring the indexes up to date; whether it changed anything.

    Raises:
        InputFault: there is no such notice.
    """
    from retrieval.index.build import ensure  # noqa: PLC0415 heavy
    from retrieval.intake.sources import sync_store  # noqa: PLC0415 heavy

    store = sync_store(folder)
    ids = [entry.notice.id for entry in store.every()]
    if notice_id not in ids:
        raise InputFault(f"没有编号为 {notice_id} 的通知；库里有：{'、'.join(ids)}")
    changed = work(store)
    if changed:
        with progress_bar("建立索引") as progress:
            ensure(folder, progress=progress)
    return changed
