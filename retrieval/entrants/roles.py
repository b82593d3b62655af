"""Whether students, workers or teachers may take part, from what a notice says of their group."""

from __future__ import annotations

import re

from knowledge import lazy_re
from knowledge.eligibility.facts import facts_from_words
from knowledge.plain import comparable
from retrieval.entrants.persons import persons
from retrieval.passages.units import Reading, Unit
from retrieval.question.asked import Asked
from retrieval.reply import Piece, Reply, cite_unit

_ROLES = {"student": "学生|院校|高校", "worker": "职工|从业", "teacher": "教师|教工"}
_BESIDE = frozenset({"who_can", "student", "worker", "teacher", "enrol"})
_WHO = lazy_re.compile(
    r"(?:应|须|需|均|限)?为|面向|应当?是|限于|凡|可(?:以)?(?:报名|参加|参赛)|参赛(?:选手|人员)|年满|在籍|在岗|在职"
)
_MORE = lazy_re.compile(r"带|指导|还|又|同时|兼|自己")
_LETS = lazy_re.compile(r"(?:均|都|也)?可(?:以)?(?:报名|参加|参赛)|面向[^，。；]{2,40}")
_ASIDE = lazy_re.compile(r"奖|名额|每个?(?:单位|院校|学校)|标准|\t")
_MOST = 3


def role_reply(reading: Reading, asked: Asked) -> Reply | None:
    """What the notice asks of the group of these people; None if it is asked of anybody else."""
    if "yes_no" not in asked.forms or set(asked.concepts) - _BESIDE:
        return None
    people = persons()
    if people.of_self(asked.plain) or people.kind(asked.plain) or _MORE.search(asked.plain):
        return None  # 我是学生，能报吗 is for the checker; 初中生 are not all students
    person = facts_from_words(asked.text).person
    named = _ROLES.get(str(person.get("identity"))) if set(person) == {"identity"} else None
    groups = [g for g in reading.notice.groups if named and re.search(named, g)]
    if not named or len(asked.content) > 1:
        return None
    found = [u for g in groups for u in reading.units if _tells(u, g)][:_MOST]
    found = found or [u for u in reading.units if not groups and _lets(u, named)][:_MOST]
    if not found:
        return None
    pieces = tuple(
        Piece(
            text=unit.text,
            citations=(cite_unit(reading.notice, unit),),
            scope="、".join(unit.scope.groups),
        )
        for unit in found
    )
    return Reply(status="answered", notice=reading.notice.id, pieces=pieces, sure=1.0)


def _lets(unit: Unit, named: str) -> bool:
    """Whether a sentence lets such people in by name: 企业职工、院校师生均可参加."""
    let = _LETS.search(unit.plain)
    return bool(let and re.search(f"{named}|师生", unit.plain[: let.end()])) and not unit.scope.role


def _tells(unit: Unit, group: str) -> bool:
    """Whether a sentence says who the people of the group are."""
    own = unit.scope.groups == (group,) or unit.plain.startswith(comparable(group))
    return own and bool(_WHO.search(unit.plain)) and not _ASIDE.search(unit.text)
