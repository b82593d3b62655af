"""The groups (组别) contestants enter in, as the notice prints them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.fold import folded
from knowledge.plain import bare, normal, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from knowledge.model import Clause, Table

_NAME = r"(?:[\u4e00-\u9fff]{1,4}?及以[上下]|[\u4e00-\u9fff]{2,5}?)组(?![织成委长建合队内])"
"""A group's name; 中级及以下组 is one."""
_ASIDE = r"(?:\([^()]{1,12}\))?"
_SET = lazy_re.compile(
    rf"(?:设(?![计备施])置?|设有|分别?设置?|(?<!部)分(?!别|设|公司|支|行|局|院|店|厂|会|队|部|校|中心)为?|增设|\()"
    rf"(?:[一二两三四五六七八九十\d]{{1,2}}个(?:参赛)?组别?[:,]?(?:分别[为是]|即|为)?[:,]?)?"
    rf"(?P<list>{_NAME}{_ASIDE}(?:(?:、|和|与|及){_NAME}{_ASIDE})*)"
)
_USUAL = lazy_re.compile(
    r"(?:学生|职工|教师|教工|新生|高校|院校|社会|青少年|少年|青年|中职|高职|本科|企业|农民|机构|公开|成人|专业|业余)组(?![织成委长建合队内])"
)
_DENIED = lazy_re.compile(r"(?:不|未|没有|无|取消|不再|不单独|不另外?|不另行|暂不|均不)$")
_NOT_SET = lazy_re.compile(
    r"(?:不|未|没有|取消|不再|不单独|不另外?|不另行|暂不|均不)(?:设置?|设立|分|区分|开设)(?:[^,。;]{2,5}组[、和与及])*$"
)
_HEADED = lazy_re.compile(rf"^(?P<list>{_NAME}(?:、{_NAME})*)(?:选手)?[:。,]")
_UNDER = lazy_re.compile(r"条件|要求|对象|组别|分组|资格|选手|报名|赛制|赛项|设置|谁")
_COLUMN = lazy_re.compile(r"组别|参赛组")
_NO_GROUP = lazy_re.compile(
    r"专家|教练|裁判|评审|评委|仲裁|工作|领导|命题|监督|小组|班组|编组|分组|每组|各组|两组|按组|不分|[工员师机手][一二两三四五六七八九十]组$|单独|接待|宣传|赛务|安保|后勤|服务|团队|确定|原则|赛项"
    r"|^[一二两三四五六七八九十]+个组$|^(?:技术|会务|财务|综合|竞赛|保障|秘书|联络|协调|医疗|检录|统分|计分)组$"
)


def groups_of(clauses: Sequence[Clause], tables: Iterable[Table]) -> tuple[str, ...]:
    """Groups a notice sets up: in a sentence, as a heading below 参赛条件, or in a column 组别."""
    found: list[str] = []
    headings = {}
    for clause in clauses:
        text = folded(clause).text.removeprefix(normal(bare(clause.mark)))
        headings[clause.path] = clause.heading or text[:12]
        for match in _SET.finditer(text):
            if not _DENIED.search(text[: match.start()]):
                found += _split(match["list"])
        headed = _HEADED.match(text.lstrip("、.．: "))
        if headed and _UNDER.search(headings.get(clause.parent or "", "")):
            found += _split(headed["list"])
    for table in tables:
        found += _from_table(table)
    kept = (group for group in found if not _NO_GROUP.search(group))
    headed_ = {normal(bare(heading)) for heading in headings.values()}
    names = tuple(dict.fromkeys(name for name in kept if not _of_track(name, found, headed_)))
    return names or _spoken_of(clauses)


def _of_track(name: str, found: Iterable[str], headings: set[str]) -> bool:
    """Whether a name is a track's before that of a group: 评茶员职工组 beside 职工组."""
    return any(
        name != group and name.endswith(group) and name.removesuffix(group) in headings
        for group in found
    )


def _spoken_of(clauses: Iterable[Clause]) -> tuple[str, ...]:
    """Where nothing sets groups up (a supplement), those with usual names that it speaks of."""
    texts = (folded(clause).text for clause in clauses)
    found = (
        match[0]
        for text in texts
        for match in _USUAL.finditer(text)
        if not _NOT_SET.search(text[: match.start()])
    )
    return tuple(dict.fromkeys(found))


def _split(words: str) -> list[str]:
    plain = re.sub(_ASIDE, "", words)
    return [part for part in re.split(r"[、和与]|及(?!以[上下]组)", plain) if part.endswith("组")]


def _from_table(table: Table) -> Iterator[str]:
    for index, head in enumerate(() if table.form else table.header):
        yield from (word for word in head.split() if re.fullmatch(_NAME, word))
        if not _COLUMN.search(head):
            continue
        for row in table.rows:
            yield from _split(squeeze(row.cells[index])) if index < len(row.cells) else ()
