"""What holds for every verdict, whoever is judged."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.eligibility.judge import judge
from knowledge.eligibility.person import read_person
from knowledge.eligibility.tracks import UnknownTrackError, find_track

from .conftest import all_cases, at, person_of

FACTS = {
    "birth_date": ["2010-06-10", "2010-06-11", "1990-01-01", "1966-02-10", "1973-05-05"],
    "sex": ["男", "女"],
    "female_category": ["worker", "cadre"],
    "identity": ["student", "worker", "teacher", "flexible", "待业"],
    "group": ["学生组", "职工组"],
    "residence": ["重庆", "四川"],
    "work_place": ["重庆", "贵州", "四川"],
    "study_place": ["重庆", "贵州"],
    "hukou": ["贵州", "重庆"],
    "school_region": ["重庆", "贵州"],
    "school_full_time": [True, False],
    "enrolled": [True, False],
    "major_related": [True, False],
    "work_related": [True, False],
    "employed": [True, False],
    "certificate_level": ["无", "五级", "四级", "三级"],
    "certificate_related": [True, False],
    "years_experience": [0, 4, 5],
    "unit_recommended": [True, False],
    "is_advisor": [True],
    "honours": [["全国技术能手"]],
    "registered_tracks": [["另一个赛项"]],
}
NOTICES = {"cq-ai-2026": "2026-06-10", "cq-ai-2023": "2023-08-10", "cq-special-2026": "2026-06-10"}
NOTICES |= {"gz-ai-2025": "2025-08-10"}
PEOPLE = st.fixed_dictionaries({}, optional={k: st.sampled_from(v) for k, v in FACTS.items()})
COMMON = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@COMMON
@given(PEOPLE, st.sampled_from(sorted(NOTICES)), st.randoms())
def test_order_of_facts_does_not_matter(run, facts, notice, random):
    items = list(facts.items())
    random.shuffle(items)
    assert run(notice, facts, NOTICES[notice]) == run(notice, dict(items), NOTICES[notice])


@COMMON
@given(PEOPLE, st.sampled_from(sorted(NOTICES)), st.data())
def test_a_further_fact_never_turns_a_settled_rule_back(run, facts, notice, data):
    """Facts settle what is unknown. What they may still turn is what absence itself decided."""
    facts = {"identity": "worker", "employed": True, **facts}
    key = data.draw(st.sampled_from(sorted(set(FACTS) - _CHOOSING)))
    if key in facts:
        return
    track = data.draw(st.sampled_from(TRACKS[notice]))
    before = run(notice, facts, NOTICES[notice], track)
    further = {**facts, key: data.draw(st.sampled_from(FACTS[key]))}
    after = {f.rule: f.outcome for f in run(notice, further, NOTICES[notice], track).findings[::-1]}
    for finding in before.findings:
        settled = finding.outcome in {"met", "not_met"}
        if settled and after.get(finding.rule) in {"met", "not_met", "unknown"}:
            turned = after[finding.rule] != finding.outcome
            assert not turned or (finding.rule.split("-")[0], key) in _BY_ABSENCE, (finding, key)


_CHOOSING = {"identity", "group", "employed", "is_advisor", "registered_tracks", "honours"}
"""They choose which rules apply, or are judged as absent = none."""
_BY_ABSENCE = {
    ("unit", "unit_recommended"),
    ("worker", "work_related"),
    ("study", "work_related"),
    ("worker", "hukou"),
    ("student", "hukou"),
}
"""No unit unless one recommends; years and studies count unless of another line of work; whose
户籍 alone is of the region is left to the organiser (`doubt_if`)."""
TRACKS = {"cq-ai-2023": ["ai-trainer", "machine-vision"], "cq-ai-2026": ["digital-twin"]}
TRACKS |= {"cq-special-2026": ["website-building"], "gz-ai-2025": ["智能制造系统运维员"]}


@COMMON
@given(PEOPLE, st.sampled_from(sorted(NOTICES)))
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


@COMMON
@given(PEOPLE, st.sampled_from(sorted(NOTICES)))
def test_a_missing_key_is_really_absent_and_asked_for(run, facts, notice):
    verdict = run(notice, facts, NOTICES[notice])
    assert not set(verdict.missing) & {key for key in facts if key != "birth_date"}
    assert (verdict.next_question is None) == (not verdict.missing)
    assert "请补充" not in (verdict.next_question or "")


@pytest.mark.parametrize(
    ("sheet", "case"),
    [(s, c) for s, c in all_cases() if c["verdict"] == "ineligible" and "as_of" not in c],
    ids=lambda value: value.get("name", value.get("notice")),
)
def test_what_would_change_does_change_it(run, sheet, case):
    person = person_of(sheet, case)
    verdict = run(sheet["notice"], person, sheet["as_of"], case.get("track"))
    if not verdict.would_change:
        return
    changed = {**person, **{change.key: change.to for change in verdict.would_change}}
    if any(change.key == "age" for change in verdict.would_change):
        changed.pop("birth_date", None)
    if any(change.key == "unit_entries" for change in verdict.would_change):
        changed.pop("unit_entries")
    after = run(sheet["notice"], changed, sheet["as_of"], case.get("track"))
    assert after.verdict != "ineligible", verdict.would_change


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
