"""`saiwen show`: prints what was read of a notice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from bot import options
from bot.batch import dumps
from bot.fault import InputFault
from knowledge.lint import lint
from knowledge.model import Clause, Notice
from knowledge.plain import squeeze

_FIELDS = ("id", "label", "title", "doc_number", "issuers", "issued_on", "edition")
_CLAUSE = {"path", "level", "mark", "text", "start", "end", "scope"}
_VALUE = {"kind", "value", "raw", "label", "path", "start", "end", "scope"}
_WIDTH = 60
_ALIASES = 8
RELATIONS = {
    "supplement": "补充",
    "correction": "更正",
    "superseded": "取消或废止",
    "attachment": "附件属于",
    "earlier_edition": "上一届",
}
"""What a notice is to another, as lists say it before the other's id."""


@click.command("show")
@click.argument("notice_id", metavar="ID")
@click.option("--text", "as_text", is_flag=True, help="输出全文（引用的起止位置以此为准）")
@options.with_store
@options.with_json
def show(store: Path, notice_id: str, *, as_text: bool, as_json: bool) -> None:
    """显示一份通知的条款树。"""
    from knowledge.catalogue.relations import related  # noqa: PLC0415 only when called
    from retrieval.intake.sources import sync_store  # noqa: PLC0415 heavy

    every = related([entry.notice for entry in sync_store(store).every()])
    notices = {notice.id: notice for notice in every}
    notice = notices.get(notice_id)
    if notice is None:
        raise InputFault(f"没有编号为 {notice_id} 的通知；库里有：{'、'.join(notices)}")
    if as_text:
        click.echo(notice.text, nl=False)
    elif as_json:
        click.echo(dumps(as_data(notice)))
    else:
        for line in tree(notice):
            click.echo(line)


def as_data(notice: Notice) -> dict[str, Any]:
    """Return the notice in the form other programs rely on."""
    data = notice.model_dump(mode="json")
    return {
        **{key: data[key] for key in _FIELDS},
        "tracks": [_only(track, {"id", "name", "aliases"}) for track in data["tracks"]],
        "clauses": [_only(clause, _CLAUSE) for clause in data["clauses"]],
        "tables": [
            {"path": t["path"], "header": t["header"], "rows": [r["cells"] for r in t["rows"]]}
            for t in data["tables"]
        ],
        "values": [_only(value, _VALUE) for value in data["values"]],
        "relations": data["relations"],
        "findings": [finding.model_dump(mode="json") for finding in lint(notice)],
    }


def _only(data: dict[str, Any], keys: set[str]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if key in keys}


def tree(notice: Notice) -> Iterator[str]:
    """Yield the lines of the clause tree, tables behind the clause they follow."""
    yield f"{notice.label}  {notice.name}"
    yield from _catalogued(notice)
    yield from (f"{RELATIONS[each.kind]} {each.notice}" for each in notice.relations)
    yield from (f"赛项 {track.id}  {track.name}" for track in notice.tracks)
    depths: dict[str, int] = {}
    tables = [(t.start, f"{t.path}  {squeeze(t.title)}（{len(t.rows)} 行）") for t in notice.tables]
    lines = [(clause.start, _line(clause, depths)) for clause in notice.clauses]
    yield from (line for _, line in sorted(lines + tables, key=lambda item: item[0]))
    yield from (f"注意 {f.path}：{f.message}" for f in lint(notice))


def _catalogued(notice: Notice) -> Iterator[str]:
    """Who published it and when, of which level and edition it is, and what people call it."""
    issued = f"{notice.issued_on} 成文" if notice.issued_on else ""
    edition = f"{notice.year}年" if notice.year else ""
    held = "  ".join(filter(None, (notice.level, notice.region, notice.edition, edition, issued)))
    yield from (line for line in ("、".join(notice.issuers), held) if line)
    aliases = [name for name in notice.aliases if name != notice.name]
    yield from [f"别名 {'、'.join(aliases[:_ALIASES])}"] if aliases else []
    yield from (f"组别 {'、'.join(notice.groups)}" for _ in notice.groups[:1])
    for each in notice.attachments:
        yield f"{each.name}  {each.title}{'' if each.present else '（不在库里）'}"


def _line(clause: Clause, depths: dict[str, int]) -> str:
    depth = depths.get(clause.parent, 0) + 1 if clause.parent else 0
    depths[clause.path] = depth
    words = squeeze(clause.text)
    shown = words if len(words) <= _WIDTH else f"{words[:_WIDTH]}…"
    return f"{'  ' * depth}[{clause.path}] {shown}"
