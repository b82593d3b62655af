"""Answers that go on where the notice does, tell one contact where one is meant, and are not drawn aside."""
# ruff: noqa: E501 a clause is one line

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question, Turn

TEXT = """岚州市豆制品行业职业技能竞赛方案

岚州市食品工业协会、岚州市总工会定于2026年10月举办岚州市豆制品行业职业技能竞赛。

一、赛项
（一）本次竞赛设三个赛项：豆腐制作工、豆干腌制工、豆浆调配工。
（二）竞赛设三个个人科目。第一科目为豆类原料知识，闭卷机考，时间50分钟；第二科目为凝固点判定，在操作间完成，时间40分钟；第三科目为成品品评，时间30分钟。
（三）成品品评从卤水豆腐、石膏豆腐、内酯豆腐三种中抽取一种，开赛前抽签决定。
（四）理论题目中，食品安全法规约占25%，原料知识约占45%，加工工艺约占30%。

二、报名条件
（一）在岚州市豆制品企业工作的职工，由企业连续缴纳社会保险满8个月，年龄58周岁以下。
（二）每家企业选派选手5名，其中35周岁以下选手不少于2名。
（三）豆腐制作工双人上场，两名选手须来自同一单位。
（四）往届一等奖获得者不再作为选手参赛，可担任教练。
（五）已办理毕业手续的学生不得参加学徒组。
（六）每队由领队1名、教练1名、选手5名组成，教练可由领队兼任。
（七）各企业每个赛项每个组别不超过2人（团队项目不超过1队）。优秀组织单位不超过4个。
（八）外包公司的配送工可以由所在豆制品企业推荐，社保由外包公司缴纳的同样认可。
（九）每个赛项设裁判长1名，各企业可推荐裁判员1名。

三、报名办法
报名采取线上填报和书面报送相结合的方式。各企业登录“岚州豆网”竞赛专栏填报选手信息；填报完成后导出报名表，加盖公章后寄送至协会秘书处。线上未填报的，视为未报名。系统报名以审核通过短信为准，2个工作日内未收到短信的请致电查询。报名后如需调整选手，应于9月20日前书面告知秘书处。

四、报名材料
（一）报名汇总表（加盖公章）；
（二）身份证正反面复印件；
（三）近期2寸白底照片。

五、材料格式
材料扫描为一个PDF文件，以“企业+赛项”命名发送至dou2026@lanzhou.example.org，纸质材料报到时提交。

六、比赛纪律
（一）遇8级以上大风或暴雨红色预警，室外品评顺延，由裁判长宣布。
（二）选手因身体不适可申请暂停1次，暂停时间不超过6分钟。
（三）实操中选手提出设备故障，经裁判确认非选手原因的，给予补时。
（四）对成绩有疑问的，可在成绩公布后1个工作日内由领队填写复核申请表交监督组。
（五）成绩于10月26日至30日在协会网站公示，公示无异议后印发表彰决定。成品在成绩公示结束前由秘书处封存。
（六）理论成绩前40%且不低于60分者进入复赛。理论成绩不带入复赛。

七、奖励
（一）获个人一等奖的选手，由市总工会授予“岚州市五一劳动奖章”。
（二）单项奖各取第1名，颁发证书，可与个人奖兼得。
（三）各赛项前3名核发技师职业技能等级证书，第4至8名核发高级工职业技能等级证书。曾获第一名的，不得再报同一赛项。

八、作品
每队的作品自选背景音乐，时长三分钟。背景音乐以MP3格式拷入U盘，检录时提交。

九、费用
选手食宿由承办企业安排，费用由协会竞赛经费列支；往返交通费由各企业自理。

十、联系方式
竞赛秘书处：宓青梧，0599-60010001；赛项技术咨询：宓远舟，13900060002；院校联络：危小荷，0599-60010003；赛务与退费：危长风，0599-60010004。

附件1 决赛日程表
日期	时间	内容	地点
10月20日	8:30—10:00	理论考试（职工组、学徒组）	豆香楼一层
10月21日	8:00—12:00	豆腐制作实操（职工组）	豆香楼二层操作间
10月21日	14:00—17:00	豆腐制作实操（学生组）	豆香楼三层模拟间

岚州市食品工业协会　岚州市总工会
2026年8月12日
"""
CASES = {
    "all tracks where the catalogue knows none": (
        "比赛都设了啥项目",
        ["豆干腌制工", "豆浆调配工"],
        [],
    ),
    "what is drawn, no place": ("成品品评会抽到哪几种", ["石膏豆腐"], ["秘书处"]),
    "each subject in its turn": (
        "三个个人科目都考啥",
        ["豆类原料知识", "凝固点判定", "成品品评"],
        [],
    ),
    "all shares of a whole": ("理论题各块内容占比", ["25%", "45%", "30%"], []),
    "how long somebody must be insured": ("要交多久社保才够格", ["8个月"], []),
    "a limit of age, no make-up of a team": ("年龄多少岁以下能报", ["58周岁"], ["35周岁"]),
    "a partner from elsewhere": ("我跟另一家公司的朋友搭档行不行", ["同一单位"], []),
    "who has left school": ("我已经办完毕业手续了，还能报学徒组吗", ["不得参加"], []),
    "what a team is made up of": ("一个队总共几个人，怎么构成", ["领队1名", "选手5名"], ["裁判"]),
    "how many a unit may enter": (
        "一家企业一个赛项一个组别能报几个人，个人项目",
        ["2人"],
        ["裁判长"],
    ),
    "the steps behind the way": ("怎么报名，步骤讲一下", ["岚州豆网", "加盖公章"], ["视为未报名"]),
    "a page is a place to register": ("在什么地方报名", ["岚州豆网"], []),
    "whether one is registered": ("怎么知道报名成没成功", ["短信"], []),
    "until when one may change": ("报上去之后要换人怎么办理", ["9月20日"], []),
    "every paper of the list": (
        "我们公司给职工报名，都要交哪些东西",
        ["报名汇总表", "身份证", "照片"],
        [],
    ),
    "form and name of a file": ("电子版怎么命名、什么格式", ["PDF", "“企业+赛项”"], []),
    "a storm": ("品评那天刮8级风还比吗", ["顺延"], []),
    "a pause, no length of an examination": (
        "实操不舒服想停一下，能暂停多久",
        ["6分钟"],
        ["50分钟"],
    ),
    "a machine that fails": ("比到一半机器坏了怎么办，不是我弄坏的", ["补时"], []),
    "marks reckoned wrong": ("觉得分数算错了，怎么申请查分", ["复核申请表"], []),
    "until when results are shown": ("成绩公示是几号到几号", ["10月26日"], ["封存"]),
    "who comes into the next round": ("理论考怎么才能进复赛", ["前40%"], []),
    "one prize beside another": ("单项第一和个人一等奖能都拿不", ["兼得"], []),
    "certificates by places, no bar": (
        "第一名和第四名拿的等级证一样吗",
        ["技师", "高级工"],
        ["不得再报"],
    ),
    "who pays, no one who manages": ("吃住谁管？车票能报吗", ["列支", "自理"], []),
    "what a body of people is made up of": ("一支队伍怎么构成", ["领队1名"], ["蓝领"]),
    "whether one is registered, otherwise": ("咋确认我报上没报上", ["短信"], []),
    "whether one is told": ("报名成功会发通知吗", ["短信"], []),
    "where one enters, not who is replaced": ("上哪报名", ["岚州豆网"], ["调整选手"]),
    "how one thing is handed in": ("我们队作品的背景音乐怎么交", ["U盘"], ["三分钟"]),
    "people who work for another": ("外包的配送工能来吗，社保在外包公司", ["同样认可"], []),
    "whom to call on a matter": (
        "想问评分方面的技术问题找谁，电话多少",
        ["13900060002"],
        ["60010003", "60010001"],
    ),
    "whom a school calls": ("学校这边对接的人是谁，电话号多少", ["60010003"], ["13900060002"]),
    "whom to call on money": ("想退费联系谁 电话", ["60010004"], ["60010001", "60010003"]),
}


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk([read_notice("dou-2026", TEXT.encode())])


def ask(desk: Desk, question: str, *before: str) -> str:
    asked = Question(
        text=question,
        notice="dou-2026",
        as_of=datetime(2026, 8, 20, tzinfo=ZoneInfo("Asia/Shanghai")),
        history=tuple(Turn(question=b) for b in before),
    )
    return desk.answer(asked).text


@pytest.mark.parametrize(("question", "told", "untold"), CASES.values(), ids=CASES)
def test_the_answer_is_whole_and_alone(
    desk: Desk, question: str, told: list[str], untold: list[str]
) -> None:
    text = ask(desk, question)
    assert all(word in text for word in told), text
    assert not any(word in text for word in untold), text


def test_to_be_a_coach_is_asked_of_the_same_people(desk: Desk) -> None:
    assert "可担任教练" in ask(desk, "那能当教练不？", "往届一等奖还能不能参赛")


def test_the_room_of_a_group_stands_in_the_programme(desk: Desk) -> None:
    text = ask(desk, "学生组实操在哪里比")
    assert "三层模拟间" in text
    assert "二层操作间" not in text
