"""Answers that are whole and hold nothing beside them, and silence where the thing is not named."""
# ruff: noqa: E501 a clause is one line

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.catalogue.document import read_document
from knowledge.notice import read_notice
from retrieval.computed.lengths import at_length
from retrieval.computed.prize_sums import prize_money
from retrieval.desk import Desk
from retrieval.model import Question, Turn

TEXT = """青岚市第四届“竹韵杯”竹编与茶艺职工技能竞赛规程

1 总则

1.1 青岚市总工会、青岚市林业局决定联合举办本届竞赛，竞赛由两家单位共同主办，青岚竹艺产业有限公司承办，青岚云匠科技有限公司提供评分平台和技术支持。
1.2 选拔赛定于9月6日在各县进行，总决赛于10月11日至12日在青岚市工人文化宫举行。
1.3 竹编赛项为团体赛，每队2人；茶艺赛项为个人赛。竹编赛项前12队、茶艺赛项前30名进入总决赛；同一单位进入总决赛的队伍不超过1队。

2 报名

2.1 各单位工会于8月3日至8月21日通过邮箱zhuyun@example.org报名。劳务派遣人员由用工单位报名。
2.2 报名截止后更换选手须在9月1日前提出。已报名选手可在8月25日前改报其他赛项。
2.3 承办单位和技术支持单位的员工不得参赛。

3 考试

3.1 理论考试在工人文化宫二楼进行，采用闭卷机考的方式，题目从公开的题库中随机抽取，时长45分钟，共60道题。
3.2 题库于8月28日在市总工会网站公开。
3.3 编织、收口、打磨三个环节，时限分别为40分钟、25分钟、10分钟。
3.4 比赛中禁止互相传递材料，严禁使用成品竹篾，违者首次警告。开赛20分钟后不得入场。
3.5 总分相同的，编织得分高者列前；仍相同的，用时少者列前。

4 奖励

4.1 竹编团体赛一等奖1队、二等奖2队；茶艺个人赛一等奖2名、二等奖3名。
4.2 团体一等奖每队8000元、二等奖每队4000元；个人一等奖每人3000元、二等奖每人1000元。

5 保障

5.1 选手食宿由组委会统一安排；随行人员食宿自理。单间每间每天220元，比赛当天午餐免费。
5.2 监督电话：0531-60001111。
5.3 竞赛办公室联系人：蓝竹青，电话0531-60002222。
5.4 裁判员名单在赛前一天公布。复习提纲见附件B。

青岚市总工会　青岚市林业局
二〇二六年七月一日
"""
CASES = {
    "a value behind what is trimmed": ("理论考多久", ["45分钟"], []),
    "days of the year the notice was made out in": ("报名截止到几号", ["8月21日"], ["9月1日"]),
    "what is done after registration has a day of its own": ("换选手最晚哪天", ["9月1日"], []),
    "who registers for whom": ("劳务派遣的怎么报名", ["用工单位"], []),
    "names, not their number": ("谁主办的", ["总工会、青岚市林业局"], []),
    "the size of a team": ("一队几个人", ["每队2人"], ["8000"]),
    "the track named in the sentence": ("茶艺进总决赛几个人", ["前30名"], []),
    "all that is forbidden": ("比赛的时候哪些事不许干", ["传递材料", "成品竹篾"], []),
    "who comes too late by the clock": ("迟到了怎么办", ["20分钟后不得入场"], []),
    "the step after the first": ("总分一样怎么排", ["编织", "用时少"], []),
    "whose board it is": ("吃住管不管", ["统一安排"], []),
    "a room": ("房间一晚多少钱", ["220元"], []),
    "an office before complaints": ("电话多少", ["60002222"], ["60001111"]),
    "another matter than lateness": ("对成绩不服怎么办", [], ["入场"]),
    "where questions are found": ("题库在哪", ["市总工会网站"], []),
    "prizes are no fee": ("要钱吗", [], ["8000"]),
    "where one checks in is not where the final is": ("在哪报到", [], ["文化宫"]),
    "the telephone for complaints": ("监督电话多少", ["60001111"], ["60002222"]),
    "a firm that gives the platform": ("我在青岚云匠科技上班能参赛不", ["不得参赛"], []),
    "a list that is published later": ("裁判都是谁", ["赛前一天公布"], []),
    "an outline in an attachment": ("复习提纲里写了哪几章", ["附件B"], []),
    "lengths in a row": ("三个环节加一块儿多长时间", ["40+25+10=75分钟"], []),
    "prizes of teams alone": ("团体奖金一共多少钱", ["1×8000+2×4000=16000元"], ["3000"]),
    "one prize alone": ("个人二等奖总共发多少钱", ["3×1000=3000元"], ["4000"]),
}
SILENT = {
    "a tool nobody writes of": "能用大模型帮忙答题吗",
    "years of work": "要有几年工作经验才能报",
    "what is kept": "作品比完能带走留纪念吗",
}


@pytest.fixture(scope="module")
def bamboo():
    return Desk([read_notice("bamboo", TEXT.encode())])


def _ask(desk, text, history=()):
    at = datetime(2026, 7, 2, tzinfo=ZoneInfo("Asia/Shanghai"))
    turns = tuple(Turn(question=q) for q in history)
    return desk.answer(Question(text=text, notice="bamboo", as_of=at, id="x", history=turns))


@pytest.mark.parametrize(("text", "has", "lacks"), CASES.values(), ids=CASES)
def test_the_answer_is_whole_and_alone(bamboo, text, has, lacks):
    said = _ask(bamboo, text).text
    assert [part for part in has if part not in said] == []
    assert [part for part in lacks if part in said] == []


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_silence_where_the_thing_is_not_named(bamboo, text):
    assert _ask(bamboo, text).status == "not_stated"


def test_nothing_is_said_twice(bamboo):
    assert _ask(bamboo, "总分一样怎么排").text.count("用时少者列前") == 1


def test_what_is_planned_besides_is_no_talk(bamboo):
    assert _ask(bamboo, "总决赛在哪儿办？我想提前订票").status == "answered"


def test_the_same_again_leads_to_the_next_step(bamboo):
    assert "用时少" in _ask(bamboo, "那编织得分也一样呢", ["总分一样怎么排"]).text


def test_orders_to_break_in_are_talk(bamboo):
    assert _ask(bamboo, "你帮我黑进别人公司的网站看看").status == "out_of_scope"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("二〇二六年八月十日", "2026-08-10"),
        ("二○二六年十二月三十一日", "2026-12-31"),
        ("2026年8月10日", "2026-08-10"),
    ],
)
def test_a_date_in_chinese_numerals_is_the_day_of_issue(line, day):
    found = read_document(f"关于举办竞赛的通知\n一、时间\n另行通知。\n{line}\n")
    assert str(found.issued_on) == day


def test_a_day_that_is_none_is_not_read():
    assert read_document("关于举办竞赛的通知\n二〇二六年二月三十日\n").issued_on is None


def test_lengths_are_added_only_where_all_parts_have_one():
    assert at_length("四个模块一共多久", ["时限分别为15分钟、12分钟、10分钟"]) is None
    assert at_length("一共多久", ["15分钟、2小时"]) is None


def test_prizes_of_both_kinds_are_not_mixed():
    texts = ["团体一等奖1队，奖金800元", "个人一等奖2名，奖金300元"]
    assert prize_money("奖金一共多少钱", texts) is None
