"""`saiwen lint`: what is wrong with a notice itself, with the clause and the mend."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot import options
from bot.batch import dumps
from bot.fault import InputFault
from bot.layout import clean

if TYPE_CHECKING:
    from knowledge.model import Finding, Notice, Severity

SEVERITIES: dict[Severity, str] = {"error": "错误", "warn": "可疑", "confirm": "请确认"}
_QUOTE = 80


@click.command("lint")
@click.argument("what", metavar="FILE|ID")
@options.with_json
@click.option("--strict", is_flag=True, help="发现问题时退出码为 1")
@options.with_store
def lint(store: Path, what: str, *, as_json: bool, strict: bool) -> int:
    """检查通知本身的毛病：缺号、附件、日期、号码、年龄、比例、前后矛盾、重复、合计。

    FILE 是文件、压缩包或文件夹（一份通知和它的附件），不收进库里；ID 是库里通知的编号。
    """
    from knowledge.lint import lint as check  # noqa: PLC0415 heavy

    notice = in_file(Path(what)) if Path(what).exists() else _in_store(store, what)
    findings = check(notice)
    if as_json:
        click.echo(dumps([finding.model_dump(mode="json") for finding in findings]))
    else:
        for line in lines(notice, findings):
            click.echo(line)
    return int(strict and bool(findings))


def in_file(path: Path) -> Notice:
    """The notice at a path, read without a store.

    Raises:
        InputFault: it cannot be read.
    """
    from pydantic import ValidationError  # noqa: PLC0415 heavy

    from retrieval.intake.gather import Refusal, gather  # noqa: PLC0415 heavy
    from retrieval.intake.reading import read  # noqa: PLC0415 heavy

    found = list(gather([path], one=True))
    refused = [item for item in found if isinstance(item, Refusal)]
    notices = [item for item in found if not isinstance(item, Refusal)]
    for item in refused if notices else ():
        click.echo(f"未读入 {item.place}：{item.reason}", err=True)
    if not notices:
        raise InputFault("；".join(f"{item.place}：{item.reason}" for item in refused))
    try:
        return read(notices[0].id, notices[0].text.encode(), notices[0].confirmed)
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise InputFault(f"{path} 旁的 notice.yaml 的 {where} 不对；请改正") from error


def _in_store(folder: Path, notice_id: str) -> Notice:
    from retrieval.intake.sources import sync_store  # noqa: PLC0415 heavy

    notices = {entry.notice.id: entry.notice for entry in sync_store(folder).every()}
    if notice_id not in notices:
        known = "、".join(notices)
        raise InputFault(f"没有文件 {notice_id}，也没有这个编号的通知；库里有：{known}")
    return notices[notice_id]


def lines(notice: Notice, findings: Sequence[Finding]) -> Iterator[str]:
    """The lines a person reads, in the order of the notice."""
    counts = Counter(finding.severity for finding in findings)
    said = "，".join(f"{name} {counts[key]}" for key, name in SEVERITIES.items() if counts[key])
    yield clean(f"{notice.id}：{f'{len(findings)} 处（{said}）' if findings else '没有发现问题'}")
    for finding in findings:
        yield clean(f"【{SEVERITIES[finding.severity]}】{finding.path}：{finding.message}")
        if finding.citation:
            quote = finding.citation.quote
            yield clean(f"    原文：“{quote if len(quote) <= _QUOTE else quote[:_QUOTE] + '…'}”")
        yield f"    建议：{finding.suggestion}（{finding.rule}）"
