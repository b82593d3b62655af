"""Questions of a paper added up; how long all of it lasts; whether entering is open."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.computed.tallies import at_tally
from retrieval.desk import Desk
from retrieval.model import Question

NOTICE = """关于举办云山市第六届制陶职业技能大赛的通知
各单位：
一、赛项
设拉坯工、彩绘工、烧成工三个赛项。
二、报名
（一）报名：2030年5月8日至5月20日。
三、内容
（一）理论考试：机考，其中单选30题、判断20题，每题2分。
（二）彩绘工实操：起稿、勾线、填色；分值分别为30分、30分、40分，总限时70分钟。
（三）彩绘工选手可提前熟悉画台，每人不超过15分钟。
"""


@pytest.fixture(scope="module")
def ask():
    desk = Desk([read_notice("clay", NOTICE.encode())])
    zone = ZoneInfo("Asia/Shanghai")

    def answer(text, day=1):
        as_of = datetime(2030, 5, day, 12, tzinfo=zone)
        return desk.answer(Question(text=text, notice="clay", as_of=as_of)).text

    return answer


@pytest.mark.parametrize(
    ("question", "text", "worked"),
    [
        ("一共多少道题", "其中单选30题、判断20题,每题2分", "合计：30+20=50题。"),
        ("总共几道题", "单选题40道题、多选题10道题和判断10道题", "合计：40+10+10=60题。"),
        ("一共多少道题", "共50题,其中单选30题、判断20题", None),
        ("一共多少分", "其中单选30题、判断20题", None),
        ("一共多少道题", "单选30题", None),
    ],
)
def test_tallies(question, text, worked):
    found = at_tally(question, [text])
    assert (found.text if found else None) == worked


def test_the_length_of_all_of_it(ask):
    said = ask("彩绘实操一共多长时间")
    assert "70分钟" in said
    assert "30+20=50题" in ask("理论一共多少道题")


@pytest.mark.parametrize(("day", "state"), [(1, "还没有开始"), (10, "已经开始")])
def test_whether_entering_is_open(ask, day, state):
    said = ask("系统开放报名了吗", day)
    assert state in said
    assert "5月8日" in said
