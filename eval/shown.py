"""A run as lines and tables in the terminal, and as data for other programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from eval.expected import Checked
from eval.figures import Accepted, Bar, Figure, fallen
from eval.measures import measures
from eval.persons import Judgement
from eval.run import Run
from eval.scored import Scored

if TYPE_CHECKING:
    from rich.table import Table

    from eval.report.model import Section

TITLES = {
    "right": "答对",
    "right answered": "　该答的",
    "right clarify": "　该反问的",
    "right not_stated": "　该说没写的",
    "right out_of_scope": "　该谢绝的",
    "quotes verbatim": "引文逐字",
    "numbers proven": "数字有出处的回答",
    "evidence cited": "引到依据",
    "status right": "状态对",
    "facts stated": "事实都说到",
    "values apt": "说出的值都对题",
    "citations apt": "引用都对题",
    "right notice": "没有引错通知",
    "reason right": "沉默的理由对",
    "right eligible": "　该判能参加的",
    "right ineligible": "　该判不能参加的",
    "right need_info": "　该说还差信息的",
    "not swapped": "没有把能判成不能、不能判成能",
    "faults found": "毛病都发现",
    "no false alarm": "说的都是毛病",
}


def as_data(run: Run, accepted: Accepted) -> dict[str, object]:
    """The run for other programs: figures, measures, what fell, and every case with its faults."""
    found = run.figures()
    sheets: Mapping[str, Sequence[Scored | Judgement | Checked]]
    sheets = {**run.answers, **run.verdicts, **run.rosters, **run.lint}
    return {
        "figures": {
            name: {f.name: {"share": round(f.share, 4), "hit": f.hit, "of": f.of} for f in each}
            for name, each in found.items()
        },
        "measures": {each.id: each.model_dump() for each in measures(run.asked())},
        "fallen": [
            {"cases": cases, "figure": name, "share": round(share, 4), **bar.model_dump()}
            for cases, name, share, bar in fallen(found, accepted)
        ],
        "cases": {
            name: [{**each.model_dump(mode="json"), "right": each.right} for each in sheet]
            for name, sheet in sheets.items()
        },
    }


def show_tables(run: Run, accepted: Accepted) -> None:
    """Print what is wrong, the figures, and what fell."""
    from rich.console import Console  # noqa: PLC0415 heavy

    console = Console(highlight=False, markup=False, soft_wrap=True)
    for line in remarks(run):
        console.print(line)
    found = run.figures()
    parts = (run.answers, run.verdicts, {**run.rosters, **run.lint})
    for part in filter(None, parts):
        console.print(table_of({name: found[name] for name in part}, accepted))
    for each in measures(run.asked()):
        console.print(
            f"{each.title}　{each.estimate.words()}　{each.estimate.cases} 题　{each.meaning}"
        )
    for cases, name, share, bar in fallen(found, accepted):
        words = f"{bar.figure:.1%}（可低 {bar.tolerance:.1%}）"
        console.print(f"成绩下降：{cases} {TITLES.get(name, name)} {share:.1%}，已认可 {words}")


def show_sections(sections: Iterable[Section]) -> None:
    """Print the words and tables of sections."""
    from rich.console import Console  # noqa: PLC0415 heavy
    from rich.table import Table  # noqa: PLC0415 heavy

    console = Console(highlight=False, markup=False, soft_wrap=True)
    for section in sections:
        console.print(f"\n{section.title}")
        for table in section.tables:
            shown = Table(*table.head, title=table.title or None)
            for row in table.rows:
                shown.add_row(*row)
            console.print(shown)
            console.print(table.note)


def remarks(run: Run) -> Iterator[str]:
    """A line for every case that is wrong, with the reasons."""
    for each in run.asked():
        wrong = wrongs(each)
        if wrong:
            yield f"{each.id} {each.question} | {'；'.join(wrong)}"
    for judged in (each for found in run.verdicts.values() for each in found):
        if judged.faults:
            swap = "颠倒！" * judged.swapped
            yield f"{judged.id} {judged.notice} | {swap}{'；'.join(judged.faults)}"
    audits = [*run.rosters.values(), *run.lint.values()]
    for checked in (each for found in audits for each in found):
        if checked.faults:
            yield f"{checked.id} {checked.name} | {'；'.join(checked.faults)}"


def wrongs(each: Scored) -> tuple[str, ...]:
    """Why an answer's scores are not full."""
    wrong = list(each.faults)
    wrong += [f"引文不逐字：{each.quotes - each.verbatim}"] * (each.verbatim < each.quotes)
    wrong += [f"数字无出处：{'、'.join(each.unproven)}"] * bool(each.unproven)
    wrong += ["未引到依据"] * (each.evidence is False)
    wrong += [f"引错通知：{'、'.join(each.other_notices or ())}"] * bool(each.other_notices)
    wrong += [f"理由 {each.wrong_reason}"] * bool(each.wrong_reason)
    wrong += [f"选了还反问：{'、'.join(each.unsettled)}"] * bool(each.unsettled)
    return tuple(wrong)


def table_of(found: Mapping[str, Sequence[Figure]], accepted: Accepted) -> Table:
    """The figures, one column a file of cases."""
    from rich.table import Table  # noqa: PLC0415 heavy

    shares = {name: {f.name: f for f in each} for name, each in found.items()}
    figures = dict.fromkeys(figure.name for each in found.values() for figure in each)
    table = Table("", *(f"{name} ({each[0].of})" for name, each in found.items()))
    for name in figures:
        cells = (_cell(shares[s].get(name), accepted.get(s, {}).get(name)) for s in shares)
        table.add_row(TITLES.get(name, name), *cells)
    return table


def _cell(figure: Figure | None, bar: Bar | None) -> str:
    if figure is None or not figure.of:
        return "–"
    known = f"（认可 {bar.figure:.1%}）" if bar else ""
    return f"{figure.share:.1%}  {figure.hit}/{figure.of}{known}"
