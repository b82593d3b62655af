"""Studies: what, where in them one stands, and when they end."""

from __future__ import annotations

import re

from knowledge.eligibility.speech.base import Day, Found, Pattern, pattern, says
from knowledge.eligibility.speech.stages import STAGES

_OF_GRADES = {"研": "研究生", "博": "博士", "初": "初中"}


def _grade(match: re.Match[str], _: Day) -> Found:
    stage = match.groupdict().get("stage") or _OF_GRADES.get(match["w"][0])
    known = {"education": stage} if stage else {}
    return {"identity": "student", "enrolled": True, "grade": match["w"], **known}


def _studies(match: re.Match[str], _: Day) -> Found:
    return {"education": match["e"], "enrolled": True}


def _grade_of_major(match: re.Match[str], day: Day) -> Found:
    return {**(_grade(match, day) or {}), "major": match["major"]}


def _major(match: re.Match[str], _: Day) -> Found:
    name = match["w"].removesuffix("专业").removesuffix("系").strip("的")
    return (
        {"major": name}
        if name
        and not re.search(
            r"相关|什么|哪|对口|所有|其他|不同|这|那|本|非|跨|所学|同|别|无关|没|不|啥|"
            r"的|是|要求|报",
            name,
        )
        else None
    )


_GRADE = r"(?:大[一二三四五]|研[一二三]|高[一二三]|博[一二三四]|[一二三四]年级)"
_COUNT = r"(?:一|两|二|三|四|五|\d)[个名位]"
_TEAM = re.compile(r"队|搭档|混编|混搭|一组")


def _mixed(match: re.Match[str], _: Day) -> Found:
    """两个大三两个研一: the grades of a team, or of nobody."""
    team = _TEAM.search(match.string)
    return {"team_grades": [match["a"] or match["c"], match["b"] or match["d"]]} if team else {}


