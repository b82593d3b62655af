"""What a schedule says of a stage: its own row and the column asked for; 半决赛 is no 决赛."""

from __future__ import annotations

import pytest

from bot.clock import parse_as_of
from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question

NOTICE = """关于举办丹岭市快递员职业技能竞赛的通知
一、竞赛阶段与时间
竞赛分为初赛、复赛、半决赛、决赛四个阶段。
阶段\t时间\t形式\t晋级规则
线上初赛\t7月22日至7月26日\t限时答题\t取前300名进入复赛
区县复赛\t8月8日\t现场理论加实操\t取前60名进入半决赛
市级半决赛\t9月5日\t实操\t取前24名进入决赛
决赛\t9月19日\t实操加答辩\t按总成绩排名
二、参赛须知
（一）选手参加复赛、半决赛、决赛，须携带身份证原件和参赛证。
（二）报名表须于6月30日前发送至组委会。
2026年6月1日
"""
DESK = Desk([read_notice("kuaidi", NOTICE.encode())])


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("初赛完能留下多少人", "前300名", "7月22日"),
        ("初赛淘汰后剩多少人", "前300名", "前60名"),
        ("复赛留下几个人", "前60名", "前24名"),
        ("半决赛哪天", "9月5日", "9月19日"),
        ("决赛哪天", "9月19日", "9月5日"),
        ("复赛哪天", "8月8日", "9月5日"),
        ("半决赛是什么形式", "形式：实操", "答辩"),
        ("初赛什么时候比完", "7月26日", "前300名"),
        ("复赛当天身上要带哪些证件", "身份证原件和参赛证", "报名表"),
    ],
)
def test_the_row_of_the_stage_and_the_column_asked_for(
    question: str, told: str, untold: str
) -> None:
    put = Question(text=question, notice="kuaidi", as_of=parse_as_of("2026-06-20"))
    text = DESK.answer(put).text
    assert told in text
    assert untold not in text
