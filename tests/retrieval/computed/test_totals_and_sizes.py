"""Totals of prizes, columns and teams, marks by weights and means, and what holds for a size."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.confirmed import Confirmed
from knowledge.notice import read_notice
from retrieval.computed.prize_totals import prize_total
from retrieval.computed.rates import of_each
from retrieval.computed.team_sums import of_teams
from retrieval.computed.weights import averaged, called, weighing
from retrieval.desk import Desk
from retrieval.model import Question

NOON = datetime(2026, 5, 1, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
NOTICE = """关于举办2026年月河市养老照护技能竞赛的通知

月民发〔2026〕5号

各有关单位：

一、竞赛项目

竞赛设老年照护、康复辅助、膳食制作三个项目。

二、名额

养老机构按照床位数确定名额：床位不足50张的，各限报1人；床位50张至200张的，各限报2人；床位超过200张的，各限报4人。
院校每校限报4队，每队可报指导教师1名，同一名教师最多指导2队。学生赛为双人赛，两名学生一队。

三、成绩

老年照护项目笔试成绩占35%，现场照护占65%。评委打分去掉一个最高分和一个最低分后取平均分。

四、奖励

职工组设一等奖2名、二等奖3名、三等奖5名；学生组设一等奖1队、二等奖2队、三等奖3队。
奖金标准：职工组一等奖4000元、二等奖2000元、三等奖1000元；学生组一等奖800元、二等奖500元、三等奖300元。

五、联系方式

联系人：葛明，13900091001

附件1

参赛单位

序号\t单位\t性质\t可报队数
1\t月河市第一福利院\t公办\t3
2\t月河市第二福利院\t公办\t2
3\t晚晴照护中心\t民办\t1
4\t松鹤照护中心\t民办\t2

月河市民政局
2026年4月1日
"""
TOLD = {
    "winners of a group": ("职工组一二三等奖加起来几个人", "2+3+5=10名"),
    "money of a group": ("职工组奖金总共多少钱", "2×4000+3×2000+5×1000=19000元"),
    "money of the other": ("学生组奖金总共多少钱", "1×800+2×500+3×300=2700元"),
    "marks as they are called": ("老年照护笔试80，现场照护90，总成绩多少", "80×35%+90×65%=86.5分"),
    "a mean without the ends": ("评委打了90、80、85、70，取平均多少分", "(80+85)÷2=82.5分"),
    "a size within two ends": ("我们120张床位能报几个人", "各限报2人"),
    "a size at an end": ("床位有200张，能报几个人", "各限报2人"),
    "a size above all": ("床位300张的机构，三个项目一共最多报几人", "3×4=12人"),
    "a column for some rows": ("公办单位一共可以报几支队", "3+2=5队"),
    "teams without advisers": ("学校报满四队一共几个学生", "4×2=8人"),
}
SILENT = {
    "a share that is not told": "康复辅助笔试80，现场操作90，总成绩多少",
    "another mark": "老年照护笔试80，面试90，总成绩多少",
}


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk([read_notice("yh-yanglao-2026", NOTICE.encode(), Confirmed())])


def told(desk: Desk, text: str) -> str:
    return desk.answer(Question(text=text, notice="yh-yanglao-2026", as_of=NOON, id="t")).text


@pytest.mark.parametrize("name", TOLD)
def test_what_it_comes_to(desk, name):
    text, formula = TOLD[name]
    assert formula in told(desk, text)


@pytest.mark.parametrize("name", SILENT)
def test_nothing_is_worked_out_without_all_of_it(desk, name):
    assert "=" not in told(desk, SILENT[name])


def test_other_sizes_are_left_out(desk):
    assert "各限报4人" not in told(desk, "我们120张床位能报几个人")


def test_a_row_that_is_named_is_no_column(desk):
    assert "3+2" not in told(desk, "第一福利院公办的一共可以报几支队")


def test_two_kinds_alike_make_no_total():
    texts = ["个人赛一等奖1名、二等奖2名；团体赛一等奖3名、二等奖4名"]
    assert prize_total("一二等奖加起来几个人", texts) is None


def test_prizes_for_each_track_are_no_total_of_all():
    texts = ["各赛项设一等奖1名、二等奖2名"]
    assert prize_total("一二等奖总共几个人", texts) is None
    assert prize_total("一个赛项一二等奖总共几个人", texts) is not None


def test_teams_are_no_winners():
    texts = ["一等奖1名、二等奖2名、三等奖3名"]
    assert prize_total("全报满一共多少名选手", texts) is None


def test_money_is_no_number_of_people():
    assert of_each("一个项目奖金总共多少钱", ["每个项目取前10名"]) is None


def test_two_ways_of_weighing_need_their_stage():
    ways = ["初赛理论占40%，技能占60%", "决赛理论占10%，技能占90%"]
    assert weighing("理论70技能80最后多少分", ["理论", "技能"], ways) is None
    assert weighing("决赛理论70技能80多少分", ["理论", "技能"], ways).at == 1


@pytest.mark.parametrize("text", ["理论80分", "理论和实操各占多少", "理论120题实操60分钟总分多少"])
def test_no_marks_of_parts(text):
    assert called(text) == {}


def test_no_mean_is_taken_where_none_is_stated():
    assert averaged("考了80、90多少分", ["成绩由裁判评定"]) is None


def test_an_adviser_is_no_team():
    texts, units = ["院校限报3队，每队可报指导教师2名"], ["每队可报指导教师2名"]
    assert of_teams("学校一共几个学生", texts, units) is None


def test_teams_one_adviser_leads_are_no_number_of_teams():
    texts = ["同一教师在同一赛项最多指导2支队伍"]
    assert of_teams("一支队伍一共几个人", texts, ["每队3名选手"]) is None


def test_a_mean_that_is_weighed_is_no_mark():
    text = NOTICE.replace(
        "评委打分去掉一个最高分和一个最低分后取平均分。", "总成绩＝平均分×20%＋演示×80%。"
    )
    desk = Desk([read_notice("yh-yanglao-2026", text.encode(), Confirmed())])
    assert "÷" not in told(desk, "评委打了90、80、85、70，取平均多少分")
