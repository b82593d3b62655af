"""What bodies of a kind may enter above what all may: 3+2=5人 with 500 workers and more.

每个项目不超过3人；在职职工500人及以上的单位，每个项目可增加2人. Whoever says how large he is, or of
which kind (承办院校, 会员单位), gets the sum, where both sentences count the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from knowledge import lazy_re
from knowledge.numerals import arabic
from knowledge.plain import comparable, squeeze
from retrieval.passages.rank import Sought, in_scope
from retrieval.passages.said import COUNTING
from retrieval.passages.units import Reading, Unit
from retrieval.question.mentions import longest_common
from retrieval.reply import Piece, Reply, answered, cite_unit
from retrieval.tabular.rows import cite_row
from retrieval.tabular.tables import TableView
from retrieval.wording import say

_ASKS = lazy_re.compile(
    r"(?:报|派|推荐|选派|上|出|去|来)[^，,。？?]{0,5}(?:几|多少|好多)|(?:几|多少|好多)[^，,。？?]{0,4}名额"
)
_SEGMENT = lazy_re.compile(r"[^，,。；;]+[，,。；;]?")
_VERB = lazy_re.compile(r"增加|增报|多报")
_BODY = lazy_re.compile(r".*(?:单位|企业|公司|学校|院校|高校|代表[队团]|会员|[县市区]|者)")
_MORE = lazy_re.compile(
    r"(?P<label>[^，,。；;、]{0,16}?)(?:可以?|均|各|再|另)*(?:增加|增报|多报)(?P<n>\d{1,3})(?P<unit>[个名人队支项对])"
)
_BASE = lazy_re.compile(
    r"(?P<label>[^，,。；;、\d]{0,20}?)(?:限报|限派|限|不超过|最多可?报?|至多|可报|报)?(?P<n>\d{1,3})(?P<unit>[个名人队支项对])(?!工作日|小时|月|星期)"
)
_OF_QUOTA = lazy_re.compile(
    r"名额|限[报派额]|限\d|不超过|最多|至多|可报|选派|每(?:个|家|所)?(?:单位|校|院校|学校|企业|公司|[市县区队])"
)
"""What says how many may enter: 5个工作日内报送 does not."""
_SIZE = r"(?P<n>\d+)(?P<unit>人|名|公里|张|床|家|间|万元|亿元|台|辆)"
_LEAST_SIZE = lazy_re.compile(rf"(?P<over>超过|多于|大于)?{_SIZE}(?P<tail>及?以上)?")
_STATED = lazy_re.compile(
    r"(?<![第\d])(?P<n>\d+|[一二两三四五六七八九]?[百千万](?:[一二三四五六七八九]百)?)(?:多|余|来|几)?(?:个|名)?"
    r"(?P<unit>公里|张|床|家|间|万元|亿元|台|辆|(?:在职)?(?:职工|员工|工人|人|学生))"
)
_NOT = lazy_re.compile(r"(?:不是|非|不属于|没有?|未)$")
_PEOPLE = frozenset({"人", "名", "职工", "员工", "工人", "学生", "在职职工", "在职员工"})
_SAME = {"名": "人", "支": "队", "个": "人"}
_ANY_BODY = lazy_re.compile(
    r"单位|企业|公司|学校|院校|高校|所在|参赛|每个?|各|可以?|及以上|以上|其中|本会|本协会|[“”\"]"
)
_LOOSE_END = "的及和与等"
_QUOTES = lazy_re.compile(r"[“”\"]")
_QUOTA = lazy_re.compile(r"名额|限额|限报|可报")
_CELL = lazy_re.compile(r"(?P<n>\d{1,3})(?P<unit>[个名人队支项对])?")
_BOTH = lazy_re.compile(r"且|并|同时")
_TELLING = 2


class Adding(NamedTuple):
    """Who may enter more, the words that tell how many, and where in the sentence who begins."""

    who: str
    what: str
    start: int


def addition_reply(reading: Reading, views: Sequence[TableView], sought: Sought) -> Reply | None:
    """What somebody of a kind may enter in all; None where no kind of his may enter more."""
    asked = sought.asked
    if not (asked.forms & COUNTING and _ASKS.search(asked.plain)):
        return None
    question = f"{asked.message}，{asked.plain}" if asked.message else asked.plain
    names = [comparable(t.name) for t in reading.notice.tracks if t.id in sought.tracks]
    for unit, adding in _adding(reading, sought):
        if not of_that_kind(question, adding.who):
            continue
        more = _counted(_MORE, adding.what, names)
        base = more and _base(reading, unit, adding, names, more)
        row = _tabled(reading, views, names, more) if more and not base else None
        if more and row:
            return _of_row(reading, sought, unit, row, more)
        if more and base:
            return _reply(reading, sought, (base[0], unit), (base[1]["n"], more["n"], more["unit"]))
    return None


def _adding(reading: Reading, sought: Sought) -> Iterator[tuple[Unit, Adding]]:
    for unit in reading.units:
        if _VERB.search(unit.plain) and in_scope(unit, sought):
            found = _read(unit.plain)
            if found is not None:
                yield unit, found


def _read(plain: str) -> Adding | None:
    """Who may enter more by a sentence, and the words that tell how many.

    >>> _read("限报4人,其中会员单位可增报1人")[:2]
    ('其中会员单位', '可增报1人')
    >>> _read("500人及以上的单位,每个项目可增加2人")[:2]
    ('500人及以上的单位', '每个项目可增加2人')
    """
    parts = [*_SEGMENT.finditer(plain)]
    at = next((i for i, part in enumerate(parts) if _VERB.search(part[0])), None)
    if at is None:
        return None
    own = _BODY.match(_VERB.split(parts[at][0])[0])
    if own is not None:
        begin = parts[at].start()
        return Adding(own[0], plain[begin + own.end() :], begin)
    if not at:
        return None
    begin = parts[at - 1].start()
    return Adding(parts[at - 1][0].rstrip("，,。；;"), plain[parts[at].start() :], begin)


def of_that_kind(question: str, who: str) -> bool:
    """Whether a question (comparable) tells it is put by those who may enter more.

    >>> of_that_kind("我们公司八百多职工,能报几个人", "在职职工500人及以上的单位")
    True
    >>> of_that_kind("我们公司三百职工,能报几个人", "在职职工500人及以上的单位")
    False
    >>> of_that_kind("我们是承办院校能报几队", "承办院校")
    True
    """
    if _BOTH.search(who):
        return False  # 200人以上且上届获奖的: of one of the two nothing follows
    least = _LEAST_SIZE.search(who)
    if least is not None:
        return any(_reaches(m, least) for m in _STATED.finditer(question))
    kind = _ANY_BODY.sub("", who)
    question = _QUOTES.sub("", question)
    length, at, _ = longest_common(question, kind)
    said = question[at : at + length].rstrip(_LOOSE_END)
    # the end of a name is what it is the name of: 乡村振兴重点帮扶县
    enough = length * 2 >= len(kind) or kind.rstrip(_LOOSE_END).endswith(said)
    enough = enough or (kind.startswith(said) and said.endswith(("市", "县", "区", "州")))
    return len(said) >= _TELLING and enough and not _NOT.search(question[:at])


def _reaches(stated: re.Match[str], least: re.Match[str]) -> bool:
    units = {stated["unit"], least["unit"]}
    if len(units) > 1 and not units <= _PEOPLE:
        return False
    number = int(arabic(stated["n"]) if stated["n"].isdigit() else _hundreds(stated["n"]))
    return number > int(least["n"]) if least["over"] else number >= int(least["n"])


def _hundreds(words: str) -> str:
    """A round number in words: 八百 is 800, 三千 3000, 百 100."""
    return arabic(words if words[0] not in "百千万" else f"一{words}")


def _counted(pattern: re.Pattern[str], text: str, names: Sequence[str]) -> re.Match[str] | None:
    """What a text counts for the tracks that are named; else the one thing it counts."""
    found = list(pattern.finditer(text))
    own = [m for m in found if m["label"] and any(_called(m["label"], n) for n in names)]
    return own[0] if len(own) == 1 else (found[0] if len(found) == 1 else None)


def _called(label: str, name: str) -> bool:
    return longest_common(label, name)[0] >= min(_TELLING, len(name))


def _base(
    reading: Reading,
    unit: Unit,
    adding: Adding,
    names: Sequence[str],
    more: re.Match[str],
) -> tuple[Unit, re.Match[str]] | None:
    """What all may enter, by the words before in the same clause, counted in the same unit."""
    clause = [u for u in reading.in_clause(unit.path) if u.start < unit.start]
    texts = [(unit, unit.plain[: adding.start]), *((u, u.plain) for u in reversed(clause))]
    for each, text in texts:
        found = _counted(_BASE, text, names) if _OF_QUOTA.search(text) else None
        if found is not None and _alike(found["unit"], more["unit"]):
            return each, found
    return None


def _tabled(
    reading: Reading, views: Sequence[TableView], names: Sequence[str], more: re.Match[str]
) -> tuple[Piece, str] | None:
    """What all may enter by the cell of the one track that is named, with its statement."""
    for view in views if len(names) == 1 else ():
        columns = [i for i, head in enumerate(view.heads) if _QUOTA.search(head)]
        rows = [r for r, name in zip(view.table.rows, view.names, strict=True) if name == names[0]]
        if len(columns) != 1 or len(rows) != 1:
            continue
        column = columns[0]
        cell = _CELL.fullmatch(comparable(rows[0].cells[column]))
        if cell is None or not _alike(cell["unit"] or more["unit"], more["unit"]):
            continue
        told = say("cell", column=squeeze(view.table.header[column]), value=rows[0].cells[column])
        cited = cite_row(reading.notice, view.table, rows[0], (column,))
        scope = squeeze(rows[0].cells[view.key])
        return Piece(text=told, citations=cited, computed=(told,), scope=scope), cell["n"]
    return None


def _of_row(
    reading: Reading, sought: Sought, unit: Unit, row: tuple[Piece, str], more: re.Match[str]
) -> Reply:
    told, first = row
    added = Piece(text=unit.text, citations=(cite_unit(reading.notice, unit),))
    total = str(int(first) + int(more["n"]))
    line = say("worked.together", formula=f"{first}+{more['n']}={total}{more['unit']}")
    cited = (*told.citations, *added.citations)
    pieces = (told, added, Piece(text=line, citations=cited, computed=(line, total)))
    return answered(reading.notice.id, pieces, sought.tracks, sought.groups)


def _alike(one: str, other: str) -> bool:
    return _SAME.get(one, one) == _SAME.get(other, other)


def _reply(
    reading: Reading, sought: Sought, units: Sequence[Unit], terms: tuple[str, str, str]
) -> Reply:
    first, second, unit = terms
    total = str(int(first) + int(second))
    line = say("worked.together", formula=f"{first}+{second}={total}{unit}")
    each = list(dict.fromkeys(units))
    pieces = [Piece(text=u.text, citations=(cite_unit(reading.notice, u),)) for u in each]
    cited = tuple(cite_unit(reading.notice, u) for u in each)
    pieces.append(Piece(text=line, citations=cited, computed=(line, total)))
    return answered(reading.notice.id, pieces, sought.tracks, sought.groups)
