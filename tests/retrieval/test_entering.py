"""Who may take part: people who tell who they are, and kinds of people the notices are asked of."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from eval.known import read_cases
from eval.score import faults
from retrieval.entrants.personal import personal, tells
from retrieval.entrants.persons import of_people, persons
from retrieval.gate import verbatim
from retrieval.model import Question
from retrieval.question.asked import asked
from retrieval.question.lexicon import words

CASES = read_cases(Path("eval/cases/entering.yaml"))
LOCAL = ZoneInfo("Asia/Shanghai")


def test_cases_were_found():
    assert len(CASES) >= 90


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.id} {case.question}")
def test_case(desk, notices, case):
    moment = datetime.fromisoformat(case.as_of).replace(tzinfo=LOCAL)
    put = Question(
        text=case.question, notice=case.notice, history=case.history, as_of=moment, id=case.id
    )
    answer = desk.answer(put)
    assert list(faults(case, answer)) == []
    assert answer.citations
    assert all(verbatim(cited, notices[cited.notice]) for cited in answer.citations)


@pytest.mark.parametrize(
    "text",
    [
        "我17，重庆读高职，想报数字孪生",
        "我是大二学生",
        "本人45岁，高级工，在贵州上班",
        "没证，干了三年，打算报智能硬件装调员",
        "男，35，贵阳，电工",
        "残疾人能参加吗",
        "收不收外国人",
    ],
)
def test_asks_whether_somebody_may_take_part(text):
    assert personal(asked(text, words()), words())


@pytest.mark.parametrize(
    "text",
    [
        "我想报名，报名表在哪下载",
        "我是学生，报名表交给谁",
        "我想参加比赛，要带什么",
        "我是老师，指导几个学生",
        "报名截止到9月28日",
        "我的准考证丢了",
        "一等奖3名",
    ],
)
def test_asks_something_else(text):
    assert not personal(asked(text, words()), words())


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("残疾人能参加吗", "残疾人"),
        ("听障人士可以报吗", "残疾人"),
        ("坐过牢的能报不", "有犯罪记录的人"),
        ("港澳台的能来吗", "港澳台人员"),
        ("怀孕了还能比吗", "孕妇"),
        ("女生能报吗", "女选手"),
        ("退役军人可以报名吗", "退役军人"),
    ],
)
def test_kinds_of_people(text, kind):
    found = persons().kind(text)
    assert found is not None
    assert found.kind.name == kind
    assert text[found.start : found.end]


@pytest.mark.parametrize("text", ["报名截止到哪天", "比赛在哪里举行", "一等奖有几名"])
def test_no_kind_of_people(text):
    assert persons().kind(text) is None


@pytest.mark.parametrize(
    "text", ["我丢了学生证", "我已经寄了报名表", "报名费100元", "谢谢我知道了"]
)
def test_tells_nothing_of_a_person(text):
    assert not tells(text)


def test_places_and_people_are_no_slips_of_typing(desk):
    assert of_people("江津")
    assert of_people("外包")
    assert not of_people("塞项")
    moment = datetime(2026, 7, 1, tzinfo=LOCAL)
    for text in ("在江津上班，能报名吗", "劳务外包人员能参加吗"):
        answer = desk.answer(Question(text=text, notice="cq-ai-2026", as_of=moment))
        assert "理解为" not in answer.text


def test_rough_ages_are_judged_at_both_bounds(desk):
    moment = datetime(2026, 7, 1, tzinfo=LOCAL)

    def said(text):
        return desk.answer(Question(text=text, notice="cq-ai-2026", as_of=moment)).text

    assert said("三十多岁能报名吗").startswith("尚未确定，")
    assert "这一点符合：" in said("三十多岁能报名吗")
    assert said("十三四岁能报名吗").startswith("不可以，")
    assert said("我十五六岁能报名吗").startswith("还不能确定")
    assert said("我2月30日生的，能报名吗").startswith("2月没有30日")


@pytest.mark.parametrize(
    ("text", "notice", "begins"),
    [
        ("农民能报吗", "cq-ai-2026", "还不能确定"),
        ("家庭主妇能参加吗", "gz-ai-2025", "通知未规定家庭主妇能否参赛。"),
        ("残疾人可以参加机器视觉吗", "cq-ai-2023", "通知未规定残疾人能否参赛。"),
        ("残疾人可以参加人工智能训练师吗", "cq-ai-2023", "报名选手需具有"),
        ("公务员可以参加吗", "cq-special-2026", "通知未规定公务员能否参赛。"),
        ("收不收外国学生", "gz-ai-2025", "通知未规定外国学生能否参赛。"),
    ],
)
def test_what_a_notice_says_of_a_kind_of_people(desk, text, notice, begins):
    moment = datetime(2023 if notice == "cq-ai-2023" else 2025, 7, 1, tzinfo=LOCAL)
    answer = desk.answer(Question(text=text, notice=notice, as_of=moment))
    assert answer.text.startswith(begins)
    assert answer.citations
