"""Ways of entering, stages of schooling, one's own house: verdicts on both sides."""

from __future__ import annotations

import pytest

from knowledge.eligibility.drafting import draft_rules
from knowledge.eligibility.judge import judge
from knowledge.eligibility.person import read_person
from knowledge.notice import read_notice

from .test_whole_notices import at

NOTICE = """岚州市总工会
关于举办岚州市第三届职业技能大赛的通知
各有关单位：
一、赛项
大赛设钳工、焊工、育婴员3个赛项{groups}。
二、参赛条件
{who}
三、报名
{entering}
岚州市总工会
2026年5月1日
"""
WORKS = "在岚州市就业，从事相关工作满1年。"


def verdict(track="钳工", *, who="年满16周岁。", entering="欢迎报名。", groups="", **facts):
    words = NOTICE.format(who=who, entering=entering, groups=groups)
    notice = read_notice("n", words.encode())
    person, ignored = read_person({"birth_date": "2000-01-01", **facts})
    assert not ignored
    return judge(notice, draft_rules(notice), person, at("2026-06-01"), track).verdict


@pytest.mark.parametrize(
    ("entering", "channel", "expected"),
    [
        ("只接受线上报名，不接受现场报名和电话报名。", "现场报名", "ineligible"),
        ("只接受线上报名，不接受现场报名和电话报名。", "电话", "ineligible"),
        ("只接受线上报名，不接受现场报名和电话报名。", "微信小程序", "eligible"),
        ("报名一律通过大赛小程序进行，不接受其他方式报名。", "窗口", "ineligible"),
        ("报名一律通过大赛小程序进行，不接受其他方式报名。", "网上报名", "eligible"),
        ("报名采取网上报名方式，不设现场报名点。", "现场", "ineligible"),
        ("报名表可送至总工会3号窗口，或者发送至a@b.example.org。", "窗口", "eligible"),
        ("报名表发送至a@b.example.org。", "窗口", "ineligible"),
    ],
)
def test_way(entering, channel, expected):
    assert verdict(entering=entering, channel=channel) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"work_related": True, "years_experience": 2}, "eligible"),
        ({"work_related": True, "years_experience": 0.5}, "ineligible"),
    ],
)
def test_where_only_people_at_work_can_enter_their_years_are_asked_of_all(facts, expected):
    assert verdict(who=WORKS, work_place="岚州市某厂", **facts) == expected


def test_where_students_are_spoken_of_years_are_not_asked_before_it_is_known_who_one_is():
    who = f"（一）{WORKS}\n（二）职业院校学生也可报名。"
    facts = {"work_related": True, "years_experience": 0.5, "work_place": "岚州市某厂"}
    assert verdict(who=who, **facts) == "need_info"


@pytest.mark.parametrize(
    ("group", "education", "expected"),
    [
        ("本科组", "本科", "eligible"),
        ("本科组", "大专", "ineligible"),
        ("高职组", "大专", "eligible"),
        ("高职组", "本科", "ineligible"),
    ],
)
def test_groups_of_stages(group, education, expected):
    who = "本科组面向本科学生；高职组面向专科（高职）学生。两组之间不得互报。"
    facts = {"identity": "student", "group": group, "education": education}
    assert verdict(who=who, groups="，均分本科组和高职组", **facts) == expected


@pytest.mark.parametrize(
    ("track", "facts", "expected"),
    [
        ("育婴员", {}, "need_info"),
        ("育婴员", {"other": {"无犯罪记录": True}}, "eligible"),
        ("育婴员", {"other": {"无犯罪记录": False}}, "ineligible"),
        ("钳工", {}, "eligible"),
    ],
)
def test_what_is_asked_of_one_track_is_asked_in_earnest(track, facts, expected):
    who = "（一）年满16周岁。\n（二）报名育婴员项目的，还应无犯罪记录。"
    assert verdict(track, who=who, **facts) == expected


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("岚州市秀屏区某厂", "eligible"),
        ("岚州市临湖区某厂", "ineligible"),
        ("岚州市高新区某厂", "need_info"),
    ],
)
def test_another_district_of_the_same_city(place, expected):
    who = "在秀屏区就业。"
    assert verdict(who=who, work_place=place) == expected
