"""Turns in everyday words about what a chat has in hand; two editions; other people."""

from __future__ import annotations

import pytest

from bot.clock import parse_as_of
from knowledge.catalogue.relations import related
from knowledge.eligibility.drafting import draft_rules
from knowledge.notice import read_notice
from retrieval.conversation.of_every import asks_of_every
from retrieval.conversation.remarks import Remarks
from retrieval.desk import Desk
from retrieval.model import Question, Turn
from retrieval.question.lexicon import words

TEXT = """关于举办2027年岚溪市第三届花艺职业技能竞赛的通知
岚溪人社〔2027〕3号
各有关单位：
现将有关事项通知如下。
一、赛项和组别
竞赛设插花、盆景2个赛项，均为2人一队，分职工组和乡村组。
二、参赛条件
（一）职工组：与本市企业签订劳动合同，年满18周岁、不超过50周岁（按2027年1月1日计算）。
（二）乡村组：在岚溪市农村居住并从事农业生产经营，年满18周岁、不满60周岁。
（三）有下列情形的人员不得报名：个人账号粉丝数超过5万人的；
（四）两名队员须来自同一县（市、区）。
三、报名
报名截止时间为2027年8月10日17:00。联系人：田老师，电话：13900000011。
四、食宿
推荐住宿酒店为岚溪宾馆，双人间每晚300元、单人间每晚200元。
五、奖励
一等奖8000元、二等奖5000元。理论测试占总成绩的30%。
六、决赛
决赛时间为2027年9月4日（星期六）。
岚溪市人力资源和社会保障局
2027年5月9日
"""
BEFORE = """关于举办2025年岚溪市第二届花艺职业技能竞赛的通知
岚溪人社〔2025〕5号
各有关单位：
现将有关事项通知如下。
一、奖励
设一等奖1名、二等奖2名，奖金分别为6000元、3000元。
二、计分
理论测试占总成绩的20%。
三、报名
报名截止时间为2025年8月10日17:00。
岚溪市人力资源和社会保障局
2025年5月9日
"""
NOTICES = [read_notice("now", TEXT.encode()), read_notice("then", BEFORE.encode())]
DESK = Desk(related(NOTICES), rules={n.id: draft_rules(n) for n in NOTICES})
BEGUN = "岚溪花艺竞赛2027年的报名几号截止"


def said(*texts):
    history: tuple[Turn, ...] = ()
    for text in texts:
        at = parse_as_of("2027-06-01")
        answer = DESK.answer(Question(text=text, as_of=at, history=history, goes_on=True))
        history = (*history, Turn(question=text, held=answer.held))
    return answer


@pytest.mark.parametrize("text", ["堵车了11点20才能到 算弃权吗", "要是发了一直没人回我咋整"])
def test_words_no_notice_has_are_no_reason_to_refuse_in_a_chat(text):
    assert said(BEGUN, text).status != "out_of_scope"


@pytest.mark.parametrize(
    "text",
    ["红烧肉怎么做才不腻", "帮我推荐一部手机", "asdf;;kj", "房贷利率现在多少", "明天会下雨吗"],
)
def test_another_business_is_still_refused(text):
    assert said(BEGUN, text).status == "out_of_scope"


def test_the_edition_before_is_asked_in_the_middle_of_a_chat():
    assert "6000元" in said(BEGUN, "上届一等奖发多少").text


@pytest.mark.parametrize("text", ["多了多少", "多了多少 别啰嗦"])
def test_two_editions_spoken_of_are_set_side_by_side(text):
    answer = said(BEGUN, "上届一等奖发多少", "今年呢", text)
    assert "8000−6000=2000元" in answer.text


def test_so_is_another_matter():
    answer = said(BEGUN, "上届一等奖发多少", "今年呢", "理论占比是不是也变了")
    assert "30%" in answer.text
    assert "20%" in answer.text


def test_of_one_edition_alone_nothing_is_compared():
    assert "20%" not in said(BEGUN, "理论占比是不是变了").text


@pytest.mark.parametrize(
    ("text", "sum_"),
    [
        ("一个双人间两个单间住三晚一共多少钱", "3×(1×300+2×200)=2100元"),
        ("双人间一间单人间一间 住两晚一共多少", "2×(1×300+1×200)=1000元"),
    ],
)
def test_rooms_of_two_kinds_come_to_one_sum(text, sum_):
    assert sum_ in said(BEGUN, text).text


def test_who_has_none_of_what_bars_is_judged_by_the_rest():
    answer = said("我老婆41岁，住在村里种地，没有粉丝，能报2027年岚溪花艺竞赛吗")
    assert "乡村组" in answer.text
    assert "超过5万" not in answer.text


def test_who_has_more_is_barred():
    answer = said("我老婆41岁，住在村里种地，粉丝6万，能报2027年岚溪花艺竞赛吗")
    assert "超过5万" in answer.text


def test_people_called_by_name_are_each_their_own():
    answer = said("岚溪花艺竞赛2027哪些人能报", "李姐57了 报乡村组", "老王呢 71年5月1号生的 职工组")
    assert "不可以" in answer.text
    assert "职工组" in answer.text


def test_a_name_is_no_word_typed_by_its_sound():
    answer = said("岚溪花艺竞赛2027哪些人能报", "李姐57了 能报职工组不")
    assert "理解为" not in answer.text


def test_a_birth_told_wrongly_is_corrected():
    asked = ("岚溪花艺竞赛2027职工组我能报吗", "1970年3月生的")
    assert "不可以" in said(*asked).text
    assert "不可以" not in said(*asked, "不对不对 打错了 是1990年3月").text


def test_a_neighbouring_county_is_another_one():
    assert "不可以" in said(BEGUN, "我侄儿在隔壁县 拉他一起行不行").text


def test_the_day_of_the_contest_after_another_matter():
    answer = said(BEGUN, "一等奖奖金多少", "比赛那天是周几来着")
    assert "星期六" in answer.text
    assert answer.status == "answered"


@pytest.mark.parametrize(
    ("text", "remark"),
    [("你确定?我看网上写的6月30", "doubt"), ("你确定?报名费是多少", None)],
)
def test_a_doubt_may_say_where_it_comes_from(text, remark):
    assert Remarks(words()).of(text) == remark


def test_what_is_left_to_enter_is_asked_of_every_track():
    assert asks_of_every("那还剩什么可以报嘛")
    assert not asks_of_every("那还剩几天可以报")
