"""Marks of parts by their weights, wherever these stand."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question

HEAD = """关于举办2026年云坪市木作职业技能竞赛的通知
云人社发〔2026〕8号
各有关单位：
定于2026年10月举办云坪市木作职业技能竞赛。
"""
END = "\n五、联系方式\n联系人：史老师，13900082001\n2026年5月6日\n"
SENTENCES = (
    HEAD
    + """一、赛程
（一）理论考试。10月10日举行，时长60分钟，成绩占总成绩的30%。
（二）实操决赛。10月17日举行，成绩占总成绩的70%。"""
    + END
)
RATIO = (
    HEAD
    + """一、竞赛项目
项目\t方式\t理论与实操占比
木雕\t个人\t2:8
榫卯\t个人\t1:3"""
    + END
)
CELLS = (
    HEAD
    + """一、竞赛项目
项目\t日期\t成绩构成
木雕\t10月17日\t理论40%、实操60%
榫卯\t10月18日\t实操100%"""
    + END
)
WEIGHED = {
    "a sentence each": (SENTENCES, "理论80实操90，总成绩多少", "80×30%+90×70%=87分"),
    "a ratio below a heading": (RATIO, "木雕理论90分实操80分最后多少分", "90×20%+80×80%=82分"),
    "a ratio of quarters": (RATIO, "榫卯理论80分实操60分总分多少", "80×25%+60×75%=65分"),
    "a cell": (CELLS, "木雕理论90实操80总成绩多少", "90×40%+80×60%=84分"),
}


def said(text, question):
    moment = datetime(2026, 6, 1, tzinfo=ZoneInfo("Asia/Shanghai"))
    desk = Desk([read_notice("yp-muzuo-2026", text.encode())])
    return desk.answer(Question(text=question, notice="yp-muzuo-2026", as_of=moment)).text


@pytest.mark.parametrize(("text", "question", "formula"), WEIGHED.values(), ids=WEIGHED)
def test_the_mark_follows(text, question, formula):
    assert formula in said(text, question)


def test_a_track_without_theory_has_no_such_mark():
    assert "按权重计算" not in said(CELLS, "榫卯理论90实操80总成绩多少")


def test_of_several_tracks_none_is_taken():
    assert "按权重计算" not in said(RATIO, "理论90实操80总成绩多少")
