"""What one prize costs in all tracks together, where tracks are paid differently: 3×8000+9000.

The rows must have every track of the notice once, and one sentence must say how many win that prize
in each track; else there is no sum.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from knowledge import lazy_re
from knowledge.model import Notice, Row
from knowledge.plain import comparable, comparable_name
from retrieval.computed.prize_sums import COUNT, MONEY, TOGETHER_ALL
from retrieval.passages.rank import Sought
from retrieval.passages.units import Reading
from retrieval.reply import Piece, Reply, cite_unit
from retrieval.tabular.rows import cite_row
from retrieval.tabular.tables import TableView
from retrieval.wording import say

_GRADE = lazy_re.compile(r"[特一二三四]等奖|[金银铜]奖")
_EACH_TRACK = lazy_re.compile(r"[各每]个?(?:赛项|项目|工种|职业|赛道)(?!各组|[^。；]{0,4}组)")
_OTHER = lazy_re.compile(
    r"团[体队]|(?:[每单]|(?<![^，,。？?])一|[拿得]了?一)个?(?:赛项|项目|工种|职业|赛道|人)"
)
"""Prizes of teams, or of one track or person."""
_PAID = lazy_re.compile(r"(\d+)元")
_SPLIT = lazy_re.compile(r"[、,，/]|和|及|与")
_BRACKET = lazy_re.compile(r"\([^()]*\)")


def track_prizes(reading: Reading, views: Sequence[TableView], sought: Sought) -> Reply | None:
    """The sum with its formula; None if it is not asked, or not certain."""
    text, grade = sought.asked.plain, _GRADE.findall(sought.asked.plain)
    if len(grade) != 1 or sought.tracks or sought.groups or reading.notice.groups:
        return None
    if _OTHER.search(text) or not (TOGETHER_ALL.search(text) and MONEY.search(text)):
        return None
    told = [u for u in reading.units if _EACH_TRACK.search(u.plain) and grade[0] in u.plain]
    counts = {n for u in told for of, n in COUNT.findall(u.plain) if of == grade[0]}
    for view in views:
        columns = [i for i, head in enumerate(view.heads) if head == grade[0]]
        tallies = _tallies(reading.notice, view) if len(columns) == len(counts) == 1 else ()
        prices = [_PAID.fullmatch(comparable(row.cells[columns[0]])) for row, _ in tallies]
        if not tallies or not all(prices):
            continue
        each, terms, total = int(next(iter(counts))), [], Decimal(0)
        for (_, tracks), price in zip(tallies, prices, strict=True):
            amount = Decimal(price[1] if price else 0)
            terms.append(f"{tracks * each}×{amount}")
            total += tracks * each * amount
        line = say("worked.together", formula=f"{'+'.join(terms)}={total}元")
        rows = (c for row, _ in tallies for c in cite_row(reading.notice, view.table, row, columns))
        cited = (*rows, cite_unit(reading.notice, told[0]))
        piece = Piece(text=line, citations=cited, computed=(line, str(total), *terms))
        return Reply(status="answered", notice=reading.notice.id, pieces=(piece,), sure=1.0)
    return None


def _tallies(notice: Notice, view: TableView) -> Sequence[tuple[Row, int]]:
    """Each row with how many tracks it names; none unless all together name every track once."""
    names = {comparable_name(t.name) for t in notice.tracks}
    found = [
        (row, [_BRACKET.sub("", part) for part in _SPLIT.split(comparable(row.cells[view.key]))])
        for row in view.table.rows
    ]
    every = [part for _, parts in found for part in parts]
    whole = len(every) == len(set(every)) and set(every) == names
    return [(row, len(parts)) for row, parts in found] if whole else ()
