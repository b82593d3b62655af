"""The figures of a run, and what is held against them: the accepted ones in `accepted.json`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from pydantic import Field, TypeAdapter

from eval.scored import FITTING, Scored
from knowledge.model import Frozen

ACCEPTED = Path(__file__).with_name("accepted.json")


class Figure(Frozen):
    """A share: how many of how many."""

    name: str
    hit: int
    of: int

    @property
    def share(self) -> float:
        """Between 0 and 1; of nothing, 1."""
        return self.hit / self.of if self.of else 1.0


class Bar(Frozen):
    """A share that was reached, and by how much it may fall."""

    figure: float = Field(ge=0, le=1)
    tolerance: float = Field(ge=0, le=1)


Accepted = Mapping[str, Mapping[str, Bar]]
"""By the name of the file of cases, then of the figure."""


def figures(scored: Sequence[Scored]) -> tuple[Figure, ...]:
    """What is said of a run: right, right by expected status, and how well it is proven."""
    statuses = dict.fromkeys(each.expect for each in scored)
    return (
        share_of("right", (each.right for each in scored)),
        *(share_of(f"right {s}", (e.right for e in scored if e.expect == s)) for s in statuses),
        Figure(
            name="quotes verbatim",
            hit=sum(each.verbatim for each in scored),
            of=sum(each.quotes for each in scored),
        ),
        share_of("numbers proven", (not each.unproven for each in scored)),
        share_of("evidence cited", (e.evidence for e in scored if e.evidence is not None)),
        *further(scored),
    )


def further(scored: Sequence[Scored]) -> tuple[Figure, ...]:
    """What an answer is made of: its status, facts, values, citations, notice and reason."""
    told = [each for each in scored if each.other_notices is not None]
    return (
        share_of("status right", (each.status in FITTING[each.expect] for each in scored)),
        _less("facts stated", [(e.facts, len(e.lacking)) for e in scored]),
        _less("values apt", [(e.values, len(e.inapt)) for e in scored]),
        _less("citations apt", [(e.cited, len(e.beside)) for e in scored]),
        share_of("right notice", (not each.other_notices for each in told)),
        share_of("reason right", (not each.wrong_reason for each in scored if each.reason_known)),
    )


def _less(name: str, parts: Sequence[tuple[int, int]]) -> Figure:
    """All but the wrong ones."""
    of = sum(every for every, _ in parts)
    return Figure(name=name, hit=of - sum(wrong for _, wrong in parts), of=of)


def share_of(name: str, found: Iterable[bool]) -> Figure:
    """How many of the outcomes are true."""
    outcomes = tuple(found)
    return Figure(name=name, hit=sum(outcomes), of=len(outcomes))


def read_accepted(path: Path = ACCEPTED) -> Accepted:
    """Read the accepted figures; a misspelt key fails."""
    return TypeAdapter(dict[str, dict[str, Bar]]).validate_python(json.loads(path.read_bytes()))


def fallen(
    measured: Mapping[str, Sequence[Figure]], accepted: Accepted
) -> tuple[tuple[str, str, float, Bar], ...]:
    """The figures that fell by more than they may: (cases, figure, share now, what was accepted).

    An accepted figure that is not measured any more counts as fallen to 0.
    """
    found = []
    for cases, bars in accepted.items():
        shares = {figure.name: figure.share for figure in measured.get(cases, ())}
        for name, bar in bars.items():
            share = shares.get(name, 0.0)
            if share < bar.figure - bar.tolerance - 1e-9:
                found.append((cases, name, share, bar))
    return tuple(found)


TOLERANCES = {"quotes verbatim": 0.0, "right not_stated": 0.05, "evidence cited": 0.03}
"""By how much a figure may fall that is accepted for the first time; others by `_TOLERANCE`."""
_TOLERANCE = 0.02


def accept(
    measured: Mapping[str, Sequence[Figure]], path: Path = ACCEPTED, least: int = 20
) -> None:
    """Write down what was reached for the first time, and what rose.

    A figure that fell keeps its bar: who accepts a fall says so in the file, by hand. Sheets that
    did not run keep their figures.

    Args:
        measured: the figures of a run, by sheet.
        path: the file.
        least: a figure of fewer cases says too little to be held against anything.
    """
    known = {name: dict(bars) for name, bars in read_accepted(path).items()}
    for name, found in measured.items():
        before = known.get(name, {})
        known[name] = {
            f.name: Bar(
                figure=max(round(f.share, 4), before[f.name].figure if f.name in before else 0),
                tolerance=before[f.name].tolerance
                if f.name in before
                else TOLERANCES.get(f.name, _TOLERANCE),
            )
            for f in found
            if f.of >= least or f.name in before or f.name == "right"
        }
    data = {n: {f: bar.model_dump() for f, bar in bars.items()} for n, bars in known.items()}
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", "utf-8")
