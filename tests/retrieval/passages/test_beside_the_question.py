"""What is about lookers-on, an office, another stage or another contact stays out of an answer."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question

TEXT = """关于举办禾川市第三届抹灰工技能比武的通知
各有关单位：
现将有关事项通知如下。
一、组织
比武设组委会，下设办公室（简称“比武办”），地点在禾川市总工会（河西路8号三楼）。
二、安排
企业初赛由各企业自行组织。市级决赛于6月9日在禾川建筑实训基地举行。
雨天移入室内场地，不停赛。
三、保障
决赛期间免费提供午餐和晚餐。
观摩人员的食宿自理，不得与选手交谈。
需要接站的，代表队应于6月1日前将车次发至jiedai@example.org。
四、联系
赛事联系：综合组 老杜 13900000011；报名组 丁岚 13900000022；器材组 卫师傅 13900000033。
"""
NOON = datetime(2026, 5, 7, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
ASKED = {
    "entrants' meals": ("比赛包吃吗", ("午餐",), ("观摩",)),
    "lookers-on": ("观摩的人吃住谁管", ("观摩人员的食宿自理",), ()),
    "where the office is": ("比武办在哪", ("河西路8号",), ()),
    "where the final is": ("决赛在哪比", ("实训基地",), ("河西路", "室内")),
    "one contact": ("报名的电话找谁", ("13900000022",), ("13900000011", "13900000033")),
    "all contacts": ("电话多少", ("13900000011", "13900000022", "13900000033"), ()),
    "bad weather": ("下雨还比吗", ("室内",), ()),
    "what is told before a question": ("我们坐火车来，接站怎么约", ("jiedai@example.org",), ()),
}


@pytest.fixture(scope="module")
def desk():
    return Desk([read_notice("hc-2026", TEXT.encode())])


def ask(desk, text):
    return desk.answer(Question(text=text, notice="hc-2026", as_of=NOON))


@pytest.mark.parametrize("case", ASKED)
def test_only_what_is_asked_about_is_told(case, desk):
    text, told, untold = ASKED[case]
    found = ask(desk, text)
    assert found.status == "answered"
    assert all(each in found.text for each in told)
    assert not any(each in found.text for each in untold)


def test_the_place_of_another_stage_or_of_an_office_is_no_answer(desk):
    found = ask(desk, "初赛在哪里比")
    assert found.status in {"not_stated", "partial"}
    assert "河西路" not in found.text


@pytest.mark.parametrize("text", ["今天天气怎么样", "明天会下雨吗", "我们坐火车来的"])
def test_talk_stays_talk(text, desk):
    assert ask(desk, text).status == "out_of_scope"
