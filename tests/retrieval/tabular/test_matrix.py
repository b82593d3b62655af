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
