"""Whether the same question in other words gets the same answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from eval.interval import Estimate, estimate
from eval.scored import Scored
from knowledge.model import Frozen


class Paraphrased(Frozen):
    """A question and how its other words fared."""

    origin: str
    ways: int
    right: int
    same: int
    """As right as the question itself: same status, the same facts lacking."""
    wrong: tuple[str, ...]
    """The ways that went wrong, as they were asked."""

    @property
    def steady(self) -> bool:
        """Whether every way was answered alike."""
        return self.same == self.ways


def paraphrased(scored: Iterable[Scored]) -> Iterator[Paraphrased]:
    """Each question that was asked in other words."""
    listed = list(scored)
    origins = {each.id: each for each in listed}
    sets: dict[str, list[Scored]] = {}
    for each in listed:
        if each.paraphrase_of:
            sets.setdefault(each.paraphrase_of, []).append(each)
    for origin, ways in sets.items():
        yield Paraphrased(
            origin=origin,
            ways=len(ways),
            right=sum(each.right for each in ways),
            same=sum(_alike(each, origins.get(origin, ways[0])) for each in ways),
            wrong=tuple(each.question for each in ways if not each.right),
        )


def _alike(each: Scored, origin: Scored) -> bool:
    return (each.status, each.lacking, each.right) == (origin.status, origin.lacking, origin.right)


def consistency(sets: Sequence[Paraphrased]) -> dict[str, Estimate | None]:
    """Ways right, ways answered as the question itself, and questions all of whose ways are."""
    return {
        "每种问法答对": estimate([(each.right, each.ways) for each in sets]),
        "与原问题答得一样": estimate([(each.same, each.ways) for each in sets]),
        "所有问法都一样的问题": estimate([(float(each.steady), 1.0) for each in sets]),
    }
