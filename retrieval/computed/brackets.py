"""What holds for the size a question states, where clauses tell it by sizes.

托位不足60个的限报1人；托位60个至120个的限报2人; with 80个托位 the second holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from knowledge import lazy_re
from knowledge.numerals import CHINESE, arabic
from retrieval.passages.rank import Sought, in_scope
from retrieval.passages.said import COUNTING
from retrieval.passages.units import Reading, Unit
from retrieval.reply import Piece, Reply, answered, cite_unit
from retrieval.wording import say

_N = r"(?<![\d.])\d{1,6}(?:\.\d+)?"
_UNIT = r"(?:个|人|名|家|张|间|台|平方米|万元|亿元)"
_NOUN = r"(?P<noun>[\u4e00-\u9fff]{2,4}?)"
_STATED = (
    lazy_re.compile(rf"(?P<n>{_N})(?:{_UNIT})的?{_NOUN}(?=[\u4e00-\u9fff，,]|$)"),
    lazy_re.compile(rf"{_NOUN}(?:有|是|为|数|达到?|大概|一共)*(?P<n>{_N})(?:{_UNIT})"),
)
_BOUND = lazy_re.compile(
    rf"(?P<noun>[\u4e00-\u9fff]{{2,6}}?)(?:在|数|为|达到?|总数)*(?P<word>不足|不满|少于|低于|超过|多于|高于|大于|不超过|不少于|满)?"
    rf"(?P<low>{_N}){_UNIT}?(?:以?上|\(含\))?(?:至|到|—|–|-|~)?(?P<less>不足|不满)?(?P<high>{_N})?{_UNIT}?"
    r"(?P<incl>\((?:不?含)[^()]*\))?(?P<tail>以上|以下|以内|及以上|及以下)?(?=的|[,，:：])"
)
_EACH = lazy_re.compile(r"各(?:限报|可报|报|推荐|选派|不超过|最多)(?P<n>\d+)(?P<unit>[人名队组])")
_TIMES = lazy_re.compile(
    rf"(?P<n>[两2-9]|{CHINESE})个?(?:项目|赛项|工种|职业)[^，。？?]{{0,6}}(?:一共|总共|合计|共|加起来)"
)
_UNDER = frozenset({"不足", "不满", "少于", "低于"})
_OVER = frozenset({"超过", "多于", "高于", "大于"})
_SEVERAL = 2


def bracket_reply(reading: Reading, sought: Sought) -> Reply | None:
    """The statement for the size that is stated; None if sizes decide nothing that is asked."""
    asked = sought.asked
    if not asked.forms & COUNTING:
        return None
    question = f"{asked.message}，{asked.plain}"
    units = [u for u in reading.units if in_scope(u, sought)]
    for noun, size in _sizes(question):
        bounded = [(u, m) for u in units if (m := _bound(u, noun)) is not None]
        of_one = [(u, m) for u, m in bounded if u.clause.path == bounded[0][0].clause.path]
        fitting = [u for u, m in of_one if fits(size, m)]
        if len(of_one) >= _SEVERAL and len(fitting) == 1:
            return _reply(reading, sought, fitting[0], question)
    return None


def _sizes(question: str) -> Iterator[tuple[str, Decimal]]:
    for pattern in _STATED:
        for match in pattern.finditer(question):
            for end in range(_SEVERAL, len(match["noun"]) + 1):
                yield match["noun"][-end:], Decimal(match["n"])
                yield match["noun"][:end], Decimal(match["n"])


def _bound(unit: Unit, noun: str) -> re.Match[str] | None:
    """The one bound that a statement sets on a noun."""
    if noun not in unit.plain:
        return None
    found = [m for m in _BOUND.finditer(unit.plain) if noun in m["noun"]]
    return found[0] if len(found) == 1 else None


def fits(size: Decimal, bound: re.Match[str]) -> bool:
    """Whether a size lies within a bound; 不足 and 超过 do not include the number itself."""
    low, high = Decimal(bound["low"]), Decimal(bound["high"] or 0)
    if bound["high"]:
        return low <= size < high if bound["less"] else low <= size <= high
    if bound["word"] in _UNDER:
        return size < low
    if bound["word"] in _OVER:
        return size > low
    if bound["word"] == "不超过" or bound["tail"] in {"以下", "以内", "及以下"}:
        return size <= low
    return size >= low if bound["word"] or bound["tail"] else size == low


def _reply(reading: Reading, sought: Sought, unit: Unit, question: str) -> Reply:
    cited = (cite_unit(reading.notice, unit),)
    pieces: Sequence[Piece] = (Piece(text=unit.text, citations=cited),)
    each, often = _EACH.search(unit.plain), _TIMES.search(question)
    if each is not None and often is not None:
        count = int(arabic(often["n"]))
        total = f"{count * int(each['n'])}"
        line = say("worked.together", formula=f"{count}×{each['n']}={total}{each['unit']}")
        pieces = (*pieces, Piece(text=line, citations=cited, computed=(line, total, f"{count}")))
    return answered(reading.notice.id, pieces, sought.tracks, sought.groups)
