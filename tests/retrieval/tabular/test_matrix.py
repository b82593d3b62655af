"""Tables whose columns are tracks or groups."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question

TEXT = """关于举办江原市第二届建筑技能竞赛的通知
各有关单位：
现将有关事项通知如下。
一、赛项设置
竞赛设2个赛项，见表1。
表1 赛项表
代码 | 赛项 | 每单位名额
A1 | 砌筑工 | 3人
A2 | 抹灰工 | 2人
二、评分
总分100分，配分见表2。
表2 配分表
评分项目 | A1 | A2
尺寸偏差 | 40 | 25
表面质量 | 35 | 55
安全文明施工 | 25 | 20
三、其他
费用自理。
江原市总工会
2026年5月1日
"""
NOON = datetime(2026, 7, 1, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
ASKED = {
    "a row and the code of a track": ("A2尺寸偏差占多少分", ("25",), ("40",)),
    "a row in part and a track by name": ("砌筑工表面质量几分", ("35",), ("55",)),
    "a row alone, for every track": ("安全文明施工多少分", ("25", "20"), ("40",)),
}


@pytest.fixture(scope="module")
def desk():
    return Desk([read_notice("jy-2026", TEXT.encode())])


def answer(desk, text):
    return desk.answer(Question(text=text, notice="jy-2026", as_of=NOON))


@pytest.mark.parametrize("case", ASKED)
def test_the_cell_of_the_row_in_the_column_of_the_track(case, desk):
    text, said, unsaid = ASKED[case]
    found = answer(desk, text)
    assert found.status == "answered"
    assert all(each in found.text for each in said)
    assert not any(each in found.text for each in unsaid)
    assert found.citations


def test_what_no_row_is_called_is_not_read_from_the_table(desk):
    assert not any(each in answer(desk, "A2创新加几分").text for each in ("25", "55", "20"))


QUOTAS = """关于举办江原县第三届乡村工匠竞赛的通知
各乡镇：
现将有关事项通知如下。
一、赛项和组别
竞赛设竹编、石砌、蓝染3个赛项。竹编分老艺组和新艺组，其余赛项不分组。
二、名额分配
单位 | 竹编老艺组（人） | 竹编新艺组（人） | 石砌（队） | 蓝染（对）
云岭镇 | 5 | 7 | 1 | 2
石桥乡 | 1 | 2 | 4 | 3
窑头镇 | 3 | 4 | 2 | 6
三、奖励
奖项 | 个人赛 | 石砌（每队） | 蓝染（每对）
一等奖 | 三千元 | 七千二百元 | 四千四百元
二等奖 | 两千元 | 四千五百元 | 三千元
四、其他
费用自理。
江原县总工会
2026年5月1日
"""
QUOTAS_ASKED = {
    "a heading with what its cells count": ("窑头那边蓝染给多少个名额", ("6",), ("3", "4")),
    "the groups of a track": ("云岭镇竹编名额是几个", ("5", "7"), ("1",)),
    "all columns where no track is asked": ("一等奖多少钱", ("三千", "七千二百", "四千四百"), ()),
    "a column counted by teams": ("石砌二等奖多少奖金", ("四千五百",), ("两千", "三千")),
    "the row with most in the column of a track": ("石砌名额哪个乡镇最多", ("石桥乡", "4"), ()),
}


@pytest.fixture(scope="module")
def quotas():
    return Desk([read_notice("jy-2026", QUOTAS.encode())])


@pytest.mark.parametrize("case", QUOTAS_ASKED)
def test_columns_of_tracks_that_say_what_they_count(case, quotas):
    text, said, unsaid = QUOTAS_ASKED[case]
    found = answer(quotas, text)
    told = found.text.partition("\n按：")[0]
    assert all(each in told for each in said), found.text
    assert not any(each in told for each in unsaid), found.text
