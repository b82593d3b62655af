"""Kinds of tracks: 职业技能类：农机修理工、农作物植保员, or a column 类别 beside 赛项.

Conditions are often stated kind by kind (职业技能类选手须…); they concern that kind's tracks only.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.catalogue.mentions import resolve
from knowledge.catalogue.track_lists import NOUN
from knowledge.catalogue.tracks import is_track_column
from knowledge.fold import folded
from knowledge.numerals import NUMERAL
from knowledge.plain import bare, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from knowledge.model import Clause, Table, Track

_KIND = re.compile(
    rf"(?:^|[。;\n、,)\d.:])(?P<kind>[\u4e00-\u9fffA-Z]{{1,10}}类)(?:{NOUN}|竞赛|比赛|比武)?"
    rf"(?:\((?:共|含|包括|即)?(?:{NUMERAL}个(?:{NOUN})?[,:]?)?(?P<inside>[^()。;\n]{{2,200}})\)"
    rf"|(?:共|下|分别|设置?|设有|包括|包含|含|有|为|是|指|即)*(?:{NUMERAL}个(?:{NOUN})?)?[,:]?"
    r"(?:分别)?(?:包括|为|是|即|设)?:?(?P<list>[^。;:\n]{2,200}))"
)
_ITEMS = re.compile(r"、(?![^()]*\))|以及|[和与及,](?![^()]*\))")
_END = re.compile(rf"(?:等?(?:共)?{NUMERAL}个)?(?:{NOUN})?。?$")
_COLUMN = re.compile(r"(?:赛项|竞赛|比赛|项目|工种)?(?:类别|类型|分类|门类|大类)")
_SHORTEST = 2


def kinds_of(
    clauses: Sequence[Clause], tables: Iterable[Table], tracks: Sequence[Track]
) -> dict[str, str]:
    """The kind of each track (by id) that the notice sorts into one; a kind of all is none."""
    found: dict[str, str] = {}
    for kind, ids in (*_listed(clauses, tracks), *_tabled(tables, tracks)):
        for each in ids:
            found.setdefault(each, kind)
    every = set(found.values())
    return {} if len(every) == 1 and len(found) == len(tracks) else found


def _listed(
    clauses: Iterable[Clause], tracks: Sequence[Track]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for clause in clauses:
        for match in _KIND.finditer(folded(clause).text):
            words = _END.sub("", match["inside"] or match["list"])
            named = [resolve(item, tracks) for item in _ITEMS.split(words)]
            ids = tuple(track.id for track in named if track)
            if ids and len(ids) == len(named):
                yield match["kind"], ids


def _tabled(
    tables: Iterable[Table], tracks: Sequence[Track]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for table in tables:
        heads = [bare(head) for head in table.header]
        kind = next((i for i, head in enumerate(heads) if _COLUMN.fullmatch(head)), None)
        name = next((i for i, head in enumerate(heads) if is_track_column(head)), None)
        if kind is None or name is None or kind == name or table.form:
            continue
        for row in table.rows:
            track = resolve(row.cells[name], tracks) if name < len(row.cells) else None
            said = squeeze(row.cells[kind]) if kind < len(row.cells) else ""
            if track and len(said) >= _SHORTEST:
                yield f"{said.removesuffix('类')}类", (track.id,)
