"""`python -m eval.learning`: what each sign of an answer counts, learned from known evidence.

Every question of the sheets names the words that prove its answer. The weights are those under
which the sentences with these words are likeliest among all of their notice (`eval.fitting`).
`--but SHEET` leaves a sheet out, with all questions on its notices, and says how often its evidence
comes first; `--write` puts the weights in place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click
import numpy as np

from eval.fitting import Fit, Lesson, fit, rank
from eval.known import Case, bundled_files, read_cases, unseen_files
from eval.unseen import with_unseen
from knowledge.bundled import bundled
from knowledge.notice import read_notice
from knowledge.plain import comparable
from retrieval.consult import Consultant
from retrieval.desk import Desk
from retrieval.learned import pairs
from retrieval.learned.candidates import Candidate
from retrieval.learned.features import NAMES
from retrieval.learned.traits import ASKS_FOR, of_candidate, of_question
from retrieval.learned.weights import FILE, Weight, Weights

_FOLDER = Path(__file__).parents[1] / "retrieval" / "learned"
_PLACES = 5
_OF_CONCEPTS = ("said", "above", "rare", "kinds", "other stages", "meant", "rare below best")
"""The numbers that are nothing where no concept is asked for."""


@click.command()
@click.option("--but", multiple=True, help="不拿来学、只拿来量的案例（文件名，不带 .yaml）。")
@click.option("--write", is_flag=True, help="把权重写进 retrieval/learned/。")
def learning(*, but: tuple[str, ...], write: bool) -> None:
    """从已知问题的依据学每个迹象、每对特征的权重；再量依据排在第几。"""
    sheets = {file.stem: read_cases(file) for file in (*bundled_files(), *unseen_files())}
    left = {name: list(lessons(sheets.pop(name))) for name in but}
    apart = {lesson.notice for each in left.values() for lesson in each}
    every = (each for cases in sheets.values() for each in lessons(cases))
    learned = [each for each in every if each.notice not in apart]
    found = fit([*learned, *map(unlearned, learned)])
    click.echo(f"学自 {len(learned)} 个问题：{told(learned, found)}")
    for name, own in left.items():
        click.echo(f"没学过的 {name}，{len(own)} 个问题：{told(own, found)}")
    if write:
        _written(found, "、".join(sheets))


def _written(found: Fit, learned_from: str) -> None:
    by_name = weights(found, learned_from)
    (_FOLDER / FILE).write_text(by_name.model_dump_json(indent=1) + "\n", "utf-8")
    made = pairs.packed(found.pairs, found.asked, found.told, learned_from)
    (_FOLDER / pairs.FILE).write_text(made.model_dump_json(indent=1) + "\n", "utf-8")


def lessons(cases: Iterable[Case]) -> Iterator[Lesson]:
    """Those of the questions that ask one thing of one notice and whose evidence stands there.

    Of the same questions in other words none: they are as many for a few answers.
    """
    given = [case for case in cases if case.evidence and case.paraphrase_of is None]
    desk = with_unseen(Desk([read_notice(n.id, n.data, n.confirmed) for n in bundled()]), given)
    assert isinstance(desk, Desk)
    traits: dict[str, list[frozenset[str]]] = {}
    for case in given:
        notice = case.evidence_notice or case.notice
        asked = [each for each in desk.sought(case.asked()) if each[0].notice.id == notice]
        if len(asked) == 1:  # of several, which one the words prove is not said
            consultant, sought = asked[0]
            grid, of = consultant.second.grid, consultant.notice.id
            proves = np.array([_proves(case.evidence, c, consultant) for c in grid.found])
            if proves.any():
                like = traits.setdefault(of, [of_candidate(c) for c in grid.found])
                numbers = grid.features(sought).astype(np.float64)
                yield Lesson(numbers, proves, of, of_question(sought.asked), like)


def unlearned(lesson: Lesson) -> Lesson:
    """The same question as if its words were no concepts.

    The lexicon knows the words of the questions that are learned from better than those of others.
    Every question is learned from in both ways, so that concepts count as much as they will tell.
    """
    numbers = lesson.features.copy()
    numbers[:, [NAMES.index(name) for name in _OF_CONCEPTS]] = 0.0
    asked = frozenset(name for name in lesson.asked if not name.startswith(ASKS_FOR))
    return lesson._replace(features=numbers, asked=asked)


def told(found: Sequence[Lesson], by: Fit) -> str:
    """How often a proving sentence is the first, among the first two, three and five."""
    ranks = [rank(lesson, by) for lesson in found]
    shares = (f"前 {n} 句 {np.mean([at < n for at in ranks]):.1%}" for n in (1, 2, 3, 5))
    return "，".join(shares)


def weights(found: Fit, learned_from: str) -> Weights:
    """As they stand in the package."""
    numbers = (found.mean, found.deviation, found.much)
    of = zip(NAMES, *(np.round(each, _PLACES).tolist() for each in numbers), strict=True)
    made = {n: Weight(mean=mean, deviation=much, much=by) for n, mean, much, by in of}
    return Weights(learned_from=learned_from, weights=made)


def _proves(evidence: str, one: Candidate, consultant: Consultant) -> bool:
    """Whether a sentence holds the evidence, or is a part of it that says something."""
    words, proof = consultant.notice.text[one.start : one.end], comparable(evidence)
    said = comparable(words)
    return proof in said or (len(said) > _PLACES and said in proof)


if __name__ == "__main__":
    learning()
