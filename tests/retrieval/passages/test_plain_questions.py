"""What contestants ask most, of a notice numbered 1, 1.1 whose last heading has nothing below."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question

TEXT = """关于举办第三届云河市讲解员技能大赛的通知

1  时间安排
1.1 报名：2027年3月15日至4月2日。学生组因开学较晚，报名延长到4月9日。
1.2 决赛：2027年5月12日至14日。
2  报名材料
2.1 上传的材料：
（1）身份证正反面照片；
（2）从业证明（学生组上传学生证）；
（3）近6个月内白底证件照；
（4）盖章的报名表扫描件。
2.2 每家单位推荐人数不超过3名。
2.3 缴费：对公转账，户名云河市讲解员协会，账号6200000000000008。
3  组别和评分
3.1 大赛设职工组、学生组两个组别。
3.2 每名选手由5名评委打分。同分时，讲解内容分高者优先。
4  食宿
4.1 决赛当天中午提供盒饭。不统一安排住宿。推荐海湾酒店，房间自行预订，电话0777-5550310。

5  联系人
报名：黎老师，0777-5550301
评分：庄师傅，13900000912
"""
NOTICE = read_notice("jiangjie-2027", TEXT.encode())
DESK = Desk([NOTICE])
CASES = {
    "every paper of a list": (
        "报名要交什么材料",
        ["身份证", "从业证明", "证件照", "报名表"],
        ["3名"],
    ),
    "a heading is said once": ("要上传哪些材料", ["身份证", "证件照"], ["上传的材料：近6"]),
    "until when, and for whom later": ("报名什么时候结束", ["4月2日", "4月9日"], []),
    "how to pay": ("怎么付款", ["对公转账", "6200000000000008"], []),
    "where to pay, in traditional characters": ("錢轉到哪個帳號", ["6200000000000008"], []),
    "equal marks": ("分数一样的话看啥", ["讲解内容分高者优先"], ["未规定"]),
    "whom to call is no hotel": ("报名找谁问，电话多少", ["黎老师", "5550301"], ["5550310"]),
    "the hotel's number, where it is asked": ("酒店电话多少", ["5550310"], []),
}


@pytest.mark.parametrize(("question", "told", "untold"), CASES.values(), ids=CASES)
def test_what_is_asked_most(question, told, untold):
    on = datetime(2027, 3, 20, tzinfo=ZoneInfo("Asia/Shanghai"))
    text = DESK.answer(Question(id="q", text=question, as_of=on, notice=NOTICE.id)).text
    assert [t for t in told if t not in text] == [], text
    assert [t for t in untold if t in text] == [], text


def test_a_list_in_one_line_is_told_whole():
    text = """关于举办第二届云河市建筑业职业技能大赛的通知
六、报名
（一）报名时间为2026年9月1日至20日。
（二）需要提交的材料：1.参赛报名表（一式两份）；2.代表队汇总表；3.身份证复印件；4.劳动合同；5.电子照片。
"""
    desk = Desk([read_notice("jianzhu-2026", text.encode())])
    on = datetime(2026, 9, 3, tzinfo=ZoneInfo("Asia/Shanghai"))
    asked = Question(id="q", text="报名要交什么材料", as_of=on, notice="jianzhu-2026")
    told = desk.answer(asked).text
    assert [w for w in ("报名表", "汇总表", "身份证", "合同", "照片") if w not in told] == [], told
    assert told.count("需要提交的材料") == 1


def test_a_bare_number_after_the_last_begins_a_clause_too():
    assert [c.heading for c in NOTICE.clauses if c.path == "5"] == ["联系人"]


@pytest.mark.parametrize("line", ["7  联系人", "3  名选手参加"])
def test_one_that_is_not_the_next_begins_none(line):
    text = TEXT.replace("5  联系人", line)
    notice = read_notice("jiangjie-2027", text.encode())
    assert [c.path for c in notice.clauses if c.path in {"5", "7"}] == []
