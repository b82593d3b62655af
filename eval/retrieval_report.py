"""What `eval.retrieval` measured: its rows, and the same as Markdown tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from eval.ranking import Quality
from knowledge.model import Frozen
from retrieval.index.fusion import POOL, WORDS_WEIGHT

WEIGHTS = tuple(round(0.1 * n, 1) for n in range(11))
Scope = Literal["inside", "open"]
SCOPES: tuple[Scope, ...] = ("inside", "open")
TITLES = {"inside": "通知已定", "open": "在全部通知里找"}
_COLUMNS = ("题", "recall@1", "recall@5", "MRR", "nDCG@10")


class Row(Frozen):
    """The figures of one setting over some questions."""

    scope: Scope
    by: Literal["all", "sheet", "notice"]
    name: str
    weight: float
    """Of words: 1 is words alone, 0 meaning alone."""
    pool: int
    quality: Quality


class LeftOut(Frozen):
    """The weight that was best elsewhere, tried on a notice that did not choose it."""

    scope: Scope
    notice: str
    weight: float
    quality: Quality


class Report(Frozen):
    """Everything that was measured."""

    notices: int
    chunks: int
    model: str | None
    rows: tuple[Row, ...]
    left_out: tuple[LeftOut, ...]
    reranked: tuple[Row, ...] = ()
    """What `Search.find` gives with the reranker of the settings; nothing without one."""


def markdown(report: Report) -> str:
    """The report as tables."""
    lines = [f"{report.notices} 份通知，{report.chunks} 段，向量模型 {report.model or '无'}"]
    for scope in SCOPES:
        found = [row for row in report.rows if row.scope == scope]
        if any(row.quality.questions for row in found):
            lines += ["", f"## {TITLES[scope]}", *_weights(found), *_pools(found), *_groups(found)]
            lines += _chosen([row for row in report.left_out if row.scope == scope])
            judged = [row for row in report.reranked if row.scope == scope]
            lines += _table("重排后", [("", row.quality) for row in judged])
    return "\n".join(lines)


def _weights(found: Sequence[Row]) -> list[str]:
    some = [row for row in found if row.by == "all" and row.pool == POOL]
    named = {0.0: "0（只看语义）", 1.0: "1（只看字词）"}
    return _table("字词占", [(named.get(r.weight, str(r.weight)), r.quality) for r in some])


def _pools(found: Sequence[Row]) -> list[str]:
    some = [row for row in found if row.by == "all" and row.weight == WORDS_WEIGHT]
    some.sort(key=lambda row: row.pool)
    return _table("各取前", [(str(row.pool), row.quality) for row in some])


def _table(what: str, some: Sequence[tuple[str, Quality]]) -> list[str]:
    head = [_line([what, *_COLUMNS]), _line(["---", *["---:"] * len(_COLUMNS)])]
    shares = [(name, q.questions, (q.recall_1, q.recall_5, q.mrr, q.ndcg)) for name, q in some]
    body = [_line([name, str(of), *map("{:.3f}".format, four)]) for name, of, four in shares]
    return ["", *head, *body] if body else []


def _groups(found: Sequence[Row]) -> list[str]:
    """By weight, each file and notice."""
    some = [row for row in found if row.by != "all"]
    shares: dict[tuple[str, str], list[str]] = {}
    for row in some:
        shares.setdefault((row.by, row.name), []).append(f"{row.quality.ndcg:.3f}")
    head = [_line(["nDCG@10", *map(str, WEIGHTS)]), _line(["---", *["---:"] * len(WEIGHTS)])]
    return ["", *head, *(_line([name, *cells]) for (_, name), cells in shares.items())]


def _chosen(found: Sequence[LeftOut]) -> list[str]:
    words = "- 不看 {0} 时 {1} 最好，用在它上面 nDCG {2:.3f}"
    return ["", *(words.format(r.notice, r.weight, r.quality.ndcg) for r in found)]


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
