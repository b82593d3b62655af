"""`python -m eval.learning`: what each sign of an answer counts, learned from known evidence.

Every question of the sheets on notices outside the package names the words that prove its answer.
The weights are those under which the sentences with these words are likeliest among all of their
notice (a conditional logit, McFadden 1974), held small by a quadratic penalty. `--but SHEET` leaves
a sheet out and says how often its evidence comes first; `--write` puts the weights in place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import click
import numpy as np
from numpy.typing import NDArray

from eval.known import Case, read_cases
from eval.unseen import with_unseen
from knowledge.bundled import bundled
from knowledge.notice import read_notice
from knowledge.plain import comparable
from retrieval.consult import Consultant
from retrieval.desk import Desk
from retrieval.learned.candidates import Candidate
from retrieval.learned.features import NAMES
from retrieval.learned.weights import FILE, Weight, Weights

SHEETS = Path(__file__).parent / "cases" / "unseen"
_PENALTY = 0.01
"""Chosen among 0.003, 0.01 and 0.03 on a sheet left out; they hardly differ."""
_PLACES, _LEAST = 5, 1e-3
Floats = NDArray[np.float64]


class Lesson(NamedTuple):
    """One question: a line of numbers for every sentence, and which of them prove the answer."""

    features: Floats
    proves: NDArray[np.bool_]


class Fit(NamedTuple):
    """The numbers of many questions, put on one scale."""

    mean: Floats
    deviation: Floats
    much: Floats


@click.command()
@click.option("--but", multiple=True, help="不拿来学、只拿来量的案例（文件名，不带 .yaml）。")
@click.option("--write", is_flag=True, help="把权重写进 retrieval/learned/。")
def learning(*, but: tuple[str, ...], write: bool) -> None:
    """从已知问题的依据学每个迹象的权重；再量依据排在第几。"""
    sheets = sorted(SHEETS.glob("unseen_questions*.yaml"))
    own = [sheet.stem for sheet in sheets if sheet.stem not in but]
    learned = list(lessons(case for name in own for case in read_cases(SHEETS / f"{name}.yaml")))
    found = fit(learned)
    click.echo(f"学自 {len(learned)} 个问题（{'、'.join(own)}）：{told(learned, found)}")
    for name in but:
        left = list(lessons(read_cases(SHEETS / f"{name}.yaml")))
        click.echo(f"没学过的 {name}，{len(left)} 个问题：{told(left, found)}")
    if write:
        made = weights(found, "、".join(own))
        file = Path(__file__).parents[1] / "retrieval" / "learned" / FILE
        file.write_text(made.model_dump_json(indent=1) + "\n", "utf-8")


def lessons(cases: Iterable[Case]) -> Iterator[Lesson]:
    """Those of the questions that ask one thing of one notice and whose evidence stands there."""
    given = [case for case in cases if case.evidence]
    desk = with_unseen(Desk([read_notice(n.id, n.data, n.confirmed) for n in bundled()]), given)
    assert isinstance(desk, Desk)
    for case in given:
        notice = case.evidence_notice or case.notice
        asked = [each for each in desk.sought(case.asked()) if each[0].notice.id == notice]
        if len(asked) == 1:  # of several, which one the words prove is not said
            consultant, sought = asked[0]
            grid = consultant.second.grid
            proves = np.array([_proves(case.evidence, c, consultant) for c in grid.found])
            if proves.any():
                yield Lesson(grid.features(sought).astype(np.float64), proves)


def fit(found: Sequence[Lesson]) -> Fit:
    """The weights under which the proving sentences are likeliest."""
    from scipy.optimize import minimize  # noqa: PLC0415 for development only

    every = np.concatenate([lesson.features for lesson in found])
    mean, spread = every.mean(axis=0), every.std(axis=0)
    deviation = np.where(spread > _LEAST, spread, 1.0)  # what never differs tells nothing
    scaled = (every - mean) / deviation
    proves = np.concatenate([lesson.proves for lesson in found]).astype(np.float64)
    counts = np.array([len(lesson.proves) for lesson in found])
    starts, of = np.r_[0, np.cumsum(counts)[:-1]], np.repeat(np.arange(len(counts)), counts)

    def loss(much: Floats) -> tuple[float, Floats]:
        scores = scaled @ much
        odds = np.exp(scores - np.maximum.reduceat(scores, starts)[of])
        whole, right = np.add.reduceat(odds, starts), np.add.reduceat(odds * proves, starts)
        pull = (odds * proves / right[of] - odds / whole[of]) @ scaled
        value = -np.log(right / whole).mean() + _PENALTY * much @ much
        return float(value), -pull / len(counts) + 2 * _PENALTY * much

    best = minimize(loss, np.zeros(every.shape[1]), jac=True, method="L-BFGS-B")
    return Fit(mean, deviation, best.x)


def told(found: Sequence[Lesson], by: Fit) -> str:
    """How often a proving sentence is the first, among the first two, three and five."""
    ranks = [_rank(lesson, by) for lesson in found]
    shares = (f"前 {n} 句 {np.mean([rank < n for rank in ranks]):.1%}" for n in (1, 2, 3, 5))
    return "，".join(shares)


def weights(found: Fit, learned_from: str) -> Weights:
    """As they stand in the package."""
    of = zip(NAMES, *(np.round(each, _PLACES).tolist() for each in found), strict=True)
    made = {n: Weight(mean=mean, deviation=much, much=by) for n, mean, much, by in of}
    return Weights(learned_from=learned_from, weights=made)


def _rank(lesson: Lesson, by: Fit) -> int:
    scores = ((lesson.features - by.mean) / by.deviation) @ by.much
    order = np.argsort(-scores, kind="stable")
    return int(np.argmax(lesson.proves[order]))


def _proves(evidence: str, one: Candidate, consultant: Consultant) -> bool:
    """Whether a sentence holds the evidence, or is a part of it that says something."""
    words, proof = consultant.notice.text[one.start : one.end], comparable(evidence)
    said = comparable(words)
    return proof in said or (len(said) > _PLACES and said in proof)


if __name__ == "__main__":
    learning()
