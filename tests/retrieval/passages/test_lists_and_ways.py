"""Lists told in full, ways told as they are, two things in one breath: each answered or named open."""
# ruff: noqa: E501 a clause is one line

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question

AS_OF = datetime(2027, 3, 1, tzinfo=ZoneInfo("Asia/Shanghai"))
TEXT = """关于举办禾川市第三届园艺职业技能竞赛的通知

各区县农业农村局：

定于2027年6月举办禾川市第三届园艺职业技能竞赛，现就有关事项通知如下：

一、竞赛项目

设花卉园艺师、盆景造型师、草坪养护工3个赛项。各赛项从造型（50分）、养护（30分）、整洁（20分）三个方面评定；用时不计入成绩。

二、参赛条件

选手应当同时具备下列条件：

（一）在本市从事园艺工作满1年；

（二）身体健康。

三、报名

个人登录“禾川园艺”小程序填写信息并上传身份证、从业证明和近照，审核需要2个工作日。不会使用手机的选手可到区县农业农村局窗口由工作人员代为填报。

初审名单于5月6日前在市农业农村局网站公布。选手确认参赛的截止时间为5月10日。

四、比赛

比赛时间为2027年6月12日至13日，具体日程另行通知。修剪机由组委会提供，枝剪自备。仪器自身故障的，经裁判确认后更换备用仪器，所耗时间予以补足。花卉园艺师自带花铲；造型师自带铝丝。

对成绩有异议的，由领队在成绩公布后1小时内提交书面申诉。

五、经费

选手食宿由组委会承担；往返交通费由参赛单位负担。观摩人员食宿自理。

六、奖励

花卉园艺师赛项成绩合格的，核发高级工证书。其他赛项不核发证书。获奖证书由本人领取，委托他人领取的须出具委托书。
7月召开总结表彰会，地点另行通知。

七、培训

市园艺协会举办赛前公益培训，选手自愿参加，不收费用。训练场自6月1日起开放，各单位可预约训练，每家限2次，预约电话内线6677（傅工）。

八、题库

技术文件于5月1日在市农业农村局网站发布，样题见技术文件。

禾川市农业农村局
2027年2月20日
"""
CASES = {
    "what leads to the conditions": ("选手要符合哪些条件", ["满1年", "身体健康"], ["小程序"]),
    "what is uploaded": ("报名要传哪些东西", ["身份证", "从业证明", "近照"], ["花铲"]),
    "a telephone one cannot use is no number": ("我不会用手机咋报名", ["窗口"], ["6677"]),
    "aspects and their marks": ("评分是看哪几方面", ["造型", "养护", "整洁"], ["用时"]),
    "handling is no thing": ("仪器突然坏了怎么处理", ["备用仪器", "补足"], ["申诉"]),
    "the way to object": ("成绩不服流程怎么走", ["书面申诉", "1小时"], ["备用"]),
    "something handed on": ("我没空能让同事代领证书吗", ["委托书"], ["高级工"]),
    "an appointment": ("想提前到训练场训练，怎么约", ["6677"], ["窗口"]),
    "whose tools": ("盆景造型师要带啥工具", ["铝丝"], ["花铲"]),
    "provided, not brought": ("修剪机自己带吗", ["组委会提供"], ["花铲"]),
    "provided though the name holds another matter": ("园艺的修剪机要自己带吗", ["组委会提供"], ["花铲"]),
    "what follows for the others": ("花卉园艺师发证吗？其他赛项给不给证", ["高级工", "不核发"], []),
    "meals and fares": ("吃住和来回车费都是谁出", ["组委会承担", "参赛单位负担"], ["观摩"]),
    "the fare alone": ("路费谁出", ["参赛单位"], ["观摩"]),
    "all there are to enter": ("一共有哪几个项目可以报", ["花卉园艺师", "盆景造型师", "草坪养护工"], ["铝丝"]),
    "a fee for training and whether to go": ("赛前培训收费吗，必须去吗", ["不收费", "自愿"], []),
    "a list and a day of its own": ("初审名单几号公布？最迟几号确认？", ["5月6日", "5月10日"], []),
    "where it is read": ("样题去哪看", ["网站发布"], []),
}  # fmt: skip


@pytest.fixture(scope="module")
def desk():
    return Desk([read_notice("hechuan", TEXT.encode(), {})])


@pytest.mark.parametrize(("text", "has", "lacks"), CASES.values(), ids=CASES)
def test_what_is_asked_and_no_more(desk, text, has, lacks):
    answer = desk.answer(Question(text=text, notice="hechuan", as_of=AS_OF, id="q"))
    assert answer.status == "answered", answer.text
    assert [word for word in has if word not in answer.text] == [], answer.text
    assert [word for word in lacks if word in answer.text] == [], answer.text


OPEN = {
    "hours where only days are told": ("比赛每天几点到几点", "另行通知"),
    "an event of its own": ("报名要传啥，表彰会在哪开", "另行通知"),
    "a list that is another one": ("获奖名单几号公示", "未规定"),
}


@pytest.mark.parametrize(("text", "says"), OPEN.values(), ids=OPEN)
def test_what_is_left_open_is_named(desk, text, says):
    answer = desk.answer(Question(text=text, notice="hechuan", as_of=AS_OF, id="q"))
    assert says in answer.text
    assert "5月6日" not in answer.text
