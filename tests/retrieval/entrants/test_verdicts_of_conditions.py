"""Conditions by grade, post and group: both sides of each boundary, as people ask."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.eligibility.drafting import draft_rules
from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question

TEXT = """关于举办2027年岚州园林技能竞赛的通知
岚林发〔2027〕6号
各有关单位：
现将有关事项通知如下。
一、比赛项目
竞赛设花卉养护、绿篱修剪2个赛项，均分职工组和院校组。
二、参赛条件
（一）职工组。在现岗位连续工作满1年（以2027年7月1日为准）。年满18周岁、不超过50周岁。
（二）院校组。本市院校全日制在籍学生，年满16周岁、不超过24周岁。
（三）近一年内受过记过以上处分的人员，不得参赛。
三、报名
报名截止时间为2027年8月10日17:00，由各县（市、区）林业局统一组织报名，不受理个人报名。
岚州市林业局
2027年5月9日
"""
MOMENT = datetime(2027, 6, 20, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
TOLD = {
    "a graver sanction within the year": ("我今年2月被撤职了还能参赛吗", "不可以", "这一点符合"),
    "the very sanction": ("我今年2月被记过了还能参赛吗", "不可以", "这一点符合"),
    "a lighter one": ("我今年2月被警告处分还能参赛吗", "这一点符合", "不可以"),
    "one of long ago": ("我2024年被记过处分还能参赛吗", "这一点符合", "不可以"),
    "one without a day": ("我被记过处分还能参赛吗", "还不能确定", "不可以"),
    "too short a time at the post": ("我是职工，干花卉养护才7个月能报名吗", "不可以", "符合："),
    "too old for one group, not for the other": ("45岁能报花卉养护吗", "不超过50周岁", "24"),
    "too old for both": ("51岁能报花卉养护吗", "不可以", "这一点符合"),
    "too young for one, not for the other": ("16岁能报花卉养护吗", "24周岁", "50"),
}


@pytest.fixture(scope="module")
def desk() -> Desk:
    notice = read_notice("garden", TEXT.encode())
    return Desk([notice], rules={notice.id: draft_rules(notice)})


@pytest.mark.parametrize("case", TOLD)
def test_what_decides(case, desk):
    text, said, unsaid = TOLD[case]
    found = desk.answer(Question(text=text, notice="garden", as_of=MOMENT))
    assert found.status == "answered"
    assert said in found.text
    assert unsaid not in found.text


def test_a_year_that_is_full_by_the_day_is_no_bar(desk):
    """Eleven months and a half in June are a year and more in July only if so long at the post."""
    found = desk.answer(Question(text="我入职11个月了能报名吗", notice="garden", as_of=MOMENT))
    assert "不可以" not in found.text


FREED = """关于举办2027年岚州农机技能竞赛的通知
岚农发〔2027〕8号
各有关单位：
现将有关事项通知如下。
一、比赛项目
竞赛设插秧操作、植保无人机2个赛项，均分农户组和院校组。
二、参赛条件
（一）农户组：具有本市户籍。村“两委”成员可以参加农户组。
（二）院校组：本市院校全日制在籍学生。
（三）插秧操作赛项农户组选手须持有插秧机驾驶证，院校组选手不作要求。
（四）植保无人机赛项两名队员须来自同一个乡镇。
三、报名
报名截止时间为2027年8月10日17:00。
岚州市农业农村局
2027年5月9日
"""
ASKED = {
    "whom a sentence frees": ("我是学生，没有插秧机驾驶证，能报插秧操作吗", "不作要求", "不可以"),
    "whom it does not": ("农户组没有插秧机驾驶证，能报插秧操作吗", "不可以", "不需要"),
    "nobody says who asks": ("没有插秧机驾驶证能报插秧操作吗", "不作要求", "不可以"),
    "not of one body": ("我和队友不是一个乡镇的，能组队报植保无人机吗", "不可以", "可以。"),
    "of another kind of body": ("我和队友不是一个学校的，能组队报植保无人机吗", "", "不可以"),
    "a kind of people that is let in": ("村主任能参加吗", "村“两委”成员可以参加", "没有写"),
}


@pytest.fixture(scope="module")
def farm() -> Desk:
    notice = read_notice("farm", FREED.encode())
    return Desk([notice], rules={notice.id: draft_rules(notice)})


@pytest.mark.parametrize("case", ASKED)
def test_whom_the_words_hold_for(case, farm):
    text, said, unsaid = ASKED[case]
    found = farm.answer(Question(text=text, notice="farm", as_of=MOMENT))
    assert said in found.text
    assert unsaid not in found.text.replace("不可以。", "不可以：")


PUT_OFF = {
    "before the day": ("拖到8月9日再报名来得及吗", "到那时还没有截止", "已截止"),
    "some hours too late": ("拖到8月10日晚上8点再报名行吗", "到那时已截止", "还没有截止"),
    "nothing put off": ("8月10日报名行吗", "8月10日17:00", "到那时"),
}


@pytest.mark.parametrize("case", PUT_OFF)
def test_a_deadline_and_the_moment_a_thing_is_put_off_to(case, farm):
    text, said, unsaid = PUT_OFF[case]
    found = farm.answer(Question(text=text, notice="farm", as_of=MOMENT))
    assert said in found.text
    assert unsaid not in found.text


TERMS = """关于举办2027年岚州林业技能竞赛的通知
岚林发〔2027〕9号
各有关单位：
现将有关事项通知如下。
一、参赛条件
（一）参赛人员须在行业协会会员登记满3个月。
（二）参赛人员须持有效的油锯操作证，证书有效期须至2027年9月30日。
二、报名
每校限报4人，参赛费学生每人60元。
三、奖项
一等奖按参赛人数的10%评定，计算结果舍去小数取整，不足1个的按1个计。
岚州市林业局
2027年5月9日
"""
OF_TERMS = {
    "too short": ("协会会员登记才两个月能参加吗", "不可以", True),
    "long enough": ("协会会员登记四个月了能参加吗", "不可以", False),
    "runs out": ("油锯操作证9月1号到期行吗", "不可以", True),
    "is good": ("油锯操作证10月1号到期行吗", "不可以", False),
    "people by another word": ("3个学生参赛费一共多少", "3×60=180元", True),
    "of two kinds nobody is counted": ("2个老师3个学生参赛费一共多少", "×60", False),
    "one at least": ("来了6个学生，一等奖几个", "不足1按1计为1", True),
    "one and more": ("来了19个学生，一等奖几个", "不足1按1计", False),
}


@pytest.mark.parametrize("case", OF_TERMS)
def test_terms_and_numbers(case):
    text, said, there = OF_TERMS[case]
    notice = read_notice("forest", TERMS.encode())
    desk = Desk([notice], rules={notice.id: draft_rules(notice)})
    found = desk.answer(Question(text=text, notice="forest", as_of=MOMENT))
    assert (said in found.text) is there
