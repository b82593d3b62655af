"""Studies: what, where in them one stands, and when they end."""

from __future__ import annotations

import re

from knowledge.eligibility.speech.base import Day, Found, Pattern, pattern, says
from knowledge.eligibility.speech.stages import STAGES

_OF_GRADES = {"研": "研究生", "博": "博士"}
_LATEST_GRADE = 9


def _grade(match: re.Match[str], _: Day) -> Found:
    stage = match.groupdict().get("stage") or _OF_GRADES.get(match["w"][0])
    known = {"education": stage} if stage else {}
    return {"identity": "student", "enrolled": True, "grade": match["w"], **known}


def _studies(match: re.Match[str], _: Day) -> Found:
    return {"education": match["e"], "enrolled": True}


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


def studies() -> tuple[Pattern, ...]:
    """Patterns of studies, full time or not, subject, grade, graduation."""
    return (
        pattern(
            r"统招专升本|脱产(?!班)|全日制专升本",
            lambda m, _: {
                "school_full_time": True,
                **({"education": "专升本"} if "专" in m[0] else {}),
            },
        ),
        pattern(
            r"(?:在?读|念|上)(?:的是?|着|了|个)?(?P<on>)(?:非全日制|函授|自考|成教|"
            r"成人教育|电大|夜大|网络教育|国开|(?:国家)?开放大学)",
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
            rf"(?![个名岁周月年等项批轮些点级截半堆类赛])|研[一二三](?![个年])|"
            rf"(?<![提最更升较晋])高[一二三](?![级等层点个截头年])|博[一二三四])",
            _grade,
        ),
        pattern(
            r"(?P<w>(?:20\d\d|[12]\d)级)(?=[的学,。;!?能可本专大新在]|$|"
            r"[\u4e00-\u9fff]{2,8}(?:专业|班|系))",
            _grade,
        ),
        pattern(r"(?P<w>[一二三四]年级)(?=[的学,。;!?能可]|$)", _grade),
        pattern(
            rf"(?:在?读|念|上)(?:的是|着|了|的)?(?:一?个|全日制|统招|公办|民办|"
            rf"普通){{0,4}}(?P<e>{STAGES})(?!组|[\u4e00-\u9fff]{{0,6}}证)",
            _studies,
        ),
        pattern(rf"(?P<e>{STAGES})(?:正?在读|在校生?|就读)", _studies),
        pattern(
            rf"(?:我|本人|他|她|孩子|娃儿?|儿子|女儿|徒弟)(?:现在|目前)?就?是"
            rf"(?:一?[个名位])?(?P<e>{STAGES})(?:学?生)?(?=[,。;!?能可\0]|$)",
            lambda m, _: {
                "education": m["e"],
                **({"identity": "student"} if "生" in m[0][-2:] else {}),
            },
        ),
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
            r"(?:学|读|念|修)(?:的是?|着)?(?P<w>[\u4e00-\u9fffA-Za-z]{2,12}?)(?:专业|系)"
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
            r"(?P<w>[\u4e00-\u9fff]{2,10})专业(?=的|[大研高]|毕业|在读|学生|[,。;!?\0]|$)", _major
        ),
    )


def _part_time(match: re.Match[str], _: Day) -> Found:
    found: dict[str, object] = {"school_full_time": False}
    if "专升本" in match[0]:
        found["education"] = "专升本"
    return {**found, "enrolled": True} if "on" in match.groupdict() else found
