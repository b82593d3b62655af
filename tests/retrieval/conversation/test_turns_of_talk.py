"""Turns as people type them: a pick led in, a track given up, a case put anew, an honour told."""

from __future__ import annotations

import pytest

from bot.clock import parse_as_of
from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Answer, Question, Turn

NOW = """关于举办岭湖市第三届精密加工职业技能竞赛的通知
一、赛项
赛项\t报名截止\t联系人\t电话
数控铣工\t2026年7月10日\t高老师\t13900000001
模具工\t2026年7月20日\t邱老师\t13900000002
二、条件
上一届竞赛同一赛项一等奖获得者不得报名参赛。
三、考核
竞赛只考实际操作，不进行理论考试。
四、费用
竞赛不收取报名费和培训费。来自外县的选手，住宿费由承办单位承担，标准为每人每天不超过200元。
五、奖励
奖金标准为：一等奖5000元、二等奖3000元，优胜奖只发证书、不发奖金。
岭湖市总工会
2026年6月1日
"""
BEFORE = """关于举办岭湖市第二届精密加工职业技能竞赛的通知
一、赛项
竞赛设数控铣工、钳工2个赛项。
二、费用
每人收取报名费100元。
岭湖市总工会
2024年6月1日
"""
ELSEWHERE = """关于举办云岭省精密加工系统竞赛的通知
一、赛项
竞赛设精密加工1个赛项。
二、费用
每人收取报名费300元。
2026年6月1日
"""
DESK = Desk(
    [
        read_notice(name, text.encode())
        for name, text in (("now", NOW), ("before", BEFORE), ("elsewhere", ELSEWHERE))
    ]
)
FIRST = "岭湖市今年的精密加工竞赛有哪些赛项"
PHONE = "数控铣工打哪个电话"
CASES = [
    ("a pick led in by words", (FIRST, "算了还是搞第二个吧 报名到几号"), "7月20日", "7月10日"),
    (
        "a track given up for another",
        (FIRST, "数控铣工不要了 模具工打哪个号"),
        "13900000002",
        "001",
    ),
    (
        "given up, and nothing else named",
        (FIRST, PHONE, "数控铣工不报了 要交钱吗"),
        "不收取报名费",
        "13900",
    ),
    (
        "whether a part is examined, after a contact",
        (FIRST, PHONE, "考理论不"),
        "不进行理论考试",
        "13900",
    ),
    ("a part alone narrows what was asked", (FIRST, "考试几点开始", "理论呢"), "理论", "不收取"),
    (
        "a place and a year are the competition's",
        ("岭湖今年的精密加工要交多少钱",),
        "不收取报名费",
        "300元",
    ),
    (
        "that nothing is charged comes before other costs",
        (FIRST, "要交多少钱"),
        "不收取报名费",
        "300元",
    ),
    ("taking money is no cashier", (FIRST, "收钱不"), "不收取报名费", "300元"),
    (
        "an honour told asks for no edition",
        (FIRST, "她上一届拿过一等奖 还能来吗"),
        "一等奖获得者",
        "100元",
    ),
    (
        "a month of last year is no edition",
        (FIRST, "去年10月就进厂的 要交钱吗"),
        "不收取报名费",
        "100元",
    ),
    ("the former edition is asked for", (FIRST, "去前年那届要交钱吗"), "100元", "不收取报名费"),
    (
        "whether one may enter, after where it is",
        (FIRST, "在哪里比", "我能报吗"),
        "一等奖获得者",
        "地点",
    ),
    (
        "a place said is another competition's",
        (FIRST, "云岭的那个精密加工要交多少钱"),
        "300元",
        "不收取",
    ),
    ("what one gets", (FIRST, "去了能得点啥"), "一等奖5000元", "不收取"),
]


def said(*texts: str) -> Answer:
    *earlier, text = texts
    history = tuple(Turn(question=each) for each in earlier)
    return DESK.answer(Question(text=text, as_of=parse_as_of("2026-06-20"), history=history))


@pytest.mark.parametrize(
    ("texts", "told", "untold"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_turn(texts: tuple[str, ...], told: str, untold: str) -> None:
    answer = said(*texts)
    assert told in answer.text
    assert untold not in answer.text


@pytest.mark.parametrize(
    ("text", "refused"),
    [("外校两个呢", False), ("要是我下个月调走呢", False), ("今天天气怎么样呢", True)],
    ids=["another case", "a case to come", "talk"],
)
def test_another_case_is_no_talk(text: str, refused: bool) -> None:
    assert (said(FIRST, "要交钱吗", text).status == "out_of_scope") is refused


@pytest.mark.parametrize(
    ("text", "led"),
    [
        ("上届得过一等奖还能报名吗", "不可以。"),
        ("上届得过二等奖还能报名吗", "通知所列没有二等奖。"),
        ("优胜奖有奖金吗", "否。"),
        ("二等奖有证书吗", ""),
        ("优胜奖有证书吗", ""),
    ],
)
def test_what_is_said_of_one_prize_is_not_said_of_another(text: str, led: str) -> None:
    answer = said(FIRST, text)
    leads = [word for word in ("不可以。", "没有。", "否。", "通知所列没有") if word in answer.text]
    assert "".join(leads) == led.removesuffix("二等奖。")


def test_a_bare_number_is_the_age_of_whom_it_was_asked() -> None:
    asked = (FIRST, "我能报吗", "19")
    assert said(*asked).status != "out_of_scope"
    assert said(FIRST, "要交钱吗", "19").status == "out_of_scope"
