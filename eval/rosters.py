"""Known rosters: a table as text, and the faults that stand in it, cell by cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

from bot.checking import Load
from bot.clock import parse_as_of
from eval.expected import Checked, compared
from eval.sheets import read_sheet
from knowledge.eligibility.tracks import find_track
from knowledge.model import Frozen
from knowledge.roster.audit import audit
from knowledge.roster.load import read_roster

FOLDER = Path(__file__).parent / "cases" / "rosters"


class RosterFault(Frozen):
    """A fault at its cells."""

    cells: tuple[str, ...]
    rule: str
    severity: Literal["error", "warn", "confirm"]

    def words(self) -> str:
        """As it is compared and shown; the order of the cells does not matter."""
        return f"{self.rule} {'、'.join(sorted(self.cells))}（{self.severity}）"


class RosterCase(Frozen):
    """A roster and its faults."""

    id: str
    notice: str
    name: str
    """A sentence that says what is in it."""
    track: str | None = None
    as_of: str
    table: str
    """Lines of cells with commas between, the headings first."""
    faults: tuple[RosterFault, ...]


def roster_files() -> tuple[Path, ...]:
    """The files of cases that come with saiwen."""
    return tuple(sorted(FOLDER.glob("*.yaml")))


def read_rosters(path: Path) -> tuple[RosterCase, ...]:
    """Read a file of cases.

    Raises:
        InputFault: as `read_sheet`.
    """
    return read_sheet(path, RosterCase, "汇总表案例", "notice")


def audited(
    cases: Sequence[RosterCase], load: Load, show: Callable[[int, int], None]
) -> tuple[Checked, ...]:
    """Audit every roster as `saiwen roster` does."""
    found = []
    for at, case in enumerate(cases):
        show(at, len(cases))
        found.append(_audited(case, load))
    show(len(cases), len(cases))
    return tuple(found)


def _audited(case: RosterCase, load: Load) -> Checked:
    notice, rules = load(case.notice)
    track = find_track(notice, case.track) if case.track else None
    grids = read_roster(case.table.encode())
    done = audit(grids, notice, rules, parse_as_of(case.as_of), track=track)
    come = [
        RosterFault(cells=f.cells, rule=f.rule, severity=f.severity).words() for f in done.faults
    ]
    return compared(case.id, case.name, [each.words() for each in case.faults], come)
