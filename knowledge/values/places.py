"""Places: where a competition is held, where one reports, where an office is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.values.found import Context, Found

if TYPE_CHECKING:
    from collections.abc import Iterator

_PLACE = r"(?:[^,，。;；:\n、“”]|、(?=\d)){3,60}?"
_LABELLED = lazy_re.compile(
    rf"(?P<label>[\u4e00-\u9fff]{{0,6}}(?:地点|地址|赛场|场地|办公室(?=:[^,;。]{{0,12}}[楼室号])))(?::|为|在)(?P<place>{_PLACE}(?:\([^()]*\))?)(?=[,，。;；\n]|$)"
)
_HELD = lazy_re.compile(r"在(?P<place>[^,，。;；:\n、“”《》]{4,30}?)(?:举行|举办|进行比赛|召开)")
_SITED = lazy_re.compile(rf"(?P<label>办公室)?(?:设|安排)在(?P<place>{_PLACE})(?=[,，。;；\n]|$)")
_NO_PLACE = lazy_re.compile(
    r"(?:时间|方式|电话|比赛|竞赛|考试|考核|初赛|复赛|决赛|报到|培训|报名|邮箱|联系人|网址)$|^承办(?:单位|院校|方)$"
)
_OPEN = lazy_re.compile(r"另行|待定|通知|详见|见附件|确定|自定|原则上|规定|各地|单位|线上")
_ADDRESSED = lazy_re.compile(
    r"(?:^|[,，。;；:：\n、]|(?<=[至到在往于]))(?:地点)?(?:均|都|仍)?[为在]?(?P<place>[^\s,，。;；:：\n、“”()至到在往于]{3,30}\((?=[^()]{0,40}(?:路|街|道|巷|弄|村|园)[^()]{0,8}\d+号)[^()]+\))"
)
"""A house and, in brackets, its street and number."""
_HOUSE = (
    r"(?P<place>[\u4e00-\u9fffA-Za-z0-9]{2,24}(?:楼|馆|室|厅|中心|学校|学院|大学|基地|广场|球场|赛场"
    r"|礼堂|车间|公园|酒店|剧院|之家|校区))(?=[,，。;；\n]|$)"
)
_AFTER_DAY = lazy_re.compile(rf"(?:\d日?|[)午晚]|开始|时|点)[,，]{_HOUSE}")
"""Below a heading that speaks of places what stands behind the day: 6月6日8:00,县体育馆。"""
_OF_EVENT = lazy_re.compile(
    rf"(?:赛|考试|选拔|培训|报到|仪式|幕式|会):(?:20\d\d年)?\d{{1,2}}月\d{{1,2}}日[^,，。;；:\n]{{0,20}}[,，]{_HOUSE}"
)
"""The same on a line of its own that names what is held: 决赛:7月25日至27日,集团实训基地。"""
_AT_HOUSE = lazy_re.compile(
    r"(?:赛|考试|考核|比武|笔试|理论|实操|报到|培训|仪式|会|组|项|集中|统一|安排|前|[日)午])"
    r"[^,，。;；:：\n]{0,4}?在(?!各|所|本|全|其|就|线|网)(?![^,，。;；]{2,24}设(?:立|置)?[^,，。;；]{0,6}(?:室|处|组))"
    r"(?P<place>[\u4e00-\u9fffA-Za-z0-9“”]{2,24}?(?:楼|馆|室|厅|中心|学校|学院|大学|基地|广场|球场|赛场"
    r"|礼堂|车间|公园|酒店|剧院|校区)(?:[A-Za-z0-9一二三四五六七八九十]+(?:楼|层|室|厅|号楼))*)"
    r"(?=[,，。;；\n]|$|进行|开[展赛考]|比赛|考试|集中)"
)
"""With what is held there before it: 职工组决赛在产业园2号楼,学生组…。"""
_ASSIGNED = lazy_re.compile(rf"(?:^|[\n。])(?P<place>{_PLACE})[:：](?=[^:：\n。]{{2,60}}[。\n]?)")


def find_places(text: str, context: Context) -> Iterator[Found]:
    """The places of a folded text; `地点另行通知` is none.

    >>> [f.value for f in find_places("决赛地点:某市第一技师学院", Context())]
    ['某市第一技师学院']
    """
    for pattern in (_LABELLED, _HELD, _SITED, _ADDRESSED, _OF_EVENT, _AT_HOUSE):
        for match in pattern.finditer(text):
            label = match.groupdict().get("label") or "地点"
            yield from _found(match, label)
    if re.search(r"地点|地址", context.label):
        yield from _headed(text, context)
    if re.search(r"地点|地址", f"{context.label}{context.above}"):
        for match in _AFTER_DAY.finditer(text):
            yield from _found(match, "地点")


def _headed(text: str, context: Context) -> Iterator[Found]:
    """Below the heading 地点 a place stands alone, or before the colon of what is held there."""
    for match in _ASSIGNED.finditer(text):
        if not re.search(r"地点|地址", match["place"]):
            yield from _found(match, context.label)


def _found(match: re.Match[str], label: str) -> Iterator[Found]:
    place = match["place"]
    if not (_OPEN.search(place) or _NO_PLACE.search(place)) and re.search(
        r"[\u4e00-\u9fff]", place
    ):
        value = place.replace("(", "（").replace(")", "）")
        yield Found("place", value, label, *match.span("place"))
