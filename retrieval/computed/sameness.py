"""Whether things are the same, and which comes first: the open question put to each of them.

是同一天吗 asks each for its day, 是一个老师吗 for its contact, 哪个先比 for when it is held; the
values found are shown and compared.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pydantic import Field

from knowledge import lazy_re
from knowledge.data import content
from knowledge.model import Frozen
from knowledge.numerals import CHINESE, arabic
from knowledge.plain import comparable
from retrieval.computed.days_between import asks_days, days_piece
from retrieval.question.lexicon import Words
from retrieval.reply import Piece, Reply
from retrieval.wording import say

_DATE = lazy_re.compile(r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日?")
_VALUE = lazy_re.compile(r"(\d+(?:\.\d+)?)(分钟|小时|%|周岁|岁|元|队|人|名|分|天|个)")
_EDITION = lazy_re.compile(r"第[一二三四五六七八九十\d]+届|首届")
_CELL = lazy_re.compile(r"(?:^|[,，])([^:：,，。；;]{1,12})[:：]([^:：,，。；;]{1,30})(?=$|[,，])")
_STRETCH = lazy_re.compile(r"[、，,；;。]")
_NAMED = lazy_re.compile(r"[^，。]{1,8}?(?:组(?!成|[织队建合])|赛项|项目|工种)(?=.)")
_HOW = lazy_re.compile(r"什么|啥|哪|不同|区别|差")
_LEADS = lazy_re.compile(r"^[，,、的里中]+|[，,、的是在会又]+$")
_PREMISE = lazy_re.compile(r"的话$|(?:的?时候?|之?后|以后)$|^(?:如果|要是|假如|万一|若)")
_TWO, _TIME = 2, "时间"
APART = "隔"
"""The order of a question for the days between two things."""
MOST_TRACKS = 6
"""Of more tracks than this no table of answers is made."""


class Forms(Frozen):
    """`sameness.yaml`, where each field is described."""

    same: str
    alike: str
    first: str
    guess: str
    asks: tuple[tuple[str, str], ...]
    does: Mapping[str, str] = Field(default_factory=dict)
    otherwise: str
    every: str
    and_: str = Field(alias="and")


@lru_cache(maxsize=1)
def forms() -> Forms:
    """The bundled forms."""
    return Forms.model_validate(content("retrieval.computed", "sameness.yaml"))


@dataclass(frozen=True)
class Opened:
    """The open question behind one for sameness."""

    ask: str
    """What is asked of each; with `every`, the whole question without the names of all."""
    sides: tuple[str, ...] = ()
    every: bool = False
    number: int | None = None
    """How many there are said to be."""
    order: str = ""
    """先 or 早: the earlier is asked for; 晚 or 后: the later; APART: the days between."""
    judges: bool = True
    """Whether it is asked if they are the same, not in what they differ."""
    premise: str = ""
    """What holds for both, said before them: 分数一样的话，…"""

    def questions(self, words: Words) -> tuple[tuple[str, str], ...]:
        """Each side's name and its question; what the last one says besides is asked of all."""
        first, last = self.sides
        if self.order == APART:  # 初赛 is a name here
            return tuple((n, f"{n}{self.ask}") for n in self.sides)
        second, tail = _cut(last, words)
        if not tail:  # 陶瓷报名截止和木作一样吗
            first, tail = _cut(first, words)
        names = [_LEADS.sub("", n) for n in (first, second)]
        ask = self.ask if tail or self.ask != _TIME else forms().otherwise
        return tuple((n, f"{n}{tail}{ask}{self.premise}") for n in names)

    def round(self, said: str, words: Words) -> str | None:
        """The name itself if days are asked between rounds or deadlines: 初赛离决赛几天."""
        found = words.asked(said) if self.order == APART else ()
        return (
            said
            if any(words.concepts[f.id].kinds or words.concepts[f.id].stage for f in found)
            else None
        )


def _cut(side: str, words: Words) -> tuple[str, str]:
    """The name and what is asked of it: 机器人焊接, 报名条件; 焊接, 评分比例."""
    if "的" in side[_TWO:-1]:
        at = side.index("的", _TWO)
        return side[:at], side[at + 1 :]
    starts = [f.start for f in words.asked(side) if f.start > 0 and f.id != "tracks"]
    named = _NAMED.match(side) if not starts else None  # 学生组算分方式
    cut = min(starts, default=named.end() if named else len(side))
    return side[:cut], side[cut:]


def opened(text: str) -> Opened | None:
    """The open question (plain text), if sameness or order is asked; None if anything else is.

    >>> opened("陶瓷和木作哪个先比").sides
    ('陶瓷', '木作')
    >>> opened("两个赛项报名截止是同一天吗").ask
    '报名截止时间'
    """
    if (apart := asks_days(text)) is not None:
        return Opened(apart.ask, (apart.one, apart.other), order=APART)
    found = _parted(text)
    if found is None:
        return None
    subject, ask, order, judges = found
    every = re.search(forms().every, subject)
    if every is not None:
        rest = _LEADS.sub("", subject[: every.start()] + subject[every.end() :])
        ask = ask if rest or ask != _TIME else forms().otherwise
        number = _number(every["number"])
        return Opened(f"{rest}{ask}", (), every=True, number=number, order=order, judges=judges)
    joints = list(re.finditer(forms().and_, subject))
    if len(joints) != 1:
        return None
    first, second = subject[: joints[0].start()], subject[joints[0].end() :]
    before, comma, own = first.rpartition(",")
    premise = _PREMISE.search(before) if comma else None
    sides = (_LEADS.sub("", own if premise else first), _LEADS.sub("", second))
    of_both = f",{before}" if premise else ""
    return Opened(ask, sides, order=order, judges=judges, premise=of_both)


