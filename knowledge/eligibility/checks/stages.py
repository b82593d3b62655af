"""At which stage of schooling a student is: 中职, 高职, 本科, 研究生."""

from __future__ import annotations

from knowledge import lazy_re
from knowledge.eligibility.checks.base import Case, Params, Result, met, not_met, remark
from knowledge.plain import comparable

_STAGES = (
    (
        "中职",
        lazy_re.compile(
            r"中等职业|中等专业|中职|中专|职业高中|职高|技校|职教中心|职业中学|高中|初中|技工学校"
        ),
    ),
    ("专科", lazy_re.compile(r"高等职业|高职|高专|高等专科|大专|专科|职业技术学院|职业学院")),
    ("研究生", lazy_re.compile(r"研究生|硕士|博士|研[一二三]")),
    ("本科", lazy_re.compile(r"本科|学士")),
)
_LONG = lazy_re.compile(r"五年|贯通|三二|3\+2|预备技师|高级工班|技师班")
"""Courses that begin at the one stage and end at the other."""
_ANY_SCHOOL = lazy_re.compile(r"大学|学院")


def at_stage(case: Case, params: Params) -> Result:
    """A student at one of the stages {one_of}: 中职, 专科, 本科, 研究生; nobody else by silence.

    What is said of the schooling decides, else the name of the school; a 大学 or 学院 leaves open
    which of the higher stages.
    """
    asked = set(params["one_of"])
    said = f"须为{'、'.join(params['one_of'])}学生"
    person = case.person
    own = stages(comparable(f"{person.education or ''}|{person.grade or ''}"))
    own = own or stages(comparable(person.study_place or ""))
    if not own:
        return remark(f"{said}；请自行核对。")
    if own <= asked:
        return met(f"{said}；符合。")
    return remark(f"{said}；请自行核对。") if own & asked else not_met(f"{said}；不符合。")


def stages(words: str) -> set[str]:
    """The stages that words can be of.

    >>> sorted(stages("全日制大专")), sorted(stages("某某大学")), sorted(stages("某校"))
    (['专科'], ['专科', '本科', '研究生'], [])
    """
    if _LONG.search(words):
        return {"中职", "专科"}
    found = {name for name, pattern in _STAGES if pattern.search(words)}
    return found or ({"专科", "本科", "研究生"} if _ANY_SCHOOL.search(words) else set())
