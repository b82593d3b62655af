"""Which competition a loosely named question is put to, among many: `python -m eval.naming`.

`cases/naming/` holds the questions; every notice of `cases/verdicts/notices` and every bundled one
is known at once, more than a bot usually has.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Literal

import click

from bot.clock import parse_as_of
from eval.persons import FOLDER as VERDICTS
from eval.persons import drafted
from eval.sheets import read_sheet
from knowledge.bundled import bundled
from knowledge.catalogue.relations import related
from knowledge.model import Frozen
from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question

FOLDER = Path(__file__).parent / "cases" / "naming"
Outcome = Literal["right", "more", "fewer", "none", "wrong"]
"""More or fewer notices than are meant, none of them at all, or another one."""


class NamingCase(Frozen):
    """A question and the notices that its words fit."""

    id: str
    fits: str
    """`one`, `several` or `none`."""
    question: str
    as_of: str
    notices: tuple[str, ...]


class Named(Frozen):
    """What a question was put to."""

    case: NamingCase
    found: tuple[str, ...]

    @property
    def outcome(self) -> Outcome:
        """How that compares with what is meant."""
        meant, found = set(self.case.notices), set(self.found)
        if found == meant:
            return "right"
        if not found:
            return "none"
        if meant < found:
            return "more"
        return "fewer" if found < meant else "wrong"


def naming_cases() -> tuple[NamingCase, ...]:
    """Every question of the folder."""
    sheets = sorted(FOLDER.glob("*.yaml"))
    return tuple(c for path in sheets for c in read_sheet(path, NamingCase, "问题", "fits"))


@lru_cache(maxsize=1)
def desk_of_all() -> Desk:
    """A desk that knows every notice of the verdict cases, and the bundled ones."""
    files = sorted((VERDICTS / "notices").glob("*.txt"))
    others = [drafted(path.stem, path.read_bytes())[0] for path in files]
    own = [read_notice(s.id, s.data, s.confirmed) for s in bundled()]
    known = {n.id for n in own}
    return Desk(related([*own, *(n for n in others if n.id not in known)]))


def named(desk: Desk, cases: Iterable[NamingCase]) -> Iterator[Named]:
    """Put each question; parts of a notice count as the notice."""
    for case in cases:
        as_of: datetime = parse_as_of(case.as_of)
        found = desk.meant(Question(text=case.question, as_of=as_of))
        yield Named(case=case, found=found)


def table(found: Iterable[Named]) -> str:
    """The outcomes by how many notices fit."""
    counts: Counter[tuple[str, Outcome]] = Counter((n.case.fits, n.outcome) for n in found)
    return "\n".join(_row(fits, counts) for fits in ("one", "several", "none"))


def _row(fits: str, counts: Mapping[tuple[str, Outcome], int]) -> str:
    own = {outcome: n for (of, outcome), n in counts.items() if of == fits}
    rest = "，".join(f"{o} {n}" for o, n in sorted(own.items()) if o != "right")
    return f"{fits}: {own.get('right', 0)}/{sum(own.values())}（{rest}）"


@click.command()
@click.option("--wrong", is_flag=True, help="列出没有认对的问题 / list those not recognised")
def main(wrong: bool) -> None:  # noqa: FBT001  click passes flags by name
    """说得含糊的竞赛名称认对了多少 / how many loosely named competitions are recognised."""
    found = tuple(named(desk_of_all(), naming_cases()))
    click.echo(table(found))
    for each in found if wrong else ():
        if each.outcome != "right":
            click.echo(f"{each.outcome}\t{each.case.question}\t{each.case.notices}\t{each.found}")


if __name__ == "__main__":
    main()
