"""The next step of an interview: the most decisive question, with its answers, or the end.

Of the questions that can change the verdict the one is asked after which, on average over its
answers, the fewest are left (`fewest_left`). Over 60 invented people for each bundled notice that
takes 3.1 questions on average before the closing one, against 3.5 in the order of the topics or of
the checker; at worst 8 and 9.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from knowledge.eligibility.interview import trees
from knowledge.eligibility.interview.bars import bars
from knowledge.eligibility.interview.deciding import (
    Board,
    Interviewed,
    any_decides,
    deciding,
)
from knowledge.eligibility.interview.domains import ranges
from knowledge.eligibility.interview.known import Known
from knowledge.eligibility.interview.topics import (
    BARS,
    TRACK,
    Choice,
    question,
    topics,
    words,
)
from knowledge.eligibility.interview.watched import read, settled
from knowledge.model import Frozen

Order = Callable[[Sequence[str], Sequence[Board]], str]
"""Which of several deciding questions to ask."""


class Step(Frozen):
    """A question; `choices` may be empty where the answer is typed."""

    key: str
    question: str
    choices: tuple[Choice, ...] = ()
    example: str = ""
    left: int = 1
    """How many questions can still decide, this one included."""


def fewest_left(keys: Sequence[str], boards: Sequence[Board]) -> str:
    """The question after which the fewest are left; the earlier topic of equals."""
    return min(keys, key=lambda key: sum(_left(key, board) for board in boards))


def _left(key: str, board: Board) -> float:
    """Questions left on average over the answers; none once a rule is broken for good.

    Answers that come to the same count once: of numbers and dates there are any number.
    """
    size = len(board.domains.get(key, ()))
    touched = [tree for tree in board.trees if key in trees.keys(tree)]
    rest = set().union(*(trees.keys(tree) for tree in board.trees if tree not in touched))
    after = [tuple(trees.given(tree, key, place) for tree in touched) for place in range(size)]
    if size and topics()[key].kind in {"number", "birth"}:
        after = list(dict.fromkeys(after))
    counts = [
        0 if trees.BROKEN in then else len(rest.union(*map(trees.keys, then))) for then in after
    ]
    return sum(counts) / len(counts) if counts else len(rest)


def next_step(about: Interviewed, known: Known, order: Order = fewest_left) -> Step | None:
    """The next question, or None when nothing more can change the verdict."""
    boards = about.boards(known)
    keys = deciding(boards, known)
    if TRACK in keys:
        return _which_track(about, len(set(keys)))
    if keys:
        ready = [key for key in keys if topics()[key].after not in keys]
        return _asked(order(ready, boards), boards, known, len(keys))
    facts = settled(known.facts)
    for board in boards:
        if lacking := about.lacking(board, facts):
            return _asked(lacking[0], boards, known, 1)
    return _closing(about, known, boards)


def undecided(about: Interviewed, known: Known) -> bool:
    """Whether there is a next question at all; a fraction of the work of finding the best one."""
    return any_decides(about, known) or next_step(about, known) is not None


def step_about(about: Interviewed, known: Known, key: str) -> Step:
    """A question about one topic, or the track, whether it decides or not: it is to be changed."""
    if key == TRACK:
        return _which_track(about, 1)
    boards = about.boards(known)
    if any(key in board.domains for board in boards):
        return _asked(key, boards, known, 1)
    topic = topics()[key]
    return Step(key=key, question=question(key), choices=topic.choices, example=topic.example)


def _which_track(about: Interviewed, left: int) -> Step:
    tracks = about.notice.tracks
    choices = tuple(Choice(label=one.name, facts={TRACK: one.id}) for one in tracks)
    return Step(
        key=TRACK, question=question(TRACK), choices=choices, example=tracks[0].name, left=left
    )


def _asked(key: str, boards: Sequence[Board], known: Known, left: int) -> Step:
    topic = topics()[key]
    board = next(board for board in boards if key in board.domains)
    said = question(key)
    if topic.kind == "birth" and set(topic.keys) & set(known.facts):
        said = words("exact_birth") + said
    return Step(
        key=key,
        question=said,
        choices=_choices(key, board),
        example=topic.example,
        left=left,
    )


def _choices(key: str, board: Board) -> tuple[Choice, ...]:
    topic, domain = topics()[key], board.domains[key]
    if topic.kind == "birth":
        return ()
    if topic.kind != "number":
        return domain

    def sign(place: int) -> list[trees.Tree]:
        return [trees.given(tree, key, place) for tree in board.trees]

    runs = [
        [float(domain[place].facts[key]) for place in places]
        for _, places in groupby(range(len(domain)), key=sign)
    ]
    return ranges(topic, runs)


def _closing(about: Interviewed, known: Known, boards: Sequence[Board]) -> Step | None:
    """The last question: what nobody has said so far and would turn the verdict."""
    facts = settled(known.facts)
    held = [(board.sheet, about.level(board.sheet, facts)) for board in boards]
    if BARS in known.passed or any(level == trees.BROKEN for _, level in held):
        return None
    silent = {
        key for passed in known.passed if (topic := topics().get(passed)) for key in topic.keys
    }
    turning = {
        bar.label: bar
        for sheet, level in held
        for bar in bars(sheet)
        if not set(bar.facts) & (set(facts) | silent)
        and about.level(sheet, {**facts, **read(bar.facts)}) > level
    }
    if not turning:
        return None
    none = Choice(label=words("no_bar"))
    return Step(key=BARS, question=question(BARS), choices=(none, *turning.values()))
