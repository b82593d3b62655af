"""Parts of a contest as rows and columns, names of tracks in tables, and cells that hold values."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question
from retrieval.question.mentions import TrackNames
from retrieval.scoping.abbreviated import ShortNames

THEORY = (
    "理论考试采用平板答题，单选题50道、判断题30道，每题1分，时间70分钟，"
    "范围为《港口安全读本》，由技术组统一命题并在赛前封存。"
)
TEXT = """关于举办“澄港杯”第六届港口行业职工技能比武的通知
各有关单位：
现将有关事项通知如下。
一、工种
比武设理货工、装卸工、轨道式门座起重机司机、港口电工四个工种，除装卸工为3人一组的班组赛外，其余均为单人赛。
二、名额
各企业推荐人数按下表执行。
| 企业类别 | 理货工 | 装卸工（组） | 轨吊司机 | 港口电工 |
| 一类港口企业 | 4人 | 2组 | 2人 | 3人 |
| 二类港口企业 | 3人 | 1组 | 2人 | 2人 |
| 物流企业 | 5人 | 1组 | 0 | 1人 |
三、比武内容
1. THEORY
2. 各工种实操任务、用时见下表。
| 工种 | 实操任务 | 规定用时 |
| 理货工 | 核对一票杂货的清单 | 95分钟 |
| 装卸工 | 捆扎并平移三件钢卷 | 40分钟 |
| 轨道式门座起重机司机 | 吊运标箱绕桩 | 25分钟 |
| 港口电工 | 排除照明线路故障 | 85分钟 |
3. 理货工实操包括以下模块：
| 模块 | 内容 | 分值 |
| A | 清单核对 | 45分 |
| B | 残损判定 | 35分 |
| C | 英语签单 | 20分 |
4. 港口电工实操时间扣除准备时间，超时5分钟以内的每分钟扣1分。
5. 各工种的考核环节和分值见下表。
| 工种 | 环节一（分值） | 环节二（分值） | 点评人 |
| 装卸工 | 索具检查（30） | 捆扎平移（70） | 田工 |
| 港口电工 | 图纸识读（25） | 故障排除（75） | 柏工 |
四、奖励
各工种取一等奖1名、二等奖2名，奖金标准如下。
| 工种 | 一等奖 | 二等奖 |
| 理货工、港口电工 | 7000元 | 4000元 |
| 轨道式门座起重机司机 | 9000元 | 5500元 |
| 装卸工（每组） | 12000元 | 6600元 |
团体奖以企业为单位，取各企业成绩最好的3人（装卸工一组按1人计）得分之和，设一等奖1个、二等奖2个，分别奖励18000元、10000元。
五、安全
安全帽由比武办提供，手套由选手自备。
澄港市港口协会
2026年5月6日
""".replace("THEORY", THEORY)
NOON = datetime(2026, 7, 1, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
ASKED = {
    "rows a sentence leads to": (
        "理货工实操考哪几块",
        ("清单核对", "残损判定", "英语签单"),
        ("70",),
    ),
    "columns of parts": ("装卸工考哪几个环节", ("索具检查", "捆扎平移"), ("田工", "图纸")),
    "how marks are shared": ("港口电工两个环节分数咋分", ("25", "75"), ("柏工", "30")),
    "one part alone": ("港口电工环节二多少分", ("75",), ("25",)),
    "whom another column names": ("港口电工谁点评", ("柏工",), ("田工",)),
    "a track as the table calls it": ("二类企业轨吊司机几个名额", ("2人",), ("3人",)),
    "the end of a name beside another": ("一类企业理货工和电工各报几个", ("4人", "3人"), ("2组",)),
    "its beginning": ("轨道和理货工二等奖差多少", ("5500", "4000", "1500"), ()),
    "a name in a bracket, no award of teams": ("装卸工一等奖多少钱", ("12000",), ("18000",)),
    "the award of teams where it is asked": ("团体一等奖多少钱", ("18000",), ("12000",)),
    "one prize in all tracks": ("二等奖一共要发多少奖金", ("4×4000+2×5500+2×6600=40200",), ()),
    "the prize of teams is none of tracks": ("团体一等奖一共多少钱", ("18000",), ("7000",)),
    "one track is not all": ("每个工种二等奖一共多少钱", (), ("40200",)),
    "shared by so many": ("装卸工一等奖三个人平分，每人多少", ("12000÷3=4000",), ()),
    "hours whatever the heading": ("港口电工实操要多久", ("85分钟",), ()),
    "no amounts where things are asked": ("装卸工自带什么", ("手套",), ("12000",)),
    "how many questions": ("理论考几道题", ("50道", "30道"), ()),
}


@pytest.fixture(scope="module")
def desk():
    return Desk([read_notice("cg-2026", TEXT.encode())])


@pytest.mark.parametrize("case", ASKED)
def test_the_cells_that_are_meant(case, desk):
    text, said, unsaid = ASKED[case]
    found = desk.answer(Question(text=text, notice="cg-2026", as_of=NOON))
    assert found.status == "answered", found.text
    told = found.text.partition("按：")[0]
    assert all(each in told for each in said), told
    assert not any(each in told for each in unsaid), told
    assert found.citations


def test_a_name_beside_another_stands_by_itself():
    notice = read_notice("cg-2026", TEXT.encode())
    short, names = ShortNames(notice), TrackNames(notice.tracks)
    tracks = {track.id: track.name for track in notice.tracks}

    def meant(text):
        return {tracks[i] for i in short.beside(text, names.exact(text)).ids}

    assert meant("理货工和电工各报几个") == {"理货工", "港口电工"}
    assert meant("理货工和港口企业什么关系") == {"理货工"}
    assert meant("理货工的电工证") == {"理货工"}


def test_how_tracks_are_called_and_grouped():
    notice = read_notice("cg-2026", TEXT.encode())
    names = {track.name: track.aliases for track in notice.tracks}
    assert "轨吊司机" in names["轨道式门座起重机司机"]
    assert "企业类别" not in {alias for aliases in names.values() for alias in aliases}
    assert not notice.groups
