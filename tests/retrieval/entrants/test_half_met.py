"""A sentence with two conditions is not told as met while one of them is not, or is not known."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from eval.persons import drafted
from retrieval.desk import Desk
from retrieval.model import Question

TEXT = """岚州市总工会关于举办岚州市第三届焊接职业技能竞赛的通知
一、赛项
竞赛设焊条电弧焊、氩弧焊两个赛项，分职工组、学生组。
二、参赛条件
（一）职工组：选手须与本市企业签订劳动合同，并由该企业连续缴纳社会保险6个月以上。
（二）年满18周岁。
三、联系方式
联系人：林老师，0999-1234567。
"""


@pytest.fixture(scope="module")
def desk():
    notice, rules = drafted("hanjie-2026", TEXT.encode())
    return Desk([notice], rules={notice.id: rules})


def ask(desk, text):
    on = datetime(2026, 8, 1, tzinfo=ZoneInfo("Asia/Shanghai"))
    return desk.answer(Question(id="q", text=text, as_of=on, notice="hanjie-2026")).text


@pytest.mark.parametrize(
    "question", ["社保才交5个月，职工组报得上吗", "社保刚交了3个月能报职工组吗"]
)
def test_too_few_months_are_a_no(desk, question):
    text = ask(desk, question)
    assert "不符合" in text
    assert "6个月" in text
    assert "这一点符合" not in text


def test_a_contract_alone_is_not_told_as_meeting_both(desk):
    text = ask(desk, "我跟厂里签了劳动合同，社保没算过交了多久，职工组能报吗")
    assert "这一点符合：“职工组：选手须与" not in text
