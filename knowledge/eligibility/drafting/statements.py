"""The statements of a notice that may say who takes part: sentences and cells with their scope."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.catalogue.mentions import group_mentions, resolve
from knowledge.eligibility.drafting.grammar import words
from knowledge.eligibility.drafting.lineheads import LineHead, below, line_heads, without_mark
from knowledge.eligibility.drafting.listing import (
    Listed,
    introduces_bars,
    introduces_favour,
    pieces,
)
from knowledge.eligibility.drafting.parts import Statement
from knowledge.fold import Fold, fold
from knowledge.plain import bare, normal
from knowledge.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from knowledge.model import Clause, Notice, Row, Scope, Table

_LABEL = lazy_re.compile(r"^[^。:：,，;；?？!！]{2,16}(?=[。:：?？!！])")
_LONG_HEADING = 24
_SCOPED = lazy_re.compile("赛项|赛道|项目|组别|要求")
_TRACK_COLUMN = lazy_re.compile(r"赛项|岗位|赛道|项目|工种|职业|名称|专项|方向|类别|组别")
_CELLS = {
    "who": lazy_re.compile(
        r"年龄|条件|技能等级|资格|对象|参赛要求|报名要求|选手要求|学历|年限|工龄|教龄|职称|证书|学位|等级要求|证件|持证|其他要求|附加要求|特殊要求|专业要求"
    ),
    "entry": lazy_re.compile(
        r"^(?!.*(?:[初复半预总]?决赛|晋级|入围|录取|获奖|裁判|陪护|总)(?:人数|名额|规模)).*?(?:形式|人数|限额|名额|限报|组队|规模)"
    ),
    "remark": lazy_re.compile(r"备注|说明|要求"),
}
_LIMIT = lazy_re.compile(
    r"限额|限报|单位(?:参赛)?(?:名额|人数)|每[^,。]{1,8}?(?:名额|限额|人数|限报)|每个?(?:单位|机构|学校|院校|校|企业|医院|公司|家)[^,。]{0,6}(?:名额|人数|报名)"
)
_FREE = lazy_re.compile(r"(?:均|皆)?(?:不限|不作要求|无要求|不要求|无|—|-|/)$")
_WORKED = lazy_re.compile(
    r"(?P<what>从事[^,。]{2,16}?|[^,。]{0,10}?)(?:工作|从业|服务)?(?:年限|工龄)(?:要求)?$"
)
_HELD = lazy_re.compile(r"(?P<what>职称|学历|学位|证书|(?:职业)?技能等级|职业资格)(?:要求|条件)?$")
_CONDITIONS = lazy_re.compile(
    r"下列|以下|如下|之一|任一|均可(?:报名|参加|参赛)|(?:人员|对象|条件|者)[:。]?$"
)
"""In a heading: what stands below says who may enter, though it speaks of entering."""
_REVIEW = lazy_re.compile(
    r"(?:(?:参赛|报名|选手|入围)(?:人员|选手|者)?)?资格(?:的)?(?:审核|审查|复审|初审|复核|核查|核验|确认|公示|取消|认定|递补)"
)
"""How papers are looked through: no heading of conditions."""
_WHOLE = lazy_re.compile(
    r"(?!.*(?:的|者|人员|员工|职工|学生|人|行为|情形|情况)$)[^,。;:]{0,30}(?:只能|仅能|限报|限选|限参加|最多|至多|须(?!知)|应当|必须|不得|不能|不可|不超过)"
    r"|每(?:名|位|个|人|单位|队|支|家)(?!.*(?:的|者|人员|行为|情形)$)[^,。;:]{0,30}(?:限|可|报|只)"
)
"""An item of such a list that is a sentence of its own: 每人只能报一项, 队员须来自同一单位."""
_LIST = 2
_ALL_ABOVE = lazy_re.compile(
    r"(?:对于?)?(?:上述|以上|前述)(?:各|所有|全部|[一二两三四五六七八九十\d]{1,2})个?(?:赛项|项目|工种|赛道|职业|组别|组)"
)
"""对上述四个项目，凡…: said of all that stands beside the clause, not of it alone."""


def statements(notice: Notice) -> Iterator[Statement]:
    """All statements of the notice in order, those of tables behind the clauses."""
    clauses = {clause.path: clause for clause in notice.clauses}
    before: tuple[Clause, LineHead] | None = None
    for clause in notice.clauses:
        if clause.path in {"落款", "附件说明"} or clause.scope.role == "judge":
            continue
        if before and (clause.heading or clause.parent != before[0].parent):
            before = None
        heads = (*line_heads(clause, notice.text),)
        last = [one for one in heads if one.marked or _kind(one.said)]
        heads = (before[1]._replace(start=clause.start), *heads) if before else heads
        before = (clause, last[-1]) if last else before
        yield from _of_clause(notice, clause, clauses, heads)
    for table in notice.tables:
        if not table.form:
            yield from _of_table(notice, table)


def section_of(clause: Clause, clauses: Mapping[str, Clause]) -> str:
    """What the nearest telling heading says: who, out, entry; else other.

    A label that only says of which tracks or groups a part speaks (甲、乙赛项：) leaves that open.
    """
    place: Clause | None = clause
    scoped = ""
    while place is not None:
        heading = _heading(place, own=place is clause)
        found = _kind(heading)
        if found == "entry" and _leaves_open(heading):
            scoped, found = scoped or found, ""
        if found:
            return found if found == "who" else scoped or found
        place = clauses.get(place.parent or "")
    return "who" if _attached_conditions(clause, clauses) else scoped or "other"


def _attached_conditions(clause: Clause, clauses: Mapping[str, Clause]) -> bool:
    """Whether the clause stands in an attachment whose title says that it lists conditions."""
    attachment, blank, _ = clause.path.partition(" ")
    first = clauses.get(f"{attachment} 开头") if blank and attachment.startswith("附件") else None
    title = first.text.partition("\n")[0] if first else ""
    return _kind(title) == "who"


def _leaves_open(heading: str) -> bool:
    """Whether a heading names tracks, groups or people, and what stands above it decides."""
    if introduces_bars(heading) or _CONDITIONS.search(normal(bare(heading))):
        return True
    return not words("entry").search(_SCOPED.sub("", heading))


def _heading(clause: Clause, *, own: bool) -> str:
    """The heading or label of a clause; where it is all there is, it is no heading."""
    heading = clause.heading or _label(clause)
    text = normal(bare(clause.text)).removeprefix(normal(bare(clause.mark)))
    alone = own and len(text.strip("、.。")) <= len(normal(bare(heading)))
    return "" if alone and clause.parent else heading


def _label(clause: Clause) -> str:
    text = normal(bare(clause.text)).removeprefix(normal(bare(clause.mark))).lstrip("、.")
    match = _LABEL.match(text)
    return match[0] if match else ""


def _kind(heading: str) -> str:
    text = _REVIEW.sub("审核", normal(bare(heading)))
    if not text or len(text) > _LONG_HEADING:
        return ""
    found = next((name for name in ("who", "out", "entry") if words(name).search(text)), "")
    return found or ("entry" if "审核" in text else "")


def _of_clause(
    notice: Notice,
    clause: Clause,
    clauses: Mapping[str, Clause],
    heads: tuple[LineHead, ...],
) -> Iterator[Statement]:
    closing = _closing(notice, clause, clauses)
    listed = Listed()
    for sentence in sentences(notice.text, clause):
        whole = fold(notice.text[sentence.start : sentence.end], sentence.start)
        above = clauses[clause.parent or ""] if sentence.start >= closing else clause
        if above is clause and clause.parent in clauses and _ALL_ABOVE.match(whole.text):
            above = clauses[clause.parent or ""]
        bars, one_of = _intro(above, clauses)
        bars = bars or (above is clause and _heads_bars(clause, whole.text))
        section = section_of(above, clauses)
        if above is not clause and _intro(clause, clauses)[0]:
            section = "who"  # beside a list of those barred: others, or exceptions
        if above is clause and _favoured(clause, clauses):
            section, bars, one_of = "out", False, ""
        if section != "who" and (head := below(heads, sentence.start, _kind)):
            section = _kind(head.said) or "other"
            bars = bars or introduces_bars(head.said)
        for start, end, kind in pieces(whole.text, listed.read(whole.text)):
            start += without_mark(whole.text[start:end])  # noqa: PLW2901 the words behind the mark
            if start >= end:
                continue
            barred = bars or kind == "bars"
            yield Statement(
                notice=notice,
                place=clause,
                fold=Fold(whole.text[start:end], whole.at[start:end]),
                scope=above.scope,
                section="out" if kind == "favour" else section,
                bars=barred and not _WHOLE.match(whole.text[start:end]),
                one_of=clause.path if kind == "any_of" else one_of,
            )


def _favoured(clause: Clause, clauses: Mapping[str, Clause]) -> bool:
    """Whether a clause is an item of those who are only preferred, or for whom all is relaxed."""
    above = clauses.get(clause.parent or "")
    while above is not None:
        said = normal(bare(above.text)).removeprefix(normal(bare(above.mark)))
        if introduces_favour(above.heading or said):
            return True
        above = clauses.get(above.parent or "")
    return False


def _heads_bars(clause: Clause, said: str) -> bool:
    """Whether a clause is headed as a list of people barred, and this is not its head."""
    head = normal(bare(clause.heading))
    return bool(head) and head != said and introduces_bars(head)


def _closing(notice: Notice, clause: Clause, clauses: Mapping[str, Clause]) -> int:
    """Where, behind the last item of a list, a paragraph begins that closes the whole of it.

    Items are one paragraph each; what stands below the last without a mark is said of them all.
    """
    listed = [one for one in notice.clauses if clause.parent and one.parent == clause.parent]
    if clause.parent not in clauses or len(listed) < _LIST or listed[-1] is not clause:
        return len(notice.text)
    sizes = {one.text.strip().count("\n") for one in listed[:-1]}
    line = -1
    for _ in range(max(sizes) + 1):
        line = clause.text.find("\n", line + 1)
    ended = line > 0 and clause.text[:line].rstrip().endswith(("。", "；", ";"))
    return clause.start + line if ended and len(sizes) == 1 else len(notice.text)


def _intro(clause: Clause, clauses: Mapping[str, Clause]) -> tuple[bool, str]:
    """Whether a clause above lists who may not enter, or alternatives (then its path)."""
    above = clauses.get(clause.parent or "")
    while above is not None:
        text = normal(bare(above.text))
        if words("any_of").search(text) and not words("bars").search(text):
            return False, above.path
        intro = text.removeprefix(normal(bare(above.mark)))
        if words("bars").search(text) or introduces_bars(above.heading) or introduces_bars(intro):
            return True, ""
        above = clauses.get(above.parent or "")
    return False, ""


def _of_table(notice: Notice, table: Table) -> Iterator[Statement]:
    kinds = [
        _column(header) or ("who" if _is_group(notice, header) else "") for header in table.header
    ]
    if not {"who", "entry"} & set(kinds):
        return
    for row in table.rows:
        for header, cell, kind in zip(table.header, row.cells, kinds, strict=False):
            if kind and cell.strip():
                scope = _row_scope(notice, table, row, header)
                if notice.tracks and not scope.tracks and not scope.groups:
                    continue  # a row about a school or a place says nothing about every track
                yield _cell(notice, row, header, cell, kind, scope)


_STATED = lazy_re.compile(
    r"\d周?岁|\d年|[一二三四五]级|高级工|中级工|初级工|技师|[须应]|不得|在职|在岗|在籍"
)


def unplaced(notice: Notice) -> Iterator[Statement]:
    """Cells that state conditions in rows of which nobody can say whom they are for."""
    for table in notice.tables:
        kinds = [_column(header) for header in table.header]
        if table.form or "who" not in kinds or not notice.tracks:
            continue
        for row in table.rows:
            for header, cell, kind in zip(table.header, row.cells, kinds, strict=False):
                scope = _row_scope(notice, table, row, header)
                placed = scope.tracks or scope.groups
                if kind == "who" and not placed and _STATED.search(normal(bare(cell))):
                    yield _cell(notice, row, header, cell, kind, scope)


def _is_group(notice: Notice, header: str) -> bool:
    """Whether a column is named after a group; below stands what is asked of it."""
    return bare(header) in notice.groups


def _column(header: str) -> str:
    return next((kind for kind, pattern in _CELLS.items() if pattern.search(header)), "")


def _cell(  # noqa: PLR0913, PLR0917 a cell is made of these
    notice: Notice, row: Row, header: str, cell: str, kind: str, scope: Scope
) -> Statement:
    text = _completed(normal(bare(header)), normal(bare(cell)))
    if _LIMIT.search(header) and re.fullmatch(r"\d+[人名队组支]?(?:\(.\))?", text):
        text = f"每单位限报{text}" if text[-1] not in "0123456789" else f"每单位限报{text}人"
    elif _LIMIT.search(header) and re.match(r"每个?(?:赛项|项目|工种|组别|赛道)", text):
        text = f"每单位{text}"
    elif kind == "entry" and re.search("人数", header) and re.match(r"[\d一二三四五六]", text):
        text = f"每队{text}"
    return Statement(
        notice=notice,
        place=row,
        fold=Fold(text, tuple([row.start] * len(text))),
        scope=scope,
        section="who" if kind == "who" else "cell",
        cell=True,
        quote=cell if bare(cell) in bare(notice.text[row.start : row.end]) else "",
    )


def _completed(header: str, text: str) -> str:
    """A cell with the words its column's name says for it: 从事…年限 | 满3年."""
    if _FREE.fullmatch(text):
        return text
    if (match := _WORKED.search(header)) and re.match(r"满|不少于|\d|[一二三四五]", text):
        what = match["what"].removeprefix("从事") or "相关"
        work = what if what.endswith(("工作", "岗位")) else f"{what}工作"
        years = text if re.match("满|不少于", text) else f"满{text}"
        return f"从事{work}{years}"
    if re.fullmatch(r"\d{2}周?岁", text) and (bound := re.search("上限|下限|最低|最高", header)):
        return f"{'不超过' if bound[0] in {'上限', '最高'} else '年满'}{text}"
    if (match := _HELD.search(header)) and match["what"] not in text:
        first, comma, rest = text.partition(",")
        return f"具有{first}{match['what']}{comma}{rest}"
    return text


def _row_scope(notice: Notice, table: Table, row: Row, header: str) -> Scope:
    """The track and groups of a cell: by the row's other cells and the column's header."""
    tracks, groups = table.scope.tracks, table.scope.groups
    for name, cell in zip(table.header, row.cells, strict=False):
        if _TRACK_COLUMN.search(name) and (track := resolve(cell, notice.tracks)):
            tracks = (track.id,)
        if "组别" in name:
            groups = _groups(notice, cell) or groups
    return table.scope.model_copy(
        update={"tracks": tracks, "groups": _groups(notice, header) or groups}
    )


def _groups(notice: Notice, words_: str) -> tuple[str, ...]:
    found = group_mentions(normal(bare(words_)), notice.groups)
    return tuple(dict.fromkeys(name for mention in found for name in mention.names))
