"""Facts of a person put in the place of others: 要是调去贵阳呢, 记错了 是去年10月开始交的."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from knowledge import lazy_re
from knowledge.eligibility.facts import facts_from_words
from knowledge.numerals import CHINESE
from retrieval.entrants.personal import OF_ENTRY, personal
from retrieval.question.asked import asked
from retrieval.question.lexicon import Words

_LONGEST = 300
"""So much is told of one person at most."""
_IF = lazy_re.compile(r"^(?:那|可)*(?:如果|要是|假如|要|换成|改成)(?:说|我|他|她)*")
_WRONG = lazy_re.compile(
    r"^(?:哦|噢|啊|呃|嗯|哎|等等|[,，])*(?:不对)*(?:不对|不是|(?:我)?(?:记|说|搞|算|看|打|写)错了?)"
    r"(?:[,，]*(?:我)?(?:记|说|搞|算|看|打|写)错了?)?[,，]*(?=是|应该|[,，]|[我他她]是|\d)[,，]*"
)
_COUNT = lazy_re.compile(
    r"(?<![\d.])(?P<n>\d+(?:\.\d+)?[万千百]?)(?![\d年月日号点届])[来多]?(?P<of>[\u4e00-\u9fff]?)"
    rf"|(?P<said>{CHINESE})(?P<measure>[间晚人个名队支天岁分])"
)
_BIRTH = frozenset({"birth_date", "age"})
_END = lazy_re.compile(r"(?:的话)?呢?[?？]?$")
_CLAUSE = lazy_re.compile(r"[,，。;；]")
_BORN = lazy_re.compile(
    r"^(?:应该|就|其实)?是?(?:在)?(?P<day>(?:19|20)?\d\d年(?:\d{1,2}月)?(?:\d{1,2}[日号])?)(?:的|份)?$"
)
"""是2013年3月, which a birth told before explains."""
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
    if lead is None or not before or len(before) > _LONGEST:
        return None
    if words.forms(text[lead.end() :] if corrected else text):  # of 不对不对 nothing is asked
        return None
    if not personal(asked(before, words), words):
        return None
    rest, told = _END.sub("", text[lead.end() :]), _CLAUSE.split(before)
    day = date(year, 12, 31)
    born = _BORN.match(rest) if corrected else None
    if born is not None and any(_BIRTH & _facts(clause, day) for clause in told):
        rest = f"{born['day']}生的"
    if corrected and not _facts(rest, day):
        topics = [found[0] for clause in told if (found := _TOPIC.search(clause))]
        rest = f"{topics[0]}{rest}" if topics else rest
    return _instead(rest, told, day)


def number_corrected(text: str, before: str) -> str | None:
    """The question before with the one number a turn corrects; None where it corrects none.

    >>> number_corrected("说错了,是35个人", "我们20个人住一晚多少钱")
    '我们35个人住一晚多少钱'
    >>> number_corrected("是35个人", "我们20个人住一晚多少钱") is None
    True
    """
    lead = _WRONG.search(text)
    new = [*_COUNT.finditer(text, lead.end())] if lead else []
    old = [*_COUNT.finditer(before)] if len(new) == 1 else []
    measured = [one for one in old if _measure(one) and _measure(one) == _measure(new[0])]
    old = measured or old
    if len(old) != 1:
        return None
    at = old[0].span("n" if old[0]["n"] else "said")
    return f"{before[: at[0]]}{new[0]['n'] or new[0]['said']}{before[at[1] :]}"


def _measure(number: re.Match[str]) -> str:
    return number["of"] or number["measure"] or ""


def _instead(rest: str, told: Sequence[str], day: date) -> str | None:
    new = _facts(rest, day)
    kept = [clause for clause in told if not new & _facts(clause, day)]
    return "，".join((rest, *kept)) if new and 0 < len(kept) < len(told) else None


def _facts(clause: str, day: date) -> set[str]:
    return set(facts_from_words(clause, day).person) - OF_ENTRY
