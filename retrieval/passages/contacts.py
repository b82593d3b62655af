"""Which of several contacts is meant: 团委那边找谁, 小程序登不上打哪个电话.

Bodies are said in short (工信厅 for 工业和信息化厅) and matters stand in brackets behind a name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge import lazy_re
from knowledge.plain import comparable
from retrieval.passages.units import pairs
from retrieval.question.asked import Asked
from retrieval.question.lexicon import Words

_PHONE = lazy_re.compile(r"(?<!\d)1\d{2}-?\d{4}-?\d{4}(?!\d)|\d{3,4}[-—－]+\d{3,4}-?\d{4}")
_PIECE = lazy_re.compile(r"[^\n；;，,]*(?:[（(][^（）()]*[)）])?[^\n；;，,]*")
_BODY = lazy_re.compile(r"[委局厅会处部科院办室团心校司站所]")
_FOR = lazy_re.compile(
    r"[\u4e00-\u9fff]{2}组(?![委织长员])|投诉|监督|举报|纪检|技术|维修|报修|急救|报到|保险|住宿|系统|平台"
)
"""What one calls a number for; a person without any belongs to the body before."""
_LEAST, _NAMED, _LONGEST = 2, 3, 10
_TECHNICAL = "tech_support"


def pieces(text: str) -> tuple[str, ...]:
    """The stretches of a contact card that each have a telephone of their own.

    >>> pieces("联系人：安女士13900000001，白先生13900000002（系统问题）；邮箱：a@b.org")
    ('联系人：安女士13900000001', '白先生13900000002（系统问题）')
    """
    found = (m.group().strip() for m in _PIECE.finditer(text))
    return tuple(p for p in found if _PHONE.search(comparable(p)))


def meant(cards: Sequence[str], asked: Asked, words: Words) -> tuple[int, ...]:
    """Those of the cards the question is about; empty if it speaks of none or of all alike."""
    said = [_said(comparable(card), asked, words) for card in cards]
    most = max(said, default=0)
    found = tuple(i for i, n in enumerate(said) if n == most)
    return found if most and len(found) < len(cards) else ()


def of_body(cards: Sequence[str], asked: Asked) -> tuple[int, ...]:
    """The cards of bodies that the question, or the rest of its message, names by their end.

    Empty if it names none.
    """
    runs = [r for r in (*asked.content, *asked.aside) if len(r) >= _NAMED]
    plain = [comparable(card) for card in cards]
    said = [max((_body(run, card) for run in runs), default=0) for card in plain]
    return tuple(i for i, n in enumerate(said) if n >= _NAMED)


def names_body(card: str) -> bool:
    """Whether a card (comparable) says whose or for what it is, besides persons and numbers."""
    return _BODY.search(card) is not None or _FOR.search(card) is not None


def _said(card: str, asked: Asked, words: Words) -> int:
    """How much of what the question says of whom to call stands in a card."""
    runs = [r for r in asked.content if len(r) >= _LEAST] or [
        r for r in asked.aside if len(r) >= _LEAST
    ]
    own = {p for run in runs for p in pairs(run) if p.isalpha() and p in card}
    short = sum(_body(run, card) for run in runs)
    short += sum(len(m.said) for m in asked.meant if any(w in card for w in m.words if len(w) > 1))
    said = words.said(card)
    technical = _TECHNICAL in asked.concepts and _TECHNICAL in said
    about = [c for c in asked.concepts if c in said and c not in words.cards | words.sides]
    short += _LEAST * len(about)
    return max(len(own), short) + _LONGEST * technical


def _body(run: str, card: str) -> int:
    """How many characters of a run name a body of the card, the last one included; 0 if none do.

    人社局职建处 for 人力社保局职业能力建设处, whatever goes on behind it.
    """
    ends = [m.end() for m in _BODY.finditer(run)]
    run = run[: ends[-1]] if ends else ""
    if not _LEAST <= len(run) <= _LONGEST:
        return 0
    within = r"[\u4e00-\u9fff]{0,6}?".join(map(re.escape, run))
    return len(run) if re.search(within, card) else 0
