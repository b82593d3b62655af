"""What is due for each, times how many are asked about; the money of several prizes."""

from __future__ import annotations

import pytest

from knowledge.model import Track
from retrieval.computed.prize_sums import prize_money
from retrieval.computed.prize_totals import prize_total
from retrieval.computed.rates import multiplied
from retrieval.computed.several_rates import of_several
from retrieval.computed.sums import sums
from retrieval.computed.throughout import throughout

DUE = {
    "days and a rate a day": ("住4天食宿多少钱", "标准为每人每天260元", "4×260=1040元"),
    "people and days": ("3个人住4天一共多少", "标准为每人每天260元", "4×3×260=3120元"),
    "from one day to another, both counted": ("9月21到24号伙食费多少", "每人每天120元", "480元"),
    "steps of ten seconds": ("超时30秒扣几分", "超时每10秒扣0.5分", "3×0.5=1.5分"),
    "nights of the room that is named": (
        "单人间住两晚多少钱",
        "双人间每晚280元、单人间每晚240元",
        "2×240=480元",
    ),
    "rooms and nights": (
        "三间双人间住两晚多少钱",
        "双人间每晚280元、单人间每晚240元",
        "2×3×280=1680元",
    ),
    "Chinese numbers": ("五处全排了几分", "每找出1处并排除得18分", "5×18=90分"),
}
NOT_DUE = {
    "no whole number of steps": ("超时25秒扣几分", "超时每10秒扣0.5分"),
    "points where money is asked": ("2天要多少钱", "每天得5分"),
    "a day of the month is no number of days": ("9月3日的餐费多少", "每人每天260元"),
    "days over the end of a month": ("9月28到10月2号伙食费多少", "每人每天120元"),
    "nothing is counted": ("住宿多少钱一天", "每人每天260元"),
}


@pytest.mark.parametrize(("question", "text", "formula"), DUE.values(), ids=DUE)
def test_what_is_due(question, text, formula):
    found = multiplied(question, [text])
    assert found is not None
    assert formula in found.text


@pytest.mark.parametrize(("question", "text"), NOT_DUE.values(), ids=NOT_DUE)
def test_what_is_not_worked_out(question, text):
    assert multiplied(question, [text]) is None


@pytest.mark.parametrize(
    "texts",
    [
        ["一等奖1名、奖金2000元，二等奖2名、奖金各1200元，三等奖3名、奖金各800元"],
        ["设一等奖1名、二等奖2名、三等奖3名", "一、二、三等奖分别奖励2000元、1200元、800元"],
    ],
)
def test_the_money_of_all_prizes(texts):
    found = prize_money("一二三等奖奖金全加起来多少钱", texts)
    assert found is not None
    assert found.text.endswith("1×2000+2×1200+3×800=6800元。")


def test_prizes_without_amounts_have_no_sum():
    assert prize_money("奖金一共多少", ["一等奖1名、二等奖2名，奖金2000元"]) is None


def test_the_share_of_the_case_that_is_named():
    text = "设职工组的赛项，职工参赛比例不低于50%，不分组的赛项职工参赛比例不低于20%"
    found = sums("不分组的决赛50个人职工最少几个人", text)
    assert found is not None
    assert "10人" in found.text
    assert "25人" not in found.text


def test_a_share_has_the_name_of_the_prize_it_is_for():
    text = "一等奖1名、三等奖3名，另按不超过参赛人数的30%设置优胜奖"
    found = sums("30个人优胜奖几个", text)
    assert found is not None
    assert found.text.endswith("优胜奖最多30×30%=9人")
    assert sums("30个人三等奖几个", text) is None


BY_BODY = {
    "of the body that is named": (
        "我们公司三个赛项报满一共几个人",
        "企业：按每赛项2人计算：3×2=6人。",
    ),
    "of each where none is": (
        "三个赛项报满一共几个人",
        "企业：按每赛项2人计算：3×2=6人。院校：按每赛项4人计算：3×4=12人。",
    ),
}


@pytest.mark.parametrize(("question", "told"), BY_BODY.values(), ids=BY_BODY)
def test_another_number_for_another_body(question, told):
    found = multiplied(question, ["每家企业每个赛项2人，每所院校每个赛项4人"])
    assert found is not None
    assert found.text == told


SAID = ["住宿每人每晚80元,餐费每人每天50元"]


def test_rates_by_different_measures():
    found = of_several("住3晚吃2天一共要花多少", SAID)
    assert found is not None
    assert "3×80+2×50=340元" in found.text


def test_a_rate_that_is_not_counted_makes_no_sum():
    assert of_several("住3晚，还要吃饭，一共要花多少", SAID) is None


EACH = ["各工种职工组8名选手、学生组6名选手进入决赛"]
TRACKS = [Track(id="a", name="焊工"), Track(id="b", name="电工")]
IN_ALL = {
    "of both groups": ("所有工种职工学生加一起多少人", "2×(8+6)=28名"),
    "of the one that is named": ("两个工种学生一共多少人", "2×6=12名"),
}


@pytest.mark.parametrize(("question", "formula"), IN_ALL.values(), ids=IN_ALL)
def test_people_of_all_tracks_and_groups(question, formula):
    found = throughout(question, EACH, TRACKS)
    assert found is not None
    assert formula in found.text


def test_a_track_without_the_group_makes_no_sum():
    tracks = [TRACKS[0], Track(id="b", name="电工", groups=("职工组",))]
    assert throughout("所有工种职工学生加一起多少人", EACH, tracks) is None


def test_winners_are_counted_though_another_sentence_also_pays_them():
    said = [
        "个人赛每个项目设一等奖1名、二等奖3名",
        "个人赛每个项目设一等奖1名、二等奖3名，奖金各500元",
    ]
    found = prize_total("个人赛每个项目一共几个人拿一二等奖", said)
    assert found is not None
    assert "1+3=4名" in found.text


def test_two_numbers_of_winners_make_no_sum():
    said = ["个人赛每个项目设一等奖1名、二等奖3名", "个人赛每个项目设一等奖2名、二等奖3名"]
    assert prize_total("个人赛每个项目一共几个人拿一二等奖", said) is None
