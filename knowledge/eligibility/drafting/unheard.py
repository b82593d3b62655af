"""The words of a notice that what a person tells is held against, beside the rules made from them.

A pattern may swallow a word that a person denies, and a bar may name an honour that no list holds.
What is said so in a sentence on who may enter, and is told, is never passed over in silence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from knowledge import lazy_re
from knowledge.eligibility.drafting.between import freed
from knowledge.eligibility.drafting.grammar import words
from knowledge.eligibility.drafting.located import located
from knowledge.eligibility.drafting.parts import Condition, Made, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_CUT = lazy_re.compile("[,;。:]")
_OPEN = lazy_re.compile(
    r"或|可|不(?:要求|限|作|设|受|需|必|占)|无需|无须|除|鼓励|优先|以[^,]{0,20}为准|条件之一|之一"
)
"""Segments with another way beside what they ask for: what is denied may not be needed."""
_ASKS = lazy_re.compile(
    r"[须应已持系]|必须|具有|具备|取得|获得|建立|签订|加入|属于|在|经|与|从事|担任|任职"
)
_REMARK = lazy_re.compile(r"计算|算[到至]|统计|包[括含]|不含|条件$|要求$|(?:如下|以下|下列)")
"""How something is reckoned, what a word takes in, headings."""
_BAR = lazy_re.compile(r"不得|不能|不可(?!少)|不予|不再|不参加|不列入|不纳入|不接受|不在")
_LEAST = 4


def spoken_of(found: Sequence[Condition], statements: Sequence[Statement]) -> Iterator[Condition]:
    """One rule with the words of all sentences on who may enter, each with its scope."""
    asks = list(_asks(statements))
    if asks:
        first = found[0].statement if found else statements[0]
        made = Made("unheard", {"said": asks})
        yield Condition(first, 0, len(first.text), made, name="unheard")


def _asks(statements: Sequence[Statement]) -> Iterator[Mapping[str, Any]]:
    notice = statements[0].notice if statements else None
    free = {path for _, paths in freed(notice) for path in paths} if notice else set()
    for one in statements:
        if one.one_of or one.place.path in free or words("award").search(one.text):
            continue
        bars = one.bars or bool(_BAR.search(one.text))
        if not bars and one.section != "who":
            continue
        if bars and one.section == "out" and not one.bars:
            continue
        for start, end in _segments(one.text):
            said = one.text[start:end]
            if len(said) < _LEAST or _REMARK.search(said):
                continue
            if bars or (_ASKS.search(said) and not _OPEN.search(said)):
                scope = next(located(one, start, end, Made("note"), "unheard"))
                yield _entry(said, scope, bars=bars)


def _segments(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _CUT.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _entry(said: str, scope: Condition, *, bars: bool) -> Mapping[str, Any]:
    entry: dict[str, Any] = {"text": said}
    entry |= {"bars": True} if bars else {}
    entry |= {"tracks": list(scope.tracks)} if scope.tracks else {}
    entry |= {"groups": list(scope.groups)} if scope.groups else {}
    return entry
