"""Places and how one stands to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.eligibility.places import read_place
from knowledge.eligibility.speech.base import (
    SPAN,
    Found,
    Pattern,
    pattern,
    place,
)

if TYPE_CHECKING:
    import re


def _native(match: re.Match[str]) -> Found:
    named = match["p"] or match["q"]
    return {"hukou": named} if read_place(named) else None


def places() -> tuple[Pattern, ...]:
    """Patterns of places; a 户口 before where one works."""
    p = rf"(?P<p>{SPAN}{{1,12}}?)"
    return (
        pattern(
            r"(?:我|本人|是|有|没有)*(?P<p>[一-龥]{2,8}?)(?:的)?(?:户口|户籍|籍)", place("hukou")
        ),
        pattern(
            rf"(?:户口|户籍)(?:所在地)?(?:是|为|落)?(?=不?在|[^在不]{{2}})在?(?P<p>(?:不在)?{SPAN}{{2,10}}?)(?=[,,。?的人但能可又\0]|$)",
            place("hukou"),
        ),
        pattern(
            rf"(?:住|居住|定居|常住|家)(?:在|住)?{p}(?=[,,。?的能可人工上读但\0]|$)",
            place("residence"),
        ),
        pattern(rf"(?:在){p}(?:居住|住|定居|生活)", place("residence")),
        pattern(
            rf"(?:在){p}(?:的[^,,。]{{0,10}}?)?(?:上班|工作|打工|就业|务工|干活|任教|教书)",
            place("work_place"),
        ),
        pattern(rf"(?:单位|公司|厂|企业)(?:是)?在{p}(?=[,,。?的能可但\0]|$)", place("work_place")),
        pattern(
            rf"(?:在)?(?P<p>{SPAN}{{2,8}}?)(?:的)?(?:企业|公司|工厂|单位|国企|民企)(?=的?(?:职工|员工|工人|上班|工作))",
            place("work_place"),
        ),
        pattern(
            rf"(?:在|来)?{p}(?=(?:的[^,,。]{{0,10}}?)?(?:读|念|上大|上学|上高|上职|上中|上技|求学|学习))",
            place("study_place", enrolled=True),
        ),
        pattern(rf"(?:学校|院校|学院)(?:是)?在{p}(?=[,,。?的能可但\0]|$)", place("school_region")),
        pattern(
            r"(?P<p>[一-龥]{2,10}?(?:大学|学院|学校|职院|技校|中专))(?=的?(?:在校|全日制)?(?:学生|大|研|老师|教师)|读)",
            place("school_region"),
        ),
        pattern(
            r"(?P<p>[一-龥]{2,6}?)(?:的)?(?=(?:在校|全日制)?(?:学生|大学生|高职生|中职生|研究生))",
            place("school_region"),
        ),
        pattern(
            r"(?:我是|本人是?|老家)(?P<p>[一-龥]{2,6}?)(?:人|的)(?=[,,。?能可在\0]|$)",
            place("hukou"),
        ),
        pattern(
            r"(?<![一-龥])(?P<p>[一-龥]{2,3})人(?=[,能可在\0])|(?<=的)(?P<q>[一-龥]{2,3})人(?=[,能可])",
            _native,
        ),
    )
