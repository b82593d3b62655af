"""What a question is about by name must stand in the answer; what is silent on it stays silent."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question
from retrieval.question.asked import asked
from retrieval.question.lexicon import words
from retrieval.question.thing import thing

TEXT = """关于举办2031年青禾市蜡染职业技能大赛的通知
青人社发〔2031〕8号

各有关单位：
一、比赛时间
2031年9月6日至8日，在青禾市工艺美术馆举行。
二、竞赛项目
设手工蜡染、蜡染图案设计两个项目。图案设计须提交纹样稿4张、配色稿1套、说明（500字以内）。手工蜡染时长180分钟。
三、赛程
大赛分单位推荐、作品初选、现场决赛三个环节。
四、报名
（一）8月20日前将报名表发送至laran@example.org。报名后如遇生病等情形，经医院证明，可于8月28日前调整，同一单位调整不超过1人。
（二）每个街道不超过3人，每个合作社不超过5人。
（三）学校代表队只参加蜡染图案设计。
五、比赛要求
（一）蜡刀、围裙由承办单位配发；个人护目镜自备。
（二）现场由5名评委打分，取平均分。
（三）使用人工智能工具生成纹样的，须注明，未注明的扣5分。
（四）总成绩相同时，手工蜡染按用时少者排前，蜡染图案设计按创意得分高者排前。
六、奖励
设一等奖1名，奖金2000元。
七、联系方式
联系人：仰老师，13900055501
青禾市人力资源和社会保障局
2031年7月20日
"""
TOLD = {
    "the thing among others": ("围裙要自己带吗", ["配发"]),
    "another thing of its kind": ("护目镜要不要自己准备", ["自备"]),
    "stages of the contest": ("比赛分哪几个阶段", ["单位推荐", "作品初选", "现场决赛"]),
    "what is handed in": ("图案设计要交哪些东西", ["纹样稿4张", "配色稿1套"]),
    "somebody fell ill": ("队员病了想换人，行不行", ["8月28日", "1人"]),
    "a unit of any kind": ("一个合作社能报几个", ["5人"]),
    "a tool of today": ("用了AI没写明会怎样", ["扣5分"]),
    "the half that is asked": ("图案设计分数一样怎么排", ["创意得分"]),
    "who enters one track only": ("我们学校代表队能报手工蜡染吗", ["不", "只参加蜡染图案设计"]),
    "until when one may enter": ("报名截止到几号", ["8月20日"]),
}
SILENT = [
    "选手视力有要求吗",
    "评委现场会问几个问题",
    "有没有线上练习题库",
    "能让同事来现场加油吗",
    "蜡刀是哪个牌子的",
    "奖金打到个人卡里还是单位账户",
    "双语解说有加分吗",
]


@pytest.fixture(scope="module")
def batik():
    return Desk([read_notice("qh-laran-2031", TEXT.encode())])


def answer(desk, text):
    moment = datetime(2031, 8, 1, tzinfo=ZoneInfo("Asia/Shanghai"))
    return desk.answer(Question(text=text, notice="qh-laran-2031", as_of=moment))


@pytest.mark.parametrize(("question", "said"), TOLD.values(), ids=TOLD)
def test_the_sentence_about_the_thing_answers(batik, question, said):
    found = answer(batik, question)
    assert found.status in {"answered", "partial"}
    assert [word for word in said if word not in found.text] == []


def test_until_when_one_may_enter_is_not_until_when_one_may_change(batik):
    assert "8月28日" not in answer(batik, "报名截止到几号").text


@pytest.mark.parametrize("question", SILENT)
def test_what_is_not_spoken_of_is_not_answered(batik, question):
    found = answer(batik, question)
    assert found.reason == "not_in_notice" or found.status in {"not_stated", "out_of_scope"}


def test_what_is_lacking_is_named(batik):
    assert "视力" in answer(batik, "选手视力有要求吗").text


@pytest.mark.parametrize(
    ("question", "runs"),
    {
        "选手身高有要求吗": ("身高",),
        "头盔要自己带吗": ("头盔",),
        "有没有茶歇": ("茶歇",),
        "有食宿吗": None,
        "有什么要求吗": None,
    }.items(),
)
def test_the_thing_is_read(question, runs):
    found = thing(asked(question, words()), words())
    assert (found.runs if found else None) == runs


def test_what_befalls_a_member_is_not_about_the_size_of_a_team():
    assert "team_size" not in asked("有个队员来不了怎么办", words()).concepts
    assert "team_size" in asked("一队要几个队员", words()).concepts


def test_a_telephone_used_as_a_map_is_no_number_to_call():
    assert "phone" not in asked("能用手机导航吗", words()).concepts
