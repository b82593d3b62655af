"""One entry, advisers, teams, quotas, seals."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.catalogue.track_ways import named_ways, ways_of
from knowledge.eligibility.drafting.builders.common import OLDEST, STUDENT, group
from knowledge.eligibility.drafting.numbers import count
from knowledge.eligibility.drafting.parts import WORKING, Made

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.eligibility.drafting.builders.common import Match
    from knowledge.eligibility.drafting.parts import Statement


_MOST_ENTRIES = 1000


def one_track(match: Match, statement: Statement) -> Iterator[Made]:
    """每名选手限报1个赛项; 个人赛项目不得兼报 leaves a team beside one of them."""
    begin = max(statement.text.rfind(sign, 0, match.start()) for sign in ",。;") + 1
    named = named_ways(statement.text[begin : match.start()])
    own = [t for t in statement.notice.tracks if ways_of(statement.notice).get(t.id) in named]
    if len(own) > 1:
        called = "与".join(track.name for track in own)
        yield Made("not_both", {"tracks": [t.id for t in own], "called": called})
    else:
        yield Made("one_track")


def tracks_at_most(match: Match, _: Statement) -> Iterator[Made]:
    """一人最多参加2支队伍."""
    limit = int(count(group(match, "n", "n2")))
    if limit == 1:
        yield Made("one_track")
    elif limit:
        yield Made("tracks_at_most", {"limit": limit})


def single_identity(match: Match, _: Statement) -> Iterator[Made]:
    """不得以多重身份参赛; 不得同时以职工和学生身份报名 speaks of no advisers."""
    yield Made("single_identity", {"advisers": False} if match["named"] else {})


_NEAR = 12
_COACHED = lazy_re.compile(
    r"同一(?:个)?(?:赛项|项目|赛道|工种)|同一赛事中同一"
    r"|(?:自己|本人|其|所)(?:所|本人)?(?:指导|执教|辅导|带教|带队|担任)[^,。;]{0,6}的?[^,。;]{0,4}(?:赛项|项目|赛道|工种|专项|组别)"
)
"""The tracks somebody coaches, and no other: 教练不得参加自己执教的项目."""


def adviser(match: Match, statement: Statement) -> Iterator[Made]:
    """指导教师不得以选手身份参赛."""
    same = _COACHED.search(match[0])
    every = re.search(
        "(?:任何|所有|任一|各)(?:赛项|项目|赛道|比赛)",
        match[0] + statement.text[match.end() :][:_NEAR],
    )
    scope = "same_track" if same else "any" if every else "plan"
    yield Made("not_adviser", {"scope": scope})


def adviser_same(match: Match, _: Statement) -> Iterator[Made]:
    """选手不得担任同一项目学生选手的指导教师."""
    same = re.search("(?:同一?|相同)(?:个)?(?:赛项|项目|赛道|职业|工种|专项)|本赛项", match[0])
    who = re.match("[^,。;]{0,6}?(职工|学生|教师)(?:身份)?(?:参赛)?选手", match[0])
    whose = {"职工": WORKING, "学生": STUDENT, "教师": ("teacher",)}
    capacities = whose.get(who[1] if who else "", ())
    yield Made("not_adviser", {"scope": "same_track" if same else "plan"}, capacities)


def team_unit(match: Match, _: Statement) -> Iterator[Made]:
    """不得跨单位组队, 队员须来自同一学校."""
    what = group(match, "what", "what2").lstrip("所")
    if what in {
        "二级单位",
        "基层单位",
        "参赛单位",
        "成员单位",
        "单位",
        "企业",
        "法人单位",
        "校",
        "学校",
        "院校",
    }:
        yield Made("team_within_unit")
    else:
        yield Made("team_within", {"what": what})


def told_bar(match: Match, _: Statement) -> Iterator[Made]:
    """不得跨赛区报名: a bar that only `other` can tell to hold."""
    yield Made("barred_other", {"said": match["what"]})


def team_same(_: Match, statement: Statement) -> Iterator[Made]:
    """团队成员均为同校教师, where a team is spoken of."""
    if re.search("队|团体|成员|组队", statement.text):
        yield Made("team_within_unit")


def team_by_unit(_: Match, __: Statement) -> Iterator[Made]:
    """以单位为团队报名."""
    yield Made("entered_by_unit")
    yield Made("team_within_unit")


def unit_enters(match: Match, _: Statement) -> Iterator[Made]:
    """由所在单位组织报名; 以学校为单位 says nothing of who is at none."""
    of_school = _BY_SCHOOL.search(match[0]) is not None
    yield Made("entered_by_unit", {}, ("student", "teacher") if of_school else ())


_BY_SCHOOL = lazy_re.compile(r"以(?:学校|院校)为单位")


def alone(_: Match, __: Statement) -> Iterator[Made]:
    """单人赛."""
    yield Made("team_size", {"size": 1})


def team_size(match: Match, _: Statement) -> Iterator[Made]:
    """每队N人."""
    size = int(count(group(match, "n", "n2", "n3")))
    if 0 < size < OLDEST:
        yield Made("team_size", {"size": size})


_OTHERS = lazy_re.compile(
    r"(?:指导教师|指导老师|教练|领队)(?![^。;]*(?:选手|队员|参赛学生))[^。;]*$"
)
"""A phrase that goes on about advisers, whose number a team's is not."""


