"""The tracks (赛项) of a competition, wherever a notice puts them.

In order: a list in a sentence that says how many, sub-clauses below such a sentence, a table with a
column 赛项, a list without a number, the clauses below a heading 赛项, the titles of attachments,
and last the tracks the clauses speak of. Vocations that are suggested to organisers are no tracks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.catalogue.kind_counts import names_by_kind
from knowledge.catalogue.track_letters import lettered
from knowledge.catalogue.track_lists import (
    NOUN,
    WAY,
    counted_list,
    each_named,
    grouped_list,
    is_track_name,
    named_list,
    plain_list,
)
from knowledge.catalogue.track_tallies import tallied
from knowledge.fold import folded
from knowledge.numerals import NUMERAL, arabic
from knowledge.plain import bare, normal, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from knowledge.model import Attachment, Clause, Table

_BELOW = lazy_re.compile(rf"(?P<n>{NUMERAL})个[^。:;,]{{0,4}}{NOUN}[^。;]{{0,8}}[:。]?$")
_ENTERED = lazy_re.compile(r"(?:限|只能|报|选(?![拔手])|参加)[^。;，,]{0,6}$")
"""每人限报1个项目 sets none."""
_HEADING = lazy_re.compile(
    r"(?:竞赛|比赛|大赛|参赛|比武|选拔)?(?:赛项|项目|工种|职业|赛道|专项)(?:[(（](?:工种|赛项|项目)[)）])?(?:设置|名称|安排)?"
    r"(?:[及与和](?:组队|组别|分组|形式|组队形式|(?:参赛)?人数|名额))?"
)
_OF_KIND = lazy_re.compile(rf"[\u4e00-\u9fffA-Z]{{1,10}}类(?:{NOUN}|竞赛|比赛|比武)?")
"""A heading between, of the tracks of one kind: （二）茶艺类."""
_COLUMN = lazy_re.compile(
    r"(?:申报|竞赛|比赛|参赛|赛项)?(?:赛项|赛道|项目|工种|职业(?:[(（]工种[)）])?|(?:竞赛|比赛|比武)?岗位|竞赛专业)(?:名称|设置)?"
)
_LABEL = lazy_re.compile(rf"[^。;,:]{{0,8}}{NOUN}[^。;,:]{{0,6}}:")
_WAYS = lazy_re.compile(
    r"(?:竞赛|比赛|大赛|参赛|赛事)?(?:类别|形式|方式|项目|组织形式|分类)(?:设置|安排)?"
)
_WAY = lazy_re.compile(r"(?:个人|单人|双人|团体|团队|集体)(?:项目|赛|竞赛|比赛|赛项)")
_SUGGESTED = lazy_re.compile(r"建议|参考|目录")
_PLAN = lazy_re.compile(r"(?P<name>.+?)赛项(?:实施方案|技术|规程|竞赛规程|比赛|方案|规则|样题)")
_SPOKEN = lazy_re.compile(
    rf"(?:^|[。;\n])(?:[一二三四五六七八九十]+、)?(?P<list>[^。;:,\n“”]{{3,80}}?)"
    rf"(?:{NUMERAL}个)?(?:赛项|赛道)(?=设在|的|选手|报名|统一|须|由|在)"
)
_OWN = lazy_re.compile(
    r"(?:大赛|竞赛|比赛)(?:[(（][^)）]*[)）])?(?P<name>[^“”、]{2,20}?)(?:赛项|赛道)(?:竞赛)?的?通知"
)
_GENERAL = lazy_re.compile(
    r"各|每|其他|其余|所有|同一|该|本|上述|其中|单个|关于|举办|〔|选手|参加|报名|只能|不得|可以"
)
_STATED = lazy_re.compile(rf"(?P<n>{NUMERAL})个[^。:;,]{{0,6}}{NOUN}")
_KIND = lazy_re.compile(r"^[^:。;\n]{2,16}:(?P<list>[^:;\n]+?)。?$")
"""A kind of tracks and its tracks: 职业技能类：农机修理工、农作物植保员。"""
_ITEM = lazy_re.compile(r"、(?![^()]*\))")
_IN_BRACKETS = lazy_re.compile(r"\([^()\n]{1,16}\)")
_UNIT = lazy_re.compile(r"(?<=.{2})[(（](?:单位:)?[人名队支组项个](?:[/、][人名队支组项个])?[)）]$")
"""What the numbers of a row count, not how its track is called: 站务服务（人）."""
_NAME_END = lazy_re.compile(r"[,;。:(\n]")


def track_names(
    clauses: Sequence[Clause],
    tables: Iterable[Table],
    attachments: Iterable[Attachment],
    title: str = "",
) -> tuple[str, ...]:
    """Names of all tracks in printed order; empty if the notice names none."""
    texts = [folded(clause).text for clause in clauses]
    sources = (
        _counted(clauses, texts),
        _by_kind(clauses, texts),
        names_by_kind(clauses),
        _below(clauses, texts),
        _fuller(_under_heading(clauses, texts), _in_tables(tables)),
        _first(map(each_named, texts)),
        _first(map(named_list, texts)),
        lettered(texts),
        _under_heading(clauses, texts),
        _in_titles(attachments),
        _in_names(title),
        _spoken_of(texts),
        _in_ways(clauses, texts),
    )
    names = next((found for source in sources if (found := list(source))), [])
    return tuple(dict.fromkeys(map(_printed, names)))


def _printed(name: str) -> str:
    name = re.sub(r"(?<=.{2})(?:赛项|赛道)$", "", WAY.sub("", squeeze(name)) or squeeze(name))
    return name.replace("(", "（").replace(")", "）")


def _first(found: Iterable[list[str]]) -> Iterator[str]:
    yield from next((names for names in found if names), [])


def _fuller(listed: Iterable[str], tabled: Iterable[str]) -> list[str]:
    """Those of a table, or those below a heading if they are all of these and more.

    A table of what is asked of each track need not have a row for the one held in teams.
    """
    own, rows = list(listed), list(dict.fromkeys(tabled))
    return own if rows and set(rows) < set(own) else rows


def _counted(clauses: Sequence[Clause], texts: Sequence[str]) -> Iterator[str]:
    """The first list that says how many, and those of the clauses beside it: 学生组设2个赛项."""
    found = [
        (c.parent, names) for c, t in zip(clauses, texts, strict=True) if (names := counted_list(t))
    ]
    for parent, names in found:
        if parent == found[0][0] and (parent or names is found[0][1]):
            yield from names


def _by_kind(clauses: Sequence[Clause], texts: Sequence[str]) -> Iterator[str]:
    """Sub-clauses that list the tracks of a kind each, as many in all as the clause states."""
    for clause, text in zip(clauses, texts, strict=True):
        counted = tallied(_said_below(clause, clauses, texts))
        if counted:
            yield from (name for names in counted.values() for name in names)
            return
        stated = {float(arabic(match["n"])) for match in _STATED.finditer(text)}
        listed = [_KIND.match(words) for words in _said_below(clause, clauses, texts)]
        names = [name for match in listed if match for name in _ITEM.split(match["list"])]
        if (
            len(listed) > 1
            and all(listed)
            and len(names) in stated
            and all(map(is_track_name, names))
        ):
            yield from names
            return


def _below(clauses: Sequence[Clause], texts: Sequence[str]) -> Iterator[str]:
    """Sub-clauses of `设4个赛项：` begin with a name; one below several is a remark."""
    for clause, text in zip(clauses, texts, strict=True):
        stated = _BELOW.search(text)
        if stated and not _ENTERED.search(text, 0, stated.start()):
            names = list(_children(clause, clauses, texts))
            if len(names) > 1 or arabic(stated["n"]) == "1":
                yield from names


def _children(clause: Clause, clauses: Sequence[Clause], texts: Sequence[str]) -> Iterator[str]:
    """The names sub-clauses begin with; what stands in brackets behind two of one name counts."""
    said = _said_below(clause, clauses, texts)
    names = [_NAME_END.split(words)[0] for words in said]
    for words, name in zip(said, names, strict=True):
        whole = _IN_BRACKETS.match(words, len(name)) if names.count(name) > 1 else None
        yield words[: whole.end()] if whole else name


def _said_below(clause: Clause, clauses: Sequence[Clause], texts: Sequence[str]) -> Sequence[str]:
    """What the sub-clauses say, without their marks."""
    return [
        text.removeprefix(normal(bare(child.mark))).lstrip("、. ")
        for child, text in zip(clauses, texts, strict=True)
        if child.parent == clause.path
    ]


def _under_heading(clauses: Sequence[Clause], texts: Sequence[str]) -> Iterator[str]:
    """Below the heading 竞赛项目 stands a bare list, or a sub-clause for each."""
    for clause, text in zip(clauses, texts, strict=True):
        if not _HEADING.fullmatch(bare(clause.heading)):
            continue
        body = text.partition("\n")[2].strip()
        below = [t for c, t in zip(clauses, texts, strict=True) if c.parent == clause.path]
        if by_group := [name for t in (*below, body) for name in grouped_list(t)]:
            yield from by_group
            continue
        if of_kinds := _below_kinds(clause, clauses, texts):
            yield from of_kinds
            continue
        names = list(_children(clause, clauses, texts))
        if (
            (not body or _LABEL.fullmatch(body))
            and len(names) > 1
            and all(map(is_track_name, names))
        ):
            yield from names
        elif "," not in body and "\n" not in body:
            yield from plain_list(body.rstrip("。"))


def _below_kinds(clause: Clause, clauses: Sequence[Clause], texts: Sequence[str]) -> list[str]:
    """Where headings of kinds stand between, the names below each of them."""
    kinds = [c for c in clauses if c.parent == clause.path]
    if len(kinds) <= 1 or not all(_OF_KIND.fullmatch(bare(kind.heading)) for kind in kinds):
        return []
    names = [list(_children(kind, clauses, texts)) for kind in kinds]
    every = [name for own in names for name in own]
    return every if all(names) and all(map(is_track_name, every)) else []


def _in_ways(clauses: Sequence[Clause], texts: Sequence[str]) -> Iterator[str]:
    """Where nothing else is named: one enters alone or in a team, below the heading 比赛类别."""
    for clause in clauses:
        if _WAYS.fullmatch(bare(clause.heading)):
            names = list(_children(clause, clauses, texts))
            if len(names) > 1 and all(map(_WAY.fullmatch, names)):
                yield from names


def _in_tables(tables: Iterable[Table]) -> Iterator[str]:
    for table in tables:
        column = next((i for i, head in enumerate(table.header) if is_track_column(head)), None)
        if column is None or table.form or _SUGGESTED.search(table.title):
            continue
        cells = (squeeze(row.cells[column]) for row in table.rows if column < len(row.cells))
        found = [_UNIT.sub("", cell) for cell in cells if is_track_name(cell)]
        if found:
            yield from found
            return


def is_track_column(head: str) -> bool:
    """Whether a column of this name lists tracks."""
    return bool(_COLUMN.fullmatch(bare(head)))


def _in_titles(attachments: Iterable[Attachment]) -> Iterator[str]:
    for attachment in attachments:
        match = _PLAN.search(squeeze(attachment.title))
        if match:
            yield re.split(r"竞赛|大赛", match["name"])[-1]


def _in_names(title: str) -> Iterator[str]:
    """A notice about one track of a competition is named after it: …大赛焊接技术赛项的通知."""
    match = _OWN.search(squeeze(title))
    name = match["name"].lstrip("—-－·") if match else ""
    if match and is_track_name(name) and not _GENERAL.search(name):
        yield name


def _spoken_of(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        for match in _SPOKEN.finditer(text):
            names = _ITEM.split(match["list"])
            if all(map(is_track_name, names)) and not any(map(_GENERAL.search, names)):
                yield from names
