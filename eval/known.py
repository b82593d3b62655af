"""Known questions with what a right answer says: files of one JSON object a line.

`cases/` holds those over the bundled notices. A case states facts, not sentences, so wording may
change without it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Literal, Protocol, TypeVar

from pydantic import ValidationError, field_validator

from bot.clock import parse_as_of
from bot.fault import InputFault
from knowledge.model import Frozen
from retrieval.model import Question, Turn

FOLDER = Path(__file__).parent / "cases"


class Case(Frozen):
    """A question and what is known about its answer."""

    id: str
    question: str
    notice: str | None = None
    """Id of the notice that is asked, or None where the question itself must tell."""
    history: tuple[Turn, ...] = ()
    """Earlier turns, oldest first; in a file a question, or a question with what was chosen."""
    as_of: str
    expect: Literal["answered", "clarify", "not_stated", "out_of_scope"]
    must_contain: tuple[tuple[str, ...], ...] = ()
    """Of every inner list one string."""
    must_not_contain: tuple[str, ...] = ()
    evidence: str = ""
    """Words of the clause the answer stands in; empty where no clause proves it."""
    evidence_notice: str | None = None
    """The notice they stand in, if it is not `notice`."""

    @field_validator("history", mode="before")
    @classmethod
    def _turns(cls, given: Any) -> Any:
        listed = given if isinstance(given, list) else []
        return [{"question": one} if isinstance(one, str) else one for one in listed]

    def asked(self) -> Question:
        """What to put to the desk."""
        return Question(
            id=self.id,
            text=self.question,
            as_of=parse_as_of(self.as_of),
            notice=self.notice,
            history=self.history,
        )


def bundled_files() -> tuple[Path, ...]:
    """The files of cases over the bundled notices."""
    return tuple(sorted(FOLDER.glob("*.jsonl")))


def unseen_files() -> tuple[Path, ...]:
    """The files of cases over notices that do not come with saiwen."""
    return tuple(sorted((FOLDER / "unseen").glob("*.jsonl")))


class Dated(Protocol):
    """A case that says for which moment it is put."""

    @property
    def as_of(self) -> str:
        """A date or an ISO time."""


_Dated = TypeVar("_Dated", bound=Dated)


def read_cases(path: Path) -> tuple[Case, ...]:
    """Read a file of questions.

    Raises:
        InputFault: as `read_sheet`.
    """
    return read_sheet(path, Case.model_validate_json, "问题")


def read_sheet(path: Path, read: Callable[[str], _Dated], what: str) -> tuple[_Dated, ...]:
    """Read a file of one case a line; `what` is what it should hold, in words.

    Raises:
        InputFault: the file cannot be read, or a line of it is no case; the message names it.
    """
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputFault(f"读不了 {path}：不是可读的 UTF-8 文件") from error
    numbered = [(n, line) for n, line in enumerate(lines, start=1) if line.strip()]
    cases = tuple(_case(path, number, line, read) for number, line in numbered)
    if not cases:
        raise InputFault(f"{path} 里没有{what}")
    return cases


def _case(path: Path, number: int, line: str, read: Callable[[str], _Dated]) -> _Dated:
    try:
        case = read(line)
        parse_as_of(case.as_of)
    except ValidationError as error:
        at = ".".join(str(part) for part in error.errors()[0]["loc"]) or "JSON"
        raise InputFault(f"{path} 第 {number} 行：{at} 有误或缺少") from error
    except ValueError as error:
        raise InputFault(f"{path} 第 {number} 行：{error}") from error
    return case


def checked(cases: Sequence[Case], notices: Sequence[str]) -> None:
    """See that every notice that is asked is in the store.

    Raises:
        InputFault: one is not.
    """
    for case in cases:
        if case.notice is not None and case.notice not in notices:
            raise InputFault(f"{case.id}：库里没有编号为 {case.notice} 的通知")
