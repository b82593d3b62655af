"""Decision trees of rules over the answers to questions.

A tree is a level (a rule kept, open or broken), or a question with a tree for each of its answers,
named by their places in its domain. Trees are reduced: a question whose answers all lead to the
same tree is not in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple, Union

KEPT, OPEN, BROKEN = 0, 1, 2
"""Levels; the level of a verdict is the highest of its rules."""

Answers = Mapping[str, int]
"""Places of answers by question."""


class Node(NamedTuple):
    """A question that decides."""

    key: str
    branches: tuple[Tree, ...]


Look = Callable[[Answers], tuple[int, "str | None"]]
"""The level of a rule under some answers, and a question it looked at that is not answered."""

Tree = Union[int, Node]  # noqa: UP007 a string stands in it while Node is not known


def node(key: str, branches: Sequence[Tree]) -> Tree:
    """The question, or the one tree all of its answers lead to."""
    first = branches[0]
    return first if all(branch == first for branch in branches) else Node(key, tuple(branches))


def given(tree: Tree, key: str, place: int) -> Tree:
    """The tree once a question is answered."""
    if isinstance(tree, int):
        return tree
    if tree.key == key:
        return tree.branches[place]
    branches = tuple(given(branch, key, place) for branch in tree.branches)
    return tree if branches == tree.branches else node(tree.key, branches)


def given_all(tree: Tree, answers: Answers) -> Tree:
    """The tree once several questions are answered."""
    for key, place in answers.items():
        tree = given(tree, key, place)
    return tree


def keys(tree: Tree) -> set[str]:
    """The questions in it."""
    if isinstance(tree, int):
        return set()
    return {tree.key}.union(*(keys(branch) for branch in tree.branches))


def reachable(trees: Sequence[Tree], level: int) -> bool:
    """Whether some answers keep all rules at `level` or below."""
    if any(isinstance(tree, int) and tree > level for tree in trees):
        return False
    left = [tree for tree in trees if isinstance(tree, Node)]
    if not left:
        return True
    key, branches = left[0]
    return any(
        reachable([given(tree, key, place) for tree in left], level)
        for place in range(len(branches))
    )


def decides(key: str, size: int, trees: Sequence[Tree]) -> bool:
    """Whether, for some answers to the other questions, two answers differ in the verdict.

    `size` is the number of answers to `key`.
    """
    for at, tree in enumerate(trees):
        if key not in keys(tree):
            continue
        others = sorted([*trees[:at], *trees[at + 1 :]], key=lambda other: isinstance(other, Node))
        parts = [given(tree, key, place) for place in range(size)]
        for answers, levels in outcomes(parts):
            if _turns(key, levels, [given_all(other, answers) for other in others]):
                return True
    return False


def _turns(key: str, levels: Sequence[int], others: Sequence[Tree]) -> bool:
    """Whether the others can stay low enough for the difference in `levels` to show."""
    return any(
        low <= level < max(levels)
        and reachable([given(other, key, place) for other in others], level)
        for place, low in enumerate(levels)
        for level in (KEPT, OPEN)
    )


def outcomes(parts: Sequence[Tree]) -> Iterator[tuple[dict[str, int], tuple[int, ...]]]:
    """The levels of several trees under all answers that tell them apart."""
    if all(part == parts[0] for part in parts):
        return
    open_ = next((part for part in parts if isinstance(part, Node)), None)
    if open_ is None:
        yield {}, tuple(part for part in parts if isinstance(part, int))
        return
    for place in range(len(open_.branches)):
        for answers, levels in outcomes([given(part, open_.key, place) for part in parts]):
            yield {open_.key: place, **answers}, levels


def differ(one: Sequence[Tree], other: Sequence[Tree]) -> bool:
    """Whether two sets of rules can come to different verdicts."""
    return _exceeds(one, other) or _exceeds(other, one)


def _exceeds(one: Sequence[Tree], other: Sequence[Tree]) -> bool:
    """Whether some answers bring `one` higher than `other`."""
    known = set(other)
    return any(
        reachable([given_all(each, answers) for each in other], level)
        for tree in one
        if tree not in known
        for answers, reached in leaves(tree)
        for level in range(reached)
    )


def leaves(tree: Tree) -> Iterator[tuple[dict[str, int], int]]:
    """The levels of a tree with the answers that lead there."""
    if isinstance(tree, int):
        yield {}, tree
        return
    for place, branch in enumerate(tree.branches):
        for answers, level in leaves(branch):
            yield {tree.key: place, **answers}, level


def grow(look: Look, sizes: Mapping[str, int], answers: Answers) -> Tree:
    """The tree of a rule; `look` tells its level under some answers and a question it looked at."""
    level, key = look(answers)
    if level == KEPT or key is None:
        return level
    return node(key, [grow(look, sizes, {**answers, key: at}) for at in range(sizes[key])])


def followed(look: Look, sizes: Mapping[str, int], share: float) -> int:
    """The leaf of the tree of a rule where every answer lies at that share of its domain."""
    answers: dict[str, int] = {}
    level, key = look(answers)
    while level != KEPT and key is not None:
        answers[key] = round(share * (sizes[key] - 1))
        level, key = look(answers)
    return level
