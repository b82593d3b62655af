"""Occupations, and the kinds of people whom they make."""

from __future__ import annotations

import re

from knowledge.eligibility import reading
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


def _job(match: re.Match[str], _: Day) -> Found:
    """我是电工; 我是公司职员 names no occupation."""
    if match["w"].endswith(_TITLE_ENDS):
        return None
    if reading.one_of("identity", match["w"]) == "teacher":
        return {"identity": "teacher"}
    return {"identity": "worker", "job": match["w"].removeprefix("老")}


def jobs() -> tuple[Pattern, ...]:
    """我是电工 before 在公司当电工, and the bare word last."""
    return (
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
            r"(?<=\0)(?:的)?老?(?:[\u4e00-\u9fff]{2})?(?P<w>[电焊钳车铣铆管木瓦油漆叉锻铸磨镗刨]工|厨师|护士|司机|机修工|维修工)"
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
    )
