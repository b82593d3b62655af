"""Words left over in a sentence on who may enter: nothing but known words, or a state to be in.

Whatever says how somebody is, stands to a unit or came by something (已加入…, 与…建立…, 被聘为…)
counts as a condition although no pattern knows it, unless every word of it is a known one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.eligibility.drafting.grammar import data
from knowledge.eligibility.drafting.regions import area_words

if TYPE_CHECKING:
    from knowledge.model import Notice

_LEAST = 2
_SIGN = lazy_re.compile(r"[^一-龥A-Za-z]")


def states(segment: str, notice: Notice) -> bool:
    """Whether a segment says what somebody must be or have done, in words nobody knows.

    >>> states("已加入某组织的", notice), states("院校教师和学生", notice)  # doctest: +SKIP
    (True, False)
    """
    sheet = data("remainder.yaml")
    segment = re.sub(r"\((?:不?含|包括)[^()]*\)?", "", segment)
    if not re.search(sheet["state"], segment) or re.search(sheet["harmless"], segment):
        return False
    return len(_SIGN.sub("", _known(notice).sub("", segment))) >= _LEAST


@lru_cache(maxsize=64)
def _words(names: tuple[str, ...], area: str) -> re.Pattern[str]:
    own = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    known = data("remainder.yaml")["known"]
    return lazy_re.compile("|".join(filter(None, (own, area, known))))


def _known(notice: Notice) -> re.Pattern[str]:
    names = (*(track.name for track in notice.tracks), *notice.groups)
    return _words(tuple(name for name in names if name), area_words(notice))


_NAMING = lazy_re.compile(
    r"(?:参加|报名|报考|参赛|赛项|项目|工种|赛道|职业|组别|组|选手|人员|者|的|、|和|及|与)+|[(（][^()]*[)）]"
)


def only_names(segment: str, notice: Notice) -> bool:
    """Whether a segment is nothing but names of tracks and groups, as a heading is."""
    names = sorted({*(t.name for t in notice.tracks), *notice.groups} - {""}, key=len, reverse=True)
    if not any(name in segment for name in names):
        return False
    for name in names:
        segment = segment.replace(name, "")
    return not _SIGN.sub("", _NAMING.sub("", segment))
