"""Words by which people tell an interview what to do: 停止, 上一步, 改年龄, 说错了."""

from __future__ import annotations

from collections.abc import Iterable

from bot.wording import Interview
from knowledge.eligibility.interview.topics import named
from knowledge.plain import comparable, comparable_name

LONGEST_ORDER = 14
"""Characters of 改 and what is to be changed; longer words are a question or an answer."""
_JOINTS = " ，,。.、：:；;！!了的"
"""What may stand between such words and the fact."""


class Orders:
    """Whether words are orders, and which."""

    def __init__(self, said: Interview) -> None:
        self._said = said

    def starts(self, text: str) -> bool:
        """Whether the words ask for an interview, and for nothing else."""
        return _is_one_of(text, self._said.start_words)

    def stops(self, text: str) -> bool:
        """Whether they end it."""
        return _is_one_of(text, self._said.stop_words)

    def goes_back(self, text: str) -> bool:
        """Whether they ask for the question before."""
        return _is_one_of(text, self._said.back_words)

    def is_one(self, text: str) -> bool:
        """Whether they are an order to an interview or 不清楚, and nothing else."""
        said = self._said
        return _is_one_of(text, (*said.stop_words, *said.back_words, said.unclear))

    def asks(self, text: str) -> bool:
        """Whether words sound like a question."""
        return any(word in text for word in self._said.asking_words)

    def changes(self, text: str) -> str | None:
        """The topic whose answer is to be changed, empty where none is named; None if none is."""
        plain = comparable(text)
        short = len(plain) <= LONGEST_ORDER and not self.asks(text)
        for word in _longest_first(map(comparable_name, self._said.change_words)):
            if plain == word:
                return ""
            if short and plain.startswith(word) and (key := named(plain.removeprefix(word))):
                return key
        return None

    def corrects(self, text: str) -> str:
        """What stands behind 说错了 or 改; empty where there is no such word or nothing behind."""
        for word in _longest_first((*self._said.wrong_words, *self._said.change_words)):
            if text.startswith(word) and (rest := text.removeprefix(word).lstrip(_JOINTS)):
                return rest
        return ""


def _is_one_of(text: str, listed: Iterable[str]) -> bool:
    return comparable(text) in set(map(comparable_name, listed))


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(words, key=len, reverse=True)
