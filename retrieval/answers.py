"""What answers questions, and what stands around it: every desk looks the same from outside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from knowledge.eligibility.corrected import InForce
from knowledge.eligibility.model import Rules
from knowledge.model import Notice
from retrieval.model import Answer, Question


class Answers(Protocol):
    """A desk, or something around one."""

    @property
    def notices(self) -> Sequence[Notice]:
        """The notices it answers from."""

    @property
    def rules(self) -> Mapping[str, Rules]:
        """The rules of those notices that have some, by the notice's id."""

    def in_force(self, notice: str, as_of: datetime) -> InForce | None:
        """A notice and its rules as corrected by that day; None where it has no rules."""

    def answer(self, question: Question) -> Answer:
        """Answer one question."""


class Around:
    """Stands around a desk: its notices and rules are the desk's."""

    def __init__(self, desk: Answers) -> None:
        self._desk = desk

    @property
    def notices(self) -> Sequence[Notice]:
        """The notices it answers from."""
        return self._desk.notices

    @property
    def rules(self) -> Mapping[str, Rules]:
        """The rules of those notices that have some, by the notice's id."""
        return self._desk.rules

    def in_force(self, notice: str, as_of: datetime) -> InForce | None:
        """A notice and its rules as corrected by that day; None where it has no rules."""
        return self._desk.in_force(notice, as_of)
