"""One answer, judged: what is right of it, and the reason of every score that is not full."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from eval.kinds import Kind
from knowledge.model import Frozen
from retrieval.model import Option, Reason, Status

SILENT = frozenset({"not_stated", "out_of_scope"})
FITTING: Mapping[str, frozenset[str]] = {
    "answered": frozenset({"answered", "partial"}),
    "clarify": frozenset({"clarify", "answered"}),  # answered: every case is listed
    "not_stated": frozenset({"not_stated", "partial"}),
    "out_of_scope": frozenset({"out_of_scope"}),
}


class Scored(Frozen):
    """One answer, judged; `faults` is empty if it is right."""

    id: str
    kind: Kind = "value"
    expect: str
    status: Status = "answered"
    question: str
    earlier: tuple[str, ...] = ()
    """The questions before it in the same chat."""
    text: str
    evidence_text: str = ""
    """The words that prove the answer, or the facts it should state; "" of silence without any."""
    faults: tuple[str, ...]
    quotes: int
    verbatim: int
    """How many of the quotes are."""
    unproven: tuple[str, ...]
    """Numbers of the text that stand in no quote, nor in the question or a competition's name."""
    evidence: bool | None
    """Whether a citation holds the evidence; None where the case names none, or it is not asked."""
    facts: int = 0
    """Expected facts, of an answer that gives some."""
    lacking: tuple[str, ...] = ()
    """Those it does not state."""
    values: int = 0
    """Typed values it states, where the proving clause is known."""
    inapt: tuple[str, ...] = ()
    """Those that stand neither in that clause nor among the facts."""
    cited: int = 0
    """Citations of an answer whose proving clause is known."""
    beside: tuple[str, ...] = ()
    """Paths of those that prove nothing that was asked."""
    other_notices: tuple[str, ...] | None = None
    """Notices cited that were not asked; None where more than one may be."""
    wrong_reason: Reason | Literal["none"] | None = None
    """The reason given for silence, where another one is known to be right."""
    reason_known: bool = False
    options: tuple[Option, ...] = ()
    unsettled: tuple[str, ...] = ()
    """Options that, once chosen, lead to another question back."""
    paraphrase_of: str | None = None
    seconds: float = 0.0
    """Wall time of the answer."""

    @property
    def right(self) -> bool:
        """Whether nothing is wrong with it."""
        return not self.faults

    @property
    def silent(self) -> bool:
        """Whether it gave no answer; a partial one counts as silent where silence was right."""
        return self.status in SILENT or (self.status == "partial" and self.expect == "not_stated")
