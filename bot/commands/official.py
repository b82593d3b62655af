"""`saiwen official`: the official answers of a store."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot import options
from bot.batch import dumps
from bot.fault import InputFault
from bot.who import deed, with_by

if TYPE_CHECKING:
    from collections.abc import Mapping

    from knowledge.model import Notice
    from retrieval.official.model import Official


@click.command()
@click.option("--withdraw", "number", metavar="N", type=int, help="撤下第 N 号答复")
@with_by
@options.with_json
@options.with_store
def official(*, number: int | None, by: str | None, as_json: bool, store: Path) -> None:
    """列出官方答复：组织人员在 Telegram 里存下的，谁、何时、解释哪一条、是否还有效。"""
    from retrieval.intake.sources import sync_store  # noqa: PLC0415 heavy
    from retrieval.official.shelf import Shelf  # noqa: PLC0415 only when called

    shelf = Shelf.of(store)
    if number is not None:
        done = deed(by)
        if not shelf.withdraw(number, done.who, datetime.fromisoformat(done.when)):
            raise InputFault(f"没有第{number}号官方答复，或早已撤下；请用 saiwen official 查看")
        click.echo(f"已撤下第{number}号官方答复")
        return
    notices = {entry.notice.id: entry.notice for entry in sync_store(store).entries()}
    for one in shelf.every():
        click.echo(_json(one, notices) if as_json else _line(one, notices))


def _stands(one: Official, notices: Mapping[str, Notice]) -> bool:
    return one.stands(notices.get(one.scope.notice))


def _json(one: Official, notices: Mapping[str, Notice]) -> str:
    return dumps({**one.model_dump(mode="json"), "id": one.id, "stands": _stands(one, notices)})


def _line(one: Official, notices: Mapping[str, Notice]) -> str:
    scope = "·".join(part for part in (one.scope.notice, one.scope.track, one.scope.group) if part)
    path = f"，解释{one.explains.path}" if one.explains else ""
    ended = "" if _stands(one, notices) else "【已失效：通知已撤回或条款已变】"
    said = f"{one.who}，{one.given_at:%Y-%m-%d}{path}"
    return f"{ended}第{one.number}号（{scope}；{said}）问：{one.question}　答：{one.text}"
