"""`saiwen eval --sheet questions.xlsx --notice ID`: a coordinator's own questions, checked."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot import options
from bot.batch import dumps
from bot.fault import InputFault
from bot.progress import progress_bar
from bot.workbooks import check_out, put_in_place, read_bytes
from retrieval.answers import Answers

if TYPE_CHECKING:
    from eval.own_sheet.compare import Compared
    from knowledge.model import Notice

_WHAT = "问题表"
_SHOWN = 60
"""Characters of a question that the summary shows."""


def with_own_sheet(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--sheet` and what goes with it; when it is given, it is all that is done.

    The command has to have `as_json` and `store`.
    """

    @functools.wraps(command)
    def called(
        *args: Any,
        sheet: Path | None,
        notice: str | None,
        out: Path | None,
        as_of: datetime,
        **kwargs: Any,
    ) -> Any:
        if sheet is None:
            if notice or out:
                raise click.UsageError("--notice 和 --out 要和 --sheet 一起用")
            return command(*args, **kwargs)
        if not notice:
            raise click.UsageError("请用 --notice 给出通知的编号，见 saiwen notices")
        written = out or sheet.with_name(f"{sheet.stem}.核对.xlsx")
        found = run(sheet, notice, written, as_of, kwargs["store"])
        rows = [each.model_dump(mode="json") for each in found]
        click.echo(dumps(rows) if kwargs["as_json"] else summary(found))
        return 0

    path = click.Path(path_type=Path)
    named = (
        click.option(
            "--sheet", metavar="FILE", type=path, help="自己的问题表（.xlsx、.xls、.csv）"
        ),
        click.option("--notice", metavar="ID", help="问题表问的是哪份通知"),
        click.option("--out", metavar="FILE.xlsx", type=path, help="写到哪里；默认在原表旁边"),
        options.with_as_of,
    )
    for option in named:
        called = option(called)
    return called


def run(file: Path, notice_id: str, out: Path, as_of: datetime, store: Path) -> list[Compared]:
    """Check the questions of a file and write the workbook with what was found.

    Raises:
        InputFault: the file, its headings, the notice or where to write are at fault.
    """
    from eval.own_sheet.check import checked, found_in  # noqa: PLC0415 only when called
    from eval.own_sheet.writing import given_back  # noqa: PLC0415 only when called
    from knowledge.roster.load import MOST_BYTES, read_roster  # noqa: PLC0415 only when called
    from knowledge.roster.model import RosterError  # noqa: PLC0415 only when called

    check_out(file, out, _WHAT)
    data = read_bytes(file, MOST_BYTES, _WHAT)
    try:
        grids = read_roster(data)
    except RosterError as error:
        raise InputFault(f"{file.name}：{error}") from error
    sheets = found_in(grids)
    if not sheets:
        raise InputFault(f"{file.name} 里没有找到“问题”一列；请在表头写上“问题”和“答案”")
    desk, notice = _asked_of(store, notice_id)
    with progress_bar("核对") as show:
        found = list(checked(sheets, desk, notice, as_of, show))
    if not found:
        raise InputFault(f"{file.name} 的“问题”一列下面没有问题；请在表头下面每行写一个")
    headings = {grid.name: heading for grid, heading in sheets}
    put_in_place(out, given_back(data, grids, headings, found))
    click.echo(f"已写出 {out}", err=True)
    return found


def _asked_of(store: Path, notice_id: str) -> tuple[Answers, Notice]:
    from bot.opening import live_desk  # noqa: PLC0415 heavy

    desk = live_desk(store, warm=False).desk
    notice = next((each for each in desk.notices if each.id == notice_id), None)
    if notice is None:
        raise InputFault(f"库里没有编号为 {notice_id} 的通知；编号见 saiwen notices")
    return desk, notice


def summary(found: Sequence[Compared]) -> str:
    """How many of each verdict, then a line for every question that needs a look."""
    from eval.own_sheet.words import words  # noqa: PLC0415 only when called

    names = words().verdicts
    counts = Counter(each.verdict for each in found)
    said = "，".join(f"{names[kind]} {counts[kind]}" for kind in names if counts[kind])
    lines = (
        f"{e.sheet} 第 {e.row} 行 {names[e.verdict]}：{_short(e.question)} | {e.advice}"
        for e in found
        if e.verdict not in {"same", "none"}
    )
    return "\n".join([f"{len(found)} 个问题：{said}", *lines])


def _short(question: str) -> str:
    return question if len(question) <= _SHOWN else f"{question[:_SHOWN]}…"
