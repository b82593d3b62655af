"""How much a part counts: `占总成绩的20%`, `现场授课40分`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.values.found import Context, Found
from knowledge.values.labels import noun_before, sentence_before

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHARE = r"(?P<n>\d+(?:\.\d+)?(?:%|分))"
_OF_TOTAL = re.compile(
    r"(?P<what>[\u4e00-\u9fff()]{2,16}?)(?:成绩)?,?(?:原则上)?(?:各|约|均)?占"
    rf"(?:[\u4e00-\u9fff]{{0,8}}?(?:总成绩|总分|成绩|总评|分值|权重))?的?{_SHARE}"
)
_LISTED = re.compile(rf"(?P<what>[\u4e00-\u9fffA-Za-z\d]{{2,12}}?){_SHARE}(?=[、,。;和]|$)")
_FACTOR = re.compile(
    r"(?P<what>[\u4e00-\u9fff]{0,6}(?:理论|实操|操作|技能|作品|答辩|展示|成绩|考试|考核|评审)[\u4e00-\u9fff]{0,4})"
    r"(?:[×x*]|\()(?P<n>\d+(?:\.\d+)?%)"
)
_SCORING = re.compile(r"评分构成|评分[^。]{0,6}(?:为|:)|配分|满分|总分|总成绩|成绩构成")
_NO_SHARE = re.compile(r"等奖|低于|不足|扣|[满总]分$|为$")
_SUBJECT = re.compile(r"([\u4e00-\u9fff]{2,8}?)(?:[以由的,]|$)")
_REACH = 24


def find_weights(text: str, context: Context) -> Iterator[Found]:  # noqa: ARG001 every finder takes a context
    """Weights of a folded text, each labelled with the part that has it.

    >>> from knowledge.values.found import Context
    >>> [(f.label, f.value) for f in find_weights("理论测试占总成绩的30%", Context())]
    [('理论测试', '30%')]
    """
    for match in _OF_TOTAL.finditer(text):
        if "等奖" not in sentence_before(text, match.start("n"))[-_REACH:]:
            what = noun_before(text, match.end("what"))
            if len(what) <= 1:
                what = _subject(text, match.start("n"))
            yield Found("weight", match["n"], what, *match.span("n"))
    for match in _FACTOR.finditer(text):
        yield Found("weight", match["n"], match["what"].lstrip("和"), *match.span("n"))
    for match in _LISTED.finditer(text):
        before = text[: match.start("n")]
        if (
            "占" not in match["what"]
            and _SCORING.search(before)
            and not _NO_SHARE.search(before[-_REACH:])
        ):
            yield Found("weight", match["n"], match["what"].lstrip("和为"), *match.span("n"))


def _subject(text: str, place: int) -> str:
    """The first noun of the sentence: `初评以材料评审为主，占40%` speaks of 初评."""
    match = _SUBJECT.search(sentence_before(text, place))
    return match[1] if match else ""
