"""Places that are told later, and what a rank is given, over an invented notice."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.confirmed import Confirmed
from knowledge.notice import read_notice
from retrieval.compose import distinct
from retrieval.desk import Desk
from retrieval.model import Question
from retrieval.reply import Piece

NOON = datetime(2026, 5, 1, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
NOTICE = """松岭市人力资源和社会保障局

松人社〔2026〕18号

关于举办松岭市第三届花艺职业技能竞赛的通知

各区县，各有关单位：

一、组织机构

竞赛由市人力资源和社会保障局主办。组委会办公室设在市花卉协会，负责日常工作。

二、赛程安排

（一）初赛：2026年8月（具体时间另行通知），初赛原则上在各区县进行，采用闭卷方式。
（二）决赛：2026年10月举行（具体时间、地点另行通知）。决赛采用现场操作方式。

三、奖项

（一）个人奖

1.职业组：一等奖占10%，二等奖占20%。获奖选手由主办单位颁发奖牌和证书。决赛成绩前3名且年龄不超过35周岁的选手，可申报“松岭青年工匠”称号。第一名的选手，按程序申报“松岭市技术能手”称号。
2.院校组：一等奖占10%，二等奖占20%。获奖选手由主办单位颁发奖牌和证书。
3.对一等奖、二等奖选手的指导教师，由主办单位颁发“优秀指导教师”证书。
4.对在执裁工作中表现突出的个人，由主办单位颁发“优秀裁判员”证书。

（二）对组织工作突出的单位，由主办单位颁发“优秀组织单位”奖牌。

四、联系方式

联系人：尤老师，13900030001

松岭市人力资源和社会保障局
2026年6月1日
"""
FIRST_THREE, FIRST, BOTH = "松岭青年工匠", "松岭市技术能手", "颁发奖牌和证书"


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk([read_notice("sl-huayi-2026", NOTICE.encode(), Confirmed())])


def _said(desk: Desk, question: str) -> str:
    return desk.answer(Question(text=question, notice="sl-huayi-2026", as_of=NOON)).text


TOLD = [
    ("the place of one stage, and that the other's is told later", "在哪比赛", ["地点另行通知"]),
    ("the same the other way round", "比赛在哪", ["地点另行通知"]),
    ("the place of the final alone", "决赛在哪比", ["地点另行通知"]),
    ("the first three: what they and all winners get", "前三名有什么奖励", [FIRST_THREE, BOTH]),
    ("in other words", "前三名奖励是什么", [FIRST_THREE, BOTH]),
    ("the first is one of the first three", "第一名有什么奖励", [FIRST_THREE, FIRST]),
    ("a champion, whom the notice calls the first", "冠军有什么奖励", [FIRST, BOTH]),
    ("a first prize: what all winners get", "一等奖有什么奖励", [BOTH]),
    ("the coach, if it is asked", "一等奖的指导老师有什么奖励", ["优秀指导教师"]),
]


@pytest.mark.parametrize(("name", "question", "told"), TOLD, ids=[c[0] for c in TOLD])
def test_it_is_told(desk, name, question, told):
    text = _said(desk, question)
    assert [each for each in told if each not in text] == []


KEPT = [
    ("no office for the place", "在哪比赛", ["花卉协会"]),
    ("no coach, no judge, no unit", "前三名有什么奖励", ["指导教师", "裁判", "组织单位"]),
    ("the same for a champion", "冠军有什么奖励", ["指导教师", "裁判", "组织单位"]),
    ("a second is not the first", "第二名有什么奖励", [FIRST, "指导教师"]),
    ("a fourth is none of the first three", "第四名有什么奖励", [FIRST, FIRST_THREE]),
]


@pytest.mark.parametrize(("name", "question", "others"), KEPT, ids=[c[0] for c in KEPT])
def test_what_only_sounds_alike_is_left_out(desk, name, question, others):
    text = _said(desk, question)
    assert [each for each in others if each in text] == []


@pytest.mark.parametrize(
    ("scopes", "kept"),
    [(("职业组", "院校组"), 2), (("职业组", "职业组"), 1), (("职业组", ""), 1), (("", ""), 1)],
)
def test_what_two_groups_are_given_alike_is_said_of_both(scopes, kept):
    pieces = [Piece(text="颁发奖牌。", citations=(), scope=scope) for scope in scopes]
    assert len(distinct(pieces)) == kept
