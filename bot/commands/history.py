"""`saiwen history`: what was done to the notices, by whom and when."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot import options
from bot.batch import dumps
from bot.fault import InputFault

if TYPE_CHECKING:
    from retrieval.storage.history import Action, Event

ACTIONS: dict[Action, str] = {
    "read": "读入",
    "changed": "内容更新",
    "confirmed": "核对文件更新",
    "withdrawn": "撤回",
    "restored": "恢复",
}


@click.command("history")
@click.argument("notice_id", metavar="[ID]", required=False)
@options.with_json
@options.with_store
def history(store: Path, notice_id: str | None, *, as_json: bool) -> None:
    """列出通知的读入、更新、撤回和恢复：时间、经手人、内容指纹；不给 ID 时列出全部。"""
    from retrieval.intake.sources import sync_store  # noqa: PLC0415 heavy

    opened = sync_store(store)
    found = opened.history(notice_id)
    ids = {entry.notice.id for entry in opened.every()}
    if notice_id is not None and not found and notice_id not in ids:
        raise InputFault(f"没有编号为 {notice_id} 的通知；库里有：{'、'.join(sorted(ids))}")
    if as_json:
        click.echo(dumps([event.model_dump(mode="json") for event in found]))
        return
    for event in found:
        click.echo(_line(event))
    if not found:
        click.echo("没有记录（自带的通知随程序收入，不记）", err=True)


def _line(event: Event) -> str:
    return "\t".join([event.when, event.notice, ACTIONS[event.action], event.who, event.text_hash])
