"""去年拿了甲赛项一等奖，今年换乙赛项: which track is entered now, and which one was won before."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from knowledge import lazy_re
from knowledge.model import Notice, Track
from retrieval.question.mentions import TrackNames

_PARTS = lazy_re.compile(
    r"[，,。；;！!？?]|(?<=[了过奖名])\s*(?=今年|这次|这届|这回|本届|现在|改|换|想|再)"
)
_WON = lazy_re.compile(
    r"(拿|获|得|夺|当|评)(了|过|到|上)?[^，,。]{0,10}(奖|名|冠军|亚军|季军|能手)"
    r"|(去年|前年|上一?届|往届|20\d\d年)[^，,。]{0,14}(奖|第[一二三\d]名?|冠军|亚军|季军)"
)
_PRIZE = lazy_re.compile(r"奖|名|冠军|亚军|季军")


@lru_cache(maxsize=64)
def _names(tracks: tuple[Track, ...]) -> TrackNames:
    """The names of a notice's tracks, which many questions are looked through for."""
    return TrackNames(tracks)


def now_and_before(text: str, notice: Notice) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The tracks (ids) a question (comparable) wishes to enter and those it won something in.

    Both are empty where it does not name each in words of its own.
    """
    names = _names(notice.tracks)
    now: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    for part in filter(None, _PARTS.split(text)):
        ids = names.find(part).ids
        if ids and _WON.search(part):
            before = ids
        elif ids:
            now = ids
    return (now, before) if now and before else ((), ())


def without_entered(text: str, notice: Notice, *, kinds: bool = False) -> str:
    """A question without the track it wishes to enter: 报快递员 tells no occupation.

    `kinds`: without any name of a track that nobody says to be (快递员要不要证).
    """
    for name in _names(notice.tracks).all():
        if name in text:
            text = _kind(name).sub("", text) if kinds else _entered(name).sub(r"\g<verb>", text)
    return text


@lru_cache(maxsize=512)
def _entered(name: str) -> re.Pattern[str]:
    """A track with the word that enters it."""
    return lazy_re.compile(f"(?P<verb>报名?|比|选|参加|参赛){re.escape(name)}")


@lru_cache(maxsize=512)
def _kind(name: str) -> re.Pattern[str]:
    """A track that nobody says to be."""
    return lazy_re.compile(f"(?<![是当做干名个]){re.escape(name)}")


def won_in(facts: Mapping[str, Any], notice: Notice, before: tuple[str, ...]) -> dict[str, Any]:
    """The facts with the track of each prize that names none: 第一名 becomes 电工第一名."""
    names = [t.name for t in notice.tracks if t.id in before]
    if len(names) != 1 or "honours" not in facts:
        return dict(facts)
    find = _names(notice.tracks).find
    honours = [
        f"{names[0]}{one}" if _PRIZE.search(one) and not find(one).ids else one
        for one in facts["honours"]
    ]
    return {**facts, "honours": honours}
