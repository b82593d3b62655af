"""What an answer must hold to answer at all, and silence where nothing holds it."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from knowledge.plain import comparable
from retrieval.desk import Desk
from retrieval.model import Question
from retrieval.question.demands import demands

TEXT = """关于举办青溪县绣工技能竞赛的通知
各有关单位：
现将有关事项通知如下：
一、组织
由县总工会、县妇女联合会联合主办。具体变更须经主办单位同意。
二、内容
实操考核使用绣花软件。裁判组负责编写试题和评分标准。
三、安排
决赛水温不作要求，绣品尺寸30厘米×40厘米。
四、报名
报名截止时间为2026年6月1日。申报后由县总工会审核。
五、奖励
获奖选手由组委会颁发证书。
"""


@pytest.fixture(scope="module")
def small():
    return Desk([read_notice("small", TEXT.encode())])


def ask(desk, text):
    moment = datetime(2026, 6, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
    return desk.answer(Question(text=text, notice="small", as_of=moment))


@pytest.mark.parametrize(
    ("question", "holds", "lacks"),
    [
        ("实操软件用哪个版本", "使用2.1版软件", "使用绣花软件"),
        ("题库在哪下载", "题库发布在群里", "裁判长负责编写技术文件和试题"),
        ("评分标准是什么", "操作占总成绩的80%", "专家组制定评分标准"),
        ("水温要求多少度", "水温38度", "考核沐浴"),
        ("盐放多了扣几分", "每项扣2分", "口味50分"),
        ("修的画是几尺的", "画心四尺，约138厘米", "书画修复赛项"),
        ("要几套备份", "备份2套", "设两个赛项"),
        ("审核几天出结果", "3个工作日内", "由人社部门审核"),
        ("主办单位有哪些", "由市总工会主办", "须经主办单位同意"),
        ("哪所学校承办", "由青溪职业技术学院承办", "各类院校在校生"),
        ("哪家机构检测", "由青溪检测中心检测", "外观合格后再进行射线检测"),
        ("前三名有没有现金", "奖金1000元", "颁发证书"),
        ("有没有网上直播", "决赛全程直播", "决赛在体育馆举行"),
        ("晚上给安排住的地方吗", "住宿由承办单位免费提供", "提供午餐，交通自理"),
        ("住的地方安排吗", "提供午餐，其余费用自理", "提供午餐，交通自理"),
        ("中午管饭吗", "提供午餐", "住宿费用自理"),
        ("第一名能评技术能手吗", "授予“市技术能手”称号", "申报类别包括市级行业赛"),
        ("决赛报到几点", "8:00至9:00报到", "决赛选手报到须签署责任书"),
        ("理论和实操怎么算分", "理论占30%", "实际操作成绩合格的晋升一级"),
        ("裁判名单公布了吗", "裁判名单于5月公布", "审核结果于6月4日公布"),
        ("决赛的裁判长是谁", "裁判长：巫老师", "评判委员会由裁判长、裁判员组成"),
        ("去年的冠军是谁", "上届冠军：巫某", "设一等奖1名"),
        ("现在多少人报名了", "已有80人报名", "年满16周岁的可报名参赛"),
        ("证书什么时候寄到", "赛后30天内发放证书", "颁发荣誉证书"),
        ("预赛成绩在哪查", "成绩可在平台查询", "决赛名单在群内公示"),
        ("采下来的鲜叶归谁", "鲜叶归茶企所有", "鲜叶由执委会准备"),
        ("冠军有奖杯吗", "颁发奖杯和证书", "颁发荣誉证书"),
        ("给不给锦旗", "授予锦旗一面", "颁发荣誉证书"),
        ("每队几个人", "本赛项为单人赛", "本赛项为理论赛"),
        ("监考的有几个人", "每考场监考人员2名", "每考场30人"),
        ("奖金要交税吗", "依法代扣个人所得税", "奖金3000元"),
        ("不去了报名费能退吗", "退赛的不予退还", "报名费每人200元"),
        ("带队老师有补贴吗", "领队费用由单位承担", "领队须于5月8日前入群"),
        ("中午去哪吃饭", "比赛期间提供午餐", "往返交通费自理"),
        ("能换个场次吗", "抽签后场次不得调整", "比赛分两天进行"),
        ("初赛成绩能保留到明年不", "理论成绩两年内有效", "平均分保留2位小数"),
        ("裁判是外地的吗", "裁判从省外专家中抽取", "由裁判从选手中推荐最佳台风"),
        ("评委一天多少钱", "裁判劳务补贴每天300元", "每个赛项评委不少于5人"),
        ("冠军能加工资吗", "获奖选手可提高待遇", "误工由单位照发工资"),
        ("赛前能去场地练练不", "6月8日下午选手熟悉场地", "雨天移入室内场地"),
        ("成绩当天能出来吗", "成绩于次日在本会公众号公示", "资格审核结果于6月4日公布"),
        ("酒店是双人间吗", "每间两人", "住宿时间为6月8日晚"),
    ],
)
def test_the_kind_of_thing_asked_for_must_be_there(question, holds, lacks):
    wanted = demands().of(comparable(question))
    assert wanted
    assert demands().met(wanted, comparable(holds))
    assert not demands().met(wanted, comparable(lacks))


@pytest.mark.parametrize(
    "question",
    [
        "报名怎么截止",
        "企业练兵比武归哪个部门管",
        "举办时间是哪几个月",
        "谁能参加",
        "证书编号在哪查",
    ],
)
def test_most_questions_demand_nothing_more(question):
    assert demands().of(comparable(question)) == ()


@pytest.mark.parametrize(
    "question",
    ["软件用哪个版本", "评分标准给我看看", "申报交上去审核几天出结果", "有没有网上直播"],
)
def test_a_mention_is_no_answer(small, question):
    answer = ask(small, question)
    assert answer.status == "not_stated" or "没有找到直接写明这一点的条款" in answer.text


@pytest.mark.parametrize(
    ("question", "said"), [("主办单位有哪些", "县妇女联合会"), ("绣品多大尺寸", "30厘米")]
)
def test_what_is_stated_is_answered(small, question, said):
    answer = ask(small, question)
    assert answer.status == "answered"
    assert said in answer.text


@pytest.mark.parametrize(
    ("question", "no"),
    [
        ("现在还能报名吗，截止了没", True),
        ("报名截止和决赛是同一天吗", False),
        ("报名截止收不收费", False),
    ],
)
def test_a_past_deadline_forbids_only_what_is_asked_to_be_done(small, question, no):
    assert ("不可以" in ask(small, question).text) is no


LEFT = """关于举办青溪县烹饪技能竞赛的通知
各有关单位：
一、时间和地点
（一）决赛于2026年9月举行，地点为青溪县，承办院校另行公布。
（二）具体食宿安排及报到时间，以赛前补充通知为准。
（三）选手年满18周岁（具体年龄要求见附件1）。
（四）选手须在报到时签署责任书。
"""


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("哪所学校承办", "not_stated"),
        ("报到几点到", "not_stated"),
        ("住宿怎么安排", "not_stated"),
        ("决赛几月举行", "answered"),
        ("多大年龄可以参加", "answered"),
    ],
)
def test_the_part_of_a_sentence_that_leaves_something_open_answers_nothing_of_it(question, status):
    desk = Desk([read_notice("small", LEFT.encode())])
    assert ask(desk, question).status == status


def test_a_notice_is_silent_on_what_is_demanded(small):
    answer = ask(small, "冠军发奖杯吗")
    assert answer.status == "not_stated"
    assert "未规定奖杯" in answer.text
    assert "奖项设置" not in answer.text
