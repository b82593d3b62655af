"""Honours, prizes, earlier roles and events, and being an adviser."""

from __future__ import annotations

import re

from knowledge.eligibility.speech.base import SPAN, Day, Found, Pattern, listed, pattern, says

_ROLES = r"(?:专家组?|教练组?|裁判长|裁判员?|选手|领队|翻译|技术指导|考评员)"
_EVENTS = (
    r"(?:世赛|国赛|省赛|市赛|行赛|区赛|全国赛|国家级比赛|世界技能大赛|全国技能大赛|"
    r"第[一二三四五六七八九十\d]+届[^,。;!?的\0]{2,16}?(?:大赛|竞赛|比赛|项目))"
)


def _honour(match: re.Match[str], _: Day) -> Found:
    return {"honours": [match["h"]]}


def deeds(honours: str) -> tuple[Pattern, ...]:
    """`honours`: the names of honours, as an alternation."""
    prize = (
        r"(?:特等奖|[一二三]等奖|金奖|银奖|铜奖|优[胜秀]奖|第[一二三123]名?|冠军|亚军|季军|"
        r"[金银铜]牌|前[三十]名?)"
    )
    won = r"(?:拿|获|得|取得|赢|夺|获得|荣获|评上|评为|拿到|得到)"
    past = r"(?:去年|前年|之前|以前|曾经?|上届|往届|上一届|早年|当年|大[一二三]|我)"
    return (
        pattern(rf"(?:没|没有|未|不是)(?:拿过|获得?过?|得过?|评上)?(?:{honours})", says()),
        pattern(
            rf"(?:能|可以|可|会|要|想|就|怎么|是否|能否|直接|优先|推荐|授予|申报)(?:不能|"
            rf"否)?(?:直接|优先|去|被){{0,4}}(?:申报|申请|评|授予|推荐|获得?|拿到?|得到?|"
            rf"评[上为]|给|发|成为)?(?!过)(?:市级|省级|国家级|评为|为|“|\"){{0,4}}"
            rf"(?:{honours})",
            says(),
        ),
        pattern(rf"(?P<h>(?:[一-龥]{{2,3}}[省市])?(?:{honours}))", _honour),
        pattern(rf"(?:没|没有|从来没|未|不曾){won}过[^,。;!?\0]{{0,14}}?{prize}", says()),
        pattern(
            rf"(?P<h>{_EVENTS}(?:上|里|中)?(?:我)?{won}过?了?(?:个|一个)?{prize})(?!的?[是要才能可])",
            lambda m, _: {
                "honours": [re.sub(rf"(?:上|里|中)?(?:我)?{won}过?了?(?:个|一个)?", "", m["h"])]
            },
        ),
        pattern(rf"(?:{won}过了?|(?<=的){won}了)(?P<h>{SPAN}{{0,20}}?{prize})", _honour),
        pattern(
            rf"{past}(?:[^,。;!?\0吗]{{0,6}}?){won}了?(?P<h>{SPAN}{{0,16}}?{prize})(?!有|"
            rf"给|发|能拿|奖多少|奖励)(?=[,。;!?\0还今能可]|$)",
            _honour,
        ),
        pattern(
            rf"(?:上一?届|往届|去年|前年)的?(?P<h>{SPAN}{{0,12}}?(?:{prize}|第[四五六七八九十\d]+名))(?:的人|获得者|者)?"
            r"(?=(?:还|也|都|今年|这次|现在|再)*(?:能|可以|可|想|行|报|参加))",
            _honour,
        ),
        pattern(
            r"(?:没有?|没|从来没|未|不曾|还没)(?:当|做|担任|参加|打|比)过[^,。;!?\0]{0,20}",
            says(),
        ),
        pattern(
            rf"(?:当过|担任过?|做过|干过|曾任|曾是|曾经是|曾担任|作为)"
            rf"(?P<w>{SPAN}{{2,40}}?{_ROLES}(?:成员)?)",
            listed("past_roles"),
        ),
        pattern(
            rf"(?:当过|担任过|做过|干过|曾任|曾是|曾经是|曾担任)(?P<w>{SPAN}{{0,6}}?{_ROLES})",
            listed("past_roles"),
        ),
        pattern(
            rf"(?:我|本人|他|她|我们?老师)(?:就?是|算是)(?:一?名)?"
            rf"(?P<w>{_EVENTS}[^,。;!?\0]{{0,16}}?{_ROLES})",
            listed("past_roles"),
        ),
        pattern(
            rf"(?P<w>{_EVENTS}(?:的|[^,。;!?\0]{{2,12}}?项目的?)?(?:教练|裁判员?|专家))"
            rf"(?=能|可以|还能|出身|[,。])",
            listed("past_roles"),
        ),
        pattern(
            rf"(?:参加过|参加了|打过|比过|曾参加过?|参加得有)(?:[一两二三几]次)?(?P<w>{SPAN}{{2,40}}?)(?="
            rf"(?:的(?:人|选手)?)?(?:了)?(?:还?能[报参不否再够吗]|还?可以|[,。;!?\0]|$))",
            listed("past_events"),
        ),
    )


def _advises(match: re.Match[str], _: Day) -> Found:
    return {"is_advisor": True, "advisor_of": [match["w"]]}


def advisers() -> tuple[Pattern, ...]:
    """Being an adviser; how many of them there may be is another question."""
    who = r"(?:指导(?:教师|老师|教练)|带队老师|带队教师)"
    count = r"(?:几|多少|[一二两三四五六七八九十\d]{1,3})[个名位]?"
    return (
        pattern(rf"{count}(?:学生的?)?{who}|{who}{count}", says()),
        pattern(r"(?:实训|实习|实验)指导(?:教师|老师)", says(identity="teacher")),
        pattern(
            rf"(?:优秀|需要|要不要|配|填|写|有没有|是否|必须有|换|更换|改|加)(?:几个|"
            rf"一个|个|名)?{who}",
            says(),
        ),
        pattern(
            rf"(?<![是当为做兼任]){who}(?:病|生病|请假|有事|说|讲|去|来|让|叫|不|没|已|换人|离职|走了|联系|找|帮|的)|"
            rf"{who}(?:那[一格栏]|[栏格]|要求|资格|条件|名额|人数|数量|奖|证书|是谁|怎么|"
            rf"几|多少|最多|有什么|有没有|必须|需要|可以换|能换|能不能换|要|电话|姓名)",
            says(),
        ),
        pattern(
            rf"(?:我|本人)(?:就|也|同时)?是(?P<w>{SPAN}{{2,16}}?)(?:赛项|项目)?"
            rf"(?:学生选手|学生|选手|参赛队)?的?{who}",
            _advises,
        ),
        pattern(
            rf"(?:我|本人)?(?:还|也|在|正在|同时|又){{0,4}}(?:指导|带)(?:了|着)?"
            rf"(?P<w>{SPAN}{{2,12}}?)(?:赛项|项目)?的(?:学生|选手|参赛队)",
            _advises,
        ),
        pattern(
            rf"带(?:了|着)?(?:{count})?学生(?:参赛|比赛|参加)|指导(?:了|着)?"
            rf"(?:{count})?学生|给学生当(?:指导|教练)|(?:学生的?)?{who}",
            says(is_advisor=True),
        ),
    )
