"""The mark that marks of parts come to by the row of shares of a track: A | 20 | 70 | 10."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from knowledge import lazy_re
from knowledge.model import Notice
from knowledge.plain import squeeze
from retrieval.computed.weights import called
from retrieval.computed.worked import number
from retrieval.passages.rank import Sought
from retrieval.question.mentions import longest_common
from retrieval.reply import Piece, Reply, answered
from retrieval.scoping.lettered import Codes
from retrieval.tabular.coded import rows_of_code
from retrieval.tabular.rows import cite_row
from retrieval.tabular.tables import TableView
from retrieval.wording import say

_SHARE = lazy_re.compile(r"(\d{1,3}(?:\.\d+)?)%?")
_WHOLE = Decimal(100)
_LEAST = 2


def coded_marks(
    notice: Notice, views: Sequence[TableView], codes: Codes, sought: Sought
) -> Reply | None:
    """The mark by the one row of shares of the one track meant; None if no row weighs all parts."""
    marks = called(f"{sought.asked.message}，{sought.asked.plain}")
    if not marks or len(sought.tracks) != 1 or sought.tracks[0] not in codes:
        return None
    for view in views:
        rows = rows_of_code(view, codes, sought.tracks[0])
        shares = _shares(view, rows[0].cells, list(marks)) if len(rows) == 1 else None
        if shares is None:
            continue
        weighed = list(zip(marks.values(), shares.values(), strict=True))
        total = number(sum((m * s / _WHOLE for m, s in weighed), Decimal(0)))
        formula = "+".join(f"{number(m)}×{number(s)}%" for m, s in weighed)
        line = say("worked.weighted", formula=f"{formula}={total}分")
        cited = tuple(cite_row(notice, view.table, rows[0], list(shares)))
        piece = Piece(text=line, citations=cited, computed=(line, total))
        return answered(notice.id, (piece,), (), ())
    return None


def _shares(
    view: TableView, cells: Sequence[str], parts: Sequence[str]
) -> dict[int, Decimal] | None:
    """By column the share of each part in turn, if they make up the whole."""
    found: dict[int, Decimal] = {}
    for part in parts:
        same = [longest_common(part, head)[0] for head in view.heads]
        best = max(same, default=0)
        column = same.index(best) if best >= _LEAST and same.count(best) == 1 else None
        share = _SHARE.fullmatch(squeeze(cells[column])) if column is not None else None
        if column is None or share is None or column in found:
            return None
        found[column] = Decimal(share[1])
    return found if sum(found.values()) == _WHOLE else None
