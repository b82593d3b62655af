"""Who may not take part, in full: the list under 不得报名, and the sentences that bar others."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge import lazy_re
from knowledge.plain import comparable
from retrieval.entrants.barring import barring_heading
from retrieval.passages.rank import Sought, in_scope
from retrieval.passages.units import Reading, Unit
from retrieval.reply import Piece, Reply, cite_unit

_ASKS = lazy_re.compile(
    r"(哪些|哪几[类种]|什么|啥|哪类|谁)[^，。？?]{0,8}?(不能|不可以|不得|禁止|不让|不准|没资格|不允许|不许|不可)[^，。？?带用穿]{0,4}"
    r"(报|参赛|参加|比赛|比|来)|(限制|禁止|排除)(报名|参赛)?的?(情形|条件|人员|对象)|报名限制"
)
_LED = lazy_re.compile(
    r"(不得|不能|不可|不予|不准|不允许|不参加|不再|谢绝|取消)[^，。；]{0,10}(报名|参赛|参加|选手|受理|报考|竞赛|比赛|大赛|比武|本[届次])"
)
_BARRED = lazy_re.compile(
    r"([人员者生工师手家的]|名|军|部)[^。；：]{0,18}?(不得|不能|不再|不予|不可|不参加|不在|不列入|不纳入|不属于|谢绝)"
    r"(?!兼|超过|更换|同时)[^，。；]{0,10}(报|参赛|参加|竞赛|比赛|大赛|比武|本[届次]|范围)"
)
_OF_THINGS = lazy_re.compile(
    r"收取|费|同时|跨|自行|个人报名|报名时间|截止前|补报|重复|私下|平台|课程|因[病公故]|只能|作品|实操|比赛过程|迟到|证件|场|兼任|逾期|资料|更换|缺考|教练"
)
"""What such a sentence speaks of where it bars no people."""
_MOST, _BEHIND = 12, 6


def excluded_reply(reading: Reading, sought: Sought) -> Reply | None:
    """All that bars people, list by list; None if it is not asked or not told."""
    if not _ASKS.search(sought.asked.plain) or "yes_no" in sought.asked.forms:
        return None
    units = [u for u in reading.units if in_scope(u, sought)]
    pieces = [_piece(reading, block) for block in _blocks(reading, units)]
    if not pieces:
        return None
    return Reply(
        status="answered",
        notice=reading.notice.id,
        pieces=tuple(pieces[:_MOST]),
        tracks=sought.tracks,
        groups=sought.groups,
        sure=1.0,
    )


def _blocks(reading: Reading, units: list[Unit]) -> Iterator[list[Unit]]:
    """The sentences that belong together, in the notice's order."""
    taken: set[int] = set()
    for at, unit in enumerate(units):
        if unit.start in taken:
            continue
        block = _block(reading, units, at)
        taken |= {u.start for u in block}
        if block:
            yield block


def _block(reading: Reading, units: list[Unit], at: int) -> list[Unit]:
    unit = units[at]
    if ":" in unit.plain and _LED.search(unit.plain.partition(":")[0]):
        return [unit, *reading.introduced(unit), *_going_on(units, at)]
    heading = barring_heading(unit)
    if heading and _LED.search(comparable(heading)):
        return [u for u in units[at:] if barring_heading(u) == heading]
    own = _BARRED.search(unit.plain)
    said = unit.plain[own.start() : own.end() + _BEHIND] if own else ""
    return [unit] if said and not _OF_THINGS.search(said) else []


def _going_on(units: list[Unit], at: int) -> Iterator[Unit]:
    """The rest of a list within one clause: 以下人员不得报名：甲；乙；丙。"""
    while units[at].text.endswith(("；", ";")) and at + 1 < len(units):
        at += 1
        if units[at].path != units[at - 1].path:
            return
        yield units[at]


def _piece(reading: Reading, block: list[Unit]) -> Piece:
    """A list under what bars those it names, each item with its mark."""
    heading = barring_heading(block[0])
    led = block if heading else block[1:]
    items = [f"{u.clause.mark if u.path != block[0].path or heading else ''}{u.text}" for u in led]
    text = "\n".join([f"{heading}：" if heading else block[0].text, *items])
    return Piece(text=text, citations=tuple(cite_unit(reading.notice, unit) for unit in block))
