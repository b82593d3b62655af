"""How well the search finds the clause, by kind of question: recall@k, MRR, nDCG."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from eval.kinds import KINDS
from eval.known import Case
from eval.ranking import Quality, quality, sought
from eval.report.model import Bars, Section, Table
from retrieval.index.search import Search
from retrieval.storage.store import Store

DEEP = 10


def section(
    store: Store,
    search: Search,
    sheets: Mapping[str, Sequence[Case]],
    show: Callable[[int, int], None],
) -> Section:
    """The ranking of `Search.find` inside the notice that is asked, against the known evidence."""
    notices = {notice.id: notice for notice in store.notices()}
    kinds = {case.id: case.kind for cases in sheets.values() for case in cases}
    asked = list(sought(sheets, notices, search.chunks))
    found: dict[str, list[tuple[list[str], frozenset[str]]]] = {kind: [] for kind in KINDS}
    for done, each in enumerate(asked, start=1):
        hits = search.find(each.question, [each.notice], DEEP)
        found[kinds[each.id]].append(([hit.chunk.id for hit in hits], each.relevant))
        show(done, len(asked))
    some = {KINDS[kind]: quality(rankings) for kind, rankings in found.items() if rankings}
    whole = quality(ranking for rankings in found.values() for ranking in rankings)
    rows = tuple(_row(name, q) for name, q in {**some, "合计": whole}.items())
    return Section(
        id="finding",
        title="检索",
        words=("通知已定，字词和向量合起来排；依据所在的段排第几。多轮追问不算，检索不知道前文。",),
        tables=(Table(head=("类别", "题", "recall@1", "recall@5", "MRR", "nDCG@10"), rows=rows),),
        plots=(
            Bars(
                title="依据排在前五的问题",
                names=tuple(some),
                values=tuple(q.recall_5 for q in some.values()),
                unit="%",
            ),
        ),
    )


def _row(name: str, q: Quality) -> tuple[str, ...]:
    four = (q.recall_1, q.recall_5, q.mrr, q.ndcg)
    return (name, str(q.questions), *(f"{each:.3f}" for each in four))
