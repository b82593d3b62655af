"""A table told by kinds of tracks is told to whoever names one of the tracks, and no other's."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question

AT = datetime(2026, 9, 1, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
TEXT = """关于举办2026年青榆市家装行业技能比武的通知

一、比武项目
（一）个人项目两个：
1.镶砖工（墙面铺贴）；
2.门窗木工（门套安装）。
（二）师徒项目一个：堵漏工（阳台防水），一师一徒结对参加。

二、时间节点

环节	个人项目	师徒项目
报名截止	9月11日	9月16日
决赛	10月20日	10月21日

三、费用
报名费按下列标准收取：

报名单位类别	个人项目（每人）	师徒项目（每对）
协会会员单位	免收	免收
非会员单位	130元	210元

四、奖励

名次	个人项目（每人）	师徒项目（每对）
冠军	5000元	9000元
亚军	2500元	4500元

五、联系人

事项	联系人	电话	邮箱
个人项目报名	唐老师	13900090011	geren@qyjz.example.com
师徒项目报名	宋老师	13900090012	shitu@qyjz.example.com
退费	金会计	13900090013	caiwu@qyjz.example.com

青榆市家装行业协会
2026年8月3日
"""


@pytest.fixture(scope="module")
def desk():
    return Desk([read_notice("qingyu", TEXT.encode())])


def ask(desk, text):
    return desk.answer(Question(text=text, as_of=AT, notice="qingyu")).text


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        ("门窗木工报名截止是哪天", "9月11日", "9月16日"),
        ("堵漏工什么时候截止报名", "9月16日", "9月11日"),
        ("镶砖工今天还能报名吗", "9月11日", "9月16日"),
        ("堵漏工决赛是哪天", "10月21日", "10月20日"),
        ("我们没入协会，门窗木工报名费多少钱", "130元", "210元"),
        ("会员单位报师徒项目多少钱", "免收", "210元"),
        ("非会员报名费多少", "130元", "会员单位：个人项目（每人）：免收"),
        ("门窗木工冠军给多少钱", "5000元", "9000元"),
        ("堵漏工报名打哪个电话", "13900090012", "13900090011"),
        ("镶砖工报名发哪个邮箱", "geren@", "shitu@"),
        ("退费找谁", "金会计", "唐老师"),
    ],
)
def test_the_column_or_row_of_the_kind(desk, question, told, not_told):
    answer = ask(desk, question)
    assert told in answer
    assert not_told not in answer


def test_who_says_neither_track_nor_membership_is_told_all(desk):
    answer = ask(desk, "报名费多少钱")
    for fact in ("130元", "210元", "免收"):
        assert fact in answer
