"""What the cells of a column hold, where its heading alone would mislead: amounts, places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from knowledge import lazy_re
from knowledge.plain import comparable
from retrieval.question.asked import Asked

_AMOUNT = lazy_re.compile(r"\d+(?:\.\d+)?(?:万?元|分|%|人|名|组|队)")
_TEAM = lazy_re.compile(
    r"(?:[单双一两二三四五六七八]人|个人|团[体队]|\d人?(?:[-~—–至]\d)?人)(?:赛项?|项目|组队|团[体队]|[一1每/]队|/?队|组)?(?:[(（][^()（）]*[)）])?"
)
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


def team_sizes(cells: Iterable[str]) -> bool:
    """Whether the cells say how many enter together: 参赛方式 over 单人, 双人.

    >>> team_sizes(["单人", "双人", "三人"]), team_sizes(["线上", "双人"])
    (True, False)
    """
    told = [comparable(cell) for cell in cells if cell.strip()]
    return bool(told) and all(map(_TEAM.fullmatch, told))


def on_site(head: str, cells: Iterable[str]) -> bool:
    """Whether a column names the bodies that hold each track, all of them places.

    >>> on_site("承办单位", ["市商贸学校", "市技师学院"]), on_site("承办单位", ["市总工会"])
    (True, False)
    """
    return bool(_AT_BODY.search(head)) and all(map(_SITE.search, cells))


def chosen_from(columns: Sequence[frozenset[str]], key: int, asked: Asked) -> frozenset[int]:
    """The columns a choice is asked from: 是单人还是双人 says their words and asks for them.

    `columns` are what each column holds, `key` the one that names the rows.
    """
    own = frozenset(asked.concepts) if "还是" in asked.plain else frozenset()
    return frozenset(i for i, said in enumerate(columns) if i != key and said & own)
