"""`saiwen eval`: known questions put to the desk of a store, and the score."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot import options
from bot.batch import dumps
from bot.live import AnswerDesk
from bot.progress import progress_bar
from eval.figures import Accepted, Bar, Figure, fallen, figures, read_accepted
from eval.known import Case, bundled_files, checked, read_cases, unseen_files
from eval.persons import Judgement, beside, judged, person_files, read_person_cases, verdict_figures
from eval.score import Scored, score
from eval.unseen import with_unseen

if TYPE_CHECKING:
    from rich.table import Table

Run = Mapping[str, Sequence[Scored]]
"""By the name of the file of cases."""
Verdicts = Mapping[str, Sequence[Judgement]]
"""By the name of the file of cases."""
TITLES = {
    "right": "答对",
    "right answered": "　该答的",
    "right clarify": "　该反问的",
    "right not_stated": "　该说没写的",
    "right out_of_scope": "　该谢绝的",
    "quotes verbatim": "引文逐字",
    "numbers proven": "数字有出处的回答",
    "evidence cited": "引到依据",
    "right eligible": "　该判能参加的",
    "right ineligible": "　该判不能参加的",
    "right need_info": "　该说还差信息的",
    "not swapped": "没有把能判成不能、不能判成能",
}


@click.command("eval")
@click.option(
    "--cases",
    "paths",
    metavar="FILE",
    multiple=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="问题文件（JSON 行），可多次；默认是自带的全部问题，并与已认可的成绩比较",
)
@click.option(
    "--persons",
    "people",
    metavar="FILE",
    multiple=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="资格案例文件（JSON 行），可多次；旁边的 notices/ 里可放库里没有的通知（.txt）",
)
@options.with_json
@options.with_store
def evaluate(
    paths: tuple[Path, ...], people: tuple[Path, ...], *, as_json: bool, store: Path
) -> int:
    """用已知答案的问题和资格案例打分；自带的成绩低于已认可的就以 1 退出。"""
    own = bool(paths or people)
    run = (
        {}
        if people and not paths
        else _answers(paths or (*bundled_files(), *unseen_files()), store)
    )
    verdicts = {} if paths and not people else _verdicts(people or person_files(), store)
    accepted = {} if own else read_accepted()
    if as_json:
        click.echo(dumps(as_data(run, verdicts, accepted)))
    else:
        show_tables(run, verdicts, accepted)
    return int(bool(fallen(measured(run, verdicts), accepted)))


def _answers(paths: Sequence[Path], store: Path) -> Run:
    from bot.opening import live_desk  # noqa: PLC0415 heavy

    sheets = {path.stem: read_cases(path) for path in paths}
    desk = live_desk(store).desk
    with progress_bar("问答") as show:
        return scored(sheets, desk, show)


def _verdicts(paths: Sequence[Path], store: Path) -> Verdicts:
    from bot.commands.check import loader  # noqa: PLC0415 heavy

    sheets = {path: read_person_cases(path) for path in paths}
    load = loader(store)
    with progress_bar("资格") as show:
        return {p.stem: judged(cases, beside(p, load), show) for p, cases in sheets.items()}


def scored(
    sheets: Mapping[str, Sequence[Case]], desk: AnswerDesk, show: Callable[[int, int], None]
) -> Run:
    """Put every case to the desk.

    Raises:
        InputFault: a case asks a notice that the desk does not have.
    """
    desks = {name: with_unseen(desk, cases) for name, cases in sheets.items()}
    for name, cases in sheets.items():
        checked(cases, tuple(notice.id for notice in desks[name].notices))
    total, found = sum(map(len, sheets.values())), {name: list[Scored]() for name in sheets}
    for name, cases in sheets.items():
        notices = {notice.id: notice for notice in desks[name].notices}
        for case in cases:
            show(sum(map(len, found.values())), total)
            found[name].append(score(case, desks[name].answer(case.asked()), notices))
    show(total, total)
    return found


def measured(run: Run, verdicts: Verdicts) -> dict[str, tuple[Figure, ...]]:
    """The figures of a run, by the name of the file of cases."""
    answers = {name: figures(each) for name, each in run.items()}
    return answers | {name: verdict_figures(each) for name, each in verdicts.items()}


def as_data(run: Run, verdicts: Verdicts, accepted: Accepted) -> dict[str, object]:
    """The run for other programs: figures, what fell, and every case with its faults."""
    found = measured(run, verdicts)
    sheets: Mapping[str, Sequence[Scored | Judgement]] = {**run, **verdicts}
    return {
        "figures": {
            name: {f.name: {"share": round(f.share, 4), "hit": f.hit, "of": f.of} for f in each}
            for name, each in found.items()
        },
        "fallen": [
            {"cases": cases, "figure": name, "share": round(share, 4), **bar.model_dump()}
            for cases, name, share, bar in fallen(found, accepted)
        ],
        "cases": {
            name: [{**each.model_dump(mode="json"), "right": each.right} for each in sheet]
            for name, sheet in sheets.items()
        },
    }


def show_tables(run: Run, verdicts: Verdicts, accepted: Accepted) -> None:
    """Print what is wrong, the figures, and what fell."""
    from rich.console import Console  # noqa: PLC0415 heavy

    console = Console(highlight=False, markup=False, soft_wrap=True)
    for line in [*remarks(run), *verdict_remarks(verdicts)]:
        console.print(line)
    for part in filter(None, (measured(run, {}), measured({}, verdicts))):
        console.print(table_of(part, accepted))
    for cases, name, share, bar in fallen(measured(run, verdicts), accepted):
        words = f"{bar.figure:.1%}（可低 {bar.tolerance:.1%}）"
        console.print(f"成绩下降：{cases} {TITLES.get(name, name)} {share:.1%}，已认可 {words}")


def remarks(run: Run) -> list[str]:
    """A line for every answer that is wrong, badly proven, or cites another place."""
    lines = []
    for each in (each for found in run.values() for each in found):
        wrong = list(each.faults)
        wrong += [f"引文不逐字：{each.quotes - each.verbatim}"] * (each.verbatim < each.quotes)
        wrong += [f"数字无出处：{'、'.join(each.unproven)}"] * bool(each.unproven)
        wrong += ["未引到依据"] * (each.evidence is False)
        if wrong:
            lines.append(f"{each.id} {each.question} | {'；'.join(wrong)}")
    return lines


def verdict_remarks(verdicts: Verdicts) -> list[str]:
    """A line for every verdict that is wrong; the swapped ones say so."""
    return [
        f"{each.id} {each.notice} | {'颠倒！' * each.swapped}{'；'.join(each.faults)}"
        for found in verdicts.values()
        for each in found
        if each.faults
    ]


def table_of(found: Mapping[str, Sequence[Figure]], accepted: Accepted) -> Table:
    """The figures, one column a file of cases."""
    from rich.table import Table  # noqa: PLC0415 heavy

    shares = {name: {f.name: f for f in each} for name, each in found.items()}
    names = dict.fromkeys(figure.name for each in found.values() for figure in each)
    table = Table("", *(f"{name} ({each[0].of})" for name, each in found.items()))
    for name in names:
        cells = (_cell(shares[s].get(name), accepted.get(s, {}).get(name)) for s in shares)
        table.add_row(TITLES.get(name, name), *cells)
    return table


def _cell(figure: Figure | None, bar: Bar | None) -> str:
    if figure is None:
        return "–"
    known = f"（认可 {bar.figure:.1%}）" if bar else ""
    return f"{figure.share:.1%}  {figure.hit}/{figure.of}{known}"
