"""The mark of verdicts that rest on rules drafted from the clauses and read by nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.eligibility.model import RuleFinding

if TYPE_CHECKING:
    from knowledge.eligibility.model import Rules, Verdict

MARK = "自动提取、未经人工核对"
_LEADING = "drafted"
"""Name of the finding in front, which no rule has."""
_LEAD = f"本通知有规则是{MARK}的，结论仅供参考；请以通知原文和主办方解释为准。"


def marked(verdict: Verdict, rules: Rules) -> Verdict:
    """The verdict with the mark in front and on each finding of a drafted rule."""
    drafted = {rule.id for rule in rules.rules if rule.drafted}
    if not drafted:
        return verdict
    lead = RuleFinding(
        rule=_LEADING, outcome="remark", strength="must", explanation=_LEAD, citation=None
    )
    findings = (lead, *(_with_mark(found, drafted) for found in verdict.findings))
    return verdict.model_copy(update={"findings": findings})


def rests_on_drafts(verdict: Verdict) -> bool:
    """Whether a verdict carries the mark."""
    return any(found.rule == _LEADING for found in verdict.findings)


def unmarked(explanation: str) -> str:
    """The words of a finding without the mark, for where it is said once for all."""
    return explanation.replace(f"（{MARK}）", "")


def _with_mark(found: RuleFinding, drafted: set[str]) -> RuleFinding:
    if found.rule.removesuffix("-boundary") not in drafted:
        return found
    return found.model_copy(update={"explanation": f"{found.explanation}（{MARK}）"})
