"""Known faults of notices themselves: of those that come with saiwen, and of made-up ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from pydantic import model_validator

from bot.checking import Load
from eval.expected import Checked, compared
from eval.sheets import read_sheet
from knowledge.lint import lint
from knowledge.model import Frozen, Notice
from knowledge.notice import read_notice

FOLDER = Path(__file__).parent / "cases" / "lint"


class LintFault(Frozen):
    """A fault and the clause it stands in."""

    rule: str
    path: str


class LintCase(Frozen):
    """A notice, by id or as text, and every fault of it."""

    id: str
    source: str
    """The group it stands in."""
    name: str
    as_of: str
    notice: str | None = None
    text: str | None = None
    faults: tuple[LintFault, ...]

    @model_validator(mode="after")
    def _one(self) -> LintCase:
        if (self.notice is None) == (self.text is None):
            raise ValueError("either notice or text")
        return self


def lint_files() -> tuple[Path, ...]:
    """The files of cases that come with saiwen."""
    return tuple(sorted(FOLDER.glob("*.yaml")))


def read_lints(path: Path) -> tuple[LintCase, ...]:
    """Read a file of cases.

    Raises:
        InputFault: as `read_sheet`.
    """
    return read_sheet(path, LintCase, "通知毛病的案例", "source")


def linted(
    cases: Sequence[LintCase], load: Load, show: Callable[[int, int], None]
) -> tuple[Checked, ...]:
    """Check every notice as `saiwen lint` does."""
    found = []
    for at, case in enumerate(cases):
        show(at, len(cases))
        wanted = [f"{each.rule} {each.path}" for each in case.faults]
        come = [f"{each.rule} {each.path}" for each in lint(_notice(case, load))]
        found.append(compared(case.id, case.name, wanted, come))
    show(len(cases), len(cases))
    return tuple(found)


def _notice(case: LintCase, load: Load) -> Notice:
    if case.text is not None:
        return read_notice(case.id, case.text.encode(), {})
    return load(str(case.notice))[0]
