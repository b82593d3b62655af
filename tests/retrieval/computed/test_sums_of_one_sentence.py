"""What the numbers of one sentence come to: prices apart, points of prizes, the meals of a day."""

import pytest

from retrieval.computed.worked import worked

ROOMS = "教师住锦绣宾馆，标准间每间每晚240元，单人间每间每晚200元。"
POINTS = "按一等奖8分、二等奖5分、三等奖3分累计得分。"
MEALS = "用餐在第一食堂，早餐8元、午餐18元、晚餐18元。"
CASES = {
    "two prices apart": ("标间和单间差多少钱一晚", ROOMS, "240−200=40元"),
    "which is dearer": ("标间比单间贵多少", ROOMS, "240−200=40元"),
    "a room that is not there": ("标间和三人间差多少钱", ROOMS, None),
    "points of prizes": ("拿了3个一等2个三等，团体分多少分", POINTS, "3×8+2×3=30分"),
    "a prize without points": ("拿了3个一等2个特等，团体分多少分", POINTS, None),
    "a day's meals": ("一天三顿都在食堂吃一个人多少钱", MEALS, "8+18+18=44元"),
    "one meal": ("午饭多少钱", MEALS, None),
}


@pytest.mark.parametrize(("question", "text", "formula"), CASES.values(), ids=CASES)
def test_what_they_come_to(question, text, formula):
    found = worked(question, [text], [])
    assert (formula in found.text) if formula else found is None