def team_range(match: Match, statement: Statement) -> Iterator[Made]:
    """每队2—3人, 每队不超过5人."""
    if _OTHERS.search(statement.text[: match.start()]):
        return
    high = int(count(group(match, "b", "m", "m2", "m3", "b4")))
    low = int(count(group(match, "a", "a3", "a4") or "1"))
    if 0 < low <= high < OLDEST:
        yield Made("team_size_range", {"min": low, "max": high})


def team_only(_: Match, __: Statement) -> Iterator[Made]:
    """必须以团队形式参赛."""
    # joined, so that it does not take the place of a bound on the size of all teams
    yield Made("all_of", {"all": [{"check": "team_size_range", "params": {"min": 2}}]})


_BESIDE = lazy_re.compile(r"指导|教练|领队|裁判|观摩|工作人员|志愿者|陪同|评委|专家")
"""People who come with contestants: how many, says nothing of entries."""


def quota(match: Match, statement: Statement) -> Iterator[Made]:
    """每单位限报N人."""
    limit = int(count(group(match, "n", "n2", "n3")))
    grouped = (
        re.search("每组|每个组别|分组别|各组|职工组|学生组|教师组", match[0])
        or statement.scope.groups
    )
    if _BESIDE.search(match[0]):
        yield Made("note", {"text": f"{match[0]}。"})
    elif 0 < limit < _MOST_ENTRIES:
        unit = group(match, "u", "u2", "u3")
        yield Made(
            "unit_quota", {"limit": limit, "per": "group" if grouped else "track", "unit": unit}
        )


_PER_UNIT = lazy_re.compile(
    r"(?:企业|单位|学校|院校|公司|机构)[^,。;]{0,20}(?:不(?:得)?超过|限报|限|最多|至多)|"
    r"(?:同一|每(?:一)?(?:个|所|家)?|各)(?:参赛)?(?:单位|学校|院校|企业|学院|公司|部门|医院|机构|校)"
)


def quota_more(match: Match, statement: Statement) -> Iterator[Made]:
    """每所院校教师组不超过2人、学生组不超过2队: the groups behind the first one."""
    begin = max(match.string.rfind(sign, 0, match.start()) for sign in "。\n") + 1
    if _PER_UNIT.search(statement.text, begin, match.start()):
        limit = int(count(match["n"]))
        yield Made("unit_quota", {"limit": limit, "per": "group", "unit": match["u"]})


def sealed(match: Match, _: Statement) -> Iterator[Made]:
    """报名表须加盖公章: judged only if the seal is spoken of."""
    text = f"{match[0].strip(',、')}。"
    params = {"key": "sealed_materials", "lacks": "还没有盖章", "text": text}
    yield Made("when_given", params)
