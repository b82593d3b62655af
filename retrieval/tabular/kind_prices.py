"""Prices by kinds of tracks and by groups: rows 咖啡类个人赛, columns 职业组 and 会员单位职业组.

A track without a row of its own pays what its kind does. Whoever says of which group they are, and
whether they are members, gets that price alone; whoever does not gets the prices of all.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from knowledge import lazy_re
from knowledge.catalogue.mentions import kind_mentions
from knowledge.catalogue.track_kinds import stem_of
from knowledge.model import Notice, Row, Track
from knowledge.plain import comparable, comparable_name
from retrieval.computed.early_cut import early_cut, left_of
from retrieval.passages.elements import cite_phrase
from retrieval.passages.rank import Sought
from retrieval.reply import Piece, Reply
from retrieval.tabular.counted_prices import counted_sum
from retrieval.tabular.kind_columns import kinds_meant
from retrieval.tabular.rows import cite_row, row_reply
from retrieval.tabular.tables import Hit, TableView
from retrieval.tabular.tariff import AMOUNT, NO_MEMBER, asks_price, of_fees

_TEAM = lazy_re.compile(r"团[体队]|每[队支组]")
_ALONE = lazy_re.compile(r"个人|单人|每[人项]")
_STAGE = lazy_re.compile(r"[初预复决]赛")
_MEMBER, _FEE = "会员", "fee"
_PEOPLE = {
    "student": lazy_re.compile(r"学生|院校|高校|学校|校园"),
    "worker": lazy_re.compile(r"职工|职业|企业|从业|在职|员工|社会"),
}
"""How the groups are called that such people enter in."""
_UNIT = lazy_re.compile(r"[^\n。，,、（()）]{0,12}[(（]?单位[:：]\s*万?元[)）]?")
_ABOVE = 60


def kind_prices(
    notice: Notice, views: Sequence[TableView], sought: Sought, text: str
) -> Reply | None:
    """The prices of the tracks that are meant; None without a table of fees by their kinds."""
    asks = asks_price(text) or (_FEE in sought.asked.concepts and "how_much" in sought.asked.forms)
    tracks = _meant(notice, sought, text) if asks else ()
    for view in views if tracks else ():
        groups = sought.groups or _entered(notice, sought)
        rows = _of_groups(_rows(view, tracks), groups, notice) if of_fees(view) else ()
        columns = _of_stage(view, _columns(view, groups, text), text)
        if not rows or not columns:
            continue
        hit = Hit(view.table, rows, frozenset({0}), columns, 0, 1.0, exact=True)
        reply = row_reply(notice, hit, sought.asked)
        one = len(rows) == len(columns) == 1
        due = _due(notice, view, rows[0], columns[0], text) if one else None
        if due is None and len(rows) == 1:
            due = counted_sum(notice, view, rows[0], columns, text)
        return reply and reply.beside(priced_in(notice, view), due)
    return None


def priced_in(notice: Notice, view: TableView) -> Piece | None:
    """参赛费用（单位：元）, where that stands above the table and not in its cells."""
    said = _UNIT.search(notice.text, max(0, view.table.start - _ABOVE), view.table.start + 1)
    cited = cite_phrase(notice, said[0]) if said is not None else None
    return Piece(text=said[0], citations=(cited,)) if said is not None and cited else None


def _entered(notice: Notice, sought: Sought) -> tuple[str, ...]:
    """The groups that the people a question speaks of enter in: students in 院校组."""
    told = [_PEOPLE[c] for c in sought.asked.concepts if c in _PEOPLE]
    return tuple(g for g in notice.groups if any(p.search(g) for p in told))


def _meant(notice: Notice, sought: Sought, text: str) -> tuple[Track, ...]:
    """The tracks a question is about, or those of the kinds it names, or all; only sorted ones."""
    kinds = kind_mentions(text, notice.tracks) if not sought.tracks else ()
    named = {track for kind in kinds for track in kind.names}
    stems = kinds_meant(notice, sought) if not (named or sought.tracks) else ()
    named |= {t.id for t in notice.tracks if t.kind and comparable(stem_of(t.kind)) in stems}
    ids = set(sought.tracks) or named or {track.id for track in notice.tracks}
    return tuple(t for t in notice.tracks if t.id in ids and t.kind)


def _rows(view: TableView, tracks: Sequence[Track]) -> tuple[Row, ...]:
    """Each track's own row, or that of its kind; none unless some row is of a kind."""
    rows = view.table.rows
    kinds = tuple(stem_of(t.kind) for t in tracks)
    if not any(comparable_name(row.cells[0]).startswith(kinds) for row in rows):
        return ()
    found = {row.number: row for track in tracks for row in _of(track, rows)}
    return tuple(found[number] for number in sorted(found))


def _of(track: Track, rows: Sequence[Row]) -> Sequence[Row]:
    own = [r for r in rows if comparable(track.name) in comparable(r.cells[0])]
    stem = stem_of(track.kind)
    return own or [r for r in rows if comparable_name(r.cells[0]).startswith(stem)]


def _of_groups(rows: tuple[Row, ...], groups: Sequence[str], notice: Notice) -> tuple[Row, ...]:
    """Of rows that are named by groups too (团体赛项职工组) those of the groups that are meant."""
    others = [comparable_name(g) for g in notice.groups if g not in groups] if groups else []
    return tuple(r for r in rows if not any(o in comparable_name(r.cells[0]) for o in others))


def _of_stage(view: TableView, columns: tuple[int, ...], text: str) -> tuple[int, ...]:
    """Of these columns those of the stage a question names: 预赛费, 决赛费."""
    said = set(_STAGE.findall(text))
    own = [i for i in columns if said & set(_STAGE.findall(view.table.header[i]))]
    return tuple(own or columns)


def _columns(view: TableView, groups: Sequence[str], text: str) -> tuple[int, ...]:
    """The columns of the groups meant, and of members or others where the question says which."""
    heads = {i: comparable_name(h) for i, h in enumerate(view.table.header) if i}
    of_groups = {i: h for i, h in heads.items() if any(comparable_name(g) in h for g in groups)}
    heads = of_groups or heads
    outside = NO_MEMBER in text
    if outside or _MEMBER in text:
        own = [i for i, h in heads.items() if (_MEMBER in h and NO_MEMBER not in h) != outside]
        return tuple(own or heads)
    return tuple(heads)


def _due(notice: Notice, view: TableView, row: Row, column: int, text: str) -> Piece | None:
    """What is left of the price for whoever pays on a day early enough."""
    amount = AMOUNT.fullmatch(comparable_name(row.cells[column]))
    member = _MEMBER in comparable_name(view.table.header[column])
    team = bool(_TEAM.search(row.cells[0])) and not _ALONE.search(row.cells[0])
    early = early_cut(text, notice.text, of_team=team, of_member=member) if amount else None
    if amount is None or early is None:
        return None
    line, formula = left_of(Decimal(amount[1]), early)
    granted = cite_phrase(notice, early.granted)
    cited = (*cite_row(notice, view.table, row, (column,)), *([granted] if granted else []))
    return Piece(text=line, citations=cited, computed=(line, formula))
