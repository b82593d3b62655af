"""The kinds of faults: name, severity, words, from faults.yaml."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from knowledge.data import content
from knowledge.eligibility.unreviewed import MARK
from knowledge.eligibility.wording import STRENGTHS
from knowledge.roster.model import Fault

if TYPE_CHECKING:
    from knowledge.eligibility.model import Rule
    from knowledge.model import Citation


@cache
def table() -> Any:
    """The table, read once."""
    return content("knowledge.roster", "faults.yaml")


def plain_fault(sheet: str, kind: str, cells: Sequence[str], **values: object) -> Fault:
    """A fault of the roster itself, which no clause speaks of."""
    entry = table()["kinds"][kind]
    return Fault(
        sheet=sheet,
        cells=tuple(dict.fromkeys(cells)),
        severity=entry["severity"],
        rule=kind,
        message=entry["text"].format(**values),
        citation=None,
    )


def rule_fault(  # noqa: PLR0913, PLR0917 a fault is made of these
    entry: Mapping[str, Any],
    rule: Rule,
    citation: Citation | None,
    sheet: str,
    cells: Sequence[str],
    values: Mapping[str, object],
) -> Fault:
    """A rule of the notice that is not kept; `entry` is its line in the table."""
    known = {**rule.params, **values, "rule": rule.id}
    return Fault(
        sheet=sheet,
        cells=tuple(dict.fromkeys(cells)),
        severity=entry.get("severity", "error"),
        rule=str(entry["rule"]).format(**known),
        message=str(entry["text"]).format(**known) + _tail(rule),
        citation=citation,
    )


def _tail(rule: Rule) -> str:
    word = STRENGTHS[rule.strength]
    tail = str(table()["in_principle"]).format(word=word) if word else ""
    return tail + (f"（规则{MARK}）" if rule.drafted else "")
