"""A row of last days of which only the first is called one: 截止时间为10月9日，C赛道为10月12日."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge import lazy_re

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from knowledge.values.found import Found

_CUT = lazy_re.compile(r"截止|截至")
_WHOSE = lazy_re.compile(
    r"[,;、](?P<whose>[^,;。:\d\n]{1,16}?)(?:则?为|则?是|(?:顺|推)?延(?:长|迟)?至|推迟至|[:至])"
)
_BUSINESS = lazy_re.compile(
    r"时间|日期|日$|报到|考试|初赛|复赛|决赛|预赛|比赛|竞赛|公示|公布|审核|复核|培训|答辩|评审|开幕|闭幕"
)
"""What has a day of its own, and no last day."""


def continued(text: str, found: Iterable[Found]) -> Iterator[Found]:
    """The dates of a folded text in its order; those that go on a row of last days are such too.

    >>> from knowledge.values.found import Found
    >>> text = "报名截止时间为10月9日，C赛道为10月12日，决赛为11月2日".replace("，", ",")
    >>> days = [("deadline", 7, 12), ("date", 17, 23), ("date", 27, 32)]
    >>> told = (Found(kind, "", "报名截止时间", start, end) for kind, start, end in days)
    >>> [found.kind for found in continued(text, told)]
    ['deadline', 'deadline', 'date']
    """
    last: Found | None = None
    for each in sorted(found, key=lambda one: one.start):
        goes_on = last is not None and each.kind == "date" and _goes_on(text, last.end, each.start)
        one = each._replace(kind="deadline", label=last.label) if goes_on and last else each
        if one.kind == "deadline" and _CUT.search(one.label):
            last = one
        elif one.kind != "deadline":
            last = None
        yield one


def _goes_on(text: str, end: int, start: int) -> bool:
    """Whether between two days stands only for whom the second is."""
    whose = _WHOSE.fullmatch(text, end, start)
    return whose is not None and not _BUSINESS.search(whose["whose"])
