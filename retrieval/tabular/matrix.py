"""Tables whose columns are tracks or groups: how many marks 外观检查 brings in H3.

Rows say what is told of, columns of whom. A question names a row by a telling part of its name; the
columns are those of the tracks and groups it is about, or all of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from knowledge import lazy_re
from knowledge.model import Notice, Row
from knowledge.plain import comparable
from retrieval.passages.rank import Sought
from retrieval.passages.said import COUNTING
from retrieval.question.mentions import longest_common, masked, telling
from retrieval.reply import Reply
from retrieval.tabular.kind_columns import kind_heads, kinds_meant
from retrieval.tabular.row_notes import with_more
from retrieval.tabular.rows import row_reply
from retrieval.tabular.tables import Hit, TableView
from retrieval.tabular.tariff import NO_MEMBER, NOT_IN, asks_price, of_fees
from retrieval.wording import say

_LEAST = 2
_ALONE = lazy_re.compile(r"^[\d.,%—–-]*$")
"""Numbers name no row."""
_ENTERS = lazy_re.compile(r"(?:能|可以|可不可以|能不能|让|允许)(?:不能)?(?:报(?!销)|参加|参赛)")
_ZERO = lazy_re.compile(r"0[人名队组个]?|[—–/-]+|无")
_COUNTED = lazy_re.compile(r"\((?:单位:?)?每?[人名队对组个支项件元分](?:/[^()]*)?\)$")
"""What the numbers of a column count, behind its name."""


Matrices = Sequence[tuple[TableView, dict[int, str]]]
"""Such tables, with the id of the track or the group that heads each column."""


def matrices(notice: Notice, views: Sequence[TableView]) -> Matrices:
    """The tables of a notice whose columns are several tracks or groups."""
    found = ((view, _headed(notice, view)) for view in views)
    return [(view, headed) for view, headed in found if len(headed) >= _LEAST]


def matrix_reply(notice: Notice, views: Matrices, sought: Sought) -> Reply | None:
    """The cells of the row that is named; None if no such table has it."""
    if not (sought.asked.forms & COUNTING or _may(sought) or "quota" in sought.asked.concepts):
        return None
    for view, headed, row in _by_rows(notice, views, sought):
        key = _key(view, headed)
        meant = {*sought.tracks, *sought.groups, *kinds_meant(notice, sought)}
        own = {i for i, of in headed.items() if of in meant}
        own = own or _of_tracks(notice, view, sought)
        if own or not (sought.tracks or sought.groups):
            free = (i for i in range(len(view.table.header)) if i not in {key, *view.numbered})
            columns = tuple(sorted(own or free))
            hit = Hit(view.table, (row,), frozenset({key}), columns, key, 1.0, exact=True)
            told = with_more(notice, hit, row_reply(notice, hit, sought.asked), sought)
            return _none_led(told, hit, sought)
    return None


def _by_rows(
    notice: Notice, views: Matrices, sought: Sought
) -> list[tuple[TableView, dict[int, str], Row]]:
    """The tables with the row that is named, first those of whose name the question says more."""
    found = []
    rest = _rest(notice, sought)
    for view, headed in views:
        if of_fees(view) and not asks_price(sought.asked.plain):
            continue  # 能报多少队 is no price
        key = _key(view, headed)
        row = row_named(notice, view, headed, sought)
        if row is not None:
            said = longest_common(rest, comparable(row.cells[key]))[0]
            found.append((-said, view, headed, row))
    return [each[1:] for each in sorted(found, key=lambda one: one[0])]


def row_named(
    notice: Notice, view: TableView, headed: dict[int, str], sought: Sought
) -> Row | None:
    """The one row of such a table that the question names."""
    rest = _rest(notice, sought)
    rest = NOT_IN.sub(NO_MEMBER, rest) if of_fees(view) else rest
    return _named(view, _key(view, headed), rest)


def _key(view: TableView, headed: dict[int, str]) -> int:
    """The column with the names of the rows."""
    return next(i for i in range(len(view.table.header)) if i not in headed)


def _none_led(reply: Reply | None, hit: Hit, sought: Sought) -> Reply | None:
    """The reply to whether one may, led by that none may where the cell is 0."""
    cells = [comparable(row.cells[i]) for row in hit.rows for i in hit.asked]
    if reply is None or not _may(sought) or not all(map(_ZERO.fullmatch, cells)):
        return reply
    led = say("lead.no_places")
    first = reply.pieces[0]
    text = {"text": f"{led}{first.text}", "computed": (*first.computed, led)}
    return reply.model_copy(update={"pieces": (first.model_copy(update=text), *reply.pieces[1:])})


def _may(sought: Sought) -> bool:
    """Whether it is asked if somebody may enter one track: the cell of a unit tells of it."""
    asked = sought.asked
    entering = "who_can" in asked.concepts or bool(_ENTERS.search(asked.plain))
    return len(sought.tracks) == 1 and "yes_no" in asked.forms and entering


def _headed(notice: Notice, view: TableView) -> dict[int, str]:
    """The columns that are headed by a track or a group, if one is left for the names of rows."""
    groups = {comparable(g): g for g in notice.groups}
    called = dict(groups)
    for track in notice.tracks:
        called |= {comparable(name): track.id for name in (track.name, *track.aliases)}
    heads = [(i, named_by(head)) for i, head in enumerate(view.table.header)]
    found = {i: called[head] for i, head in heads if head in called}
    if found:  # 竹编老艺组 beside 砌墙: a group of the track
        of_groups = ((i, next((g for g in groups if head.endswith(g)), "")) for i, head in heads)
        found |= {i: groups[g] for i, g in of_groups if g and i not in found}
    # 包装设计 beside 单人赛项: a track of its own, and the kind of the others
    found = {**kind_heads(notice, view, beside=bool(found)), **found}
    return found if len(found) < len(view.table.header) else {}


def _of_tracks(notice: Notice, view: TableView, sought: Sought) -> set[int]:
    """The columns of the groups of the tracks that are meant: 竹编老艺组 and 竹编新艺组."""
    if sought.groups:
        return set()
    names = tuple(comparable(t.name) for t in notice.tracks if t.id in sought.tracks)
    heads = enumerate(map(named_by, view.table.header))
    return {i for i, head in heads if names and head.startswith(names) and head.endswith("组")}


def named_by(head: str) -> str:
    """The name in a heading, comparable, without what its cells count: 蓝染（对）.

    >>> named_by("蓝染（对）"), named_by("焊接（熔化焊）")
    ('蓝染', '焊接(熔化焊)')
    """
    return _COUNTED.sub("", comparable(head))


def _rest(notice: Notice, sought: Sought) -> str:
    """The question without the names of the tracks it is about: 焊 of 焊条 names no row."""
    text = sought.asked.plain
    for track in notice.tracks:
        if track.id in sought.tracks:
            for name in map(comparable, (track.name, *track.aliases)):
                at = text.find(name)
                text = masked(text, [(at, at + len(name))]) if at >= 0 else text
    return text


def _named(view: TableView, key: int, text: str) -> Row | None:
    """The one row of whose name the question says the most, and a telling part."""
    said = [(_said(comparable(row.cells[key]), text), row) for row in view.table.rows]
    most = max((n for n, _ in said), default=0)
    best = [row for n, row in said if n == most]
    return best[0] if most >= _LEAST and len(best) == 1 else None


def _said(name: str, text: str) -> int:
    """How many characters of a name stand in a text at once, from its beginning or to its end.

    Or both, with what is between them left out: 设备公司 of 设备专业公司.
    """
    if shortened(name, text):
        return len(name) - 1
    length, at, of = longest_common(text, name)
    if _ALONE.match(name) or not telling(text[at : at + length]):
        return 0
    return length if of == 0 or of + length == len(name) else 0


def shortened(name: str, text: str) -> bool:
    """Whether a text has the beginning and the end of a name side by side, two characters each.

    >>> shortened("设备专业公司", "设备公司能报吗"), shortened("设备公司", "设备公司能报吗")
    (True, False)
    """
    return len(name) > 2 * _LEAST and f"{name[:_LEAST]}{name[-_LEAST:]}" in text
