"""What each gets of the prize spoken of; teams across schools and years; what one pays to enter."""

from __future__ import annotations

import pytest

from bot.clock import parse_as_of
from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question, Turn

TEXT = """关于举办2027年岚溪市环保创意竞赛的通知
岚溪环〔2027〕4号
各有关单位：
一、组队
每队3人，可以跨年级组队。允许不超过1名校外成员，校外成员不得担任队长。
二、费用
竞赛不收取报名费。选手须购买意外伤害保险，保额不低于30万元。
外县选手住宿费由组委会承担，标准为每人每天不超过200元。
三、奖励
一等奖1队，奖金9000元；二等奖2队，奖金6000元。
岚溪市生态环境局
2027年5月9日
"""
DESK = Desk([read_notice("green", TEXT.encode())])
CASES = {
    "a share of the prize spoken of": (
        ("环保创意竞赛一等奖奖多少", "3个人平分一人多少"),
        "3000元",
        True,
    ),
    "of the one it names itself": (
        ("环保创意竞赛一等奖奖多少", "二等奖3个人平分一人多少"),
        "2000元",
        True,
    ),
    "no prize was spoken of": (("环保创意竞赛一队几个人", "3个人平分一人多少"), "3000元", False),
    "years of a school": (("一个高一一个高三的搭一起可以不",), "可以跨年级", True),
    "members from elsewhere": (("外校的能来一个吗",), "校外成员", True),
    "what is paid to enter": (("要交多少钱",), "不收取报名费", True),
    "no bed and no insurance": (("要交多少钱",), "保险", False),
    "insurance, where it is asked for": (("保险要交多少钱",), "30万元", True),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_answered(case):
    (*earlier, text), wanted, said = CASES[case]
    history = tuple(Turn(question=each) for each in earlier)
    asked = Question(text=text, as_of=parse_as_of("2027-06-20"), history=history, notice="green")
    assert (wanted in DESK.answer(asked).text) is said
