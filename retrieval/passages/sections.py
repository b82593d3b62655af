"""A whole section, where the question is for what its heading says: 申报流程, 成员, 基本条件."""

from __future__ import annotations

from knowledge import lazy_re
from knowledge.plain import comparable_name
from retrieval.passages.each_group import labelled
from retrieval.passages.units import Reading, Unit
from retrieval.question.asked import Asked
from retrieval.question.conditions import stated
from retrieval.question.likeness import in_order
from retrieval.reply import Piece, Reply, cite_unit

_OTHERWISE = frozenset({"yes_no", "how_much", "how_long", "when", "where"})
_STEPS = lazy_re.compile(
    r"流程|步骤|程序|一步步|全过程|怎么(报名|申报|操作)|如何(报名|申报|操作)|[几哪]几?(道|个)?(关|环节|手续)|[几哪]几?步"
)
_MARKED = lazy_re.compile(r"流程|步骤|程序|操作")
_WHOLE = lazy_re.compile(
    r"哪些|分别|都有|列|全部|所有|几(条|点|项|个方面|步)|一步步|流程|步骤"
    r"|注意什么|注意事项|都有谁|有谁|成员"
)
_CONDITIONS = lazy_re.compile(r"(?:什么|啥|哪些|哪几|有何)[样个]?的?(?:条件|要求|资格)")
_MUST_HAVE = lazy_re.compile(
    r"(?:应|须|应当|必须|需要?|要)?(?:同时)?(?:具备|符合|满足|达到)(?:以下|下列|如下)?(?:条件|要求)?$"
)
"""A heading of conditions: 裁判员应具备."""
_HEAD = lazy_re.compile(r"[：:。]$")
_PAPERS = lazy_re.compile(r"(?:报名|参赛|申报|提交|需|所需|应交)*(?:提交)?的?材料(?:清单|要求)?")
_HANDED_IN = lazy_re.compile(r"交|提供|准备|上传|报送|材料|资料")
LEAST, MOST, LONGEST, SAID = 2, 9, 900, 0.7


def section_reply(
    reading: Reading, asked: Asked, tracks: tuple[str, ...], groups: tuple[str, ...] = ()
) -> Reply | None:
    """All sentences of the section whose heading the question says; None if it asks for less.

    What is labelled by other groups than those asked about is left out.
    """
    whole = any(of.search(asked.plain) for of in (_WHOLE, _STEPS, _CONDITIONS))
    if asked.forms & _OTHERWISE or stated(asked.plain) or not whole:
        return None
    under: dict[str, list[Unit]] = {}
    for unit in reading.units:
        if not tracks or not unit.scope.tracks or set(unit.scope.tracks) & set(tracks):
            for heading in (h for h in unit.headings if h not in reading.notice.groups):
                under.setdefault(heading, []).append(unit)
    # 报名材料 is nearer than 报名 to what is handed in with an entry
    best = max(under, key=lambda h: (_said(asked, h), len(h)), default=None)
    if best is None or _said(asked, best) < SAID:
        return None
    units = [u for u in under[best] if _holds_for(u, groups, reading.notice.groups)]
    if not LEAST <= len(units) <= MOST or sum(len(u.text) for u in units) > LONGEST:
        return None
    citations = tuple(cite_unit(reading.notice, u) for u in units)
    marks = [_mark(u, before, best) for before, u in zip((None, *units), units, strict=False)]
    text = "\n".join(f"{mark}{u.text}" for mark, u in zip(marks, units, strict=True))
    name = best.rstrip("：:。")
    piece = Piece(text=f"{name}：\n{text}", citations=citations, computed=tuple(marks))
    return Reply(
        status="answered", notice=reading.notice.id, pieces=(piece,), tracks=tracks, sure=1.0
    )


def _holds_for(unit: Unit, groups: tuple[str, ...], known: tuple[str, ...]) -> bool:
    own = labelled(unit, known)
    return not (groups and own) or bool(own & set(groups))


def _said(asked: Asked, heading: str) -> float:
    """How much of a heading the question says; steps are asked for in several words."""
    name = _HEAD.sub("", comparable_name(heading))
    if _CONDITIONS.search(asked.plain):
        whose = _MUST_HAVE.sub("", name)
        name = f"{whose}条件" if whose != name else ""
    if len(name) < LEAST:
        return 0.0
    if _PAPERS.fullmatch(name) and "materials" in asked.concepts:
        return 1.0 if _HANDED_IN.search(asked.plain) else 0.0
    if "materials" in asked.concepts and not _HANDED_IN.search(name):
        return 0.0  # 报名 has more than what is handed in
    steps = 0.5 if _STEPS.search(asked.plain) and _MARKED.search(name) else 0.0
    return in_order(asked.plain, name) + steps


def _mark(unit: Unit, before: Unit | None, heading: str) -> str:
    """The mark of an item where it begins; the section's own is not repeated."""
    begins = before is None or before.path != unit.path
    return unit.clause.mark if begins and unit.headings[:1] != (heading,) else ""
