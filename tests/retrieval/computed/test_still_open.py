"""What can still be entered of what has several last days, and whom each of several lets in."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Answer, Question, Turn

TABLE = """关于举办青溪市第三届巧手职业技能竞赛的通知
一、竞赛设4个赛项，详见表1。
表1 赛项一览
序号 | 赛项 | 可报人员 | 报名截止日
1 | 竹编 | 不限 | 2026年6月20日
2 | 按摩 | 视力 | 2026年6月10日
3 | 直播 | 肢体、听力 | 2026年6月25日
4 | 面点 | 听力、言语 | 2026年6月10日
二、选手可以携带计算器。
三、联系人：袁老师，0790-2210011。
青溪市总工会
2026年5月1日
"""
SENTENCES = """关于举办白崖市第二届田园职业技能竞赛的通知
一、竞赛设嫁接、插秧、直播、短视频4个赛项。
二、嫁接、插秧2个赛项报名截止时间为2026年6月10日17:00；直播、短视频2个赛项报名截止时间为2026年6月25日17:00。
三、联系人：齐老师，0791-6610088。
白崖市总工会
2026年5月1日
"""
READ = [read_notice("table", TABLE.encode()), read_notice("lines", SENTENCES.encode())]
DESK = Desk(READ)
JUNE = datetime(2026, 6, 15, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
MAY = datetime(2026, 5, 15, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
FIRST = "青溪巧手竞赛按摩几号截止"


def answer(text: str, *before: str, notice: str | None = None, on: datetime = JUNE) -> Answer:
    history = tuple(Turn(question=one) for one in before)
    return DESK.answer(Question(id="q", text=text, as_of=on, history=history, notice=notice))


@pytest.mark.parametrize("asked", ["那还有哪个没截止", "哪些赛项还能报", "还能报哪些项目"])
def test_what_is_over_is_left_out(asked: str) -> None:
    found = answer(asked, FIRST)
    assert found.text.startswith("还没有截止的：")
    assert "竹编" in found.text
    assert "直播" in found.text
    assert "按摩" not in found.text
    assert "面点" not in found.text


def test_before_any_is_over_all_are_told() -> None:
    found = answer("哪些赛项还能报", FIRST, on=MAY)
    assert "还没有截止的" not in found.text
    assert "按摩" in found.text


def test_of_one_track_its_own_day_is_told() -> None:
    found = answer("按摩的呢", FIRST, "还有哪个没截止")
    assert "6月10日" in found.text
    assert "6月25日" not in found.text


def test_each_of_two_days_says_whether_it_is_over() -> None:
    found = answer("报名什么时候截止", notice="lines")
    first, second = found.text.split("\n")[:2]
    assert "6月10日17:00；（已截止5天）" in first
    assert "尚未截止，还有10天" in second


@pytest.mark.parametrize(
    ("asked", "there", "not_there"),
    [
        ("听力残疾的能报什么", ("直播", "面点", "竹编"), ("按摩",)),
        ("视力残疾能报哪个", ("按摩", "竹编"), ("直播", "面点")),
    ],
)
def test_whom_a_cell_does_not_limit_is_let_in(
    asked: str, there: tuple[str, ...], not_there: tuple[str, ...]
) -> None:
    """Whichever track was spoken of before."""
    found = answer(asked, FIRST)
    assert all(name in found.text for name in there)
    assert not any(name in found.text for name in not_there)


def test_whether_a_thing_may_be_done_is_not_what_was_asked_before() -> None:
    found = answer("计算器让带不", FIRST)
    assert "计算器" in found.text
    assert "6月10日" not in found.text


def test_what_is_asked_of_the_track_stays_with_it() -> None:
    assert "6月10日" in answer("几号截止", "青溪巧手竞赛按摩谁能报").text
