"""Which competition an opening means by place and subject, and in which role somebody is judged."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from eval.persons import drafted
from retrieval.desk import Desk
from retrieval.model import Answer, Question, Turn

FACTORY = """关于举办青溪市第三届装备制造职业技能竞赛的通知
一、竞赛设数控铣工、智能焊接2个赛项。
二、参赛条件：选手须为本市在职职工，年满18周岁、不超过50周岁。
三、报名截止时间为2026年7月1日。参赛选手须提交健康证明。
四、联系人：袁老师，0790-2210011。
青溪市总工会
2026年5月1日
"""
SCHOOL = """青溪应用技术学院关于举办第六届程序设计竞赛的通知
一、面向本校学生，个人赛、团队赛均可报名，团队赛每队2至3人，不能跨学院。
二、报名截止时间为2026年6月11日。
三、获奖学生认定学分：一等奖2学分，二等奖1.5学分。
四、联系人：何老师，0790-2210012。
教务处
2026年5月1日
"""
NURSES = """关于举办白崖市第二届养老照护职业技能竞赛的通知
一、竞赛设老年照护赛项，分职工组、学生组。
二、参赛条件
（一）职工组：在职从业人员，年满18周岁、不超过45周岁。
（二）学生组：职业院校在籍学生，年满16周岁。
（三）指导教师每名学生选手1名。
三、报名
（一）职工组：2026年6月10日前由单位报名。
（二）学生组：2026年6月17日前由院校统一报名。
四、参赛费：职工组300元/人，学生组免收。
五、联系人：齐老师，0791-6610088。
白崖市民政局
2026年5月1日
"""
READ = [
    drafted(name, text.encode())
    for name, text in (("factory", FACTORY), ("school", SCHOOL), ("nurses", NURSES))
]
NOON = datetime(2026, 5, 20, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
DESK = Desk([notice for notice, _ in READ], rules={n.id: r for n, r in READ})


def answer(text: str, *before: str) -> Answer:
    history = tuple(Turn(question=one) for one in before)
    return DESK.answer(Question(id="q", text=text, as_of=NOON, history=history))


@pytest.mark.parametrize(
    ("asked", "of"),
    [
        ("青溪数控比赛哪天截止", "factory"),
        ("青溪应用技术学院的比赛哪天截止", "school"),
        ("白崖养老照护比赛找谁", "nurses"),
    ],
)
def test_the_place_and_the_subject_tell_which(asked: str, of: str) -> None:
    assert answer(asked).notices == (of,)


@pytest.mark.parametrize("asked", ["青溪的养老照护竞赛哪天截止", "赤水市烹饪大赛哪天截止"])
def test_what_nobody_holds_there_is_not_here(asked: str) -> None:
    found = answer(asked)
    assert found.reason == "no_such_notice"


def test_where_somebody_lives_is_no_place_of_the_contest() -> None:
    assert answer("我在青溪，养老照护竞赛哪天截止").notices == ("nurses",)


FIRST = "白崖养老照护竞赛什么时候报"


def test_an_age_that_fits_pupils_alone_is_no_yes() -> None:
    assert not answer("我47", FIRST).text.startswith("可以")
    assert not answer("我17", FIRST).text.startswith("可以")


def test_who_says_that_he_learns_is_judged_as_a_student() -> None:
    assert "不可以" not in answer("我47，职校在籍学生", FIRST).text


def test_a_bare_number_corrects_the_age() -> None:
    before = (FIRST, "学生能参加不", "我15")
    assert answer("我15", *before[:2]).text.startswith("不可以")
    assert not answer("打错了 17", *before).text.startswith("不可以")


@pytest.mark.parametrize(
    ("said", "day"), [("学生能参加不", "6月17日"), ("我上班的能报不", "6月10日")]
)
def test_who_somebody_is_tells_until_when_he_enters(said: str, day: str) -> None:
    found = answer("哪天截止", "白崖养老照护竞赛在哪报名", said)
    assert day in found.text
    assert ("6月10日" in found.text) != ("6月17日" in found.text)


def test_the_same_is_asked_of_another_group() -> None:
    found = answer("职工组也一样？", FIRST, "学生组要交参赛费不")
    assert "300元" in found.text


def test_a_son_is_judged_by_his_own_age() -> None:
    found = answer("我儿子34 跟我一起干", FIRST, "我62 能报不")
    assert not found.text.startswith("不可以")


def test_students_that_are_spoken_of_are_the_group() -> None:
    found = answer("几号截止", FIRST, "职工组几号截止", "我们有两个学生是护理专业的")
    assert "6月17日" in found.text
    assert "6月10日" not in found.text


def test_what_entrants_must_be_is_not_asked_of_advisers() -> None:
    found = answer("指导老师有年龄限制没有", FIRST)
    assert found.status != "answered"


@pytest.mark.parametrize(
    ("asked", "before", "tells"),
    [
        ("一个人行吗", "青溪应用技术学院的程序设计竞赛还能报吗", "2至3人"),
        ("得二等加几分", "青溪应用技术学院的程序设计竞赛还能报吗", "1.5"),
        ("要体检不", "青溪装备制造竞赛哪天截止", "健康证明"),
    ],
)
def test_short_turns_ask_of_their_own(asked: str, before: str, tells: str) -> None:
    assert tells in answer(asked, before).text
