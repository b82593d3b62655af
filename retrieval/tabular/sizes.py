"""单人, 双人, 三人团体: cells that say how many make a team, whatever their column is called."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge import lazy_re
from knowledge.numerals import CHINESE

_SIZE = lazy_re.compile(
    rf"(?:单|双|多|\d+(?:[—–~-]\d+)?|{CHINESE})(?:个)?人(?:一?(?:组队?|队)|团体|团队|赛|项目|组合)?"
    r"|个人(?:赛|项目)?|团[体队](?:赛|项目)?(?:[(（].{1,8}人[)）])?"
)


def of_sizes(cells: Sequence[str]) -> bool:
    """Whether all cells of a column (comparable) say how many take part together.

    >>> of_sizes(["单人", "双人", "三人团体"]), of_sizes(["职工组", "单人"]), of_sizes([])
    (True, False, False)
    """
    told = [cell for cell in cells if cell]
    return bool(told) and all(map(_SIZE.fullmatch, told))
