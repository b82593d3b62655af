"""Tracks told by the letters a table gives them, in conditions; bounds of one track alone."""

import pytest

from knowledge.eligibility.drafting import draft_rules
from knowledge.notice import read_notice

NOTICE = """关于举办云河县第五届茶叶职业技能竞赛的通知
一、项目
代码 | 项目 | 决赛人数
A | 手工绿茶制作 | 30人
B | 手工白茶制作 | 20人
C | 茶艺 | 24人
每人最多报两个项目，{apart}。
二、参赛条件
（一）年满18周岁、不超过60周岁。{widened}。
（二）A、B项目选手须持有有效健康证明。
"""
APART, WIDENED = "但A、B项目同日进行，不得兼报", "茶艺项目可放宽至年满16周岁"


def drafted(apart=APART, widened=WIDENED):
    text = NOTICE.format(apart=apart, widened=widened)
    return draft_rules(read_notice("n", text.encode())).rules


def of(check, rules):
    return [rule for rule in rules if rule.check == check]


def test_a_condition_is_of_the_tracks_whose_letters_it_says():
    (rule,) = [r for r in drafted() if "健康证明" in str(r.params) and r.check == "other_fact"]
    assert rule.tracks == ("t01", "t02")


@pytest.mark.parametrize("apart", [APART, "但A项目和B项目不得兼报", "A、B项目不得同时报名"])
def test_two_tracks_that_exclude_each_other_forbid_no_third(apart):
    rules = drafted(apart)
    (rule,) = of("not_both", rules)
    assert rule.params["tracks"] == ["t01", "t02"]
    assert not of("one_track", rules)


def test_what_forbids_any_second_track_stays_so():
    assert of("one_track", drafted("任何选手不得兼报"))


def test_how_many_reach_the_final_is_no_size_of_a_team():
    assert not of("team_size", drafted())


@pytest.mark.parametrize(
    ("widened", "bound"),
    [
        (WIDENED, {"min": 16}),
        ("茶艺项目可放宽至17周岁", {"min": 17}),
        ("茶艺项目可放宽至20周岁", {"min": 20}),
        ("茶艺项目可放宽至21周岁", {"max": 21}),
        ("茶艺项目可放宽至65周岁", {"max": 65}),
    ],
)
def test_a_bound_is_relaxed_for_one_track_on_its_own_side(widened, bound):
    ages = [r for r in drafted(widened=widened) if r.check.startswith("age")]
    key, value = next(iter(bound.items()))
    own = [r.params for r in ages if r.tracks == ("t03",) and value in r.params.values()]
    assert own, ages
    others = [r for r in ages if r.tracks and "t03" not in r.tracks]
    assert others, key


@pytest.mark.parametrize("county", ["云河县", "云河畲族自治县", "云河达斡尔族自治旗"])
def test_the_county_a_notice_calls_its_own(county):
    own = county[-1]
    text = f"""{county}总工会关于举办{county}茶艺技能竞赛的通知
一、项目
竞赛设绿茶、白茶两个项目。
二、参赛条件
（一）户籍在本{own}，或者在本{own}从事茶叶加工工作满1年。
"""
    (rule,) = of("any_of", draft_rules(read_notice("n", text.encode())).rules)
    assert rule.params["any"][0]["params"]["area"] == county


GUIDES = """云坪市文化和旅游局关于举办云坪市第九届讲解员技能大赛的通知
一、组别
大赛设四个组：中文导游组、外语导游组、讲解员组、学生组。
二、报名条件
（一）年龄在18周岁以上、50周岁以下。
（二）退休后返聘的讲解员可以报名，年龄放宽到60周岁。
"""


def test_an_age_relaxed_without_a_may_bars_nobody_below_it():
    rules = draft_rules(read_notice("n", GUIDES.encode())).rules
    (rule,) = [r for r in rules if r.check == "any_of"]
    usual, other = rule.params["any"]
    assert usual["params"]["years"] == 50
    called, age = other["params"]["all"]
    assert (called["params"]["called"], age["params"]["years"]) == ("退休后返聘的讲解员", 60)


def test_how_many_groups_there_are_is_no_group():
    groups = read_notice("n", GUIDES.encode()).groups
    assert groups == ("中文导游组", "外语导游组", "讲解员组", "学生组")
