"""The report of a run: its sections gathered, and written as JSON, Markdown and one page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from pydantic import ValidationError

from bot.fault import InputFault, reason
from eval.known import unseen_files
from eval.report import about, answers, people, speed
from eval.report.model import Report, Section
from eval.report.page import html, markdown
from eval.run import Run
from eval.scored import Scored

TITLE = "赛问评测报告"


def sections(run: Run) -> Iterator[Section]:
    """What the run itself says."""
    asked = run.asked()
    own = [each for each in asked if each.paraphrase_of is None]
    if own:
        outside = {file.stem for file in unseen_files()}
        unseen = [e for name, some in run.answers.items() if name in outside for e in some]
        yield answers.overall(own, unseen)
        yield answers.by_kind(own)
        yield answers.by_sheet(run.answers)
        yield answers.statuses(own)
    found: tuple[Section | None, ...] = (
        answers.ways(asked),
        people.verdicts(run.verdicts),
        people.audits(run.rosters, run.lint),
        speed.latency(run) if asked else None,
    )
    yield from (each for each in found if each)


def last(found: Sequence[Scored]) -> Iterator[Section]:
    """What is long and looked up: the worst cases."""
    if found:
        yield speed.worst(found)


def report_of(run: Run, extras: Iterable[Section] = ()) -> Report:
    """The report of a run; `extras` come before the worst cases."""
    return Report(
        title=TITLE,
        made_at=about.made_at(),
        version=about.version(),
        machine=about.machine(),
        sections=(*sections(run), *extras, *last(run.asked())),
    )


def read_section(path: Path) -> Section:
    """A section that was measured on its own and kept as JSON.

    Raises:
        InputFault: the file cannot be read, or holds no section.
    """
    try:
        return Section.model_validate_json(path.read_bytes())
    except OSError as error:
        raise InputFault(f"读不了 {path}：{reason(error)}") from error
    except ValidationError as error:
        raise InputFault(f"{path} 不是报告的一节；请用评测自己写出的 JSON") from error


def write(report: Report, folder: Path) -> tuple[Path, ...]:
    """Write the three forms of a report.

    Raises:
        InputFault: the folder cannot be written.
    """
    forms: dict[str, Callable[[], str]] = {
        "report.json": lambda: report.model_dump_json(indent=1) + "\n",
        "report.md": lambda: markdown(report),
        "report.html": lambda: html(report),
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, form in forms.items():
            (folder / name).write_text(form(), "utf-8")
    except OSError as error:
        raise InputFault(f"报告写不了：{reason(error)}") from error
    return tuple(folder / name for name in forms)
