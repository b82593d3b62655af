"""Asked in one's own words what a sentence tells: told; asked what none tells: silent."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Answer, Question

AS_OF = datetime(2027, 3, 1, tzinfo=ZoneInfo("Asia/Shanghai"))
TEXT = """关于举办芦川市第二届陶艺职业技能竞赛的通知

各有关单位：

定于2027年5月举办芦川市第二届陶艺职业技能竞赛，现就有关事项通知如下：

一、赛项设置

设拉坯工、釉料工、烧成工3个赛项。拉坯工为个人赛，烧成工为团体赛。个人赛选手可以同时报名团体赛，但每人只能代表1个团体队。

二、报名

报名通过微信小程序“芦川陶艺”进行，时间为2027年3月1日至3月20日24时。技术规程见附件2，在报名审核通过后由小程序推送。市属企业可单独组队，直接报组委会办公室。每单位限报一队。团体赛每队3人，可跨单位组队。外借人员以劳动合同所在单位为准，不得代表借用单位参赛。每县（区）选派选手5名，另推荐裁判1名。

三、赛程

初赛（4月10日至11日）：由各县（区）组织。决赛（5月15日至16日）：在芦川陶瓷技师学院举行。理论考试于5月15日举行，题库另行发布。裁判培训时间、地点另行通知。

四、赛场规定

缺员代表队可以参赛，但不计团体名次。泥料由组委会统一提供，选手不得自带泥料。明火类道具禁止使用。各队可带助手1名搬运，助手在开赛前离场。裁判员从外省聘请，本市单位人员不担任裁判。选手不得涂抹香水。摄影、录像由组委会统一安排，选手不得自带摄影团队进入赛场。工具损坏的由组委会补充，不要求选手赔偿。不得戴手套操作拉坯机。选手可在5月14日下午到学院熟悉设备。往返途中由单位统一派车，不得自驾前往。本赛设观赛区，凭票入座，对外开放。

五、奖励

个人奖：一等奖2名，奖金1500元；二等奖4名，奖金900元；三等奖7名，奖金400元。另设最佳造型奖1名，可与个人奖兼得。食宿由承办单位安排，费用由竞赛经费列支。最佳组织奖按参赛人数、出勤率评定。获奖选手的指导教师颁发优秀指导教师证书。

六、联系方式

秘书处地址：芦川市窑前街21号3楼305室。QQ交流群：612 340 785。联系人：荀老师，0591-60030001。

附件1：赛程表

附件2：技术规程（另附）

芦川市人力资源和社会保障局
2027年2月10日

附件1

赛程表

| 日期 | 时间 | 内容 | 地点 |
| --- | --- | --- | --- |
| 4月10日 | 9:00 | 复赛（拉坯工） | 一号厅 |
| 4月11日 | 9:00 | 复赛（釉料工） | 二号厅 |
| 4月13日 | 18:00前 | 公布复赛名单 | 小程序 |
"""


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk([read_notice("ceramics", TEXT.encode())])


def ask(desk: Desk, text: str) -> Answer:
    return desk.answer(Question(text=text, notice="ceramics", as_of=AS_OF, id="q"))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("市属企业报名走哪", "直接报组委会办公室"),
        ("一个单位可以报两个队吗", "每单位限报一队"),
        ("我是外借来的，能代表现在的单位比吗", "不得代表借用单位"),
        ("少一个人还能去比吗", "缺员代表队可以参赛"),
        ("自己开车去芦川行吗", "不得自驾"),
        ("qq群号多少", "612340785"),
        ("我报了个人还能报团体吗", "可以同时报名团体赛"),
        ("用自己家的泥料可以吗", "不得自带泥料"),
        ("团队成员必须同一个公司吗", "可跨单位组队"),
        ("上台能喷点香水吗", "不得涂抹香水"),
        ("道具里能点蜡烛吗", "明火类道具禁止使用"),
        ("最佳造型奖跟一等奖能一起拿吗", "可与个人奖兼得"),
        ("我不参赛就去看看，让进吗", "观赛区"),
        ("打碎了工具要赔吗", "不要求选手赔偿"),
        ("我带的摄影师能进去拍我吗", "不得自带摄影团队"),
        ("一个县决赛去几个选手", "选派选手5名"),
        ("个人奖总共多少个名额", "13名"),
        ("操作拉坯机可以戴手套吗", "不得戴手套"),
        ("复赛名单啥时公布", "4月13日"),
        ("窑炉设备能提前去摸一下吗", "熟悉设备"),
        ("报名截止是哪天", "3月20日"),
        ("现在报名还赶得上吗", "3月20日"),
        ("决赛是哪两天", "5月15日至16日"),
        ("理论几号考，题库在哪下载", "5月15日"),
        ("秘书处在哪儿，门牌号给下", "305室"),
        ("我从外地借用过来的，能代表这边的单位比吗", "不得代表借用单位"),
        ("本市单位的专家当不当裁判", "不担任裁判"),
        ("赛前能去试一下设备吗", "熟悉设备"),
    ],
)
def test_what_a_sentence_tells_in_other_words_is_told(desk: Desk, question: str, told: str) -> None:
    answer = ask(desk, question)
    assert answer.status in {"answered", "partial"}, answer.text
    assert told in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "报名要交钱吗",
        "考试成绩当天能查到吗",
        "有没有接站服务",
        "有没有车从火车站接我们过去",
        "能带家属一起住吗",
        "获奖能拿陶艺师等级证书吗",
        "请假来比赛公司要算工资吗",
        "总分一样怎么排名",
        "操作时能听歌吗",
    ],
)
def test_what_none_tells_is_not_told_by_what_stands_near(desk: Desk, question: str) -> None:
    assert ask(desk, question).reason == "not_in_notice", ask(desk, question).text


def test_what_is_allowed_of_another_thing_is_no_yes(desk: Desk) -> None:
    answer = ask(desk, "助手能一直留在里面吗")
    assert "离场" in answer.text
    assert "可以。" not in answer.text


def test_a_trade_named_for_short_is_no_word_typed_wrongly(desk: Desk) -> None:
    text = TEXT.replace("拉坯工、釉料工、烧成工", "数控车工、数控铣工、烧成工")
    trades = Desk([read_notice("ceramics", text.encode())])
    assert "理解为" not in ask(trades, "一个人可以又报车工又报铣工吗").text


def test_how_something_else_is_done_stays_refused(desk: Desk) -> None:
    for text in ("今天中午吃什么好", "怎么跟领导提加薪"):
        assert ask(desk, text).status == "out_of_scope"


def test_a_fee_behind_a_semicolon_is_no_prize_money() -> None:
    text = TEXT.replace("，奖金1500元", "").replace("，奖金900元", "").replace("，奖金400元", "")
    text = text.replace("每单位限报一队。", "报名费：每人100元；团体赛每队300元。")
    bare = Desk([read_notice("ceramics", text.encode())])
    assert ask(bare, "有没有奖金").status == "not_stated"
    assert "300元" in ask(bare, "团体赛报名费多少").text
