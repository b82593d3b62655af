"""How things stand with the contest at the moment of asking."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question
from retrieval.wording import say

TEXT = """关于举办湖东市第四届砌筑技能竞赛的通知
各有关单位：
现将有关事项通知如下。
一、报名
各单位于2026年5月6日至5月20日将报名表发至qizhu@example.org报名。
二、时间
决赛于2026年6月9日至6月11日在市技工学校举行。
湖东市总工会
2026年4月8日
"""
STATES = {
    "the day before it begins": ("2026-06-08", "比赛开始了吗", "before"),
    "the first day": ("2026-06-09", "比赛开始了吗", "during"),
    "the last day": ("2026-06-11", "决赛比完了没", "during"),
    "the day after": ("2026-06-12", "比赛结束了没有", "after"),
    "asked as a period": ("2026-06-10", "现在还在比赛期间吗", "during"),
}


@pytest.fixture(scope="module")
def desk():
    return Desk([read_notice("hd-2026", TEXT.encode())])


def answer(desk, text, day):
    noon = datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=ZoneInfo("Asia/Shanghai"))
    return desk.answer(Question(text=text, notice="hd-2026", as_of=noon))


@pytest.mark.parametrize("case", STATES)
def test_the_state_of_the_contest(case, desk):
    day, text, state = STATES[case]
    found = answer(desk, text, day)
    assert found.status == "answered"
    assert found.text.startswith(say(f"state.{state}"))
    assert "6月9日" in found.text


def test_who_asks_when_it_ends_gets_the_day_of_the_contest_and_no_state(desk):
    found = answer(desk, "比赛什么时候结束", "2026-05-01")
    assert "6月11日" in found.text
    assert "5月20日" not in found.text
    assert not any(say(f"state.{s}") in found.text for s in ("before", "during", "after"))
