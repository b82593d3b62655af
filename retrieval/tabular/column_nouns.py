"""Columns asked by the noun behind 什么: 加工什么料 asks for 材料, 用什么系统 for 数控系统.

And those whose heading only calls the row what it is: 找故障那个模块 asks for no 模块.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge import lazy_re
from retrieval.question.likeness import core

_NOUN = lazy_re.compile(
    r"(?:什么|啥|哪种|哪款|何种|哪一?类)样?的?(?P<noun>[\u4e00-\u9fff]{1,4}?)(?:的|来着|啊|呢|呀)?$"
)
_VAGUE = frozenset("时候样人事用会去来办做好的了吗法时证奖赛样题地方")
"""What such a word ends in without naming a thing."""


def by_noun(plain: str, heads: Sequence[str], free: Sequence[int]) -> list[int]:
    """The columns of `free` whose heading ends in the noun; none unless one alone does.

    >>> by_noun("学生组加工什么料", ["项目", "材料", "数控系统"], [1, 2])
    [1]
    """
    match = _NOUN.search(plain)
    if match is None or match["noun"][-1] in _VAGUE:
        return []
    found = [i for i in free if core(heads[i]).endswith(match["noun"])]
    return found if len(found) == 1 else []


def of_the_row(head: str, plain: str) -> bool:
    """Whether a text says a heading only to call a row what it is: 那个模块, B模块, 这一项目.

    >>> of_the_row("模块", "找故障那个模块多少分"), of_the_row("模块", "找故障是哪个模块")
    (True, False)
    """
    if not head or head not in plain:
        return False
    called = rf"(?:[这那该]一?[个项]?|(?<![a-z])[a-z]|[一二三四五六七八九]){re.escape(head)}"
    return not re.sub(called, "", plain).count(head)
