"""Faults that should be found, and what was: of rosters, and of notices themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from eval.figures import Figure, share_of
from knowledge.model import Frozen


class Checked(Frozen):
    """One case: its expected faults against the found ones, each in words."""

    id: str
    name: str
    expected: int
    missed: tuple[str, ...]
    extra: tuple[str, ...]
    """Found, but none."""

    @property
    def right(self) -> bool:
        """Whether every fault was found, and nothing else."""
        return not self.missed and not self.extra

    @property
    def faults(self) -> tuple[str, ...]:
        """What is wrong with the result."""
        return (*(f"没有发现 {m}" for m in self.missed), *(f"多报 {e}" for e in self.extra))


def compared(case_id: str, name: str, wanted: Iterable[str], found: Iterable[str]) -> Checked:
    """Expected faults against found ones, counted.

    >>> compared("1", "", ["id_length H2"], ["id_length H2", "phone_length I2"]).extra
    ('phone_length I2',)
    """
    due, come = Counter(wanted), Counter(found)
    return Checked(
        id=case_id,
        name=name,
        expected=due.total(),
        missed=tuple((due - come).elements()),
        extra=tuple((come - due).elements()),
    )


def checked_figures(found: Sequence[Checked]) -> tuple[Figure, ...]:
    """What is said of a run: cases right, faults found, and how much of what was said is one."""
    expected = sum(each.expected for each in found)
    hit = expected - sum(len(each.missed) for each in found)
    told = hit + sum(len(each.extra) for each in found)
    return (
        share_of("right", (each.right for each in found)),
        Figure(name="faults found", hit=hit, of=expected),
        Figure(name="no false alarm", hit=hit, of=told),
    )
