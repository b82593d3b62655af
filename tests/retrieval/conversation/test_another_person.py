"""Turns that speak of somebody else, correct a number, or tell where somebody was before."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from eval.persons import drafted
from retrieval.desk import Desk
from retrieval.model import Answer, Question, Turn

TEXT = """关于举办青溪市第三届直播技能大赛的通知
一、大赛设短视频制作、直播带货2个赛项。
二、参赛条件
（一）选手须为本市在职职工，年满18周岁、不超过50周岁。
（二）有下列情形的人员不得报名：
1.个人账号粉丝数超过5万人的；
2.第一届全国直播大赛的参赛选手。
三、双人赛项的队员须来自同一区县，可以不是同一单位。
四、决赛于2026年8月20日举行，迟到不超过15分钟的可以补检录。协议酒店双人间每晚200元。
五、报名截止时间为2026年7月1日。
六、联系人：袁老师，0790-2210011。
青溪市总工会
2026年5月1日
"""
OTHER = """关于举办全国第二届直播大赛的通知
一、比赛于2026年11月3日举行。
二、报名截止时间为2026年10月1日。
三、联系人：何老师，010-2210012。
直播协会
2026年5月1日
"""
READ = [drafted("qingxi", TEXT.encode()), drafted("quanguo", OTHER.encode())]
NOON = datetime(2026, 5, 20, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
DESK = Desk([notice for notice, _ in READ], rules={n.id: r for n, r in READ})
FIRST = "青溪直播大赛什么时候截止"


def answer(text: str, *before: str) -> Answer:
    history = tuple(Turn(question=one) for one in before)
    return DESK.answer(Question(id="q", text=text, as_of=NOON, history=history))


@pytest.mark.parametrize("said", ["我有8万粉 碍事不", "我号上粉丝有8万 能报不"])
def test_who_is_above_a_bar_is_told_so(said: str) -> None:
    assert answer(said, FIRST).text.startswith("不可以，超过了这一条的数")


def test_who_corrects_the_number_is_judged_by_the_new_one() -> None:
    found = answer("说错了 那是我同事的号 我自己的才300来个", FIRST, "我有8万粉 碍事不")
    assert found.text.startswith("没有超过这一条的数")
    assert "可以，" not in found.text


def test_a_number_at_the_bar_itself_is_left_open() -> None:
    assert not answer("我有5万粉 碍事不", FIRST).text.startswith(("不可以", "没有超过"))


@pytest.mark.parametrize(
    ("said", "asked", "tells"),
    [
        ("说错了 是4间", "三间双人间住两晚多少钱", "1600"),
        ("不对 住3晚", "三间双人间住两晚多少钱", "1800"),
    ],
)
def test_a_correction_puts_another_number_of_the_same_measure(
    said: str, asked: str, tells: str
) -> None:
    assert tells in answer(said, FIRST, asked).text


@pytest.mark.parametrize(
    "said", ["另一个是全国第二届直播大赛的选手", "我带过全国第二届直播大赛的选手"]
)
def test_where_somebody_was_before_is_not_gone_to(said: str) -> None:
    found = answer("几号截止", FIRST, said)
    assert found.notices == ("qingxi",)
    assert "7月1日" in found.text


def test_what_is_asked_of_the_other_is_gone_to() -> None:
    assert answer("全国第二届直播大赛几号截止", FIRST).notices == ("quanguo",)


@pytest.mark.parametrize("said", ["有个师傅今年3月刚满51", "我自己顶上 今年3月刚满51"])
def test_somebody_else_is_judged_by_what_is_told_of_him(said: str) -> None:
    found = answer(said, FIRST, "有个小伙摔了手 能换人不")
    assert found.text.startswith("不可以")
    assert "50周岁" in found.text


def test_another_person_does_not_take_the_facts_of_the_first() -> None:
    found = answer("有个同事40岁", FIRST, "我今年55岁能报不")
    assert not found.text.startswith("不可以")


@pytest.mark.parametrize("said", ["跟隔壁县我表弟搭伙呢", "我西城的 他东城区的 能组一队不"])
def test_a_team_of_people_of_several_places(said: str) -> None:
    assert "同一区县" in answer(said, FIRST).text


@pytest.mark.parametrize("said", ["路上堵车晚了10分钟", "万一晚了半小时怎么办"])
def test_who_comes_late_hears_of_being_late(said: str) -> None:
    assert "补检录" in answer(said, FIRST).text


def test_who_asks_if_it_is_too_late_to_enter_hears_of_the_deadline() -> None:
    assert "7月1日" in answer("现在报是不是晚了", FIRST).text
