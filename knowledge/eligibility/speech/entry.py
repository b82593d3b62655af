"""How one enters; what a unit asks."""

from __future__ import annotations

from knowledge.eligibility.speech.base import (
    N,
    Pattern,
    listed,
    number,
    pattern,
    says,
    words,
)


def entry() -> tuple[Pattern, ...]:
    """Patterns of how one enters."""
    n = rf"(?P<n>{N})"
    return (
        pattern(
            r"(?P<w>(?:学生|职工|教师|师生|社会|企业|院校|中职|高职|本科|公开|青年|新生|进阶|个人|团队)组)",
            words("group"),
        ),
        pattern(
            rf"(?:单位|公司|学校)(?:已经?|都)*报了{n}[个名人队组](?:人|选手)*了?,?"
            r"(?:我?还?(?:能|可以)(?:再|不能)*报(?:一个|一名|人)*)?",
            number("unit_entries_same_group"),
        ),
        pattern(r"(?:没有?|未经|不经)(?:单位|学校)推荐", says(unit_recommended=False)),
        pattern(r"(?:我是|身为)(?:本次|这次)?(?P<w>裁判员?|裁判长|评委)", listed("registered_as")),
        pattern(
            r"(?:已经?|都)*报了(?P<w>(?!名)[^,。?\d两几多一二三四五\0]{2,20}?)(?=[,。?还了能可又再\0]|$)",
            listed("registered_tracks"),
        ),
        pattern(
            r"(?:同时|一起|都)(?:报|参加)|兼报|再报|又报|还(?:能|可以)再?(?:报|参加)(?=别|其[他它]|另)|[报参]加?(?:两|2|几|多)个?(?:赛项|项目)|兼项",
            says(wants_also=["另一个赛项"]),
        ),
        pattern(r"(?:双重|多重|两个|两种|2个|2种)身份", says(wants_also=["另一种身份"])),
        pattern(
            r"跨(?:单位|校|公司|院校)(?:组队)?|(?:两|不同)个?(?:单位|学校|公司)的?(?:人)?(?:能|可以|一起)*(?:组队|一队|组一队)",
            says(team_units=["甲单位", "乙单位"]),
        ),
        pattern(
            r"(?:以)?个人(?:名义)?(?:直接)?(?:能|可以|能不能|可不可以)?(?:报名|参赛|参加|报)|自己(?:直接)?报名|自行报名",
            says(channel="个人自行报名"),
        ),
        pattern(
            r"(?:单位|公司|领导|学校)(?:不同意|不推荐|不给报|不让报|不肯报)",
            says(unit_recommended=False),
        ),
        pattern(r"(?:没有?|不具[有备]|不是)(?:独立)?法人(?:资格)?", says(legal_person=False)),
        pattern(r"(?:有|具[有备]|是)(?:独立)?法人(?:资格)?", says(legal_person=True)),
        pattern(rf"(?:承办|申报|办){n}(?:场|个)(?:赛事|比赛|竞赛)?(?!赛项)", number("events")),
        pattern(rf"(?:承办|申报|办){n}个赛项", number("tracks")),
        pattern(rf"{n}个(?:承办地|赛点|场地|地点)", number("venues")),
        pattern(
            r"(?:我们|我)?(?:是)?(?P<w>行业协会|协会|学会|商会|市级部门|区县人社局|人社局)",
            words("unit_type"),
        ),
        pattern(
            r"(?P<w>市级行业(?:竞赛|赛)|行业赛|区县级?(?:竞赛|赛)|练兵比武)",
            words("event_category"),
        ),
    )
