"""Studies: of what kind, and of what subject."""

from __future__ import annotations

import re

from knowledge.eligibility.speech.base import Day, Found, Pattern, pattern, says
from knowledge.eligibility.speech.stages import STAGES


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
    """Kinds of studies before subjects."""
    return (
        pattern(
            rf"(?<![年月])(?:在?读|念|上)(?:的是|着|了|的)?(?:一?个|全日制|统招|公办|民办|"
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
            r"(?:我|本人|他|她|孩子|娃|儿子|女儿|,|^)(?:也|就|都|是|大学|本科|大专){0,4}(?:学(?![院校籍])|读)"
            r"(?:的是?)?(?P<w>[\u4e00-\u9fff]{2,8}?)的(?=[,。;!?能可\0]|$)",
            _major,
        ),
        pattern(
            r"(?<![^,。;!?\0])(?:现在|目前|正在)?学(?!籍|长|姐|弟|妹|的|习|会|到|完|校|生|院|历|了|过|员|费|制|技术|东西|什么|啥|得|好)"
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
        pattern(
            rf"(?<![^,。;!?\0])(?P<e>{STAGES})(?=[,。;!?]|$)", lambda m, _: {"education": m["e"]}
        ),
    )
