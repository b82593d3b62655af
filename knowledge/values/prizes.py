"""Which prize a number belongs to."""

from __future__ import annotations

from knowledge import lazy_re
from knowledge.values.labels import sentence_before

PRIZE = r"(?:特等奖|[一二三四五]等奖|[金银铜]奖|优胜奖|优秀奖|优秀组织奖|冠军|亚军|季军)"

_PRIZE = lazy_re.compile(PRIZE)
_BEHIND = lazy_re.compile(rf"[^,。;]{{0,8}}设置?({PRIZE})")
_OF_ALL = lazy_re.compile(r"获奖|总人数")
_REACH = 20
_OF_ALL_REACH = 16


def prize_at(text: str, start: int) -> str:
    """The prize a number speaks of: the nearest one before it, or the one `30%设优胜奖` names."""
    before = _PRIZE.findall(sentence_before(text, start)[-_REACH:])
    if before and not _OF_ALL.search(text[max(0, start - _OF_ALL_REACH) : start]):
        return str(before[-1])
    behind = _BEHIND.match(text, start)
    return behind[1] if behind else ""
