"""Known eligibility cases: a person, a notice, a day, and the verdict that is right.

`cases/verdicts/` holds those that come with saiwen, as YAML grouped by notice; a notice that is not
in the store is read from `notices/` beside the file, with rules drafted from its clauses.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from bot.batch import LineFault
from bot.checking import Load, check_line
from bot.clock import parse_as_of
from eval.figures import Figure, share_of
from eval.sheets import read_sheet
from knowledge.eligibility.model import Decision, Rules
from knowledge.model import Frozen, Notice

FOLDER = Path(__file__).parent / "cases" / "verdicts"
_OPPOSITE = {"eligible": "ineligible", "ineligible": "eligible"}


class PersonCase(Frozen):
    """A person and the verdict that is right, with the reason."""

    id: str
    notice: str
    track: str | None = None
    as_of: str
    person: dict[str, Any]
    expect: Decision
    why: str = ""
    """The reason in words, with the clause's."""
    missing: tuple[str, ...] = ()
    """Keys that must be among those asked for."""
    broken: str = ""
    """Words of the clause that bars the person."""


class Judgement(Frozen):
    """One verdict beside the one that is right."""

    id: str
    notice: str
    expect: Decision
    verdict: Decision | None
    """None: no verdict came."""
    faults: tuple[str, ...]
    why: str = ""
    """Why the expected one is right, with the clause's words."""

    @property
    def right(self) -> bool:
        """Whether the verdict is the one that was expected."""
        return self.verdict == self.expect

    @property
    def swapped(self) -> bool:
        """Whether a person who may was told they may not, or the reverse: the worst fault."""
        return self.verdict is not None and _OPPOSITE.get(self.expect) == self.verdict


def person_files() -> tuple[Path, ...]:
    """The files of cases that come with saiwen."""
    return tuple(sorted(FOLDER.glob("*.yaml")))


def read_person_cases(path: Path) -> tuple[PersonCase, ...]:
    """Read a file of cases.

    Raises:
        InputFault: as `read_sheet`.
    """
    return read_sheet(path, PersonCase, "案例", "notice")


def beside(path: Path, load: Load) -> Load:
    """`load`, but notices whose text lies in `notices/` beside the cases are read from there."""
    read: dict[str, tuple[Notice, Rules]] = {}

    def found(notice_id: str) -> tuple[Notice, Rules]:
        if notice_id not in read:
            file = path.parent / "notices" / f"{notice_id}.txt"
            own = file.is_file()
            read[notice_id] = drafted(notice_id, file.read_bytes()) if own else load(notice_id)
        return read[notice_id]

    return found


@lru_cache(maxsize=256)
def drafted(notice_id: str, data: bytes) -> tuple[Notice, Rules]:
    """A notice that is in no store, with the rules drafted from its clauses."""
    from knowledge.eligibility.drafting import draft_rules  # noqa: PLC0415 only for such notices
    from knowledge.notice import read_notice  # noqa: PLC0415 only for such notices

    notice = read_notice(notice_id, data, {})
    return notice, draft_rules(notice)


def judged(
    cases: Sequence[PersonCase], load: Load, show: Callable[[int, int], None]
) -> tuple[Judgement, ...]:
    """Judge every case as `saiwen check` does."""
    found = []
    for at, case in enumerate(cases):
        show(at, len(cases))
        found.append(_judgement(case, load))
    show(len(cases), len(cases))
    return tuple(found)


def _judgement(case: PersonCase, load: Load) -> Judgement:
    said: Mapping[str, Any]
    fields = case.model_dump(include={"id", "notice", "track", "as_of", "person"})
    try:
        said = check_line(fields, load, parse_as_of(case.as_of))
    except LineFault as fault:
        said = {"verdict": None, "findings": [], "missing": [], "fault": str(fault)}
    return Judgement(
        id=case.id,
        notice=case.notice,
        expect=case.expect,
        verdict=said["verdict"],
        why=case.why,
        faults=tuple(_faults(case, said)),
    )


def _faults(case: PersonCase, said: Mapping[str, Any]) -> list[str]:
    wrong = [said["fault"]] if "fault" in said else []
    if said["verdict"] != case.expect:
        causes = [f["rule"] for f in said["findings"] if f["outcome"] in {"not_met", "unknown"}]
        wrong.append(f"应为 {case.expect}，判为 {said['verdict']}（{'、'.join(causes) or '无'}）")
    wrong += [f"没有问 {key}" for key in case.missing if key not in said["missing"]]
    return wrong


def verdict_figures(found: Sequence[Judgement]) -> tuple[Figure, ...]:
    """What is said of a run: right, right by expected verdict, and not swapped."""
    by_verdict = dict.fromkeys(each.expect for each in found)
    return (
        share_of("right", [each.right for each in found]),
        *(share_of(f"right {v}", [e.right for e in found if e.expect == v]) for v in by_verdict),
        share_of("not swapped", [not each.swapped for each in found]),
    )
