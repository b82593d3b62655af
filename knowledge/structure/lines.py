"""Lines with their places in the text, and what their ends tell."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from knowledge import lazy_re
from knowledge.plain import bare

_ENDED = lazy_re.compile(r"[。；;：:！!？?]$")
_WRAPPED_LENGTH = 15
"""A line shorter than this is a heading, a field or a name, not a sentence cut by the margin."""

_BARS = lazy_re.compile("[|｜│┃]")
_RULE = lazy_re.compile(r"[\s|｜│┃:：\-—–+=─━┼]+")
"""The line under the header of a table drawn with bars."""
_LEAST = 2


class Line(NamedTuple):
    """A line; `start` and `end` enclose `text`, which has no white space around it."""

    start: int
    end: int
    text: str
    raw: str

    @property
    def blank(self) -> bool:
        """Nothing in it."""
        return not self.text

    @property
    def ended(self) -> bool:
        """Its last sentence is finished."""
        return bool(_ENDED.search(self.text))

    @property
    def open(self) -> bool:
        """It looks cut by the margin, so the next line may go on in mid-sentence."""
        return not self.ended and len(bare(self.text)) >= _WRAPPED_LENGTH


def split(text: str) -> list[Line]:
    """All lines of the text, blank ones too."""
    found, at = [], 0
    for raw in _tabbed(text.split("\n")):
        lead = len(raw) - len(raw.lstrip())
        stripped = raw.strip()
        found.append(Line(at + lead, at + lead + len(stripped), stripped, raw))
        at += len(raw) + 1
    return found


def _tabbed(lines: list[str]) -> list[str]:
    r"""The lines, as long as they were, with tabs for the bars between cells: 项目 | 人数.

    Only rows under each other with as many bars are a table.

    >>> _tabbed(["项目 | 人数", "车工 | 2", "", "见附件1|2"])
    ['项目 \t 人数', '车工 \t 2', '', '见附件1|2']
    """
    found: list[str] = []
    for bars, group in groupby(lines, lambda line: len(_BARS.findall(line))):
        rows = list(group)
        table = bars > 0 and sum(not _RULE.fullmatch(row) for row in rows) >= _LEAST
        found += map(_row, rows) if table else rows
    return found


def _row(line: str) -> str:
    """A row with tabs; the bars around it and the rule under the header are left blank."""
    if _RULE.fullmatch(line):
        return " " * len(line)
    inner = line.strip()
    framed = len(inner) > 1 and bool(_BARS.match(inner)) and bool(_BARS.match(inner[-1]))
    tabbed = _BARS.sub("\t", line)
    if not framed:
        return tabbed
    start = line.index(inner[0])
    end = start + len(inner)
    return f"{line[:start]} {tabbed[start + 1 : end - 1]} {line[end:]}"
