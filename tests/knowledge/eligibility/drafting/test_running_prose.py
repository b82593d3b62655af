"""Running paragraphs, tables of groups and lists of people: no silent yes, no wrong no."""
# ruff: noqa: E501 a case is one line

from __future__ import annotations

import pytest

from knowledge.eligibility.drafting import draft_rules
from knowledge.eligibility.judge import judge
from knowledge.eligibility.person import read_person
from knowledge.notice import read_notice

from .test_whole_notices import at

NOTICE = """泉港市总工会
关于举办泉港市第六届职业技能大赛的通知
各有关单位：
一、赛项设置
{tracks}
二、参赛条件
{who}
三、报名办法
{entering}
四、其他事项
{rest}
泉港市总工会
2026年4月1日
"""
TRACKS = "大赛设锅炉工、花艺师、制茶工三个赛项，均设职工组和学生组。"
WORKER = {"identity": "worker", "group": "职工组", "employed": True, "birth_date": "1990-01-01"}


def verdict(track="花艺师", *, as_of="2026-06-01", without=(), **facts):
    words = {"tracks": TRACKS, "who": "选手须年满18周岁。", "entering": "欢迎报名。"}
    words |= {"rest": "请各单位认真组织。"}
    words |= {key: facts.pop(key) for key in [*words] if key in facts}
    notice = read_notice("n", NOTICE.format(**words).encode())
    given = {key: value for key, value in {**WORKER, **facts}.items() if key not in without}
    person, ignored = read_person(given)
    assert not ignored
    return judge(notice, draft_rules(notice), person, at(as_of), track).verdict


@pytest.mark.parametrize(
    ("who", "facts", "expected"),
    [
        ("选手须年满18周岁，已登记为市花卉协会的个人成员。", {}, "need_info"),
        (
            "选手须年满18周岁，已登记为市花卉协会的个人成员。",
            {"other": {"已登记为市花卉协会的个人成员": True}},
            "eligible",
        ),
        (
            "选手须年满18周岁，已登记为市花卉协会的个人成员。",
            {"other": {"已登记为市花卉协会的个人成员": False}},
            "ineligible",
        ),
        ("在现劳务企业连续工作时间不得少于10个月。", {"months_at_unit": 9}, "ineligible"),
        ("在现劳务企业连续工作时间不得少于10个月。", {"months_at_unit": 10}, "eligible"),
        ("除工龄满10年的外，均须持有中级工以上证书。", {"years_experience": 3}, "need_info"),
        ("两人组队的，至少一人须为女性，选手须年满18周岁。", {"sex": "男", "team_size": 2}, "need_info"),
        ("选手应当身心健康，能够胜任高强度的比赛，年满18周岁。", {}, "eligible"),
        ("各组别选手应当同时具备的条件如下：年满18周岁。", {}, "eligible"),
        ("与泉港市内的企业、社会组织建立劳动（人事）关系的职工，年满18周岁。", {"work_place": "泉港市"}, "eligible"),
        ("与泉港市内的企业、社会组织建立劳动（人事）关系的职工，年满18周岁。", {"work_place": "四川省成都市"}, "ineligible"),
        ("持有四级以上证书；尚未取得上述证书的，从事本职业应满5年。", {"certificate_level": "无", "years_experience": 5}, "eligible"),
        ("持有四级以上证书；尚未取得上述证书的，从事本职业应满5年。", {"certificate_level": "无", "years_experience": 4}, "ineligible"),
    ],
)  # fmt: skip
def test_what_is_asked(who, facts, expected):
    assert verdict(who=who, **facts) == expected


@pytest.mark.parametrize(
    ("bar", "facts", "expected"),
    [
        ("已被聘为公司首席制茶师的人员不得报名。", {"honours": ["公司首席制茶师"]}, "ineligible"),
        ("已被聘为公司首席制茶师的人员不得报名。", {"honours": ["优秀员工"]}, "eligible"),
        ("市级技能培训机构人员不在参赛范围。", {"work_place": "泉港市技师中心（市级技能培训机构）"}, "ineligible"),
        ("市级技能培训机构人员不在参赛范围。", {"work_place": "泉港市花艺有限公司"}, "eligible"),
        ("劳务派遣人员、退休返聘人员不参加本次大赛。", {"identity": "劳务派遣人员"}, "ineligible"),
        ("劳务派遣人员、退休返聘人员不参加本次大赛。", {"identity": "非劳务派遣职工"}, "eligible"),
        ("已在其他市报名参加第九届全省职业技能大赛选拔的，不得报名。", {"other_events": ["第九届全省职业技能大赛选拔赛"]}, "ineligible"),
        ("已在其他市报名参加第九届全省职业技能大赛选拔的，不得报名。", {"other_events": ["厨艺节"]}, "need_info"),
        ("不得同时以职工组和学生组两种身份报名。", {"registered_as": ["学生组"]}, "ineligible"),
        ("不得同时以职工组和学生组两种身份报名。", {"registered_as": ["职工组"]}, "eligible"),
        ("不得同时以职工组和学生组两种身份报名。", {"advisor_of": ["制茶工"]}, "eligible"),
        ("在本赛项中担任学生组指导教师的，不得再以选手身份参加本赛项。", {"advisor_of": ["花艺师"]}, "ineligible"),
        ("在本赛项中担任学生组指导教师的，不得再以选手身份参加本赛项。", {}, "eligible"),
    ],
)  # fmt: skip
def test_who_is_barred(bar, facts, expected):
    assert verdict(who=f"选手须年满18周岁。{bar}", **facts) == expected


