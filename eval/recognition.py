"""How well pictures are read: wrong characters, and values that came out exactly."""

from __future__ import annotations

import re
from collections import Counter

from knowledge.plain import bare

_VALUES = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\d)1[3-9]\d{9}(?!\d)|0\d{2,3}[-—－]\d{7,8}"
    r"|(?:\d{4}年)?\d{1,2}月\d{1,2}日",
    re.ASCII,
)
"""E-mails, phones, dates."""


def error_rate(text: str, truth: str) -> float:
    """Edits that make the text the truth, by characters of the truth; white space aside.

    >>> error_rate("报各时间", "报名 时间")
    0.25
    """
    told, known = bare(text), bare(truth)
    row = list(range(len(known) + 1))
    for at, char in enumerate(told, 1):
        last, row[0] = row[0], at
        for column, other in enumerate(known, 1):
            last, row[column] = (
                row[column],
                min(row[column] + 1, row[column - 1] + 1, last + (char != other)),
            )
    return row[-1] / max(len(known), 1)


def exact_values(text: str, truth: str) -> tuple[int, int]:
    """How many e-mails, phones and dates of the truth were read exactly, and how many there are.

    >>> exact_values("电话13900010011,5月3日", "电话13900010011,5月8日")
    (1, 2)
    """
    told, known = (Counter(_VALUES.findall(bare(each))) for each in (text, truth))
    return (told & known).total(), known.total()
