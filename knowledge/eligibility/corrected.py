"""A verdict under the corrections of a notice: the rules that hold, and what they rest on.

Drafted rules are drafted anew from the corrected words, so a moved deadline or a raised age counts.
A rule that people wrote is out of force where its words were corrected, and that is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.eligibility.model import RuleFinding, Rules, Verdict
from knowledge.eligibility.rules import load_rules
from knowledge.model import Citation
from knowledge.plain import squeeze

if TYPE_CHECKING:
    from knowledge.catalogue.relations.amended import Amended, Edit
    from knowledge.model import Notice

_RULE = "correction"


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
    findings: list[RuleFinding] = []
    remarks: dict[str, RuleFinding] = {}
    for finding in verdict.findings:
        if finding.citation is None:
            findings.append(finding)
            continue
        citation, edits = view.back(finding.citation)
        findings.append(finding.model_copy(update={"citation": citation}))
        remarks |= {edit.change.model_dump_json(): _remark(edit) for edit in edits}
    if not remarks:
        return verdict.model_copy(update={"findings": tuple(findings)})
    return verdict.model_copy(update={"findings": (*findings, *remarks.values())})


def _remark(edit: Edit) -> RuleFinding:
    change, by = edit.change, edit.by
    quote = squeeze(by.text[change.start : change.end])
    if change.kind == "replaced":
        said = f"原通知：{squeeze(edit.was)}；更正为：{squeeze(edit.words)}（{by.label}）。"
    else:
        said = f"{by.label}已取消“{squeeze(edit.was)}”。"
    return RuleFinding(
        rule=_RULE,
        outcome="remark",
        strength="must",
        explanation=said,
        citation=Citation(
            notice=by.id,
            label=by.label,
            path=change.path,
            quote=quote,
            start=change.start,
            end=change.end,
        ),
    )
