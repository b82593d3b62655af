"""How much a part counts: `占总成绩的20%`, `现场授课40分`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.values.found import Context, Found
from knowledge.values.labels import noun_before, sentence_before
from knowledge.values.shares import respective

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHARE = r"(?P<n>\d+(?:\.\d+)?(?:%|分))"
_OF_TOTAL = lazy_re.compile(
    r"(?P<what>[\u4e00-\u9fff()]{2,16}?)(?:成绩)?,?(?:原则上)?(?:各|约|均)?占"
    rf"(?:[\u4e00-\u9fff]{{0,8}}?(?:总成绩|总分|成绩|总评|分值|权重))?的?{_SHARE}"
)
_LISTED = lazy_re.compile(rf"(?P<what>[\u4e00-\u9fffA-Za-z\d]{{2,12}}?){_SHARE}(?=[、,。;和]|$)")
_FACTOR = lazy_re.compile(
    r"(?P<what>[\u4e00-\u9fff]{0,6}(?:理论|实操|操作|技能|作品|答辩|展示|成绩|考试|考核|评审)[\u4e00-\u9fff]{0,4})"
    r"(?:[×x*]|\()(?P<n>\d+(?:\.\d+)?%)"
)
_SCORING = lazy_re.compile(r"评分构成|评分[^。]{0,6}(?:为|:)|配分|满分|总分|总成绩|成绩构成")
_CONVERTED = lazy_re.compile(
    r"(?:按|以)(?P<n>\d+(?:\.\d+)?%)(?:的?(?:比例|权重))?(?:折算|计入|折合|计算|加权)"
)
_BARE = lazy_re.compile(rf"(?<![\u4e00-\u9fff])占(?:总成绩|总分|总评成绩|总评)?的?{_SHARE}")
_IN_A_ROW = lazy_re.compile(r"(?:占|按|权重|比例|构成|计分)[^,。;]{0,12}$")
_UNIT = lazy_re.compile(r"^.*(?:分钟|小时|[\d百]分)$|^(?:分别|其中|各自)$")
_PARTS = lazy_re.compile(r"^(?:.*(?:[由为]|包括|其中|分为)|和)(?=[\u4e00-\u9fffA-Za-z]{2})")
_NO_SHARE = lazy_re.compile(r"等奖|低于|不足|扣|[满总]分$|为$")
_SUBJECT = lazy_re.compile(
    r"([\u4e00-\u9fff]{2,10}?)(?:满分|成绩|闭卷|开卷|采[用取]|时[间长]|[以由的,\d]|$)"
)
_NUMBER = lazy_re.compile(_SHARE)
_ROW = lazy_re.compile(r"(?:\d+(?:\.\d+)?(?:%|分)(?:、|和|与|及|以及|,))+$")
_PRIZE = lazy_re.compile(r"奖|第.名")
_REACH = 24


def find_weights(text: str, context: Context) -> Iterator[Found]:  # noqa: ARG001 every finder takes a context
    """Weights of a folded text, each labelled with the part that has it.

    >>> from knowledge.values.found import Context
    >>> [(f.label, f.value) for f in find_weights("理论测试占总成绩的30%", Context())]
    [('理论测试', '30%')]
    """
    yield from _in_a_row(text)
    for match in _OF_TOTAL.finditer(text):
        if "等奖" not in sentence_before(text, match.start("n"))[-_REACH:]:
            what = noun_before(text, match.end("what"))
            if len(what) <= 1 or _UNIT.match(what):
                what = _subject(text, match.start("n"))
            yield Found("weight", match["n"], what, *match.span("n"))
    for match in (*_CONVERTED.finditer(text), *_BARE.finditer(text)):
        yield Found("weight", match["n"], _subject(text, match.start()), *match.span("n"))
    for match in _FACTOR.finditer(text):
        yield Found("weight", match["n"], _PARTS.sub("", match["what"]), *match.span("n"))
    for match in _LISTED.finditer(text):
        before = text[: match.start("n")]
        if (
            "占" not in match["what"]
            and _SCORING.search(before)
            and not _NO_SHARE.search(before[-_REACH:])
        ):
            yield Found("weight", match["n"], _PARTS.sub("", match["what"]), *match.span("n"))


def _in_a_row(text: str) -> Iterator[Found]:
    """`理论和实操分别占30%和70%`: each number with the part listed at its place."""
    for start, what in respective(text).items():
        share = _NUMBER.match(text, start)
        series = bool(_IN_A_ROW.search(_before_series(text, start)))
        if share and series and not _PRIZE.search(what):
            yield Found("weight", share[0], what, *share.span())


def _before_series(text: str, start: int) -> str:
    """The words before the row of numbers the one at `start` stands in."""
    return _ROW.sub("", sentence_before(text, start))


def _subject(text: str, place: int) -> str:
    """The first noun of the sentence: `初评以材料评审为主，占40%` speaks of 初评."""
    match = _SUBJECT.search(sentence_before(text, place))
    return match[1] if match else ""
