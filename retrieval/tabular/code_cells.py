"""What a cell says of tracks by their codes, and of which of their groups: C学生组, 教师组(C)."""

from __future__ import annotations

from knowledge import lazy_re

_CODE = lazy_re.compile(r"[A-Z]{1,4}(?:[-—]?\d{1,3})?")
_LIST = r"[A-Z]{1,4}(?:[-—]?\d{1,3})?(?:[、,，和及与/\s]*[A-Z]{1,4}(?:[-—]?\d{1,3})?)*"
_NOUN = r"(?:单元|赛道|赛项|项目)"
_CELL = lazy_re.compile(
    rf"{_NOUN}?(?P<list>{_LIST}){_NOUN}?[(（]?(?:[\u4e00-\u9fff]{{1,6}}组)?[)）]?"
    rf"|[\u4e00-\u9fff]{{2,12}}[(（]{_NOUN}?(?P<inside>{_LIST}){_NOUN}?[)）]"
)


def codes_of(cell: str) -> set[str]:
    """The codes a cell lists, be it for one group alone; none if it says anything else.

    >>> sorted(codes_of("A、B")), codes_of("C学生组"), codes_of("学生组个人（C）")
    (['A', 'B'], {'C'}, {'C'})
    >>> codes_of("A类"), codes_of("实操A")
    (set(), set())
    """
    match = _CELL.fullmatch(cell)
    return set(_CODE.findall(match["list"] or match["inside"])) if match else set()
