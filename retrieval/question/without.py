"""What somebody says they have not: 没公章的, where notices write of those 无公章的."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge import lazy_re
from retrieval.question.lexicon import Rendered

_LACKS = lazy_re.compile(
    r"(?<![有了还])没有?(?P<x>[\u4e00-\u9fff]{2,4}?)(?=的|[，,。？?吗呢怎咋能可要还就想]|$)"
)
_WRITTEN = ("无", "没有", "未有", "不具备", "缺少")


def lacking(text: str) -> Iterator[Rendered]:
    """The words of notices for each thing that is not there, in comparable text.

    >>> [(r.said, r.words[:2]) for r in lacking("没公章的面馆咋报名")]
    [('没公章', ('无公章', '没有公章'))]
    >>> list(lacking("有没有公章"))
    []
    """
    for match in _LACKS.finditer(text) if "没" in text else ():
        thing = match["x"]
        yield Rendered(said=match[0], words=tuple(f"{word}{thing}" for word in _WRITTEN))
