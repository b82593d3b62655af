"""Where papers are sent to: the one postal address beside the sentence that only names a body."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question

TEXT = """关于举办云坪省第二届职业技能大赛的通知
各市：
定于2027年9月举办大赛，现将有关事项通知如下。
一、报名
各市于7月16日17:00前将纸质《报名汇总表》一式三份寄送组委会办公室，以邮戳为准。
二、联系方式
（一）报名：邬老师，13900082001。
（二）邮寄地址：云坪市文汇路88号技能中心407室，邮编 610999。
云坪省人力资源和社会保障厅
2027年5月20日
"""
NOON = datetime(2027, 6, 1, 12, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("纸质的表寄到什么地方", True),
        ("汇总表邮寄到哪里", True),
        ("汇总表几号之前寄", False),
    ],
)
def test_the_address_is_told_where_it_is_asked(asked: str, *, told: bool) -> None:
    desk = Desk([read_notice("x-post", TEXT.encode())])
    text = desk.answer(Question(id="q", text=asked, as_of=NOON, notice="x-post")).text
    assert ("文汇路88号" in text) is told, text
