"""`saiwen check`: may this person take part?"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot import options
from bot.batch import Fields, LineFault, dumps, run_batch
from bot.checking import Corrected, Load, check_line, survey_line
from bot.fault import InputFault

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from knowledge.eligibility.corrected import InForce
    from knowledge.eligibility.model import Rules
    from knowledge.model import Notice
    from retrieval.storage.store import Entry


@click.command()
@click.option("--notice", metavar="ID", help="通知的编号，见 saiwen notices；不给则全部通知都看")
@click.option("--track", metavar="T", help="赛项的编号、名称或别名；不给则各赛项都判")
@click.option("--person", metavar="FILE|JSON", help="个人情况：JSON 文件，或 JSON 本身")
@options.with_batch
@options.with_as_of
@options.with_store
def check(  # noqa: PLR0913 one argument an option
    *,
    notice: str | None,
    track: str | None,
    person: str | None,
    batch: Path | None,
    as_of: datetime,
    store: Path,
) -> int:
    """判断一个人（或申报单位）能否参加，逐条给出依据。

    结论按 --as-of 那一天作出；以通知原文和主办方解释为准。
    """
    entries = entries_of(store)
    load, corrected = load_from(entries, withdrawn_of(store)), corrected_from(entries)
    if batch is not None:

        def judged(fields: Fields) -> Mapping[str, Any]:
            return check_line(fields, load, as_of, corrected)

        return int(run_batch(batch, judged, ("notice", "person")) > 0)
    if person is None or (track is not None and notice is None):
        raise click.UsageError("请给出 --person（--track 要和 --notice 一起），或 --batch")
    fields = {"notice": notice, "track": track, "person": read_json(person)}
    try:
        if notice is None:
            click.echo(dumps(survey_line(fields, entries, load, as_of, corrected)))
        else:
            click.echo(dumps(check_line(fields, load, as_of, corrected)))
    except LineFault as fault:
        raise InputFault(str(fault)) from fault
    return 0


def read_json(given: str) -> Any:
    """The JSON given, or that of the file it names.

    Raises:
        InputFault: there is no such file, or what is there is no JSON.
    """
    text = given
    if not given.lstrip().startswith("{"):
        try:
            text = Path(given).read_text("utf-8-sig")
        except (OSError, ValueError) as error:
            raise InputFault("--person 读不了：应为 UTF-8 的 JSON 文件或 JSON 对象") from error
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputFault("--person 不是 JSON") from error


def loader(store: Path) -> Load:
    """Notices and rules of a store, each read once."""
    return load_from(entries_of(store), withdrawn_of(store))


def standing(store: Path, notice_id: str, as_of: datetime) -> InForce:
    """A notice and its rules as the corrections published by that moment leave them.

    Raises:
        LineFault: there is no such notice, or none with rules that can be used.
    """
    from knowledge.eligibility.corrected import in_force  # noqa: PLC0415 only when called

    entries = entries_of(store)
    notice, rules = load_from(entries, withdrawn_of(store))(notice_id)
    return in_force(corrected_from(entries)(notice.id, as_of.date()), rules)


def entries_of(store: Path) -> dict[str, Entry]:
    """What is in a store, by notice; each notice with its relations to the others.

    Raises:
        InputFault: the store cannot be used.
    """
    from knowledge.catalogue.relations import related  # noqa: PLC0415 only when called
    from retrieval.errors import StoreError  # noqa: PLC0415 heavy
    from retrieval.intake.sources import sync_store  # noqa: PLC0415 heavy

    try:
        entries = sync_store(store).entries()
    except StoreError as error:
        raise InputFault(str(error)) from error
    notices = related([entry.notice for entry in entries])
    return {
        notice.id: entry.model_copy(update={"notice": notice})
        for notice, entry in zip(notices, entries, strict=True)
    }


def withdrawn_of(store: Path) -> frozenset[str]:
    """Ids of the notices nobody is judged by any more."""
    from retrieval.storage.store import Store  # noqa: PLC0415 heavy

    return frozenset(notice.id for notice in Store.open(store).withdrawn())


def load_from(entries: Mapping[str, Entry], withdrawn: frozenset[str] = frozenset()) -> Load:
    """Notices and rules of these entries, each read once; of a withdrawn one it says that it is."""
    from knowledge.eligibility.rules import RulesError  # noqa: PLC0415 only when called
    from retrieval.storage.ruling import rules_of  # noqa: PLC0415 heavy

    @cache
    def load(notice_id: str) -> tuple[Notice, Rules]:
        if notice_id in withdrawn:
            mend = f"要据它判断，请先运行 saiwen restore {notice_id}"
            raise LineFault(f"通知 {notice_id} 已撤回，不再据它判断；{mend}")
        if notice_id not in entries:
            raise LineFault(f"库里没有通知 {notice_id}；现有的：{'、'.join(entries) or '（空）'}")
        try:
            return entries[notice_id].notice, rules_of(entries[notice_id])
        except RulesError as error:
            raise LineFault(f"通知 {notice_id}：{error}") from error

    return load


def corrected_from(entries: Mapping[str, Entry]) -> Corrected:
    """The notices of these entries, each as its corrections leave it."""
    from knowledge.catalogue.relations.family import Family  # noqa: PLC0415 only when called

    return Family({notice: entry.notice for notice, entry in entries.items()}).amended
