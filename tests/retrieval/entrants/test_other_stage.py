"""What is said of schools of one stage is not said to those of another."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from eval.persons import drafted
from retrieval.desk import Desk
from retrieval.model import Question

TEXT = """关于举办青溪市第三届窑炉维修职业技能竞赛的通知
一、参赛条件
（一）学生组：中职、高职、技工院校全日制在籍学生。本科院校学生不在本次竞赛范围内。
（二）职工组：本市在职职工，年满18周岁。
二、报名截止时间为2026年6月10日。
三、联系人：袁老师，0790-2210011。
青溪市总工会
2026年5月1日
"""
NOTICE, RULES = drafted("qingxi", TEXT.encode())
DESK = Desk([NOTICE], rules={NOTICE.id: RULES})
NOON = datetime(2026, 5, 20, 12, tzinfo=ZoneInfo("Asia/Shanghai"))


def told(text: str) -> str:
    return DESK.answer(Question(id="q", text=text, as_of=NOON, notice=NOTICE.id)).text


def test_who_is_of_that_stage_hears_it() -> None:
    assert "本科院校学生不在" in told("我本科的能报不")


@pytest.mark.parametrize("text", ["我高职的能报不", "中职学生能报吗"])
def test_who_is_of_another_does_not(text: str) -> None:
    assert "本科院校学生不在" not in told(text)
