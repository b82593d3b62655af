"""A sentence with another business than the question stands in no answer, nor is one cut off."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Answer, Question

AS_OF = datetime(2027, 5, 10, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
TEXT = """关于举办云坪市第五届港航职业技能竞赛的通知

各单位：

定于2027年举办云坪市第五届港航职业技能竞赛，现就有关事项通知如下：

一、项目

项目	组别	每单位限报队数	决赛队数
岸桥操作	职工组	2队	每组36队
船舶轮机	职工组	3队	每组24队
货运调度	学生组	1队	每组20队

货运调度选手须持有B2及以上准驾车型驾驶证。各单位可推荐裁判员，每单位不超过2人。

二、预赛

时间：2027年6月27日9:00至10:40，线上举行。
预赛成绩7月6日公布，对成绩有疑问的，7月8日17:00前申请复核，复核费50元。决赛名单7月15日公布。
成绩低于60分的不得进入决赛，名额空缺不递补。放弃决赛的，由下一名次递补。

三、决赛

决赛10月12日在云坪港举行。岸桥操作由技能操作（90%）和现场答辩（10%）组成。9月11日前退赛的，退还决赛费的70%。

四、奖励

各项目按决赛队数的10%、15%、25%设一、二、三等奖。奖金：一等奖5000元、二等奖3000元、三等奖1000元。
职工组第1名授予“云坪市技术能手”称号。学生组选手不授予该称号。
设优秀组织奖10个、突出贡献奖若干；学生组一等奖指导教师获“优秀指导教师”证书。

五、联系方式

报名：邬老师，13900082001

云坪市交通运输局
2027年4月1日
"""


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk([read_notice("port", TEXT.encode())])


def answer(desk: Desk, text: str) -> Answer:
    return desk.answer(Question(text=text, notice="port", as_of=AS_OF))


@pytest.mark.parametrize(
    ("question", "said", "not_said"),
    [
        pytest.param("预赛哪天考 几点到几点", "6月27日", "公布", id="no day of marks or names"),
        pytest.param("岸桥操作一个单位能报几队", "2队", "裁判", id="no quota of judges"),
        pytest.param("申请复核要交钱吗", "复核费50元", "决赛费", id="the price is not cut off"),
        pytest.param("三等奖设几个", "25%", "退", id="how many win, not how much"),
        pytest.param("学生组第一名给技术能手称号吗", "不授予", "优秀", id="that title"),
        pytest.param("岸桥操作现场答辩占多少", "10%", "退还", id="no part of a fee"),
        pytest.param("放弃决赛的名额给谁", "下一名次递补", "优秀", id="who comes after"),
        pytest.param("优秀组织奖有几个", "10个", "指导教师", id="no other award"),
        pytest.param("货运调度要什么驾照", "B2", "裁判", id="which licence"),
    ],
)
def test_it_is_told(desk: Desk, question: str, said: str, not_said: str) -> None:
    told = answer(desk, question)
    assert told.status == "answered"
    assert said in told.text
    assert not_said not in told.text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        pytest.param("预赛成绩哪天公布", "7月6日", id="the day of the marks"),
        pytest.param("每单位能推荐几个裁判", "2人", id="the quota of judges"),
        pytest.param("三等奖多少钱", "1000元", id="how much it pays"),
        pytest.param("决赛前退赛退多少", "70%", id="the part paid back"),
    ],
)
def test_whose_business_it_is_is_still_told(desk: Desk, question: str, said: str) -> None:
    assert said in answer(desk, question).text


def test_an_account_nobody_named_is_not_told(desk: Desk) -> None:
    told = answer(desk, "主办单位公众号叫啥")
    assert told.status in {"not_stated", "partial"}
    assert "未" in told.text


def test_a_licence_to_be_won_at_school_is_no_matter_of_a_contest(desk: Desk) -> None:
    assert answer(desk, "考驾照科目二怎么练").status == "out_of_scope"
