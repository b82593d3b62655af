"""What a sentence takes out of what it says stands in the answer; so does another place."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question

TEXT = """关于举办云河市第五届茶叶职业技能竞赛的通知

一、时间和地点
竞赛于2026年10月21日至23日在云河市职业学校（新街5号）举行。茶艺项目因场地限制，改在市文化馆（民乐街21号）举行。
二、项目
代码 | 项目 | 决赛人数
A | 手工绿茶制作 | 30人
B | 手工白茶制作 | 20人
C | 茶艺 | 24人
三、比赛办法
A项目每人发鲜叶5公斤。B项目每人发鲜叶8公斤。
四、补助和奖励
（一）选手参赛期间每人每天发误工补助100元，按三天计发；在校学生不发。
（二）A、C项目前三名的，可申请高级工等级认定；B项目暂不开展等级认定。
（三）前三名入选省集训队，集训时间地点由省总工会另行通知。
五、联系方式
联系人：林老师，0999-1234567。
"""
NOTICE = "chaye-2026"
DESK = Desk([read_notice(NOTICE, TEXT.encode())])


def ask(text):
    on = datetime(2026, 9, 1, tzinfo=ZoneInfo("Asia/Shanghai"))
    return DESK.answer(Question(id="q", text=text, as_of=on, notice=NOTICE))


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("学生有误工补助吗", ["在校学生不发"], []),
        ("误工补助有多少", ["100元", "在校学生不发"], []),
        ("手工白茶第一名能评高级工吗", ["暂不开展"], ["可以。", "免"]),
        ("手工绿茶第一名能评高级工吗", ["可申请高级工"], ["暂不开展"]),
        ("比赛地点在哪", ["云河市职业学校", "市文化馆"], ["另行通知", "尚未公布"]),
        ("集训地点在哪", ["另行通知"], ["职业学校"]),
        ("手工白茶每人发多少鲜叶", ["8公斤"], ["5公斤"]),
        ("A项目每人发多少鲜叶", ["5公斤"], ["8公斤"]),
    ],
)
def test_exceptions_letters_and_other_places(question, told, untold):
    text = ask(question).text
    assert [t for t in told if t not in text] == [], text
    assert [t for t in untold if t in text] == [], text