def studies() -> tuple[Pattern, ...]:
    """Patterns of studies, full time or not, subject, grade, graduation."""
    return (
        pattern(
            rf"(?:{_COUNT}(?:是)?)?(?P<a>{_GRADE})的?(?:学生|同学)?(?:和|跟|与|、|到|或者?|还是|加)?"
            rf"(?:{_COUNT}(?:是)?)?(?P<b>{_GRADE})|{_COUNT}(?:是)?(?P<c>{_GRADE})的?(?:学生|同学)?,{_COUNT}(?:是)?(?P<d>{_GRADE})",
            _mixed,
        ),
        pattern(
            r"统招专升本|脱产(?!班)|全日制专升本",
            lambda m, _: {
                "school_full_time": True,
                **({"education": "专升本"} if "专" in m[0] else {}),
            },
        ),
        pattern(
            r"(?:在?读|念|上)(?:的是?|着|了|个)?(?P<on>)(?:非全日制|函授|自考|成教|"
            r"成人教育|成人高考|电大|夜大|网络教育|国开|"
            rf"(?:国家)?开放大学)(?:的?(?P<e>{STAGES}))?",
            _part_time,
        ),
        pattern(
            rf"(?P<on>在读的?是?|读的?是?|念的?是?|上的?是?)?(?:非全日制|函授|自考|成教|成人教育|成人高考|电大|"
            rf"夜大|网络教育|国开|(?:国家)?开放大学)的?(?P<e>{STAGES})(?:在读)?(?!毕业|学历|文凭)",
            _part_time,
        ),
        pattern(
            r"非全日制|非全(?=[,。的研硕])|函授|自考|成教|成人教育|成人高考|成人专升本|"
            r"成人(?=本科|大专)|电大|夜大|业余(?=本科|大专|班)|网络教育|远程教育|国开|"
            r"(?:国家)?开放大学|半脱产|在职(?=读?硕士|读?本科|读?大专)",
            _part_time,
        ),
        pattern(r"全日制", says(school_full_time=True)),
        pattern(
            rf"(?P<w>(?P<stage>{STAGES})(?:的)?(?:[一二三四五1-5]年级|[一二三]"
            rf"(?![个名岁周月年组等类项批轮些点级])))",
            _grade,
        ),
        pattern(
            rf"(?:(?P<stage>{STAGES})(?:的|在读|专业)?)?(?P<w>"
            rf"(?<![放增加最更很老强其])大[一二三四五]"
            rf"(?![个名岁周月年等项批轮些点级截半堆类赛])|研[一二三](?![个年])|(?<![当元每到年月])初[一二三](?=[,。;!?了能可的学毕下读]|$)|"
            rf"(?<![提最更升较晋])高[一二三](?![级等层点个截头年])|博[一二三四])",
            _grade,
        ),
        pattern(
            r"(?P<w>(?:20\d\d|[12]\d)级)(?P<major>(?!的|学生|新生)[\u4e00-\u9fff]{2,10}?)(?:专业)?的?(?:学生)?(?=[,。;!?]|$)",
            _grade_of_major,
        ),
        pattern(
            r"(?P<w>(?:20\d\d|[12]\d)级)(?=[的学,。;!?能可本专大新在]|$|"
            r"[\u4e00-\u9fff]{2,8}(?:专业|班|系|的?(?=[,。;!?]|$)))",
            _grade,
        ),
        pattern(
            rf"(?P<stage>{STAGES})(?:学校|院校)(?:的|在|读|上|念|现在){{0,4}}(?P<w>[一二三]年级)",
            _grade,
        ),
        pattern(r"(?P<w>[一二三四]年级)(?=[的学,。;!?能可]|$)", _grade),
        pattern(
            rf"(?:在?读|念|上)(?:的是|着|了|的)?(?:一?个|全日制|统招|公办|民办|"
            rf"普通|[二三五]年制|高级){{0,4}}(?P<e>{STAGES})(?!组|[\u4e00-\u9fff]{{0,6}}证)",
            _studies,
        ),
        pattern(rf"(?P<e>{STAGES})(?:正?在读|在校生?|就读)", _studies),
        pattern(
            r"(?<!以前)(?<!之前)在(?:一所|一个|某)?(?P<e>技师学院|技工学校|技校|职校|职高|职业学校|中专|中职|高职|大专)(?:学校|院校)?"
            r"(?:里)?(?=(?:[读念学]|上学|学习)(?!完|过))",
            _studies,
        ),
        pattern(
            r"(?:电大|函授|夜大|成教|自考|业余|国开)(?:的|本科|大专|业余){0,3}(?:学员|学生)",
            says(school_full_time=False, enrolled=True),
        ),
        pattern(
            rf"(?<![^,。;!?\0])(?:是)?(?P<e>{STAGES})生(?=[,。;!?\0]|$)",
            lambda m, _: {"education": m["e"], "identity": "student"},
        ),
        pattern(
            rf"(?:我|本人|他|她|孩子|娃儿?|儿子|女儿|徒弟)(?:现在|目前)?就?是"
            rf"(?:一?[个名位])?(?P<e>{STAGES})(?:学?生)?(?=[,。;!?能可\0]|$)",
            lambda m, _: {
                "education": m["e"],
                **({"identity": "student"} if "生" in m[0][-2:] else {}),
            },
        ),
        pattern(rf"(?P<e>{STAGES})(?=毕业生)", lambda m, _: {"education": m["e"]}),
        pattern(
            rf"(?:学历(?:是|为|:)?(?:只有|只是)?)(?P<e>{STAGES})",
            lambda m, _: {"education": m["e"]},
        ),
        pattern(
            rf"(?P<e>{STAGES})(?:学历|文化|文凭|毕业(?!生|证|设计))",
            lambda m, _: {"education": m["e"], **({"enrolled": False} if "毕业" in m[0] else {})},
        ),
        pattern(
            r"(?:(?:专业|所学)|(?<=,)(?=[跟和与]))(?:跟|和|与)?(?:赛项|报的|这个|参赛|"
            r"比赛|项目){0,4}(?:不对口|不相关|不是相关|无关|没关系|不沾边)|非相关专业|"
            r"跨专业|不是(?:这个|相关|本)专业",
            says(major_related=False),
        ),
        pattern(
            r"专业(?:也|都|是|就){0,4}(?:对口|相关)(?!吗|的要求)|(?<!非)相关专业(?!吗)",
            says(major_related=True),
        ),
        pattern(
            r"(?:(?<![\u4e00-\u9fff])|(?<=[我他她在是就子儿娃现]))(?:学|读|念|修)(?:的是?|着)?"
            r"(?P<w>[\u4e00-\u9fffA-Za-z]{2,12}?)(?:专业|系)"
            r"(?!的?要求|限制|对口|相关|吗)",
            _major,
        ),
        pattern(r"专业(?:是|为|:)(?P<w>[\u4e00-\u9fffA-Za-z]{2,12}?)(?=[,。;!?能可\0]|$)", _major),
        pattern(
            r"(?:我|本人|他|她|孩子|娃|儿子|女儿|,|^)(?:是|大学|本科|大专){0,4}(?:学|读)"
            r"(?:的是?)?(?P<w>[\u4e00-\u9fff]{2,8}?)的(?=[,。;!?能可\0]|$)",
            _major,
        ),
        pattern(
            r"(?<![^,。;!?\0])学(?!的|习|会|到|完|校|生|院|历|了|过|员|费|制|技术|东西|什么|啥|得|好)"
            r"(?P<w>[\u4e00-\u9fff]{2,6})(?=[,。;!?\0]|$)",
            _major,
        ),
        pattern(
            r"(?<![\u4e00-\u9fff])(?:我|他|她)?(?:现在|目前)?学的(?:是)?(?P<w>[\u4e00-\u9fff]{2,10}?)(?=[,。;!?\0]|$)",
            _major,
        ),
        pattern(
            r"(?P<w>[\u4e00-\u9fff]{2,10})专业(?=的|[大研高]|毕业|在读|学生|[,。;!?\0]|$)", _major
        ),
    )


def _part_time(match: re.Match[str], _: Day) -> Found:
    found: dict[str, object] = {"school_full_time": False}
    if "专升本" in match[0]:
        found["education"] = "专升本"
    elif stage := match.groupdict().get("e"):
        found["education"] = stage
        if stage.endswith(("生", "士")):
            found["identity"] = "student"
    reads = match.groupdict().get("on") is not None or match[0].endswith("在读")
    return {**found, "enrolled": True} if reads else found
