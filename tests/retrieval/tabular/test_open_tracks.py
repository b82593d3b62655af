"""Whom the row of a track lets in, what an absent paper holds, what each of a team gets."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.computed.per_head import shared_out
from retrieval.desk import Desk
from retrieval.model import Question
from retrieval.question.asked import asked
from retrieval.question.lexicon import words

TEXT = """关于举办云坪市第三届残疾人职业技能竞赛的通知
各区县残联：
定于2026年9月举办竞赛，现将有关事项通知如下。
一、赛项设置
表1 赛项
代码 | 赛项 | 参赛残疾类别 | 名额
K01 | 木雕 | 听力、言语 | 3人
K02 | 剪纸 | 肢体、精神（病情稳定） | 2人
K03 | 盲文校对 | 视力 | 2人
二、成绩
总成绩=第一轮成绩×30%+第二轮成绩×70%，K02为第一轮成绩×40%+第二轮成绩×60%。
推荐人选成绩按选拔赛成绩占40%、两轮测评成绩各占30%计算。
三、奖励
表2 奖金
奖项 | 木雕（每队） | 剪纸（每人）
一等奖 | 9000元 | 4000元
二等奖 | 6000元 | 2000元
四、纪律
总分相同的，依次比较第二轮成绩、第一轮成绩；仍相同的，加赛一轮。
选手更换须在赛前5日提出，除伤病外不得换人。
每队外包人员不得超过2人。
五、展位
展位免费，收押金200元，无损坏的10月30日前退还。每队限一个展位，8月25日前向文旅局申请。
个人报名7月18日截止。
六、联系方式
报名：史老师，13900082001
设备测试、断线：容老师，13900082002
附件：1.报名表
2.无障碍服务需求表
3.木雕评分表
云坪市残疾人联合会
2026年5月6日
"""
NOON = datetime(2026, 8, 1, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
ASKED = {
    "a kind that is let in nowhere else": (
        "精神残疾的想报木雕行不行",
        ("不可以", "不含精神", "听力、言语"),
        (),
    ),
    "the kinds of a track": ("木雕哪几类残疾可以报", ("听力、言语",), ("肢体",)),
    "all tracks": ("这次都比哪些手艺", ("木雕", "剪纸", "盲文校对"), ()),
    "an absent paper": ("无障碍服务需求表上要填哪些东西", ("附件2", "没有写"), ()),
    "shared by three": ("木雕一等奖三个人平分每人多少", ("9000÷3=3000元",), ()),
    "shared by the two of a pair": ("木雕二等奖我跟搭档对半分一人多少", ("6000÷2=3000元",), ()),
    "weights of the others": ("木雕第一轮80第二轮90总分多少", ("80×30%+90×70%=87分",), ()),
    "weights of one track": ("剪纸第一轮80第二轮90总分多少", ("80×40%+90×60%=86分",), ()),
    "a share for each of two": (
        "选拔赛80第一轮测评70第二轮测评90，推荐成绩多少分",
        ("80×40%+70×30%+90×30%=80分",),
        (),
    ),
    "a tie of two people": ("总分打平了两个人怎么分先后", ("第二轮成绩、第一轮成绩",), ("外包",)),
    "the day of what is applied for": ("想要个展位，今天申请晚不晚", ("8月25日",), ("7月18日",)),
    "too late to enter": ("今天去报名还行不", ("7月18日", "已截止"), ()),
    "whom to call on a matter": ("设备测试出问题打谁电话", ("13900082002",), ("13900082001",)),
    "others instead": ("选手啥情况才让换人", ("除伤病外不得换人",), ()),
}


@pytest.fixture(scope="module")
def desk():
    return Desk([read_notice("x-open-tracks", TEXT.encode())])


@pytest.mark.parametrize("case", ASKED)
def test_answers(desk, case):
    text, wanted, unwanted = ASKED[case]
    answer = desk.answer(Question(text=text, as_of=NOON, notice="x-open-tracks"))
    assert all(words in answer.text for words in wanted), answer.text
    assert not any(words in answer.text for words in unwanted), answer.text


@pytest.mark.parametrize(
    ("text", "told"),
    [("听力残疾的想报木雕行不行", "不含"), ("视力残疾的想报盲文校对行不行", "不含")],
)
def test_a_listed_kind_is_not_refused(desk, text, told):
    answer = desk.answer(Question(text=text, as_of=NOON, notice="x-open-tracks"))
    assert told not in answer.text


@pytest.mark.parametrize("text", ["17号下午比什么", "木雕比什么"])
def test_a_part_of_the_contest_is_not_all_of_it(desk, text):
    answer = desk.answer(Question(text=text, as_of=NOON, notice="x-open-tracks"))
    assert "共3个" not in answer.text


@pytest.mark.parametrize(
    ("text", "heads"), [("奖金三个人平分每人多少", 3), ("奖金我俩对半分一人多少", 2)]
)
def test_shared_by(text, heads):
    found = shared_out(asked(text, words()), words())
    assert found is not None
    assert found[1] == heads


@pytest.mark.parametrize("text", ["三个人一队奖金多少", "平分的怎么排名", "奖金平分吗"])
def test_not_shared(text):
    assert shared_out(asked(text, words()), words()) is None
