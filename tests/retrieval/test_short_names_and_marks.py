"""Short words for tracks and units, marks told, ranks in order, and what eases a condition."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from eval.persons import drafted
from retrieval.desk import Desk
from retrieval.model import Question

PORT = """关于举办盐湖港务集团第七届“领航杯”岗位技能竞赛的通知
各单位：
现将有关事项通知如下。
一、竞赛项目
（一）个人项目3个：起重操作、货运调度、客运服务。
（二）团体项目2个：船舶应急抢险、码头智能巡查。
二、参赛对象
（一）与集团签订劳动合同的在岗员工。
（二）各项目年龄要求：
项目\t年龄要求\t备注
起重操作\t18至50周岁\t持起重机械操作证
货运调度\t18至45周岁\t
客运服务\t18至40周岁\t限盐湖市户籍员工
船舶应急抢险\t18至50周岁\t
码头智能巡查\t18至55周岁\t
退役军人参加货运调度项目的，年龄放宽至48周岁。
（三）下列人员不参加本届竞赛：
1.近一年内受过处分的；
2.上届同一项目冠军。
（四）哺乳期女员工可以报客运服务项目，其他项目不予受理。
三、名额
单位\t每个个人项目\t船舶应急抢险\t码头智能巡查
东港作业分公司\t4人\t2队\t1队
拖轮服务分公司\t仅报货运调度，3人\t不分配\t2队
集团本部\t2人\t1队\t1队
四、赛程
（一）线上理论考试：10月20日19:00，在“港航学堂”手机端进行，低于60分的不得进入实操比赛。
（二）实操比赛：
项目\t日期\t地点
起重操作\t11月3日\t二号泊位
货运调度\t11月4日\t调度中心
客运服务\t11月5日\t客运大厅
船舶应急抢险\t11月8日\t拖轮基地
码头智能巡查\t11月9日\t智能码头
五、计分
（一）码头智能巡查每查出1处隐患得5分，误报1处扣2分。
（二）船舶应急抢险每次违规操作罚时3分钟。
（三）个人项目第1名至第5名依次计8、6、4、3、2分。
六、奖励
（一）奖金如下：
名次\t个人项目\t船舶应急抢险（每队）\t码头智能巡查（每队）
第1名\t4000元\t11000元\t7000元
第2名\t2500元\t7000元\t4200元
（二）总成绩低于60分的，不授予任何奖项。
七、保障
起重操作选手自备手套，绝缘表由竞赛组统一提供。
八、联系人
报名咨询：岑晓，13900072201。
盐湖港务集团有限公司
2026年8月20日
"""
NOW = datetime(2026, 9, 1, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
TOLD = {
    "initials that are an everyday word": ("客服的实操是哪一天", "11月5日", "10月20日"),
    "a part of a name": ("起重的实操是哪天", "11月3日", "10月20日"),
    "a name with a word left out": ("船舶抢险几号比", "11月8日", "11月9日"),
    "a unit with a word left out": ("拖轮公司船舶抢险几个队", "不分配", "2队"),
    "whether a unit may enter": ("拖轮服务分公司能参加船舶应急抢险吗", "不分配", "2队"),
    "a rank without 名": ("个人第一给多少钱", "4000元", "11000元"),
    "two tracks apart": ("船舶应急抢险和码头智能巡查的冠军奖金差多少", "4000元", ""),
    "two ranks apart": ("个人项目第一名比第二名多多少钱", "1500元", "11000"),
    "a rank in order": ("个人第三名计几分", "4分", "第1名：4000"),
    "right and wrong": ("码头智能巡查查出12处误报2处得几分", "56分", ""),
    "times of a penalty of time": ("船舶应急抢险违规操作4次一共罚多少分钟", "12分钟", ""),
    "marks below a bar": ("总分55 给不给奖", "不授予任何奖项", ""),
    "marks of a part": ("理论考了58能参加实操吗", "不得进入实操", "周岁"),
    "an easing": ("我是退役军人，47岁，能报货运调度吗", "放宽至48周岁", "不可以"),
    "people of a kind": ("哺乳期能报起重操作吗", "其他项目不予受理", "未规定"),
    "the same of another track": ("哺乳期能报客运服务吗", "可以报客运服务", "未规定"),
    "who takes no part": ("哪几种人不让参加", "受过处分", ""),
    "a word with 用 or 表 in it": ("绝缘表还要我带不", "统一提供", ""),
    "what it runs on": ("理论在什么软件上考", "港航学堂", "未规定"),
}


@pytest.fixture(scope="module")
def desk() -> Desk:
    notice, rules = drafted("port", PORT.encode())
    return Desk([notice], rules={"port": rules})


def _text(desk: Desk, question: str) -> str:
    return desk.answer(Question(text=question, as_of=NOW, notice="port")).text


@pytest.mark.parametrize(("question", "told", "untold"), TOLD.values(), ids=TOLD)
def test_it_is_told(desk, question, told, untold):
    text = _text(desk, question)
    assert told in text
    assert not untold or untold not in text


def test_easing_is_for_those_it_names(desk):
    assert "放宽" not in _text(desk, "我47岁，能报货运调度吗")
    assert "放宽" not in _text(desk, "我是退役军人，47岁，能报起重操作吗")


def test_everyday_words_are_no_tracks(desk):
    assert "11月5日" not in _text(desk, "客服电话多少")


def test_when_papers_are_due_needs_no_papers():
    due = "八、报名\n10月9日12:00前将报名材料发至gw@port.example.cn。\n九、联系人"
    text = PORT.replace("八、联系人", due)
    notice, rules = drafted("port", text.encode())
    told = _text(Desk([notice], rules={"port": rules}), "材料哪天前交")
    assert "10月9日" in told


def test_row_tells_who_may_enter(desk):
    assert "限盐湖市户籍员工" in _text(desk, "外省来的能去比客运服务吗")
