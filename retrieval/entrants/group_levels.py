"""Which group a student's level of schooling belongs to: 大专生能报本科组吗.

Notices say it group by group (本科组面向本科学生；高职组面向专科学生). Who belongs to one of them
enters no other.
"""

from __future__ import annotations

import re

from knowledge import lazy_re
from knowledge.plain import comparable
from retrieval.passages.rank import Sought
from retrieval.passages.units import Reading, Unit
from retrieval.reply import Piece, Reply, answered, cite_unit
from retrieval.wording import say

_LEVELS = {
    "研究生": lazy_re.compile(r"研究生|硕士|博士"),
    "本科": lazy_re.compile(r"本科"),
    "专科": lazy_re.compile(r"专科|大专|高职|高专|高等职业"),
    "中职": lazy_re.compile(r"中职|中专|职高|技校|中等职业|技工学校|职业高中"),
}
_STUDENT = lazy_re.compile(
    r"(?P<level>研究生|硕士|博士|本科|专科|大专|高职|高专|中职|中专|职高|技校)(?!组)(?:院校|学校)?(?:在读|在校)?的?(?:学生|生)"
)
_FOR = r"[^，。；:]{0,6}?(?:面向|仅限|限|由|为|招收|接收|对象为|:)(?P<who>[^，。；]+)"


def level_reply(reading: Reading, sought: Sought) -> Reply | None:
    """Whether a student of some level enters the group asked about, by what each group is for.

    None where the question names no level or no group, or the notice does not sort levels.
    """
    said = _STUDENT.search(sought.asked.plain)
    if said is None or len(sought.groups) != 1:
        return None
    own = _levels(said["level"])
    sorted_by = {group: _of_group(reading, group) for group in reading.notice.groups}
    asked = sorted_by.get(sought.groups[0])
    if asked is None:
        return None
    if own & asked[0]:
        return _reply(reading, sought, "yes_may", asked[1])
    other = next((found for found in sorted_by.values() if found and own & found[0]), None)
    return _reply(reading, sought, "no_may", asked[1], other[1]) if other else None


def _of_group(reading: Reading, group: str) -> tuple[frozenset[str], Unit] | None:
    """The levels a group is for, with the sentence that says so."""
    pattern = lazy_re.compile(re.escape(comparable(group)) + _FOR)
    for unit in reading.units:
        match = pattern.search(unit.plain)
        levels = _levels(match["who"]) if match else frozenset()
        if levels:
            return levels, unit
    return None


def _levels(text: str) -> frozenset[str]:
    return frozenset(level for level, words in _LEVELS.items() if words.search(text))


def _reply(reading: Reading, sought: Sought, lead: str, *units: Unit) -> Reply:
    first = say(f"lead.{lead}")
    pieces = [
        Piece(
            text=f"{'' if i else first}{unit.text}",
            citations=(cite_unit(reading.notice, unit),),
            computed=() if i else (first,),
        )
        for i, unit in enumerate(dict.fromkeys(units))
    ]
    return answered(reading.notice.id, pieces, sought.tracks, sought.groups)
