"""Who one is: sex and identity."""

from __future__ import annotations

import re
from collections.abc import Iterable

from knowledge import lazy_re
from knowledge.eligibility import reading
from knowledge.eligibility.data import table
from knowledge.eligibility.speech.base import Day, Found, Pattern, pattern, says
from knowledge.eligibility.speech.jobs import jobs


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


def _does(match: re.Match[str], _: Day) -> Found:
    """做运维 says that one works, unless it was before."""
    clause = match.string[: match.start()].rpartition(",")[2]
    return {} if _BEFORE.search(clause) else {"identity": "worker"}


_BEFORE = lazy_re.compile("以前|之前|原来|原先|曾|从前|过去|当时|那时|早年|如果|要是|假如")


def longest_first(words: Iterable[str]) -> str:
    """An alternation in which no word hides a longer one."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


def sexes() -> tuple[Pattern, ...]:
    """Words that say the sex of the person, and the kind of post that decides a woman's age."""
    who = r"(?=[性的生工职员教士干,。;!?\0]|\d|今年|$)"
    kin: dict[str, list[str]] = table("words.yaml")["kin"]
    return (
        pattern(
            rf"(?<![子妇男孙儿幼少])(?<!不是)(?<!非)(?<!是不是)女{who}(?!儿|婿|友|朋|子(?!,))|女士|宝妈|家庭主妇|"
            rf"(?:单亲|二胎|带娃)(?:妈妈|宝妈)|女同[学志事]",
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
        *(
            pattern(
                rf"(?:(?<=岁的)|(?<=\0的))(?:{longest_first(kin[sex])})(?![女男])", says(sex=sex)
            )
            for sex in ("男", "女")
        ),
        pattern(r"全职(?:妈妈|太太|宝妈)", says(sex="女", identity="unemployed")),
        pattern(
            r"(?<![婆妇子友嫂妹姐姑娘们事])怀孕(?=了|的|中|,|\d|[一二三四五六七八九])|(?:我|本人)(?:刚)?生(?:了|完)(?:孩子|娃|二胎)|"
            r"(?:我|本人)(?:正|还)?在?(?:休产假|哺乳期|孕期)",
            says(sex="女"),
        ),
        pattern(
            r"工人(?:编制|岗位?|身份)|生产(?:岗|一线)|操作岗|一线岗位",
            says(female_category="worker"),
        ),
        pattern(
            r"管理(?:岗|人员|岗位)|(?:专业)?技术岗位?|(?<!机关)(?<![村乡])干部(?:岗|身份)?",
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
            r"(?:辛苦|谢谢|感谢|多谢|麻烦|拜托|请|求|有劳|打扰|劳烦)(?:了|一下)?(?:各位|两位|您|你)?(?:老师|领导|师傅)们?了?|"
            r"(?<=[吗呢不么嘛吧啊呀了])老师们?(?=[,。;!?]|$)",
            says(),
        ),
        pattern(
            r"老师(?=们?(?:带队|说|讲|们?问|评|好|你好|您好|,请问|请问))|评委老师|(?:^|"
            r"(?<=[,。!?]))老师(?=[,!我俺请]|想问|问下|你好|您好)",
            says(),
        ),
        pattern(
            rf"(?:需?要|必须|要求|限|只限|仅限|面向|针对|招)(?:的?是|得是)?{kinds}(?=[吗嘛,?。]|$)",
            says(),
        ),
        pattern(
            r"报名?(?:个|的是|的)?(?P<w>职工|学生|教师)(?=[吗不没么嘛,。;!?]|$)",
            lambda m, _: {"group": f"{m['w']}组"},
        ),
        pattern(
            r"(?:退休|内退)(?:手续|证)?(?:还|都|也)?没(?:有)?(?:办|批|下来|到|拿)|没办(?:理)?(?:退休|内退)|"
            r"(?:退休|内退)(?:手续)?(?:正)?在办",
            says(),
        ),
        pattern(
            r"(?:快|马上|即将|未|没到|还没到?|不到|将要|临近|接近|准备|等|明年|后年|离|距离?|什么时候|几时)(?:就|才|我)?要?"
            r"(?:法定)?(?:退休|内退)(?!.{0,2}返聘)|(?:法定|延迟|延长)退休|退休(?:年龄|政策|时间|之?前(?![是在干做当]))",
            says(),
        ),
        pattern(r"退休之?前(?=[是在干做当])", says(identity="retired")),
        *jobs(),
        pattern(
            rf"(?:我们?|本单位|我方|我公司|作为|以|是)(?:这种|这样的|个|一家)?(?:{organisers})",
            says(identity="organiser"),
        ),
        pattern(
            rf"(?:还|能|也)?算(?:是|作|不算)?(?:个|全日制|在校){{0,4}}{kinds}(?:身份)?"
            rf"(?=[吗嘛么不,。;!?还]|$)",
            says(),
        ),
        pattern(
            r"(?<!想)(?<!要)(?:做|干|搞|跑)(?:的是|的)?(?:运维|开发|测试|销售|会计|行政|人事|客服|质检|设计|编程|后勤|采购|"
            r"电焊|装修|保洁|维修|仓管|装配|业务|售后|数据标注|电商运营|新媒体)(?:的|工作)?(?=[,。;!?能可还\0]|$)",
            _does,
        ),
        pattern(rf"(?:{known})(?!赛|项目|[类证]|技能|培训|竞赛|工种|职业)", _identity),
    )
