"""The rules of many notices, each read when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from knowledge.eligibility.model import Rules
from knowledge.eligibility.rules import RulesError
from retrieval.storage.entry import Entry
from retrieval.storage.ruling import rules_of


class HeldRules(Mapping[str, Rules]):
    """The rules of notices by id, written or drafted; faulty ones are no rules.

    To go through all of them, or to count them, reads all.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = {entry.notice.id: entry for entry in entries}
        self._read: dict[str, Rules | None] = {}

    def __getitem__(self, notice: str) -> Rules:
        """The rules of a notice; raises KeyError where it has none."""
        if notice not in self._read:
            self._read[notice] = _sound(self._entries[notice])
        rules = self._read[notice]
        if rules is None:
            raise KeyError(notice)
        return rules

    def __iter__(self) -> Iterator[str]:
        """The notices that have rules."""
        return (notice for notice in self._entries if notice in self)

    def __len__(self) -> int:
        """How many have rules."""
        return sum(1 for _ in self)


def _sound(entry: Entry) -> Rules | None:
    try:
        return rules_of(entry)
    except RulesError:
        return None
