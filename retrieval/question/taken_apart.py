"""Verbs that speech takes apart: 切了屏, 请个假, 交过费 are 切屏, 请假, 交费 to a notice."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge import lazy_re
from retrieval.question.lexicon import Rendered

_APART = lazy_re.compile(
    r"(?P<verb>[\u4e00-\u9fff])(?:[了过着个]|[了过][个次]|一?下)(?P<thing>[\u4e00-\u9fff])"
)
_NO_VERB = frozenset("的是有在没不我你他她它们这那哪几一二两三四五六七八九十能会要就都也还又为除人")
_NO_THING = frozenset(
    "的吗么呢吧啊呀没不就还都也又是有在能会要我你他她它这那哪几多怎咋才后以之一两三小月半"
)


def joined(text: str) -> Iterator[Rendered]:
    """Each verb and what it is done to, side by side, in comparable text.

    >>> [r.words for r in joined("考试切了屏怎么算")]
    [('切屏',)]
    >>> list(joined("我报名了吗"))
    []
    """
    for match in _APART.finditer(text):
        verb, thing = match["verb"], match["thing"]
        if verb not in _NO_VERB and thing not in _NO_THING:
            yield Rendered(said=match[0], words=(f"{verb}{thing}",))
