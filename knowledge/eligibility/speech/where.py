"""How one stands to places; their names are masked, so that any name reads alike."""

from __future__ import annotations

import re

from knowledge import lazy_re
from knowledge.eligibility.speech.base import Day, Found, Pattern, says
from knowledge.eligibility.speech.naming import (
    SCHOOL,
    WITHIN,
    Name,
    P,
    of_places,
    place,
    place_of_school,
    school,
    school_if_there,
)

_AT = r"(?P<no>(?:不|没有?|并不|未)(?=在))?(?:在|于|喺)?"
_NO_NATIVE = r"(?!(?:本地)?人(?=[在于到来去,也就想已现目跟]))"
"""A place right before 人 is where one is from: 湖南人在公司上班."""
_AT_WORK = lazy_re.compile(r"干|做|上班|工作|打工|单位|厂|公司|工龄")


def _works_in_park(match: re.Match[str], _: Day) -> Found:
    """在江津工业园 says where one works only beside words of work."""
    works = _AT_WORK.search(match.string[: match.start()])
    return {"work_place": Name(*match.span("p"))} if works else None


def places() -> tuple[Pattern, ...]:
    """A 户口 before where one works, the particular before the general."""
    works = (
        r"(?:上班|工作|打工|就业|务工|干活|任教(?!师)|教书|做事|当兵|创业|开店|开厂|经商|"
        r"干了|做了|待了|返工|搬砖)"
    )
    reads = r"(?:读|念|上(?=大|学|高|职|中|技|研|本|初|小)|求学|学习|留学|就读)"
    ends = r"(?=[,。;!?的人但能可又却而\0]|$|上|工|读|念)"
    home = r"(?:居住|住|定居|生活|租房|买房|常住)"
    units = r"(?:企业|公司|工厂|厂|单位|国企|民企|央企|医院|学校|机关|车间|工地|电厂|银行)"
    past = (
        r"(?:以前|之前|原来|原先|曾经|从前|过去|当时|那时候?|早年|年轻时|前些年|前几年)(?:我|他|她|一直|"
        r"都|也|就|是){0,3}"
    )
    will = r"(?:准备|打算|即将|马上|就要|就|要|想|计划|将|将要|明年|下个?月|以后|毕业后){1,3}"
    trade = r"[^,。;!?\0]{0,8}?(?:工|师|师傅|员|警|医生|护士|老师|司机|保安|生意|运维|开发|销售)"
    stays = rf"(?:{works}|{reads}|{home}|(?:当|做){trade})"
    return (
        of_places(rf"(?:在|于){P}(?:的)?{WITHIN}{{0,10}}?(?:读|念|上|学)(?:完|过)(?!年)", says()),
        of_places(
            rf"(?:本科|大专|专科|中专|中职|高中|初中|小学|大学)(?:也|都|就|是)?在{P}(?:的)?{WITHIN}{{0,8}}?"
            r"(?:读|念|上|毕业)的",
            says(),
        ),
        of_places(
            rf"(?:(?:没有?|不会|不想|不能|未|不)再?(?:去|到|来|回)|(?:不会|不想|不能|不打算)再?在){P}(?:的)?"
            rf"{WITHIN}{{0,12}}?(?:{works}|{reads})",
            says(),
        ),
        of_places(rf"在{P}(?:也|都|还|又)?(?:没有?|不)(?:工作|上班|单位|读书)", says()),
        of_places(
            rf"(?P<no>不|没有?|并不|未)在{P}(?:的)?{WITHIN}{{0,6}}?{reads}(?:书|的)?",
            place("study_place"),
        ),
        of_places(rf"{past}(?:在)?{P}(?:的)?{WITHIN}{{0,12}}?{stays}", says()),
        of_places(
            rf"{will}(?:去|到|来|回|进|在|上){P}(?:的)?{WITHIN}{{0,12}}?{stays}",
            says(),
        ),
        of_places(
            rf"(?P<no>不是|并不是|非|没有?|不)?{P}(?:的)?(?:农村|城镇|集体|本地|居民){{0,4}}(?:户口|户籍|籍)(?!要求|限制|制度)",
            place("hukou"),
        ),
        of_places(
            rf"(?:户口|户籍|籍贯)(?:所在地|地址)?(?:还|都|也|一直|就|跟(?:着)?(?:我|他|她|爸|妈|父母|爷爷|奶奶)?){{0,4}}(?:是|为|落|"
            rf":|,)?(?P<no>不)?(?:是)?(?P<in>在|落在|迁到了?)?{P}"
            rf"(?=[,。;!?的人但能可又却而也都还,\0]|$)",
            place("hukou"),
        ),
        of_places(rf"(?:老家|祖籍|籍贯|出生地)(?:是|在|:)?{P}", place("hukou")),
        of_places(rf"{_AT}{P}的?(?:[\u4e00-\u9fff]{{0,4}}小区)?{home}", place("residence")),
        of_places(
            rf"(?:住|居住|定居|常住|家)(?:地|址|的)?(?:也|就|现|目前){{0,4}}(?P<no>不"
            rf"(?=在))?(?:在|是|住|于|:){{0,4}}{P}",
            place("residence"),
        ),
        of_places(rf"{P}(?:的)?(?:永久性?)?(?:居民|身份证)", place("residence")),
        of_places(
            rf"{_AT}{P}的?{SCHOOL}{WITHIN}{{0,8}}?(?:(?<!专)任教(?!师)|教书|当老师|当教师|当辅导员|工作|上班)",
            place("work_place"),
        ),
        of_places(rf"{_AT}{P}的?{SCHOOL}(?=(?:{WITHIN}{{0,8}}?)?{reads}(?!书组))", school_if_there),
        of_places(rf"(?:{reads}|考上了?|录取到|就读于?)(?:的是|于|了)?{P}{SCHOOL}", school),
        of_places(
            rf"{P}{SCHOOL}(?:的|{WITHIN}{{1,10}}?专业){{0,4}}的?(?=(?:在校|全日制|在读|"
            rf"在籍|一名|专任|在编|兼职|聘用){{0,4}}(?:学生|[大研高](?:一|二|三|四|五)|老师|教师|研究生|本科生|"
            rf"毕业生|辅导员|\d\d级|20\d\d级))",
            place_of_school,
        ),
        of_places(
            rf"(?<![^,。;!?\0])(?:在|我?是)?{P}{SCHOOL}(?=,(?:全日制|在读|在校)?(?:[大研高博][一二三四五]|[一二三四]年级|\d\d级|20\d\d级))",
            place_of_school,
        ),
        of_places(
            rf"(?:学校|院校|学院|校区|母校)(?:是|就|也){{0,4}}(?P<no>不(?=在))?(?:在|是|"
            rf":){{0,4}}{P}{ends}",
            place("school_region"),
        ),
        of_places(
            rf"(?<![想不没])(?:在|于|喺){P}(?:的)?(?={WITHIN}{{0,12}}?(?<![想没不能算])(?:当|做)(?!过|志愿)"
            rf"{trade}(?:[,。;!?能可\0]|$))",
            place("work_place"),
        ),
        of_places(
            rf"(?:公司|单位|企业)?(?:的)?(?:注册地?|总部|总公司|母公司)(?:设|地址)?(?:是|在|:){{0,2}}{P}",
            says(),
        ),
        of_places(
            rf"(?:常驻|长驻|派驻|外派到?|派到|借调到?|调(?:去|到|往)|派去|转(?:去|到))(?:在)?{P}(?:的)?(?:办事处|分公司|分厂|项目部|工地|办)?",
            place("work_place"),
        ),
        of_places(
            rf"{_AT}{P}(?:的)?(?={WITHIN}{{0,6}}?(?:跑|送|开)(?:外卖|快递|滴滴|网约车))",
            place("work_place"),
        ),
        of_places(rf"(?<![不没想])在{P}(?:进厂|进公司)(?=[,。;!?了\0]|$)", place("work_place")),
        of_places(
            rf"(?<![不没想])在{P}(?:的)?(?:分公司|分厂|办事处|分部|项目部|工厂|厂里?|车间|工地)(?=[,。;!?\0]|$)",
            place("work_place"),
        ),
        of_places(rf"{_AT}{P}{_NO_NATIVE}(?:的)?{WITHIN}{{0,12}}?{works}", place("work_place")),
        of_places(
            rf"(?<![^,。;!?\0])在{P}(?:的)?(?:工业园区?|经开区|高新区|开发区|产业园|厂区)(?=[,。;!?\0]|$)",
            _works_in_park,
        ),
        of_places(
            rf"(?<=[司厂位企作班][,])(?:也)?在{P}(?=[,。;!?能可\0]|$)",
            place("work_place"),
        ),
        of_places(
            rf"(?:学校|院校|母校)(?:是|叫|就是|为){P}{SCHOOL}(?=[,。;!?的\0]|$)",
            place_of_school,
        ),
        of_places(
            rf"(?:单位|公司|厂|企业|工厂|工作地点?|工作单位)(?:是|就|也|都){{0,4}}(?P<no>不(?=在))?(?:在|是|:){{0,4}}{P}"
            rf"(?=[,。;!?的能可但上\0]|$)",
            place("work_place"),
        ),
        of_places(
            rf"(?P<no>并?不)?(?:在|是)?{P}{_NO_NATIVE}(?:的)?(?:[\u4e00-\u9fffA-Za-z]{{0,8}}?{units})(?=里?的?"
            rf"(?:在职)?(?:职工|员工|工人|上班|工作|技术员|电工|焊工|打工|当))",
            place("work_place"),
        ),
        of_places(
            rf"(?<![不没想未])(?:进|到|来|去|调到|派到|派驻){P}(?:的)?{WITHIN}{{0,8}}?{works}",
            place("work_place"),
        ),
        of_places(
            rf"(?P<no>(?:不|没有?|并不|未)(?=在))?(?:在|来|到|去)?{P}(?=(?:的)?{WITHIN}{{0,6}}?{reads})",
            place("study_place", enrolled=True),
        ),
        of_places(
            rf"(?<=[读念学])(?:的|书|大学|高职|大专|中职|中专|本科|研){{0,4}}(?:是)?(?P<no>不(?=在))?在{P}",
            place("study_place", enrolled=True),
        ),
        of_places(
            rf"{P}(?:的)?(?:(?![杯赛节])[\u4e00-\u9fff]){{0,4}}(?=(?:在校|全日制|高校|在读){{0,4}}"
            rf"(?:学生|大学生|高职生|中职生|研究生|中专生|技校生))",
            place("school_region"),
        ),
        of_places(
            rf"(?P<no>不是|不算|非){P}(?:本地)?(?:人|的)(?=[,。;!?能可在不但也和\0]|$)",
            place("hukou"),
        ),
        of_places(
            rf"(?:是|我|俺|咱|,|^|老家|土生土长的?|(?<=又是)|(?<=也是)|(?<=的)){P}"
            rf"(?:本地)?(?:人|的)(?=[,。;!?能可在不但\0]|$)",
            place("hukou"),
        ),
    )
