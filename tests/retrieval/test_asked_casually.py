"""Asked the way people talk: how things stand, how many in all, what follows, whom one may send."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question

TEXT = """关于举办溪口市第二届园艺职业技能竞赛的通知
各有关单位：
现将有关事项通知如下。
一、赛程
竞赛定于2026年6月至8月举办。
初赛于2026年6月进行，具体日期另行通知。
决赛于2026年8月进行，具体日期另行通知。
二、队伍
全市九个区县各组一支代表队，另设行业代表队两支，共十一支代表队。
每支代表队设领队1名，领队不得兼任教练。
三、承办
同一单位承办赛事原则上不得超过2场。
四、奖励
盆景赛项一等奖占10%，二等奖占20%。
获奖选手由主办单位授予奖章和证书。
五、申报步骤
1.登录平台后点击新建申报。
2.填写单位信息并保存。
3.下载申报表，盖章后上传。
六、工作组
后勤保障组：负责选手用餐、医疗保健和急救等工作。
七、联系方式
林老师，0999-1234567
溪口市总工会
2026年5月1日
附件1
赛项设置
序号 | 赛项 | 承办单位
1 | 盆景制作 | 溪口农业学校
2 | 草坪养护 | 溪口职业学院
"""
NOON = datetime(2026, 12, 1, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
ASKED = {
    "whether it still goes on": ("这届比赛还在办吗", ("结束", "8月"), ()),
    "how many in all": ("总共有几支队伍", ("十一支",), ()),
    "what follows, to the end": ("点了新建申报之后干嘛", ("保存", "盖章"), ()),
    "the next step alone": ("点了新建申报，下一步是什么", ("保存",), ("盖章",)),
    "which school": ("草坪养护是哪个学校搞", ("溪口职业学院",), ("溪口农业学校",)),
    "what winners get": ("盆景得奖发啥东西", ("奖章", "证书"), ("10%",)),
    "the round that is still to come": ("初赛过了，决赛大概什么月份", ("2026年8月",), ()),
    "a bound of what one may hold": ("一个单位想接3场赛 可以吗", ("不得超过2场",), ()),
    "who cares for the sick": ("选手肚子疼了，归哪个组管", ("后勤保障组",), ()),
}


@pytest.fixture(scope="module")
def desk():
    return Desk([read_notice("xikou-2026", TEXT.encode())])


@pytest.mark.parametrize("case", ASKED)
def test_told_though_asked_casually(case, desk):
    text, said, unsaid = ASKED[case]
    found = desk.answer(Question(id="q", text=text, as_of=NOON, notice="xikou-2026"))
    assert found.status in {"answered", "partial"}, found.text
    assert all(each in found.text for each in said), found.text
    assert not any(each in found.text for each in unsaid), found.text


def test_how_soon_results_come_is_no_day_of_the_contest(desk):
    asked = Question(id="q", text="比完赛几天出成绩", as_of=NOON, notice="xikou-2026")
    assert desk.answer(asked).status == "not_stated"
