"""Whether a draft says what the plain answer says: all of it, in its order, and nothing else.

Segment by segment the residues of both are the same, so no number, name, negation, modal word or
limit can be added, lost or moved to something else. Within a segment a date or number may move
(报名截止时间9月29日 → 报名在9月29日截止), its words may not.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import product

from retrieval.question.asked import plain
from retrieval.wording_model.data import pattern, vocabulary
from retrieval.wording_model.residue import Residue, residues

_JOINED = 4
"""So many segments in a row may be drawn together or split up."""


def faithful(draft: str, said: str, question: str = "") -> bool:
    """Whether `draft` words `said` anew; it may name what was asked about (关于报名费，…).

    >>> faithful("您好，报名在9月29日截止哦。", "报名截止时间9月29日。")
    True
    >>> faithful("您好，报名在9月28日截止哦。", "报名截止时间9月29日。")
    False
    """
    known = plain(said)
    drafted = residues(draft, known)
    if any(not one.text and one.plain not in known for one in drafted):
        return False  # particles alone: 是的, 就是
    new = tuple(one for one in drafted if one.text and not _echo(one, known, question))
    return _same(new, tuple(one for one in residues(said) if one.text))


@cache
def _echoes() -> str:
    return rf"(?:{pattern(vocabulary().echo).pattern})"


def _echo(one: Residue, known: str, question: str) -> bool:
    """Whether a segment only names words of the question that state nothing."""
    behind = pattern(rf"{_echoes()}(.+?)(?:的?问题|这一?点)?").fullmatch(one.plain)
    if behind is None or one.plain in known or one.numbers:
        return False
    named = behind[1]
    return named in plain(question) and not pattern(vocabulary().states).search(named)


def _same(new: Sequence[Residue], old: Sequence[Residue]) -> bool:
    """Whether the segments can be paired off in their order."""
    reached, seen = [(0, 0)], {(0, 0)}
    while reached:
        i, j = reached.pop()
        if (i, j) == (len(new), len(old)):
            return True
        for k, m in product(range(i + 1, i + _JOINED + 1), range(j + 1, j + _JOINED + 1)):
            inside = k <= len(new) and m <= len(old)
            if inside and (k, m) not in seen and _pair(new[i:k], old[j:m]):
                seen.add((k, m))
                reached.append((k, m))
    return False


def _pair(new: Sequence[Residue], old: Sequence[Residue]) -> bool:
    if "".join(one.text for one in new) == "".join(one.text for one in old):
        return True
    return (
        len(new) == len(old) == 1
        and new[0].numbers == old[0].numbers
        and new[0].words == old[0].words
    )
