"""Names that one notice alone has decide; columns of tables answer where no track is named."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question

TRACKS = ("砌筑工", "抹灰工", "防水工", "管道工", "油漆工", "架子工", "测量放线工")
ROWS = "\n".join(f"{n}\t{name}\t6月{n}日" for n, name in enumerate(TRACKS, 1))
FIRST = f"""关于举办青溪市建设行业职业技能竞赛的通知
各有关单位：
一、项目
序号\t项目\t比赛日期
{ROWS}
二、报名
通过“青工汇”平台报名，报名截止时间为2026年5月1日。
三、奖励
一等奖奖金500元。
四、联系人
联系人：巫老师，电话：13900011111
"""
SECOND = """关于举办白川市茶艺职业技能竞赛的通知
各有关单位：
一、报名
通过“白茶云”系统报名，报名截止时间为2026年4月1日。
二、实操
赛项\t理论占比\t实操时间
茶艺师（职工组）\t20%\t240分钟
茶艺师（学生组）\t30%\t180分钟
三、联系人
联系人：屈老师，电话：13900022222
"""


@pytest.fixture(scope="module")
def two():
    return Desk([read_notice("first", FIRST.encode()), read_notice("second", SECOND.encode())])


def ask(desk, text, notice=None):
    moment = datetime(2026, 3, 1, tzinfo=ZoneInfo("Asia/Shanghai"))
    return desk.answer(Question(text=text, notice=notice, as_of=moment))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("青工汇平台报名截止到几号", "5月1日"),
        ("白茶云系统报名截止到几号", "4月1日"),
        ("巫老师电话多少", "13900011111"),
        ("屈老师电话多少", "13900022222"),
    ],
)
def test_a_name_that_one_notice_alone_has_decides(two, question, said):
    answer = ask(two, question)
    assert answer.status == "answered"
    assert said in answer.text


def test_what_both_have_decides_nothing(two):
    assert ask(two, "报名截止到几号").status == "clarify"


def test_the_days_of_all_tracks_where_none_is_named(two):
    answer = ask(two, "比赛是哪天呀", "first")
    assert all(f"6月{n}日" in answer.text for n in range(1, len(TRACKS) + 1))


@pytest.mark.parametrize(
    "question",
    [
        "帮我写一段主持词",
        "帮我写份求职简历",
        "我老婆不让我参加，怎么劝她",
        "英雄联盟决赛在哪打",
        "哪里的特产正宗",
    ],
)
def test_what_no_notice_can_do_is_refused_in_a_chosen_one_too(two, question):
    assert ask(two, question, "first").status == "out_of_scope"
