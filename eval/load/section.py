"""The figures of load as a section of the report."""

from __future__ import annotations

import os

from eval.load.hard import Killed, Paced
from eval.load.marked import Told
from eval.load.measured import Figures
from eval.report.model import Section, Table
from knowledge.model import Frozen


class Load(Frozen):
    """All that was measured."""

    chats: int
    dense_share: float
    """Of the natural mix."""
    workers: int
    runs: tuple[Figures, ...]
    paced: Paced | None = None
    killed: Killed | None = None
    failed: tuple[str, ...] = ()
    """Parts that did not come to their end, and why."""
    load_before: float
    """Of the machine, before anything was started."""


def section(found: Load) -> Section:
    """As tables."""
    before = f"测量前的负载 {found.load_before:.1f}"
    words = (
        f"{found.chats} 个聊天，从已知问题里放回抽取，没有答案缓存；回答进程 {found.workers} 个。",
        f"自然混合中用到向量模型的占 {found.dense_share:.1%}。",
        f"机器有 {os.cpu_count()} 核，服务器和提问的人也在上面，{before}。",
        *(f"没有测完的：{each}。" for each in found.failed),
    )
    return Section(id="load", title="机器人的负载和故障", words=words, tables=tuple(_tables(found)))


def _tables(found: Load) -> list[Table]:
    head = (
        "",
        "回答",
        "每秒",
        "中位数，毫秒",
        "95%，毫秒",
        "机器人 CPU，毫秒/题",
        "服务器",
        "没答",
    )
    rows = tuple(
        (
            run.what,
            *map(str, (run.answered, run.per_second, run.median_ms, run.p95_ms)),
            *map(str, (run.bot_cpu_ms, run.server_cpu_ms, run.unanswered)),
        )
        for run in found.runs
    )
    tables = [Table(title="负载", head=head, rows=rows)] if rows else []
    if found.paced is not None:
        told = (("每秒", f"{found.paced.per_second:g}"), ("被拒（429）", str(found.paced.refused)))
        tables.append(_told("有发送限制，积压的消息", found.paced.told, told))
    if found.killed is not None:
        told = (("强行结束", str(found.killed.kills)), ("全部答完", str(found.killed.drained)))
        tables.append(_told("负载下反复强行结束", found.killed.told, told))
    return tables


def _told(title: str, told: Told, more: tuple[tuple[str, str], ...]) -> Table:
    rows = (
        ("消息", str(told.said)),
        ("丢失", str(told.lost)),
        ("答了两遍", str(told.doubled)),
        ("　一个聊天一次结束最多", str(told.most_doubled)),
        ("次序颠倒", str(told.overtaken)),
    )
    return Table(title=title, head=("", ""), rows=(*more, *rows))
