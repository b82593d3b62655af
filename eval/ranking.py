"""How well rankings put what was asked for first: known questions, relevant chunks, figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from eval.known import Case
from eval.score import occurrences
from knowledge.model import Frozen, Notice
from knowledge.plain import bare
from retrieval.index.chunks import Chunk

DEPTH = 10
"""Down to which place nDCG looks."""
_HALF = 0.5


class Sought(Frozen):
    """A question whose answer stands in known chunks."""

    id: str
    question: str
    sheet: str
    """Name of the file of cases."""
    notice: str
    """The notice its evidence stands in."""
    is_open: bool
    """Whether the words alone have to tell the notice."""
    relevant: frozenset[str]
    """Ids of the chunks that hold the evidence."""


class Quality(Frozen):
    """Means over questions, 0 to 1."""

    questions: int
    recall_1: float
    """Share of the questions with a relevant chunk in the first place."""
    recall_5: float
    """… among the first five."""
    mrr: float
    """Mean of 1 / place of the first relevant chunk."""
    ndcg: float
    """Discounted gain of the relevant chunks among the first ten, against the best order."""


def sought(
    sheets: Mapping[str, Sequence[Case]], notices: Mapping[str, Notice], chunks: Sequence[Chunk]
) -> Iterator[Sought]:
    """The questions with evidence that is found in a notice, each by itself.

    What hangs on earlier turns is left out: a search is not told them.
    """
    of_notice: dict[str, list[Chunk]] = {}
    for chunk in chunks:
        of_notice.setdefault(chunk.notice, []).append(chunk)
    for sheet, cases in sheets.items():
        for case in cases:
            notice = notices.get(case.evidence_notice or case.notice or "")
            if notice is None or case.expect != "answered" or case.history:
                continue
            found = relevant(case.evidence, notice, of_notice[notice.id])
            if found:
                yield Sought(
                    id=case.id,
                    question=case.question,
                    sheet=sheet,
                    notice=notice.id,
                    is_open=case.notice is None,
                    relevant=found,
                )


def relevant(evidence: str, notice: Notice, chunks: Sequence[Chunk]) -> frozenset[str]:
    """The ids of the chunks that hold the evidence: half of it, or lie half in it.

    Of a row that was cut into several, those that have the words, if one has them.
    """
    places = list(occurrences(evidence, notice.text))
    near = [c for c in chunks if any(_overlaps(place, (c.start, c.end)) for place in places)]
    with_words = {c.path for c in near if bare(evidence) in bare(c.text)}
    return frozenset(
        c.id
        for c in near
        if c.kind == "clause" or c.path not in with_words or bare(evidence) in bare(c.text)
    )


def _overlaps(one: tuple[int, int], other: tuple[int, int]) -> bool:
    common = min(one[1], other[1]) - max(one[0], other[0])
    return common >= _HALF * min(one[1] - one[0], other[1] - other[0])


def quality(rankings: Iterable[tuple[Sequence[str], frozenset[str]]]) -> Quality:
    """The figures of (ids, the best first; the relevant ones)."""
    found = np.array([_of_one(ids, wanted) for ids, wanted in rankings]).reshape(-1, 4)
    means = found.mean(axis=0) if len(found) else np.zeros(4)
    first, five, mrr, ndcg = (round(float(mean), 4) for mean in means)
    return Quality(questions=len(found), recall_1=first, recall_5=five, mrr=mrr, ndcg=ndcg)


def _of_one(ids: Sequence[str], wanted: frozenset[str]) -> tuple[float, float, float, float]:
    places = [place for place, each in enumerate(ids, start=1) if each in wanted]
    if not places:
        return 0.0, 0.0, 0.0, 0.0
    best = _gain(range(1, min(len(wanted), DEPTH) + 1))
    gained = _gain(place for place in places if place <= DEPTH)
    return float(places[0] == 1), float(places[0] <= 5), 1 / places[0], gained / best  # noqa: PLR2004 the five of recall@5


def _gain(places: Iterable[int]) -> float:
    at: NDArray[np.float64] = np.fromiter(places, dtype=np.float64)
    return float((1 / np.log2(at + 1)).sum())
