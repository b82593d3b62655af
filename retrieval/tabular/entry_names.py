"""What the rows of a table of fees are called by people, where they are what is entered."""

from __future__ import annotations

from collections.abc import Mapping

from knowledge import lazy_re
from knowledge.plain import comparable_name
from retrieval.tabular.tables import TableView

_BRACKET = lazy_re.compile(r"[(（][^()（）]*[)）]")
_END = lazy_re.compile(r"(?:参赛)?(?:赛事?|项目|选手|人员|费用?)$")
_BESIDE = lazy_re.compile(r"^(?:随队|现场|参加)")
_ALIKE = {"团体": "团队", "团队": "团体", "个人": "单人", "单人": "个人", "观摩": "观赛"}
"""What people say as well."""
_ONE = lazy_re.compile(r"[一两二三四五六七八九十几多每\d]个人")
"""A number of people, and no entry of one: 一个人交多少."""


def entry_names(view: TableView) -> dict[int, str]:
    """By the place of a row its short name: 随队观摩（每人） is 观摩, 团体赛（每队） is 团体."""
    cells = (_BRACKET.sub("", comparable_name(row.cells[0])) for row in view.table.rows)
    names = {at: _BESIDE.sub("", _END.sub("", cell)) for at, cell in enumerate(cells)}
    return {at: name for at, name in names.items() if name}


def entries_named(names: Mapping[int, str], text: str) -> tuple[int, ...]:
    """The rows that a text (comparable) names; none where two rows have one name.

    >>> entries_named({0: "个人", 1: "团体"}, "团队一个人多少钱")
    (1,)
    """
    text = _ONE.sub("", text)
    said = [at for at, name in names.items() if name in text or _ALIKE.get(name, name) in text]
    several = len({names[at] for at in said}) < len(said)
    return () if several else tuple(said)
