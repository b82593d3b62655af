"""Answers in full and nothing beside them, over a notice that puts much into a few clauses."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.confirmed import Confirmed
from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question, Turn

NOON = datetime(2026, 3, 1, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
NOTICE = """南屏省水利厅
南屏省总工会

南水人〔2026〕12号

关于举办南屏省第五届水利行业职业技能竞赛的通知

各市水利局、总工会：

为提高职工技能，省水利厅、省总工会决定共同举办南屏省第五届水利行业职业技能竞赛。现通知如下。

一、竞赛工种

竞赛设水工闸门运行工、河道修防工、水文勘测工3个工种，均为个人赛，由各市组成代表队参加，每个代表队设领队1名。

二、时间和地点

决赛于2026年9月8日至10日在南屏水利职业学院举行。2026年8月20日进行理论考试。

三、选手条件

（一）选手须为南屏省水利企事业单位的在岗职工，年满18周岁、不超过55周岁，年龄计算至2026年6月30日，在现单位工作满2年。
（二）选手须持有本工种四级/中级工及以上职业技能等级证书。
（三）报名水工闸门运行工的，还应持有有效的低压电工作业证；报名河道修防工的，还应取得潜水作业证书。
（四）在往届竞赛同一工种中获得前三名的，不再参加该工种的竞赛。
（五）每名选手限报1个工种。

四、名额和报名

（一）每个市每个工种选派2名选手。同一单位每个工种最多推荐1名。
（二）各市水利局于2026年7月10日前将选手推荐表、汇总名单报送竞赛办公室。名单报送后确需更换选手的，于赛前10天提出书面申请。凡提供虚假材料的，取消参赛资格。
（三）各市应当为选手办理人身意外伤害保险。选手在原单位连续参加社会保险。

五、评分

（一）理论成绩占30%；实操成绩占70%。总成绩相同的，实操成绩高者名次在前。
（二）按三级/高级工标准命题。
（三）各单位要做好竞赛场地、设备的安全检查。

六、奖励

（一）每个工种设一等奖1名，奖金4000元；二等奖2名，奖金各2000元；三等奖3名，奖金各1000元。
（二）各工种第一名，由省水利厅授予“南屏水利工匠”称号。
（三）对组织得力的市授予优秀组织奖，名额不超过4个。

七、联系方式

竞赛办公室：鲍老师，13900031001。

