"""Facts of a person put in the place of others: 要是调去贵阳呢, 记错了 是去年10月开始交的."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from knowledge import lazy_re
from knowledge.eligibility.facts import facts_from_words
from retrieval.entrants.personal import OF_ENTRY, personal
from retrieval.question.asked import asked
from retrieval.question.lexicon import Words

_LONGEST = 300
"""So much is told of one person at most."""
_IF = lazy_re.compile(r"^(?:那|可)*(?:如果|要是|假如|要|换成|改成)(?:说|我|他|她)*")
_WRONG = lazy_re.compile(
    r"^(?:哦|噢|啊|呃|嗯|哎|等等|[,，])*(?:不对|不是|(?:我)?(?:记|说|搞|算|看|打|写)错了?)"
    r"(?:[,，](?:我)?(?:记|说|搞|算|看|打|写)错了?)?[,，]"
)
_END = lazy_re.compile(r"(?:的话)?呢?[?？]?$")
_CLAUSE = lazy_re.compile(r"[,，。;；]")
_TOPIC = lazy_re.compile("社保|五险|养老保险|工龄|教龄|劳动合同|证书")
"""What a correction does not name again."""


def told_otherwise(text: str, before: str, words: Words, year: int) -> str | None:
    """The question whether a person may take part, with what a turn tells in place of the old.

    None where the turn neither supposes nor corrects, or tells nothing that was told before;
    `text` and `before` are without the names of competition, track and group; `year` is the
    current one, from which 去年 counts.
    """
    supposed, corrected = _IF.search(text), _WRONG.search(text)
    lead = corrected or supposed
    if lead is None or not before or len(before) > _LONGEST or words.forms(text):
        return None
    if not personal(asked(before, words), words):
        return None
    rest, told = _END.sub("", text[lead.end() :]), _CLAUSE.split(before)
    day = date(year, 12, 31)
    if corrected and not _facts(rest, day):
        topics = [found[0] for clause in told if (found := _TOPIC.search(clause))]
        rest = f"{topics[0]}{rest}" if topics else rest
    return _instead(rest, told, day)


def _instead(rest: str, told: Sequence[str], day: date) -> str | None:
    new = _facts(rest, day)
    kept = [clause for clause in told if not new & _facts(clause, day)]
    return "，".join((rest, *kept)) if new and 0 < len(kept) < len(told) else None


def _facts(clause: str, day: date) -> set[str]:
    return set(facts_from_words(clause, day).person) - OF_ENTRY
