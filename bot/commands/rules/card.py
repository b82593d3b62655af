"""`saiwen rules card`: one printable page a track, made from the rules."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot import options
from bot.batch import LineFault
from bot.fault import InputFault, reason

if TYPE_CHECKING:
    from datetime import datetime


@click.command()
@click.argument("notice_id", metavar="ID")
@click.option("--track", metavar="T", help="赛项的编号、名称或别名；不给则全部赛项")
@click.option(
    "--out",
    metavar="FILE.html",
    type=click.Path(dir_okay=False, path_type=Path),
    help="写到这个文件；不给则写到标准输出",
)
@options.with_as_of
@options.with_store
def card(
    *, notice_id: str, track: str | None, out: Path | None, as_of: datetime, store: Path
) -> None:
    """把规则做成可打印的一页（A4），每条注明条款和原文。

    规则相同的赛项合为一页；--as-of 是卡上写的制作日期，到那天为止的更正都计入。
    """
    from bot import rule_card  # noqa: PLC0415 only when called
    from bot.commands.check import standing  # noqa: PLC0415 heavy
    from knowledge.eligibility.tracks import UnknownTrackError  # noqa: PLC0415 only when called

    try:
        held = standing(store, notice_id, as_of)
        html = rule_card.card(held.notice, held.rules, as_of.date(), track, held.by)
    except (LineFault, UnknownTrackError) as fault:
        raise InputFault(str(fault)) from fault
    if out is None:
        click.echo(html, nl=False)
        return
    try:
        out.write_text(html, "utf-8")
    except OSError as error:
        raise InputFault(f"写不了 {out}：{reason(error)}") from error
