"""What a table lists that a sentence leads to: 车工实操包括以下模块：, and rows of them below.

Such a sentence alone tells nothing; whoever asks what it consists of gets the rows.
"""

from __future__ import annotations

from collections.abc import Sequence

from knowledge import lazy_re
from knowledge.model import Notice
from knowledge.plain import comparable
from retrieval.passages.rank import Sought
from retrieval.passages.units import Reading, pairs
from retrieval.reply import Reply
from retrieval.tabular.consisting import asks_parts
from retrieval.tabular.rows import MANY, reckoned, row_reply
from retrieval.tabular.tables import Hit, TableView
from retrieval.tabular.totals import entries

_LEADS = lazy_re.compile(
    r"(?:包括|包含|分为|分成|设置?|由|有|含)[^，,。；;]{0,8}(?:模块|部分|内容|任务|环节|科目|项目)"
    r"|(?:模块|内容|任务|环节|科目)(?:和[^，,。；;]{1,4})?如下"
)
_PARTS = lazy_re.compile(r"理论|实操|实际操作|操作|笔试|初赛|复赛|决赛")
_LEAST = 2


def led_list(reading: Reading, views: Sequence[TableView], sought: Sought) -> Reply | None:
    """All rows of the table that the sentence on the matter asked about leads to; else None."""
    if "yes_no" in sought.asked.forms or not asks_parts(sought.asked.plain):
        return None
    for view in views:
        lead = reading.led_in(view.table)
        rows = entries(view.table.rows)
        if not _LEADS.search(lead) or not _LEAST <= len(rows) <= MANY:
            continue
        if _about(reading.notice, lead, sought):
            rest = tuple(i for i in range(len(view.table.header)) if i != view.key)
            hit = Hit(view.table, rows, frozenset({view.key}), rest, view.key, 1.0, exact=True)
            return reckoned(row_reply(reading.notice, hit, sought.asked))
    return None


def _about(notice: Notice, lead: str, sought: Sought) -> bool:
    """Whether a leading sentence is of the tracks, the part and the stage that are asked about."""
    names = [comparable(t.name) for t in notice.tracks if t.id in sought.tracks]
    named = any(name in lead for name in names) if names else _shares(notice, lead, sought)
    asked, told = (set(_PARTS.findall(text)) for text in (sought.asked.plain, lead))
    return named and asked <= told


def _shares(notice: Notice, lead: str, sought: Sought) -> bool:
    """Whether a lead that is of no track alone has the words of the question."""
    if any(comparable(t.name) in lead for t in notice.tracks):
        return False
    runs = [run for run in sought.asked.wording if len(run) >= _LEAST]
    return bool(runs) and all(pairs(run) & pairs(lead) for run in runs)
