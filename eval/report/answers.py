"""Sections about answers: the measures, by kind, statuses, paraphrases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from statistics import median

from eval.consistency import consistency, paraphrased
from eval.interval import Estimate, estimate
from eval.kinds import KINDS
from eval.measures import Measure, measures
from eval.report.codes import STATUSES
from eval.report.model import Bars, Matrix, Section, Table
from eval.scored import Scored
from eval.titles import title


def overall(found: Sequence[Scored], unseen: Sequence[Scored] = ()) -> Section:
    """Every measure of all questions, paraphrases apart; beside it those of unseen notices."""
    each = measures(found)
    return Section(
        id="scores",
        title="成绩",
        words=(
            "每个数字后面括号里是 95% 置信区间（按题重抽 1000 次，种子固定）。",
            "打分不用语言模型：事实、值、引文都逐项比较，每一分丢在哪里，见“最差的案例”。",
            "这些案例开发时都看过，成绩是照着改出来的；第一次遇到的，见 docs/measurements.md。",
        ),
        tables=(_measured("全部问题（不含换种说法）", each, measures(unseen)),),
        plots=(_bars("各项成绩", {m.title: m.estimate for m in each if m.id != "wrong_notice"}),),
    )


def by_sheet(answers: Mapping[str, Sequence[Scored]]) -> Section:
    """How each sheet fared."""
    names = ("right", "fact_recall", "citation_recall", "wrong_notice", "abstain_f1")
    rows = []
    titles: dict[str, str] = {}
    for sheet, found in answers.items():
        known = {m.id: m for m in measures(found)}
        titles |= {m.id: m.title for m in known.values()}
        cells = (known[n].estimate.words() if n in known else "–" for n in names)
        rows.append((title(sheet), str(len(found)), *cells))
    head = ("案例", "题", *(titles.get(n, n) for n in names))
    return Section(id="sheets", title="分套成绩", tables=(Table(head=head, rows=tuple(rows)),))


def by_kind(found: Sequence[Scored]) -> Section:
    """How each kind of question fared."""
    groups = {kind: [e for e in found if e.kind == kind] for kind in KINDS}
    groups = {kind: some for kind, some in groups.items() if some}
    right: dict[str, Estimate] = {}
    rows = []
    for kind, some in groups.items():
        known = {m.id: m.estimate for m in measures(some)}
        right[KINDS[kind]] = known["right"]
        cells = (known.get(n) for n in ("right", "status", "fact_recall", "citation_recall"))
        slow = f"{median(e.seconds for e in some) * 1000:.0f}"
        rows.append((KINDS[kind], str(len(some)), *(c.words() if c else "–" for c in cells), slow))
    head = ("类别", "题", "答对", "状态对", "事实召回", "引用召回", "毫秒，中位数")
    return Section(
        id="kinds",
        title="按类别",
        tables=(Table(head=head, rows=tuple(rows)),),
        plots=(_bars("各类问题答对", right),),
    )


def statuses(found: Sequence[Scored]) -> Section:
    """What was expected against what came."""
    rows = [s for s in STATUSES if s != "partial"]
    counts: Counter[tuple[str, str]] = Counter((each.expect, each.status) for each in found)
    table = tuple(tuple(counts[row, column] for column in STATUSES) for row in rows)
    matrix = Matrix(
        title="应有的状态（行）和给出的状态（列）",
        rows=tuple(STATUSES[row] for row in rows),
        columns=tuple(STATUSES.values()),
        counts=table,
    )
    return Section(id="statuses", title="状态", plots=(matrix,))


def ways(found: Sequence[Scored]) -> Section | None:
    """How steady answers are when the same is asked in other words."""
    sets = list(paraphrased(found))
    if not sets:
        return None
    rows = [(name, e.words()) for name, e in consistency(sets).items() if e]
    worst = sorted(sets, key=lambda each: each.right / each.ways)[:8]
    wrong = tuple((w.origin, f"{w.right}/{w.ways}", "\n".join(w.wrong[:3])) for w in worst)
    return Section(
        id="paraphrases",
        title="换种说法",
        words=(
            f"{len(sets)} 个问题，每个换 {sets[0].ways} 种说法：错字、口语、繁体、英文、噪声。",
        ),
        tables=(
            Table(head=("", "成绩"), rows=tuple(rows)),
            Table(title="最不稳的", head=("原问题", "答对", "答错的说法"), rows=wrong),
        ),
    )


def _measured(name: str, each: Sequence[Measure], unseen: Sequence[Measure]) -> Table:
    """A row a measure; a column more where questions are of notices that are not in the store."""
    others = {m.id: f"{m.estimate.value:.1%}" for m in unseen}
    rows = tuple(
        (
            m.title,
            m.estimate.words(),
            str(m.estimate.cases),
            *([others.get(m.id, "–")] if unseen else []),
            m.meaning,
        )
        for m in each
    )
    head = ("", "成绩", "题", *(["其中库外的通知"] if unseen else []), "怎么算")
    return Table(title=name, head=head, rows=rows)


def _bars(title: str, found: Mapping[str, Estimate]) -> Bars:
    return Bars(
        title=title,
        names=tuple(found),
        values=tuple(e.value for e in found.values()),
        low=tuple(e.low for e in found.values()),
        high=tuple(e.high for e in found.values()),
        unit="%",
    )


def shares(hits: Sequence[bool]) -> str:
    """A share with its interval, as it is printed."""
    known = estimate([(float(hit), 1.0) for hit in hits])
    return known.words() if known else "–"
