"""What an answer must hold to answer at all: an amount for 多少钱, a version for 哪个版本.

A sentence that only mentions the thing asked about is no answer; silence with the nearest clause
is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache, partial

from knowledge import lazy_re
from knowledge.data import content
from knowledge.eligibility.speech.needed import Sieve, needed, signs
from knowledge.model import Frozen


class Demand(Frozen):
    """Questions that fit `ask`, and not `but`, are answered only by words that fit `say`.

    `what` is what a notice is silent on that has no such words.
    """

    ask: str
    say: str
    but: str = ""
    what: str = ""


class Demands:
    """The demands, compiled."""

    def __init__(self, demands: tuple[Demand, ...], making: str) -> None:
        self._making = lazy_re.compile(making)
        patterns = (
            (
                lazy_re.compile(d.ask),
                lazy_re.compile(d.but or r"(?!)"),
                lazy_re.compile(d.say),
                d.what,
            )
            for d in demands
        )
        self._demands = Sieve((each, needed(each[0])) for each in patterns)
        # sentences come again with the next question
        self._unmade = lru_cache(maxsize=4096)(partial(self._making.sub, ""))
        self._says = lru_cache(maxsize=8192)(self._holds)
        # of one question it is asked several times
        self._wanted = lru_cache(maxsize=256)(self._of)

    def of(self, question: str) -> tuple[re.Pattern[str], ...]:
        """What the answer to a question (comparable) must hold; empty for most questions.

        >>> bool(demands().of("实操软件用哪个版本")), bool(demands().of("报名表发给谁"))
        (True, False)
        """
        return self._wanted(question)

    def what(self, question: str) -> str:
        """What a question (comparable) demands, by its name; empty where it has none.

        >>> demands().what("发不发奖杯"), demands().what("报名表发给谁")
        ('奖杯', '')
        """
        return next((what for _, what in self._fitting(question) if what), "")

    def _of(self, question: str) -> tuple[re.Pattern[str], ...]:
        return tuple(say for say, _ in self._fitting(question))

    def _fitting(self, question: str) -> Iterator[tuple[re.Pattern[str], str]]:
        for ask, but, say, what in self._demands.likely(signs(question)):
            if ask.search(question) and not but.search(question):
                yield say, what

    def met(self, wanted: tuple[re.Pattern[str], ...], said: str) -> bool:
        """Whether some words (comparable) hold all of it; who makes a thing does not tell it.

        >>> demands().met(demands().of("题库在哪下"), "裁判长负责编写技术文件和试题")
        False
        """
        return not wanted or self._says(wanted, said)

    def _holds(self, wanted: tuple[re.Pattern[str], ...], said: str) -> bool:
        told = self._unmade(said)
        return all(say.search(told) for say in wanted)


@lru_cache(maxsize=1)
def demands() -> Demands:
    """The bundled demands."""
    data = content("retrieval.question", "demands.yaml")
    found = tuple(Demand.model_validate(each) for each in data["demands"])
    return Demands(found, data["making"])
