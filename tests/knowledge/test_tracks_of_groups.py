"""Tracks that clauses side by side list for each group; groups that are bodies of the organiser."""

from __future__ import annotations

from knowledge.notice import read_notice

HEAD = "关于举办云山市第六届林场职业技能大赛的通知\n各单位：\n一、赛项\n"


def test_each_group_has_its_list():
    body = "（一）职工组设伐木工、集材工2个赛项。\n（二）学生组设集材工、测树工2个赛项。\n"
    notice = read_notice("forest", f"{HEAD}{body}二、其他\n每队设领队1名。\n".encode())
    assert [t.name for t in notice.tracks] == ["伐木工", "集材工", "测树工"]


def test_a_working_group_is_no_group_of_entrants():
    body = "设伐木工、集材工2个赛项，分职工组、学生组。\n二、联系人\n王某（技术组），0871-5550123\n"
    assert read_notice("forest", f"{HEAD}{body}".encode()).groups == ("职工组", "学生组")
