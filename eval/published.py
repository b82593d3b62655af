"""The speeds and sizes that the documents state, in `docs/figures.json`; whether they hold.

`python -m eval.bench --json | python -m eval.published` writes the file from a run of the
benchmark; `python -m eval.published --section` prints what it holds as a section of the report,
and with the name of a file the run that is in there.
A test compares README.md and docs/measurements.md with it (`unlike`), and says when it was measured
with another version, with other packages, or before the code changed (`stale`).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from importlib import metadata
from pathlib import Path
from typing import IO, Any, Literal, NamedTuple

import click
from pydantic import Field, TypeAdapter

from bot import clock
from bot.options import project_root
from eval.bench import PACKAGES, Measured
from eval.report.model import Section, Table
from knowledge.model import Frozen

FILE = Path("docs") / "figures.json"
ROOMS = ("knowledge", "retrieval", "bot")
"""Whose code is measured."""
_ABOUT = 0.15


class Published(Frozen):
    """A run of the benchmark that the documents tell of."""

    version: str
    """Of saiwen."""
    measured_on: date
    machine: dict[str, str]
    packages: dict[str, str]
    """The versions that decide about speed."""
    code: dict[str, str] = Field(default_factory=dict)
    """Hash of each room's code; empty where it was not recorded."""
    measured: tuple[Measured, ...]


class Claim(NamedTuple):
    """A figure that a document states."""

    figure: str
    """Its name in the benchmark."""
    document: str
    pattern: str
    """Where it stands in the document; the number is its first group."""
    kind: Literal["about", "below", "same"]


CLAIMS = (
    Claim("serving, whole", "README.md", r"机器人约 (\d+) MB", "about"),
    Claim("saiwen run, second start: median", "README.md", r"不到 (\d+) 秒", "below"),
    *(
        Claim(figure, "docs/measurements.md", rf"\| {row}[^|\n]*\| ([\d.]+) ", "same")
        for figure, row in {
            "warm ask, all questions: median": "同一进程内回答，中位数",
            "warm ask, all questions: p95": "　95% 在此以内",
            "warm ask, dense model needed: median": "　用到向量模型的，中位数",
            "warm ask, without it: median": "　不用的，中位数",
            "warm ask, without it: p95": "　不用的，95% 在此以内",
            "one profile, all notices: median": "一个人对全部通知和赛项",
            "one profile, all notices: first": "　新进程里第一次",
            "saiwen ask: median": "`saiwen ask`，中位数",
            "saiwen run, second start: median": "`saiwen run`，第二次启动到可用",
            "serving, whole": "机器人内存",
            "serving, embedding worker": "　其中向量模型的进程",
        }.items()
    ),
)


def read_published(root: Path) -> Published:
    """The figures of a project."""
    return Published.model_validate_json((root / FILE).read_bytes())


def unlike(found: Published, documents: Mapping[str, str]) -> Iterator[str]:
    """What the documents, by their names, state otherwise than it was measured, or not at all."""
    figures = {each.what: each.figure for each in found.measured}
    for claim in CLAIMS:
        match = re.search(claim.pattern, documents[claim.document])
        stated = float(match[1]) if match else None
        measured = figures.get(claim.figure)
        if stated is None or measured is None or not _holds(claim.kind, stated, measured):
            yield f"{claim.document}：{claim.figure} 写着 {stated}，量得 {measured}"


def _holds(kind: str, stated: float, measured: float) -> bool:
    if kind == "below":
        return measured < stated
    if kind == "about":
        return abs(stated - measured) <= _ABOUT * measured
    return stated == measured


def stale(found: Published, now: Published) -> Iterator[str]:
    """Why the figures have to be measured again: another version, other packages."""
    if found.version != now.version:
        yield f"量的是 {found.version}，现在是 {now.version}"
    for name, version in now.packages.items():
        if found.packages.get(name) != version:
            yield f"量的时候 {name} 是 {found.packages.get(name)}，现在锁定 {version}"


def changed(found: Published, now: Published) -> list[str]:
    """The rooms whose code has changed since, or was not recorded."""
    return [room for room, code in now.code.items() if found.code.get(room) != code]


def current(root: Path, measured: Sequence[Measured] = (), machine: Any = None) -> Published:
    """The project as it is now, with these figures."""
    lines = (root / "constraints.txt").read_text("utf-8").splitlines()
    pins = dict(line.partition(" ;")[0].split("==", 1) for line in lines if line)
    return Published(
        version=metadata.version("saiwen"),
        measured_on=clock.now().date(),
        machine=machine or {},
        packages={name: pins[name] for name in PACKAGES if name in pins},
        code={room: digest(root / room) for room in ROOMS},
        measured=tuple(measured),
    )


