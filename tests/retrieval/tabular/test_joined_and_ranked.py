"""Tables that must be read together: classes of bodies, ranks, codes with groups, own rules."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from eval.persons import drafted
from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question
from retrieval.tabular.code_cells import codes_of

TEXT = """关于举办北川港务集团技能竞赛的通知
各有关单位：
现将有关事项通知如下。
一、赛道与组别
代码 | 赛道 | 组别 | 决赛时长
A | 桥吊操作 | 职工组 | 60分钟
B | 理货信息处理 | 学生组 | 90分钟
B | 理货信息处理 | 职工组 | 45分钟
C | 电气维护 | 职工组 | 120分钟
二、名额
类别 | 桥吊操作 | 理货信息处理 | 电气维护
甲类单位 | 6人 | 5人 | 4人
乙类单位 | 3人 | 2人 | 1人
三、报名
赛道A报名截止时间为2026年8月3日17:00，赛道B为8月6日17:00，赛道C为8月11日17:00。
每队（人）限更换1名选手。
四、决赛
赛道 | 报到时间 | 地点
A | 9月1日 | 东港码头
B学生组 | 9月3日 | 职教中心
B职工组 | 9月4日 | 信息大楼
C | 9月5日 | 西港车间
五、成绩
（一）赛道A、B：理论占20%，实操占80%。
（二）赛道C：理论占50%，实操占50%。
（三）总成绩相同的，实操成绩高者列前；仍相同的，用时短者列前。
六、奖励
奖次 | 名次 | 桥吊操作奖金 | 理货信息处理、电气维护奖金
金奖 | 第1名 | 5000元 | 每人3000元
银奖 | 第2名至第3名 | 4000元 | 每人2000元
铜奖 | 第4名至第6名 | 2500元 | 每人1000元
奖金于赛后20日内统一打入本人银行卡。
七、费用与纪律
（一）参赛费标准：
参赛类别 | 标准
职工组（A、C） | 600元/人
学生组（B） | 150元/人
职工组（B） | 200元/人
（二）交通、食宿自理。餐费60元/人·天，标准间180元/间·天。
（三）决赛期间职工选手缺席的，取消成绩；学生选手缺席的，可由替补参赛。
（四）报名表加盖公章后于8月12日前寄至大赛办公室。
（五）成绩于决赛结束后次日在系统公布。
纸质材料邮寄地址：北川市滨海路8号港务大厦305室，贺老师收。
获奖选手颁发集团证书。
北川港务集团
2026年7月1日
附件1
单位类别表
类别 | 单位
甲类单位 | 北港一公司、北港二公司、北港物流公司
乙类单位 | 北港拖轮公司、北港水务公司、北港三公司
注：北港水务公司电气维护名额按甲类单位执行，其他不变。
附件2
赛道C补充规定
一、赛道C
总成绩相同的，安全分项高者列前；仍相同的，名次并列。
"""
ID = "x-joined"
NOON = datetime(2026, 7, 10, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
ASKED = {
    "the deadline of the last": ("电气维护几号截止报名", ("8月11日",), ("8月3日", "8月6日")),
    "the deadline of the middle": ("理货几号截止报名", ("8月6日",), ("8月3日", "8月11日")),
    "shares of a letter": ("电气维护理论占多少", ("50%",), ("20%",)),
    "a row of a code and a group": ("理货学生组决赛在哪比", ("职教中心",), ("信息大楼",)),
    "both rows of a code": ("理货信息处理决赛去哪个学校比", ("职教中心",), ("东港",)),
    "the class of a body": ("拖轮公司理货能报几个", ("2人",), ("5人",)),
    "a body short": ("物流公司电气维护几个名额", ("4人",), ("1人",)),
    "a remark before the list": ("水务公司电气维护能报几个", ("4人", "按甲类单位执行"), ()),
    "a remark on another track": ("水务公司桥吊操作能报几个", ("3人",), ("6人",)),
    "the bodies of a class": ("乙类单位是哪几家", ("拖轮", "水务", "三公司"), ("物流",)),
    "a rank in words": ("桥吊操作第一名奖多少钱", ("5000元",), ("3000",)),
    "a rank within others": ("电气维护第五名奖金多少", ("1000元",), ("2500",)),
    "a rule of its own": ("电气维护总分打平怎么排", ("安全分项",), ("实操成绩高", "用时短")),
    "the rule of all": ("桥吊操作总成绩一模一样先比什么", ("实操成绩高",), ("安全分项",)),
    "the fee by its letter": ("桥吊操作参赛费多少钱", ("600元/人",), ("150", "200")),
    "the fee by people": ("理货学生要交几百块", ("150元",), ("600",)),
    "both groups": ("理货职工比的时间和学生一样长吗", ("90分钟", "45分钟"), ("120",)),
    "what a day costs": ("吃饭一天多少钱", ("60元",), ("未规定",)),
    "where it is sent to": ("盖好章的报名表寄到什么地址", ("滨海路8号", "305室"), ()),
    "when marks are seen": ("比完啥时候能看到分数", ("次日",), ()),
    "what follows is in no row": ("学生选手没来会怎样", ("替补参赛",), ("决赛时长",)),
    "when money comes": ("奖金多久到账", ("20日内",), ()),
}


@pytest.fixture(scope="module")
def read():
    return drafted(ID, TEXT.encode())


@pytest.fixture(scope="module")
def desk(read):
    notice, rules = read
    return Desk([notice], rules={ID: rules})


@pytest.mark.parametrize("case", ASKED)
def test_answers(desk, case):
    text, said, unsaid = ASKED[case]
    answer = desk.answer(Question(text=text, as_of=NOON, notice=ID))
    assert answer.status == "answered", answer.text
    assert all(words in answer.text for words in said), answer.text
    assert not any(words in answer.text for words in unsaid), answer.text


@pytest.mark.parametrize("text", ["证书是寄到学校还是自己去拿", "电气维护决赛上午还是下午比"])
def test_what_is_not_said(desk, text):
    answer = desk.answer(Question(text=text, as_of=NOON, notice=ID))
    assert answer.status == "not_stated", answer.text
    assert "去哪" not in answer.text


def test_what_is_to_be_written_is_no_question(desk):
    answer = desk.answer(Question(text="帮我写个班组放假值班表", as_of=NOON, notice=ID))
    assert answer.status == "out_of_scope", answer.text


def test_each_track_has_its_own_deadline(read):
    notice, rules = read
    found = {r.tracks: r.params["at"].day for r in rules.rules if r.check == "deadline"}
    own = tuple((track.id,) for track in notice.tracks)
    assert [found[each] for each in own] == [3, 6, 11]


def test_how_many_are_exchanged_is_no_size_of_a_team(read):
    assert not any(rule.check == "team_size" for rule in read[1].rules)


@pytest.mark.parametrize("cell", ["A类", "实操A", "学生组", "A级（一等）"])
def test_no_codes(cell):
    assert codes_of(cell) == set()


def test_a_letter_before_another_noun_is_no_track(read):
    assert not any("t01" in c.scope.tracks for c in read[0].clauses if "类别" in c.text)


DAYS = """关于举办南湾集团钳工比武的通知
各单位：
一、报名：本部单位5月10日前，境外单位5月20日前，将报名表发送至bm@nanwan.example.com。
二、比赛：6月8日在本部基地举行。
南湾集团
2027年3月8日
"""
WHOSE = {
    "who is over": ("本部单位几号截止报名", "已截止2天"),
    "who is not": ("境外单位报名到几号", "还有8天"),
}


@pytest.mark.parametrize("case", WHOSE)
def test_days_are_counted_to_the_own_deadline(case):
    text, said = WHOSE[case]
    day = datetime(2027, 5, 12, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
    notice = read_notice("x-days", DAYS.encode())
    answer = Desk([notice]).answer(Question(text=text, as_of=day, notice="x-days"))
    assert said in answer.text, answer.text


def test_no_days_are_counted_where_it_is_open_whose():
    day = datetime(2027, 5, 12, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
    notice = read_notice("x-days", DAYS.encode())
    asked = Question(text="报名几号截止", as_of=day, notice="x-days")
    answer = Desk([notice]).answer(asked)
    assert "5月10日" in answer.text
    assert "还有" not in answer.text
