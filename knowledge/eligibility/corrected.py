"""A verdict under the corrections of a notice: the rules that hold, and what they rest on.

Drafted rules are drafted anew from the corrected words, so a moved deadline or a raised age counts.
A rule that people wrote is out of force where its words were corrected, and that is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from knowledge.eligibility.model import RuleFinding, Rules, Verdict
from knowledge.eligibility.rules import load_rules
from knowledge.model import Citation
from knowledge.plain import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge.catalogue.relations.amended import Amended, Edit
    from knowledge.model import Notice

_RULE = "correction"


class InForce(NamedTuple):
    """A notice and its rules as the corrections of some day leave them, and the way back."""

    notice: Notice
    rules: Rules
    view: Amended

    @property
    def by(self) -> tuple[str, ...]:
        """The labels of the corrections that count."""
        return tuple(layer.edits[0].by.label for layer in self.view.layers)

    def published(self, citation: Citation | None) -> tuple[Citation | None, tuple[str, ...]]:
        """The words as they were published, and what was corrected in them: 原通知：…"""
        if citation is None:
            return None, ()
        led, edits = self.view.back(citation)
        return led, tuple(dict.fromkeys(_said(edit) for edit in edits))


def in_force(view: Amended, rules: Rules) -> InForce:
    """The corrected notice with the rules that hold for it."""
    if not view.layers:
        return InForce(view.notice, rules, view)
    return InForce(view.notice, redrafted(view.notice, rules) or rules, view)


def redrafted(notice: Notice, rules: Rules | None) -> Rules | None:
    """Rules for the corrected notice: drafted anew if they were drafted, else as written."""
    if rules is None or not any(rule.drafted for rule in rules.rules):
        return rules
    from knowledge.eligibility.drafting.written import (  # noqa: PLC0415 a fifth of a second
        drafted_text,
    )

    return load_rules(drafted_text(notice))


def published(verdict: Verdict, view: Amended) -> Verdict:
    """The verdict with published citations, and a remark for every correction it touches."""
    return verdict.model_copy(update={"findings": published_findings(verdict.findings, view)})


def published_findings(findings: Iterable[RuleFinding], view: Amended) -> tuple[RuleFinding, ...]:
    """The findings with published citations, and a remark for every correction they touch."""
    led: list[RuleFinding] = []
    remarks: dict[str, RuleFinding] = {}
    for finding in findings:
        if finding.citation is None:
            led.append(finding)
            continue
        citation, edits = view.back(finding.citation)
        led.append(finding.model_copy(update={"citation": citation}))
        remarks |= {edit.change.model_dump_json(): _remark(edit) for edit in edits}
    return (*led, *remarks.values())


def _remark(edit: Edit) -> RuleFinding:
    change, by = edit.change, edit.by
    quote = squeeze(by.text[change.start : change.end])
    return RuleFinding(
        rule=_RULE,
        outcome="remark",
        strength="must",
        explanation=_said(edit),
        citation=Citation(
            notice=by.id,
            label=by.label,
            path=change.path,
            quote=quote,
            start=change.start,
            end=change.end,
        ),
    )


def _said(edit: Edit) -> str:
    """What was printed and what holds now."""
    if edit.change.kind == "replaced":
        return f"原通知：{squeeze(edit.was)}；更正为：{squeeze(edit.words)}（{edit.by.label}）。"
    return f"{edit.by.label}已取消“{squeeze(edit.was)}”。"
