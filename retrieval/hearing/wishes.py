"""我想参加这个比赛: a wish to take part asks for what one must know first."""

from __future__ import annotations

from knowledge import lazy_re

_WISH = lazy_re.compile(
    r"(?:我们?|俺们?|咱们?|本人|孩子|朋友|同事)?(?:也|很|都|还)*"
    r"(?:想|要|打算|准备|计划|希望)要?(?:去|来)?(?:参加|参赛|报名(?:参加)?|报)"
    r"(?P<of>[^，,。；;？?！!]+?(?:赛|杯|比武))[吧了啦呀啊]*[。.！!~ ]*"
)
_ASKING = lazy_re.compile(r"[几哪谁怎什啥吗么]|多少|能不能|可不可以|是否|多久")
_ASKED = "{of}谁能报名？{of}怎么报名？{of}报名什么时候截止？"
"""Its name thrice: each is a question of its own."""


def wished(text: str) -> str:
    """The questions a wish to take part stands for; a text that is none is itself.

    >>> wished("我想参加茶艺比赛")
    '茶艺比赛谁能报名？茶艺比赛怎么报名？茶艺比赛报名什么时候截止？'
    >>> wished("我想参加比赛要什么条件")
    '我想参加比赛要什么条件'
    """
    found = _WISH.fullmatch(text.strip())
    if found is None or _ASKING.search(text):
        return text
    return _ASKED.format(of=found["of"])
