"""Facts of a text: numbers, dates, addresses and names, each of which must stand in a quote."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from knowledge import lazy_re
from knowledge.model import Citation, Frozen, Notice
from knowledge.plain import comparable
from retrieval.gate.quotes import verbatim

_NUMBER = lazy_re.compile(r"\d(?:[\d.:/~-]*\d)?")
_MAIL = lazy_re.compile(r"[a-z0-9][a-z0-9._+-]*@[a-z0-9.-]+|https?://[a-z0-9./?=&%_-]+")
_DATE = lazy_re.compile(r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日?)?")
# 2.5, 1,500 and 10:30 are one number each
_GOES_ON_LEFT = lazy_re.compile(r"(\d|\d[.,:])$")
_GOES_ON_RIGHT = lazy_re.compile(r"\d|[.,:]\d")
_BETWEEN_DIGITS = lazy_re.compile(r"(?<=\d)\s+(?=\d)")


class Leak(Frozen):
    """Something in a text that no citation proves."""

    what: str
    kind: str


def leaks(
    text: str,
    citations: Iterable[Citation],
    *,
    known: Iterable[str] = (),
    names: Iterable[str] = (),
) -> tuple[Leak, ...]:
    """What `text` states without proof.

    `known` are words that need none: the question, the competitions' names, and what a shown
    formula computed. `names` are persons and organisations of any notice: one of them in the text
    must stand in a quote as well.
    """
    said = comparable(text)
    # white space goes, so that only a mark keeps two numbers apart
    proof = _apart("|".join(c.quote for c in citations))
    free = _apart("|".join(known))
    whole = f"{proof}|{free}"
    found = [
        Leak(what=token, kind=kind)
        for kind, pattern in (("address", _MAIL), ("date", _DATE), ("number", _NUMBER))
        for token in pattern.findall(said)
        if not _stands(token, whole)
    ]
    found += [
        Leak(what=name, kind="name")
        for name in (comparable(n) for n in names)
        if name in said and name not in whole
    ]
    return tuple(found)


def _apart(text: str) -> str:
    """Comparable, but numbers that only a blank separates (cells of a row) stay two numbers."""
    return comparable(_BETWEEN_DIGITS.sub("|", text))


def _stands(token: str, proof: str) -> bool:
    """Whether the token is in the proof with no further digit or letter on either side."""
    start = proof.find(token)
    while start >= 0:
        before, after = proof[max(0, start - 2) : start], proof[start + len(token) :][:2]
        cut_left = token[0].isdigit() and bool(_GOES_ON_LEFT.search(before))
        cut_right = token[-1].isdigit() and bool(_GOES_ON_RIGHT.match(after))
        if not cut_left and not cut_right:
            return True
        start = proof.find(token, start + 1)
    return False


def passes(
    text: str,
    citations: Iterable[Citation],
    notices: Mapping[str, Notice],
    *,
    known: Iterable[str] = (),
    names: Iterable[str] = (),
) -> bool:
    """Whether every quote is verbatim and every fact of the text is proven."""
    cited = tuple(citations)
    if not all(c.notice in notices and verbatim(c, notices[c.notice]) for c in cited):
        return False
    return not leaks(text, cited, known=known, names=names)
