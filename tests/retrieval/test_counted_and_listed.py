"""What nobody wrote down but follows: bodies of a column, people of teams, days of a span."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.confirmed import Confirmed
from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question, Turn

NOON = datetime(2026, 5, 1, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
NOTICE = """临溪市总工会文件

临工发〔2026〕7号

关于举办临溪市第六届园艺技能大赛的通知

各有关单位：

一、大赛时间

大赛时间：2026年6月8—12日。

二、竞赛项目

本次大赛设3个赛项（见附件1），个人赛与团队赛结合。

三、参赛办法

每支参赛队由3名选手组成。企业限报2队职工队，院校限报2队职工队、1队学生队。
参赛人员应取得绿化工四级及以上证书，对未取得证书的，原则上应从事绿化工作6年以上。
每个赛项参赛人数不足15人的，取消该赛项。
分组的赛项，职工参赛比例不低于40%，不分组的赛项，职工参赛比例不低于20%，总人数原则上不少于15人。

四、费用

参赛不收报名费。

附件1

竞赛项目表

序号\t赛项名称\t承办单位\t联系人\t联系电话
1\t盆景制作\t临溪市园林协会\t葛老师\t13900010001
2\t花艺设计\t临溪职业学院\t陶老师\t13900010002
3\t绿墙设计\t临溪职业学院\t米老师\t13900010003

临溪市总工会
2026年4月1日
"""


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk([read_notice("lx-yuanyi-2026", NOTICE.encode(), Confirmed())])


def _said(desk: Desk, question: str, *before: str) -> tuple[str, str]:
    history = tuple(Turn(question=each) for each in before)
    put = Question(text=question, notice="lx-yuanyi-2026", as_of=NOON, history=history)
    answer = desk.answer(put)
    return answer.status, answer.text


TOLD = [
    ("bodies of a column, each once", (), "承办单位有几家", "共2家承办单位"),
    ("their names", (), "承办单位都有哪些", "临溪市园林协会"),
    ("an association without its place", (), "园林协会承办的是哪个项目", "盆景制作"),
    ("people of the teams of one kind of body", (), "一个企业最多能去多少个选手", "2×3=6人"),
    ("people of all its teams", (), "一个院校报满一共多少名选手", "(2+1)×3=9人"),
    ("days of a span, both ends counted", (), "大赛前后一共办几天", "2026年6月8—12日共5天"),
    ("a track by a part of its name", (), "有没有花艺方面的项目", "有：花艺设计"),
    ("a track of a kind of work", (), "有花艺相关的吗", "有：花艺设计"),
    ("what a person of the table is there for", (), "陶老师负责哪一项", "花艺设计"),
    ("the share of one case beside that of the other", (), "不分组的赛项职工占比多少", "不低于20%"),
    ("the share of the other case", (), "分组的赛项职工最低占多少", "不低于40%"),
    ("what holds without a certificate", (), "绿化工要什么证书", "从事绿化工作6年以上"),
    ("what becomes of a small track", (), "我们赛项只来了12个人会怎么处理", "取消该赛项"),
    ("which ones they are", ("临溪职业学院办几个项目",), "是哪几个", "绿墙设计"),
    ("two things asked anew", ("盆景制作谁承办，电话多少",), "那花艺设计呢", "13900010002"),
    ("of another row in one breath", (), "盆景制作谁承办，绿墙设计呢", "临溪职业学院"),
    ("another thing besides", ("盆景制作谁承办",), "花艺设计呢 电话也给我", "13900010002"),
]


@pytest.mark.parametrize(("name", "before", "question", "told"), TOLD, ids=[c[0] for c in TOLD])
def test_it_is_told(desk, name, before, question, told):
    status, text = _said(desk, question, *before)
    assert status == "answered"
    assert told in text


SILENT = [
    ("no such track, whatever was spoken of before", "有没有美甲的项目"),
    ("no such track", "有没有焊接方面的项目"),
    ("coming late", "迟到多少分钟就不让进"),
    ("a fee of another name", "要交评审费吗"),
    ("when results come", "成绩几号公布"),
    ("another year", "明年还能申报吗"),
    ("how the paper is printed", "文件印了多少份"),
]


@pytest.mark.parametrize(("name", "question"), SILENT, ids=[c[0] for c in SILENT])
def test_what_is_only_touched_upon_is_no_answer(desk, name, question):
    status, text = _said(desk, question, "花艺设计谁承办")
    assert status in {"not_stated", "partial"} or "不收" in text


def test_teams_are_only_multiplied_where_people_are_asked_for(desk):
    assert "×" not in _said(desk, "一个企业限报几队")[1]
