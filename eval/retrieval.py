"""`python -m eval.retrieval`: how words and meaning are best weighed, as Markdown or JSON.

Each known question is put to the search twice over: inside the notice that its evidence stands in,
as the desk and a chain that knows its notice do, and, where its words name the notice, among all.
The rankings are made with the same functions and constants as `Search.find`.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import click
import numpy as np

from bot import options
from bot.batch import dumps
from bot.progress import progress_bar
from eval.known import bundled_files, read_cases, unseen_files
from eval.ranking import Quality, Sought, quality, sought
from eval.retrieval_report import SCOPES, WEIGHTS, LeftOut, Report, Row, Scope, markdown
from eval.unseen import NOTICES
from knowledge.bundled import Source, bundled
from knowledge.model import Frozen
from retrieval.index.build import ensure, open_search
from retrieval.index.embed import model_named
from retrieval.index.fusion import POOL, WORDS_WEIGHT, Vector, best, fused, nearest
from retrieval.index.rerank import RERANKED, reranker_named
from retrieval.index.search import Search

POOLS = (8, 16, 32, 64, 128, 1000)
Progress = Callable[[int, int], None]


class Scored(Frozen, arbitrary_types_allowed=True):
    """A question in a scope, with what every chunk there is worth to it."""

    sought: Sought
    ids: tuple[str, ...]
    words: Vector
    meanings: Vector

    def ranking(self, weight: float, pool: int) -> list[str]:
        """The ids that are found, the best first."""
        found = set(best(self.words, pool, above=0.0).tolist())
        found.update(nearest(self.meanings, pool).tolist())
        rows = np.array(sorted(found), dtype=np.int64)
        order = np.argsort(-fused(self.words[rows], self.meanings[rows], weight), kind="stable")
        return [self.ids[row] for row in rows[order]]


@click.command()
@options.with_json
@click.option("--unseen", is_flag=True, help="改问没见过的通知（eval/cases/unseen）。")
@click.option(
    "--keep",
    type=click.Path(file_okay=False, path_type=Path),
    help="向量存在这里，下次不必再算（默认：临时文件夹）。",
)
def retrieval(*, as_json: bool, unseen: bool, keep: Path | None) -> None:
    """字词和语义怎样配比找得最准。"""
    files = unseen_files() if unseen else bundled_files()
    sources = unseen_sources(files) if unseen else bundled()
    with tempfile.TemporaryDirectory() as folder, progress_bar("检索") as show:
        report = measured(keep or Path(folder), files, sources, show)
    click.echo(dumps(report.model_dump()) if as_json else markdown(report))


def unseen_sources(files: Sequence[Path], folder: Path = NOTICES) -> list[Source]:
    """The notices that do not come with saiwen and that the cases speak of."""
    cases = [case for file in files for case in read_cases(file)]
    named = {i for case in cases for i in (case.notice, case.evidence_notice) if i}
    texts = [file for file in sorted(folder.glob("*.txt")) if file.stem in named]
    return [Source(file.stem, file.read_bytes(), {}, None) for file in texts]


def measured(
    folder: Path,
    files: Sequence[Path],
    sources: Sequence[Source],
    show: Progress = lambda *_: None,
    environ: Mapping[str, str] = os.environ,
) -> Report:
    """Index the notices in `folder`, ask every question once a scope, and weigh the scores."""
    store = ensure(folder, lambda: sources, environ=environ)
    search = open_search(store, environ=environ)
    notices = {notice.id: notice for notice in store.notices()}
    asked = list(sought({f.stem: read_cases(f) for f in files}, notices, search.chunks))
    found = scored_by_scope(search, asked, show)
    model, reranker = model_named(environ), reranker_named(environ)
    return Report(
        notices=len(notices),
        chunks=len(search.chunks),
        model=model.name if model else None,
        rows=tuple(row for scope in SCOPES for row in rows(scope, found[scope])),
        left_out=tuple(row for scope in SCOPES for row in left_out(scope, found[scope])),
        reranked=tuple(reranked(search, asked)) if reranker else (),
    )


def scored_by_scope(
    search: Search, asked: Sequence[Sought], show: Progress = lambda *_: None
) -> dict[Scope, list[Scored]]:
    """Every question once inside its notice, and among all if it says itself which it means."""
    put: list[tuple[Scope, Sought]]
    put = [("inside", each) for each in asked] + [("open", each) for each in asked if each.is_open]
    found: dict[Scope, list[Scored]] = {"inside": [], "open": []}
    for done, (scope, each) in enumerate(put):
        show(done, len(put))
        found[scope].append(scored(search, each, scope))
    return found


def scored(search: Search, each: Sought, scope: Scope) -> Scored:
    """What every chunk of the scope is worth to a question."""
    chunks, words, meanings = search.scores(each.question, among(each, scope))
    return Scored(
        sought=each, ids=tuple(chunk.id for chunk in chunks), words=words, meanings=meanings
    )


def among(each: Sought, scope: Scope) -> list[str] | None:
    """The notices that are searched for it."""
    return [each.notice] if scope == "inside" else None


def rows(scope: Scope, found: Sequence[Scored]) -> Iterator[Row]:
    """Every weight over all questions, over each file and each notice; every pool over all."""
    groups = [("all", "", list(found))]
    groups += [("sheet", name, some) for name, some in _by(found, lambda s: s.sheet).items()]
    groups += [("notice", name, some) for name, some in _by(found, lambda s: s.notice).items()]
    settings = [(by, name, some, w, POOL) for by, name, some in groups for w in WEIGHTS]
    settings += [("all", "", list(found), WORDS_WEIGHT, pool) for pool in POOLS if pool != POOL]
    for by, name, some, weight, pool in settings:
        of = quality_of(some, weight, pool)
        yield Row(scope=scope, by=by, name=name, weight=weight, pool=pool, quality=of)


def quality_of(found: Sequence[Scored], weight: float, pool: int = POOL) -> Quality:
    """The figures of one setting."""
    return quality((each.ranking(weight, pool), each.sought.relevant) for each in found)


def left_out(scope: Scope, found: Sequence[Scored]) -> Iterator[LeftOut]:
    """For each notice the weight that is best on all others, and how good it is there."""
    for notice, some in _by(found, lambda s: s.notice).items():
        others = [each for each in found if each.sought.notice != notice]
        if not others:
            continue
        weight = max(WEIGHTS, key=lambda w: quality_of(others, w).ndcg)
        yield LeftOut(scope=scope, notice=notice, weight=weight, quality=quality_of(some, weight))


def reranked(search: Search, asked: Sequence[Sought]) -> Iterator[Row]:
    """What the search itself gives, with its reranker."""
    for scope in SCOPES:
        some = [each for each in asked if scope == "inside" or each.is_open]
        hits = ((search.find(e.question, among(e, scope), RERANKED), e.relevant) for e in some)
        of = quality(([hit.chunk.id for hit in found], wanted) for found, wanted in hits)
        yield Row(scope=scope, by="all", name="", weight=WORDS_WEIGHT, pool=POOL, quality=of)


def _by(found: Sequence[Scored], key: Callable[[Sought], str]) -> dict[str, list[Scored]]:
    groups: dict[str, list[Scored]] = {}
    for each in found:
        groups.setdefault(key(each.sought), []).append(each)
    return groups


if __name__ == "__main__":
    retrieval()
