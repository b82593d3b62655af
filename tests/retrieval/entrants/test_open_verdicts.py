"""The clause on somebody's very case is told before a verdict that is still open."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.eligibility.drafting import draft_rules
from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question

TEXT = """关于举办眼镜行业职业技能大赛的通知

一、参赛条件
年满18周岁、不超过60周岁，从事本职业满2年的在职职工。
二、报名
夜班职工的证明由车间主任签字。
报名表于2026年5月8日前发至yanjing@example.cn。
"""
NOTICE = read_notice("yanjing-2026", TEXT.encode())
AS_OF = datetime(2026, 5, 1, tzinfo=ZoneInfo("Asia/Shanghai"))
OWN = "夜班职工的证明由车间主任签字"


def told(text, surest):
    desk = Desk([NOTICE], rules={NOTICE.id: draft_rules(NOTICE)})
    question = Question(text=text, as_of=AS_OF, notice=NOTICE.id)
    ((consultant, _),) = desk.sought(question)
    found = [c for c in consultant.second.grid.found if surest in c.plain]
    consultant._nearest.surely = lambda _: tuple(found[:1])
    return desk.answer(question).text


def test_it_stands_before_the_open_verdict():
    text = told("我是职工，今年30岁，能报名吗", OWN)
    assert OWN in text.splitlines()[0]
    assert "还要知道" in text


@pytest.mark.parametrize(
    ("question", "surest"),
    [("我是职工，今年30岁，能报名吗", "年满18周岁"), ("我是职工，今年62岁，能报名吗", OWN)],
    ids=["what the verdict quotes already", "beside a verdict that is none of open ones"],
)
def test_nothing_is_told_twice_or_beside_a_verdict(question, surest):
    text = told(question, surest)
    assert OWN not in text
    assert text.count("年满18周岁") == 1
