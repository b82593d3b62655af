"""里头有没有焊工: whether a thing is in what is spoken of, not where else it is."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Answer, Question, Turn

ONE = """关于举办青溪市第三届建设工匠技能竞赛的通知
一、竞赛项目：砌筑工、管道工。
二、报名截止时间为2026年6月1日。
三、联系人：袁老师，0790-2210011。
青溪市总工会
2026年5月1日
"""
OTHER = """关于举办白崖市第二届加工工匠技能竞赛的通知
一、项目设置见附件。获奖选手发给奖金2000元。每个单位最多可报3人。
二、报名截止时间为2026年7月1日。
三、联系人：齐老师，0790-6610088。
白崖市总工会
2026年5月1日
附件1
竞赛项目表
序号 | 类别 | 竞赛项目
1 | 木作类 | 古建木工
2 | 织造类 | 织布工
3 | 车辆类 | 叉车操作
"""
NOON = datetime(2026, 5, 2, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
DESK = Desk([read_notice("qingxi", ONE.encode()), read_notice("baiya", OTHER.encode())])
BAIYA, QINGXI = "白崖加工工匠竞赛什么时候截止", "青溪建设工匠竞赛什么时候截止"


def answer(text: str, *before: str) -> Answer:
    history = tuple(Turn(question=one) for one in before)
    return DESK.answer(Question(id="q", text=text, as_of=NOON, history=history))


@pytest.mark.parametrize("asked", ["里头有没有叉车", "有没有叉车", "里面有叉车吗"])
def test_what_is_there_is_named(asked: str) -> None:
    assert answer(asked, BAIYA).text.startswith("有：叉车操作")


@pytest.mark.parametrize("asked", ["里头有没有叉车", "里面有没有砌筑工", "里头有砌筑工这个项目没"])
def test_what_another_has_is_not_looked_for_there(asked: str) -> None:
    """And what is there is no answer to what was asked before."""
    spoken = QINGXI if "叉车" in asked else BAIYA
    found = answer(asked, spoken)
    assert found.notices == ("qingxi" if "叉车" in asked else "baiya",)
    assert not found.text.startswith("有：")
    assert "截止" not in found.text


def test_it_is_asked_again_of_another() -> None:
    found = answer("那青溪的里面有吧", BAIYA, "里面有砌筑工没有")
    assert found.notices == ("qingxi",)
    assert "砌筑工" in found.text


def test_a_name_in_front_still_asks_what_was_asked() -> None:
    found = answer("织布工呢", BAIYA)
    assert "7月1日" in found.text


@pytest.mark.parametrize(
    ("said", "before", "tells"),
    [
        ("那我们想报5个", "白崖加工工匠竞赛一家最多报几个人", "3人"),
        ("我们厂有4个人行不", "白崖加工工匠竞赛一家最多报几个人", "3人"),
        ("那我们想报5个", BAIYA, "3人"),
    ],
)
def test_a_number_of_ours_is_held_against_how_many_may_be(
    said: str, before: str, tells: str
) -> None:
    found = answer(said, before)
    assert tells in found.text
    assert "7月1日" not in found.text


@pytest.mark.parametrize("text", ["外校两个呢", "我要报3"])
def test_numbers_are_no_matter_a_notice_is_silent_on(text: str) -> None:
    assert "两" not in answer(text, BAIYA).text.partition("\n")[0]
    assert "报3" not in answer(text, BAIYA).text
