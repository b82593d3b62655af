"""The grade or year of studies, of one person or of a team."""

from __future__ import annotations

import re

from knowledge import lazy_re
from knowledge.eligibility.speech.base import Day, Found, Pattern, pattern
from knowledge.eligibility.speech.stages import STAGES

_OF_GRADES = {"研": "研究生", "博": "博士", "初": "初中"}


def _grade(match: re.Match[str], _: Day) -> Found:
    stage = match.groupdict().get("stage") or _OF_GRADES.get(match["w"][0])
    known = {"education": stage} if stage else {}
    return {"identity": "student", "enrolled": True, "grade": match["w"], **known}


def _grade_of_major(match: re.Match[str], day: Day) -> Found:
    return {**(_grade(match, day) or {}), "major": match["major"]}


_GRADE = r"(?:大[一二三四五]|研[一二三]|高[一二三]|博[一二三四]|[一二三四]年级)"
_COUNT = r"(?:一|两|二|三|四|五|\d)[个名位]"
_TEAM = lazy_re.compile(r"队|搭档|混编|混搭|一组")


def _mixed(match: re.Match[str], _: Day) -> Found:
    """两个大三两个研一: the grades of a team, or of nobody."""
    team = _TEAM.search(match.string)
    return {"team_grades": [match["a"] or match["c"], match["b"] or match["d"]]} if team else {}


def grades() -> tuple[Pattern, ...]:
    """Two grades at once, which are of a team or of nobody, before one."""
    return (
        pattern(
            rf"(?:{_COUNT}(?:是)?)?(?P<a>{_GRADE})的?(?:学生|同学)?(?:和|跟|与|、|到|或者?|还是|加)?"
            rf"(?:{_COUNT}(?:是)?)?(?P<b>{_GRADE})|{_COUNT}(?:是)?(?P<c>{_GRADE})的?(?:学生|同学)?,{_COUNT}(?:是)?(?P<d>{_GRADE})",
            _mixed,
        ),
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
    )
