"""How people speak of themselves: one pattern a fact, tried in this order on half-width text.

What a pattern takes is not seen by the later ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from knowledge.eligibility import reading
from knowledge.eligibility.data import table
from knowledge.eligibility.speech.ages import ages
from knowledge.eligibility.speech.base import Found, Pattern, pattern, says
from knowledge.eligibility.speech.deeds import deeds
from knowledge.eligibility.speech.entry import entry
from knowledge.eligibility.speech.standing import standing
from knowledge.eligibility.speech.where import places


def _identity(match: re.Match[str]) -> Found:
    read = reading.one_of("identity", match[0])
    implied = {
        key: value
        for word, facts in table("words.yaml")["identity_implies"].items()
        if word in match[0]
        for key, value in facts.items()
    }
    post = {"female_category": "worker"} if "工人" in match[0] else {}
    return {"identity": read, **implied, **post} if read else None


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(words, key=lambda word: (-len(word), word))


@cache
def patterns() -> tuple[Pattern, ...]:
    """All patterns, in the order in which they are tried."""
    names = table("words.yaml")
    identities = _longest_first(w for list_ in names["identity"].values() for w in list_)
    honours = "|".join(_longest_first(names["honours"]))
    return (
        *ages(),
        *deeds(honours),
        *standing(),
        *places(),
        *entry(),
        pattern(r"(?:非|不是|没有?)(?:在校|在职|在编)?(?:学生|职工|员工|教师|老师)", says()),
        pattern("|".join(map(re.escape, identities)), _identity),
    )
