"""Whom a phrase speaks of: the contestant, or somebody else at the event.

教练须具有技师以上资格, 裁判员年龄不超过65周岁, 每队领队须为本单位中层干部: such a condition asks
nothing of contestants, and read as theirs it would keep out nearly all of them.
"""

from __future__ import annotations

import re

from knowledge import lazy_re

_ROLE = (
    r"(?:指导(?:教师|老师|教练|人员?)|领队|教练员?|(?:总|副)?裁判(?:长|员|人员)?|评委|评审(?:专家|人员)|(?:命题|评审|技术|行业)?专家"
    r"|监考(?:人员|员|教师)?|考评(?:人?员)|命题人员|工作人员|联络[员人]|联系人|带队(?:教师|老师|人员)|陪同人员|陪护人员|观摩人员|志愿者"
    r"|翻译|讲师团|培训(?:教师|讲师)|仲裁(?:员|人员)|监督(?:员|人员)|承办(?:单位|院校|方)|主办单位|协办单位|承训单位|赞助单位)"
)
_BEGINS = lazy_re.compile(
    rf"^(?:\(?[一二三四五六七八九十\d]{{1,3}}[)、.])?(?:其中,?|且|但|另|同时|对于?|各|每)*"
    rf"(?:(?:每)?(?:支|个)?(?:参赛)?(?:单位|队伍?|代表队|团队|学校|院校|赛项|项目)(?:的|可|须|应|另)?)?(?:设|配备|配|限报|可有|有|派)?"
    rf"(?:[^,。;:须应需必可不为由]{{0,6}}(?=[^,。;:]{{0,2}}{_ROLE}))?"
    rf"{_ROLE}(?:\([^()]*\))?(?:(?:[、和及与或]|以及){_ROLE}(?:\([^()]*\))?)*"
    rf"(?:各?\d*[一二两三]?(?:名|人|位))?(?:的)?(?:资格|条件|年龄|学历|职称)?(?:均|都|也|则|原则上|一般)*(?=[须应需必由为是可不限要年具持取从]|$|:|在)"
)
_ENTRANT = lazy_re.compile(
    r"选手|队员|参赛者|参赛(?:教师|学生|职工|人员|员工)|报名(?:者|人员)|学员"
)
_NO_SUBJECT = lazy_re.compile(
    r"^(?:且|并且?|同时|还|也|均|都|其|须|应当?|需|必须|要|具有|具备|持有?|取得|年满|年龄|从事|熟悉|不|未|无|\0)"
)


def of_others(text: str, start: int) -> bool:
    """Whether the words at `start` are said of somebody who is no contestant.

    >>> of_others("教练员须为本单位职工,具有高级工资格", 14), of_others("选手须具有高级工资格", 4)
    (True, False)
    """
    begin = max(text.rfind(sign, 0, start) for sign in "。;") + 1
    for segment in reversed(_segments(text[begin:start])):
        if _ENTRANT.search(segment):
            return False
        if _BEGINS.match(segment):
            return True
        if segment and not _NO_SUBJECT.match(segment):
            return False
    return False


def about_others(text: str) -> bool:
    """Whether a statement as a whole begins with somebody else and names no contestant."""
    return bool(_BEGINS.match(_segments(text)[0])) and not _ENTRANT.search(text)


def _segments(text: str) -> list[str]:
    return re.split("[,:]", text)
