"""The tracks (赛项) of a competition, wherever a notice puts them.

In order: a list in a sentence (`设10个赛项：A、B…`, `设A、B、C五个赛项`), sub-clauses below such a
sentence, a table with a column 赛项, the titles of attachments, and last the tracks the clauses
speak of. Vocations that are suggested to organisers are no tracks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.fold import folded
from knowledge.numerals import NUMERAL, arabic
from knowledge.plain import bare, normal, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from knowledge.model import Attachment, Clause, Table

_NOUN = r"(?:赛项|赛道|竞赛项目|比赛项目|竞赛工种|工种)"
_SET = r"(?:设置|设有|开设|设立|设|包括)"
_AHEAD = re.compile(
    rf"{_SET}[^。:;,]{{0,6}}?(?P<n>{NUMERAL})个[^。:;,]{{0,4}}{_NOUN}(?:\({_NOUN}\))?[:,](?P<list>[^。;\n]+)"
)
_BEHIND = re.compile(
    rf"{_SET}(?:有|了)?(?P<list>(?:(?!设(?![计备施]))[^。:;,\n]){{4,600}}?)(?P<n>{NUMERAL})个[^。:;,]{{0,4}}?{_NOUN}"
)
_BELOW = re.compile(rf"(?P<n>{NUMERAL})个[^。:;,]{{0,4}}{_NOUN}[:。]?$")
_COLUMN = re.compile(
    r"(?:申报|竞赛|比赛|参赛|赛项)?(?:赛项|赛道|项目|工种|职业(?:[(（]工种[)）])?)(?:名称|设置)?"
)
_SUGGESTED = re.compile(r"建议|参考|目录")
_NO_TRACK = re.compile(r"^(?:合计|总计|小计|各|每|其他|其余|不限|无)|组$")
_PLAN = re.compile(r"(?P<name>.+?)赛项(?:实施方案|技术|规程|竞赛规程|比赛|方案|规则|样题)")
_SPOKEN = re.compile(
    rf"(?:^|[。;\n])(?P<list>[^。;:,\n“”]{{3,80}}?)(?:{NUMERAL}个)?(?:赛项|赛道)(?=设在|的|选手|报名|统一|须|由|在)"
)
_GENERAL = re.compile(r"各|每|其他|其余|所有|同一|该|本|上述|其中|单个")
_ITEM = re.compile(r"、(?![^()]*\))")


def track_names(
    clauses: Sequence[Clause], tables: Iterable[Table], attachments: Iterable[Attachment]
) -> tuple[str, ...]:
    """Names of all tracks in printed order; empty if the notice names none."""
    texts = [folded(clause).text for clause in clauses]
    sources = (
        _in_sentences(texts),
        _below(clauses, texts),
        _in_tables(tables),
        _in_titles(attachments),
        _spoken_of(texts),
    )
    names = next((found for source in sources if (found := list(source))), [])
    return tuple(dict.fromkeys(map(_printed, names)))


def _printed(name: str) -> str:
    return squeeze(name).replace("(", "（").replace(")", "）")


def _in_sentences(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        match = _AHEAD.search(text) or _BEHIND.search(text)
        if match:
            names = _items(match["list"], int(float(arabic(match["n"]))))
            if len(names) > 1 and not any(map(_NO_TRACK.search, names)):
                yield from names
                return


def _items(words: str, count: int) -> list[str]:
    """The items of `A、B和C`; 和 parts two only where the stated number asks for it."""
    names = [name.strip() for name in _ITEM.split(words.strip("“”。")) if name.strip()]
    if len(names) == count - 1:
        for joint in ("以及", "和", "与", "及"):
            head, _, tail = names[-1].partition(joint)
            if head and tail:
                return [*names[:-1], head, tail]
    return names if len(names) == count else []


def _below(clauses: Sequence[Clause], texts: Sequence[str]) -> Iterator[str]:
    """Sub-clauses of `设4个赛项：` begin with a name."""
    for clause, text in zip(clauses, texts, strict=True):
        if not _BELOW.search(text):
            continue
        for child, words in zip(clauses, texts, strict=True):
            if child.parent == clause.path:
                words = words.removeprefix(normal(bare(child.mark))).lstrip("、. ")  # noqa: PLW2901 the name without its mark
                yield re.split(r"[,;。:(\n]", words)[0]


def _in_tables(tables: Iterable[Table]) -> Iterator[str]:
    for table in tables:
        column = next((i for i, head in enumerate(table.header) if is_track_column(head)), None)
        if column is None or table.form or _SUGGESTED.search(table.title):
            continue
        cells = [bare(row.cells[column]) for row in table.rows if column < len(row.cells)]
        found = [cell for cell in cells if cell and not _NO_TRACK.search(cell)]
        if found:
            yield from (
                squeeze(row.cells[column]) for row in table.rows if _counts(row.cells, column)
            )
            return


def _counts(cells: Sequence[str], column: int) -> bool:
    cell = bare(cells[column]) if column < len(cells) else ""
    return bool(cell) and not _NO_TRACK.search(cell)


def is_track_column(head: str) -> bool:
    """Whether a column of this name lists tracks."""
    return bool(_COLUMN.fullmatch(bare(head)))


def _in_titles(attachments: Iterable[Attachment]) -> Iterator[str]:
    for attachment in attachments:
        match = _PLAN.search(squeeze(attachment.title))
        if match:
            yield re.split(r"竞赛|大赛", match["name"])[-1]


def _spoken_of(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        for match in _SPOKEN.finditer(text):
            words = re.sub(r"^.*?[:、](?=.{4})(?<=[一二三四五六七八九十]、)", "", match["list"])
            names = _ITEM.split(words)
            if not any(_GENERAL.search(name) for name in names):
                yield from names
