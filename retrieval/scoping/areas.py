"""Tracks told by the area or the batch they are held in: 主赛区：9月14日报到, 第一批：6月3日.

A table of the tracks says which area each is in, or a sentence does (主赛区承办焊工、电工赛项).
What is then said of an area holds for its tracks and for no others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from knowledge import lazy_re
from knowledge.catalogue.mentions import resolve, track_mentions
from knowledge.catalogue.tracks import is_track_column
from knowledge.fold import fold
from knowledge.model import Notice, Table
from knowledge.plain import comparable, comparable_name

_SITE = r"赛区|片区|考区|赛点|考点|分会场|分赛场|赛场|批次?"
_ANY = lazy_re.compile(_SITE)
_COLUMN = lazy_re.compile(rf"[\u4e00-\u9fff]{{0,4}}(?:{_SITE}|场次)(?:名称|安排)?")
_NAME = lazy_re.compile(rf"(?=[\u4e00-\u9fff])[\u4e00-\u9fff\da-z]{{1,9}}?(?:{_SITE})")
_SENTENCE = lazy_re.compile(r"[^。;,\n]+")
_HOLDS = lazy_re.compile(
    r"(?:负责|主要|分别|具体)?(?:承办|承担|设置?|举办|举行|进行|安排|包括|为|[:(])"
)
_LEAD = lazy_re.compile(r"^(?:[(（][^()（）]{1,3}[)）]|[\d一二三四五六七八九十]{1,3}[.、．])*")
_GENERAL = lazy_re.compile(r"^(?:各|每|其他|其它|本|该|同一|所在|所有|全部)")

Areas = Mapping[str, frozenset[str]]
"""The tracks (ids) held in each area, by its name as comparable text."""


def areas_of(notice: Notice) -> Areas:
    """The areas of a notice that tell its tracks apart; empty where it has none.

    An area of all tracks tells none of them apart.
    """
    if len(notice.tracks) < 2 or not _ANY.search(notice.text):  # noqa: PLR2004  one is not apart
        return {}
    found: dict[str, set[str]] = {}
    for name, tracks in (*_tabled(notice), *_stated(notice)):
        found.setdefault(name, set()).update(tracks)
    return {
        name: frozenset(found[name])
        for name in sorted(found, key=len, reverse=True)
        if len(found[name]) < len(notice.tracks)
    }


def _tabled(notice: Notice) -> Iterator[tuple[str, set[str]]]:
    for table in notice.tables:
        columns = [i for i, h in enumerate(table.header) if _COLUMN.fullmatch(comparable_name(h))]
        names = [i for i, h in enumerate(table.header) if is_track_column(h)]
        for column in columns if len(names) == 1 and not table.form else ():
            yield from _rows(notice, table, names[0], column)


def _rows(notice: Notice, table: Table, name: int, area: int) -> Iterator[tuple[str, set[str]]]:
    for row in table.rows:
        track, said = resolve(row.cells[name], notice.tracks), comparable_name(row.cells[area])
        if track is not None and _is_name(said):
            yield said, {track.id}


def _stated(notice: Notice) -> Iterator[tuple[str, set[str]]]:
    for clause in notice.clauses:
        text = fold(clause.text).text if _ANY.search(clause.text) else ""
        for sentence in _SENTENCE.findall(text):
            words = _LEAD.sub("", sentence.strip())
            area = _NAME.match(words)
            if area is None or not _is_name(area[0]) or not _HOLDS.match(words, area.end()):
                continue
            named = {t for m in track_mentions(words, notice.tracks) for t in m.names}
            if named:
                yield comparable(area[0]), named


def _is_name(said: str) -> bool:
    """Whether words name one area: 主赛区, 第一批; 各赛区 is none."""
    return bool(_NAME.fullmatch(said)) and not _GENERAL.match(said)


def held_there(plain: str, areas: Areas) -> frozenset[str]:
    """The tracks of the areas that comparable words of the notice name.

    >>> held_there("水务分赛区:9月8日报到", {"水务分赛区": frozenset({"w"}), "分赛区": frozenset()})
    frozenset({'w'})
    """
    found: set[str] = set()
    for name, tracks in areas.items():
        if name in plain:
            found |= tracks
            plain = plain.replace(name, "\n")
    return frozenset(found)


def begun_with(sentence: str, clause: str, areas: Areas) -> frozenset[str]:
    """The tracks of the area a sentence begins with, or alone is spoken of in its clause.

    >>> areas = {"主赛区": frozenset({"a"}), "东赛区": frozenset({"b"})}
    >>> begun_with("遇雨顺延", "主赛区:9月1日;遇雨顺延", areas)
    frozenset({'a'})
    >>> begun_with("遇雨顺延", "主赛区:9月1日;东赛区:9月2日;遇雨顺延", areas)
    frozenset()
    """
    for text, whole in ((sentence, False), (clause, True)):
        words = _LEAD.sub("", text)
        tracks = next((t for name, t in areas.items() if words.startswith(name)), frozenset())
        if tracks and not (whole and held_there(words, areas) != tracks):
            return tracks
    return frozenset()
