"""The groups (组别) contestants enter in, as the notice prints them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from knowledge.fold import fold
from knowledge.model import Clause, Table
from knowledge.plain import squeeze

_NAME = r"[\u4e00-\u9fff]{2,5}?组"
_SET = re.compile(rf"(?:设置?|设有|分为?|增设|\()(?P<list>{_NAME}(?:(?:、|和|与|及){_NAME})*)(?![\u4e00-\u9fff]*?[委长])")
_HEADED = re.compile(rf"^(?P<list>{_NAME}(?:、{_NAME})*)(?:选手)?[:。,]")
_UNDER = re.compile(r"条件|要求|对象|组别|分组|资格|选手|报名|赛制|赛项|设置")
_COLUMN = re.compile(r"组别|参赛组")
_NO_GROUP = re.compile(
    r"专家|教练|裁判|评审|评委|仲裁|工作|领导|命题|监督|小组|班组|编组|分组|每组|各组|两组|按组|不分|单独|接待|宣传|赛务|安保|后勤|服务|团队|确定|原则|赛项"
)


def groups_of(clauses: Iterable[Clause], tables: Iterable[Table]) -> tuple[str, ...]:
    """Groups a notice sets up: in a sentence, as a heading below 参赛条件, or in a column 组别."""
    found: list[str] = []
    headings = {}
    for clause in clauses:
        text = fold(clause.text).text.removeprefix(clause.mark)
        headings[clause.path] = clause.heading or text[:12]
        for match in _SET.finditer(text):
            found += _split(match["list"])
        headed = _HEADED.match(text.lstrip("、.．: "))
        if headed and _UNDER.search(headings.get(clause.parent or "", "")):
            found += _split(headed["list"])
    for table in tables:
        found += _from_table(table)
    return tuple(dict.fromkeys(group for group in found if not _NO_GROUP.search(group)))


def _split(words: str) -> list[str]:
    return [part for part in re.split(r"[、和与及]", words) if part.endswith("组")]


def _from_table(table: Table) -> Iterator[str]:
    for index, head in enumerate(table.header):
        if table.form or not _COLUMN.search(head):
            continue
        for row in table.rows:
            yield from _split(squeeze(row.cells[index])) if index < len(row.cells) else ()
