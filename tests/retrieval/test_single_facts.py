"""One fact, asked in words of people that the notice does not have; yes or no; dated."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question

TEXT = """关于举办2026年白石市花艺职业技能竞赛的通知
白人社发〔2026〕9号

各区县人力社保局：
根据《关于印发白石市2026年职业技能竞赛计划的通知》（白人社发〔2026〕3号），决定举办2026年白石市花艺职业技能竞赛。
一、竞赛内容
理论考试和实际操作分别占总成绩的25%和75%。操作超时每5分钟扣2分。
二、报名
（一）6月1日至6月20日（工作日9:00—17:00），选手到市花卉协会2号窗口办理报名，不接受电话报名，报名材料发送至huayi@example.org，邮件名称为“姓名+单位”，不按要求发送的视为报名不成功。
（二）省直单位无需注册，使用已有账号登录平台。市属单位须注册账号后登录平台申报，审核通过后提交材料。
三、奖励
第一名奖金3000元，第二名2000元，第三至五名各500元。对参赛人数超过40人的项目设优胜奖。
四、参赛须知
（一）参赛选手比赛期间视为正常出勤。
（二）选手须着深色工作服、佩戴护目镜，服装上不得出现单位标识，违者扣3分。
（三）完成的作品由主办方收回，不得带离现场。
（四）因停电、台风等不可抗力，竞赛将延期举办。
五、联系方式
联系人：景老师，13900044401
技术客服（平台故障）：13900044402
白石市人力资源和社会保障局
2026年5月6日
"""
FACTS = {
    "dress": ("上场穿啥", ["深色工作服"]),
    "attendance": ("去比赛那几天单位算旷工吗", ["正常出勤"]),
    "a name on the clothes": ("衣服上印了公司logo会怎样", ["扣3分"]),
    "to take something home": ("做好的花束能打包带走吗", ["不得带离"]),
    "force of nature": ("碰上台风比不了咋办", ["延期"]),
    "shares": ("理论跟操作几几开", ["25%", "75%"]),
    "a rank within others": ("第四名有钱拿吗 多少", ["500元"]),
    "no prize below a bound": ("我们项目只有35个人，有优胜奖吗", ["没有。", "超过40人"]),
    "a subject line": ("发邮件主题怎么写", ["姓名+单位"]),
    "sent wrongly": ("邮箱发错了算报上名吗", ["不成功"]),
    "need not": ("我们是省直单位，要不要注册", ["无需注册"]),
    "steps of time": ("超时15分钟扣几分", ["3×2=6分"]),
    "the order above": ("是照着哪个文件搞的，文号多少", ["白人社发〔2026〕3号"]),
}


@pytest.fixture(scope="module")
def flowers():
    return Desk([read_notice("qc-huayi-2026", TEXT.encode())])


def answer(desk, text, day="2026-06-10"):
    moment = datetime.fromisoformat(day).replace(tzinfo=ZoneInfo("Asia/Shanghai"))
    return desk.answer(Question(text=text, notice="qc-huayi-2026", as_of=moment))


@pytest.mark.parametrize(("question", "words"), FACTS.values(), ids=FACTS)
def test_the_fact_is_said(flowers, question, words):
    found = answer(flowers, question)
    assert found.status in {"answered", "partial"}
    assert [word for word in words if word not in found.text] == []


@pytest.mark.parametrize(
    ("day", "words"), [("2026-06-20", "截止"), ("2026-06-21", "不可以")], ids=["open", "over"]
)
def test_somebody_who_missed_the_day(flowers, day, words):
    assert words in answer(flowers, "昨天没赶上，今天过去办报名还收吗", day).text


@pytest.mark.parametrize(
    ("day", "status"), [("2026-06-12", "还有8天"), ("2026-06-23", "已截止3天")]
)
def test_hours_of_every_day_end_nothing(flowers, day, status):
    found = answer(flowers, "现在还能报名不", day).text
    assert status in found
    assert found.startswith("不可以") == (status == "已截止3天")


@pytest.mark.parametrize("text", ["推荐个便宜的花店", "你好呀 在干嘛", "宝宝半夜老哭咋办"])
def test_what_is_no_question_stays_none(flowers, text):
    assert answer(flowers, text).status != "answered"
