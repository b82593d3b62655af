"""Several entries by a table with rows of what is entered and columns for kinds of payers."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question

TEXT = """关于举办2027年岚州盆景技能竞赛的通知
岚盆协〔2027〕3号
各有关单位：
现将有关事项通知如下。
一、比赛项目
竞赛设个人赛和团体赛，每队3人。
二、费用
参赛费用标准如下：
| 类别 | 会员单位 | 非会员单位 |
| --- | --- | --- |
| 个人赛（每人） | 300元 | 450元 |
| 团体赛（每队） | 800元 | 1100元 |
| 随队观摩（每人） | 100元 | 100元 |
同时参加个人赛和团体赛的，只收团体赛费用。领队免费。
岚州市盆景协会
2027年4月9日
"""
MOMENT = datetime(2027, 4, 20, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
TOLD = {
    "kinds of entries": (
        "会员单位报2个个人1个团体，一共多少钱",
        ("2×300+1×800=1400元", "只收团体赛"),
        ("2×450",),
    ),
    "of who is no member": (
        "我们没入会，4个个人2个观摩要交多少钱",
        ("4×450+2×100=2000元",),
        ("4×300",),
    ),
    "of both where nobody says": ("3个团体队总共要多少钱", ("3×800=2400元", "3×1100=3300元"), ()),
}
UNTOLD = {
    "one entry is no sum": "会员单位报1个团体多少钱",
    "what has no price of its own": "会员单位2个个人3个领队一共多少钱",
    "another matter": "2个个人住宿一共多少钱",
}


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk([read_notice("trees", TEXT.encode())])


@pytest.mark.parametrize("case", TOLD)
def test_what_several_entries_come_to(case, desk):
    text, said, unsaid = TOLD[case]
    found = desk.answer(Question(text=text, notice="trees", as_of=MOMENT))
    assert found.status == "answered"
    assert all(each in found.text for each in said)
    assert not any(each in found.text for each in unsaid)
    assert found.citations


@pytest.mark.parametrize("case", UNTOLD)
def test_no_sum_of_something_else(case, desk):
    found = desk.answer(Question(text=UNTOLD[case], notice="trees", as_of=MOMENT))
    assert "×" not in found.text
