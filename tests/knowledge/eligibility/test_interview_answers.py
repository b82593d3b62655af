"""Typed answers, contradictions, reading back; the topics; trees and stretches of births."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.data import parse
from knowledge.eligibility.interview import births, trees
from knowledge.eligibility.interview.answers import heard
from knowledge.eligibility.interview.conflicts import conflict
from knowledge.eligibility.interview.domains import ranges
from knowledge.eligibility.interview.known import Known
from knowledge.eligibility.interview.steps import Step
from knowledge.eligibility.interview.told import told
from knowledge.eligibility.interview.topics import (
    BARS,
    TRACK,
    Choice,
    by_fact,
    named,
    question,
    topics,
)
from knowledge.eligibility.interview.watched import read
from knowledge.eligibility.person import Person, read_person
from knowledge.eligibility.verdict import ask

ANSWERS = parse((Path(__file__).parent / "interview_answers.yaml").read_text("utf-8"))
REGIONS = {"重庆": "重庆", "其他省（市）": "外地"}


def step(key: str) -> Step:
    topic = topics()[key]
    places = tuple(
        Choice(label=label, facts=dict.fromkeys(topic.keys, where))
        for label, where in REGIONS.items()
    )
    return Step(
        key=key, question="", choices=topic.choices or (places if topic.kind == "region" else ())
    )


@pytest.mark.parametrize("case", ANSWERS, ids=lambda case: f"{case['ask']}:{case['text']}")
def test_a_typed_answer_is_read(case):
    found = heard(step(case["ask"]), case["text"])
    kept = {key: value for key, value in found.facts.items() if key in case["facts"]}
    assert (kept if case.get("more") else found.facts) == case["facts"]
    assert found.declined == case.get("declined", False)
    if "choice" in case:
        assert found.choice == case["choice"]
    assert found.understood == bool(case["facts"] or case.get("declined"))


@settings(deadline=None)
@given(st.sampled_from(sorted(topics())), st.text(max_size=60))
def test_any_words_are_read_or_not_and_what_is_read_the_checker_can_use(key, text):
    facts = heard(step(key), text).facts
    assert set(facts) <= set(Person.model_fields)
    assert all(value is not None for value in read(facts).values())


def test_a_track_is_known_by_its_name(notices):
    notice = notices["cq-ai-2023"]
    track = Step(key=TRACK, question="")
    assert heard(track, "机器视觉", notice).facts == {TRACK: "machine-vision"}
    assert not heard(track, "焊工", notice).understood


def test_facts_beside_a_track_count_and_facts_alone_too(notices):
    notice = notices["cq-ai-2023"]
    track = Step(key=TRACK, question="")
    both = heard(track, "我17岁，想报机器视觉", notice).facts
    assert both[TRACK] == "machine-vision"
    assert both["age"] == 17
    assert heard(track, "我17岁", notice).facts == {"age": 17}
    assert heard(track, "我是职工", notice).facts == {"identity": "worker"}


@pytest.mark.parametrize("text", ["{}", "我想报{}", "参加{}"])
def test_a_track_is_heard_whatever_is_asked_by_its_full_name(notices, text):
    notice = notices["cq-ai-2023"]
    name = notice.tracks[0].name
    said = heard(step("birth_date"), text.format(name), notice).facts
    assert said.get(TRACK) == notice.tracks[0].id


def test_a_certificate_called_like_a_track_is_no_track(notices):
    notice = notices["cq-ai-2023"]
    said = heard(step("certificate_level"), f"我有{notice.tracks[0].name}证书", notice).facts
    assert TRACK not in said


@pytest.mark.parametrize("text", ["没有", "无", "都没有", "a"])
def test_none_of_the_bars_is_said_in_several_ways(text):
    choices = (Choice(label="都没有"), Choice(label="所在单位不同意推荐报名", facts={"x": 1}))
    assert heard(Step(key=BARS, question="", choices=choices), text).choice == 0


# --- contradictions -----------------------------------------------------------------------------
DAY = date(2026, 6, 10)


@pytest.mark.parametrize(
    ("before", "now", "topic"),
    [
        ({"sex": "男"}, {"sex": "女"}, "sex"),
        ({"age": 17}, {"age": 20}, "birth_date"),
        ({"birth_date": "2000-01-01"}, {"age": 17}, "birth_date"),
        ({"age": 17}, {"birth_date": "2000-01-01"}, "birth_date"),
        ({"residence": "重庆"}, {"residence": "成都"}, "residence"),
        ({"sex": "男"}, {"sex": "男性"}, None),
        ({"age": 26}, {"birth_date": "2000-01-01"}, None),
        ({"birth_date": "1995-03"}, {"birth_date": "1995-03-02"}, None),
        ({"certificate_level": 4}, {"certificate_level": "中级工"}, None),
        ({"age": 17}, {"sex": "女"}, None),
    ],
    ids=str,
)
def test_what_contradicts_is_found_and_what_is_finer_is_not(before, now, topic):
    found = conflict(Known(facts=before), now, DAY)
    assert (found.topic if found else None) == topic


@pytest.mark.parametrize("days", [-1, 0, 1])
def test_an_age_fits_up_to_the_birthday(days):
    birth = date(2010, 6, 10) + timedelta(days=days)
    found = conflict(Known(facts={"birth_date": birth.isoformat()}), {"age": 16}, DAY)
    assert (found is None) == (days <= 0)


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"age": 17.0}, ("年龄：17周岁",)),
        ({"identity": "worker", "employed": True}, ("参赛身份：单位职工",)),
        ({"identity": "student", "employed": True}, ("参赛身份：在校学生", "在职在岗：是")),
        ({"study_place": "重庆", "school_region": "重庆"}, ("学习地（院校所在地）：重庆",)),
        ({"certificate_level": 4}, ("证书等级：四级/中级工",)),
        ({"years_experience": 4.9}, ("从业年限：不满5年",)),
        ({"years_experience": 5.0}, ("从业年限：5年",)),
        ({"honours": ["全国技术能手"]}, ()),
        ({"identity": "retired"}, ("参赛身份：退休人员",)),
    ],
    ids=str,
)
def test_facts_are_read_back(facts, said):
    assert told(facts) == said


# --- topics -------------------------------------------------------------------------------------
@pytest.mark.parametrize("key", sorted(topics()))
def test_a_topic_has_a_question_and_its_answers_are_facts(key):
    topic = topics()[key]
    assert question(key)
    assert named(topic.name) in topics()
    assert topic.after in {"", *topics()}
    for choice in topic.choices:
        person = read_person(choice.facts)[0]
        assert set(choice.facts) >= set(topic.keys)
        assert all(getattr(person, name) is not None for name in choice.facts)


@pytest.mark.parametrize("key", sorted(set(Person.model_fields) - {"other"}))
def test_whatever_may_be_missing_can_be_asked_for_in_words(key):
    asked = ask([key])
    assert key not in asked
    assert "？" in asked


def test_no_fact_is_settled_by_two_topics():
    assert len(by_fact()) == sum(len(topic.keys) for topic in topics().values())


@pytest.mark.parametrize(
    ("runs", "labels"),
    [
        ([[4.9], [5, 6]], ["不满5年", "满5年"]),
        ([[1.9, 2], [3]], ["不超过2年", "超过2年"]),
        ([[2.9], [3, 4, 4.9], [5, 6]], ["不满3年", "满3不满5年", "满5年"]),
    ],
)
def test_ranges_are_called_by_their_bounds(runs, labels):
    found = ranges(topics()["years_experience"], runs)
    assert [one.label for one in found] == labels
    assert [one.facts["years_experience"] in run for one, run in zip(found, runs, strict=True)]


# --- births -------------------------------------------------------------------------------------
@given(st.lists(st.dates(date(1930, 1, 1), date(2020, 12, 31)), max_size=5, unique=True))
def test_stretches_of_births_are_found_to_the_day(turns):
    """Days the parameters name; between them the sign stays the same."""
    turns = sorted(turns)

    def sign(day):
        return sum(day >= turn for turn in turns)

    found = births.stretches(sign, DAY, [turn.isoformat() for turn in turns])
    assert set(turns) <= set(found)
    assert len(found) == len(turns) + 1


@pytest.mark.parametrize("years", [(16,), (16, 60), (18, 22), (16, 17)])
def test_birthdays_the_parameters_lead_to_are_found(years):
    turns = [date(DAY.year - n, DAY.month, DAY.day) for n in years]
    found = births.stretches(lambda day: [day <= turn for turn in turns], DAY, years)
    assert {turn + timedelta(1) for turn in turns} <= set(found)


# --- trees --------------------------------------------------------------------------------------
SIZES = {"a": 2, "b": 3, "c": 2}
LEVELS = st.integers(0, 2)


def table(draw, keys):
    values = {c: draw(LEVELS) for c in product(*(range(SIZES[key]) for key in keys))}

    def look(answers):
        left = [key for key in keys if key not in answers]
        level = 1 if left else values[tuple(answers[key] for key in keys)]
        return level, (left[0] if left else None)

    return trees.grow(look, SIZES, {}), keys, values


@st.composite
def rules(draw):
    keys = st.sampled_from([("a",), ("b",), ("a", "b"), ("b", "c"), ("a", "b", "c")])
    return [table(draw, draw(keys)) for _ in range(draw(st.integers(1, 3)))]


@settings(deadline=None)
@given(rules(), st.sampled_from(sorted(SIZES)))
def test_a_question_decides_just_when_two_answers_lead_to_different_verdicts(made, key):
    """Compared with trying everything."""

    def level(answers):
        return max(values[tuple(answers[k] for k in keys)] for _, keys, values in made)

    others = [k for k in SIZES if k != key]
    seen = []
    for chosen in product(*(range(SIZES[k]) for k in others)):
        rest = dict(zip(others, chosen, strict=True))
        seen.append({level({**rest, key: place}) for place in range(SIZES[key])})
    grown = [tree for tree, _, _ in made]
    assert trees.decides(key, SIZES[key], grown) == any(len(one) > 1 for one in seen)


@settings(deadline=None)
@given(rules(), rules())
def test_two_sets_of_rules_differ_just_when_some_answers_tell_them_apart(one, other):
    def level(made, answers):
        return max(values[tuple(answers[k] for k in keys)] for _, keys, values in made)

    every = [dict(zip(SIZES, c, strict=True)) for c in product(*map(range, SIZES.values()))]
    expected = any(level(one, answers) != level(other, answers) for answers in every)
    assert trees.differ([t for t, _, _ in one], [t for t, _, _ in other]) == expected
