"""Known questions with what a right answer says.

`cases/` holds those over the bundled notices, as YAML grouped by kind. A case states facts, not
sentences, so wording may change without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

from pydantic import field_validator

from bot.clock import parse_as_of
from bot.fault import InputFault
from eval.kinds import Kind
from eval.sheets import read_sheet, read_text, yaml_map
from knowledge.model import Frozen
from retrieval.model import Question, Reason, Turn

FOLDER = Path(__file__).parent / "cases"
_OF = re.compile(r"^of:", re.MULTILINE)


class Case(Frozen):
    """A question and what is known about its answer."""

    id: str
    kind: Kind = "value"
    question: str
    notice: str | None = None
    """Id of the notice that is asked, or None where the question itself must tell."""
    history: tuple[Turn, ...] = ()
    """Earlier turns, oldest first; in a file a question, or a question with what was chosen."""
    as_of: str
    expect: Literal["answered", "clarify", "not_stated", "out_of_scope"]
    reason: Reason | None = None
    """Why the notices are silent; None where several reasons are as good."""
    must_contain: tuple[tuple[str, ...], ...] = ()
    """The facts: of every inner list one string. In a file a single string may stand alone."""
    must_not_contain: tuple[str, ...] = ()
    evidence: str = ""
    """Words of the clause the answer stands in; empty where no clause proves it."""
    evidence_notice: str | None = None
    """The notice they stand in, if it is not `notice`."""
    paraphrase_of: str | None = None
    """Id of the case that asks the same in other words."""

    @field_validator("history", mode="before")
    @classmethod
    def _turns(cls, given: Any) -> Any:
        listed = given if isinstance(given, list) else []
        return [{"question": one} if isinstance(one, str) else one for one in listed]

    @field_validator("must_contain", mode="before")
    @classmethod
    def _choices(cls, given: Any) -> Any:
        listed = given if isinstance(given, list | tuple) else []
        return [each if isinstance(each, list | tuple) else [str(each)] for each in listed]

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
    return tuple(sorted(FOLDER.glob("*.yaml")))


def unseen_files() -> tuple[Path, ...]:
    """The files of cases over notices that do not come with saiwen."""
    return tuple(sorted((FOLDER / "unseen").glob("*.yaml")))


def read_cases(path: Path) -> tuple[Case, ...]:
    """Read a file of questions, or of the same questions in other words.

    Raises:
        InputFault: as `read_sheet`.
    """
    if path.suffix == ".yaml" and _OF.search(read_text(path)):
        return tuple(_reworded(path))
    return read_sheet(path, Case, "问题", "kind")


def _reworded(path: Path) -> Iterator[Case]:
    """`of` names the sheet beside it; `words` has, by the id of a case there, other words."""
    told = yaml_map(str(path), read_text(path))
    origins = {case.id: case for case in read_cases(path.with_name(f"{told['of']}.yaml"))}
    words: Mapping[str, Sequence[str]] = told.get("words", {})
    for origin, questions in words.items():
        if origin not in origins:
            raise InputFault(f"{path}：{told['of']} 里没有 {origin}")
        for number, question in enumerate(questions, start=1):
            update = {"id": f"{origin}p{number:02d}", "question": question}
            yield origins[origin].model_copy(update=update | {"paraphrase_of": origin})


def checked(cases: Sequence[Case], notices: Sequence[str]) -> None:
    """See that every notice that is asked is in the store.

    Raises:
        InputFault: one is not.
    """
    for case in cases:
        if case.notice is not None and case.notice not in notices:
            raise InputFault(f"{case.id}：库里没有编号为 {case.notice} 的通知")
