"""All tracks of a notice, where it is asked what the contest is about at all: 这次都比哪些手艺."""

from __future__ import annotations

from knowledge import lazy_re
from retrieval.passages.rank import Sought
from retrieval.passages.units import Reading
from retrieval.reply import Reply
from retrieval.tabular.lists import list_reply
from retrieval.tabular.tables import TableView

_ASKS = lazy_re.compile(
    r"^[^，,。？?]{0,10}(?:比|赛|设)(?:的(?:是|都是)?|些)?"
    r"(?:哪[几些]个?[样种项门些类]?|[几多]少?[样种门]|什么|啥)(?:东西|手艺|技艺|本[事领]|绝活|活儿?|行当|技能)?"
    r"(?:呢|啊|呀)?$"
)
_WHOLE = lazy_re.compile(
    r"[这本今][次回届年场]|一共|总共|都[比赛]|到底|大[赛家]|竞赛|比武|比赛(?=都|是|比|设)"
)
"""What makes it a question about all of it, and not about a day or one track."""
_OF_SOME = lazy_re.compile(
    r"\d|[上下中]午|[今明后]天|早上|晚上|[初复预决]赛|[^，,。？?]轮|[一二三四五六七八九十]天|理论|实操|笔试|面试"
)
_SEVERAL = 2


def every_track_reply(reading: Reading, views: list[TableView], sought: Sought) -> Reply | None:
    """The tracks one by one; None if the question is about a part of the contest."""
    text = sought.asked.plain
    if sought.tracks or sought.groups or not _ASKS.search(text):
        return None
    if not _WHOLE.search(text) or _OF_SOME.search(text):
        return None
    if len(reading.notice.tracks) < _SEVERAL:
        return None
    asks = {"concepts": ("tracks",), "forms": frozenset({"list"}), "content": ()}
    return list_reply(reading, views, sought.asked.model_copy(update=asks))
