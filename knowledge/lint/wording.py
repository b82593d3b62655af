"""From a fault to the finding a person reads; severity and words stand in rules.yaml."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from knowledge.data import content
from knowledge.model import Citation, Finding
from knowledge.plain import squeeze

if TYPE_CHECKING:
    from collections.abc import Mapping

    from knowledge.lint.fault import Fault
    from knowledge.model import Notice


@cache
def rules() -> Mapping[str, Any]:
    """The rules by name: `severity`, `text`, `mend`."""
    found: Mapping[str, Any] = content("knowledge.lint", "rules.yaml")
    return found


def finding(notice: Notice, fault: Fault) -> Finding:
    """The fault in words, with the words of the notice it is about."""
    rule = rules()[fault.rule]
    return Finding(
        rule=fault.rule,
        path=fault.path,
        message=rule["text"].format(**{k: _plain(v) for k, v in fault.values.items()}),
        severity=rule["severity"],
        suggestion=rule["mend"],
        citation=_citation(notice, fault),
    )


def _plain(value: object) -> object:
    return squeeze(value) if isinstance(value, str) else value


def _citation(notice: Notice, fault: Fault) -> Citation | None:
    if fault.span is None:
        return None
    start, end = fault.span
    return Citation(
        notice=notice.id,
        label=notice.label,
        path=fault.path,
        quote=squeeze(notice.text[start:end]),
        start=start,
        end=end,
    )
