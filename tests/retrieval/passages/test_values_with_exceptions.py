"""A value for all with another for one track behind it; how long one is examined."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Answer, Question, Turn

TEXT = """关于举办青溪市第三届匠心职业技能竞赛的通知
一、竞赛设竹编、面点、按摩3个赛项。
二、报名截止时间为2026年6月10日。
三、理论考试时长60分钟；实际操作时长为120分钟，其中面点赛项为180分钟。按摩赛项每人交材料费40元。
四、对成绩有异议的，由领队在2小时内提出申诉，仲裁组在4小时内答复。
五、各派出单位须为选手购买保额不低于20万元的意外伤害保险。
六、联系人：袁老师，0790-2210011。
青溪市总工会
2026年5月1日
"""
DESK = Desk([read_notice("qingxi", TEXT.encode())])
NOON = datetime(2026, 5, 20, 12, tzinfo=ZoneInfo("Asia/Shanghai"))


def answer(text: str, *before: str) -> Answer:
    history = tuple(Turn(question=one) for one in before)
    question = Question(id="q", text=text, as_of=NOON, history=history, notice="qingxi")
    return DESK.answer(question)


def test_the_value_for_all_holds_for_a_track_without_one_of_its_own() -> None:
    found = answer("竹编考多久")
    assert "60分钟" in found.text
    assert "120分钟" in found.text


def test_the_track_with_its_own_value_gets_that() -> None:
    assert "180分钟" in answer("面点实操多长时间").text


def test_a_value_of_another_measure_is_of_its_own_track() -> None:
    assert "40元" not in answer("竹编实操多长时间").text


def test_how_long_an_appeal_takes_is_not_how_long_one_is_examined() -> None:
    assert "小时" not in answer("考多久").text
    assert "4小时" in answer("申诉多久答复").text


def test_how_long_asks_of_the_contest_after_the_last_day() -> None:
    found = answer("考多久", "竹编几号截止")
    assert "60分钟" in found.text
    assert "6月10日" not in found.text


def test_how_much_is_insured_asks_for_no_age() -> None:
    assert "20万" in answer("保险谁买，买多大的").text
