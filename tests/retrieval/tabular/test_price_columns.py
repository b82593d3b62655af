"""Prices by columns of kinds of entrants, among other columns."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question

TEXT = """关于举办2026云河烘焙师技能邀请赛的通知

一、比赛项目和参赛费用（单位：元）
项目 | 形式 | 比赛日期 | 会员单位 | 非会员单位 | 学生
裱花蛋糕 | 个人 | 12月11日 | 600 | 800 | 300
欧式面包 | 个人 | 12月12日 | 700 | 900 | 350
甜品台 | 团队 | 12月11日 | 1500 | 2000 | 不设
家庭烘焙 | 个人 | 12月13日 | 200 | 200 | 200
11月5日（含）前缴费的享受早鸟价，按上表九折；家庭烘焙不打折。
二、报名
（一）时间：2026年10月12日起，至11月20日24:00止。
（二）退费：11月20日前申请退出的，退还80%。选手可在12月1日前转让名额。
三、联系方式
联系人：林老师，0999-1234567。
"""
NOTICE = "hongbei-2026"
DESK = Desk([read_notice(NOTICE, TEXT.encode())])
CASES = {
    "a member": ("我们是会员，裱花蛋糕多少钱", ["600"], ["800", "300"]),
    "no member is told no member's price": ("我们店不是会员，裱花蛋糕收多少", ["800"], ["600"]),
    "a student": ("学生报欧式面包多少钱", ["350"], ["700", "900"]),
    "who tells no kind gets all": ("裱花蛋糕多少钱", ["600", "800", "300"], []),
    "who tells neither gets the table": ("参赛费多少钱", ["600", "2000", "单位：元"], []),
    "early enough": ("会员报裱花蛋糕，11月5号交钱要付多少", ["600×0.9=540"], ["800"]),
    "a day too late": ("会员报裱花蛋糕，11月6号交钱要付多少", ["600"], ["540"]),
    "what is cheaper for nobody": ("会员报家庭烘焙，11月3号交钱付多少", ["200"], ["180"]),
    "until when one enters": ("报名截止是几号", ["11月20日24:00"], ["转让", "退还"]),
}


@pytest.mark.parametrize(("question", "told", "untold"), CASES.values(), ids=CASES)
def test_whose_price_is_told(question, told, untold):
    on = datetime(2026, 10, 20, tzinfo=ZoneInfo("Asia/Shanghai"))
    text = DESK.answer(Question(id="q", text=question, as_of=on, notice=NOTICE)).text
    assert [t for t in told if t not in text] == [], text
    assert [t for t in untold if t in text] == [], text
