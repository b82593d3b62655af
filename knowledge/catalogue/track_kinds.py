"""Kinds of tracks: 职业技能类：农机修理工、农作物植保员, or a column 类别 beside 赛项.

Conditions are often stated kind by kind (职业技能类选手须…); they concern that kind's tracks only.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.catalogue.kind_counts import MARK, counted
from knowledge.catalogue.mentions import resolve
from knowledge.catalogue.track_lists import NOUN
from knowledge.catalogue.track_tallies import tallied
from knowledge.catalogue.tracks import is_track_column
from knowledge.fold import folded
from knowledge.numerals import NUMERAL
from knowledge.plain import bare, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from knowledge.model import Clause, Table, Track

_KIND = lazy_re.compile(
    rf"(?:^|[。;\n、,)\d.:])(?P<kind>[\u4e00-\u9fffA-Z]{{1,10}}类)(?:{NOUN}|竞赛|比赛|比武)?"
    rf"(?:\((?:共|含|包括|即)?(?:{NUMERAL}个(?:{NOUN})?[,:]?)?(?P<inside>[^()。;\n]{{2,200}})\)"
    rf"|(?:共|下|分别|设置?|设有|包括|包含|含|有|为|是|指|即)*(?:{NUMERAL}个(?:{NOUN})?)?[,:]?"
    r"(?:分别)?(?:包括|为|是|即|设)?:?(?P<list>[^。;:\n]{2,200}))"
)
_FORM = lazy_re.compile(
    r"(?:^|[。;\n、,)\d.:]|其中|报名|参加)(?P<kind>[\u4e00-\u9fff]{2,8}?)(?:类)?(?:项目|赛项|赛道|工种|比赛|竞赛|赛)"
    rf"(?:\((?:共|含|包括|即)?(?:{NUMERAL}个(?:{NOUN})?[,:]?)?(?P<inside>[^()。;\n]{{2,200}})\)"
    rf"|(?:共|包括|包含|含|有|为)?(?:{NUMERAL}个(?:{NOUN})?)?:(?P<list>[^。;:\n]{{2,200}}))"
)
"""The same without 类: 大众项目（咖啡制作、短视频创作）; of one track alone it may be its name."""
_IS = lazy_re.compile(
    rf"(?:^|[。;\n,:]|\(?[一二三四五六七八九十\d]{{1,2}}[)、.])(?P<list>[^。;:,\n()]{{2,200}}?)(?:等)?(?:{NUMERAL}个)?(?:{NOUN})?"
    r"(?:均|都|分别)?(?:为|属于?|是|采用|采取|实行)(?P<kind>个人|单人|双人|团体|团队|集体)(?:赛项|赛|项目|竞赛|比赛)"
)
"""甲、乙、丙为个人赛，丁为团体赛."""
_GENERAL = lazy_re.compile(
    r"竞赛|比赛|参赛|大赛|赛事|报名|各|其[他余]|本次|本届|全部|所有|设置|以下|下列"
)
_ITEMS = lazy_re.compile(r"、(?![^()]*\))|以及|[和与及,](?![^()]*\))")
_END = lazy_re.compile(rf"(?:等?(?:共)?{NUMERAL}个)?(?:{NOUN})?。?$")
_COLUMN = lazy_re.compile(
    r"(?:赛项|竞赛|比赛|参赛|大赛|项目|工种)?(?:类别|类型|分类|门类|大类|板块|系列|赛别)(?:名称)?"
)
_FORMED = lazy_re.compile(r"(?:参赛|竞赛|比赛|组队|报名|参与|组织)(?:形式|方式)|赛制")
_FORM_CELL = lazy_re.compile(
    r"(?:\d人)?(?P<kind>个人|单人|双人|团体|团队|集体)(?:赛项|项目|赛)?(?:\(\d人\))?"
)
"""How a track is entered, as a column of its own: 个人赛, 团体."""
_HEAD = lazy_re.compile(rf"[\u4e00-\u9fffA-Z]{{1,10}}类(?:{NOUN}|竞赛|比赛|比武)?")
_BRACKETS = lazy_re.compile(r"[(（][^()（）]*[)）]")
_SHORTEST = _SEVERAL = 2


def stem_of(kind: str) -> str:
    """What a kind is called, without the noun behind it.

    >>> stem_of("大众项目"), stem_of("专业技能类"), stem_of("个人赛")
    ('大众', '专业技能', '个人')
    """
    stem = re.sub(r"(?:类|(?:竞赛|比赛)?项目|赛项|赛道|工种|竞赛|比赛|赛)+$", "", kind)
    return stem if len(stem) >= _SHORTEST else kind.removesuffix("类")


def kinds_of(
    clauses: Sequence[Clause], tables: Iterable[Table], tracks: Sequence[Track]
) -> dict[str, str]:
    """The kind of each track (by id) that the notice sorts into one; a kind of all is none."""
    found: dict[str, str] = {}
    sources = (
        _listed(clauses, tracks),
        counted(clauses, tracks),
        _headed(clauses, tracks),
        _tabled(tables, tracks),
        _formed(tables, tracks),
    )
    for kind, ids in (pair for source in sources for pair in source):
        for each in ids:
            found.setdefault(each, kind)
    every = set(found.values())
    return {} if len(every) == 1 and len(found) == len(tracks) else found


def _listed(
    clauses: Iterable[Clause], tracks: Sequence[Track]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for clause in clauses:
        for kind, names in tallied([MARK.sub("", folded(clause).text)]).items():
            yield f"{kind}类", tuple(t.id for n in names if (t := resolve(n, tracks)))
        for match in _KIND.finditer(folded(clause).text):
            words = _END.sub("", match["inside"] or match["list"])
            named = [resolve(item, tracks) for item in _ITEMS.split(words)]
            ids = tuple(track.id for track in named if track)
            if ids and len(ids) == len(named):
                yield match["kind"], ids
        for match in _IS.finditer(folded(clause).text):
            named = [resolve(item, tracks) for item in _ITEMS.split(match["list"])]
            ids = tuple(track.id for track in named if track)
            if ids and len(ids) == len(named):
                yield f"{match['kind']}类", ids
        for match in _FORM.finditer(folded(clause).text):
            words = _END.sub("", match["inside"] or match["list"])
            named = [resolve(item, tracks) for item in _ITEMS.split(words)]
            ids = tuple(track.id for track in named if track)
            several = len(ids) == len(named) >= _SEVERAL and not _GENERAL.search(match["kind"])
            if several and resolve(match["kind"], tracks) is None:
                yield f"{match['kind']}类", ids


def _headed(
    clauses: Iterable[Clause], tracks: Sequence[Track]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """A kind as a heading, and a clause for each of its tracks below: （二）茶艺类, 4.规定茶艺."""
    below: dict[str, list[str]] = {}
    kinds: dict[str, str] = {}
    for clause in clauses:
        heading = bare(clause.heading)
        if clause.parent in kinds:
            below[clause.parent].append(_BRACKETS.sub("", heading))
        elif _HEAD.fullmatch(heading) and resolve(heading, tracks) is None:
            kinds[clause.path] = f"{stem_of(heading)}类"
            below[clause.path] = []
    for path, names in below.items():
        named = [resolve(name, tracks) for name in names]
        ids = tuple(track.id for track in named if track)
        if ids and len(ids) == len(named):
            yield kinds[path], ids


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
                yield f"{stem_of(said)}类", (track.id,)


def _formed(
    tables: Iterable[Table], tracks: Sequence[Track]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The kind of each track by the column that says how it is entered: 团体, 个人."""
    for table in tables:
        heads = [bare(head) for head in table.header]
        form = next((i for i, head in enumerate(heads) if _FORMED.fullmatch(head)), None)
        name = next((i for i, head in enumerate(heads) if is_track_column(head)), None)
        if form is None or name is None or table.form:
            continue
        for row in table.rows:
            track = resolve(row.cells[name], tracks) if name < len(row.cells) else None
            said = _FORM_CELL.fullmatch(squeeze(row.cells[form])) if form < len(row.cells) else None
            if track and said:
                yield f"{said['kind']}类", (track.id,)
