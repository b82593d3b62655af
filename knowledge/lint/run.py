"""All checks over one notice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.lint.ages import ages
from knowledge.lint.attached import attached
from knowledge.lint.calendar import calendar
from knowledge.lint.deadlines import deadlines
from knowledge.lint.differing import differing
from knowledge.lint.doc_numbers import doc_numbers
from knowledge.lint.emails import emails
from knowledge.lint.fault import Check, Fault, Material
from knowledge.lint.names import names
from knowledge.lint.numbering import numbering
from knowledge.lint.phones import phones
from knowledge.lint.repeats import repeats
from knowledge.lint.shares import shares
from knowledge.lint.sizes import sizes
from knowledge.lint.sums import sums
from knowledge.lint.weights import weights
from knowledge.lint.wording import finding

if TYPE_CHECKING:
    from knowledge.model import Finding, Notice

CHECKS: tuple[Check, ...] = (
    numbering, attached, names, calendar, deadlines, differing, doc_numbers, phones, emails, ages,
    shares, sizes, repeats, sums, weights,
)  # fmt: skip


def lint(notice: Notice) -> tuple[Finding, ...]:
    """Everything found wrong with `notice`, in the order it stands in; nothing on a clean one."""
    material = Material(notice)
    faults = [fault for check in CHECKS for fault in check(material)]
    faults.sort(key=_place)
    unique = {(f.rule, f.path, f.span): f for f in faults}
    return tuple(finding(notice, fault) for fault in unique.values())


def _place(fault: Fault) -> tuple[int, str]:
    return (fault.span[0] if fault.span else 0, fault.rule)
