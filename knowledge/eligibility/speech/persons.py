"""Who one is: sex, identity, occupation."""

from __future__ import annotations

import re
from collections.abc import Iterable

from knowledge.eligibility import reading
from knowledge.eligibility.data import table
from knowledge.eligibility.speech.base import SPAN, Day, Found, Pattern, pattern, says

_TITLE_ENDS = (
    "职员",
    "教员",
    "学员",
    "裁判员",
    "党员",
    "团员",
    "公务员",
    "人员",
    "队员",
    "会员",
    "职工",
    "员工",
    "民工",
    "社工",
    "成员",
    "演员",
    "运动员",
    "派遣工",
    "合同工",
)


def _identity(match: re.Match[str], _: Day) -> Found:
    read = reading.one_of("identity", match[0])
    implied = {
        key: value
        for word, facts in table("words.yaml")["identity_implies"].items()
        if word in match[0]
        for key, value in facts.items()
    }
    post = {"female_category": "worker"} if re.search("(?<!打)工人", match[0]) else {}
    return {"identity": read, **implied, **post} if read else None


def _job(match: re.Match[str], _: Day) -> Found:
    """我是电工; 我是公司职员 names no occupation."""
    if match["w"].endswith(_TITLE_ENDS):
        return None
    if reading.one_of("identity", match["w"]) == "teacher":
        return {"identity": "teacher"}
    return {"identity": "worker", "job": match["w"]}


def longest_first(words: Iterable[str]) -> str:
    """An alternation in which no word hides a longer one."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


def sexes() -> tuple[Pattern, ...]:
    """Words that say the sex of the person, and the kind of post that decides a woman's age."""
    who = r"(?=[性的生工职员教士,。;!?]|\d|今年|$)"
    return (
        pattern(
            rf"(?<![子妇男孙儿幼少])(?<!不是)(?<!非)(?<!是不是)女{who}(?!儿|婿|友|朋|子(?!,))|女士|宝妈|家庭主妇|"
            rf"(?:全职|单亲|二胎|带娃)妈妈|女同[学志事]",
            says(sex="女"),
        ),
        pattern(
            r"(?:(?<![\u4e00-\u9fff])|(?<=[个是的名位])|(?<=是个))(?:女孩子?|女娃儿?|小姑娘|妹子|小姐姐)(?=[,。;!?的]|$)",
            says(sex="女"),
        ),
        pattern(
            r"(?:(?<![\u4e00-\u9fff])|(?<=[个是的名位])|(?<=是个))(?:男孩子?|男娃儿?|小伙子?)(?=[,。;!?的]|$)",
            says(sex="男"),
        ),
        pattern(
            rf"(?<!女)(?<!不是)(?<!非)男{who}(?!友|朋)|(?<![\u4e00-\u9fff])先生(?=[,。]|$)|宝爸|"
            rf"男同[学志事]|退伍小伙",
            says(sex="男"),
        ),
        pattern(
            r"工人(?:岗位?|身份)|生产(?:岗|一线)|操作岗|一线岗位", says(female_category="worker")
        ),
        pattern(
            r"管理(?:岗|人员|岗位)|(?:专业)?技术岗位?|(?<!机关)干部(?:岗|身份)?",
            says(female_category="cadre"),
        ),
    )


def identities() -> tuple[Pattern, ...]:
    """Words for kinds of people; tried last."""
    names: dict[str, list[str]] = table("words.yaml")["identity"]
    known = longest_first(w for who, list_ in names.items() if who != "organiser" for w in list_)
    organisers = longest_first(names["organiser"])
    kinds = rf"(?:{known})"
    surnames: str = table("words.yaml")["surnames"]
    return (
        pattern(
            rf"(?:非|不是|不算|没有?|既不是|也不是|算不上)(?:个|一名|一个|什么|全日制|"
            rf"在校|在职|在编|普通|真正的?){{0,4}}{kinds}",
            says(),
        ),
        pattern(
            rf"(?:哪[个位些]|找|联系|咨询|问问?|请教|加|跟)(?:哪[个位])?(?:老师|教师)|"
            rf"(?:^|(?<=[,。?的个位找问给和、是系]))[{surnames}]老师",
            says(),
        ),
        pattern(
            r"老师(?=们?(?:带队|说|讲|们?问|评|好|你好|您好|,请问|请问))|评委老师|(?:^|"
            r"(?<=[,。!?]))老师(?=[,!])",
            says(),
        ),
        pattern(
            rf"(?:需?要|必须|要求|限|只限|仅限|面向|针对|招)(?:的?是|得是)?{kinds}(?=[吗嘛,?。]|$)",
            says(),
        ),
        pattern(
            r"(?:我|他|她|孩子|本人|俺|咱|现在|目前|就|一直)(?:是|在做|做|干|当)(?:着|"
            r"过)?(?:一?[个名位]|做|干|当|搞)?(?:一?[家个]?[^,。;!?\0]{2,14}的)?(?P<w>"
            + SPAN
            + r"{0,6}?(?:[电焊钳车铣铆管木瓦油漆叉锻铸磨镗刨]工|师傅?|员|护士|司机|操作工|"
            r"机修工|厨师|技工|维修工|警|保安|会计|医生|药师|设计师|文员))"
            r"(?=[,。;!?能可想在今\0]|$|的(?=[,。;!?能可想]|$))",
            _job,
        ),
        pattern(
            r"(?:(?<=\0)|(?<![想不没])在)[^,。;!?\0想不没能]{0,10}(?:当|做)(?!过|了|志愿|主)"
            r"(?P<w>[^,。;!?\0想不没过]{0,6}?(?:工|师傅?|员|护士|司机|幼师|警|保安|会计|医生|文员|运维|开发|销售))"
            r"(?=[,。;!?能可\0]|$)",
            _job,
        ),
        pattern(
            r"(?<=\0)(?:的)?老?(?P<w>[电焊钳车铣铆管木瓦油漆叉锻铸磨镗刨]工|厨师|护士|司机|机修工|维修工)"
            r"(?=[,。;!?\0]|$)",
            _job,
        ),
        pattern(r"在(?=职[高校业中])", says()),
        pattern(
            r"(?:职高|职校|中职|高职|技校|大学|高校|中学|小学|学校|学院|培训机构)里?"
            r"(?:教书|任教(?!师)|当老师|当教师|教(?=[^,。;!?育师练学材\0]{1,6}(?:[,。;!?\0]|$)))",
            says(identity="teacher"),
        ),
        pattern(
            r"退休[^。;!?\0]{0,20}?返聘|返聘[^。;!?\0]{0,20}?退休",
            says(identity="worker", employed=True),
        ),
        pattern(
            rf"(?:我们?|本单位|我方|我公司|作为|以|是)(?:这种|这样的|个|一家)?(?:{organisers})",
            says(identity="organiser"),
        ),
        pattern(
            rf"(?:还|能|也)?算(?:是|作|不算)?(?:个|全日制|在校){{0,4}}{kinds}(?:身份)?"
            rf"(?=[吗嘛么不,。;!?还]|$)",
            says(),
        ),
        pattern(rf"(?:{known})(?!赛|项目|[类证]|技能|培训|竞赛|工种|职业)", _identity),
    )
