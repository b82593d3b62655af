"""What no rule accounts for in whole notices: days, teams, people sorted into groups."""

from __future__ import annotations

import pytest

from knowledge.eligibility.drafting import draft_rules
from knowledge.eligibility.judge import judge
from knowledge.eligibility.person import read_person
from knowledge.notice import read_notice

from .test_whole_notices import at

NOTICE = """云山省茶叶协会
关于举办云山省第五届茶艺竞赛的通知
各有关单位：
一、竞赛项目
竞赛设评茶员、茶艺师两个项目。{tracks}
二、参赛对象
{who}
三、怎样报名
{entering}
四、其他事项
请各单位认真组织。
云山省茶叶协会
2026年4月1日
"""
WHO = "选手须年满18周岁。"


def drafted(*, tracks="", who=WHO, entering="1. 由各单位报名。"):
    notice = read_notice("n", NOTICE.format(tracks=tracks, who=who, entering=entering).encode())
    return notice, draft_rules(notice)


def verdict(drafts, day="2026-05-01", **facts):
    facts = {"birth_date": "1990-01-01", "identity": "worker", "employed": True, **facts}
    return judge(*drafts, read_person(facts)[0], at(day), "评茶员").verdict


def test_a_stretch_under_the_heading_of_entering_closes_on_its_last_day():
    drafts = drafted(entering="1. 时间：自2026年5月1日起至2026年6月10日止。")
    assert verdict(drafts, "2026-06-10") == "eligible"
    assert verdict(drafts, "2026-06-11") == "ineligible"


def test_a_day_by_which_papers_may_be_mended_closes_nothing():
    drafts = drafted(
        entering="1. 5月25日前通过平台报送报名表。\n2. 审核未通过的，可在6月8日前补充一次材料。"
    )
    assert verdict(drafts, "2026-05-25") == "eligible"
    assert verdict(drafts, "2026-06-07") == "ineligible"


@pytest.mark.parametrize(
    ("size", "expected"), [(2, "eligible"), (4, "eligible"), (5, "ineligible"), (1, "ineligible")]
)
def test_the_size_of_teams_is_read_under_any_heading(size, expected):
    drafts = drafted(tracks="每队2至4人，其中队长1人。")
    assert verdict(drafts, team_size=size) == expected


def test_an_item_with_a_verb_of_its_own_bars_nobody():
    who = f"（一）{WHO}\n（二）限制报名的情形\n1.受过处分的人员；\n2.每人只能报名参加一个项目。"
    checks = [rule.check for rule in drafted(who=who)[1].rules]
    assert "one_track" in checks
    assert checks.count("barred_kind") == 1


SORTED = "大赛设新秀组和达人组。报名时账号粉丝数不足1万人的，参加新秀组；1万人以上的，参加达人组。"


@pytest.mark.parametrize(
    ("group", "fans", "expected"),
    [
        ("新秀组", 9999, "eligible"),
        ("新秀组", 10000, "ineligible"),
        ("达人组", 10000, "eligible"),
        ("达人组", 9999, "ineligible"),
        ("达人组", None, "need_info"),
    ],
)
def test_people_are_sorted_into_groups_by_a_number(group, fans, expected):
    other = {} if fans is None else {"账号粉丝数": fans}
    assert verdict(drafted(tracks=SORTED), group=group, other=other) == expected


TITLES = "大赛设正高组、副高组、中级及以下组。具有讲师及以下职称的参加中级及以下组。"


@pytest.mark.parametrize(
    ("title", "expected"), [("讲师", "eligible"), ("副教授", "ineligible"), ("教授", "ineligible")]
)
def test_people_are_sorted_into_groups_by_title(title, expected):
    drafts = drafted(tracks=TITLES)
    assert drafts[0].groups == ("正高组", "副高组", "中级及以下组")
    who = {"identity": "teacher", "group": "中级及以下组", "title": title}
    assert verdict(drafts, **who) == expected


def test_a_place_asked_of_all_is_a_doubt_where_a_track_has_its_own():
    who = "（一）在云山省从事茶业工作的人员。\n（二）茶艺师项目面向全省居民。"
    _, rules = drafted(who=who)
    general = [r for r in rules.rules if r.check in {"place", "area"}]
    assert len(general) > 1
    assert all("t02" not in r.tracks for r in general if r.tracks == ("t01",))


def test_tracks_of_an_earlier_edition_are_not_those_of_this_one():
    text = NOTICE.format(tracks="", who=WHO, entering="1. 由各单位报名。")
    listed = "（一）评茶员：单人赛。\n（二）茶艺师：单人赛。\n（三）采茶：单人赛。"
    text = text.replace(
        "竞赛设评茶员、茶艺师两个项目。", f"{listed}\n第四届竞赛只设评茶员、茶艺师两个项目。"
    )
    notice = read_notice("n", text.encode())
    assert [track.name for track in notice.tracks] == ["评茶员", "茶艺师", "采茶"]
