"""Whether somebody of an age may still take part, and what that age asks of him."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from eval.persons import drafted
from knowledge.eligibility.facts import facts_from_words
from retrieval.desk import Desk
from retrieval.model import Question

TEXT = """关于举办云坪市乡村工匠技能大赛的通知
各乡镇：
现将有关事项通知如下。
一、赛项
大赛设竹编、陶艺两个赛项。
二、参赛对象
（一）具有本市户籍，年满18周岁，可以报名。
（二）年满70周岁的，须提交健康承诺书。
（三）未满20周岁的，须有监护人书面同意。
三、时间
决赛于2026年10月16日举行。
联系人：邬老师，13900082001
云坪市农业农村局
2026年7月20日
"""
ID = "x-aged"
NOON = datetime(2026, 8, 1, 12, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture(scope="module")
def desk():
    notice, rules = drafted(ID, TEXT.encode())
    return Desk([notice], rules={ID: rules})


@pytest.mark.parametrize(("text", "age"), [("老爹72了还能去吗", 72), ("我老妈68了能报吗", 68)])
def test_the_age_of_a_parent(text, age):
    assert facts_from_words(text).person["age"] == age


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("老爹72了，还能去编竹子吗", True),
        ("老爹70了，能参加吗", True),
        ("老爹69了，能参加吗", False),
    ],
)
def test_what_a_high_age_needs(desk, text, needs):
    answer = desk.answer(Question(text=text, as_of=NOON, notice=ID))
    assert ("健康承诺书" in answer.text) is needs
    assert "监护人" not in answer.text
