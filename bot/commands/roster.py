"""`saiwen roster`: every fault of a roster, with its cells and the clause."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot import options
from bot.batch import LineFault, dumps
from bot.commands.check import standing
from bot.fault import InputFault
from bot.progress import progress_bar
from bot.workbooks import check_out, put_in_place, read_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from knowledge.eligibility.corrected import InForce
    from knowledge.model import Track
    from knowledge.roster.model import Fault

_WHAT = "汇总表"


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--notice", "notice_id", metavar="ID", required=True, help="通知的编号，见 saiwen notices"
)
@click.option("--track", metavar="T", help="没有写赛项的行按这个赛项核对：编号、名称或别名")
@click.option(
    "--out",
    metavar="ANNOTATED.xlsx",
    type=click.Path(dir_okay=False, path_type=Path),
    help="写出标注好的工作簿：问题格涂色加批注，另附核对结果和给各单位的回复草稿",
)
@click.option("--strict", is_flag=True, help="发现问题时退出码为 1")
@options.with_json
@options.with_as_of
@options.with_store
def roster(  # noqa: PLR0913 one argument an option
    *,
    file: Path,
    notice_id: str,
    track: str | None,
    out: Path | None,
    strict: bool,
    as_json: bool,
    as_of: datetime,
    store: Path,
) -> int:
    """核对参赛信息汇总表（.xlsx、.xls、.csv），逐格指出问题和依据的条款。

    按列名的意思找列，按通知的规则核对每个人和各行之间；不改动、不保存原表。
    """
    from knowledge.roster.audit import audit  # noqa: PLC0415 only when called
    from knowledge.roster.corrected import published  # noqa: PLC0415 only when called
    from knowledge.roster.load import MOST_BYTES, read_roster  # noqa: PLC0415 only when called

    check_out(file, out, _WHAT)
    data = read_bytes(file, MOST_BYTES, _WHAT)
    grids = read_roster(data)
    held, chosen = _held(store, notice_id, track, as_of)
    with progress_bar("核对") as progress:
        done = audit(grids, held.notice, held.rules, as_of, track=chosen, progress=progress)
    done = published(done, held)
    if out is not None:
        from knowledge.roster.annotate import annotated  # noqa: PLC0415 only when asked for

        put_in_place(out, annotated(data, grids, done, held.notice, held.rules, as_of))
        click.echo(f"已写出 {out}", err=True)
    if as_json:
        click.echo(_json(done.faults))
    else:
        from bot.roster_view import roster_lines  # noqa: PLC0415 only when shown

        click.echo("\n".join(roster_lines(done, file.name)))
    return int(strict and bool(done.faults))


def _held(
    store: Path, notice_id: str, track: str | None, as_of: datetime
) -> tuple[InForce, Track | None]:
    from knowledge.eligibility.tracks import UnknownTrackError, find_track  # noqa: PLC0415

    try:
        held = standing(store, notice_id, as_of)
        return held, find_track(held.notice, track) if track else None
    except (LineFault, UnknownTrackError) as fault:
        raise InputFault(str(fault)) from fault


def _json(faults: Sequence[Fault]) -> str:
    """An array with one fault in a line."""
    lines = ",\n".join(dumps(fault.model_dump(mode="json")) for fault in faults)
    return f"[\n{lines}\n]" if lines else "[]"
