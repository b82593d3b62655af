"""How many questions a paper has in all: 60+40=100题, from 单项选择60题、判断40题."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge import lazy_re
from retrieval.computed.rates import ADDED, Worked
from retrieval.wording import say

_ASKED = lazy_re.compile(
    rf"(?:{ADDED}|总)[^，,。？?]{{0,4}}(?:多少|几)个?道?(?:小|大)?题|总题[数量]"
)
_KIND = r"[^，,。；;、:：\d]{2,12}?[:：为]?(?:各|共)?(?P<n>\d+)道?个?题"
_MARKS = r"[、,，(（]?每(?:道|小|个)?题?[得计]?\d+(?:\.\d+)?分[)）]?"
"""What each of them counts, beside how many there are: 60题、每题1分."""
_ROW = lazy_re.compile(rf"(?:{_KIND.replace('?P<n>', '?:')}(?:{_MARKS})?[、,，;；和及]?){{2,}}")
_NUMBER = lazy_re.compile(_KIND)
_STATED = lazy_re.compile(
    r"(?:^|[^一])(?:总共|一共|合计|共计?|总计)[^，,。；;、\d]{0,6}\d+道?个?题"
)


def at_tally(question: str, texts: Iterable[str]) -> Worked | None:
    """The questions of each kind that one sentence states in a row, added up, if that is asked.

    >>> at_tally("理论一共多少道题", ["其中单选30题、判断20题,每题2分"]).text
    '合计：30+20=50题。'
    >>> at_tally("总共多少题", ["单选60题、每题1分,判断20题、每题1分"]).text
    '合计：60+20=80题。'
    """
    if not _ASKED.search(question):
        return None
    rows = [match[0] for text in texts if not _STATED.search(text) for match in _ROW.finditer(text)]
    found = [match["n"] for match in _NUMBER.finditer(rows[0])] if len(rows) == 1 else []
    if len(found) < 2:  # noqa: PLR2004  a sum
        return None
    total = str(sum(map(int, found)))
    return Worked(say("worked.together", formula="+".join(found) + f"={total}题"), (total,))
