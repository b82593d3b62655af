"""What the cells of a column hold, where its heading alone would mislead: amounts, and places."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge import lazy_re
from knowledge.plain import comparable

_AMOUNT = lazy_re.compile(r"\d+(?:\.\d+)?(?:万?元|分|%|人|名|组|队)")
_AT_BODY = lazy_re.compile(r"承办单位")
_SITE = lazy_re.compile(r"(?:学校|学院|校区|中心|基地|场馆)$")
"""A body that is a place, too."""


def amounts(cells: Iterable[str]) -> bool:
    """Whether the cells are mostly amounts, which name nothing: 个人项目 over 20000元.

    >>> amounts(["5000元", "3000元", "无"]), amounts(["焊工", "电工"])
    (True, False)
    """
    told = [bool(_AMOUNT.fullmatch(comparable(cell))) for cell in cells]
    return sum(told) * 2 > len(told)


def on_site(head: str, cells: Iterable[str]) -> bool:
    """Whether a column names the bodies that hold each track, all of them places.

    >>> on_site("承办单位", ["市商贸学校", "市技师学院"]), on_site("承办单位", ["市总工会"])
    (True, False)
    """
    return bool(_AT_BODY.search(head)) and all(map(_SITE.search, cells))
