"""Words of a question that the lexicon cuts apart and the notice writes whole: 参赛证, 拉花缸.

参赛 and 拉花 are known, so 证 and 缸 are left over and say nothing by themselves. Where the notice
writes them in one piece, that piece is what is asked about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge import lazy_re
from retrieval.question.asked import Asked
from retrieval.question.everyday import common_words

_LEFT = lazy_re.compile(r"[\u4e00-\u9fff]{1,2}")
_WHOLE = lazy_re.compile(r"[\u4e00-\u9fff]+")
_NOUN = lazy_re.compile(r"(?<=的)[\u4e00-\u9fff](?=能|可|要|得|该|应|是|用|需|有|怎|咋|几|多|$)")
_WORD = 2
_LONGEST, _SHORTEST, _FEW = 4, 3, 3
"""What more sentences than this have is no word that tells one of them."""


def with_whole_words(texts: Sequence[str], asked: Asked) -> Asked:
    """The question with such words in place of what was left of them; itself without any.

    `texts` are the sentences of the notice, comparable.
    """
    left = [r for r in asked.content if _LEFT.fullmatch(r) and not (r[1:] and r in common_words())]
    found = {run: word for run in left if (word := _whole(run, asked.plain, texts))}
    if not found:
        return asked
    update = {
        field: tuple(found.get(run, run) for run in getattr(asked, field))
        for field in ("content", "wording")
    }
    return asked.model_copy(update=update)


def _whole(run: str, text: str, texts: Sequence[str]) -> str:
    """The longest such word around a rest of one; of a lone noun the word it is short for."""
    for word in _around(run, text):
        if 0 < _told(word, texts) <= _FEW:
            return word
    single = len(run) == 1 and any(m[0] == run for m in _NOUN.finditer(text))
    return _short_for(run, texts) if single else ""


def _around(run: str, text: str) -> Iterator[str]:
    """Stretches of a question that go beyond a rest on its left or right, the longest first."""
    at = text.find(run)
    for length in range(_LONGEST, _SHORTEST - 1, -1):
        for start in range(max(0, at - length + 1), at + 1):
            word = text[start : start + length]
            beyond = start < at or start + length > at + len(run)
            if len(word) == length and beyond and _WHOLE.fullmatch(word):
                yield word


def _told(word: str, texts: Sequence[str]) -> int:
    return sum(word in text for text in texts)


def _short_for(char: str, texts: Sequence[str]) -> str:
    """馅料 for 馅, where no more than one word of the notice has it."""
    words = {
        text[i : i + _WORD]
        for text in texts
        for i, own in enumerate(text)
        if own == char and _WHOLE.fullmatch(text[i : i + _WORD])
    }
    return words.pop() if len(words) == 1 else ""