TABLE = """各组别的条件见下表。
组别\t参赛对象\t年龄要求\t技能等级或从业年限
职工组\t泉港市企业在岗职工\t年满18周岁、不超过40周岁\t四级（中级工）及以上，或者从事相关工作满3年
学生组\t泉港市院校在籍学生\t年满16周岁\t不作要求"""


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"years_experience": 3}, "eligible"),
        ({"years_experience": 2}, "ineligible"),
        ({"years_experience": 3, "birth_date": "1980-01-01"}, "ineligible"),
        ({"years_experience": 3, "work_place": "四川省成都市"}, "ineligible"),
    ],
)
def test_rows_of_groups(facts, expected):
    known = {"work_place": "泉港市", "certificate_level": "无", "work_related": True}
    assert verdict(who=TABLE, **{**known, **facts}) == expected


ITEMS = """各赛项的条件分别为：
（一）锅炉工赛项
选手须年满20周岁。
（二）花艺师赛项
选手须年满18周岁。
（三）制茶工赛项
选手须年满19周岁。
对上述三个赛项，凡获得过“泉港市技术能手”称号的，均不得报名。"""


@pytest.mark.parametrize("track", ["锅炉工", "花艺师", "制茶工"])
def test_a_paragraph_behind_the_last_item_is_said_of_all(track):
    assert verdict(track, who=ITEMS) == "eligible"
    assert verdict(track, who=ITEMS, honours=["泉港市技术能手"]) == "ineligible"


def test_the_rest_of_the_tracks():
    tracks = "大赛设锅炉工、花艺师、制茶工三个赛项。花艺师赛项为团体赛，每队3人；其他均为个人赛。"
    assert verdict(tracks=tracks, team_size=3, without=("group",)) == "eligible"
    assert verdict("制茶工", tracks=tracks, team_size=3, without=("group",)) == "ineligible"
    assert verdict("制茶工", tracks=tracks, team_size=1, without=("group",)) == "eligible"


ALONE = "职工选手由所在企业报名，学生选手由所在院校报名，花艺师赛项可以个人组队报名。"


def test_one_track_is_entered_alone():
    free = {"identity": "flexible", "employed": False, "entering": ALONE, "without": ("group",)}
    assert verdict(tracks="大赛设锅炉工、花艺师、制茶工三个赛项。", **free) == "eligible"
    assert (
        verdict("制茶工", tracks="大赛设锅炉工、花艺师、制茶工三个赛项。", **free) == "ineligible"
    )


def test_what_a_contestant_must_hold_said_among_other_matters():
    rest = "选手须已通过市燃气公司的入网考核。"
    assert verdict(rest=rest) == "need_info"
    assert verdict(rest=rest, other={"通过市燃气公司的入网考核": True}) == "eligible"
    assert verdict(rest="选手须自备劳动防护用品，按时检录。") == "eligible"


def test_the_end_of_entering_beside_what_the_organisers_do_with_the_forms():
    entering = "报名表由各县（区）汇总，于2026年6月10日前发送至a@b.example.org，大赛组委会对选手资格进行复核，对不符合条件的，及时通知更换。"
    assert verdict(entering=entering) == "eligible"
    assert verdict(entering=entering, as_of="2026-06-12") == "ineligible"


def test_a_branch_company_is_no_group():
    words = NOTICE.format(
        tracks=TRACKS, who="选手须年满18周岁。", rest="无。",
        entering="各子公司、分公司职工组每个赛项推荐名额不超过2人。",
    )  # fmt: skip
    assert read_notice("n", words.encode()).groups == ("职工组", "学生组")
