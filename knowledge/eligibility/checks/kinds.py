"""Kinds of people who may not enter, by job, identity, schooling or what `other` says."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from knowledge import lazy_re
from knowledge.eligibility.capacity import enrolled
from knowledge.eligibility.checks.base import Case, Fix, Params, Result, met, not_met, unknown
from knowledge.eligibility.checks.learned import rung
from knowledge.eligibility.checks.sanctions import by_sanction
from knowledge.eligibility.checks.told import told
from knowledge.eligibility.data import table
from knowledge.plain import comparable, comparable_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from knowledge.eligibility.person import Person

_DENIED = lazy_re.compile(r"(?:不是|并非|不属于|非(?!遗|标|公有|公企|金属|机动))[^,。;、|()]*")
"""What somebody says not to be: 车间焊工（非单位负责人） is no 负责人."""
_GENERAL = lazy_re.compile(r"^(?:人员|职工|员工|选手|工作|工作人员|学生|教师|相关|其他|个人|单位)$")
_FRAME = lazy_re.compile(
    r"^(?:其他|其它|各类|所有|凡|担任|含|以及|及|和|或)+|(?:等?(?:类|岗位)?(?:的)?人员|岗位|的|等)+$"
)
_AT_WORK = frozenset({"worker", "teacher", "flexible"})
"""People whose schooling lies behind them: a teacher with a master's degree is no 研究生."""
_STAFF_OF = lazy_re.compile(
    r"(?:(?:支持|主办|承办|协办|技术支持|合作|冠名|赞助|本次|竞赛|大赛|赛事)+(?:单位|企业|方|公司)?(?=[^的]{4}))?"
    r"([^的、]{2,}?(?:公司|集团|学院|学校|大学|医院|协会|研究院|工厂|合作社))的?(?:在职|正式)?(?:员工|职工|人员|工作人员|学生|教师)$"
)
"""Staff of a unit that is named: 支持单位某某有限公司的员工."""
_ANY_UNIT = lazy_re.compile(
    r"(?:本|该|我|各|集团|分|子|总|有限|所在|成员|其他)+(?:公司|学校|学院|医院|集团)"
)
_PERSON = lazy_re.compile(
    r"(?:[人员者师工生民家手长兵官士匠商户友属导播贩农警医护]|经理|主任|书记|干部|领导|主管|总监|教授|顾问|主播|负责人|岗位|部门|班子|层)$"
)
"""What a word for people ends with; 医院 of 医院、卫生院的医护人员 is none."""
_PART = lazy_re.compile(r"参加过|参赛过|曾参加|曾参赛|已参加")
_EVENT_WORDS = lazy_re.compile(r"^(?:曾?参加过?|曾?参赛)|(?:的?(?:参赛)?选手|参赛|参加)$")
_ON_STAFF = lazy_re.compile(
    r"(?:机关|单位|院校|学校|公办|党政|国家)[^,;。非]{0,10}(?<!非)在编(?!外)"
)
"""Those who hold a post of the state: 机关、事业单位在编人员."""
_COMPANY = lazy_re.compile(r"公司|企业|合作社|厂$|店$|集团")
_NAMED = 6
_SHORTEST = 2


def barred_kind(case: Case, params: Params) -> Result:
    """Whoever is one of these: {said, terms}; nobody is by silence.

    A term is looked for in `other`, in kinds.yaml, and by its own words in job and identity.
    """
    said = str(params["said"])
    terms = [str(term) for term in params["terms"]]
    if (of_sanction := by_sanction(case, said)) is not None:
        return of_sanction
    if any(_is(case.person, term) for term in terms) or told(case.person, said, one_enough=True):
        return not_met(f"“{said}”不得报名；属于这种情形。")
    if (elsewhere := _entered_elsewhere(case.person, said)) is not None:
        return elsewhere
    if _ON_STAFF.search(said) and case.person.establishment is not False:
        return _on_staff(case, said)
    return met(f"“{said}”不得报名；没有这种情形。")


_ELSEWHERE = lazy_re.compile(
    r"(?:其他|其它|别的|另一|外)(?:的)?[^,。;]{0,12}(?:报名|参加|参赛|申报|选拔)|(?:报名|参加|申报)[^,。;]{0,8}(?:其他|其它|另一|别的)"
)
"""Those who entered somewhere else: 已在其他省报名参加…选拔的."""


def _entered_elsewhere(person: Person, said: str) -> Result | None:
    """Of those who told of other events: a no where the bar names it, else open."""
    if not person.other_events or not _ELSEWHERE.search(said):
        return None
    words = comparable(said)
    if any(_shared(comparable(event), words) >= _NAME for event in person.other_events):
        return not_met(f"“{said}”不得报名；属于这种情形。")
    return unknown(f"“{said}”不得报名；还不能确定是否属于这种情形。", "other_events")


_NAME = 8
"""So many characters in common, and both speak of the same event."""


def _shared(one: str, other: str) -> int:
    """The length of the longest piece both have."""
    return max(
        (size for size in range(len(one), 1, -1) for at in range(len(one) - size + 1)
         if one[at : at + size] in other),
        default=0,
    )  # fmt: skip


def _on_staff(case: Case, said: str) -> Result:
    """事业单位在编人员: the one kind that is asked after, of those who could be it."""
    if case.person.establishment:
        return not_met(f"“{said}”不得报名；属于这种情形。", Fix("establishment", to=False))
    if case.capacity not in {"worker", "teacher"} or _COMPANY.search(case.person.work_place or ""):
        return met(f"“{said}”不得报名；没有这种情形。")
    return unknown(f"“{said}”不得报名；还不知道是否在编。", "establishment")


