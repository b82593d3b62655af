"""Whom a sentence sends one to, and the card of that body: 提前3天联系后勤组 with its telephone.

Where it is asked how something is had, neither of the two is the whole answer alone.
"""

from __future__ import annotations

from knowledge import lazy_re
from retrieval.passages.rank import Scored
from retrieval.passages.units import Reading, Unit, pairs
from retrieval.question.asked import Asked

_SENDS = lazy_re.compile(
    r"(?:联系|向|咨询|告知|报告?)(?P<body>[\u4e00-\u9fff]{1,8}?(?:组|办|处|科|部|室|中心|办公室))(?!织)"
)
_CARD = lazy_re.compile(
    r"(?P<body>[\u4e00-\u9fff]{1,8}(?:组|办|处|科|部|室|中心|办公室))(?:[(（][^()（）]*[)）])?[:：]"
)
_HOW = frozenset({"how", "who"})


def sent_to(best: Scored, reading: Reading, asked: Asked) -> list[Scored]:
    """The card of the body the best sentence sends one to, or the sentence that sends to a card."""
    if not asked.forms & _HOW:
        return []
    sends, card = _SENDS.search(best.unit.plain), _CARD.match(best.unit.plain)
    if sends is not None and not _has_phone(best.unit):
        own = (u for u in reading.units if _has_phone(u) and _called(u, sends["body"]))
        return [Scored(unit, 0.0, 0.0) for unit in own][:1]
    if card is None or not _has_phone(best.unit):
        return []
    terms = {p for run in asked.content for p in pairs(run) if len(p) > 1}
    return [
        Scored(unit, 0.0, 0.0)
        for unit in reading.units
        if (m := _SENDS.search(unit.plain)) is not None
        and m["body"] == card["body"]
        and any(term in unit.plain for term in terms)
    ][:1]


def _called(unit: Unit, body: str) -> bool:
    """Whether a card is that of a body: 后勤组：邰老师."""
    card = _CARD.match(unit.plain)
    return card is not None and card["body"] == body


def _has_phone(unit: Unit) -> bool:
    return any(v.kind == "phone" for v in unit.values)
