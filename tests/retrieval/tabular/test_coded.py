"""Tables that say the code of a track in place of its name."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question
from retrieval.scoping.lettered import track_codes

TEXT = """关于举办江原市第三届港口技能竞赛的通知
各有关单位：
现将有关事项通知如下。
一、赛项设置
竞赛设3个赛项，见表1。
表1 赛项表
代号 | 赛项 | 形式
A | 桥梁检测员 | 个人
B | 船舶电工 | 个人
C | 货运调度员 | 团体
二、日程安排
表2 日程
环节 | 项目 | 时间 | 地点
报名 | A、B | 6月12日17:00前 | 会员系统
报名 | C | 6月18日17:00前 | 会员系统
资格公示 | 全部 | 6月20日至6月24日 | 公告栏
理论考试 | 全部 | 7月11日9:00—10:30 | 培训中心
决赛 | A | 8月12日 | 东港码头
决赛 | B、C | 8月14日 | 西港码头
三、操作要求
表3 操作要求
项目 | 任务 | 限时
A | 检测3处焊缝 | 15分钟
B | 排除4处故障 | 60分钟
C | 编排1个航次 | 45分钟
四、预赛安排
表4 预赛安排
环节 | A、B | C
设备测试 | 7月1日 | 7月2日
预赛第一轮 | 7月3日9:00—10:30 | 7月4日9:00—11:00
五、成绩
表5 总成绩构成（%）
代号 | 理论 | 操作 | 安全规范
A | 20 | 70 | 10
B | 30 | 60 | 10
C | 10 | 65 | 25
获奖选手每人每月发放津贴200元，发放12个月。
岗位工龄计算至2026年5月31日。
六、其他
费用自理。
附件：1.报名表
2.裁判员名单及执裁分工（另行公布）
江原市总工会
2026年5月1日
"""
ZONE = ZoneInfo("Asia/Shanghai")
NOON = datetime(2026, 6, 15, 12, tzinfo=ZONE)
ASKED = {
    "the step of one track": ("船舶电工报名几号截止", ("6月12日",), ("6月18日",)),
    "the other row of the same step": ("货运调度员报名几号截止", ("6月18日",), ("6月12日",)),
    "a column of another table": ("船舶电工操作给多长时间", ("60分钟",), ("45分钟",)),
    "two tracks": ("船舶电工和货运调度员限时各多少", ("60分钟", "45分钟"), ("15分钟",)),
    "the place of the final": ("桥梁检测员决赛在哪比", ("东港码头",), ("西港码头",)),
    "a column headed by codes": ("货运调度员设备测试是哪天", ("7月2日",), ("7月1日",)),
    "marks by the row of shares": (
        "船舶电工理论80操作90安全100总成绩多少",
        ("80×30%+90×60%+100×10%=88分",),
        ("89",),
    ),
    "all months": ("获奖选手的津贴全领完一共多少钱", ("12×200=2400元",), ()),
    "years counted until": ("工龄算到哪一天", ("5月31日",), ()),
    "over is over": ("船舶电工现在还能报名吗", ("6月12日", "已截止3天"), ("尚未",)),
    "not yet over": ("货运调度员现在还能报名吗", ("6月18日", "还有3天"), ("已截止",)),
    "a step of all": ("资格公示结束了吗", ("还没有开始", "6月24日"), ("尚未公布",)),
    "days to a step": ("离理论考试还有几天", ("还有26天",), ("尚未公布",)),
}


@pytest.fixture(scope="module")
def notice():
    return read_notice("jy-2026", TEXT.encode())


@pytest.mark.parametrize("case", ASKED)
def test_the_cells_of_the_track_by_its_code(case, notice):
    text, said, unsaid = ASKED[case]
    found = Desk([notice]).answer(Question(text=text, notice="jy-2026", as_of=NOON))
    assert found.status == "answered", found.text
    assert all(each in found.text for each in said), found.text
    assert not any(each in found.text for each in unsaid), found.text
    assert found.citations


def test_a_single_letter_is_a_code_beside_the_name(notice):
    assert sorted(track_codes(notice).values()) == ["A", "B", "C"]


def test_no_codes_where_a_letter_stands_for_several_tracks():
    shared = TEXT.replace("B | 船舶电工", "A | 船舶电工")
    assert track_codes(read_notice("jy-2026", shared.encode())) == {}
