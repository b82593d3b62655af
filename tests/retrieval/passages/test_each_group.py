"""What each group has of a matter is told of all where no group is named."""

from __future__ import annotations

import pytest

from bot.clock import parse_as_of
from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question

NOTICE = """关于举办清溪市家政服务职业技能竞赛的通知
一、组别
竞赛设职工组、学生组、家庭组。
二、报名
（一）职工组：2026年7月10日前由单位将报名表发送至zhigong@qx.example.cn。
（二）学生组：2026年7月12日前由院校统一发送至xuesheng@qx.example.cn。
（三）家庭组：2026年7月15日前电话报名，电话：13900000009。
（四）报名材料包括报名表和身份证复印件。
三、竞赛安排
（一）理论考试采用机考，考试链接在考前3天以短信发送。
（二）职工组：考核收纳和熨烫。
（三）选手须口述一次异常情况的上报流程。
清溪市妇女联合会
2026年6月1日
"""
DESK = Desk([read_notice("jiazheng", NOTICE.encode())])
ALL = ("zhigong@", "xuesheng@", "13900000009")


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("怎么报名", ALL, ("短信", "上报", "收纳")),
        ("咋报", ALL, ("短信", "上报")),
        ("学生组怎么报名", ("xuesheng@",), ("zhigong@", "13900000009")),
        ("理论怎么考", ("机考",), ALL),
    ],
    ids=["no group named", "in short", "a group named", "another matter"],
)
def test_entering(question: str, told: tuple[str, ...], untold: tuple[str, ...]) -> None:
    at = parse_as_of("2026-06-20")
    answer = DESK.answer(Question(text=question, notice="jiazheng", as_of=at))
    assert all(words in answer.text for words in told)
    assert not any(words in answer.text for words in untold)
