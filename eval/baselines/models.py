"""Models of meaning side by side: what retrieval finds with each, over the same questions."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from eval.known import bundled_files
from eval.ranking import Quality
from eval.report.model import Section, Table
from eval.retrieval import measured
from eval.retrieval_report import TITLES, Scope
from knowledge.bundled import Source, bundled
from knowledge.model import Frozen
from retrieval.index.build import ensure
from retrieval.index.embed import SENTENCE_TRANSFORMERS, SETTING
from retrieval.index.engine import PACKAGE
from retrieval.index.fusion import POOL, WORDS_WEIGHT

OURS = ("", PACKAGE, "none")
WEIGHTS = {0.0: "只看语义", WORDS_WEIGHT: "字词加语义"}
_HEAD = ("模型", "题", "recall@1", "recall@5", "MRR", "nDCG@10", "建索引（秒）")


class Found(Frozen):
    """What retrieval finds with one model, in one setting."""

    model: str
    scope: Scope
    weight: float
    quality: Quality
    seconds: float
    """To read the notices and embed all their chunks."""


def compared(
    names: Sequence[str],
    folder: Path,
    files: Sequence[Path] | None = None,
    sources: Sequence[Source] | None = None,
    show: Callable[[int, int], None] = lambda *_: None,
) -> Iterator[Found]:
    """Index the notices with every model, in folders below `folder`, and rank for every question.

    Raises:
        EmbeddingError: a model cannot be used; the message says what to do.
    """
    notices = tuple(sources or bundled())
    for number, name in enumerate(names):
        environ = {SETTING: setting(name)}
        own = folder / str(number)
        started = time.perf_counter()
        ensure(own, lambda: notices, environ=environ)
        seconds = time.perf_counter() - started
        report = measured(own, files or bundled_files(), notices, show, environ)
        for row in report.rows:
            if row.by == "all" and row.pool == POOL and row.weight in WEIGHTS:
                found = {"scope": row.scope, "weight": row.weight, "quality": row.quality}
                yield Found(model=name or PACKAGE, seconds=round(seconds, 1), **found)


def setting(name: str) -> str:
    """The setting that means a model: ours by its name, any other of sentence-transformers.

    >>> setting("none"), setting("BAAI/bge-small-zh-v1.5")
    ('none', 'sentence-transformers:BAAI/bge-small-zh-v1.5')
    """
    known = name in OURS or name.startswith(SENTENCE_TRANSFORMERS)
    return name if known else f"{SENTENCE_TRANSFORMERS}{name}"


def section(found: Sequence[Found]) -> Section:
    """A table for each scope and weight, a row a model."""
    kinds = dict.fromkeys((each.scope, each.weight) for each in found)
    tables = (
        Table(
            title=f"{TITLES[scope]}，{WEIGHTS[weight]}",
            head=_HEAD,
            rows=tuple(_row(e) for e in found if (e.scope, e.weight) == (scope, weight)),
        )
        for scope, weight in kinds
    )
    words = ("同样的通知和问题，只换向量模型；依据所在的段排得多靠前。",)
    return Section(id="models", title="向量模型比较", words=words, tables=tuple(tables))


def _row(each: Found) -> tuple[str, ...]:
    of = each.quality
    shares = map("{:.3f}".format, (of.recall_1, of.recall_5, of.mrr, of.ndcg))
    return (each.model, str(of.questions), *shares, f"{each.seconds:.1f}")
