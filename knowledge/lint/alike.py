"""Names that are nearly the same: most likely one of them is misprinted."""

from __future__ import annotations

from difflib import SequenceMatcher

_MIN = 4
_MOST_CHANGED = 2
_SHARE = 0.75
_TELLING = frozenset("一二三四五六七八九十0123456789东南西北上中下左右大小男女甲乙丙丁abcdef")
"""Names that differ in one of these differ on purpose: 第一中学 and 第二中学."""


def alike(one: str, other: str) -> bool:
    """Whether two names (comparable) differ in one or two characters.

    A name that stands whole within the other is no misprint but a shorter form.

    >>> alike("智能硬件装调员", "智能硬件装配员"), alike("选手报名表", "大赛选手报名表")
    (True, False)
    """
    if one == other or min(len(one), len(other)) < _MIN or one in other or other in one:
        return False
    if abs(len(one) - len(other)) > _MOST_CHANGED:
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    same = sum(block.size for block in matcher.get_matching_blocks())
    most = max(len(one), len(other))
    changed = "".join(
        one[a:b] + other[c:d] for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"
    )
    near = most - same <= _MOST_CHANGED and same >= _SHARE * most
    return near and not _TELLING & set(changed)
