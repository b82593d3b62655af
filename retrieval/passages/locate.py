"""Where words stand in the text of a notice, however it is wrapped."""

from __future__ import annotations

from knowledge.plain import bare


def locate(text: str, phrase: str, start: int = 0) -> tuple[int, int] | None:
    r"""Where `phrase` stands in `text`, white space aside.

    >>> locate("参赛选\n手须知", "选手")
    (2, 5)
    """
    words = bare(phrase)
    at = text.find(words[0], start) if words else -1
    while at >= 0:
        end = _end(text, words, at)
        if end is not None:
            return at, end
        at = text.find(words[0], at + 1)
    return None


def _end(text: str, words: str, at: int) -> int | None:
    """Where the words end that begin at `at`; None if others stand there."""
    for char in words:
        while text[at : at + 1].isspace():
            at += 1
        if text[at : at + 1] != char:
            return None
        at += 1
    return at
