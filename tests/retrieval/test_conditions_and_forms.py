"""Conditions of one track, what stands in a form that is not here, and values beside their kind."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question

HARBOUR = """关于举办第六届霁州港口物流职业技能竞赛的通知
霁港协〔2027〕8号
各会员单位：
霁州市港口协会定于2027年6月举办第六届霁州港口物流职业技能竞赛。
一、竞赛工种
竞赛设理货员、桥吊司机、报关员3个工种。
二、参赛条件
（一）霁州市港口协会会员单位在职职工，年满18周岁。
（二）工种要求：
1.桥吊司机：持有有效的起重机械作业人员证；原则上不超过50周岁。
2.报关员：所学专业为国际贸易、物流管理等相关专业，或者从事报关工作3年以上。
3.理货员：从事理货工作1年以上。
（三）零工可由所在街道推荐报名。
三、报名
（一）每个单位每个工种限报3人。
（二）报名邮件名称注明“单位＋工种”，发送至gk@jizhou.example.org。
（三）咨询时间为工作日9:00—11:30、14:00—17:00。
四、竞赛办法
理论考试60分钟，实操120分钟，理论占30%，实操占70%。裁判由高校教师担任。
各工种参赛不足12人的，全部进入决赛。
五、奖励
（一）各工种设一等奖1名、二等奖2名、三等奖4名，奖金分别为1800元、900元、500元，另设优胜奖若干。
（二）优秀教练奖。各工种第1名选手的教练获此奖。
六、保障
各单位为选手购买短期意外险。对裁判结果有疑问的，可当场向监督组提出。
主办单位有权将选手作品、照片用于宣传。
七、联系
协会秘书处：柏老师，13900088801；联系地址：霁州市海港路6号。
附件：1.报名汇总表
2.竞赛技术文件
（附件请在协会网站“公告”栏下载）
霁州市港口协会
2027年4月9日
"""
MOMENT = datetime(2027, 4, 20, 9, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk([read_notice("harbour", HARBOUR.encode())])


def answer(desk: Desk, text: str):
    return desk.answer(Question(text=text, notice="harbour", as_of=MOMENT))


@pytest.mark.parametrize(
    ("question", "says"),
    [
        pytest.param("桥吊司机要什么条件", "起重机械作业人员证", id="a track's own condition"),
        pytest.param("桥吊司机要什么条件", "会员单位在职职工", id="with those of everybody"),
        pytest.param("报关员什么专业能报", "国际贸易", id="the field of study"),
        pytest.param("打零工没单位找谁推荐", "街道", id="who recommends"),
        pytest.param("一家单位每个工种几个人", "限报3人", id="how many of a unit, without a verb"),
        pytest.param("报名邮件标题怎么写", "单位＋工种", id="what mails are called"),
        pytest.param("咨询电话中午有人接吗", "14:00—17:00", id="hours, not a lift"),
        pytest.param("二等奖几名多少钱", "900元", id="number and amount in one sentence"),
        pytest.param("一个工种的奖金加起来多少", "1×1800+2×900+4×500=5600元", id="in order"),
        pytest.param("每个工种一共多少人获奖", "1+2+4=7名", id="how many win"),
        pytest.param("优秀教练奖给谁", "第1名选手的教练", id="an award in the heading"),
        pytest.param("保险谁给选手买", "意外险", id="a kind of insurance"),
        pytest.param("觉得裁判判错了找谁", "监督组", id="whom to turn to"),
        pytest.param("我拍的照片你们会拿去用吗", "用于宣传", id="what becomes of works"),
        pytest.param("附件去哪下", "公告", id="where attachments are had"),
        pytest.param("霁港协〔2027〕8号是哪天发的", "2027年4月9日", id="the day of a number"),
    ],
)
def test_what_stands_there_is_said(desk, question, says):
    found = answer(desk, question)
    assert found.status in {"answered", "partial"}, found.text
    assert says in found.text


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("汇总表要填哪几列", id="the columns of a form that is not here"),
        pytest.param("优胜奖的奖金是多少", id="the amount of another prize"),
        pytest.param("裁判长是谁", id="the head of those it names"),
        pytest.param("要穿统一的队服吗", id="clothes nobody speaks of"),
        pytest.param("意外险保额多少", id="the sum of an insurance"),
        pytest.param("满分多少分", id="marks where only shares stand"),
        pytest.param("实操用什么评分表", id="a sheet of marks"),
        pytest.param("领队要几个人", id="an office the notice has not"),
    ],
)
def test_what_does_not_stand_there_is_not_told(desk, question):
    assert answer(desk, question).status == "not_stated"


def test_the_contents_of_a_form_that_is_not_here_are_left_to_it(desk):
    found = answer(desk, "报名汇总表要填哪些内容")
    assert found.reason == "in_missing_attachment"
    assert "报名汇总表" in found.text


@pytest.mark.parametrize("question", ["一级建造师什么时候考试", "混凝土配合比怎么算"])
def test_other_exams_and_craft_are_no_question_of_a_competition(desk, question):
    assert answer(desk, question).status == "out_of_scope"


def test_letters_of_unknown_english_words_are_said_as_they_are(desk):
    found = answer(desk, "How do I sign up for 理货员 zzyzx")
    assert "ː" not in found.text