def digest(folder: Path) -> str:
    """A hash of the code and the data below a folder, the notices aside."""
    files = sorted(f for kind in ("*.py", "*.yaml") for f in folder.rglob(kind))
    own = [f for f in files if "notices" not in f.relative_to(folder).parts]
    parts = (f"{f.relative_to(folder).as_posix()}\n{f.read_text('utf-8')}" for f in own)
    return sha256("\n".join(parts).encode()).hexdigest()[:16]


NAMES = (
    ("warm ask, all questions", "同一进程内回答，全部问题"),
    ("warm ask, dense model needed", "　用到向量模型的"),
    ("warm ask, without it", "　不用的"),
    ("one profile, all notices", "一个人对全部通知和赛项"),
    ("saiwen ask", "命令行问一句"),
    ("saiwen run, second start", "saiwen run 第二次启动到可用"),
    ("serving, whole", "机器人内存，问过一些题后"),
    ("serving, the bot", "　其中机器人自己"),
    ("serving, embedding worker", "　其中向量模型的进程"),
    ("reading and structure", "读入和结构"),
    ("ingest, words only", "收进库，只按字词"),
    ("ingest with vectors", "收进库，连同向量"),
    ("text PDF of ", "文字 PDF，页数 "),
    ("  its memory", "　它的内存"),
    (" pages", ""),
    (" cores", " 核"),
    (": median", "，中位数"),
    (": p95", "，95% 在此以内"),
    (": first", "，第一次"),
    ("notices/s", "份/秒"),
    (" questions", " 题"),
    (" notices", " 份通知"),
    (" tracks", " 个赛项"),
    (" times", " 次"),
    ("after ", "问过 "),
    ("load before", "量以前的负载"),
    ("machine", "机器"),
    ("versions", "版本"),
    (", ", "，"),
)
"""What the benchmark calls things, and what people read in the report."""


def in_chinese(words: str) -> str:
    """The words of the benchmark as the report has them.

    >>> in_chinese("warm ask, all questions: median"), in_chinese("594 questions")
    ('同一进程内回答，全部问题，中位数', '594 题')
    """
    for name, said in NAMES:
        words = words.replace(name, said)
    return words


def section(found: Published) -> Section:
    """The figures as a section of the report."""
    rows = tuple(
        tuple(map(in_chinese, (m.what, f"{m.figure:g} {m.unit}", _aim(m), m.note)))
        for m in found.measured
    )
    told = "；".join(
        f"{in_chinese(name)}：{in_chinese(words)}" for name, words in found.machine.items()
    )
    table = Table(title="", head=("", "实测", "目标", "说明"), rows=rows, note=told)
    words = (f"{found.measured_on} 用 {found.version} 版量的（python -m eval.bench）。",)
    return Section(id="bench", title="速度和内存", words=words, tables=(table,))


def _aim(each: Measured) -> str:
    return "" if each.aim is None else f"{'≥' if each.least else '≤'} {each.aim:g} {each.unit}"


@click.command()
@click.option(
    "--section",
    "shown",
    is_flag=True,
    help="不写文件，输出报告的一节：给出了文件就是那次测量，没有给就是文档所用的数字。",
)
@click.argument("bench", type=click.File(encoding="utf-8"), required=False)
def main(*, shown: bool, bench: IO[str] | None) -> None:
    """把 `python -m eval.bench --json` 的结果记为文档所用的数字。"""
    root = project_root()
    if shown:
        found = _run(root, bench) if bench else read_published(root)
        click.echo(section(found).model_dump_json(indent=1))
        return
    found = _run(root, bench or sys.stdin)
    (root / FILE).write_text(found.model_dump_json(indent=1) + "\n", "utf-8")
    documents = {claim.document: (root / claim.document).read_text("utf-8") for claim in CLAIMS}
    click.echo("\n".join(unlike(found, documents)) or "文档里的数字都相符")


def _run(root: Path, bench: IO[str]) -> Published:
    """What a run of the benchmark printed, with the project as it is now."""
    run = TypeAdapter(dict[str, Any]).validate_json(bench.read())
    measured = [Measured.model_validate(each) for each in run["measured"]]
    return current(root, measured, run["machine"])


if __name__ == "__main__":
    main()
