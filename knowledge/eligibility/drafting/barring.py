"""The words of who is barred → checks: ages, students, teachers, kinds, honours, deeds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.eligibility.drafting.deeds import deed_of, honours, telling
from knowledge.eligibility.drafting.grammar import words
from knowledge.eligibility.drafting.numbers import count, day, level
from knowledge.eligibility.drafting.parts import WORKING, Made
from knowledge.numerals import NUMERAL

if TYPE_CHECKING:
    from collections.abc import Iterator

_AGE = lazy_re.compile(
    rf"(?P<below>未满|不满|不足|低于|未达到?)(?P<a>{NUMERAL})周?岁"
    rf"|(?P<over>超过|大于|年满|已满)(?P<b>{NUMERAL})周?岁(?P<up>及?以上)?"
    rf"|(?P<c>{NUMERAL})周?岁(?P<way>及?以上|及?以下)"
)
_GRADUATED = lazy_re.compile(
    r"(\d{4}年\d{1,2}月(?:\d{1,2}日)?)(?:以?前|之前)?(?:已)?(?:办理)?毕业"
    r"|已?(?:于|在)?(?P<year>\d{4})年(?:底)?(?:以?前|之前)?已?(?:经)?毕业的?(?=学生|人员|毕业生|$)"
)
_KINDS: dict[str, tuple[str, ...]] = {
    "(?:国家)?公务员|机关公务员|参公|参照公务员法管理的?(?:工作)?|现役军人|机关干部": ("official",),
    "学生组?(?:选手)?": ("student",),
    "退休返聘|返聘|离退休|退休": ("retired",),
    "(?:[职专]业|[院高学]校|[在专][校职岗任]|技工|[中高]职|各类)*(?:教师|教职员?工)": ("teacher",),
}
_STUDENT = lazy_re.compile(
    r"^(?:凡|各类|所有|具有)*(?:院校|高校|学校|各类院校|普通高校)?[^,、]{0,12}?(?:在校|在读|在籍|学籍|全日制)[^,、]{0,8}?(?:学生|本科生|大学生|在校生|生)(?:\([^)]*\))?$"
)
_LEVEL = lazy_re.compile(
    r"(?:已经?|曾)?(?:取得|获得|具有|持有|具备)[^,。;、]{0,16}?(?P<l>高级技师|技师|高级工|中级工|初级工|[一二三四五]级)"
    r"(?:\([^)]*\))?(?:\(含\))?(?:及?以上)?[^,。;、]{0,12}?(?:证书|资格|等级)"
)
_QUALIFIED = lazy_re.compile(r"研究生|成人|函授|自考|非全日制|留学|劳动合同|毕业")
_TITLE = lazy_re.compile(
    r"^(?:凡|已)?(?:已?具有|已?具备|已?取得|已?获得?|有|拥有|评为)(?P<t>正高级|副高级|高级|中级|初级|教授|副教授|研究员|副研究员|高级工程师|正高级工程师|高级讲师|讲师|正高级教师|高级教师|主任医师|主任护师)"
    r"(?:\(含\))?(?:及?以上)?(?:的)?(?:专业)?(?:技术)?(?:职称|职务|任职资格|资格)(?:的)?(?:者|人员|教师|职工|选手|员工)?$"
)
_OF_PLACE = lazy_re.compile(
    r"(全国|国家|中华|[一-龥]{0,4}(?:省|市|县|区))(?:级)?(?:技术能手|首席技师|五一劳动奖章|工匠|技术标兵|劳动模范)"
)
"""An honour of a province or a city: those of lower rank do not bar."""
_AND_UP = lazy_re.compile(
    r"(国家级|省级|市级|县级|区级|校级)(?:\(含\))?(?:及|或)?以上[^,。;]{0,4}[“\"「]?(?:技术能手|工匠|首席技师|技术标兵|劳动模范|称号|荣誉)"
)
"""曾获市级及以上“技术能手”称号: honours of that rank and above."""
_WHOLE = frozenset({"全国", "国家", "中华"})
_QUOTED = lazy_re.compile(r"[“\"「]")
_NAMED = lazy_re.compile(
    r"(?:被评为|获评|被授予|被认定为|被评选为|入选|当选)(?:过|为)?(?P<level>国家级|省级|市级|县级|校级)?(?:\(含\))?(?:及?以上)?(?:的)?"
    r"(?P<name>[^,、。;的]{3,14}?)(?:称号|荣誉)?(?:的|者|人员|职工|教师|选手)*$"
)
_ALLOWED = lazy_re.compile(
    r"(?:仍|均|也|都|只|仅)*(?:可以?|能|仍|应|须|必须|统一|一律)(?:按|以(?!上|下|内)|报(?!名的)|参加|作为)(?=[^,。;]{1,12}(?:组|身份|赛项|项目)(?:报名|参赛|参加)*[^,。;、]{0,6}(?:,|$))"
    r"|可以?报|(?<=[师生工者员])(?:须|应|统一|只能)?(?:报名参加|参加|报名|归入|列入)[^,。;]{1,8}组(?=$|,)"
)
"""What those who are barred elsewhere may enter: 院校教师可报职工组，不得报学生组."""
_INCLUDED = lazy_re.compile(r"(?<=[生员者工师人]),(?:也|其中)?(?:包[括含]|含(?!有))")
"""在校学生，包括实习的学生: those included are named beside the others."""
_MEANING = lazy_re.compile(r"\((?:即|指|是指|也就是)[^()]*\)")
_SPLIT = lazy_re.compile(
    r"、|和(?!谐)|以及|及(?!其|以)|与(?!企业|单位|所在|用人|他人)|或者?|,|\(|\)|;"
)


def bars_of(subject: str) -> Iterator[tuple[Made, str]]:
    """The checks for a subject that may not take part, each with a name."""
    said = re.sub(r"^\(?(?:[一二三四五六七八九十\d]+|[a-zA-Z](?=[)、.]))[)、.]", "", subject)
    said = re.sub("([一二三])、(?=[一二三][、等])", r"\1等奖、", said)
    said = _INCLUDED.sub("、", said)
    said = _MEANING.sub("", _ALLOWED.split(said)[0]).strip("的,、")
    if not said or words("intro").search(said):
        return
    for part in _parts(said):
        made = (
            _certificate(part)
            or _leaving(part)
            or _age(part)
            or _less(part)
            or _graduated(part)
            or _kind(part)
            or _student(part)
        )
        made = made or _title(part) or _honours(part) or deed_of(part) or _other(part)
        yield made


def _parts(said: str) -> list[str]:
    """The kinds of people named, apart where they are of different kinds; prizes stay together."""
    outer = re.split(
        r",?(?:以及|及(?!以[上下]|其))(?=[^,、]*(?:者|人员|的|选手)$)|,(?:以及|或者?|和)"
        r"|(?<=人员),(?=[^,]{4,}(?:者|人员|选手)(?:,|$))|(?<=得者),(?=[^,]{4,}(?:者|人员|选手)(?:,|$))",
        said,
    )
    return [part.strip("的,、") for each in outer for part in _apart(each) if part.strip("的,、")]


def _apart(said: str) -> list[str]:
    parts = re.split("、|和|以及", said)
    if any(any(telling(part)) for part in parts):
        kinds = {telling(part)[:2] for part in parts}
        several = all(any(telling(part)) for part in parts) and len(kinds) > 1
        return parts if several else [said]
    if any(_kind(part) or _student(part) for part in parts):
        return parts
    return [said]


def _age(said: str) -> tuple[Made, str] | None:
    """未满18周岁的不得报名: the other way round."""
    match = _AGE.search(said)
    if match is None:
        return None
    if match["below"]:
        return Made("age_at_least", {"years": int(count(match["a"]))}), "age"
    if match["over"]:
        years = int(count(match["b"])) - (match["over"] in {"年满", "已满"})
        return Made("age_at_most", {"years": years}), "age"
    number = int(count(match["c"]))
    if "上" in match["way"]:
        return Made("age_at_most", {"years": number - 1}), "age"
    return Made("age_at_least", {"years": number + 1}), "age"


_LESS = lazy_re.compile(
    rf"(?P<unit>入职|入司|到岗|在?(?:本|现|该|所在|所属)[^,。;]{{0,4}}(?:单位|企业|公司|学校|院|岗位))?"
    rf"(?:从事[^,。;]{{0,14}}|从业|工作|任职|任教|工龄|教龄|从教)*(?:时间|年限)?(?:未满|不满|不足|少于)"
    rf"(?P<n>{NUMERAL})(?P<u>个月|周?年)(?:的|者|人员|选手|职工|教师)*"
)


def _less(said: str) -> tuple[Made, str] | None:
    """从业未满1年者不得报名: so many years are needed."""
    match = _LESS.fullmatch(said)
    if match is None or match.start("n") < _PHRASE:
        return None
    months = count(match["n"]) * (1 if match["u"] == "个月" else 12)
    if match["unit"]:
        return Made("months", {"key": "months_at_unit", "months": months}), "at_unit"
    return Made("experience", {"years": months / 12}, WORKING), "experience"


_PHRASE = 4


def _graduated(said: str) -> tuple[Made, str] | None:
    match = _GRADUATED.search(said)
    by = day(match[1] or f"{match['year']}年12月", last=True) if match else None
    return (Made("not_graduated", {"by": by}, ("student",)), "graduated") if by else None


def _kind(said: str) -> tuple[Made, str] | None:
    for pattern, kinds in _KINDS.items():
        if re.fullmatch(rf"(?:凡|所有|各类)?(?:{pattern})(?:人员|的[^,]{{0,6}}人员)?", said):
            return Made("not_identity", {"one_of": list(kinds), "called": said}), "kind"
    return None


def _leaving(said: str) -> tuple[Made, str] | None:
    """应届毕业生, 毕业年级学生."""
    if not re.fullmatch(
        r"(?:凡|各类)?(?:应届毕业(?:年级)?|毕业年级|毕业班)(?:的)?(?:学生|生)?", said
    ):
        return None
    return Made("grade", {"not_final": True}, ("student",)), "leaving"


def _student(said: str) -> tuple[Made, str] | None:
    """在校学生, 全日制在读学生; not kinds of students (研究生)."""
    if not _STUDENT.match(said) or _QUALIFIED.search(said):
        return None
    params = {"said": said, **({"full_time": True} if "全日制" in said else {})}
    return Made("barred_student", params), "student"


def _title(said: str) -> tuple[Made, str] | None:
    """具有正高级职称: a title that is too high."""
    match = _TITLE.search(said)
    return (Made("barred_title", {"level": match["t"], "said": said}), "title") if match else None


def _certificate(said: str) -> tuple[Made, str] | None:
    """已取得二级及以上证书: a level that is too high."""
    match = _LEVEL.search(said)
    if match is None:
        return None
    return Made("barred_certificate", {"level": level(match["l"]), "said": said}), "certificate"


def _honours(said: str) -> tuple[Made, str] | None:
    names, level_ = list(honours(said)), {}
    if len(names) == 1 and (match := _OF_PLACE.search(said)) and not _QUOTED.search(said):
        level_ = {"level": "全国" if match[1] in _WHOLE else f"{match[1][-1]}级"}
    if not names and (match := _NAMED.search(said)) and not any(telling(said)):
        names = [match["name"]]
        level_ = {"level": match["level"]} if match["level"] else {}
    if names and not level_ and (match := _AND_UP.search(said)):
        level_ = {"level": match[1]}
    more = {"qualified": True} if "申报资格" in said else {}
    return (
        (Made("barred_honours", {"names": names, **level_, **more}), "honours") if names else None
    )


def _other(said: str) -> tuple[Made, str]:
    """Kinds of people by their words: each name a term of its own; else only `other` tells."""
    inner = [part.strip("的含等 ") for part in _SPLIT.split(said)]
    terms = [part for part in inner if len(part) > 1]
    if (len(said) > _LONG and len(terms) < 2) or _BOTH.search(said):  # noqa: PLR2004 a single term
        return Made("barred_other", {"said": said}), "bar"
    return Made("barred_kind", {"said": said, "terms": terms}), "kind"


_LONG = 24
_BOTH = lazy_re.compile(r"[、,](?:同时|并且?|且)|(?:同时|并且)(?:又|已|还)")
"""One who is both: neither alone bars."""
