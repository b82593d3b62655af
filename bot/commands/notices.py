"""`saiwen notices`: lists the notices in the store."""

from __future__ import annotations

from pathlib import Path
from typing import TypedDict

import click

from bot import options
from bot.batch import dumps
from bot.commands.show import RELATIONS
from knowledge.model import Notice


@click.command("notices")
@options.with_store
@options.with_json
def notices(store: Path, *, as_json: bool) -> None:
    """列出库里的通知：编号、文号（或标题）、竞赛名称、报名截止。"""
    from knowledge.catalogue.relations import related  # noqa: PLC0415 only when called
    from retrieval.intake.sources import sync_store  # noqa: PLC0415 heavy

    opened = sync_store(store)
    out = {notice.id for notice in opened.withdrawn()}
    every = related([entry.notice for entry in opened.every()])
    listed = [listing(notice, withdrawn=notice.id in out) for notice in every]
    if as_json:
        click.echo(dumps(listed))
        return
    for item in listed:
        until = [f"截止 {'、'.join(item['deadlines'])}"] if item["deadlines"] else []
        state = ["已撤回"] if item["withdrawn"] else []
        ties = [f"{RELATIONS[each['kind']]} {each['notice']}" for each in item["relations"]]
        click.echo("\t".join([item["id"], item["label"], item["name"], *until, *ties, *state]))


class Listing(TypedDict):
    """What a list says of a notice."""

    id: str
    label: str
    name: str
    deadlines: list[str]
    """Of entering, by date."""
    relations: list[dict[str, str]]
    """To other notices: `kind` and `notice`, the id of the other."""
    withdrawn: bool
    """Nothing is answered from it."""


def listing(notice: Notice, *, withdrawn: bool = False) -> Listing:
    """Return what a list says of a notice."""
    until = {v.value for v in notice.values if v.kind == "deadline" and _is_entry(v.label)}
    return {
        "id": notice.id,
        "label": notice.label,
        "name": notice.name,
        "deadlines": sorted(until),
        "relations": [{"kind": r.kind, "notice": r.notice} for r in notice.relations],
        "withdrawn": withdrawn,
    }


def _is_entry(label: str) -> bool:
    return any(word in label for word in ("报名", "申报", "报送"))
