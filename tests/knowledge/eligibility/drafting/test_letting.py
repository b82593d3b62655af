"""People let in by a way of their own, and ages that are other for a track of a group."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.eligibility.drafting import draft_rules
from knowledge.eligibility.judge import judge
from knowledge.eligibility.person import read_person
from knowledge.notice import read_notice

TEXT = """关于举办云坪省第二届职业技能大赛的通知
各市：
定于2027年9月举办大赛，现将有关事项通知如下。
一、赛项设置
大赛设焊工、美发2个赛项，每个赛项设职工组和学生组。
二、参赛条件
（一）职工组
1.在云坪省内用人单位从事相关职业工作的在职人员；个体工商户可凭营业执照报名美发赛项。
2.年满18周岁。
（二）学生组
1.省内职业院校全日制在籍学生。
2.2005年1月1日（含）以后出生；美发赛项学生组放宽至2003年1月1日（含）以后出生。
（三）港澳台居民在省内工作的，持居住证可以报名。
云坪省人力资源和社会保障厅
2027年5月20日
"""
NOON = datetime(2027, 6, 1, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
BORN = {"identity": "student", "group": "学生组", "birth_date": "2004-03-01"}
OWN = {"identity": "flexible", "group": "职工组", "birth_date": "1990-03-01"}


@pytest.mark.parametrize(
    ("person", "track", "barred"),
    [
        (OWN, "美发", False),
        (OWN, "焊工", True),
        (BORN, "美发", False),
        (BORN, "焊工", True),
        ({**BORN, "birth_date": "2002-12-31"}, "美发", True),
        ({**BORN, "birth_date": "2005-01-01"}, "焊工", False),
    ],
)
def test_who_is_barred(person: dict[str, str], track: str, *, barred: bool) -> None:
    notice = read_notice("x-letting", TEXT.encode())
    verdict = judge(notice, draft_rules(notice), read_person(person)[0], NOON, track)
    assert (verdict.verdict == "ineligible") is barred


def test_what_some_people_need_is_asked_of_them_alone() -> None:
    rules = draft_rules(read_notice("x-letting", TEXT.encode())).rules
    own = [rule for rule in rules if rule.cite and "港澳台" in rule.cite.quote]
    assert own
    assert all(rule.check in {"when", "note"} for rule in own)
