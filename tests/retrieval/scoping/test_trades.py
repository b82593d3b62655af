"""A track by the trade people say they have."""

from __future__ import annotations

import pytest

from knowledge.notice import read_notice
from knowledge.plain import comparable
from retrieval.question.lexicon import words
from retrieval.scoping.scope import Scopes

NOTICE = """关于举办丹岭市职业技能大赛的通知
一、赛项
设制帽工、工程机械维修、汽车营销、书画装裱师、陶瓷烧制工、中式烹调师、卫生防疫员、竹编八个赛项。
二、条件
各赛项选手须年满18周岁，竹制品、画框由承办单位提供。
三、操作内容
赛项\t任务\t时长
制帽工\t草编遮阳帽一顶\t120分钟
工程机械维修\t挖掘机故障排除、空调检查\t90分钟
汽车营销\t展车介绍、空调演示\t30分钟
"""


def told(text: str) -> tuple[str, ...]:
    notice = read_notice("n", NOTICE.encode())
    named = Scopes([notice], words()).resolve(comparable(text), 2026).tracks.get("n")
    names = {t.id: t.name for t in notice.tracks}
    return tuple(names[i] for i in named.ids) if named else ()


@pytest.mark.parametrize(
    ("text", "track"),
    [
        ("我做帽子的 几号比", "制帽工"),
        ("我家是做帽的，在哪里比", "制帽工"),
        ("修工程机械的几号报到", "工程机械维修"),
        ("职工组裱画这项考多久", "书画装裱师"),
        ("我学画的考多久", "书画装裱师"),
        ("搞瓷器的在哪里比", "陶瓷烧制工"),
        ("我做菜的 考什么", "中式烹调师"),
        ("我编竹子的哪天比", "竹编"),
        ("修挖掘机的考多久", "工程机械维修"),
    ],
)
def test_what_is_worked_on_tells_the_track(text: str, track: str) -> None:
    assert told(text) == (track,)


@pytest.mark.parametrize(
    "text",
    [
        "我做生意的，能报吗",
        "学生的证件要带吗",
        "做饭的时候能坐着吗",
        "我做过饭 能报吗",
        "做工的几号比",
        "考试的时间多长",
        "我修空调的考多久",
    ],
    ids=[
        "no track",
        "another word",
        "while at it",
        "once",
        "several tracks",
        "an everyday word",
        "in rows of two tracks",
    ],
)
def test_no_trade_is_read_into_other_words(text: str) -> None:
    assert told(text) == ()
