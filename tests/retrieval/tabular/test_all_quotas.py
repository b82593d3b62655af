"""What all tracks come to where each is entered with as many as may enter."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question

AS_OF = datetime(2027, 3, 18, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
TEXT = """关于举办汀州市职业技能大赛的通知

各单位：

定于2027年6月举办汀州市职业技能大赛，现就有关事项通知如下：

一、项目

项目	每单位名额	选手人数
焊工	2{焊}	20
电工	3人	30

二、联系方式

报名：邬老师，13900082001

汀州市人力资源和社会保障局
2027年3月1日
"""


def said(cell: str, question: str) -> str:
    desk = Desk([read_notice("all", TEXT.replace("{焊}", cell).encode())])
    return desk.answer(Question(text=question, notice="all", as_of=AS_OF)).text


def test_cells_of_one_unit_are_added() -> None:
    assert "2+3=5人" in said("人", "每个项目都报满，一共能去多少人")


@pytest.mark.parametrize(
    ("cell", "question"),
    [
        pytest.param("队", "每个项目都报满，一共能去多少人", id="of two units"),
        pytest.param("人", "焊工一个单位能报几个人", id="one track alone"),
    ],
)
def test_nothing_else_is_added(cell: str, question: str) -> None:
    assert "+" not in said(cell, question)