def _parted(text: str) -> tuple[str, str, str, bool] | None:
    """What it is about, what is asked of each, which comes first, and if that is judged."""
    data = forms()
    text = re.sub(data.guess, "占多少" if "占" in text else "", text.rstrip("?？。!！啊呢"))
    if match := re.search(data.first, text):
        does = data.does.get(match["does"] or "", data.otherwise)
        return text[: match.start()], does, match["order"], True
    if match := re.search(data.same, text):
        ask = next((a for nouns, a in data.asks if re.fullmatch(nouns, match["noun"])), None)
        if ask is not None:
            return text[: match.start()], ask, "", True
    if match := re.search(data.alike, text):
        return text[: match.start()], "", "", not _HOW.search(match[0])
    return None


def _number(said: str) -> int | None:
    if said.isdigit():
        return int(said)
    return int(arabic(said)) if re.fullmatch(CHINESE, said) else None


def with_judgement(
    sides: Sequence[tuple[str, Reply]], asks: Opened, beside: Sequence[Reply]
) -> list[Reply]:
    """The replies set side by side, led by what follows from them where each says something."""
    told = [(name, reply.pieces[0]) for name, reply in sides if reply.status == "answered"]
    if len(told) != len(sides) or not beside or not asks.judges:
        return list(beside)
    lead = judged([name for name, _ in told], [piece for _, piece in told], asks.order)
    if lead is not None and lead.text == say("alike") and _told_more(sides):
        return list(beside)
    return _under(lead, beside)


def _told_more(sides: Sequence[tuple[str, Reply]]) -> bool:
    """Whether beside what is the same more is told of the sides, which differs."""
    return len({tuple(p.text for p in reply.pieces[1:]) for _, reply in sides}) > 1


def led(reply: Reply, asks: Opened) -> Reply:
    """A reply with a statement for each track, led by what follows from them."""
    scoped = [p for p in reply.pieces if p.scope]
    lead = judged([p.scope for p in scoped], scoped, asks.order) if asks.judges else None
    own = [p for p in reply.pieces if p.scope or lead is None]
    return _under(lead, [reply.model_copy(update={"pieces": tuple(own)})])[0]


def _under(lead: Piece | None, replies: Sequence[Reply]) -> list[Reply]:
    if lead is None:
        return list(replies)
    first = replies[0].model_copy(update={"pieces": (lead, *replies[0].pieces)})
    return [first, *replies[1:]]


def judged(names: Sequence[str], pieces: Sequence[Piece], order: str) -> Piece | None:
    """What follows from the values: the same, not the same, or which comes first."""
    if len(pieces) < _TWO:
        return None
    if order == APART:
        return days_piece(pieces)
    if order:
        return _ordered(names, pieces, order)
    told = [_values(text) for text in _own(names, pieces)]
    for kind in ("day", "edition", "%", *sorted({k for each in told for k in each})):
        own = [each.get(kind, frozenset()) for each in told]
        if all(own):
            if len({len(each) for each in own}) > 1:
                return None
            return _lead(say("alike" if len(set(own)) == 1 else "unlike"), pieces)
    return None


def _own(names: Sequence[str], pieces: Sequence[Piece]) -> list[str]:
    """What each says; of one sentence about all, what follows each name: 陶瓷12小时、木作18小时."""
    texts = [comparable(p.text) for p in pieces]
    starts = [texts[0].find(comparable(n)[:_TWO]) for n in names]
    if len(set(texts)) > 1 or min(starts) < 0 or len(set(starts)) < len(starts):
        return texts
    return [_STRETCH.split(texts[0][at:])[0] for at in starts]


def _values(text: str) -> dict[str, frozenset[str]]:
    """Days, amounts by unit and editions of a statement, and its cells."""
    found: dict[str, set[str]] = {}
    for _, month, day in _DATE.findall(text):
        found.setdefault("day", set()).add(f"{month}-{day}")
    for number, unit in _VALUE.findall(_DATE.sub("", text)):
        found.setdefault(unit, set()).add(number)
    for edition in _EDITION.findall(text):
        found.setdefault("edition", set()).add(edition)
    for label, value in _CELL.findall(text):
        found.setdefault(label, set()).add(value)
    return {kind: frozenset(values) for kind, values in found.items()}


def _ordered(names: Sequence[str], pieces: Sequence[Piece], order: str) -> Piece | None:
    days = [[(int(m), int(d)) for _, m, d in _DATE.findall(comparable(p.text))] for p in pieces]
    if not all(days):
        return None
    firsts = [min(each) for each in days]
    wanted = max(firsts) if order in {"晚", "后"} else min(firsts)
    if firsts.count(wanted) != 1:
        return _lead(say("alike"), pieces)
    name = names[firsts.index(wanted)]
    return _lead(say("later" if order in {"晚", "后"} else "earlier", name=name), pieces, name)


def _lead(text: str, pieces: Sequence[Piece], *names: str) -> Piece:
    citations = tuple(dict.fromkeys(c for p in pieces for c in p.citations))
    return Piece(text=text, citations=citations[:_TWO], computed=(text, *names))
