"""Asked in plain speech: ordinary words hide no answer, and what is another's is not given."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Answer, Question

AS_OF = datetime(2027, 3, 18, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
TEXT = """关于举办澜溪市第四届制茶职业技能竞赛的通知

各有关单位：

定于2027年5月举办澜溪市第四届制茶职业技能竞赛，现就有关事项通知如下：

一、赛项设置

设绿茶加工、红茶加工、茶艺展演3个赛项。

二、报名

报名自即日起至2027年3月20日18:00，逾期不予受理。报名表须加盖单位公章，不按要求报送的视为报名不成功。全市茶企职工、院校师生、灵活就业人员均可报名参赛。

三、赛程

复赛于4月10日在澜溪茶博馆举行。决赛于5月15日在澜溪会展中心举行。检录时选手须出示身份证、参赛证和健康证。红茶加工用时四十分钟。清真餐须在报到时登记。

四、赛场规定

监督员喊停的，不扣分。操作中造成人员受伤的，成绩记为零分。总成绩相同的，以实操成绩高者排前。

五、奖励

获奖选手颁发奖牌和证书。各赛项前3名且年龄在40周岁（含）以下的选手，可申报澜溪市技术能手称号。

六、联系方式

绿茶加工报名：柯老师，0591-60040001
红茶加工、茶艺展演报名：阮老师，0591-60040002
报名邮箱：bm@lanxi.example.org
赛事技术邮箱：js@lanxi.example.org

澜溪市人力资源和社会保障局
2027年2月10日
"""


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk([read_notice("tea", TEXT.encode())])


def answer(desk: Desk, text: str) -> Answer:
    return desk.answer(Question(text=text, notice="tea", as_of=AS_OF))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        pytest.param("今晚七点交报名表来得及不", "18:00", id="an hour of today"),
        pytest.param("现在报名还有戏没", "3月20日", id="a chance left"),
        pytest.param("报名还剩几天", "3月20日", id="days left to enter"),
        pytest.param("总成绩同分怎么定先后，讲细一点", "实操成绩高者", id="how to answer"),
        pytest.param("哪几类人能报这个赛", "灵活就业", id="kinds of people"),
        pytest.param("检录要拿哪些证", "健康证", id="papers to show"),
        pytest.param("复赛去哪", "茶博馆", id="where to go"),
        pytest.param("红茶那块给多少时间", "四十分钟", id="a length in Chinese numerals"),
        pytest.param("吃清真的怎么弄", "报到时登记", id="a kind of food"),
        pytest.param("比赛时把人弄伤了会怎么判", "零分", id="who was hurt"),
        pytest.param("监督员中途喊停会不会扣我们分", "不扣分", id="a stop called by others"),
        pytest.param("得奖发啥东西", "奖牌", id="what a winner is given"),
    ],
)
def test_what_stands_there_is_told(desk, question, said):
    found = answer(desk, question)
    assert found.status in {"answered", "partial"}, found.text
    assert said in found.text


def test_the_contact_of_the_track_is_given_and_no_other(desk):
    found = answer(desk, "红茶报名有疑问打给谁")
    assert "0591-60040002" in found.text
    assert "0591-60040001" not in found.text


def test_the_address_for_the_matter_is_given_and_no_other(desk):
    found = answer(desk, "技术问题邮箱发到哪")
    assert "js@lanxi.example.org" in found.text
    assert "bm@lanxi.example.org" not in found.text


@pytest.mark.parametrize(("age", "may"), [("41", False), ("40", None), ("39", None)])
def test_whoever_is_too_old_is_told_so(desk, age, may):
    found = answer(desk, f"我{age}了绿茶拿第二，技术能手能申报不")
    assert "40周岁" in found.text
    refused = found.text.startswith(("不可以", "不能", "否"))
    assert refused == (may is False), found.text


@pytest.mark.parametrize("question", ["食堂几点开饭", "有没有纪念品发", "可以带宠物吗"])
def test_what_is_told_nowhere_is_left_unsaid(desk, question):
    found = answer(desk, question)
    assert found.status in {"not_stated", "out_of_scope"}, found.text
