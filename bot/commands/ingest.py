"""`saiwen ingest`: reads notices into the store and brings the indexes up to date."""

from __future__ import annotations

from pathlib import Path

import click

from bot import options
from bot.fault import InputFault
from bot.progress import named_bar, progress_bar
from bot.who import deed, with_by
from knowledge.model import Notice


@click.command("ingest")
@click.argument("paths", metavar="[PATH]...", nargs=-1)
@click.option("--one", is_flag=True, help="给出的文件夹是一份通知和它的附件")
@click.option("--only", is_flag=True, help="新库里不放自带的通知")
@with_by
@options.with_store
def ingest(store: Path, paths: tuple[str, ...], *, one: bool, only: bool, by: str | None) -> int:
    """把通知读入库。

    PATH 可以是文件、压缩包或文件夹；文件夹里的每个文件、压缩包和子文件夹各是一份通知，
    文件名（不含后缀）就是编号。不给 PATH 时只更新索引。
    """
    from retrieval.index.build import ensure  # noqa: PLC0415 heavy
    from retrieval.intake.gather import gather  # noqa: PLC0415 heavy
    from retrieval.intake.ingest import ingest as take  # noqa: PLC0415 heavy
    from retrieval.intake.sources import sync_store  # noqa: PLC0415 heavy

    if not all(paths):
        raise InputFault("给出的路径是空的；请写上文件或文件夹的路径")
    if only:
        leave_out_bundled(store)
    opened = sync_store(store)
    with named_bar("读入") as told:
        done = take(opened, gather(map(Path, paths), one=one, told=told), deed(by))
    for entry in done.new:
        click.echo(
            f"已读入 {entry.notice.id}：{entry.notice.label}（{len(entry.notice.clauses)} 条）"
        )
        if is_nothing(entry.notice):
            click.echo(f"{entry.notice.id} 没有读出条款、表格和日期，可能不是通知；请核对")
    for found in done.same:
        click.echo(f"已在库中 {found.id}：文字相同")
    for twin in done.twins:
        click.echo(twin.told())
    for notice_id, other in done.alike:
        click.echo(
            f"{notice_id} 与 {other} 几乎相同；若是同一份，请运行 saiwen withdraw {notice_id}"
        )
    for notice_id in done.withdrawn:
        click.echo(f"{notice_id} 处于撤回状态；要据它回答，请运行 saiwen restore {notice_id}")
    for refusal in done.refused:
        click.echo(f"未读入 {refusal.place}：{refusal.reason}", err=True)
    with progress_bar("建立索引") as progress:
        ensure(store, progress=progress)
    return 1 if done.refused else 0


def is_nothing(notice: Notice) -> bool:
    """Nothing in it that a notice has: a page of an error, or another text."""
    return not notice.values and not notice.tables and not any(c.mark for c in notice.clauses)


def leave_out_bundled(folder: Path) -> None:
    """Make a store without the bundled notices; one that has them already is at fault."""
    from retrieval.storage.store import Store  # noqa: PLC0415 heavy

    is_new = not Store(folder).exists()
    store = Store.open(folder, create=True)
    if is_new or (not store.only and not store.entries()):
        store.leave_out_bundled()
    elif not store.only:
        raise InputFault(f"{folder} 里已有自带的通知，--only 只用于新库；请用 --store 另选目录")
