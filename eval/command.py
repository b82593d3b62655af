"""`saiwen eval`: known cases put to saiwen, the scores, and a report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from bot import options
from bot.batch import dumps
from bot.progress import progress_bar
from eval.baselines.command import with_models
from eval.figures import Accepted, accept, fallen, read_accepted
from eval.kinds import Kind
from eval.own_sheet.command import with_own_sheet
from eval.parallel import performed_by, processes
from eval.parts import Chosen, chosen, names
from eval.run import Run, performed
from eval.shown import as_data, show_sections, show_tables
from retrieval.answers import Answers

if TYPE_CHECKING:
    from eval.report.model import Section

Opened = Callable[[], Answers]
_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command("eval")
@click.option(
    "--only",
    metavar="PART",
    multiple=True,
    help="只评这一部分，可多次：questions 问答、paraphrases 换种说法、verdicts 资格、"
    "rosters 汇总表、lint 通知的毛病，或一套案例的名字",
)
@click.option(
    "--class",
    "kinds",
    metavar="KIND",
    multiple=True,
    type=click.Choice(get_args(Kind)),
    help="只问这一类问题，可多次",
)
@click.option(
    "--cases",
    "paths",
    metavar="FILE",
    multiple=True,
    type=_FILE,
    help="自己的问题文件（YAML，或 JSON 行），可多次；不与已认可的成绩比较",
)
@click.option(
    "--persons",
    "people",
    metavar="FILE",
    multiple=True,
    type=_FILE,
    help="自己的资格案例文件，可多次；旁边的 notices/ 里可放库里没有的通知（.txt）",
)
@click.option(
    "--report",
    metavar="FOLDER",
    type=click.Path(file_okay=False, path_type=Path),
    help="把报告写到这个文件夹：report.json、report.md、report.html",
)
@click.option(
    "--with",
    "extras",
    metavar="FILE.json",
    multiple=True,
    type=_FILE,
    help="报告里另附的一节（另行量出的，如速度），可多次",
)
@click.option(
    "--baselines", is_flag=True, help="再和别的做法比：普通检索、只用字词或语义、不要把关"
)
@click.option(
    "--accept", "accepting", is_flag=True, help="把新的和升高的成绩记为已认可的；降了的不记"
)
@click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(min=0),
    default=0,
    help="几个进程一起评；默认有几个处理器用几个（最多 4），案例不多时一个",
)
@options.with_json
@options.with_store
@with_own_sheet
@with_models
def evaluate(  # noqa: PLR0913 one argument an option
    *,
    only: tuple[str, ...],
    kinds: tuple[Kind, ...],
    paths: tuple[Path, ...],
    people: tuple[Path, ...],
    report: Path | None,
    extras: tuple[Path, ...],
    baselines: bool,
    accepting: bool,
    jobs: int,
    as_json: bool,
    store: Path,
) -> int:
    """用已知答案的问题、资格、汇总表和通知案例打分；低于已认可的成绩就以 1 退出。"""
    own = bool(paths or people)
    if accepting and (own or kinds):
        raise click.UsageError(
            "--accept 只用于自带的整套案例，不能和 --cases、--persons、--class 一起用"
        )
    picked = {"questions": paths, "verdicts": people} if own else _picked(only, kinds)
    accepted = {} if own or kinds else _accepted(picked)
    desk = _desk_of(store)
    run = _run(picked, kinds, store, desk, jobs)
    added = _added(store, extras, desk, baselines=baselines, whole=bool(report and run.answers))
    if report:
        from eval.report.whole import report_of, write  # noqa: PLC0415 only when called

        write(report_of(run, added), report)
        click.echo(f"已写出 {report / 'report.html'}", err=True)
    if as_json:
        click.echo(dumps(as_data(run, accepted)))
    else:
        show_tables(run, accepted)
        show_sections(added if baselines else ())
    if accepting:
        accept(run.figures())
    return int(bool(fallen(run.figures(), accepted)))


def _picked(only: tuple[str, ...], kinds: tuple[Kind, ...]) -> Chosen:
    """Kinds are of questions: where they are named, nothing else runs."""
    return chosen(only or (("questions", "paraphrases") if kinds else ()))


def _accepted(picked: Chosen) -> Accepted:
    """The figures that this run is held against."""
    taken = names(picked)
    return {name: bars for name, bars in read_accepted().items() if name in taken}


def _run(picked: Chosen, kinds: tuple[Kind, ...], store: Path, desk: Opened, jobs: int) -> Run:
    from bot.commands.check import loader  # noqa: PLC0415 heavy
    from bot.preparing import prepare  # noqa: PLC0415 heavy

    many = processes(picked, jobs)
    if many == 1:
        return performed(picked, desk, loader(store), progress_bar, kinds)
    prepare(store)  # once, before all of them open it
    return performed_by(many, picked, store, progress_bar, kinds)


def _added(
    store: Path, extras: Sequence[Path], desk: Opened, *, baselines: bool, whole: bool
) -> list[Section]:
    """The sections beside the run's own: measured now, or kept from before."""
    if not (extras or baselines or whole):
        return []
    from eval.report.further import compared, measured  # noqa: PLC0415 only when called
    from eval.report.whole import read_section  # noqa: PLC0415 only when called

    kept = [read_section(path) for path in extras]
    own = list(measured(store, desk, progress_bar)) if whole else []
    return [*own, *([compared(store, progress_bar)] if baselines else []), *kept]


def _desk_of(store: Path) -> Opened:
    opened: list[Answers] = []

    def desk() -> Answers:
        from bot.opening import live_desk  # noqa: PLC0415 heavy

        if not opened:
            opened.append(live_desk(store).desk)
        return opened[0]

    return desk
