"""Whom to ask on a matter: the line or row with a telephone, or the e-mail, that speaks of it.

叉车、系缆　生产部 晏工　139… is the line for 叉车; 加工、采茶 | 刀师傅 | 139… the row for 加工.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from knowledge.model import Value
from knowledge.plain import comparable, squeeze
from retrieval.passages.speaking_of import SpeakingOf
from retrieval.passages.units import Reading, pairs
from retrieval.question.asked import Asked
from retrieval.question.lexicon import Words
from retrieval.reply import Piece, Reply, cite

_CALLS = frozenset({"contact", "phone"})
_EMAIL = "email"
_SEVERAL = 2
_NAMED = 3
"""So many pairs of characters name a matter whole: 设备测试."""
_LONGEST = 80
"""A line longer than this is a sentence, no card."""


def card_reply(
    reading: Reading, asked: Asked, tracks: tuple[str, ...], words: Words, of: SpeakingOf
) -> Reply | None:
    """The one card whose words the question or its track has; None if none or several have.

    Else the one that speaks of what is asked: 平台技术支持 where a page does not open.
    """
    kind = "email" if _EMAIL in asked.concepts else "phone"
    if kind == "phone" and not _CALLS & set(asked.concepts):
        return None
    notice = reading.notice
    phones = [v for v in notice.values if v.kind == kind and "传真" not in v.label]
    lines = {_line(notice.text, v): v for v in phones}
    lines = {span: v for span, v in lines.items() if span[1] - span[0] <= _LONGEST}
    if len(lines) < _SEVERAL:
        return None
    names = [t.name for t in notice.tracks if t.id in tracks]
    spans = list(lines)
    cards = [comparable(notice.text[a:b]) for a, b in spans]
    others = {i for i, card in enumerate(cards) if of.others(card, tracks)}
    if kind == _EMAIL:  # 技术问题邮箱: the words of a concept tell whose address is meant
        asked = asked.model_copy(update={"content": (*asked.content, *asked.literal)})
    best = _best(cards, _terms(asked, names))
    if best is None:  # 设备测试出问题: what names a matter names whom to call for it
        best = _best(cards, _terms(asked, (*names, *asked.literal)), least=_NAMED)
    own = [card if i not in others else "" for i, card in enumerate(cards)]
    best = _speaking(own, asked, words) if best is None or best in others else best
    if best is None or best in others:
        return None
    start, end = spans[best]
    cited = cite(notice, lines[start, end].path, start, end)
    piece = Piece(text=squeeze(notice.text[start:end].replace("\t", "，")), citations=(cited,))
    return Reply(status="answered", notice=notice.id, pieces=(piece,), tracks=tracks, sure=1.0)


def _line(text: str, value: Value) -> tuple[int, int]:
    """The line the telephone stands in."""
    start = text.rfind("\n", 0, value.start) + 1
    end = text.find("\n", value.end)
    return start, end if end >= 0 else len(text)


def _terms(asked: Asked, names: Iterable[str]) -> frozenset[str]:
    """Pairs of characters of the question's own words and of the track it names."""
    own = [*asked.content, *map(comparable, names)]
    return frozenset(p for run in own for p in pairs(run) if len(p) > 1 and p.isalpha())


def _speaking(cards: list[str], asked: Asked, words: Words) -> int | None:
    """The card that alone speaks of what is asked besides whom to call."""
    wanted = set(asked.concepts) - _CALLS
    found = [i for i, card in enumerate(cards) if words.said(card) & wanted]
    return found[0] if len(found) == 1 else None


def _best(cards: list[str], terms: frozenset[str], least: int = 1) -> int | None:
    """The card that alone has most of the words not all cards have, and so many of them."""
    told = [{p for p in terms if p in card} for card in cards]
    common = {p for p, n in Counter(p for t in told for p in t).items() if n == len(cards)}
    scores = [len(t - common) for t in told]
    most = max(scores, default=0)
    return scores.index(most) if most >= least and scores.count(most) == 1 else None
