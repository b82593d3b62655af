"""Whether one can enter today, how long one has, short numbers to call, days beside the contest."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from knowledge.plain import comparable
from knowledge.values.extensions import extensions
from retrieval.desk import Desk
from retrieval.model import Question
from retrieval.passages.entering import all_aside, of_entering, of_opening

KILN = """关于举办2027年云陶市陶瓷行业职业技能竞赛的通知

各有关单位：
现将有关事项通知如下。凡在云陶市内陶瓷企业从业满两年的人员，年龄在18至60周岁之间，均可报名；在校生年满16周岁的也可以报名。
一、报名
（一）报名平台网址为https://taoci.example，开放时间为2027年5月10日9:00至6月4日17:00。
（二）裁判员由各县行业协会推荐，推荐表于4月30日前报送。
（三）晋级选手确认参赛的截止时间为7月9日。
（四）住宿自理，协议酒店提供每间每晚150元的协议价，需要的请于5月25日前自行预订。
二、竞赛安排
（一）5月20日14:30举办线上赛前说明会，介绍平台操作。
（二）决赛：2027年7月20日至21日。职工组决赛在云陶市会展中心3号楼，学生组决赛在云陶陶瓷学院实训楼。
（三）釉料配制标准时间为35分钟，超时的每分钟扣1分。
（四）兼职队自愿参赛，单独排名。
三、联络
报名咨询：技能科，内线 7316；平台故障：400-0123-456。
云陶市总工会
2027年4月2日
"""
ON = {day: datetime(2027, *day, 9, tzinfo=ZoneInfo("Asia/Shanghai")) for day in ((5, 1), (5, 28))}


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk([read_notice("kiln", KILN.encode())])


def answer(desk: Desk, text: str, day: tuple[int, int] = (5, 1)):
    return desk.answer(Question(text=text, notice="kiln", as_of=ON[day]))


@pytest.mark.parametrize(
    ("question", "day", "says", "silent_on"),
    [
        ("今天能报名不", (5, 1), ["还没有开始", "5月10日", "还有9天开始"], ["不可以", "7月9日"]),
        ("现在可以开始报了吗", (5, 1), ["还没有开始"], ["资格自测"]),
        ("报名开始了没", (5, 28), ["已经开始", "6月4日"], ["还没有"]),
        ("报名啥时候截止", (5, 1), ["6月4日17:00"], ["7月9日", "4月30日"]),
        ("今天还能订协议价房吗", (5, 28), ["不可以", "5月25日前"], ["尚未截止"]),
        ("决赛是哪几天", (5, 1), ["7月20日至21日"], ["5月20日"]),
        ("说明会是哪天", (5, 1), ["5月20日"], []),
        ("职工组打决赛去哪里", (5, 1), ["会展中心3号楼"], []),
        ("釉料配制标准时间是多少", (5, 1), ["35分钟"], ["7月"]),
        ("平台登录不了打什么电话", (5, 1), ["400-0123-456"], []),
        ("报名咨询打哪个内线", (5, 1), ["7316"], []),
        ("兼职队必须参加吗", (5, 1), ["自愿参赛"], []),
        ("上班的工人多大年龄可以报", (5, 1), ["18至60周岁"], []),
    ],
)
def test_value_of_the_very_thing_answers(desk, question, day, says, silent_on):
    said = comparable(answer(desk, question, day).text)
    assert all(comparable(each) in said for each in says), said
    assert not any(comparable(each) in said for each in silent_on), said


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("预约电话内线 6231（孔工）", ["6231"]),
        ("短号：61234", ["61234"]),
        ("服务热线12355", ["12355"]),
        ("技术支持 400-810-1234", ["400-810-1234"]),
        ("内线产品6231件", []),
        ("奖金4000-6000元", []),
        ("分机3人", []),
    ],
)
def test_short_numbers_are_numbers_to_call(text, numbers):
    assert [number for number, _, _ in extensions(text)] == numbers


@pytest.mark.parametrize(
    ("sentence", "aside", "entering"),
    [
        ("承办单位于8月24日至26日举办一次技术说明会。", True, False),
        ("8月24日至26日举行决赛,8月20日抽签。", False, False),
        ("即日起至6月1日,登录平台填报。", False, True),
        ("裁判员推荐表于4月30日前报送。", False, False),
        ("晋级选手确认参赛的截止时间为7月9日。", False, False),
    ],
)
def test_days_are_told_apart_by_their_business(sentence, aside, entering):
    assert (all_aside(sentence), of_entering(sentence)) == (aside, entering)


def test_a_contest_that_begins_today_is_no_time_of_entering():
    assert not of_opening("比赛时间为即日起至11月。")
