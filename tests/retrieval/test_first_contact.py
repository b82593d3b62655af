"""Questions on a notice nobody had tuned on: classes of amounts, kinds in cells, own days."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question

TEXT = """关于举办江原市第三届手工艺技能竞赛的通知
各有关单位：
现将有关事项通知如下。
一、项目设置
竞赛设4个项目，见附件1。
二、报名
（一）6月1日至6月20日，由各单位在江原技能网统一填报。织锦项目因设线上初评，报名截止提前至6月10日。
（二）报名材料：
1.报名表（须加盖公章）；
2.身份证复印件；
3.近期免冠照片电子版。
报名后因伤病需要更换选手的，在6月25日前书面提出。
三、奖励
奖金标准如下：
奖项 | 单人项目（每人） | 团队项目（每组） | 织锦、木雕
一等奖 | 5000元 | 9000元 | 6000元
二等奖 | 3000元 | 5000元 | 3500元
团体总分按名次计分，第一名9分，第二名7分，第三名6分，以下每降一名减1分。
四、保障
住宿费每人每天160元，伙食费每人每天90元，由单位缴纳。
导览犬可以进入赛场，须随带免疫证明。
首批选手7月20日前报到，其余选手为7月31日前报到。
五、联系方式
报名咨询：李老师，0790-6610021
江原市总工会
2026年5月1日
附件1
项目设置一览表
序号 | 项目 | 形式 | 面向人群 | 出生日期要求 | 承办单位 | 决赛日期
1 | 织锦 | 单人 | 听力、肢体 | 2006年1月1日以后 | 江原商贸学校 | 8月1日
2 | 木雕 | 单人 | 肢体、言语 | 2006年1月1日以后 | 江原职业学院 | 8月2日
3 | 花灯 | 团队 | 听力 | 2003年1月1日以后 | 江原商贸学校 | 8月3日
4 | 剪纸 | 单人 | 智力、精神 | 2003年1月1日以后 | 江原艺术学校 | 8月4日
附件2
评分细则（略）
"""
NOON = datetime(2026, 6, 12, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
ASKED = {
    "the class that names the track": ("木雕二等奖多少钱", ("3500",), ("3000", "5000元")),
    "the class that the question says": ("团队项目二等奖多少钱", ("5000",), ("3000", "3500")),
    "the class of the track's row": ("花灯一等奖奖金多少", ("9000",), ("5000元",)),
    "all classes where none is said": ("二等奖奖金是多少", ("3000", "5000", "3500"), ()),
    "every row that lists a kind": ("听障的可以报哪些项目", ("织锦", "花灯"), ("木雕", "剪纸")),
    "a kind beside others": ("智力残疾的能报什么项目", ("剪纸",), ("织锦",)),
    "the deadline of the track alone": ("织锦现在还能报名吗", ("6月10日",), ("6月20日", "8月1日")),
    "the deadline of the others": ("剪纸现在还能报名吗", ("6月20日",), ("8月4日", "6月10日")),
    "days and the school": ("花灯哪天比在哪个学校", ("8月3日", "江原商贸学校"), ("未收录",)),
    "papers to the last": ("报名要交哪些材料", ("报名表", "身份证", "照片"), ()),
    "two rates together": ("选手住三天吃三天一共要交多少钱", ("750元",), ()),
    "one rate alone": ("选手住宿三天一共要交多少钱", ("480元",), ("750元",)),
    "days apart": ("首批和其余选手报到差几天", ("11天",), ()),
    "a rank further down": ("团体总分第五名计几分", ("4分",), ()),
}


@pytest.fixture(scope="module")
def desk():
    return Desk([read_notice("jy-2026", TEXT.encode())])


def answer(desk, text):
    return desk.answer(Question(text=text, notice="jy-2026", as_of=NOON))


@pytest.mark.parametrize("case", ASKED)
def test_what_is_asked_and_nothing_of_others(case, desk):
    text, said, unsaid = ASKED[case]
    found = answer(desk, text)
    assert found.status == "answered", found.text
    assert all(each in found.text for each in said), found.text
    assert not any(each in found.text for each in unsaid), found.text
    assert found.citations


def test_a_thing_the_notice_never_names_is_said_to_be_none_of_it(desk):
    found = answer(desk, "织锦要考哪些穴位")
    assert found.status != "answered"
