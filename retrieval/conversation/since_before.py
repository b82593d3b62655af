"""What has changed since the edition before, once a conversation has spoken of both: 多了多少.

Such a turn names neither edition; where it names no matter either, that of the question before is
meant.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from knowledge import lazy_re
from retrieval.conversation.standing import Standing

_MATTER = 2
"""A matter is named by so many characters at least."""
_BESIDE = (
    r"(?:那|比起?来|(?:比|跟|和)(?:上|前)一?[届次回]|比(?:去年|之前|以前)"
    r"|一共|总共|今年|这次|这届|[,，])*"
)
_SIZE = "多|少|涨|降|高|低|加|减|差|提高|增加|减少|增|早|晚"
_ASKS = lazy_re.compile(
    rf"{_BESIDE}(?:是|也|都|到底|究竟)*(?P<size>{_SIZE})(?:了|出来?)?"
    r"(?:多少|几[个元块分名人天]?|好多)(?:钱|元|人|名|个|天)?[呢啊呀?？]*$"
    r"|(?:是不是|有没有|是否|会不会)(?:也|都|又|还)*(?:变|改|调整?|涨|降|提高|降低)(?:化|动|过)?了?(?:吗|没有?)?[呢啊呀?？]*$"
    r"|(?:也|都|又)*(?:变|改|调整?|涨|降|提高|降低)(?:化|动|过)?了?(?:没有?|吗|么)[呢啊呀?？]*$"
)


def since_before(text: str) -> tuple[str, str] | None:
    """What it is asked of, and the words that ask how it has changed; None if that is not asked.

    >>> since_before("多了多少"), since_before("理论占比是不是也变了")
    (('', '多了多少'), ('理论占比', '是不是也变了'))
    >>> since_before("能改几个字") is None
    True
    """
    match = _ASKS.search(text)
    return (text[: match.start()].strip("的,，"), match[0]) if match else None


def put_to_both(text: str, before: str) -> str | None:
    """The turn with the matter it leaves out; None where it names one itself.

    >>> put_to_both("多了多少", "一等奖发多少")
    '一等奖发多少多了多少'
    """
    found = since_before(text)
    if found is None or not before or len(found[0]) >= _MATTER:
        return None
    return f"{before.rstrip('?？')}{found[1]}"


def both_editions(
    standing: Standing, akin: Callable[[str, Sequence[str]], Sequence[str]]
) -> tuple[str, ...]:
    """The edition spoken of and the other one spoken of before it; () unless there were two.

    `akin`: of some notices those of the same competition as one of them.
    """
    if len(standing.notices) != 1 or standing.absent:
        return ()
    other = [i for i in akin(standing.notices[0], standing.earlier) if i not in standing.notices]
    return (*standing.notices, *other[:1]) if other else ()
