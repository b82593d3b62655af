"""Who sits on a body, papers that are not here, late papers, the same person asked about again."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question, Turn

TEXT = """青萝市农业农村局
青萝市总工会
青农发〔2026〕21号
关于举办青萝市2026年果茶职业技能竞赛的通知
各县区农业农村局、总工会：
现将有关事项通知如下。
一、竞赛项目
本次竞赛设茶叶加工工、果树修剪、茶艺师3个竞赛项目。其中茶叶加工工由青萝职业学院承办。
二、报名办法
参赛选手由所在单位统一组织报名，报名截止时间为2026年8月20日，逾期不予受理。报名详细要求见各项目实施方案。任何单位不得借竞赛名义举办收费培训。
同一单位承接项目不得超过2个、推荐教练不得超过4个。
三、组织机构
（一）组委会
主  任：晏清河  青萝市农业农村局局长
副主任：宁小舟  青萝市总工会副主席
        竺南风  青萝市农业农村局副局长
委  员：岑一鸣  青萝职业学院院长
        贺兰亭  青萝市茶业协会会长
        邵明月  青萝市果业中心主任
（二）监督组
组  长：冷秋白
成  员：甘长安、柏雨晴
工作任务：负责竞赛全过程监督。
四、奖励
各项目设一等奖1名、二等奖2名、三等奖4名。
五、联系方式
（一）市农业农村局人事教育处
联系人：晏老师
电话：0310-6600001
（二）市总工会经济技术部
联系人：宁老师
电话：0310-6600002
附件：1.茶叶加工工实施方案
2.果树修剪实施方案
3.茶艺师实施方案
4.裁判员名单
5.选手报名表
青萝市农业农村局
青萝市总工会
2026年6月5日
"""
SAID = {
    "how many members": ("组委会委员有几个人", ["共3个委员", "贺兰亭"], ["宁小舟"]),
    "who they are": ("组委会委员都有谁", ["岑一鸣", "邵明月"], ["晏清河"]),
    "those of another name": ("监督组组员几个", ["共2个成员", "柏雨晴"], ["冷秋白"]),
    "the head of a body": ("监督组组长是哪位", ["冷秋白"], ["甘长安"]),
    "several vice chairs": ("组委会副主任几位", ["共2个副主任", "竺南风"], ["岑一鸣"]),
    "who signed": ("落款盖章的单位有几家", ["共2家单位"], []),
    "who issued together": ("这个文是哪几个部门联合印的", ["青萝市总工会"], []),
    "by oneself or the unit": ("我自己把表填好寄过去行，还是得走单位", ["所在单位统一组织"], []),
    "sent too late": ("8月25号才寄过去还认吗", ["8月20日"], []),
    "taken or not": ("八月二十一号交的收不收", ["逾期不予受理"], []),
    "a course that costs": ("有机构开了收费的冲刺班，允许办吗", ["不得借竞赛名义"], []),
    "three prizes in one": ("一二三等奖合一块几个名额", ["1+2+4=7名"], []),
    "bounds of several things": ("我们单位已经推荐了1个教练，还能再推荐几个", ["4-1=3个"], []),
    "whose office": ("农业农村局人教处的电话", ["6600001"], ["6600002"]),
    "an office in a message": ("总工会经济技术部管这个的是谁，电话", ["6600002"], ["6600001"]),
    "both offices": ("人教处和经济技术部电话", ["6600001", "6600002"], []),
}


@pytest.fixture(scope="module")
def teas():
    return Desk([read_notice("ql-guocha-2026", TEXT.encode())])


def answer(desk, text, *before):
    moment = datetime(2026, 7, 1, tzinfo=ZoneInfo("Asia/Shanghai"))
    history = tuple(Turn(question=each) for each in before)
    return desk.answer(Question(text=text, notice="ql-guocha-2026", as_of=moment, history=history))


@pytest.mark.parametrize(("question", "words", "others"), SAID.values(), ids=SAID)
def test_the_answer_says_it_and_nothing_of_others(teas, question, words, others):
    found = answer(teas, question)
    assert found.status == "answered"
    assert all(word in found.text for word in words), found.text
    assert not any(word in found.text for word in others), found.text


PAPERS = {
    "the plan of the track": ("茶艺师理论占多少分", ["附件3 茶艺师实施方案"], ["附件1"]),
    "a list of names": ("裁判都有哪些人", ["附件4 裁判员名单"], ["附件3"]),
    "the form": ("照片底色有要求么", ["附件"], []),
    "all plans where no track is said": ("理论考试占多少分", ["实施方案"], []),
}


@pytest.mark.parametrize(("question", "words", "others"), PAPERS.values(), ids=PAPERS)
def test_a_silent_notice_names_the_paper_it_may_stand_in(teas, question, words, others):
    found = answer(teas, question)
    assert found.status == "not_stated"
    assert all(word in found.text for word in words), found.text
    assert not any(word in found.text for word in others), found.text


def test_a_list_of_names_tells_not_whether_something_is_allowed(teas):
    found = answer(teas, "裁判能不能带自己的学生参赛")
    assert "附件4" not in found.text


def test_how_one_appeals_is_not_told_by_who_watches(teas):
    assert answer(teas, "对成绩不服怎么申诉").status == "not_stated"


@pytest.mark.parametrize(
    ("text", "before", "word"),
    [
        ("经济技术部也是这个号码吗", "人教处的电话", "6600002"),
        ("人教处也是找他吗", "经济技术部联系谁", "6600001"),
    ],
)
def test_the_same_person_asked_about_again(teas, text, before, word):
    assert word in answer(teas, text, before).text


ROWS = """关于举办2026年槐亭市焙烤职业技能竞赛的通知
槐人社发〔2026〕9号
各有关单位：
现将有关事项通知如下。
一、竞赛内容
竞赛由理论知识考试和现场操作两部分组成。现场操作包括面团调制、整形、烘烤三个模块。
二、参赛组织
参赛组织方式由各承办单位确定。裁判员推荐办法另行制定。
三、进度安排
时间\t阶段\t具体内容
2026年7月\t通知发放\t发布通知
2026年8月至9月\t竞赛报名\t填报信息
2026年10月\t决赛\t现场比赛
四、奖励
（一）个人奖
1.职工组：一等奖占10%，二等奖占20%。
2.学生组：一等奖占10%，二等奖占15%。
3.对一等奖选手的指导教师颁发证书。
（二）组织奖
对组织工作突出的单位颁发奖牌。
五、联系方式
市烘焙协会秘书处：甄工，13900090001；
习工，13900090002；
市技能中心：原工，13900090003。
2026年6月8日
"""


@pytest.fixture(scope="module")
def bakers():
    return Desk([read_notice("ht-beikao-2026", ROWS.encode())])


BASIC = {
    "the schedule itself": ("进度安排表里报名是几月到几月", ["2026年8月至9月"], []),
    "parts of the contest": ("比赛分哪几块", ["两部分", "三个模块"], ["组织方式"]),
    "how one enters": ("怎么报名", ["由各承办单位确定"], []),
    "what winners get": ("获奖有什么奖励", ["职工组", "学生组", "指导教师", "奖牌"], []),
    "both of an office": ("烘焙协会秘书处电话", ["13900090001", "13900090002"], []),
}


@pytest.mark.parametrize(("question", "words", "others"), BASIC.values(), ids=BASIC)
def test_what_everybody_asks(bakers, question, words, others):
    moment = datetime(2026, 7, 1, tzinfo=ZoneInfo("Asia/Shanghai"))
    found = bakers.answer(Question(text=question, notice="ht-beikao-2026", as_of=moment))
    assert found.status in {"answered", "partial"}
    assert all(word in found.text for word in words), found.text
    assert not any(word in found.text for word in others), found.text