南屏省水利厅
南屏省总工会
2026年2月20日
"""


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk([read_notice("np-shuili-2026", NOTICE.encode(), Confirmed())])


def _said(desk: Desk, question: str) -> tuple[str, str]:
    before, _, last = question.rpartition("|")
    history = (Turn(question=before),) if before else ()
    answer = desk.answer(Question(text=last, notice="np-shuili-2026", as_of=NOON, history=history))
    return answer.status, answer.text


TOLD = [
    ("all awards of the section", "设哪些奖", ["一等奖", "三等奖", "水利工匠", "组织奖"], []),
    ("awards by another word", "奖项设置", ["一等奖", "水利工匠", "组织奖"], []),
    ("a row of parts from where it begins", "总分怎么构成", ["占30%", "占70%"], ["奖"]),
    ("one prize, not the others of its row", "一等奖多少钱", ["4000元"], ["2000元"]),
    ("what a rank gets, no bar of winners", "第一名给什么荣誉", ["水利工匠"], ["不再参加"]),
    ("the number of those placed", "每个工种取几名", ["一等奖1名"], ["取得"]),
    ("who holds it together", "谁主办的", ["省水利厅、省总工会"], ["发布"]),
    ("the days of the contest, all of them", "哪天比赛", ["9月8日", "8月20日"], ["7月10日"]),
    ("no day by which ages are reckoned", "什么时候比赛", ["9月8日"], ["6月30日"]),
    ("the quota of entrants", "有名额限制吗", ["2名"], ["组织奖", "7月10日"]),
    ("the quota of a place", "我们市能派几个选手", ["选派2名"], ["限报1个", "组织奖"]),
    ("how teams are made up", "组队要求", ["组成代表队"], ["组织奖"]),
    ("single entrants are a size too", "几个人一组", ["个人赛"], []),
    ("a leader by number", "领队有几个名额", ["领队1名"], []),
    ("papers by the sentence that lists them", "报名要交什么材料", ["推荐表"], ["虚假"]),
    ("where papers go, no venue", "材料交到哪里", ["竞赛办公室"], ["水利职业学院"]),
    ("until when papers are handed in", "材料几号前交", ["7月10日"], ["9月8日"]),
    ("a deadline, none for exchanges", "报名什么时候截止", ["7月10日"], ["赛前10天"]),
    ("every certificate that is asked for", "需要什么证才能报", ["四级", "电工作业证", "潜水"], []),
    ("winners of earlier editions", "以前拿过名次的还能来吗", ["往届"], ["名次在前"]),
    ("an insurance, no social one", "要不要买保险", ["意外伤害保险"], ["社会保险"]),
    ("what questions go by", "题目按什么标准出", ["三级/高级工"], []),
    ("an exchange by its reason", "有人病了能换吗", ["更换选手"], []),
    ("the contest after the deadline", "报名截止是哪天|那比赛呢", ["9月8日"], ["7月10日"]),
]


@pytest.mark.parametrize(("name", "question", "told", "other"), TOLD, ids=[c[0] for c in TOLD])
def test_it_is_told_in_full(desk, name, question, told, other):
    status, text = _said(desk, question)
    assert status == "answered"
    assert [each for each in told if each not in text] == []
    assert [each for each in other if each in text] == []


SILENT = [
    ("a place to check in, where one is held", "在哪报到"),
    ("undertaking, where units pay", "承办单位是谁"),
    ("a bank of questions, where places are told later", "题库在哪"),
    ("open or closed books", "考试是闭卷吗"),
    ("who does not come", "缺考怎么处理"),
    ("tools of one's own", "要自己带工具吗"),
]


@pytest.mark.parametrize(("name", "question"), SILENT, ids=[c[0] for c in SILENT])
def test_it_is_silent(desk, name, question):
    assert _said(desk, question)[0] == "not_stated"


@pytest.mark.parametrize("award", ["团体奖", "优秀教练奖", "最佳创意奖"])
def test_an_award_that_is_not_there_is_refused_with_those_that_are(desk, award):
    status, text = _said(desk, f"{award}怎么评")
    assert status == "not_stated"
    assert award in text
    assert "优秀组织奖" in text


@pytest.mark.parametrize("question", ["优秀组织奖怎么评", "组织奖有几个", "获奖了给证书吗"])
def test_an_award_that_is_there_is_not_called_missing(desk, question):
    assert "通知未规定优秀组织奖" not in _said(desk, question)[1]


def test_a_place_kept_safe_is_no_venue():
    text = NOTICE.replace("在南屏水利职业学院举行", "举行")
    small = Desk([read_notice("np-shuili-2026", text.encode(), Confirmed())])
    assert _said(small, "比赛在哪")[0] == "not_stated"


FULLER = [
    ("a rule with its exception", "能换人吗", ["更换选手"], []),
    ("one person's money of the rank asked before", "一等奖几名，奖多少", ["4000元"], ["2000元"]),
    ("two days in one breath", "报名截止和比赛时间分别是什么时候", ["7月10日", "9月8日"], []),
    ("one age for all is a woman's too", "女的最大多少岁", ["不超过55周岁"], []),
    ("an e-mail or a phone alone", "电话是多少", ["13900031001"], ["截止"]),
    ("who buys, from the sentence on it", "保险谁买", ["各市应当为选手办理"], ["社会保险"]),
]


@pytest.mark.parametrize(("name", "question", "told", "other"), FULLER, ids=[c[0] for c in FULLER])
def test_what_goes_together_is_told_together(desk, name, question, told, other):
    status, text = _said(desk, question)
    assert status in {"answered", "partial"}
    assert [each for each in told if each not in text] == []
    assert [each for each in other if each in text] == []


def test_an_item_of_several_ways_is_told_with_the_others():
    text = NOTICE.replace(
        "（二）选手须持有本工种四级/中级工及以上职业技能等级证书。",
        "（二）选手应当具备下列条件之一：\n1.取得四级/中级工及以上职业技能等级证书；\n2.从事本工种工作满4年。",
    )
    small = Desk([read_notice("np-shuili-2026", text.encode(), Confirmed())])
    status, said = _said(small, "要干满几年")
    assert status == "answered"
    assert "四级/中级工" in said
    assert "满4年" in said
