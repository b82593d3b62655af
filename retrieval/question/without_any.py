"""What somebody says he has none of, beside words that bar whoever has much of it: 没有粉丝."""

from __future__ import annotations

from knowledge import lazy_re

_DENIES = lazy_re.compile(
    r"(?<!有)(?<!是)(?:从来|也|都|又|还|根本)*(?:没有?|无|不是|不算|并非|没有?跟[\u4e00-\u9fff]{2,4})"
    r"(?:什么|啥|几个|一个|任何)?(?P<what>(?!过|用|法|有没)[\u4e00-\u9fff]{2,4})(?=[,，。;；!！?？的]|$)"
)
_ASKS = lazy_re.compile(r"不是[^，,。？?]{2,8}(?:吗|么|嘛)")
_BEFORE = lazy_re.compile(r"(?:未|没有?|不|无)[^，,。；;]{0,6}$")
"""没有证书的不得报名 bars whoever has none."""


def denies(question: str, bar: str) -> bool:
    """Whether a question (comparable) says that there is none of what a bar is about.

    >>> denies("我老婆种地,她没有粉丝", "个人账号粉丝数超过10万人的")
    True
    >>> denies("她没有证书,能报吗", "没有证书的人员不得报名")
    False
    """
    if _ASKS.search(question):
        return False
    for match in _DENIES.finditer(question):
        at = bar.find(match["what"])
        if at >= 0 and not _BEFORE.search(bar[:at]):
            return True
    return False
