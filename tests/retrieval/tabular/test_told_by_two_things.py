"""Columns told by group and way at once, the unit of bare numbers, team sizes in cells."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question

TEXT = """关于举办云坪省第二届职业技能大赛的通知
各市：
定于2027年9月举办大赛，现将有关事项通知如下。
一、赛项设置
赛项 | 组别 | 参赛方式 | 职业资格或等级对应
焊工 | 职工组 | 单人 | 焊工（三级）
焊工 | 学生组 | 单人 | 焊工（四级）
水处理 | 职工组 | 双人 | 水处理工（三级）
无人机驾驶 | 职工组 | 单人 | 无人机驾驶员（三级）
无人机驾驶 | 学生组 | 三人 | 无人机驾驶员（四级）
二、奖励措施
（一）各赛项各组别设金牌、银牌、铜牌各1枚。
（二）奖金由组委会发放，标准如下表，单位为元，均为税前。

奖牌 | 职工组单人 | 职工组双人（每队） | 学生组单人 | 学生组双人、三人（每队）
金牌 | 30000 | 40000 | 6000 | 9000
银牌 | 20000 | 28000 | 4000 | 6000
三、工具
赛项 | 选手自带 | 赛场提供
焊工 | 面罩 | 焊机
水处理 | 无 | 水样
无人机驾驶 | 遥控器 | 机架
四、联系方式
报名：邬老师，13900082001
云坪省人力资源和社会保障厅
2027年5月20日
"""
ID = "x-two-things"
NOON = datetime(2027, 6, 1, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
ASKED = {
    "all classes": ("银牌发多少钱", ("20000", "28000", "4000", "6000", "单位为元"), ()),
    "both said": ("技校学生单人项目得了金牌奖金多少", ("6000",), ("30000", "9000")),
    "by the row of the track": ("水处理金牌奖金多少", ("40000",), ("30000", "9000")),
    "by the group's row": ("无人机驾驶学生组金牌奖金多少", ("9000",), ("30000", "40000")),
    "size of a team": ("水处理一个队几个人", ("双人",), ("水样",)),
    "of each group": ("无人机驾驶几个人一队", ("职工组", "单人", "学生组", "三人"), ()),
    "a choice": ("焊工是单人还是双人", ("单人",), ("双人", "焊机")),
    "money is no size": ("水处理拿了银牌一队分多少钱", ("28000",), ("参赛方式",)),
}


@pytest.mark.parametrize("case", ASKED)
def test_told(case: str) -> None:
    asked, has, lacks = ASKED[case]
    desk = Desk([read_notice(ID, TEXT.encode())])
    text = desk.answer(Question(id="q", text=asked, as_of=NOON, notice=ID)).text
    assert all(word in text for word in has), text
    assert not any(word in text for word in lacks), text
