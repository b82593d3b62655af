"""In what, or by how much, two things of one notice differ: each is asked by itself.

初赛和决赛的考法有啥不同 asks how the one is held and how the other; 甲类比乙类多几个工种 how many
each has, and the difference is reckoned from both.
"""

from __future__ import annotations

from knowledge import lazy_re
from retrieval.computed.paired import Paired, cut
from retrieval.question.lexicon import Words

_STAGE = r"(?:[初复决预]赛|半决赛|总决赛)"
_ADJOINING = lazy_re.compile(rf"(?P<one>{_STAGE})、?(?P<other>{_STAGE})")
"""初赛决赛, without a word between them."""
_IN_WHAT = lazy_re.compile(
    r"^(?:(?P<about>[^，,]{2,12}?)(?:这一?块|方面|这一?点|上)?[，,])?"
    r"(?P<one>[^，,和与跟]{2,16}?)(?:和|与|跟|以及)(?P<other>[^，,和与跟]{2,20}?)的?"
    r"(?:都|之间)?(?:有|是)?(?:什么|啥|哪些|哪里|没有|没)*(?:区别|不同|不一样|差别|差异|两样)[没吗么的啊呢]*$"
)
_HOW_MUCH = lazy_re.compile(
    r"^(?P<one>[^，,和与跟比]{2,16}?)(?:比|和|与|跟)(?P<other>[^，,和与跟比]{2,16}?)"
    r"(?:要|会)?(?:相差|差|多|少|高|低)(?:出|了)?(?P<ask>(?:几|多少|好多)(?!天|日)[^，,]{1,6})$"
)
_COUNTED = lazy_re.compile(r"^(?:几|多少|好多)(?=[个项种人支队家场])")
_ORDINAL = ("几届", "几期", "几名")
"""Of these there are none many; the first, the second is asked for."""


def differing(text: str, words: Words) -> Paired | None:
    """The two questions behind one (plain text) for a difference; None if it is none.

    >>> from retrieval.question.lexicon import words
    >>> differing("初赛决赛的考法有啥不同", words()).questions
    ('初赛的考法', '决赛的考法')
    >>> differing("餐饮类比宠物类多几个工种", words()).questions
    ('餐饮类有几个工种', '宠物类有几个工种')
    >>> differing("注册账号这块,区县跟企业有啥区别", words()).questions
    ('区县注册账号', '企业注册账号')
    """
    text = text.rstrip("?？。!！啊呢呀")
    text = _ADJOINING.sub(r"\g<one>和\g<other>", text)
    amount = _HOW_MUCH.match(text)
    if amount is not None:
        ask = amount["ask"]
        ask = f"第{ask}" if ask.startswith(_ORDINAL) else _COUNTED.sub(r"有\g<0>", ask)
        return _both(amount["one"], amount["other"], ask)
    found = _IN_WHAT.match(text)
    if found is None:
        return None
    other, matter = cut(found["other"], words)
    return _both(found["one"], other, matter or found["about"] or "")


def _both(one: str, other: str, ask: str) -> Paired | None:
    if not ask or one == other:
        return None
    return Paired((one, other), (f"{one}{ask}", f"{other}{ask}"))
