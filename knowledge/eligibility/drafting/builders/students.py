"""Students: grades, graduation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.eligibility.drafting.barring import bars_of
from knowledge.eligibility.drafting.builders.common import OLDEST, STUDENT, group
from knowledge.eligibility.drafting.numbers import count, day
from knowledge.eligibility.drafting.parts import Made

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.eligibility.drafting.builders.common import Match
    from knowledge.eligibility.drafting.parts import Statement


def not_graduated(match: Match, _: Statement) -> Iterator[Made]:
    """某日前已毕业的不得以学生身份参赛."""
    if by := day(match["by"], last=True):
        yield Made("not_graduated", {"by": by}, STUDENT)


def not_final(_: Match, __: Statement) -> Iterator[Made]:
    """毕业年级除外."""
    yield Made("grade", {"not_final": True}, STUDENT)


def grade_years(match: Match, _: Statement) -> Iterator[Made]:
    """面向2023级、2024级学生."""
    years = [int(year) for year in re.findall(r"\d{4}", match["years"])]
    yield Made("grade", {"years": years}, STUDENT)


def grade_min(match: Match, _: Statement) -> Iterator[Made]:
    """大二以上."""
    digit = re.search("[一二三四]", match["g"])
    if digit:
        yield Made("grade", {"min": int(count(digit[0]))}, STUDENT)


def class_year(match: Match, _: Statement) -> Iterator[Made]:
    """不含2026届毕业生."""
    yield Made("class_of", {"without": [int(group(match, "y", "y2"))]}, STUDENT)


def major_kind(match: Match, _: Statement) -> Iterator[Made]:
    """交通运输类、装备制造类专业."""
    yield Made("major", {"names": _majors(match["m"])}, STUDENT)


def major_named(match: Match, _: Statement) -> Iterator[Made]:
    """须为护理、助产专业学生: these and no others."""
    if names := _majors(match["m"]):
        yield Made("major", {"names": names, "only": True}, STUDENT)


def education_in(match: Match, _: Statement) -> Iterator[Made]:
    """具有护理专业大专及以上学历: the degree and what it is in."""
    degree = Made("education", {"level": match["e"].replace("大学本科", "本科")})
    names = _majors(match["m"])
    if not names:
        yield degree
        return
    both = [{"check": "education", "params": dict(degree.params)}]
    both.append({"check": "major", "params": {"names": names}})
    yield Made("all_of", {"all": both})


def _majors(words: str) -> list[str]:
    """The kinds of subjects named, without the schools before them."""
    parts = re.split("、|和|及|或", words)
    last = [re.sub(r"^.*(?:院校|学校|大学|高校|学院|中职|高职)", "", part) for part in parts]
    kept = [re.sub(r"(?:大类|类|专业|相关|等)+$", "", part) for part in last]
    return [part for part in kept if part]


def five_years(match: Match, _: Statement) -> Iterator[Made]:
    """五年制高职四、五年级学生: which years of long courses may enter."""
    first, last = int(count(match["a"])), int(count(match["b"] or match["a"]))
    years = list(range(first, last + 1)) if match["to"] else sorted({first, last})
    kinds = {"五年": ["五年"], "三二": ["三二", "3+2"], "3+2": ["3+2"], "中高": ["贯通"]}
    called = f"{match['who'].strip('“”')}学生"
    key = next((words for start, words in kinds.items() if called.startswith(start)), ["3+2"])
    then = {"check": "grade", "params": {"of": years}}
    yield Made("when", {"key": "education", "words": key, "called": called, "then": then}, STUDENT)


def class_years(match: Match, _: Statement) -> Iterator[Made]:
    """仅限2027届毕业生."""
    years = [int(year) for year in re.findall(r"\d{4}", match["within"])]
    yield Made("class_of", {"within": years}, STUDENT)


def grades(match: Match, statement: Statement) -> Iterator[Made]:
    """二、三年级, 一至三年级."""
    first, last = int(count(match["a"])), int(count(match["b"]))
    years = list(range(first, last + 1)) if match["to"] else sorted({first, last})
    then = Made("grade", {"of": years}, STUDENT)
    if "五年制" in statement.text[: match.start()]:
        item = {"check": then.check, "params": dict(then.params)}
        who = {"key": "education", "words": ["五年"], "called": "五年制学生", "then": item}
        then = Made("when", who, STUDENT)
    elif _OF_ONE.search(statement.text[: match.start()]):
        item = {"check": then.check, "params": dict(then.params)}
        then = Made("unless_excepted", {"then": item}, STUDENT)
    yield then


_OF_ONE = lazy_re.compile(
    r"(?:学生|在校生|在籍生|本科生|专科生)(?:、|和|及|以及|与|,或者?|或者?)[^,。;、]{2,24}$"
)
"""Behind another kind of students: the grade is said of the second kind alone."""


def graduated_within(match: Match, _: Statement) -> Iterator[Made]:
    """毕业两年内的高校毕业生; 毕业五年内（2021年1月1日以后毕业）: that day decides."""
    years = int(count(match["n"]))
    since = day(match["since"]) if match["since"] else None
    if 0 < years < OLDEST:
        yield Made("graduated_within", {"years": years, **({"since": since} if since else {})})


_STAGES = (
    ("中职", lazy_re.compile("中等职业|中等专业|中职|中专|职业高中")),
    ("专科", lazy_re.compile("高等职业|高等专科|高职|高专|大专|专科")),
    ("本科", lazy_re.compile("本科")),
    ("研究生", lazy_re.compile("研究生")),
)


def at_stage(match: Match, statement: Statement) -> Iterator[Made]:
    """面向专科（高职）学生: those at these schools; words of other kinds beside them open it."""
    others = _OTHER_SCHOOLS if match[0] != match["k"] else _OTHER_STAGES
    if others.search(statement.text.replace(match["k"], "", 1)):
        return
    asked = [name for name, pattern in _STAGES if pattern.search(match["k"])]
    yield Made("at_stage", {"one_of": asked}, STUDENT)


_OTHER_STAGES = lazy_re.compile(
    r"预备技师|高级工班|技工|五年|贯通|(?:含|包括|以及|和|或者?|、|,)[^,。;]{0,8}(?:中职|高职|本科|专科|研究生|中专|大专)(?:层次|阶段)?(?:的)?学?生"
)
"""Behind 专科学生 the kind of school says no more: 高等职业院校在籍专科学生."""
_OTHER_SCHOOLS = lazy_re.compile(
    r"技工|技师|职业院校|职业学校|(?<!普通)高等学校|高校|五年|贯通|(?:含|包括|以及|和|或者?|、|,)[^,。;]{0,8}(?:中职|高职|本科|专科|研究生|中专|大专)"
)


def without(match: Match, _: Statement) -> Iterator[Made]:
    """不含兼职教师, 不接受成人教育学生报名: bars inside a sentence that admits."""
    for made, _name in bars_of(match["who"]):
        yield made
