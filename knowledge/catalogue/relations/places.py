"""Where a notice says in which place something is: 地点为市技师学院, 考点设在图书馆三楼."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge import lazy_re

NAMED = lazy_re.compile(r"地点|场地|地址|考点|赛场|考场")
"""What a correction of a place is about."""
_TOLD = lazy_re.compile(
    r"(?:地点|场地|地址|考点|赛场|考场)(?:统一|均|拟|暂定)?"
    r"(?:安排在|设立?在|为|是|在|[:：])[ \u3000]*(?P<place>[^，,。；;\n（(]{3,})"
)


def places(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of the text that name a place behind such a word."""
    for match in _TOLD.finditer(text):
        yield match.span("place")
