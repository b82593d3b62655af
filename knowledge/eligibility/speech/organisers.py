"""What a unit that would run a competition says of itself."""

from __future__ import annotations

import re

from knowledge.eligibility.speech.base import Day, Found, N, Pattern, number, pattern, says, words


def _all_there(match: re.Match[str], _: Day) -> Found:
    """场地和裁判都是现成的."""
    kinds = {
        "has_funding": "[经资金预]",
        "has_facilities": "[场设器赛基]",
        "has_staff_and_judges": "裁判|专家|管理",
    }
    return {key: True for key, words_ in kinds.items() if re.search(words_, match["all"])}


def organisers() -> tuple[Pattern, ...]:
    """Patterns of units that apply; the denied before the affirmed."""
    n = rf"(?P<n>{N})"
    no, has = (
        r"(?:没有?|没得|缺少?|不具[有备]|无|还没有?)",
        r"(?:有|具[有备]|配有|自有|自带|落实了)",
    )
    money, site = (
        r"(?:经费|资金|预算|专项资金)(?:保障|支持)?",
        r"(?:场地|场所|设施|设备|器材|实训基地|赛场)",
    )
    staff = r"(?:裁判(?:员|队伍|团队)|专家(?:队伍|团队)|管理人员|专家和裁判员?(?:队伍)?|裁判和专家)"
    asks = r"(?<!有没)(?<!是不)(?<!是否)(?<!需要)(?<!必须)(?<!要)"
    runs = r"(?:承办|申报|举办|主办|办赛|申请办|办比赛)"
    return (
        pattern(
            rf"(?P<all>(?:(?:{money}|{site}|{staff}|裁判)[和、跟及与]?(?:还有|以及)?){{2,3}})(?:也|都|是|已经|全){{0,3}}"
            rf"(?:充足|到位|齐全?|没问题|现成|不缺|具备|有)(?!吗|没)",
            _all_there,
        ),
        pattern(
            rf"{asks}有(?P<all>(?:(?:{money}|{site})(?:和|、|跟|及|也有|还有|,有)?(?:裁判|{staff})))(?!吗)",
            _all_there,
        ),
        pattern(
            r"(?:没有?|不具[有备]|不是)(?:独立)?的?法人(?:资格|单位)?", says(legal_person=False)
        ),
        pattern(
            rf"{asks}(?:有|具[有备]|是)(?:独立)?的?法人(?:资格|单位)?(?!吗)",
            says(legal_person=True),
        ),
        pattern(
            rf"{no}(?:专门|自己|合适|足够|固定)?的?{money}|{no}钱|{money}(?:不够|不足|"
            rf"没有?(?:着落|到位|落实))",
            says(has_funding=False),
        ),
        pattern(
            rf"{asks}{has}(?:专门|自己|足够|专项)?的?{money}|{money}(?:充足|到位|落实|没问题|都有)",
            says(has_funding=True),
        ),
        pattern(
            rf"{no}(?:专门|自己|合适|足够|固定)?的?{site}|{site}(?:不够|不足|不达标|没有?"
            rf"(?:着落|到位|落实))",
            says(has_facilities=False),
        ),
        pattern(
            rf"{asks}{has}(?:专门|自己|足够|合适|比赛|标准){{0,4}}的?{site}|{site}"
            rf"(?:充足|到位|齐全|没问题|都有|达标)",
            says(has_facilities=True),
        ),
        pattern(rf"{no}(?:专门|自己|足够|相应)?的?{staff}", says(has_staff_and_judges=False)),
        pattern(
            rf"{asks}{has}(?:专门|自己|足够|相应)?的?{staff}|{staff}(?:齐全|到位|都有)",
            says(has_staff_and_judges=True),
        ),
        pattern(
            r"(?:盖章|盖了章|加盖公章|佐证)的?(?:佐证)?材料(?:还)?(?:没(?:有)?|未)(?:上传|传|弄)",
            says(sealed_materials=False),
        ),
        pattern(
            r"(?:盖章|盖了章|加盖公章|佐证)的?(?:佐证)?材料(?:都|已经?|也){0,4}(?:上传|"
            r"传)(?:了|好|完)|(?:已经?)?上传了?(?:盖章|盖了章|加盖公章)的?(?:佐证)?材料",
            says(sealed_materials=True),
        ),
        pattern(
            r"(?:还)?(?:没有?|未|没在)[^,。;!?\0]{0,4}?(?:注册|开通|申请)(?:过|了)?"
            r"(?:申报|平台|系统){0,4}的?(?:账号|帐号|账户)|(?:没有?|还没)(?:申报|平台|"
            r"系统){0,4}的?(?:账号|帐号|账户)",
            says(account="未注册"),
        ),
        pattern(
            r"(?:已经?|都)(?:在[^,。;!?\0]{0,6})?(?:注册|开通)(?:过|好|了){0,4}(?:申报|"
            r"平台|系统){0,4}的?(?:账号|帐号|账户)?|(?<!没)(?<!没有)(?:有|注册了|注册过)"
            r"(?:申报|平台|系统){0,4}的?(?:账号|帐号|账户)(?!吗)",
            says(account="已注册"),
        ),
        pattern(
            r"(?:我们|我)?(?:是|单位是)?(?:一?[家个])?(?P<w>行业协会|协会|学会|商会|"
            r"市级部门|区县人社局|人社局)(?!主办|发的|电话|的电话)",
            words("unit_type"),
        ),
        pattern(
            rf"(?:我们?|咱们?|本)(?:是)?(?:一?[家个所])?(?P<w>民营企业|国有企业|国企|"
            rf"民企|企业|公司|职业院校|技师学院|高职院校|中职学校|职业学院|院校|学校|"
            rf"学院|集团)(?=[^,。;!?\0]{{0,8}}{runs}|,[^。;!?\0]{{0,8}}{runs})",
            words("unit_type"),
        ),
        pattern(
            rf"(?:承办|申报|举办|办)(?:了|过)?{n}(?:场|个)(?:赛事|比赛|竞赛)?(?!赛项|项目)",
            number("events"),
        ),
        pattern(rf"(?:承办|申报|办)(?:了|过)?{n}个(?:赛项|项目)", number("tracks")),
        pattern(rf"{n}个(?:承办地|赛点|场地|地点|考点|赛场)", number("venues")),
        pattern(
            r"(?:我们?|咱们?)(?:这)?(?:是|就是|属于)(?:一?[家个所])?(?:民办|公办|私立|民营|国有|小微|本地|市属|区属)?"
            r"(?P<w>企业|公司|职业院校|技师学院|职业学院|院校|学校|学院|大学|集团)(?=[,。;!?能可\0]|$)",
            words("unit_type"),
        ),
        pattern(
            r"(?P<w>市级行业(?:竞赛|赛)|行业赛|区县级?(?:竞赛|赛)|练兵比武)",
            words("event_category"),
        ),
    )
