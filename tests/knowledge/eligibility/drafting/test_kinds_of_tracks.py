"""Conditions of a kind of tracks concern that kind only; and sentences about some people only."""

from __future__ import annotations

import pytest

from knowledge.eligibility.drafting import draft_rules
from knowledge.eligibility.judge import judge
from knowledge.eligibility.person import read_person
from knowledge.notice import read_notice

from .test_whole_notices import at

NOTICE = """云山省农业农村厅
关于举办云山省第二届乡村技能竞赛的通知
各有关单位：
一、赛项
{tracks}
二、参赛条件
{who}
三、报名
{entering}
四、其他
请各单位认真组织。
云山省农业农村厅
2026年4月1日
"""
KINDS = """竞赛共设4个赛项，均为个人赛。
（一）职业技能类：茶叶加工工、沼气工。
（二）传统技艺类：剪纸、木雕。"""
BARE = "竞赛设茶叶加工工、沼气工、剪纸、木雕4个赛项。"
WHO = """（一）职业技能类选手的基本条件
1.年满20周岁。
（二）职业技能类分赛项条件
1.茶叶加工工赛项：持有四级及以上职业技能等级证书，或者从事茶叶加工满3年。
2.沼气工赛项：从事沼气工作满2年。
（三）传统技艺类选手的条件
1.年满16周岁。
2.从事该项技艺满6年。
3.机关、事业单位在编人员不参加传统技艺类比武。"""
ENTERING = "1. 由各单位报名。"


def drafted(*, tracks=KINDS, who=WHO, entering=ENTERING):
    words = NOTICE.format(tracks=tracks, who=who, entering=entering)
    notice = read_notice("n", words.encode())
    return notice, draft_rules(notice)


def verdict(drafts, track, day="2026-05-01", **facts):
    base = {"birth_date": "1990-01-01", "identity": "worker", "employed": True}
    base |= {"work_related": True, "years_experience": 6, "establishment": False}
    person, ignored = read_person({**base, **facts})
    assert not ignored
    return judge(*drafts, person, at(day), track).verdict


@pytest.mark.parametrize(
    ("track", "facts", "expected"),
    [
        ("茶叶加工工", {"years_experience": 3}, "eligible"),
        ("茶叶加工工", {"years_experience": 2, "certificate_level": "无"}, "ineligible"),
        ("茶叶加工工", {"birth_date": "2007-01-01"}, "ineligible"),
        ("茶叶加工工", {"establishment": True}, "eligible"),
        ("沼气工", {"years_experience": 2}, "eligible"),
        ("沼气工", {"years_experience": 1}, "ineligible"),
        ("剪纸", {"birth_date": "2007-01-01"}, "eligible"),
        ("剪纸", {"years_experience": 5}, "ineligible"),
        ("剪纸", {"establishment": True}, "ineligible"),
        ("剪纸", {"establishment": None, "work_place": "云山省文化馆"}, "need_info"),
        ("剪纸", {"establishment": None, "work_place": "云山省某公司"}, "eligible"),
    ],
)
def test_each_kind_has_its_own_conditions(track, facts, expected):
    assert verdict(drafted(), track, **facts) == expected


@pytest.mark.parametrize("who", [WHO, "1. 传统技艺类选手须从事该项技艺满6年。"])
def test_of_a_kind_that_is_nowhere_resolved_nobody_is_told_no(who):
    drafts = drafted(tracks=BARE, who=who)
    facts = {"years_experience": 4, "certificate_level": "四级", "certificate_related": True}
    assert verdict(drafts, "茶叶加工工", **facts) == "need_info"


def test_a_kind_of_companies_is_no_kind_of_tracks():
    drafts = drafted(tracks=BARE, who="1. 农业类企业职工，从事相关工作满6年。")
    assert verdict(drafts, "剪纸", years_experience=5) == "ineligible"


STUDENTS_TOO = """1. 年满16周岁。
2. 各类院校的在校残疾学生也可以报名。"""


def test_students_who_are_let_in_too_keep_nobody_out():
    drafts = drafted(tracks=BARE, who=STUDENTS_TOO)
    assert verdict(drafts, "剪纸") == "eligible"
    assert verdict(drafts, "剪纸", identity="student", employed=False) == "eligible"


def test_students_who_alone_are_let_in_keep_others_out():
    drafts = drafted(tracks=BARE, who="1. 年满16周岁。\n2. 仅限在校学生报名。")
    assert verdict(drafts, "剪纸") == "ineligible"


@pytest.mark.parametrize(
    ("months", "expected"), [(6, "eligible"), (5, "ineligible"), (None, "need_info")]
)
def test_months_at_the_present_place_of_work(months, expected):
    drafts = drafted(tracks=BARE, who="1. 在现工作单位连续工作满6个月。")
    assert verdict(drafts, "剪纸", months_at_unit=months) == expected


@pytest.mark.parametrize(
    ("day", "expected"), [("2026-06-12T17:59", "eligible"), ("2026-06-12T18:01", "ineligible")]
)
def test_a_stretch_of_days_in_which_units_fill_in_ends_entering(day, expected):
    said = "1. 各单位于2026年5月18日至6月12日18:00登录竞赛平台为本单位选手填报信息。"
    drafts = drafted(tracks=BARE, who="1. 年满16周岁。", entering=said)
    assert verdict(drafts, "剪纸", day) == expected


GROUPED = "竞赛设剪纸、木雕2个赛项，均设职工组、教师组、学生组。"
QUOTAS = "1. 每家单位每个赛项职工组不超过3人；每所院校每个赛项教师组不超过2人、学生组不超过4人。"


@pytest.mark.parametrize(
    ("group", "identity", "entered", "expected"),
    [
        ("职工组", "worker", 2, "eligible"),
        ("职工组", "worker", 3, "ineligible"),
        ("教师组", "teacher", 1, "eligible"),
        ("教师组", "teacher", 2, "ineligible"),
        ("学生组", "student", 3, "eligible"),
        ("学生组", "student", 4, "ineligible"),
    ],
)
def test_each_group_has_its_own_quota(group, identity, entered, expected):
    drafts = drafted(tracks=GROUPED, who="1. 年满16周岁。", entering=QUOTAS)
    facts = {"group": group, "identity": identity, "unit_entries_same_group": entered}
    assert verdict(drafts, "剪纸", **facts) == expected


@pytest.mark.parametrize(("enrolled", "expected"), [(True, "ineligible"), (False, "eligible")])
def test_those_included_in_a_bar_are_barred(enrolled, expected):
    drafts = drafted(tracks=BARE, who="1. 年满16周岁。\n2. 在校学生，包括实习的学生，不得报名。")
    identity = "student" if enrolled else "worker"
    assert verdict(drafts, "剪纸", identity=identity, enrolled=enrolled) == expected
