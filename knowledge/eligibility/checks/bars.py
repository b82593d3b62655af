"""Who may not enter: holders of honours, people with earlier roles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.eligibility.checks.base import Case, Params, Result, met, not_met, unknown
from knowledge.eligibility.checks.levels import level_of
from knowledge.eligibility.checks.told import told
from knowledge.plain import comparable

if TYPE_CHECKING:
    from collections.abc import Iterable

_NEARLY = ("提名", "候选", "推荐人选", "未获", "没有获得", "没获", "申报中", "入围")
_FILLER = lazy_re.compile(
    r"\d{4}年?|中华人民共和国|全国|职业技能|技能|[大竞比]赛|[的了人员成组项目赛员一名过在中任担当曾作为参加入选手专家教练裁判()、“”\"]"
)
_TOOK_PART = [["参赛"], ["参加"]]
_LEFT_OVER = 2


def barred_honours(case: Case, params: Params) -> Result:
    """Whoever has one of these honours: {names, level?, qualified?}.

    `level` is the least rank that bars; with `qualified` so does the right to be proposed for one.
    """
    names = [str(name) for name in params["names"]]
    said = f"已获得{'、'.join(names)}的人员不得报名"
    held = [
        name
        for honour in case.person.honours
        for name in names
        if _holds(honour, name) and not _lower(honour, params)
    ]
    held += [name for name in names if told(case.person, name)]
    if params.get("qualified"):  # 已取得…申报资格: whoever may be proposed for it
        near = (*case.person.honours, *case.person.past_events)
        held += [n for n in names for one in near if "资格" in one and n in comparable(one)]
    return not_met(f"{said}；已获得{held[0]}。") if held else met(f"{said}；没有这些荣誉。")


def honour(case: Case, params: Params) -> Result:
    """Whoever has one of these honours, as a condition: {names}."""
    names = [str(name) for name in params["names"]]
    said = f"须获得过{'、'.join(names)}"
    held = any(_holds(one, name) for one in case.person.honours for name in names)
    return met(f"{said}；符合。") if held else not_met(f"{said}；没有。")


def _lower(honour: str, params: Params) -> bool:
    """Whether the honour ranks below the level that bars."""
    needed = level_of(str(params["level"])) if "level" in params else None
    rank = level_of(comparable(honour))
    return needed is not None and rank is not None and rank < needed


def _holds(honour: str, name: str) -> bool:
    text = comparable(honour)
    return comparable(name) in text and not any(word in text for word in _NEARLY)


def barred_roles(case: Case, params: Params) -> Result:
    """Whoever had one of the roles in one of the projects of the event.

    {said, event, project, role, not_role}: lists of ways, each way a list of parts.
    A deed of the event that leaves the project or role open is unknown.
    """
    said = str(params["said"])
    deeds = [(words, False) for words in case.person.past_roles]
    deeds += [(words, True) for words in case.person.past_events]
    found = {_deed(words, params, took_part=took_part) for words, took_part in deeds}
    if "barred" in found:
        return not_met(f"{said}；有这种经历。")
    if "open" in found:
        return unknown(f"{said}；还不知道是哪个项目、以什么身份参加。", "past_roles")
    return met(f"{said}；没有这种经历。")


def _deed(words: str, params: Params, *, took_part: bool) -> str:
    """`barred`, `open` (project or role is not said) or `other`."""
    text = comparable(words)
    project = _says(text, params["project"])
    if not _says(text, params["event"]):
        unnamed = not re.search(r"[届赛]", text.replace("参赛", ""))
        return "open" if unnamed and project and _says(text, params["role"]) else "other"
    other_role = _says(text, params["not_role"])
    took_part = took_part or _says(text, _TOOK_PART)
    role = _says(text, params["role"]) or (took_part and not other_role)
    if project and role:
        return "barred"
    return "other" if other_role or _rest(text, params) else "open"


def _rest(text: str, params: Params) -> bool:
    """Whether the words name something else besides what the rule names."""
    for part in _parts((*params["event"], *params["role"], *params["project"])):
        text = text.replace(part, "")
    return len(_FILLER.sub("", text)) >= _LEFT_OVER


def _says(text: str, ways: Iterable[list[str]]) -> bool:
    """Whether all parts of one of the ways are said; `^` ties a part to the beginning."""
    return any(all(_part_said(text, comparable(part)) for part in way) for way in ways)


def _part_said(text: str, part: str) -> bool:
    return text.startswith(part[1:]) if part.startswith("^") else part in text


def _parts(ways: Iterable[list[str]]) -> list[str]:
    return sorted(
        {comparable(part).lstrip("^") for way in ways for part in way}, key=len, reverse=True
    )
