"""A correction below the notice, in the same file."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.catalogue.relations.appended import above, appended
from knowledge.catalogue.relations.family import Family
from knowledge.notice import read_notice

DAY = date(2030, 4, 1)
NOTICE = """关于举办云山市第六届制陶大赛的通知
各单位：
一、报名
（一）报名：2030年5月8日至5月20日。
（二）报名邮箱：taoci@x.example.cn。
二、比赛
（一）比赛地点为云山市陶瓷学校。
（二）拉坯赛限时40分钟。
某工会
2030年3月1日
"""


def amended(*lines, heading="更正说明（2030年3月20日）"):
    notice = read_notice("clay", "\n".join([NOTICE, heading, "", *lines]).encode())
    return Family({"clay": notice}).amended("clay", DAY)


@pytest.mark.parametrize(
    ("line", "was", "now"),
    [
        ("一、原第一条第（一）项报名时间更正为：2030年5月8日至6月2日。", "至5月20日", "至6月2日"),
        ("一、报名邮箱改为：zhitao@x.example.cn。", "taoci@", "zhitao@"),
        ("一、比赛地点更正为：云山市文化馆二楼。", "云山市陶瓷学校", "云山市文化馆二楼"),
        ("一、拉坯赛限时由40分钟更正为50分钟。", "限时40分钟", "限时50分钟"),
    ],
)
def test_it_is_laid_over_the_words_above(line, was, now):
    view = amended(line)
    body = above(view.notice).text
    assert now in body
    assert was not in body
    assert was in above(view.published).text


@pytest.mark.parametrize("heading", ["更  正  通  知", "勘误", "关于报名时间的更正公告"])
def test_headings(heading):
    assert amended("拉坯赛限时由40分钟更正为50分钟。", heading=heading).layers


def test_it_holds_on_every_day():
    assert "50分钟" in above(amended("拉坯赛限时由40分钟更正为50分钟。").notice).text


def test_words_already_worked_in_are_left():
    """A 更正版 has the new words: what it tells of the old ones changes nothing."""
    assert not amended("拉坯赛限时由30分钟更正为40分钟。").layers


def test_its_own_words_stay_as_they_are():
    line = "拉坯赛限时由40分钟更正为50分钟。"
    assert line in amended(line).notice.text


def test_none_without_heading_or_change():
    assert appended(read_notice("clay", NOTICE.encode())) is None
    assert appended(read_notice("clay", (NOTICE + "\n更正说明\n报名照常。").encode())) is None
