"""What the bare numbers of cells count, said in the name of their row or column: 名额（人）：30."""

from __future__ import annotations

from knowledge import lazy_re
from knowledge.plain import comparable

_OF_ALL = lazy_re.compile(r"\((?:单位:)?(?P<unit>[人名队组支对])\)$")
_OF_ONE = lazy_re.compile(r"\((?:单位:)?(?P<unit>[人名队组支对])\):(?P<number>\d+)(?![\d.%])")
_BARE = lazy_re.compile(r"(?<=:)(\d+)(?=[,，;；。、]|$)")


def counted(scope: str, text: str) -> str:
    """What a row says of itself, comparable, each number with its unit.

    >>> counted("车工（人）", "东区：8，合计：20")
    '车工(人)东区:8人,合计:20人'
    >>> counted("车工", "名额（队）：3，序号：2")
    '车工名额(队):3队,序号:2'
    """
    name, told = comparable(scope), comparable(text)
    match = _OF_ALL.search(name)
    told = _BARE.sub(rf"\1{match['unit']}", told) if match is not None else told
    return name + _OF_ONE.sub(r"(\g<unit>):\g<number>\g<unit>", told)
