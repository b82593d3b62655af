"""Sentences that sort people into groups: 粉丝不足1万人的，参加新秀组；1万人以上的，参加达人组."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.eligibility.drafting.grammar import words
from knowledge.eligibility.drafting.parts import Condition, Made, Statement
from knowledge.numerals import NUMERAL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NUMBER = rf"(?:\d+(?:\.\d+)?|{NUMERAL})[万千百]?"
_BOUND = lazy_re.compile(
    rf"(?:(?:未|不)?(?:满|达到?|足)|不少于|不低于|超过|不超过|低于|高于|少于|多于)?{_NUMBER}[^\d,。;]{{1,4}}?(?:及?以[上下内]|之内)?$"
)
_TITLE = lazy_re.compile(
    r"^(?:具有|具备|取得)?(?P<t>正高级|副高级|中级|初级|教授|副教授|讲师|助教|高级工程师|工程师|助理工程师|高级讲师|助理讲师|高级教师)"
    r"(?:\(含\))?及?以下(?:专业)?(?:技术)?(?:职称|职务)"
)
_ABOVE = {
    "副高级": "正高级", "副教授": "正高级", "高级工程师": "正高级", "高级讲师": "正高级",
    "高级教师": "正高级", "中级": "副高级", "讲师": "副高级", "工程师": "副高级", "初级": "中级",
    "助教": "中级", "助理工程师": "中级", "助理讲师": "中级",
}  # fmt: skip
_UNREAD = frozenset({"not_understood", "unread_words", "note", "barred_kind"})
_PEOPLE = r"(?:选手|教师|职工|学生|人员|参赛者|员工)?"
_LETS = r"(?:,|可|应|须|统一|只能|分别)*"


def sorting(
    statements: Sequence[Statement], read: Sequence[Condition]
) -> tuple[list[Condition], set[int]]:
    """The conditions of the groups people are sorted into, and which of those read they replace."""
    found: list[Condition] = []
    stale: set[int] = set()
    subject = ""
    for statement in statements:
        if statement.section == "out" or words("award").search(statement.text):
            continue
        for match, group in _sorted(statement):
            who = match["who"]
            bound = _BOUND.search(who)
            subject = who[: bound.start()] if bound and bound.start() else subject
            own = [c for c in read if c.statement.fold == statement.fold and _inside(c, match)]
            if any(c.made.check not in _UNREAD for c in own):
                continue
            if made := _made(who, subject if bound else ""):
                stale |= {id(c) for c in own}
                name = "sorted_title" if made.check == "barred_title" else "sorted"
                found.append(
                    Condition(statement, *match.span(), made, groups=(group,), name=name,
                              tracks=statement.scope.tracks)
                )  # fmt: skip
    return found, stale


def _inside(one: Condition, match: re.Match[str]) -> bool:
    return one.start < match.end() and match.start() < one.end


def _sorted(statement: Statement) -> Iterator[tuple[re.Match[str], str]]:
    for group in statement.notice.groups:
        pattern = (
            rf"(?P<who>[^,。;:]{{2,40}}?)(?:的|者){_PEOPLE}{_LETS}"
            rf"(?:报名参加|参加|报名|报|归入|列入|进入|编入|分入){re.escape(group)}(?=[,。;]|比赛|竞赛|$)"
        )
        for match in re.finditer(pattern, statement.text):
            if not re.search(r"不|优先|可(?!以)", match[0][match.end("who") - match.start() :]):
                yield match, group


def _made(who: str, subject: str) -> Made | None:
    """What those of a group must be; None where the words name no bound."""
    if title := _TITLE.match(who):
        said = f"职称高于{title['t']}"
        return (
            Made("barred_title", {"level": _ABOVE[title["t"]], "said": said})
            if title["t"] in _ABOVE
            else None
        )
    if not _BOUND.search(who) or re.search(r"周?岁|[年月](?!级)", who):
        return None
    called = who if who.startswith(subject) else f"{subject}{who}"
    called = re.sub(r"^(?:报名|申报|参赛|截至|截止)[^,]{0,8}?时", "", called)
    return Made("other_fact", {"called": called})
