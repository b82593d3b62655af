"""Faults of a roster that rest on corrected words: the published clause, and what was corrected."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from knowledge.eligibility.corrected import InForce
    from knowledge.roster.audit import Audit
    from knowledge.roster.model import Fault


def published(done: Audit, held: InForce) -> Audit:
    """The audit with published citations; a message says what was corrected in its clause."""
    if not held.view.layers:
        return done
    return replace(done, faults=tuple(_published(fault, held) for fault in done.faults))


def _published(fault: Fault, held: InForce) -> Fault:
    citation, said = held.published(fault.citation)
    message = "".join((fault.message, *said))
    return fault.model_copy(update={"citation": citation, "message": message})
