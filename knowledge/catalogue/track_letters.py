"""Tracks told by a letter at the head of a line each: A单元 班组团体赛, B单元 安检个人赛."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge import lazy_re

if TYPE_CHECKING:
    from collections.abc import Iterable

NOUN = r"(?:单元|赛道|赛项|项目)"
_LINE = lazy_re.compile(
    rf"(?:^|[\n;。:])\s*(?P<name>(?P<letter>[A-Z]){NOUN})[\s:、—-]*"
    r"(?P<of>[\u4e00-\u9fff]{2,16})(?:\([^()]*\))?[:,。;]"
)
_WAY = lazy_re.compile(r"(?:个人|团体|团队|双人)?(?:竞?赛|项目)?$")
"""How one enters is no name: 个人赛."""
_NAME = lazy_re.compile(rf"[A-Z]{NOUN}")
_LEAST = 2


def is_lettered(name: str) -> bool:
    """Whether a track is called by a letter alone: A单元."""
    return bool(_NAME.fullmatch(name))


def lettered(texts: Iterable[str]) -> dict[str, str]:
    r"""By name what the track is about, if that tells it, where one clause lists them from A on.

    >>> lettered(["设两个单元:\nA单元 团体赛:每队5人。\nB单元 用户安检个人赛:个人参赛。"])
    {'A单元': '', 'B单元': '用户安检'}
    >>> lettered(["A单元 班组团体赛:每队5人。"])
    {}
    """
    for text in texts:
        found = {m["letter"]: m for m in reversed(list(_LINE.finditer(text)))}
        letters = sorted(found)
        if len(letters) >= _LEAST and letters == [chr(ord("A") + i) for i in range(len(letters))]:
            of = {found[e]["name"]: _WAY.sub("", found[e]["of"]) for e in letters}
            return {name: what if len(what) > _LEAST else "" for name, what in of.items()}
    return {}
