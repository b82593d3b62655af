"""Short forms of track names, kept where only one track of the notice can be meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.plain import comparable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BRACKET = lazy_re.compile(r"（([^（）]+)）")
_KIND = lazy_re.compile(r"(?:技术应用|应用)?(?:方向|专业|项目|赛项)$")
_JOIN = lazy_re.compile(r"与|和|及")
_HEAD = lazy_re.compile(
    r"^(?:生成式|人工智能|智能(?!体|网联|家居?|硬件)化?|智慧|数字化?|数字|工业|信息通信|信息|公共|大模型|农产品|村级|全|新型|嵌入式|AI(?!GC))(?=.{3})"
)
_TAIL = lazy_re.compile(
    r"(?:技术|应用|系统|操作|运维|作业|管理|处理|加工|运行|服务|安装|设计|开发|维修|检测|员|师|工|者)$"
)
_SHORTEST = 3
_SHORT = (
    ("电子商务", "电商"),
    ("建筑信息模型", "BIM"),
    ("增材制造", "3D打印"),
    ("跨境电子商务", "跨境电商"),
)
"""What notices write out and what people say."""


def short_forms(names: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """For each track name the other words people use for it.

    >>> "机器视觉" in short_forms(["钳工", "工业互联网与机器视觉技术"])["工业互联网与机器视觉技术"]
    True
    """
    forms = {name: tuple(dict.fromkeys(_forms(name))) for name in names}
    return {
        name: tuple(form for form in forms[name] if form != name and _unique(form, name, forms))
        for name in names
    }


def _unique(form: str, name: str, forms: dict[str, tuple[str, ...]]) -> bool:
    """Whether no other track is called so, in whole or in part."""
    wanted = comparable(form)
    others = (other for other in forms if other != name)
    return not any(
        wanted in comparable(other) or wanted in map(comparable, forms[other]) for other in others
    )


def _forms(name: str) -> Iterator[str]:
    base = _BRACKET.sub("", name)
    inside = [_KIND.sub("", part) or part for part in _BRACKET.findall(name)]
    yield base
    yield from inside
    for part in (base, *inside):
        yield from _swapped(part)
    for part in (base, *inside):
        for piece in _JOIN.split(part):
            yield from _shortened(piece)


def _swapped(name: str) -> Iterator[str]:
    for written, said in _SHORT:
        if written in name:
            yield name.replace(written, said)
    if "人工智能" in name:
        yield name.replace("人工智能", "AI")
    elif "AI" in name:
        yield re.sub(r"AI(?!GC)", "人工智能", name)


def _shortened(name: str) -> Iterator[str]:
    """The piece without its general first word, then without its general last words."""
    if len(name) >= _SHORTEST:
        yield name
    short = _HEAD.sub("", name)
    for start in (name, short):
        current = start
        while len(current) >= _SHORTEST:
            yield current
            shorter = _TAIL.sub("", current)
            if shorter == current:
                break
            current = shorter
