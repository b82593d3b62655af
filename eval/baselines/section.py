"""What the comparison found, as a section of the report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from eval.baselines.measure import Measured, Put
from eval.interval import estimate
from eval.report.model import Bars, Section, Table
from retrieval.index.plain_chain import FOUND

WORDS = (
    "同样的问题、同一台机器、同一次运行，逐个系统问一遍，都不用大语言模型。",
    "问题按种子从自带通知的案例里抽，不含换种说法。",
    f"普通检索把找到的 {FOUND} 段原样给人看，该说的话混在里面也算说了，所以“答对”对它偏宽。",
    "问题注明了哪份通知的，普通检索也只在那份通知里找；追问的前几句放在问题前面。",
)


class Column(NamedTuple):
    """One figure of a system."""

    title: str
    of: Callable[[Measured], float]
    shown: str
    """As `str.format` takes it."""


def _right(put: Put) -> bool:
    return put.scored.right


def _numbers(put: Put) -> bool:
    return not put.scored.unproven


COLUMNS = (
    Column("答对", lambda m: m.share(_right), "{:.1%}"),
    Column("该答的答对", lambda m: m.share(_right, m.to_answer), "{:.1%}"),
    Column("该说没写、反问、谢绝的", lambda m: m.share(_right, m.to_decline), "{:.1%}"),
    Column("依据在引文里", lambda m: m.share(lambda p: p.held), "{:.1%}"),
    Column("依据在第一条引文里", lambda m: m.share(lambda p: p.first), "{:.1%}"),
    Column("引了别的通知", lambda m: m.share(lambda p: p.astray), "{:.1%}"),
    Column("数字都有出处", lambda m: m.share(_numbers), "{:.1%}"),
    Column("要读的字数", lambda m: m.characters, "{:.0f}"),
    Column("毫秒，中位数", lambda m: m.median_ms, "{:.1f}"),
    Column("毫秒，95%", lambda m: m.p95_ms, "{:.1f}"),
)


def section(found: Sequence[Measured]) -> Section:
    """The figures of every system, and saiwen's against each of theirs; the first is saiwen."""
    own, *others = found
    figures = Table(
        title="成绩",
        head=("", *(column.title for column in COLUMNS)),
        rows=tuple((m.name, *(c.shown.format(c.of(m)) for c in COLUMNS)) for m in found),
        note=f"{len(own.put)} 题，其中 {len(own.to_answer)} 题该答。",
    )
    ratios = Table(
        title="赛问是它的几倍",
        head=("", *(column.title for column in COLUMNS)),
        rows=tuple((m.name, *(ratio(c.of(own), c.of(m)) for c in COLUMNS)) for m in others),
        note="“引了别的通知”、字数和毫秒越小越好。",
    )
    systems = tuple(f"{m.name}：{m.words}" for m in found if m.words)
    words = (*WORDS, *systems)
    return Section(
        id="baselines",
        title="和别的做法比",
        words=words,
        tables=(figures, ratios),
        plots=(bars(found),),
    )


def bars(found: Sequence[Measured]) -> Bars:
    """Right answers of every system, each with its interval."""
    sure = [s for m in found if (s := estimate([(_right(put), 1) for put in m.put])) is not None]
    return Bars(
        title="答对",
        names=tuple(m.name for m in found),
        values=tuple(each.value for each in sure),
        low=tuple(each.low for each in sure),
        high=tuple(each.high for each in sure),
        unit="%",
    )


def ratio(own: float, other: float) -> str:
    """One figure by another.

    >>> ratio(0.9, 0.6), ratio(0.0, 0.3), ratio(0.9, 0.0)
    ('1.50', '0.00', '–')
    """
    return f"{own / other:.2f}" if other else "–"
