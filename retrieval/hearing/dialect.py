"""Words of a region, or of a hurry, as everybody says them: 啥前儿, 没得, 自个儿, 一等比三等.

Left as they are such words count as something the notices know nothing of, or are mended into what
they sound like. What they stand for is data (`dialect.yaml`).
"""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge import lazy_re
from knowledge.data import content
from knowledge.eligibility.speech.needed import Sieve, needed, signs
from knowledge.model import Frozen


class _Word(Frozen):
    """One word: what is said, as a regular expression, and what it stands for."""

    said: str
    plain: str = ""


@lru_cache(maxsize=1)
def _words() -> Sieve[tuple[re.Pattern[str], str]]:
    found = content("retrieval.hearing", "dialect.yaml")["words"]
    words = [_Word.model_validate(each) for each in found]
    compiled = [(lazy_re.compile(word.said), word.plain) for word in words]
    return Sieve([(each, needed(each[0])) for each in compiled])


@lru_cache(maxsize=64)  # asked before and after a question is answered
def plainly(text: str) -> str:
    """A message (in simplified characters) in words everybody uses; most are that already.

    >>> plainly("奖金啥前儿发噻"), plainly("学生几时报到")
    ('奖金什么时候发', '学生什么时候报到')
    >>> plainly("报名什么时候截止")
    '报名什么时候截止'
    """
    for pattern, plain in _words().likely(signs(text)):
        text = pattern.sub(plain, text)
    return text
