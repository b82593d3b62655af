"""Everything in a stretch of lines that may be a mark, at line beginnings and within lines."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.structure.marks import PATTERNS, Mark, Place, Style, line_mark, mark_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from knowledge.structure.lines import Line

_AFTER_SENTENCE = "。；;：:！!？?"
_AFTER_ITEM = _AFTER_SENTENCE + "，,、"
_INLINE = {
    Style.CJK: _AFTER_SENTENCE,
    Style.CJK_PAREN: _AFTER_SENTENCE,
    Style.NUMBER: _AFTER_SENTENCE,
    Style.NUMBER_PAREN: _AFTER_ITEM,
    Style.HALF_PAREN: _AFTER_ITEM,
    Style.CIRCLE: _AFTER_ITEM,
}
_REFERRED = lazy_re.compile(
    r"\s?(?:项(?!目)|款(?!项)|条(?!件|款)|目(?![标的录前])|所[列述]|规定的|中的)"
)
_TITLE = lazy_re.compile(r"(?:通知|方案|规程|规则|细则|办法|公告|章程|通告|指南|手册)$")
_BLANKS = 8
"""White space that may stand before a mark within a line."""
_DIGIT = lazy_re.compile(r"\s?[0-9０-９]")


def candidates(lines: Sequence[Line], skipped: frozenset[int]) -> list[Mark]:
    """Possible marks in order; the lines `skipped` belong to tables or lists."""
    found: list[Mark] = []
    before: Line | None = None
    for index, line in enumerate(lines):
        if index in skipped:
            before = None
        elif not line.blank:
            titled = index > 0 and lines[index - 1].blank and _is_title(before)
            wrapped = before is not None and before.open and not titled
            place: Place = "wrapped" if wrapped else "free"
            found.extend(mark for mark in line_mark(line, place) if not _is_reference(line, mark))
            found.extend(_inline(line))
            before = line
    return _with_followers(_without_lone_signs(_without_bare_numbers(found)))


def _is_title(line: Line | None) -> bool:
    """`…技能竞赛规程` above a blank line is a whole title, however long."""
    return line is not None and bool(_TITLE.search(line.text))


def _is_reference(line: Line, mark: Mark) -> bool:
    """`符合⏎（二）项规定的人员`: a cut line that goes on about another clause."""
    words = _REFERRED.match(line.text, mark.end - line.start)
    return mark.place == "wrapped" and words is not None


def _without_lone_signs(marks: list[Mark]) -> list[Mark]:
    """A sign sets headings off where it comes again; once, it is an ornament."""
    times = Counter(mark.series for mark in marks if mark.style is Style.SIGN)
    return [mark for mark in marks if mark.style is not Style.SIGN or times[mark.series] > 1]


def _without_bare_numbers(marks: list[Mark]) -> list[Mark]:
    """`1 总则` begins a clause where 1.1 comes next, or where it is the next after such a one.

    Else it is a number in a sentence.
    """
    following = [*marks[1:], None]
    kept: list[Mark] = []
    last = 0
    for mark, after in zip(marks, following, strict=False):
        led = after is not None and after.series == mark.name and after.number == 1
        next_one = mark.place == "free" and last and mark.number == last + 1
        if not mark.bare or led or next_one:
            kept.append(mark)
            last = mark.number if mark.bare else last
    return kept


def _inline(line: Line) -> Iterator[Mark]:
    """Marks behind a sentence or item that ends within the line."""
    found = []
    for style, before in _INLINE.items():
        for match in PATTERNS[style].finditer(line.text):
            lead = line.text[max(0, match.start() - _BLANKS) : match.start()].rstrip()[-1:]
            digits = style is Style.NUMBER and _DIGIT.match(line.text, match.end())
            if lead and lead in before and not digits:
                found.append(mark_of(style, match, line.start, "inline"))
    return iter(sorted(found, key=lambda mark: mark.start))


def _with_followers(marks: list[Mark]) -> list[Mark]:
    """Say which marks come before `number + 1`; read from the end, so one pass is enough."""
    following: dict[tuple[tuple[int, int], str], int] = {}
    result: list[Mark] = []
    for mark in reversed(marks):
        followed = following.get((mark.rank, mark.series)) == mark.number + 1
        result.append(mark._replace(followed=followed))
        if mark.place == "free" and not mark.doubtful:
            following = {key: n for key, n in following.items() if key[0] <= mark.rank}
        following[mark.rank, mark.series] = mark.number
    return result[::-1]
