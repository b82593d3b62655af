"""Quotas of units: those of schools and of companies, and such as cannot be told apart."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.catalogue.mentions import group_mentions, track_mentions
from knowledge.eligibility.drafting.parts import Condition, Made

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SCHOOL = lazy_re.compile(
    r"^(?:(?:同一|每(?:一)?|各)(?:个|所|家)?)?(?:参赛)?(?:职业|技工|高等|中等)*(?:院校|学校|高校|"
    r"校|院系|系部|系|院|二级学院|学院|班级)"
)
_UNIT = lazy_re.compile(r"^(?:同一|每(?:一)?|各)(?:个|家)?(?:参赛|用人|推荐)?单位")
"""Beside a quota of schools, one of units is that of those who employ."""
_COMPANY = lazy_re.compile(
    r"^(?:(?:同一|每(?:一)?|各)(?:个|家)?)?(?:参赛)?(?:企业|公司|用人单位|医院|机构)"
)
_TOGETHER = lazy_re.compile(
    r"^[^,。;]{0,6}\([^()]{0,20}(?:合并|合计|一并)(?:计算|统计)?\)|^[^,。;]{0,8}(?:合并计算|"
    r"合计)"
)
_TEAMS = lazy_re.compile(
    r"(?:团体|团队|双人|多人|集体)(?:赛|项目|比赛)?|限报[^,。;]{0,3}\d?(?:支)?队$"
)
_ALONE = lazy_re.compile(r"(?:个人|单人)(?:赛|项目|比赛)")
_IN_SCHOOL = ("student", "teacher")
_IN_COMPANY = ("worker", "flexible")


def quotas(found: Sequence[Condition]) -> Iterator[Condition]:
    """Each quota for its own kind of unit; those that differ for the same people are remarks."""
    found = [_of_groups(_of_tracks(one)) for one in found]
    freeing = [one for one in found if _frees(one)]
    found = [each for one in found for each in _freed(one, freeing)]
    teams = {track for one in found for track in one.tracks if _of_team(one)}
    found = [each for one in found for each in _by_form(one, teams)]
    kinds = {_kind(one) for one in found} - {""}
    if kinds == {"school"} and any(_of_units(one) for one in found):
        kinds = {"school", "company"}
    own = [_counted(_whose_unit(one, kinds)) for one in found]
    own = [_of_area(one, own) for one in own]
    limits: dict[tuple[object, ...], set[int]] = {}
    for one in own:
        if one.made.check == "unit_quota":
            limits.setdefault(_whose(one), set()).add(one.made.params["limit"])
    for one in own:
        if one.made.check == "unit_quota" and len(limits[_whose(one)]) > 1:
            text = one.statement.text[one.start : one.end] + "。"
            yield replace(one, made=Made("note", {"text": text}, one.made.capacities))
        else:
            yield one


_AREA = lazy_re.compile(
    r"^(?:同一|每(?:一)?|各)(?:个)?(?:乡镇|镇|街道|社区|村|赛区|代表队|区县|县区|县|市|区)"
)


def _of_area(one: Condition, found: Sequence[Condition]) -> Condition:
    """每个乡镇推荐5人 beside a quota of units: how many an area sends, a remark for its units."""
    said = one.statement.text[one.start : one.end]
    if one.made.check != "unit_quota" or not _AREA.search(said):
        return one
    others = [o for o in found if o.made.check == "unit_quota" and o is not one]
    if not any(_UNIT.search(o.statement.text[o.start : o.end]) or _kind(o) for o in others):
        return one
    return replace(one, made=Made("note", {"text": f"{said}。"}, one.made.capacities))


def _of_tracks(one: Condition) -> Condition:
    """各二级学院茶艺赛项不超过6人: of the tracks named in the words themselves."""
    if one.made.check != "unit_quota":
        return one
    said = one.statement.text[one.start : one.end]
    named = track_mentions(said, one.statement.notice.tracks)
    tracks = tuple(dict.fromkeys(name for mention in named for name in mention.names))
    whole = bool(tracks) and all(mention.names for mention in named)
    whole = whole and (not one.tracks or set(tracks) < set(one.tracks))
    return replace(one, tracks=tracks) if whole else one


_FREED = lazy_re.compile(r"不(?:受|占|计入|限)[^,。;]{0,6}名额")


def _frees(one: Condition) -> bool:
    """Whether it is a remark that frees groups of quotas."""
    said = one.statement.text[one.start : one.end]
    return bool(one.groups) and one.made.check == "note" and bool(_FREED.search(said))


def _freed(one: Condition, freeing: Sequence[Condition]) -> Iterator[Condition]:
    """青年创业组不受名额限制: a quota of all without the groups that a remark beside it frees."""
    if one.made.check != "unit_quota" or one.groups:
        yield one
        return
    here = (other for other in freeing if other.statement.place == one.statement.place)
    free = {group for other in here for group in other.groups}
    if not free:
        yield one
        return
    tracks = one.statement.notice.tracks
    own = [track for track in tracks if not one.tracks or track.id in one.tracks]
    bare = tuple(track.id for track in own if not free & set(track.groups))
    if bare and len(bare) < len(own):
        yield replace(one, tracks=bare)
    left = tuple(group for group in one.statement.notice.groups if group not in free)
    rest = tuple(track.id for track in own if track.id not in bare)
    if left:
        yield replace(one, groups=left, tracks=rest if bare else one.tracks)


def _of_groups(one: Condition) -> Condition:
    """每家单位每个职业职工组不超过3人: of the groups named in the words themselves."""
    if one.made.check != "unit_quota" or one.groups:
        return one
    said = one.statement.text[one.start : one.end]
    named = group_mentions(said, one.statement.notice.groups)
    groups = tuple(dict.fromkeys(name for mention in named for name in mention.names))
    if not groups or not all(mention.names for mention in named):
        return one
    made = one.made._replace(params={**one.made.params, "per": "group"})
    return replace(one, made=made, groups=groups)


def _by_form(one: Condition, teams: set[str]) -> Iterator[Condition]:
    """个人项目每单位限报2人，团体项目限报1队: each for the tracks held so."""
    if one.made.check != "unit_quota" or not teams:
        yield one
        return
    text = one.statement.text
    begin = max(text.rfind(sign, 0, one.start) for sign in ",。;:") + 1
    said = text[begin : one.end]
    form = "team" if _TEAMS.search(said) else "alone" if _ALONE.search(said) else ""
    every = tuple(track.id for track in one.statement.notice.tracks)
    if not form or one.tracks not in {(), every}:
        yield one
        return
    fits = tuple(track for track in every if (track in teams) == (form == "team"))
    if fits:
        yield replace(one, tracks=fits)


def _of_team(one: Condition) -> bool:
    size = one.made.params.get("size") if one.made.check == "team_size" else None
    return one.made.check == "team_size_range" or (size is not None and int(size) > 1)


def _whose_unit(one: Condition, kinds: set[str]) -> Condition:
    """每个企业…，每个院校…: where both stand, each speaks of its own people."""
    kind = _kind(one) or ("company" if _of_units(one) else "")
    if len(kinds) < 2 or not kind or one.groups or one.made.capacities:  # noqa: PLR2004 both kinds
        return one
    whose = _IN_SCHOOL if kind == "school" else _IN_COMPANY
    return replace(one, made=one.made._replace(capacities=whose))


def _of_units(one: Condition) -> bool:
    said = one.statement.text[one.start : one.end]
    return one.made.check == "unit_quota" and not one.groups and bool(_UNIT.search(said))


def _kind(one: Condition) -> str:
    if one.made.check != "unit_quota" or one.groups:
        return ""
    said = one.statement.text[one.start : one.end]
    return "school" if _SCHOOL.match(said) else "company" if _COMPANY.match(said) else ""


def _counted(one: Condition) -> Condition:
    """（职工组、青年组合并计算）: counted over the groups."""
    behind = one.statement.text[one.end :]
    if one.made.check != "unit_quota" or not _TOGETHER.match(behind):
        return one
    return replace(one, made=one.made._replace(params={**one.made.params, "per": "track"}))


def _whose(one: Condition) -> tuple[object, ...]:
    return one.tracks, one.groups, one.made.capacities
