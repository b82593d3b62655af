"""What holds for every verdict, whoever is judged."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from knowledge.eligibility.judge import judge
from knowledge.eligibility.person import READERS, read_person
from knowledge.eligibility.tracks import UnknownTrackError, find_track
from knowledge.plain import bare

from .conftest import at

FACTS = {
    "birth_date": ["2010-06-10", "2010-06-11", "1990-01-01", "1966-02-10", "1973-05-05", "2010"],
    "age": [15, 16, 35, 51, 60],
    "sex": ["男", "女"],
    "female_category": ["worker", "cadre"],
    "identity": ["student", "worker", "teacher", "flexible", "organiser", "待业", "退休", "公务员"],
    "group": ["学生组", "职工组", "别的组"],
    "job": ["人工智能训练师", "会计"],
    "residence": ["重庆", "四川"],
    "work_place": ["重庆", "贵州", "四川", "某地"],
    "study_place": ["重庆", "贵州"],
    "hukou": ["贵州", "重庆"],
    "school_region": ["重庆", "贵州"],
    "school_full_time": [True, False],
    "enrolled": [True, False],
    "graduated": ["2020-06", "2030-06"],
    "education": ["高职", "高中", "普通高中"],
    "grade": ["大二", "高二"],
    "major_related": [True, False],
    "work_related": [True, False],
    "employed": [True, False],
    "also_student": [True],
    "certificate_level": ["无", "五级", "四级", "三级"],
    "certificate_related": [True, False],
    "years_experience": [0, 4, 5],
    "unit_recommended": [True, False],
    "school_recommended": [True, False],
    "is_advisor": [True, False],
    "advisor_of": [["ai-trainer"], ["智能制造系统运维员"], ["本校学生"]],
    "honours": [["全国技术能手"], ["市级技术能手"]],
    "past_roles": [["第二届全国技能大赛人工智能训练项目选手"], ["第二届全国技能大赛选手"]],
    "registered_tracks": [["另一个赛项"], ["machine-vision"], ["网站搭建", "收银结算"]],
    "registered_as": [["裁判员"], ["学生"], ["指导教师"]],
    "wants_also": [["另一个赛项"], ["裁判", "数字孪生"]],
    "unit_entries_same_group": [1, 2],
    "unit_entries": [{"职工组": 2, "学生组": 1}, {"职工组": 3, "学生组": 4}],
    "team_size": [1, 2, 3],
    "team_event": [True, False],
    "team_units": [["甲"], ["甲", "乙"]],
    "channel": ["个人报名", "邮寄", "网上"],
    "submitted_to": ["782897503@qq.com", "someone@example.org"],
    "submitted": ["2023-09-01", "2023-09", "2026-12-01", "2024-02-05"],
    "unit_type": ["企业", "个人", "区县人力社保局"],
    "event_category": ["市级行业赛", "区县级竞赛", "练兵比武"],
    "account": ["已注册", "未注册", "两个账号"],
    "legal_person": [True, False],
    "has_staff_and_judges": [True, False],
    "has_funding": [True, False],
    "has_facilities": [True, False],
    "sealed_materials": [True, False],
    "events": [2, 3],
    "tracks": [5, 6],
    "venues": [3, 4],
}
NOTICES = {"cq-ai-2026": "2026-06-10", "cq-ai-2023": "2023-08-10", "cq-special-2026": "2026-06-10"}
NOTICES |= {"gz-ai-2025": "2025-08-10", "cq-plan-2024": "2024-01-20"}
NOTICE = st.sampled_from(sorted(NOTICES))
TRACKS = {"cq-ai-2023": ["ai-trainer", "machine-vision"], "cq-ai-2026": ["digital-twin"]}
TRACKS |= {"cq-special-2026": ["website-building"], "gz-ai-2025": ["智能制造系统运维员"]}
TRACKS |= {"cq-plan-2024": [None]}
SOME = st.fixed_dictionaries({}, optional={k: st.sampled_from(v) for k, v in FACTS.items()})
GOOD = [
    {"birth_date": "1990-01-01", "sex": "男", "identity": "worker", "work_place": "重庆"},
    {"birth_date": "1990-01-01", "identity": "teacher", "work_place": "贵阳", "employed": True},
    {"age": 20, "identity": "student", "school_region": "重庆", "enrolled": True},
    {"age": 20, "identity": "student", "school_region": "贵州", "enrolled": True},
    {"unit_type": "企业", "event_category": "市级行业赛", "account": "已注册", "events": 2},
    {},
]
SETTLED = {"certificate_level": "四级", "certificate_related": True, "work_related": True}
SETTLED |= {"school_full_time": True, "major_related": True, "legal_person": True, "tracks": 5}
SETTLED |= {"has_funding": True, "has_facilities": True, "has_staff_and_judges": True}
SETTLED |= {"sealed_materials": True, "venues": 3}
FEW = st.lists(st.sampled_from(sorted(FACTS)), max_size=4, unique=True).flatmap(
    lambda keys: st.fixed_dictionaries({key: st.sampled_from(FACTS[key]) for key in keys})
)
PEOPLE = SOME | st.builds(
    lambda good, few, full: {**good, **(SETTLED if full else {}), **few},
    st.sampled_from(GOOD),
    FEW,
    st.booleans(),
)
"""Anybody at all, and people who differ in little from one who may take part."""
COMMON = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@COMMON
@given(PEOPLE, NOTICE, st.randoms())
def test_order_of_facts_does_not_matter(run, facts, notice, random):
    items = list(facts.items())
    random.shuffle(items)
    assert run(notice, facts, NOTICES[notice]) == run(notice, dict(items), NOTICES[notice])


_NONE_UNLESS_SAID = {
    *("registered_tracks", "registered_as", "advisor_of", "is_advisor", "wants_also"),
    *("honours", "past_roles", "past_events"),
}
"""The contract: absent = none, absent = no."""
_JUDGED_WHEN_GIVEN = {
    *("unit_entries", "unit_entries_same_group", "team_units", "team_size", "team_event"),
    *("submitted", "submitted_to", "channel", "school_recommended", "sealed_materials"),
}
"""The contract: keys of the entry itself are remarks when absent."""
_CHOOSES_CAPACITY = {"identity", "group", "also_student", "employed"}
"""They choose which rules apply; a 职工 is in work unless he says otherwise."""
_TAKEN_UNLESS_SAID = {
    ("entered_by_unit", "unit_recommended"): "a unit enters its people unless it refuses",
    ("certificate_or_years", "work_related"): "years count unless of another line of work",
    ("any_fact", "work_related"): "studies that do not fit are made up for by work that does",
    ("place", "study_place"): "one studies where the school is",
    ("school", "school_region"): "the school is where one studies",
    ("unit", "unit_type"): "whoever is no unit may still apply for one",
    ("category", "unit_type"): "whoever names a category is taken to be of its kind",
}
"""Check and key: what is taken to be so until it is said."""
_REOPENS = {
    "hukou": "户籍 of the region makes a no of another clause a question to the organiser",
    "unit_type": "a unit of another kind than its category's is a question to the organiser",
    "major_related": "whether students must be of the line of work is one, for those who are not",
    "age": "contradicts the birth date",
    "birth_date": "contradicts the age",
}
"""Facts that make an open question of what was settled."""
_OF_UNITS = set(list(FACTS)[list(FACTS).index("unit_type") :])
"""Whoever says no identity and speaks of these is taken for a unit."""
_BY_ABSENCE = _NONE_UNLESS_SAID | _JUDGED_WHEN_GIVEN | _CHOOSES_CAPACITY


def further_keys(facts):
    """Keys not yet said that neither choose a capacity nor are decided by absence."""
    chosen = set() if "identity" in facts else _OF_UNITS
    return sorted(set(FACTS) - _BY_ABSENCE - set(facts) - chosen)


@COMMON
@given(PEOPLE, NOTICE, st.data())
def test_a_further_fact_never_turns_a_settled_rule_back(run, check_of, facts, notice, data):
    """Met stays met and not met stays not met; what absence itself decided is listed above."""
    keys = further_keys(facts)
    assume(keys)
    key = data.draw(st.sampled_from(keys))
    track = data.draw(st.sampled_from(TRACKS[notice]))
    before = run(notice, facts, NOTICES[notice], track)
    further = {**facts, key: data.draw(st.sampled_from(FACTS[key]))}
    after = {f.rule: f.outcome for f in run(notice, further, NOTICES[notice], track).findings[::-1]}
    checks = check_of(notice)
    for finding in before.findings:
        if finding.rule in checks and (checks[finding.rule], key) not in _TAKEN_UNLESS_SAID:
            opposite = {"met": "not_met", "not_met": "met"}.get(finding.outcome)
            assert after.get(finding.rule, "remark") != opposite, (finding, key)


@COMMON
@given(PEOPLE, NOTICE, st.data())
def test_a_settled_verdict_is_final(run, facts, notice, data):
    """What need_info has become by further facts, still further ones do not turn back."""
    taken = {key for _, key in _TAKEN_UNLESS_SAID} | set(_REOPENS)
    keys = [key for key in further_keys(facts) if key not in taken]
    assume(keys)
    key = data.draw(st.sampled_from(keys))
    track = data.draw(st.sampled_from(TRACKS[notice]))
    before = run(notice, facts, NOTICES[notice], track).verdict
    further = {**facts, key: data.draw(st.sampled_from(FACTS[key]))}
    assert before == "need_info" or run(notice, further, NOTICES[notice], track).verdict == before


@settings(COMMON, max_examples=40)  # each is judged once for every track
@given(PEOPLE, NOTICE)
def test_without_a_track_the_verdict_is_that_of_every_track_or_asks(run, notices, facts, notice):
    own = [track.id for track in notices[notice].tracks] or [None]
    each = {run(notice, facts, NOTICES[notice], track).verdict for track in own}
    verdict = run(notice, facts, NOTICES[notice])
    assert verdict.verdict == (each.pop() if len(each) == 1 else "need_info")
    assert ("track" in verdict.missing) == (len(each) > 1)


@COMMON
@given(PEOPLE, NOTICE)
def test_every_citation_is_verbatim(run, notices, facts, notice):
    for finding in run(notice, facts, NOTICES[notice]).findings:
        cited = finding.citation
        assert bare(notices[notice].text[cited.start : cited.end]) == bare(cited.quote)


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=4,
)


@COMMON
@given(
    st.dictionaries(st.sampled_from([*READERS, "身高"]), JUNK, max_size=25),
    PEOPLE,
    NOTICE,
    st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2200, 1, 1)),  # noqa: DTZ001 made aware by run
)
def test_no_value_of_any_key_is_an_error(run, junk, facts, notice, moment):
    assert run(notice, {**facts, **junk}, moment.isoformat()).verdict_id


@COMMON
@given(PEOPLE, NOTICE)
def test_unknown_is_neither_yes_nor_no(run, facts, notice):
    verdict = run(notice, facts, NOTICES[notice])
    outcomes = {finding.outcome for finding in verdict.findings}
    if verdict.verdict == "eligible":
        assert outcomes <= {"met", "remark"}
    elif verdict.verdict == "ineligible":
        assert "not_met" in outcomes
        assert not verdict.missing
        assert verdict.next_question is None
    else:
        assert "unknown" in outcomes
        assert "not_met" not in outcomes


_ASKED_CLOSER = {"advisor_of", "past_roles", "submitted", "work_place"}
"""Given, but too vague to settle the rule: which track, which role, at what hour, where."""


@COMMON
@given(PEOPLE, NOTICE)
def test_a_missing_key_is_really_absent_and_asked_for(run, facts, notice):
    verdict = run(notice, facts, NOTICES[notice])
    unread = {"birth_date"} | ({"identity"} if facts.get("identity") == "公务员" else set())
    assert not set(verdict.missing) & (set(facts) - unread - _ASKED_CLOSER)
    assert (verdict.next_question is None) == (not verdict.missing)
    assert "请补充" not in (verdict.next_question or "")


def test_verdict_id_depends_on_rules_date_facts_and_key(run):
    one = run("cq-ai-2026", {"age": 30, "honours": ["甲", "乙"]}, "2026-06-10")
    assert (
        one.verdict_id
        == run("cq-ai-2026", {"honours": ["乙", "甲"], "age": 30.0}, "2026-06-10").verdict_id
    )
    others = [
        run("cq-ai-2026", {"age": 31, "honours": ["甲", "乙"]}, "2026-06-10"),
        run("cq-ai-2026", {"age": 30, "honours": ["甲", "乙"]}, "2026-06-11"),
        run("cq-special-2026", {"age": 30, "honours": ["甲", "乙"]}, "2026-06-10"),
        run("cq-ai-2026", {"age": 30, "honours": ["甲", "乙"]}, "2026-06-10", key="另一把钥匙"),
    ]
    assert len({one.verdict_id, *(other.verdict_id for other in others)}) == 5


SPELLINGS = [
    ({"birth_date": "2010-06-10"}, {"birth_date": "2010年6月10日"}),
    ({"age": 16}, {"age": "16岁"}),
    ({"sex": "女"}, {"sex": "女性"}),
    ({"certificate_level": 4}, {"certificate_level": "中级工"}),
    ({"employed": True}, {"employed": "是"}),
    ({"years_experience": 1.5}, {"years_experience": "18个月"}),
    ({"honours": ["甲", "乙"]}, {"honours": "乙、甲"}),
    ({"registered_tracks": []}, {}),
    ({"is_advisor": False}, {}),
    ({"identity": "职工"}, {"identity": "worker"}),
    ({"residence": None}, {}),
    ({"身高": 170}, {}),
]


@pytest.mark.parametrize(("one", "other"), SPELLINGS, ids=str)
def test_facts_that_read_the_same_have_one_verdict_id(run, one, other):
    assert run("cq-ai-2026", one, "2026-06-10") == run("cq-ai-2026", other, "2026-06-10")


@pytest.mark.parametrize("track", ["数字孪生", "数字孪生应用技术员", "digital-twin"])
def test_a_track_by_any_name_has_one_verdict_id(run, track):
    expected = run("cq-ai-2026", {"age": 30}, "2026-06-10", "digital-twin")
    assert run("cq-ai-2026", {"age": 30}, "2026-06-10", track) == expected


@COMMON
@given(PEOPLE, PEOPLE, NOTICE)
def test_other_facts_have_another_verdict_id(run, one, other, notice):
    read = [read_person(facts)[0] for facts in (one, other)]
    first, second = (who.model_copy(update={"is_advisor": who.is_advisor or None}) for who in read)
    ids = {run(notice, facts, NOTICES[notice]).verdict_id for facts in (one, other)}
    assert len(ids) == (1 if first == second else 2)


def test_an_unknown_track_lists_the_tracks(notices):
    with pytest.raises(UnknownTrackError, match="人工智能训练师"):
        find_track(notices["cq-ai-2023"], "焊工")


@pytest.mark.parametrize(
    "words", ["machine-vision", "机器视觉", "人工智能与机器视觉技术", "机器视觉赛项"]
)
def test_a_track_is_found_by_id_name_or_alias(notices, words):
    assert find_track(notices["cq-ai-2023"], words).id == "machine-vision"


@pytest.mark.parametrize(
    ("birth", "says"),
    [
        ("2010-06-10", "生日当天"),
        ("2010-07-01", "没有写明年龄按哪一天"),
        ("2010-11-30", "没有写明年龄按哪一天"),
    ],
    ids=["今天满16周岁", "竞赛起始日满16周岁", "竞赛结束日满16周岁"],
)
def test_a_boundary_of_age_is_shown(run, birth, says):
    verdict = run("cq-ai-2026", {"birth_date": birth}, "2026-06-10")
    assert any(f.outcome == "remark" and says in f.explanation for f in verdict.findings)


def test_far_from_any_boundary_nothing_is_shown(run):
    verdict = run("cq-ai-2026", {"birth_date": "1990-01-01"}, "2026-06-10")
    assert not [f for f in verdict.findings if "按哪一天" in f.explanation]


def test_a_judged_person_is_not_changed(notices, rules):
    person, _ = read_person({"age": 30})
    before = person.model_dump()
    judge(notices["cq-ai-2026"], rules["cq-ai-2026"], person, at("2026-06-10"))
    assert person.model_dump() == before


@pytest.mark.parametrize("as_of", ["0001-01-01", "9999-12-31T23:59"])
@pytest.mark.parametrize(
    "person", [{"birth_date": "9999-12"}, {"birth_date": "0001-01-01"}, {"age": 99}]
)
def test_the_ends_of_the_calendar_are_no_crash(run, as_of, person):
    assert run("cq-ai-2026", {**person, "sex": "男"}, as_of).verdict != "eligible"