def _is(person: Person, term: str) -> bool:
    words = comparable_name(term)
    if (so := told(person, words, one_enough=True)) is not None:
        return so
    own = _own(person)
    if _took_part(person, words) or _staff_of(person, words) or _called_so(person, words):
        return True
    for kind in _kinds_of(words):
        if any(word in own for word in kind["says"]):
            return True
        if any(getattr(person, key) is value for key, value in kind.get("facts", {}).items()):
            return True
    core = _FRAME.sub("", words)
    if _held(person, core) or _of_unit(person, words):
        return True
    people = bool(_PERSON.search(words.rstrip("的等")))
    return people and len(core) >= _SHORTEST and not _GENERAL.match(core) and core in own


@lru_cache(maxsize=4096)  # the terms of rules come again with every person
def _kinds_of(words: str) -> tuple[Mapping[str, Any], ...]:
    """The kinds of people that a term of a rule names."""
    kinds: list[Mapping[str, Any]] = table("kinds.yaml")
    return tuple(kind for kind in kinds if any(word in words for word in kind["words"]))


_HOLDS = lazy_re.compile(
    r"^(?:已经?|曾经?|现|目前)?(?:被)?(?:聘任?为|聘用为|评为|评聘为|认定为|授予|获评|获得?|当选|担任)+|(?:称号|荣誉)?(?:的)?(?:人员|者|选手|职工|员工)?$"
)


def _held(person: Person, core: str) -> bool:
    """Whether the term is an honour or a post the person told of: 已被聘为集团首席技师的人员."""
    term = _HOLDS.sub("", core)
    told_ = (comparable(one) for one in person.honours)
    return len(term) >= _TERM and any(term in one or one == term for one in told_)


def _of_unit(person: Person, words: str) -> bool:
    """Whether the term is of the staff of a kind of unit, and the person's is called so."""
    unit = re.sub("(?:的)?(?:在职|在编|在岗|正式|工作)*(?:人员|职工|员工|干部)$", "", words)
    if unit == words or len(unit) < _NAMED or _ANY_UNIT.fullmatch(unit):
        return False
    return unit in comparable(person.work_place or "")


_TERM = 4


def _staff_of(person: Person, words: str) -> bool:
    """Whether the words are of the staff of a unit, and the person's bears its name."""
    unit = _STAFF_OF.search(words)
    named = unit is not None and not _ANY_UNIT.fullmatch(unit[1])
    return bool(named and unit and unit[1] in comparable(person.work_place or ""))


def _called_so(person: Person, words: str) -> bool:
    """Whether the person's own words of who they are end the bar's: 事业单位在编人员."""
    who = comparable(person.identity or "")
    return len(who) >= _NAMED and words.endswith(who)


def _took_part(person: Person, words: str) -> bool:
    """Whether the words are of those who took part in an event that the person took part in."""
    if not _PART.search(words):
        return False
    events = (_EVENT_WORDS.sub("", comparable(one)) for one in person.past_events)
    return any(len(event) >= _NAMED and event in words for event in events)


def _own(person: Person) -> str:
    """What is said of job, identity, schooling and posts in this event, as one text."""
    learned = (person.education, person.grade) if person.identity not in _AT_WORK else ()
    words = (person.job, person.identity, *learned, person.title)
    own = comparable("|".join([*filter(None, words), *person.registered_as]))
    return _DENIED.sub("", own).replace("实习指导", "")


def barred_certificate(case: Case, params: Params) -> Result:
    """Whoever has a certificate of the level or better: {level, said}; nobody by silence."""
    said, held = str(params["said"]), case.person.certificate_level
    if held is None or not 1 <= held <= int(params["level"]):
        return met(f"“{said}”不得报名；没有这种情形。")
    if case.person.certificate_related is False:
        return met(f"“{said}”不得报名；证书不对应，不属于这种情形。")
    return not_met(f"“{said}”不得报名；属于这种情形。")


def barred_title(case: Case, params: Params) -> Result:
    """Whoever has a professional title of the level or better: {level, said}; no student."""
    said, held = str(params["said"]), rung("title", case.person.title)
    none = comparable(case.person.title or "") in {"无", "没有", "none"}
    if held is None and not none and case.capacity != "student":
        return unknown(f"“{said}”不得报名；还不知道职称。", "title")
    if held is None or held < (rung("title", str(params["level"])) or 0):
        return met(f"“{said}”不得报名；没有这种情形。")
    return not_met(f"“{said}”不得报名；属于这种情形。")


def barred_student(case: Case, params: Params) -> Result:
    """Students at a school: {said, full_time?}; of an employee who studies beside it one asks."""
    said = str(params["said"])
    person = case.person
    here = enrolled(person, case.day)
    full_time = person.school_full_time
    if here is False or (params.get("full_time") and full_time is False):
        return met(f"“{said}”不得报名；不属于这种情形。")
    beside = bool(person.also_student and person.employed and full_time is None)
    if here and not beside and (full_time or not params.get("full_time")):
        return not_met(f"“{said}”不得报名；属于这种情形。")
    if case.capacity == "student" or person.identity == "student":
        return not_met(f"“{said}”不得报名；属于这种情形。")
    if case.capacity is None:
        return unknown(f"“{said}”不得报名；还不知道是否在校。", "identity")
    if person.also_student and full_time is not False:
        return unknown(f"“{said}”不得报名；还不知道是否属于这种情形。", "enrolled")
    return met(f"“{said}”不得报名；没有这种情形。")
