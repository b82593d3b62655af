"""How many days lie between two things of which each is asked apart: 焊接比钳工早截止几天.

`between` reads two dates of one sentence; here each thing has a sentence, or a row, of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from knowledge import lazy_re
from knowledge.plain import comparable
from retrieval.reply import Piece
from retrieval.wording import say

_DAYS = r"(?:了|出|着)?(?:几|多少|好多)个?(?:天|日)[呢啊呀]?$"
_WHAT = "报名截止|截止报名|报名结束|报名|截止|关|结束|停|比赛|比|考试|考|开始|开赛|开|办|举行|报到"
_BEFORE = lazy_re.compile(
    rf"^(?P<one>[^，,。？?]{{2,20}}?)(?:要|得)?比(?!赛|武)(?P<other>[^，,。？?]{{1,20}}?)的?(?:要|得|是)?"
    rf"(?:(?P<deed>{_WHAT})得?)?(?:早|晚|迟|先|后)了?(?P<does>{_WHAT})?{_DAYS}"
)
_BETWEEN = lazy_re.compile(
    r"^(?P<one>[^，,。？?]{2,16}?)(?:和|跟|与|到|离|距离?)(?P<other>[^，,。？?]{2,16}?)"
    rf"(?:之间|中间)?(?:相?差|相?隔|间隔|隔开)?{_DAYS}"
)
_NOW = lazy_re.compile(r"现在|今天|今日|目前|还有|还剩|倒计时")
_ASKS = "报名截止时间", "比赛时间"
_CLOSES = lazy_re.compile(r"截止|报名|关|停")
_DATE = lazy_re.compile(r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
_TO = lazy_re.compile(r"日[^，,。；;\d]{0,3}(?:至|到|—|–|-|~)")
_YEAR, _TWO = 2025, 2


class Apart(NamedTuple):
    """Two things, and what is asked of each to know its day."""

    one: str
    other: str
    ask: str


def asks_days(text: str) -> Apart | None:
    """The two things (plain text) of which is asked how many days they lie apart.

    >>> asks_days("焊接报名比钳工晚截止几天")
    Apart(one='焊接报名', other='钳工', ask='报名截止时间')
    >>> asks_days("离决赛还有几天") is None
    True
    """
    text = text.rstrip("?？")
    if "天" not in text[-_TWO:] or _NOW.search(text):
        return None
    if (match := _BEFORE.match(text)) is not None:
        said = f"{match['one']}{match['deed'] or ''}{match['does'] or ''}"
        return Apart(match["one"], match["other"], _ASKS[0 if _CLOSES.search(said) else 1])
    if (match := _BETWEEN.match(text)) is None:
        return None
    return Apart(match["one"], match["other"], "时间")


def days_piece(pieces: Sequence[Piece]) -> Piece | None:
    """The days between what two replies state, where each states one day or one stretch."""
    days = [_first(comparable(piece.text)) for piece in pieces]
    if len(days) != _TWO or None in days:
        return None
    first, last = sorted(day for day in days if day is not None)
    if first == last:
        return None
    names = {"first": _named(first), "last": _named(last), "days": str((last - first).days)}
    citations = tuple(dict.fromkeys(c for p in pieces for c in p.citations))
    text = say("worked.apart", **names)
    return Piece(text=text, citations=citations, computed=(text, *names.values()))


def _first(text: str) -> date | None:
    """The one day a text states, or the first of its only stretch of days."""
    found = list(_DATE.finditer(text))
    if not found or (
        len({m[0] for m in found}) > 1 and not (len(found) == _TWO and _TO.search(text))
    ):
        return None
    match = found[0]
    try:
        return date(int(match["year"] or _YEAR), int(match["month"]), int(match["day"]))
    except ValueError:
        return None


def _named(day: date) -> str:
    return f"{day.month}月{day.day}日"
