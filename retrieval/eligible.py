"""Yes/no questions about a person: the checker's verdict as an answer with the same citations.

What the question's facts decide is found by judging twice, with and without them: the findings
that differ are the ones the question is about.
"""

from __future__ import annotations

import re
from datetime import datetime

from knowledge.eligibility.facts import facts_from_words
from knowledge.eligibility.judge import judge
from knowledge.eligibility.model import RuleFinding, Rules, Verdict
from knowledge.eligibility.person import read_person
from knowledge.model import Citation, Notice
from retrieval.asked import Asked
from retrieval.lexicon import Words
from retrieval.reply import Piece, Reply
from retrieval.wording import say

_OTHER_FORMS = frozenset(
    {"how_many", "how_much", "how_long", "when", "where", "list", "who", "what", "which", "how"}
)
_FORMAL = frozenset({"groups", "entered_by_unit"})
_GRADUAL = frozenset({"within_retirement", "at_most", "age_at_least", "certificate_or_years"})
_ALONE = re.compile(r"单位|个人|自己|没工作|待业|失业|灵活就业|自由职业")
_DIGIT = re.compile(r"\d")
MAX_SHOWN = 3


def personal(asked: Asked, words: Words) -> bool:
    """Whether the question is if a person may take part, and about nothing else."""
    others = set(asked.concepts) - words.personal
    return words.asks_to_enter(asked.plain) and not others and not asked.forms & _OTHER_FORMS


def verdict_reply(
    notice: Notice, rules: Rules, asked: Asked, tracks: tuple[str, ...], as_of: datetime
) -> Reply | None:
    """The verdict on the person the question describes; None if it describes none."""
    facts = facts_from_words(asked.text).person
    if not facts:
        return None
    track = tracks[0] if len(tracks) == 1 else None
    verdict = judge(notice, rules, read_person(facts)[0], as_of, track)
    before = judge(notice, rules, read_person({})[0], as_of, track)
    told = _told(
        verdict,
        before,
        {r.id: r.check for r in rules.rules},
        alone=bool(_ALONE.search(asked.plain)),
    )
    if not told:
        return None
    touched = _open_clauses(verdict, before, {r.id for r in rules.rules if r.check in _GRADUAL})
    unsure = any(f.citation and (f.citation.path, f.citation.start) in touched for f in told)
    return _reply(notice, verdict, told, tracks, unsure=unsure)


def _told(
    verdict: Verdict, before: Verdict, checks: dict[str, str], *, alone: bool
) -> list[RuleFinding]:
    """The findings the facts decide, those that bar the way first."""
    known = {(f.rule, f.outcome, f.explanation) for f in before.findings}
    changed = [f for f in verdict.findings if (f.rule, f.outcome, f.explanation) not in known]
    barred = [f for f in changed if f.outcome == "not_met" and f.citation]
    if barred and all(checks.get(f.rule) in _FORMAL for f in barred) and not alone:
        return []
    if barred:
        return sorted(barred, key=lambda f: checks.get(f.rule) in _FORMAL)
    # that one has a unit or a group follows from who one is; it answers no question of itself
    met = [f for f in changed if f.outcome == "met" and checks.get(f.rule) not in _FORMAL]
    return [f for f in met if f.citation]


def _reply(
    notice: Notice,
    verdict: Verdict,
    told: list[RuleFinding],
    tracks: tuple[str, ...],
    *,
    unsure: bool,
) -> Reply:
    barred = told[0].outcome == "not_met"
    over = [f for f in verdict.findings if f.outcome == "not_met" and f.citation and f not in told]
    shown = (told + over)[:MAX_SHOWN]
    quotes = widest([f.citation.quote for f in told[:MAX_SHOWN] if f.citation])
    lead = say("verdict.unsure") if unsure and not barred else _lead(verdict, told, barred=barred)
    text = lead + "；".join(f"“{q}”" for q in quotes)
    text += "。" + "".join(_why(f) for f in shown if f.outcome == "not_met")
    if not barred and verdict.verdict == "need_info" and verdict.next_question:
        text += verdict.next_question if unsure else say("verdict.open")
    citations: list[Citation] = [f.citation for f in shown if f.citation]
    return Reply(
        status="answered",
        notice=notice.id,
        pieces=(Piece(text=text, citations=tuple(dict.fromkeys(citations))),),
        tracks=tracks,
        sure=1.0,
    )


def widest(quotes: list[str]) -> list[str]:
    """Without the quotes that another one contains."""
    kept = dict.fromkeys(quotes)
    return [q for q in kept if not any(q != other and q in other for other in kept)]


def _open_clauses(verdict: Verdict, before: Verdict, rules: set[str]) -> set[tuple[str, int]]:
    """Clauses of which the facts touch one of `rules` without settling it."""
    known = {(f.rule, f.explanation) for f in before.findings}
    return {
        (f.citation.path, f.citation.start)
        for f in verdict.findings
        if f.rule in rules
        and f.outcome == "unknown"
        and f.citation
        and (f.rule, f.explanation) not in known
    }


def _lead(verdict: Verdict, told: list[RuleFinding], *, barred: bool) -> str:
    if barred:
        strict = any(f.strength == "must" for f in told)
        return say("verdict.ineligible" if strict else "verdict.in_principle")
    if verdict.verdict == "ineligible":
        return say("verdict.over")
    return say("verdict.eligible" if verdict.verdict == "eligible" else "verdict.so_far")


def _why(finding: RuleFinding) -> str:
    """The reason in words; its numbers are the checker's own and stay in the checker's report."""
    _, _, reason = finding.explanation.partition("；")
    parts = [p for p in re.split(r"[，；。（]", reason) if p and not _DIGIT.search(p)]
    return f"{parts[0]}。" if parts else ""
