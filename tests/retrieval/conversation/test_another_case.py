"""Follow-ups that change a number, a rank, a kind of contest, a track or what is spoken of."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.conversation.numbered import another_number, another_place, in_a_case, is_ranks
from retrieval.desk import Desk
from retrieval.model import Question, Turn

AS_OF = datetime(2027, 3, 1, tzinfo=ZoneInfo("Asia/Shanghai"))
TEXT = """关于举办禾川市第三届园艺职业技能竞赛的通知

各区县农业农村局：

定于2027年6月举办禾川市第三届园艺职业技能竞赛，现就有关事项通知如下：

一、竞赛项目

设花卉园艺师、盆景造型师2个赛项。竞赛设职工组和学生组。

二、时间地点

职工组决赛在禾川市花木城展销中心，学生组决赛在禾川农业职业学院3号教学楼。

三、报名

报名时间为2027年4月1日至4月20日16:30，逾期不再受理。各区县农业农村局于4月28日前将汇总名单报送竞赛办公室。

四、成绩

理论考试低于60分的选手，不进入实操。出现同分时，职工组以修剪分高者优先，学生组以识别分高者优先。

五、奖励

各赛项设一等奖2名、二等奖4名。个人项目每人奖励900元，团体项目每队奖励3600元。实际参赛人数不足15人的，奖项名额减半。
职工组前8名核发高级工证书。缺2名及以上队员的，不参加团体排名。

六、说明会

5月20日召开线上说明会，会后可回看。

七、联系

竞赛办公室：禾川市园丁路8号，联系人：栾老师，电话0555-7770001。

禾川市农业农村局
2027年2月20日
"""


@pytest.fixture(scope="module")
def desk():
    return Desk([read_notice("hechuan", TEXT.encode(), {})])


def ask(desk, before, text):
    history = (Turn(question=before),)
    question = Question(text=text, notice="hechuan", as_of=AS_OF, id="q", history=history)
    return desk.answer(question)


FOLLOWED = (
    ("another kind of contest", "个人项目奖励多少", "那团体项目呢", "3600元", "900"),
    ("a case of its own", "一等奖几个名额", "不够15人呢", "减半", "900"),
    ("ranks written in digits", "职工组核发什么证书", "那前八名呢", "高级工", "900"),
    ("another group's place", "职工组决赛在哪里", "学生组呢", "3号教学楼", "汇总"),
    ("the hour of the day spoken of", "报名什么时候截止", "当天几点前交", "16:30", "900"),
    ("a group set beside another", "职工组同分怎么办", "那学生组同分呢", "学生组以识别分高", "900"),
    ("marks below a bound", "理论考试多长时间", "考不到60会怎样", "不进入实操", "同分"),
    ("another number of people", "缺一名队员还排名吗", "缺两个呢", "不参加团体排名", "900"),
    ("seen again later", "说明会哪天开", "有回放吗", "回看", "900"),
)


@pytest.mark.parametrize(
    ("before", "text", "has", "lacks"), [c[1:] for c in FOLLOWED], ids=[c[0] for c in FOLLOWED]
)
def test_what_is_left_out_comes_from_before(desk, before, text, has, lacks):
    answer = ask(desk, before, text)
    assert answer.status == "answered", answer.text
    assert has in answer.text
    assert lacks not in answer.text


def test_a_mark_at_the_bound_is_no_failure(desk):
    answer = ask(desk, "理论考试多长时间", "考了60会怎样")
    assert "不进入实操" not in answer.text


NUMBERS = (
    ("a measure that fits any", "缺三个", "缺一名队员还能比吗", "缺三名队员还能比吗"),
    ("another bound", "刚好30人", "不够20人怎么办", "刚好30人怎么办"),
    ("of two numbers none is meant", "五个", "两个赛项各报三个人行吗", None),
    ("another measure", "24岁", "报了18个队", None),
)


@pytest.mark.parametrize(
    ("core", "before", "meant"), [c[1:] for c in NUMBERS], ids=[c[0] for c in NUMBERS]
)
def test_a_number_in_the_place_of_another(core, before, meant):
    assert another_number(core, before) == meant


def test_a_case_needs_a_bound_and_a_measure():
    assert in_a_case("不足10队", "奖金怎么算") == "不足10队，奖金怎么算"
    assert in_a_case("10队", "奖金怎么算") is None
    assert in_a_case("不足10队", "来了12队奖金怎么算") is None


@pytest.mark.parametrize(("core", "is_one"), [("前十名", True), ("第2名", True), ("名额", False)])
def test_ranks_alone(core, is_one):
    assert is_ranks(core) is is_one


def test_another_place_is_put_only_for_one():
    assert another_place("第二名", "第一名有奖金吗") == "第二名有奖金吗"
    assert another_place("第一名", "第一名有奖金吗") is None
