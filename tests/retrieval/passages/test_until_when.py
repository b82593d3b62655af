"""Until when one enters is told by the day for entering, not by other days beside it."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question

TEXT = """关于举办禾川市第三届木工技能竞赛的通知
各有关单位：
现将有关事项通知如下。
一、报名
（一）各单位于5月6日至5月20日将报名表发至mugong@example.org报名。
（二）报名截止后更换选手的，须在6月2日12:00前书面提出。
（三）木材规格在5月28日前公布。
二、日程
日期 | 时间 | 内容 | 地点
6月9日 | 9:00—15:00 | 报到 | 技工学校一楼
6月10日 | 8:30—16:00 | 技能操作 | 第二车间
禾川市总工会
二〇二六年四月八日
"""
NOON = datetime(2026, 5, 1, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
ASKED = {
    "the day for entering": ("报名几号截止", "5月20日", ("6月2日", "5月28日")),
    "from when on one enters": ("什么时候可以报名", "5月6日", ("6月2日", "5月28日")),
    "the day for a change": ("换选手最晚到哪天", "6月2日", ("5月28日",)),
    "the day beside the hours of a row": ("技能操作什么时候比", "6月10日", ("6月9日",)),
}


@pytest.fixture(scope="module")
def notice():
    return read_notice("hc-2026", TEXT.encode())


@pytest.mark.parametrize("case", ASKED)
def test_the_day_that_is_asked_for(case, notice):
    text, said, unsaid = ASKED[case]
    found = Desk([notice]).answer(Question(text=text, notice=notice.id, as_of=NOON))
    assert found.status == "answered"
    assert said in found.text
    assert not any(day in found.text for day in unsaid)


def test_a_date_in_chinese_numerals_is_the_day_of_issue(notice):
    assert str(notice.issued_on) == "2026-04-08"
    assert notice.issuers == ("禾川市总工会",)
