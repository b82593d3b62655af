"""`python -m eval.growth`: reading, indexing, asking and checking as the notices grow in number.

Every size is measured in a process of its own, so that its memory is its own; the vectors of the
clauses, which come from one pool, are kept from one size to the next. `--json` prints a section
that `saiwen eval --report FOLDER --with FILE` takes up.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import click

from bot.progress import progress_bar
from eval.report.about import machine
from eval.report.model import Curves, Section, Series, Table
from eval.scale import JUDGED, KNOWN, SAMPLE, Scaled
from eval.served import Served, both
from eval.served import table as served_table
from knowledge.bundled import bundled
from knowledge.model import Frozen

SIZES = (5, 100, 1000)
_HEAD = (
    *("通知", "段", "读入（份/秒）", "建索引（秒）", "打开（秒）", "提问，中位数（毫秒）"),
    *("95%（毫秒）", "判定，中位数（毫秒）", "内存（MB）", "磁盘（MB）", "其中索引（MB）"),
    *("自带问题答对", "生成问题答对"),
)


class Growth(Frozen):
    """Everything that was measured."""

    sizes: tuple[Scaled, ...]
    chroma: tuple[Served, ...] = ()
    """Embedded Chroma, and a Chroma server, over the same vectors."""


@click.command()
@click.option("--size", "sizes", type=int, multiple=True, help=f"份数，可多次；默认 {SIZES}。")
@click.option("--seed", default=2026, show_default=True)
@click.option("--rows", default=10_000, show_default=True, help="比较 Chroma 时存多少段；0 不比。")
@click.option("--keep", type=click.Path(dir_okay=False, path_type=Path), help="向量存在这里。")
@click.option("--json", "as_json", is_flag=True, help="输出报告的一节。")
def growth(
    *, sizes: tuple[int, ...], seed: int, rows: int, keep: Path | None, as_json: bool
) -> None:
    """通知越来越多时，读入、建索引、提问和判定要多久、占多少。"""
    with tempfile.TemporaryDirectory() as folder, progress_bar("规模") as show:
        kept = keep or Path(folder) / "pool.npz"
        found = Growth(
            sizes=tuple(grown(sorted(sizes or SIZES), seed, kept, show)),
            chroma=both(Path(folder), rows, seed) if rows else (),
        )
    made = section(found)
    click.echo(made.model_dump_json(indent=1) if as_json else "\n".join(lines(made)))


def grown(
    sizes: Sequence[int], seed: int, keep: Path, show: Callable[[int, int], None] = lambda *_: None
) -> Iterator[Scaled]:
    """Measure every size in a fresh process; the bundled notices are among them.

    Raises:
        CalledProcessError: one failed.
    """
    for at, size in enumerate(sizes):
        show(at, len(sizes))
        count = max(0, size - len(bundled()))
        command = ["-m", "eval.scale", "--count", str(count), "--seed", str(seed)]
        done = subprocess.run(  # noqa: S603 our own module
            [sys.executable, *command, "--keep", str(keep)],
            stdout=subprocess.PIPE,
            encoding="utf-8",
            check=True,
        )
        yield Scaled.model_validate_json(done.stdout)
    show(len(sizes), len(sizes))


def section(found: Growth) -> Section:
    """The figures as tables and curves."""
    words = (
        f"自带的通知加按种子生成的通知。提问：{KNOWN} 个已知问题，最多 {SAMPLE} 份生成通知的问题。",
        f"判定：一个人对 {JUDGED} 份通知，逐份判。每个规模在各自的进程里量。",
        "生成的条款取自同一批文字，名称之外相同的只算一次向量，所以建索引一栏里已有向量的不重算。",
    )
    texts = max((each.texts for each in found.sizes), default=0)
    on = "；".join(f"{name}：{told}" for name, told in machine().items())
    note = f"向量 {texts} 个。{on}。"
    sizes = Table(title="规模", head=_HEAD, rows=tuple(map(_row, found.sizes)), note=note)
    tables = (sizes, *([served_table(found.chroma)] if found.chroma else []))
    return Section(
        id="growth", title="规模和速度", words=words, tables=tables, plots=_plots(found.sizes)
    )


def _row(each: Scaled) -> tuple[str, ...]:
    synthetic = "–" if each.synthetic_right is None else f"{each.synthetic_right:.1%}"
    figures = (
        each.reading_per_second, each.build_seconds, each.open_seconds, each.median_ms, each.p95_ms,
        each.check_ms, each.memory_mb, each.store_mb, each.index_mb,
    )  # fmt: skip
    shares = (f"{each.bundled_right:.1%}", synthetic)
    return (f"{each.notices:,}", f"{each.chunks:,}", *map("{:g}".format, figures), *shares)


def _plots(sizes: Sequence[Scaled]) -> tuple[Curves, ...]:
    def line(name: str, of: Callable[[Scaled], float]) -> Series:
        points = [(float(each.notices), float(of(each))) for each in sizes]
        return Series(name=name, x=tuple(x for x, _ in points), y=tuple(y for _, y in points))

    asking = (
        line("提问，中位数", lambda s: s.median_ms),
        line("提问，95%", lambda s: s.p95_ms),
        line("判定，中位数", lambda s: s.check_ms),
    )
    held = (line("内存", lambda s: s.memory_mb), line("磁盘", lambda s: s.store_mb))
    made = (
        line("读入", lambda s: s.notices / s.reading_per_second),
        line("建索引", lambda s: s.build_seconds),
        line("打开", lambda s: s.open_seconds),
    )
    return tuple(
        Curves(title=title, x="通知（份）", y=unit, series=series, log_x=True, log_y=True)
        for title, unit, series in (
            ("一次要多久", "毫秒", asking),
            ("占多少", "MB", held),
            ("准备要多久", "秒", made),
        )
    )


def lines(made: Section) -> Iterator[str]:
    """The tables as Markdown."""
    for table in made.tables:
        yield from (f"{table.title} {table.note}", "", _line(table.head))
        yield _line(["---:"] * len(table.head))
        yield from (*map(_line, table.rows), "")


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    growth()
