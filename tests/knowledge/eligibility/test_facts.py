"""Words of a question → facts about a person, all of them said on one day."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.data import parse
from knowledge.eligibility.facts import facts_from_words
from knowledge.eligibility.person import READERS, read_person

SHEETS = sorted(Path(__file__).parent.glob("facts*.yaml"))
CASES = [case for sheet in SHEETS for case in parse(sheet.read_text("utf-8"))]
DAY = date(2026, 6, 10)
NUMBER = "11010519491231002X"
WORDS = st.sampled_from([word for case in CASES for word in case["ask"].split("，")])


def test_cases_were_found():
    assert len(CASES) >= 250
    assert len({case["ask"] for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["ask"])
def test_facts(case):
    facts = facts_from_words(case["ask"], DAY)
    assert facts.person == case["person"]
    assert set(facts.person) <= set(READERS)
    assert list(facts.wanted) == case.get("wanted", [])
    assert [list(one.keys) for one in facts.contradictions] == case.get("contradictions", [])
    assert {one.key for one in facts.unclear} == set(case.get("unclear", []))
    assert len(facts.faults) == case.get("faults", 0)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["ask"])
def test_the_checker_reads_every_fact(case):
    person, ignored = read_person(facts_from_words(case["ask"], DAY).person)
    assert ignored == ()
    for key in case["person"]:
        assert getattr(person, key) not in (None, ())


@settings(deadline=None)
@given(st.text(max_size=80) | st.lists(WORDS, max_size=6).map("，".join))
def test_no_words_crash_and_spans_lie_inside(question):
    for day in (DAY, None):
        facts = facts_from_words(question, day)
        assert all(0 <= span.start < span.end <= len(question) for span in facts.spans)
        assert len(facts.leftover) <= len(question)
        assert not {key for one in facts.contradictions for key in one.keys} & set(facts.person)
        assert facts == facts_from_words(question, day)


@settings(deadline=None, max_examples=examples(200))
@given(
    st.sampled_from(CASES),
    st.sampled_from(["", "你好，", "老师您好，", "请问一下，", "想咨询下，"]),
    st.sampled_from(["", "，谢谢", "，辛苦老师", "。今天天气不错", "，在线等，急", "，求解答哦"]),
)
def test_unrelated_words_change_no_fact(case, before, behind):
    told = facts_from_words(before + case["ask"] + behind, DAY)
    assert told.person == case["person"]


@pytest.mark.parametrize(
    ("question", "fault"),
    [
        ("我2月30日出生，能报吗", "2月没有30日"),
        ("2009年2月29日出生", "2009年2月没有29日"),
        ("出生年月：2009.13", "没有13月"),
        ("我2010年6月31号生的", "2010年6月没有31日"),
    ],
)
def test_a_day_no_calendar_has_is_named(question, fault):
    facts = facts_from_words(question, DAY)
    assert facts.faults == (f"{fault}，请核对出生日期",)
    assert "birth_date" not in facts.person


@pytest.mark.parametrize(
    ("question", "low", "high"),
    [
        ("我快55了", 53, 54),
        ("奔五了", 40, 49),
        ("我三十多岁", 30, 39),
        ("我十五六岁", 15, 16),
        ("还没满18", None, 17),
        ("虚岁17", 15, 16),
        ("满十六不满十八", 16, 17),
    ],
)
def test_rough_ages_are_ranges(question, low, high):
    (rough,) = facts_from_words(question, DAY).unclear
    assert (rough.low, rough.high) == (low, high)


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("我15岁，能报名吗", "我，能报名吗"),
        ("我17，想报数字孪生", "，想报数字孪生"),
        ("在重慶上班，機器視覺報名截止哪天", "，機器視覺報名截止哪天"),
    ],
)
def test_leftover_has_no_words_that_were_read(question, left):
    assert facts_from_words(question).leftover == left


@pytest.mark.parametrize(
    "question",
    [
        f"我的身份证是{NUMBER}，想报{NUMBER}",
        f"身份证号：{NUMBER[:6]} {NUMBER[6:14]} {NUMBER[14:]}，能报吗",
        f"{NUMBER}男",
        f"身份证{NUMBER[:-1]}1能报吗",
        "我身份证１１０１０５１９４９１２３１００２Ｘ，我17岁",
    ],
)
def test_an_identity_number_is_nowhere_kept(question):
    facts = facts_from_words(question, DAY)
    kept = facts.model_dump_json(exclude={"spans"})
    assert facts.spans
    assert NUMBER[:10] not in kept
    assert NUMBER[14:17] not in kept
    assert "１１０１０５" not in kept


def test_a_contradiction_says_what_was_said():
    (found,) = facts_from_words("我17岁，1990年出生", DAY).contradictions
    assert found.keys == ("age", "birth_date")
    assert found.said == ("17岁", "1990年出生")
    assert found.ask == "您说“17岁”，又说“1990年出生”，对不上，请确认哪一个是对的。"


def test_without_a_day_an_age_and_a_birth_date_do_not_contradict():
    facts = facts_from_words("我17岁，1990年出生")
    assert facts.contradictions == ()
    assert facts.person == {"age": 17, "birth_date": "1990"}


@pytest.mark.parametrize(
    ("question", "without_a_day"),
    [
        ("下个月满16", {"age": 15}),
        ("还差两个月16岁", {"age": 15}),
        ("去年毕业的", {"enrolled": False}),
        ("明年毕业", {"enrolled": True, "identity": "student"}),
        ("2015年入行的", {}),
    ],
)
def test_relative_words_give_less_without_a_day(question, without_a_day):
    assert facts_from_words(question).person == without_a_day


@pytest.mark.parametrize(
    ("question", "low", "high"),
    [
        ("我三十多岁", 30, 39),
        ("我四十出头了", 40, 44),
        ("虚岁17", 15, 16),
        ("我是85后", 1985, 1989),
        ("我是90后", 1990, 1999),
        ("干了七八年", 7, 8),
        ("干了十来年", 10, 19),
    ],
)
def test_rough_numbers_have_bounds(question, low, high):
    (found,) = facts_from_words(question, DAY).unclear
    assert (found.low, found.high) == (low, high)


REPEATED = [
    "我",
    "1",
    "在",
    "一",
    "没有",
    "重庆",
    "10岁",
    "2010年3月",
    "a@",
    "参加过",
    "报了",
    ",",
    "读大",
]


@pytest.mark.parametrize("part", [*REPEATED, "12345678901234567", "我17，在重庆读高职，想报名。"])
def test_time_grows_with_the_length_only(part):
    def seconds(size):
        text = (part * size)[:size]
        begun = time.process_time()
        facts_from_words(text, DAY)
        return time.process_time() - begun

    seconds(100)
    assert min(seconds(2000) for _ in range(3)) < 0.5
