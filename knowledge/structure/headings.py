"""The words behind a mark, when they stand as a heading."""

from __future__ import annotations

from knowledge import lazy_re
from knowledge.plain import bare, squeeze

_OWN_LINE = 30
_WRAPPED = 20
_LEADING = 20
_STOP = lazy_re.compile(r"[，。；！？,;!?]|(?<!\d)[：:]|[：:](?!\d)")
_SENTENCE = lazy_re.compile(
    r"不|须|应当|应按|可以|必须|负责|按照|均|收取|限报|如下|见附件|见下表|\d"
    r"|[在由于][^，。]{2,}(?:公布|发布|公开|举[办行]|进行|提供|承担|产生)$|自理$|自备$"
)
_LEAD_IN = lazy_re.compile(r"不得|不予|如下|下列|[设有为]\d|可认定|可获得")
"""Words of a sentence that leads to a list or states something before its colon."""
_OPEN_END = lazy_re.compile(r"(?:[的时后为是、]|如下|下列|下表|包括)$")
_CAPTION = lazy_re.compile(r"^[（(][^）)]*[）)]$")


def heading(words: str, *, has_below: bool = False) -> str:
    """The heading that `words` (a clause without its mark) begin with, else nothing.

    `has_below` says that other clauses stand below this one.

    >>> heading("时间地点。比赛时间为即日起")
    '时间地点'
    >>> heading("职工组：面向从业人员。"), heading("市人力社保局评审论证；")
    ('职工组', '')
    """
    first, _, rest = words.strip().partition("\n")
    first = first.strip().strip("*").strip()
    stop = _STOP.search(first)
    if stop is None:
        return squeeze(first) if _stands_alone(first, rest) else ""
    lead, sign = first[: stop.start()], stop.group()
    if sign not in "。：:" or len(bare(lead)) > _LEADING or _OPEN_END.search(lead):
        return ""
    follows = has_below or first[stop.end() :].strip() or _goes_on(rest)
    if sign == "。" and (not follows or _SENTENCE.search(lead)):
        return ""
    return "" if _LEAD_IN.search(lead) else squeeze(lead)


def _stands_alone(first: str, rest: str) -> bool:
    """A short line of its own; a long one with text right below it was cut by the margin."""
    length = len(bare(first))
    cut = length >= _WRAPPED and bool(rest.partition("\n")[0].strip())
    return 0 < length <= _OWN_LINE and not cut


def _goes_on(rest: str) -> bool:
    """Something but captions of figures follows."""
    return any(line.strip() and not _CAPTION.match(line.strip()) for line in rest.split("\n"))
