"""Sections about eligibility, rosters and lint."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from eval.expected import Checked, checked_figures
from eval.persons import Judgement
from eval.report.answers import shares
from eval.report.codes import NO_VERDICT, VERDICTS, in_words
from eval.report.model import Example, Matrix, Section, Table
from eval.titles import title

_SHOWN = 12


def verdicts(found: Mapping[str, Sequence[Judgement]]) -> Section | None:
    """Accuracy and swaps, by sheet, with the confusion of verdicts."""
    every = [each for some in found.values() for each in some]
    if not every:
        return None
    rows = [(title(name), *_row(some)) for name, some in found.items()]
    counts: Counter[tuple[str, str | None]] = Counter((e.expect, e.verdict) for e in every)
    came = (*VERDICTS, *([None] if any(e.verdict is None for e in every) else []))
    matrix = Matrix(
        title="应有的结论（行）和给出的结论（列）",
        rows=tuple(VERDICTS.values()),
        columns=tuple(VERDICTS[c] if c else NO_VERDICT for c in came),
        counts=tuple(tuple(counts[row, column] for column in came) for row in VERDICTS),
    )
    return Section(
        id="verdicts",
        title="资格",
        words=("颠倒：能参加的判成不能，或者反过来；这是最坏的错。",),
        tables=(
            Table(
                head=("案例", "人", "判对", "颠倒", "颠倒的人"),
                rows=(*rows, ("合计", *_row(every))),
            ),
        ),
        plots=(matrix,),
        examples=tuple(_example(each) for each in _worst(every)),
    )


def _row(some: Sequence[Judgement]) -> tuple[str, ...]:
    swapped = [each.id for each in some if each.swapped]
    return (
        str(len(some)),
        shares([each.right for each in some]),
        shares([each.swapped for each in some]),
        "、".join(swapped[:_SHOWN]) or "–",
    )


def _worst(every: Sequence[Judgement]) -> list[Judgement]:
    wrong = [each for each in every if each.faults]
    return sorted(wrong, key=lambda each: not each.swapped)[:_SHOWN]


def _example(each: Judgement) -> Example:
    verdict = VERDICTS[each.verdict] if each.verdict else NO_VERDICT
    return Example(
        id=each.id,
        question=f"{each.notice}：应为{VERDICTS[each.expect]}",
        answer=verdict,
        evidence=each.why,
        reasons=(*(["颠倒"] * each.swapped), *map(in_words, each.faults)),
    )


def audits(
    rosters: Mapping[str, Sequence[Checked]], lint: Mapping[str, Sequence[Checked]]
) -> Section | None:
    """Faults of rosters and of notices: found, missed, and false alarms."""
    every = {**rosters, **lint}
    if not every:
        return None
    rows = []
    for name, some in every.items():
        figures = {f.name: f for f in checked_figures(some)}
        told = (figures[n] for n in ("right", "faults found", "no false alarm"))
        rows.append((title(name), *(f"{f.share:.1%}（{f.hit}/{f.of}）" for f in told)))
    wrong = [(e.id, e.name, "；".join(e.faults)) for s in every.values() for e in s if e.faults]
    wrong_table = Table(title="不对的", head=("", "案例", "差在哪里"), rows=tuple(wrong))
    return Section(
        id="audits",
        title="汇总表和通知的毛病",
        tables=(
            Table(head=("案例", "全对", "毛病都发现", "说的都是毛病"), rows=tuple(rows)),
            *([wrong_table] if wrong else []),
        ),
    )
