"""Quotes: verbatim, of the right notice, cut inside no number and before no limit."""

from __future__ import annotations

from knowledge import lazy_re
from knowledge.model import Citation, Notice
from knowledge.plain import bare

_BREAKS = "，,；;、）)”"
_LIMIT = lazy_re.compile(
    rf"[{_BREAKS}]*(?:[（(][^（）()]{{0,12}}(?:除外|不含|含|除|且|但)|且|但(?!凡)|除外|原则上)"
    rf"|[{_BREAKS}]*(?:及|或|含)?(?:以上|以下|以内|之内|之前|以前)"
)
_AHEAD = 24
_INNER, _ENDS_INNER = lazy_re.compile(r"[.,:]\d"), lazy_re.compile(r"\d[.,:]$")
_MARK = 6
_MARKED = lazy_re.compile(r"(?:^|[^\d.])\d{1,2}\.$")


def verbatim(citation: Citation, notice: Notice) -> bool:
    """Whether the quote stands at its place, white space aside, and is cut inside no number."""
    text = notice.text
    start, end = citation.start, citation.end
    if not 0 <= start < end <= len(text) or bare(text[start:end]) != bare(citation.quote):
        return False
    return not (cut_through(text, start) or cut_through(text, end))


def whole(citation: Citation, notice: Notice) -> bool:
    """Whether a verbatim quote does not stop short of what limits it.

    年满16周岁以上 is not whole where 且在法定退休年龄以内 follows. What stands below the last row
    of a table is no part of it: 以上日期均为2027年.
    """
    rest = notice.text[citation.end : citation.end + _AHEAD]
    line = "".join(rest.split())
    ended = citation.quote.rstrip()[-1:] in "。；;"
    below = rest[:1] == "\n" and " 行" in citation.path
    return ended or below or "\t" in rest[:1] or not limited(line)


def limited(rest: str) -> bool:
    """Whether what follows a stretch, without white space, limits it.

    >>> limited("，且在法定退休年龄以内")
    True
    """
    return bool(_LIMIT.match(rest))


def cut_through(text: str, at: int) -> bool:
    """Whether `at` lies inside a number: 9月2|9日, 1|.5, 10:|30."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if before.isdigit() and after.isdigit():
        return True
    if before.isdigit():
        return bool(_INNER.match(text[at : at + 2]))
    # 2.2023年: the first number is the mark of a clause
    left = text[max(0, at - _MARK) : at]
    return after.isdigit() and bool(_ENDS_INNER.search(left)) and not _MARKED.search(left)
