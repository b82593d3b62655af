"""How one is entered: group, unit, team."""

from __future__ import annotations

import re

from knowledge import lazy_re
from knowledge.eligibility.speech.base import (
    Day,
    Found,
    N,
    Pattern,
    amount,
    listed,
    number,
    pattern,
    says,
    words,
)

_GROUPS = r"(?:学生|职工|教师|师生|社会|企业|院校|中职|高职|本科|公开|青年|新生|进阶|个人|团队)组"
_UNIT = r"(?:单位|公司|学校|学院|厂里?|企业|医院|院里|系里|班上)"
_COUNTED = lazy_re.compile(rf"(?P<n>{N})[个名人队支]*(?P<g>{_GROUPS})")


def _entries(match: re.Match[str], _: Day) -> Found:
    """我们公司想报3个职工组、2个学生组."""
    return {"unit_entries": {one["g"]: amount(one["n"]) for one in _COUNTED.finditer(match[0])}}


def units() -> tuple[Pattern, ...]:
    """What a unit has entered already or asks for; tried before the wishes of a person."""
    n = rf"(?P<n>{N})"
    counted = rf"{N}[个名人队支]*{_GROUPS}"
    return (
        pattern(
            rf"(?:我们?|本)?{_UNIT}(?:想|要|准备|打算|计划)?(?:派|报|出)"
            rf"(?:{counted}[和,、跟及]?){{1,4}}",
            _entries,
        ),
        pattern(
            rf"{_UNIT}(?:里|同组)?(?:已经?|都|之前|先){{0,4}}(?:报名?了|报上了|有|派了|"
            rf"出了){n}[个名人队支][人选手队伍名额职工学生]*(?:已经|都)?(?:报名?|参加|"
            rf"报上)?了?,?(?:我?还?(?:能|可以)(?:再|不能){{0,4}}报(?:一个|一名|"
            rf"人){{0,4}})?(?!老师|赛项|项目|指导|月|年|点)",
            number("unit_entries_same_group"),
        ),
        pattern(
            rf"(?:(?:我们?|本)?{_UNIT})?已经?(?:报名?|派|推荐)了?{n}[个名位]?(?:人|组|选手|职工|员工|学生|老师|"
            rf"教师|队员|支队伍?|个?队)(?!赛)",
            number("unit_entries_same_group"),
        ),
        pattern(
            rf"(?!一|1){n}[个名位](?:职工|员工|工人|学生|老师|教师|选手|同学|专家|裁判)"
            rf"(?:[和跟与、]{N}[个名位](?:职工|员工|工人|学生|老师|教师|选手|同学|专家|裁判)){{0,3}}",
            says(),
        ),
    )


def entry() -> tuple[Pattern, ...]:
    """Patterns of how one is entered."""
    n = rf"(?P<n>{N})"
    two = ["甲单位", "乙单位"]
    return (
        pattern(
            rf"(?:我们队|队里|我们组|我们团队)(?:一共|总共|现在|只)?(?:有|是)?{n}(?:个人|"
            rf"人|名队员|个队员|名选手)",
            _team,
        ),
        pattern(
            rf"(?:我们|咱们?|我们队|队里|我们组)(?:队|组|团队)?(?:一共|总共|现在|只)?"
            rf"(?:有|是)?(?P<n>{N}|俩|仨)(?:个人|人|名队员|个队员|个)?(?:组队|一队|一组|"
            rf"参赛队|搭队|组一队)",
            _team,
        ),
        pattern(rf"{_GROUPS}(?:还是|或者?|和|跟|与|、){_GROUPS}", says()),
        pattern(rf"(?<![一二三四五六七八九十两几多\d])(?P<w>{_GROUPS})", words("group")),
        pattern(
            rf"(?:没有?|未经|不经|没经过){_UNIT}(?:的)?(?:推荐|同意|盖章)",
            says(unit_recommended=False),
        ),
        pattern(
            rf"{_UNIT}(?:死活|就是|一直|又|说|领导)?(?:不同意|不推荐|不给报|不让报|"
            rf"不肯报|不盖章|不给盖章|不愿意?报|不支持)",
            says(unit_recommended=False),
        ),
        pattern(
            r"(?:学校|学院|系里|院里)(?:已经?|都|也){0,4}(?:推荐|同意|选派|安排|组织)(?:了|"
            r"我|我们|的|参|他|她|孩子|娃|报|(?=[,。;!?\0]|$))",
            says(school_recommended=True),
        ),
        pattern(
            r"(?:单位|公司|厂里?|企业|领导|医院)(?:已经?|都|也){0,4}(?:推荐|同意|选派|"
            r"派|安排|盖章|盖了章)(?:了|我|我们|的|参|报名|他|她|孩子|娃|(?=[,。;!?\0]|$))|(?<![\u4e00-\u9fff])(?:单位|公司|厂里?)报(?:的|上去)",
            says(unit_recommended=True),
        ),
        pattern(
            r"(?:我是|身为|我也是)(?:本次|这次|本赛项的?)?(?P<w>裁判员?|裁判长|评委)",
            listed("registered_as"),
        ),
        pattern(
            r"跨(?:单位|校|公司|院校|学校|企业)(?:组队)?|(?:两|不同|俩)个?(?:不同的?)?"
            r"(?:单位|学校|公司|企业)的?(?:人|同学|同事|选手)?(?:能|可以|一起|想){0,4}"
            r"(?:组队|一队|组一队|组成一队|搭档)?(?=[,。;!?吗的行可]|$)|不是一?个"
            r"(?:单位|学校|公司|企业|厂)的|(?:有|带)[^,。;!?\0]{0,3}?(?:外校|外单位|"
            r"别的单位|别的学校)的|(?:别的|其他|外|隔壁|另一个)(?:学校|单位|公司|校)的"
            r"(?:同学|人|朋友|同事|选手)[^,。;!?\0]{0,6}?(?:组队|一队|搭档|搭队)",
            says(team_units=two),
        ),
        pattern(
            r"(?<![\d一二三四五六七八九十几两多])(?:以|用)?个人(?:名义|身份)?(?:直接)?"
            r"(?:能不能|可不可以|能|可以|自己)?(?:去)?(?:报名|参赛|参加|报(?!表))|自己"
            r"(?:直接|去|能|能不能|可以){0,4}报名|自行报名|不通过单位报名?",
            says(channel="个人自行报名"),
        ),
    )


def _team(match: re.Match[str], _: Day) -> Found:
    size = {"俩": 2.0, "仨": 3.0}.get(match["n"]) or amount(match["n"])
    return {"team_size": size, "team_event": True} if size > 1 else {"team_size": size}
