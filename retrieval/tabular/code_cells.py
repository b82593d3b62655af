"""What a cell says of tracks by their codes, and of which of their groups: C学生组, 教师组(C)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from knowledge import lazy_re
from knowledge.model import Row
from knowledge.plain import squeeze
from retrieval.tabular.tables import Hit

_CODE = lazy_re.compile(r"[A-Z]{1,4}(?:[-—]?\d{1,3})?")
_LIST = r"[A-Z]{1,4}(?:[-—]?\d{1,3})?(?:[、,，和及与/\s]*[A-Z]{1,4}(?:[-—]?\d{1,3})?)*"
_NOUN = r"(?:单元|赛道|赛项|项目)"
_CELL = lazy_re.compile(
    rf"{_NOUN}?(?P<list>{_LIST}){_NOUN}?[(（]?(?:[\u4e00-\u9fff]{{1,6}}组)?[)）]?"
    rf"|[\u4e00-\u9fff]{{2,12}}[(（]{_NOUN}?(?P<inside>{_LIST}){_NOUN}?[)）]"
)
_ADVISERS = lazy_re.compile(r"(?:指导|带队|辅导)(?:老师|教师)")


def codes_of(cell: str) -> set[str]:
    """The codes a cell lists, be it for one group alone; none if it says anything else.

    >>> sorted(codes_of("A、B")), codes_of("C学生组"), codes_of("学生组个人（C）")
    (['A', 'B'], {'C'}, {'C'})
    >>> codes_of("A类"), codes_of("实操A")
    (set(), set())
    """
    match = _CELL.fullmatch(cell)
    return set(_CODE.findall(match["list"] or match["inside"])) if match else set()


def of_groups(hit: Hit, own: Collection[str], every: Collection[str], text: str = "") -> Hit:
    """Of the rows of a track those of the groups meant; all where none is, or none is told.

    `text` (comparable) may say one by its people: 老师 for 教师组.
    """
    own = own or _by_people(text, every)
    kept = tuple(
        row
        for row in hit.rows
        if any(group in _words(row) for group in own)
        or not any(group in _words(row) for group in every)
    )
    return replace(hit, rows=kept) if own and kept else hit


def _by_people(text: str, every: Collection[str]) -> tuple[str, ...]:
    """The one group whose people a text speaks of; none if of several.

    >>> _by_people("老师组队交多少", ("学生组", "教师组")), _by_people("指导老师几个", ("教师组",))
    (('教师组',), ())
    """
    said = _ADVISERS.sub("", text).replace("老师", "教师")
    found = tuple(group for group in every if group.removesuffix("组") in said)
    return found if len(found) == 1 else ()


def _words(row: Row) -> str:
    return "|".join(map(squeeze, row.cells))
