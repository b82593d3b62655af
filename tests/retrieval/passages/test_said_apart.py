"""What a notice says by an address, below a heading, for one track or for some: told as it is."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Answer, Question

AS_OF = datetime(2027, 3, 18, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
TEXT = """关于举办榕江市第三届职业技能大赛的通知

各县（市、区）：

定于2027年6月举办榕江市第三届职业技能大赛，现就有关事项通知如下：

一、项目

项目	批次	出生日期要求	每单位限额	赛点
木工	第一批	2003年1月1日以后出生	2人	榕江技师学院
瓦工	第一批	2003年1月1日以后出生	3人	榕江技师学院
茶艺	第二批	2005年1月1日以后出生	1人	江畔职业中学

二、参赛条件

榕江市各单位在职职工，与所在单位签订劳动合同满1年。教练应为参赛单位在职职工；也可聘请外单位人员，但须持有聘书。

三、报名

报名表打印一式三份，由单位盖章后寄送组委会办公室。

四、初赛

4月8日进行线上理论考试。试卷满分100分，其中单项选择题50题、每题1分，判断题25题、每题2分。

五、比赛时间

（一）第一批：6月2日报到，6月3日至4日比赛。第二批：6月9日报到，6月10日比赛。
（二）赛点对第二日下午开放观摩，凭证入场。

六、决赛安排

6月20日13:00报到，21日进行木工、瓦工项目，22日上午进行茶艺项目。木工、瓦工在榕江建工集团实训中心（江南区柳桥路12号），茶艺在榕江市文化馆（江北区学府巷3号）。

七、奖励

前3名选手晋升高级工。茶艺无对应职业标准，不晋升等级。各项目设金牌1枚、银牌1枚。参赛不足6人的，不设奖牌。第1名代表我市参加全国选拔赛。

八、纪律

出现违规用电、拆除护栏等行为的，裁判长应立即终止其比赛，成绩记零分。

九、联系方式

报名：邬老师，13900082001

附件：A　报名表
　　　B　各项目技术描述及理论题库

榕江市人力资源和社会保障局
2027年3月1日
"""


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk([read_notice("rong", TEXT.encode())])


def answer(desk: Desk, text: str) -> Answer:
    return desk.answer(Question(text=text, notice="rong", as_of=AS_OF))


@pytest.mark.parametrize(
    ("question", "said", "not_said"),
    [
        pytest.param("木工决赛去哪儿比啊", "柳桥路12号", "江畔", id="a place by its address"),
        pytest.param("茶艺决赛地点发我下", "学府巷3号", "柳桥", id="of another track"),
        pytest.param("报名表打印几份", "一式三份", "附件", id="how often printed"),
        pytest.param("决赛到底是哪几天", "21日进行木工", "4月8日", id="all days of a final"),
        pytest.param("茶艺得奖了能升高级工不", "不晋升等级", "金牌", id="of one track alone"),
        pytest.param("外面的师傅当教练要啥条件", "聘书", "限额", id="another way"),
        pytest.param("家长啥时候能进去看比赛", "第二日下午", "4月8日", id="a day by its number"),
        pytest.param("只来了5个人还发不发金牌", "不设奖牌", "代表我市", id="below a bound"),
        pytest.param("理论卷子总共多少道题", "50+25=75题", "附件", id="questions added up"),
        pytest.param("哪些操作会被当场叫停算零分", "拆除护栏", "金牌", id="what ends a contest"),
        pytest.param("刚签合同三个月能不能报呀", "不可以", "金牌", id="too short a contract"),
        pytest.param("茶艺正式比赛是哪天", "6月10日比赛", "出生", id="the days of a batch"),
        pytest.param("木工几号报到", "6月2日报到", "第二批", id="no other batch"),
    ],
)
def test_it_is_told(desk: Desk, question: str, said: str, not_said: str) -> None:
    told = answer(desk, question)
    assert told.status == "answered"
    assert said in told.text
    assert not_said not in told.text


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("决赛有没有网络直播 家里人想看", id="no live stream"),
        pytest.param("比赛用的是哪家的软件", id="no maker"),
        pytest.param("我们承办一场，市里给拨多少经费", id="no sum for hosts"),
        pytest.param("全国选拔赛在哪个城市办", id="a contest above it"),
        pytest.param("理论题库重点考哪几章", id="inside a paper"),
    ],
)
def test_nothing_else_is_told_in_place_of_it(desk: Desk, question: str) -> None:
    told = answer(desk, question)
    assert told.status in {"not_stated", "partial"}
    assert "未" in told.text or "没有" in told.text


def test_what_may_be_in_a_paper_is_named_by_its_letter(desk: Desk) -> None:
    assert "附件B" in answer(desk, "理论题库重点考哪几章").text


def test_a_pipe_at_home_is_no_matter_of_a_contest(desk: Desk) -> None:
    assert answer(desk, "家里水管漏了 附近哪个师傅修得便宜").status == "out_of_scope"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        pytest.param("我们单位木工最多报几个职工", "2人", id="the row of a unit's quota"),
        pytest.param("茶艺要哪年以后出生的", "2005年1月1日", id="the birth asked for"),
        pytest.param("签合同一年半能报吗", "满1年", id="long enough"),
    ],
)
def test_the_other_side_of_the_bound(desk: Desk, question: str, said: str) -> None:
    told = answer(desk, question)
    assert said in told.text
    assert "不可以" not in told.text
