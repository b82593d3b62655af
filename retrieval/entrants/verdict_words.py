"""A verdict in words: what bars the way, what is open and what to tell next, with the clauses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from knowledge import lazy_re
from knowledge.eligibility.survey import ASK_ORGANISER
from knowledge.eligibility.verdict import Judged
from knowledge.plain import comparable
from retrieval.entrants.told import Told, questions
from retrieval.question.asked import Asked
from retrieval.reply import Piece
from retrieval.wording import say

_NUMBER = lazy_re.compile(r"\d+(?:\.\d+)?")
MAX_SHOWN = 3
MAX_NOTES = 2
MAX_ASKED = 2


def widest(quotes: Iterable[str]) -> list[str]:
    """Without the quotes that another one contains."""
    kept = dict.fromkeys(quotes)
    return [q for q in kept if not any(q != other and q in other for other in kept)]


def piece_of(told: Told, asked: Asked, doubt: str, *, exact: bool) -> Piece:
    """The answer of one set of rules; `doubt` is said first, days only of an `exact` birth date."""
    shown = _distinct(told.shown)[:MAX_SHOWN]
    own = _distinct(told.barred or told.shown)[:MAX_SHOWN]
    quotes = widest([item.citation.quote for item in own if item.citation])
    proof = comparable("".join(quotes)) + asked.plain
    notes = _notes(shown, proof, exact=exact)
    ending = _next(told)
    lead = _lead(told, ending)
    text = doubt + lead + "；".join(f"“{quote}”" for quote in quotes) + "。"
    why = dict.fromkeys(_why(item, proof) for item in shown if _needs_reason(item))
    text += "".join(why)
    besides = () if told.barred else told.others[:MAX_SHOWN]
    if besides:
        more, reasons = _besides(besides, asked)
        text, shown, why = text + more, [*shown, *besides], why | reasons
    drafted = say("drafted") if any(item.rule.drafted for item in shown) else ""
    text += "".join(notes) + drafted + ("" if ending in lead else ending)
    return Piece(
        text=text,
        citations=tuple(dict.fromkeys(item.citation for item in shown if item.citation)),
        computed=(doubt, lead, *why, *notes, "" if ending in lead else ending),
    )


def _distinct(items: Sequence[Judged]) -> list[Judged]:
    """Without those whose words stand within the words of another that says the same."""
    quotes = [item.citation.quote if item.citation else "" for item in items]
    kept = set(widest(quotes))
    return [
        item
        for item, quote in zip(items, quotes, strict=True)
        if quote in kept or item.result.outcome == "not_met" or item.result.notes
    ]


def _besides(others: Sequence[Judged], asked: Asked) -> tuple[str, dict[str, None]]:
    """What bars the way though the question did not ask for it: a deadline that has passed.

    And the parts of it that are no quotes.
    """
    quotes = widest([item.citation.quote for item in others if item.citation])
    proof = comparable("".join(quotes)) + asked.plain
    late = all(item.rule.check == "deadline" for item in others)
    lead = say("verdict.late" if late else "verdict.besides")
    why = dict.fromkeys(_why(item, proof) for item in others)
    said = lead + "；".join(f"“{quote}”" for quote in quotes) + "。" + "".join(why)
    return said, {lead: None, **why}


def _notes(shown: Iterable[Judged], proof: str, *, exact: bool) -> list[str]:
    """What is worth knowing of a boundary; days are reckoned from a birth date only."""
    notes = dict.fromkeys(note for item in shown for note in item.result.notes)
    return [note for note in notes if exact or _proven(note, proof)][:MAX_NOTES]


def _needs_reason(item: Judged) -> bool:
    """What bars the way, and what only the organiser can settle."""
    return item.result.outcome == "not_met" or ASK_ORGANISER in item.result.missing


def _lead(told: Told, ending: str) -> str:
    """What it comes to; what is still unknown (`ending`) is said before what is met."""
    if told.barred:
        strict = any(item.rule.strength == "must" for item in told.barred)
        return say("verdict.ineligible" if strict else "verdict.in_principle")
    if told.decision == "ineligible":
        return say("verdict.over_unsure" if told.open else "verdict.over")
    if told.open:
        return say("verdict.unsure")
    if told.decision == "eligible" or not ending:
        return say("verdict.eligible" if told.decision == "eligible" else "verdict.met")
    return say("verdict.so_far", question=ending)


def _next(told: Told) -> str:
    """What is still open, and what to tell next."""
    wanted = "".join(questions(told.wanted, MAX_ASKED if told.open else 1))
    if told.decision != "need_info" or not wanted:
        return ""
    return say("verdict.tell" if told.open else "verdict.open", question=wanted)


def _why(item: Judged, proof: str) -> str:
    """The reason in words; a number the quote and the question lack stays in the report."""
    demand, _, reason = item.result.explanation.partition("；")
    parts = [part for part in re.split(r"[，；。（）]", reason) if part and _proven(part, proof)]
    if not parts:
        return ""
    said = "，".join(parts)
    return f"{demand}，{said}。" if _proven(demand, proof) else f"{said}。"


def _proven(words: str, proof: str) -> bool:
    return all(number in _NUMBER.findall(proof) for number in _NUMBER.findall(comparable(words)))
