"""What is said of all answers of a run together: each measure with its interval and its meaning."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from eval.interval import Estimate, Statistic, estimate, f1
from eval.scored import FITTING, SILENT, Scored
from knowledge.model import Frozen

Row = tuple[float, ...]
Counted = Callable[[Scored], Row | None]
"""What a case adds to the sums; None where it is not asked."""


class Measure(Frozen):
    """One measure of a run."""

    id: str
    title: str
    meaning: str
    """How it is counted, so that the figure can be read alone."""
    estimate: Estimate


def _share(hit: bool) -> Row:  # noqa: FBT001 an outcome
    return (float(hit), 1.0)


def _less(every: int, wrong: int) -> Row | None:
    return (every - wrong, every) if every else None


def _clarified(each: Scored) -> Row | None:
    return _share(each.expect == "clarify") if each.status == "clarify" else None


def _to_clarify(each: Scored) -> Row | None:
    return _share(each.status in FITTING["clarify"]) if each.expect == "clarify" else None


def _options(each: Scored) -> Row | None:
    return (len(each.options) - len(each.unsettled), len(each.options)) if each.options else None


def _wrong_notice(each: Scored) -> Row | None:
    return None if each.other_notices is None else _share(bool(each.other_notices))


def _hushed(each: Scored) -> Row:
    """Both silent, only found silent, only wanted silent."""
    wanted = each.expect in SILENT
    found = each.silent
    return (float(wanted and found), float(found and not wanted), float(wanted and not found))


MEASURES: Mapping[str, tuple[str, str, Counted]] = {
    "right": ("答对", "状态对、该有的事实都有、不该有的都没有", lambda e: _share(e.right)),
    "status": (
        "状态对",
        "回答、反问、说没有写、谢绝，与应有的一致",
        lambda e: _share(e.status in FITTING[e.expect]),
    ),
    "fact_recall": (
        "事实召回",
        "应有的事实中答出来的",
        lambda e: _less(e.facts, len(e.lacking)),
    ),
    "fact_precision": (
        "事实精确",
        "答出的日期、金额、人数、邮箱、电话等值中，在应有的事实或依据条款里的",
        lambda e: _less(e.values, len(e.inapt)),
    ),
    "citation_recall": (
        "引用召回",
        "知道依据的回答中，引用盖住依据一半以上的",
        lambda e: None if e.evidence is None else _share(e.evidence),
    ),
    "citation_precision": (
        "引用精确",
        "引用中，落在依据条款（连同上下级、同一张表）或含有应有事实的",
        lambda e: _less(e.cited, len(e.beside)),
    ),
    "verbatim": (
        "引文逐字",
        "引文与通知原文一字不差",
        lambda e: _less(e.quotes, e.quotes - e.verbatim),
    ),
    "numbers": (
        "数字有出处",
        "回答里的数字都在引文、问题、竞赛名称或写明的算式里",
        lambda e: _share(not e.unproven),
    ),
    "wrong_notice": ("引错通知", "回答引了没有问到的通知（越低越好）", _wrong_notice),
    "reason": (
        "沉默的理由对",
        "没有写、在附件里、另行通知、没有这份通知，说对的",
        lambda e: _share(not e.wrong_reason) if e.reason_known else None,
    ),
    "abstain_precision": (
        "沉默精确",
        "没有作答的问题中，确实不该作答的",
        lambda e: _share(e.expect in SILENT) if e.silent else None,
    ),
    "abstain_recall": (
        "沉默召回",
        "不该作答的问题中，没有作答的",
        lambda e: _share(e.silent) if e.expect in SILENT else None,
    ),
    "clarify_precision": ("反问精确", "反问了的问题中，确实要反问的", _clarified),
    "clarify_recall": ("反问召回", "要反问的问题中，反问了或逐一列出的", _to_clarify),
    "options": ("选了就有答案", "反问给出的选项中，选了以后不再反问的", _options),
}
_F1 = ("abstain_f1", "沉默 F1", "沉默精确与召回的调和平均")


def measures(scored: Sequence[Scored]) -> tuple[Measure, ...]:
    """Every measure that some case asks for."""
    found = list(_each(scored))
    hushed = _measure(*_F1, scored, _hushed, f1)
    at = next((n for n, m in enumerate(found) if m.id.startswith("clarify")), len(found))
    return (*found[:at], *([hushed] if hushed else []), *found[at:])


def _each(scored: Sequence[Scored]) -> Iterator[Measure]:
    for name, (title, meaning, counted) in MEASURES.items():
        measure = _measure(name, title, meaning, scored, counted)
        if measure:
            yield measure


def _measure(  # noqa: PLR0913, PLR0917 its parts
    name: str,
    title: str,
    meaning: str,
    scored: Sequence[Scored],
    counted: Counted,
    statistic: Statistic | None = None,
) -> Measure | None:
    pairs = [(each, counted(each)) for each in scored]
    rows = [(each, row) for each, row in pairs if row is not None]
    groups = [each.paraphrase_of or each.id for each, _ in rows]
    given = {"statistic": statistic} if statistic else {}
    known = estimate([row for _, row in rows], groups=groups, **given)
    return Measure(id=name, title=title, meaning=meaning, estimate=known) if known else None
