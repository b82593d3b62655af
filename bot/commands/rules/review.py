"""`saiwen rules review`: a person confirms or corrects drafted rules."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot import clock, options
from bot.batch import dumps
from bot.fault import InputFault, reason

if TYPE_CHECKING:
    from bot.commands.rules.reviewing import Reviewing


@click.command()
@click.argument("notice_id", metavar="ID")
@click.option("--list", "listing", is_flag=True, help="列出各条规则和核对情况")
@options.with_json
@click.option(
    "--confirm", "confirm_ids", multiple=True, metavar="RULE", help="确认这条规则，可多次"
)
@click.option("--all", "confirm_all", is_flag=True, help="与 --confirm 同义，确认全部未核对的")
@click.option("--drop", "drop_ids", multiple=True, metavar="RULE", help="删去这条规则，可多次")
@click.option(
    "--set",
    "set_values",
    nargs=2,
    multiple=True,
    metavar="RULE KEY=VALUE",
    help="改一个参数，可多次",
)
@click.option(
    "--export",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="写成可放在通知旁边的 rules.yaml",
)
@click.option("--who", metavar="NAME", help="核对人；默认是登录名")
@options.with_store
def review(  # noqa: PLR0913 one argument an option
    *,
    notice_id: str,
    listing: bool,
    as_json: bool,
    confirm_ids: tuple[str, ...],
    confirm_all: bool,
    drop_ids: tuple[str, ...],
    set_values: tuple[tuple[str, str], ...],
    export: Path | None,
    who: str | None,
    store: Path,
) -> None:
    """逐条核对自动提取的规则：原文、理解、确认或修改。

    每作一个决定就保存，随时可停；也可用 --list、--confirm、--drop、--set、--export 由程序调用。
    """
    from knowledge.eligibility.rules import RulesError  # noqa: PLC0415 only when called

    at = _opened(store, notice_id, who or _login())
    try:
        changed = _decide(at, confirm_ids, drop_ids, set_values, everything=confirm_all)
        if export is not None:
            _export(at, export)
        if listing or as_json:
            _list(at, as_json=as_json)
        elif not changed and export is None:
            from bot.commands.rules.review_talk import talk  # noqa: PLC0415 only in the terminal

            talk(at)
    except RulesError as fault:
        raise InputFault(f"通知 {notice_id}：{fault}") from fault


def _opened(folder: Path, notice_id: str, who: str) -> Reviewing:
    from bot.commands.check import entries_of  # noqa: PLC0415 heavy
    from bot.commands.rules.reviewing import Reviewing  # noqa: PLC0415 heavy
    from retrieval.storage.store import Store  # noqa: PLC0415 heavy

    entries = entries_of(folder)
    if notice_id not in entries:
        raise InputFault(f"库里没有通知 {notice_id}；现有的：{'、'.join(entries) or '（空）'}")
    moment = clock.now().isoformat(timespec="seconds")
    return Reviewing(Store.open(folder), entries[notice_id], who, moment)


def _login() -> str:
    """The name of whoever is logged in; a bare container knows none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "未署名"


def _decide(
    at: Reviewing,
    confirm_ids: tuple[str, ...],
    drop_ids: tuple[str, ...],
    set_values: tuple[tuple[str, str], ...],
    *,
    everything: bool,
) -> bool:
    """Carry out what the options ask for; every rule named is looked up before any is changed."""
    named = [*confirm_ids, *drop_ids, *(name for name, _ in set_values)]
    for name in named:
        at.find(name)
    for name, pair in set_values:
        at.set(at.find(name), [pair])
    for name in drop_ids:
        at.drop(at.find(name))
    for name in confirm_ids:
        at.confirm(at.find(name))
    for rule in at.open() if everything else ():
        at.confirm(rule)
    if named or everything:
        click.echo(f"已保存；还有 {len(at.open())} 条未核对", err=True)
    return bool(named) or everything


def _list(at: Reviewing, *, as_json: bool) -> None:
    listed = at.listed()
    if as_json:
        click.echo(dumps(listed))
        return
    for item in listed:
        state = "自动提取、未核对" if item["state"] == "drafted" else _by(item["by"], item["at"])
        changed = "" if item["valid"] else "；条款已变动，停用"
        whom = f"【{item['concerns']}】" if item["concerns"] else ""
        click.echo(
            "\t".join(
                [item["rule"], f"{state}{changed}", f"{whom}{item['reading']}", item["path"] or ""]
            )
        )


def _by(who: str | None, when: str | None) -> str:
    return f"已核对（{who}，{when}）" if who else "已核对"


def _export(at: Reviewing, file: Path) -> None:
    from knowledge.eligibility.drafting.written import written  # noqa: PLC0415 heavy

    try:
        file.write_text(written(at.rules), "utf-8")
    except OSError as error:
        raise InputFault(f"写不了 {file}：{reason(error)}") from error
    click.echo(f"已写到 {file}", err=True)
