"""A conversation goes back to what it spoke of before, and is no longer refused as talk."""

from __future__ import annotations

import pytest

from bot.clock import parse_as_of
from retrieval.model import Question, Turn

FEE = "今年重庆第四届人工智能和工业互联网竞赛 报名费一个人多少"
GUIZHOU = "那贵州去年那个人工智能竞赛呢"
SPECIAL = "重庆专项职业能力大赛要交钱吗"
FIRST = "重庆首届人工智能那个比赛 训练师的 报名截止没"


def said(desk, *texts):
    *earlier, text = texts
    history = tuple(Turn(question=one) for one in earlier)
    return desk.answer(Question(text=text, as_of=parse_as_of("2026-06-20"), history=history))


def kept(desk, *texts):
    history: tuple[Turn, ...] = ()
    for text in texts:
        at = parse_as_of("2026-06-20")
        answer = desk.answer(Question(text=text, as_of=at, history=history, goes_on=True))
        history = (*history, Turn(question=text, held=answer.held))
    return answer


@pytest.mark.parametrize("chat", [said, kept])
def test_of_two_editions_the_one_spoken_of_before_is_meant(desk, chat):
    answer = chat(desk, FEE, GUIZHOU, "重庆这边还有不清楚的打哪个电话")
    assert answer.notices == ("cq-ai-2026",)
    assert "63899503" in answer.text


def test_without_a_talk_before_both_editions_are_possible(desk):
    answer = said(desk, GUIZHOU.removeprefix("那"), "重庆人工智能竞赛打哪个电话")
    assert answer.status == "clarify" or answer.notices == ("cq-ai-2026",)


def test_what_is_only_told_beside_a_turn_is_no_question(desk):
    answer = said(desk, FEE, f"{GUIZHOU} 我们在贵阳有分公司")
    assert answer.notices == ("gz-ai-2025",)
    assert "不得以任何名义" in answer.text


def test_the_work_somebody_tells_of_names_no_other_competition(desk):
    answer = said(desk, FIRST, "我上班的 没有等级证 能报不", "在这行干了6年 搞数据标注")
    assert answer.notices == ("cq-ai-2023",)


def test_a_track_that_is_asked_about_does(desk):
    answer = said(desk, FIRST, "数据标注与处理那个赛项有没有年龄要求")
    assert answer.notices == ("cq-ai-2026",)


@pytest.mark.parametrize(
    "text",
    [
        "都有啥项目来着 发全一点",
        "我没得单位 各人接活路 报得成不",
        "家里困难能少交点不",
        "比赛要好多钱",
    ],
)
def test_a_question_of_the_competition_spoken_of_is_not_refused_as_talk(desk, text):
    assert said(desk, SPECIAL, text).status != "out_of_scope"


@pytest.mark.parametrize("text", ["今天天气怎么样", "帮我写首诗", "明天会下雨吗"])
def test_talk_is_refused_in_a_conversation_too(desk, text):
    assert said(desk, SPECIAL, text).status == "out_of_scope"
