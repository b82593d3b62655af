"""Which tracks, or how many, share a cell: 哪些工种是双人赛, 10月比的有哪些, 学生组有几个赛项.

Only where nothing else is asked: without the words that ask, and the piece of a cell the question
has, nothing of it is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge import lazy_re
from knowledge.model import Notice, Row
from knowledge.plain import comparable_name
from retrieval.passages.rank import Sought
from retrieval.question.mentions import longest_common
from retrieval.question.people_groups import groups_named, groups_said, without_group
from retrieval.reply import Reply
from retrieval.tabular.rows import row_reply
from retrieval.tabular.tables import Hit, TableView
from retrieval.tabular.totals import entries

_NOUN = r"(?:赛项|项目|工种|职业|赛道|比赛|竞赛|科目)"
_ASKS = lazy_re.compile(
    rf"(?:哪几|哪些|几|多少|什么|啥)个?(?:是)?{_NOUN}|{_NOUN}?(?:都?有|是|包括|包含)?(?:哪几个|哪些|哪几样|些什么|些啥)"
)
_FILLING = lazy_re.compile(
    r"是|的|有|都|要|选|挑|比|考|办|在|能|可以|报|设|开|搞|为|属于|参加|举行|举办|进行|里|一?共|总共|全部|分别"
    rf"|各|组|类|呢|啊|呀|吗|了|一下|请问|到底|[,，?？]|{_NOUN}"
)
_DATE = lazy_re.compile(
    r"(?<!\d)(?:(?P<month>\d{1,2})月份?(?P<day>\d{1,2})?[日号]?|(?P<alone>\d{1,2})[日号])"
)
_LEAST, _MOST = 2, 40


def which_tracks(notice: Notice, views: Sequence[TableView], sought: Sought) -> Reply | None:
    """The tracks on whose rows a cell has what the question names; None if it asks more."""
    text = sought.asked.plain
    asks = _ASKS.search(text)
    if asks is None or sought.tracks or "yes_no" in sought.asked.forms:
        return None
    rest = _in_groups(_ASKS.sub("\n", text), notice.groups)
    names = {comparable_name(t.name) for t in notice.tracks}
    for view in views:
        rows = entries(view.table.rows)
        if not view.lists(names) or not _LEAST <= len(rows) <= _MOST:
            continue
        found = [each for each in _shared(view, rows, rest) if 0 < len(each[1]) < len(rows)]
        if found:
            column, own = max(found, key=lambda each: (each[2], -each[0]))[:2]
            key, named = view.key, frozenset({column})
            hit = Hit(view.table, own, named, (key,), key, 1.0, exact=True)
            return row_reply(notice, hit, sought.asked)
    return None


def _in_groups(text: str, groups: Sequence[str]) -> str:
    """A text that says a group by its people alone with the name of the group: 学生 for 院校组."""
    said = groups_said(text, groups) if not groups_named(text, groups) else ()
    return f"{without_group(text, said[0])}{comparable_name(said[0])}" if len(said) == 1 else text


def _shared(
    view: TableView, rows: Sequence[Row], rest: str
) -> Iterator[tuple[int, tuple[Row, ...], int]]:
    """Columns with the rows whose cell has all that is left of a question, and how much it is.

    The heading of the column may be said too: 16号报到的.
    """
    date = _DATE.search(rest)
    for column, head in enumerate(view.heads):
        if column == view.key or column in view.numbered:
            continue
        cells = [comparable_name(row.cells[column]) for row in rows]
        left = _unheaded(rest, head)
        if date is not None:
            own = (r for r, cell in zip(rows, cells, strict=True) if _on(cell, date))
            yield from [(column, tuple(own), _LEAST)] if _filling(left, date[0]) else []
            continue
        for cell in dict.fromkeys(cells):
            length, at, _ = longest_common(left, cell)
            said = left[at : at + length].strip()
            if _tells(said) and _filling(left, said):
                yield (
                    column,
                    tuple(r for r, c in zip(rows, cells, strict=True) if said in c),
                    length,
                )


def _unheaded(rest: str, head: str) -> str:
    """What is left of a question without the heading of a column, or its beginning."""
    length, at, of = longest_common(rest, head)
    return f"{rest[:at]}{rest[at + length :]}" if length >= _LEAST and not of else rest


def _tells(said: str) -> bool:
    """Whether words are more than those that ask: 双人, not 项目."""
    return len(_FILLING.sub("", said)) >= _LEAST


def _filling(rest: str, said: str) -> bool:
    """Whether nothing but words that ask is left beside some words."""
    return not _FILLING.sub("", rest.replace(said, "", 1)).strip()


def _on(cell: str, date: re.Match[str]) -> bool:
    """Whether a cell names a day of the month, or the day, that a question does.

    >>> cell = "2026年11月7日至8日"
    >>> _on(cell, _DATE.search("11月的")), _on(cell, _DATE.search("7号的"))
    (True, True)
    >>> _on(cell, _DATE.search("11月17号的"))
    False
    """
    days = [m.groups() for m in _DATE.finditer(cell)]
    if date["alone"] is not None:
        return any(date["alone"] in (day, alone) for _, day, alone in days)
    month = any(date["month"] == of for of, _, _ in days)
    return month and (date["day"] is None or (date["month"], date["day"], None) in days)
