"""Whole sections by their heading, and the fields of forms."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from retrieval.desk import Desk
from retrieval.model import Question

NOW = datetime(2026, 6, 10, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture(scope="module")
def desk(notices):
    return Desk(list(notices.values()))


@pytest.mark.parametrize(
    ("notice", "text", "words"),
    [
        ("cq-plan-2024", "申报流程是怎样的，一步步说", ("技术审查", "评审论证")),
        ("cq-plan-2024", "操作步骤有哪些", ("新增申报", "签章文件")),
        ("cq-ai-2023", "接待组都有谁", ("董勇", "龙杜鹃", "黄丽可")),
        ("cq-ai-2023", "报名表要填哪些内容", ("文化程度", "身份证号码")),
        ("cq-ai-2026", "报名表是哪个附件", ("附件13",)),
    ],
)
def test_all_of_it_is_told(desk, notice, text, words):
    answer = desk.answer(Question(text=text, notice=notice, as_of=NOW))
    assert answer.status == "answered"
    assert all(word in answer.text for word in words)


def test_one_value_of_a_section_is_told_alone(desk):
    answer = desk.answer(Question(text="接待组组长是谁", notice="cq-ai-2023", as_of=NOW))
    assert "龙杜鹃" in answer.text
    assert "胡成丽" not in answer.text
