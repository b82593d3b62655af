"""The card at the end of an interview: verdict, findings with clauses, what to do next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bot.layout import Line
from bot.wording import Card
from knowledge import lazy_re
from knowledge.eligibility.interview.told import told
from knowledge.eligibility.interview.topics import TRACK, Facts, by_fact, question
from knowledge.eligibility.model import Change, RuleFinding, Verdict
from knowledge.eligibility.unreviewed import rests_on_drafts, unmarked
from knowledge.model import Citation
from retrieval.model import Answer

_MARKS = {"not_met": "✗", "unknown": "？", "met": "✓"}
_HEAD = lazy_re.compile(r"[；。]")
_FITS, _NOTHING = "符合", "没有"
"""Reasons that say no more than that it fits, or that nothing of the kind has been said."""
OPEN_TO_ALL = frozenset({"other"})
"""Keys that only the organiser can settle."""


class Made(NamedTuple):
    """All that is on a card."""

    name: str
    date: str
    verdict: Verdict
    facts: Facts
    """What the person has said."""
    advice: Sequence[Answer]
    """What to prepare, from the desk."""


def card(made: Made, words: Card) -> tuple[Line, ...]:
    """The lines of the card; quotations stand below what they prove."""
    return tuple(_lines(made, words))


def _lines(made: Made, words: Card) -> Iterator[Line]:
    verdict = _once_marked(made.verdict)
    yield Line(words.title.format(name=made.name), "bold")
    yield Line(words.verdict.format(decision=decision(verdict, words)), "bold")
    if rests_on_drafts(made.verdict):
        yield Line(words.drafted, "bold")
    if said := told(made.facts):
        yield Line(words.told.format(told="；".join(said)))
    if verdict.verdict == "need_info" and (names := _missing(verdict)):
        yield Line(words.missing.format(names="、".join(names)))
    yield from _found(verdict.findings, "not_met", words.not_met)
    yield from _open(verdict, words)
    if verdict.would_change:
        changes = "，".join(_change(each, words) for each in verdict.would_change)
        yield Line(words.would_change.format(changes=changes))
    yield from _met(verdict, words)
    if verdict.verdict != "ineligible":
        yield from _advice(made.advice, words)
        yield from _remarks(verdict.findings, words)
    yield Line(words.closing.format(date=made.date, verdict_id=verdict.verdict_id), "italic")


def decision(verdict: Verdict, words: Card) -> str:
    """The verdict in words; what only the organiser can settle is said to be so."""
    if verdict.verdict == "need_info" and set(verdict.missing) <= OPEN_TO_ALL:
        return words.organiser
    return {
        "eligible": words.eligible,
        "ineligible": words.ineligible,
        "need_info": words.need_info,
    }[verdict.verdict]


def _missing(verdict: Verdict) -> list[str]:
    topics = (by_fact().get(key) for key in verdict.missing if key != TRACK)
    names = [topic.name for topic in topics if topic]
    return [question(TRACK).rstrip("？"), *names] if TRACK in verdict.missing else names


def _open(verdict: Verdict, words: Card) -> Iterator[Line]:
    """What is still open; beside a no that settles all only how much."""
    if verdict.verdict != "ineligible":
        yield from _found(verdict.findings, "unknown", words.unknown)
    elif count := sum(finding.outcome == "unknown" for finding in verdict.findings):
        yield Line(words.rest.format(count=count))


def _found(findings: Iterable[RuleFinding], outcome: str, heading: str) -> Iterator[Line]:
    own = [finding for finding in findings if finding.outcome == outcome]
    if own:
        yield Line(heading, "bold")
    for finding in own:
        yield Line(f"{_MARKS[outcome]} {finding.explanation}")
    yield from _cited(finding.citation for finding in own)


def _met(verdict: Verdict, words: Card) -> Iterator[Line]:
    """What is met, in short; beside a no not what nobody was asked about."""
    no = verdict.verdict == "ineligible"
    found = [(one, *_parted(one)) for one in verdict.findings if one.outcome == "met"]
    own = [each for each in found if not (no and each[2].startswith(_NOTHING))]
    if not own:
        return
    yield Line(words.met, "bold")
    for head, tail in dict.fromkeys((head, tail) for _, head, tail in own):
        more = "" if _FITS in tail or not tail else f"（{tail}）"
        yield Line(f"{_MARKS['met']} {head}{more}")
    yield from _cited(finding.citation for finding, _, _ in own)


def _parted(finding: RuleFinding) -> tuple[str, str]:
    """What is demanded, and how it stands with the person."""
    head, *tail = _HEAD.split(finding.explanation, maxsplit=1)
    return head, tail[0].rstrip("。") if tail else ""


def _once_marked(verdict: Verdict) -> Verdict:
    """Where every rule is a drafted one the mark on top says it for all of them."""
    own = [each for each in verdict.findings if each.citation is not None]
    if not own or any(unmarked(each.explanation) == each.explanation for each in own):
        return verdict
    cleared = (each.model_copy(update={"explanation": unmarked(each.explanation)}) for each in own)
    return verdict.model_copy(update={"findings": tuple(cleared)})


def _advice(answers: Sequence[Answer], words: Card) -> Iterator[Line]:
    if not answers:
        return
    yield Line(words.prepare, "bold")
    for text in dict.fromkeys(_answer(answer) for answer in answers):
        yield Line(f"· {text}")
    yield from _cited(citation for answer in answers for citation in answer.citations)


def _answer(answer: Answer) -> str:
    """An answer without the line that names its scope, which the card has as its title."""
    lines = answer.text.split("\n")
    return "\n".join(line for line in lines if not line.startswith("按："))


def _remarks(findings: Iterable[RuleFinding], words: Card) -> Iterator[Line]:
    own = dict.fromkeys(f.explanation for f in findings if f.outcome == "remark")
    if own:
        yield Line(words.remarks, "bold", quoted=True)
    for said in own:
        yield Line(f"· {said}", quoted=True)


def _cited(citations: Iterable[Citation | None]) -> Iterator[Line]:
    for citation in dict.fromkeys(each for each in citations if each is not None):
        quote = " ".join(citation.quote.split())
        yield Line(f"{citation.path}：“{quote}”", quoted=True)


def _change(change: Change, words: Card) -> str:
    if change.from_date is not None:
        to = f"{change.to:g}" if isinstance(change.to, (int, float)) else str(change.to)
        return words.from_date.format(date=change.from_date, to=to)
    if change.key in words.give_up:
        return words.give_up[change.key]
    said = told({change.key: change.to})
    return said[0] if said else _set_to(change, words)


def _set_to(change: Change, words: Card) -> str:
    """A fact nobody is asked for: what it is called and what it would have to be."""
    to = change.to
    if isinstance(to, bool):
        shown = words.affirmed if to else words.denied
    elif isinstance(to, float):
        shown = f"{to:g}"
    else:
        shown = "、".join(map(str, to)) if isinstance(to, (list, tuple)) else str(to)
    return words.set_to.format(name=words.names.get(change.key, change.key), to=shown)
