"""Lists, days and cards of a notice nobody had seen: told whole, and what is not asked left out."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Answer, Question

AS_OF = datetime(2027, 7, 28, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
TEXT = """关于举办汀州省第四届残疾人职业技能竞赛的通知

各市残联：

定于2027年9月16日至18日在汀州市举办汀州省第四届残疾人职业技能竞赛，现就有关事项通知如下：

一、项目

项目	每市名额	比赛时长
剪纸	1人	90分钟
编织	3人	120分钟
按摩	2人	60分钟

一名选手只能报一个项目。每个县最多推荐3件展示作品。

二、谁可以参加

（一）具有汀州省户籍，年满18周岁，男性不超过58周岁、女性不超过53周岁。
（二）曾在全国残疾人职业技能竞赛获得前三名的，不得报名。

三、安排

（一）7月13日至7月24日18:00，各市残联登录“汀州残疾人服务网”集中填报，逾期系统自动关闭。
（二）7月31日前，盖章的纸质材料寄达竞赛办公室，以收到日期为准。
（三）9月16日10:00—16:00在云栖宾馆一楼大厅报到。

四、材料要求

每名选手须提交：
1.报名表1份，由市残联盖章；
2.残疾人证复印件1份；
3.二级以上医院体检报告1份；
4.在校学生另附学籍证明，外省户籍选手另附劳动合同。
材料寄至：汀州市杏林路66号，收件人郁老师。

五、更换

名单公示后原则上不得更换。因伤病确需更换的，应当在9月4日17:00前由市残联书面申请并附医院证明。

六、后勤

汀州东站设接站点，末班车15:30发车。需要轮椅升降车的，提前3天联系后勤组。

七、奖励

各项目前3名，总成绩80分以上的，可晋升二级技能等级。

评分要素表
项目	要素	分值
剪纸	构图	40
剪纸	刀工	60
编织	造型	45
编织	工艺	55

八、联系方式

竞赛办公室（报名、材料）：郁老师，13900050061；
后勤组：邰老师，13900050063（接站、住宿、轮椅升降车）。

汀州省残疾人联合会
2027年5月18日
"""


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk([read_notice("ting", TEXT.encode())])


def answer(desk: Desk, text: str) -> Answer:
    return desk.answer(Question(text=text, notice="ting", as_of=AS_OF))


@pytest.mark.parametrize(
    ("question", "said", "not_said"),
    [
        pytest.param("报到最晚几点", "16:00", "7月", id="until when one checks in"),
        pytest.param("报到时间", "9月16日", "7月", id="when one checks in"),
        pytest.param("报名几号截止", "7月24日18:00", "更换", id="the window of entering"),
        pytest.param("纸质材料几号前寄到", "7月31日", "7月24日", id="the papers themselves"),
        pytest.param("现在还来得及报名吗 市残联才通知我", "7月24日", "更换", id="told of nobody"),
        pytest.param("选手八月底摔骨折了 要换人怎么操作", "书面申请", "报到", id="a bone broken"),
        pytest.param("剪纸拿了第二 总分85 等级能升到几级", "二级", "分值", id="marks only stated"),
        pytest.param("三个项目都报满 一共能去多少选手", "1+3+2=6人", "只能报", id="all quotas"),
        pytest.param("一个县最多推荐几件上来", "3件", "名额", id="works of a county"),
        pytest.param("坐轮椅的 要升降车来接站 怎么申请", "提前3天", "郁", id="whom one is sent to"),
    ],
)
def test_it_is_told(desk: Desk, question: str, said: str, not_said: str) -> None:
    told = answer(desk, question)
    assert told.status == "answered"
    assert said in told.text
    assert not_said not in told.text


def test_the_card_of_the_body_one_is_sent_to_stands_beside(desk: Desk) -> None:
    assert "13900050063" in answer(desk, "坐轮椅的 要升降车来接站 怎么申请").text


def test_a_list_is_told_to_its_end_and_led_to_once(desk: Desk) -> None:
    told = answer(desk, "本地选手报名 材料一共要准备哪几样").text
    assert all(paper in told for paper in ("报名表", "残疾人证", "体检报告", "学籍证明"))
    assert told.count("每名选手须提交") == 1
    assert "杏林路" not in told
    assert "郁老师" not in told


def test_the_marks_of_a_track_are_still_told(desk: Desk) -> None:
    assert "60" in answer(desk, "剪纸的刀工占多少分").text


def test_whose_contest_it_is_bars_nobody(desk: Desk) -> None:
    told = answer(desk, "我爸今年60了肢体残疾 还能报吗").text
    assert "前三名" not in told


def test_who_won_before_is_still_barred(desk: Desk) -> None:
    assert "前三名" in answer(desk, "我在全国残疾人竞赛拿过第二还能报吗").text
