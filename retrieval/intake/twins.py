"""One notice that lies there in several formats: as Word and as PDF, typed and scanned."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from knowledge import lazy_re
from knowledge.plain import bare, normal

if TYPE_CHECKING:
    from knowledge.read.model import Read

_NUMBERS = lazy_re.compile(r"\d+(?:[.:]\d+)*|[〇零一二三四五六七八九十百千]+")
_NEARLY = 0.8
"""Share of pairs of characters from which two texts of one name are one notice."""
_NEARLY_ELSEWHERE = 0.9
"""The same for texts of different names; these have the same numbers too."""
_SHOWN = 3


class Twin(NamedTuple):
    """A file that was not read because another one says the same."""

    name: str
    other: str
    apart: tuple[str, ...] = ()
    """Numbers that only one of the two has: a page may be wrong in one of them."""

    def told(self) -> str:
        """What a person is told of it."""
        if not self.apart:
            return f"{self.name} 与 {self.other} 是同一份，只读一次"
        shown = "、".join(self.apart[:_SHOWN])
        return f"{self.name} 与 {self.other} 几乎相同，以后者为准；有数字不同：{shown}，请核对"


def are_twins(one: Read, other: Read, *, same_name: bool) -> bool:
    """The same words, or nearly the same, as a program or a scanner turns them.

    Under different names nearly the same may be a notice and its draft: then no number differs.
    """
    if bare(one.text) == bare(other.text):
        return True
    if not same_name and numbers_apart(one, other):
        return False
    return shared(bare(one.text), bare(other.text)) >= (_NEARLY if same_name else _NEARLY_ELSEWHERE)


def numbers_apart(one: Read, other: Read) -> tuple[str, ...]:
    """The numbers that stand in only one of two texts; none where one was read from a picture."""
    if one.recognised or other.recognised:
        return ()
    texts = (bare(normal(each.text)) for each in (one, other))
    numbers, others = (dict.fromkeys(_NUMBERS.findall(text)) for text in texts)
    return tuple(n for n in [*numbers, *others] if (n in numbers) != (n in others))


def shared(one: str, other: str) -> float:
    """The share of pairs of characters that two texts have in common.

    >>> shared("报名时间", "报名时刻")
    0.6666666666666666
    """
    pairs, others = (Counter(pairwise(text)) for text in (one, other))
    return (pairs & others).total() / max(pairs.total(), others.total(), 1)
