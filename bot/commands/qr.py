"""`saiwen qr`: a picture that opens the bot with a competition, or one track of it, chosen."""

from __future__ import annotations

from pathlib import Path

import click

from bot import links, options
from bot.competitions import Competitions, key_of
from bot.fault import InputFault, reason
from bot.links import Link
from bot.opening import live_desk
from bot.wording import wording
from knowledge.eligibility.tracks import match_track
from knowledge.model import Notice
from retrieval.model import Option

SCALE = 10
"""Pixels of a module: about 4 cm wide at 300 dpi, read from a metre away."""


@click.command("qr")
@options.with_store
@click.argument("notice")
@click.option("--track", metavar="T", help="赛项：编号、名称或别名；默认整个竞赛")
@click.option("--bot", "bot", required=True, metavar="NAME", help="机器人的用户名，例如 saiwen_bot")
@click.option(
    "--out",
    required=True,
    metavar="FILE.png",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    help="图片写到这里",
)
def qr(store: Path, notice: str, track: str | None, bot: str, out: Path) -> None:
    """画出二维码：扫码打开机器人，NOTICE 这个竞赛（或它的一个赛项）已选定。"""
    words = wording().qr
    name = links.bot_name(bot)
    if name is None:
        raise InputFault(words.bad_bot)
    if out.suffix.lower() != ".png":
        raise InputFault(words.bad_out)
    desk = live_desk(store, warm=False).desk
    option = scope_of({one.id: one for one in desk.notices}, notice, track)
    address = links.address(name, Link("choose", key_of(option)))
    draw(address, out)
    click.echo(f"{address}\t{Competitions.of(desk.notices).full_name(option)}")


def scope_of(notices: dict[str, Notice], notice: str, track: str | None) -> Option:
    """What the link chooses.

    Raises:
        InputFault: for a notice or a track there is none of; the message lists them.
    """
    words = wording().qr
    found = notices.get(notice)
    if found is None:
        raise InputFault(words.no_notice.format(id=notice[:40], ids="、".join(notices)))
    if track is None:
        return Option(label="", notice=notice)
    known = match_track(found, track)
    offered = len(found.tracks) > 1  # a single track is the whole competition
    if known is None:
        names = "、".join(one.name for one in found.tracks)
        raise InputFault(words.no_track.format(track=track[:40], names=names))
    return Option(label="", notice=notice, track=known.id if offered else None)


def draw(address: str, out: Path) -> None:
    """Write the picture.

    Raises:
        InputFault: if the file cannot be written.
    """
    import segno  # noqa: PLC0415 only this command draws

    try:
        segno.make_qr(address, error="q").save(str(out), scale=SCALE, border=4)
    except OSError as fault:
        raise InputFault(wording().qr.not_written.format(out=out, reason=reason(fault))) from fault
