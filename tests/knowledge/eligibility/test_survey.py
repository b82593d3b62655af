"""One profile against all notices: what is listed, in which order, folded how."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.catalogue.relations import related
from knowledge.eligibility.judge import judge
from knowledge.eligibility.person import read_person
from knowledge.eligibility.survey import survey
from knowledge.model import Relation

from .conftest import at

STUDENT = {"age": 17, "identity": "student", "study_place": "重庆", "enrolled": True}
FULL = {**STUDENT, "school_full_time": True, "major_related": True}


@pytest.fixture(scope="module")
def pairs(notices, rules):
    return [(notice, rules[notice.id]) for notice in related(list(notices.values()))]


@pytest.fixture(scope="module")
def stand(pairs):
    def run(person, as_of="2026-06-10", of=None):
        return survey(of or pairs, read_person(person)[0], at(as_of))

    return run


def told(standings):
    return [
        (e.notice, len(e.tracks), "、".join(e.groups), "over" if e.over else e.decision)
        for e in standings
    ]


CASES = {
    "17岁重庆高职生：一个符合，一个还差信息，其余已截止": (
        STUDENT,
        "2026-06-10",
        [
            ("cq-special-2026", 33, "", "eligible"),
            ("cq-ai-2026", 10, "学生组", "need_info"),
            ("cq-ai-2023", 1, "学生组", "over"),
            ("cq-ai-2023", 1, "", "over"),
            ("gz-ai-2025", 5, "学生组", "over"),
        ],
    ),
    "补上全日制和专业后两个都符合": (
        FULL,
        "2026-06-10",
        [
            ("cq-ai-2026", 10, "学生组", "eligible"),
            ("cq-special-2026", 33, "", "eligible"),
            ("cq-ai-2023", 1, "学生组", "over"),
            ("cq-ai-2023", 1, "", "over"),
            ("gz-ai-2025", 5, "学生组", "over"),
        ],
    ),
    "15岁一个也不符合，组别合并": (
        {"age": 15},
        "2026-06-10",
        [
            ("cq-ai-2026", 10, "学生组、职工组", "ineligible"),
            ("cq-special-2026", 33, "", "ineligible"),
            ("cq-ai-2023", 1, "学生组、职工组", "over"),
            ("cq-ai-2023", 1, "", "over"),
            ("gz-ai-2025", 5, "职工组、学生组", "over"),
        ],
    ),
    "申报单位只看申报通知": (
        {"identity": "organiser"},
        "2024-01-10",
        [("cq-plan-2024", 0, "", "need_info")],
    ),
    "申报截止后": (
        {"unit_type": "企业"},
        "2024-02-06",
        [("cq-plan-2024", 0, "", "over")],
    ),
}


@pytest.mark.parametrize(("person", "as_of", "found"), CASES.values(), ids=CASES)
def test_what_is_listed_in_which_order(stand, person, as_of, found):
    assert told(stand(person, as_of)) == found


def test_a_deadline_separates_the_tracks_it_holds_for(stand):
    """训练师 closes on 2023-09-28, 机器视觉 on 2023-09-22; both days belong to the time."""
    over = {
        day: [e.tracks for e in stand(FULL, day) if e.notice == "cq-ai-2023" and e.over]
        for day in ("2023-09-22", "2023-09-23", "2023-09-28", "2023-09-29")
    }
    assert over["2023-09-22"] == []
    assert over["2023-09-23"] == over["2023-09-28"] == [("machine-vision",)]
    assert over["2023-09-29"] == [("ai-trainer",), ("machine-vision",)]


def test_what_is_over_cites_the_clause_that_closes_it(stand):
    for each in stand(FULL, "2027-06-10"):
        assert each.over
        (finding,) = each.findings
        assert finding.outcome == "not_met"
        assert finding.citation
        assert not each.would_change


def test_the_deciding_findings_come_first_formal_ones_last(stand, rules):
    retired = {"age": 62, "identity": "retired", "residence": "重庆"}
    first, *_, last = next(e for e in stand(retired) if e.notice == "cq-ai-2026").findings
    assert "退休年龄" in first.explanation
    checks = {rule.id: rule.check for rule in rules["cq-ai-2026"].rules}
    assert checks[last.rule] in {"groups", "entered_by_unit"}


def test_of_what_is_met_the_persons_own_facts_come_first(stand):
    """没有多重身份 is met by anybody of whom nothing is known; 学习地 and 年龄 are not."""
    found = next(e for e in stand(FULL) if e.notice == "cq-special-2026")
    rules = [finding.rule for finding in found.findings]
    assert rules.index("place") < rules.index("single-identity")
    assert "not-over" not in rules


def test_a_group_the_capacity_has_no_place_in_is_not_listed(stand, notices, rules):
    """A notice whose rule keeps teachers out of a group that its name does not speak of."""
    own = rules["cq-ai-2026"]
    named = {"公开组": ["student", "worker"], "教师组": ["teacher"]}
    changed = tuple(
        rule.model_copy(update={"params": {"groups": named}}) if rule.check == "groups" else rule
        for rule in own.rules
    )
    notice = notices["cq-ai-2026"].model_copy(update={"groups": tuple(named)})
    pair = [(notice, own.model_copy(update={"rules": changed}))]
    teacher = stand({"identity": "teacher", "age": 30}, of=pair)
    assert {e.groups for e in teacher} == {("教师组",)}
    student = stand({"identity": "student", "age": 20}, of=pair)
    assert {e.groups for e in student} == {("公开组",)}


def test_a_worker_who_studies_besides_is_looked_at_in_both_groups(stand):
    person = {"age": 25, "identity": "worker", "also_student": True, "work_place": "重庆"}
    groups = {g for e in stand(person) if e.notice == "cq-ai-2026" for g in e.groups}
    assert groups == {"学生组", "职工组"}


def test_the_group_a_person_states_is_the_only_one(stand):
    found = [e.groups for e in stand({"age": 25, "group": "职工组"}) if e.notice == "cq-ai-2026"]
    assert found == [("职工组",)]


def test_a_track_the_person_is_entered_in_is_told_apart(stand):
    found = [
        e
        for e in stand({**FULL, "registered_tracks": ["数字孪生应用技术员"]})
        if e.notice == "cq-ai-2026"
    ]
    assert {(len(e.tracks), e.decision) for e in found} == {(1, "eligible"), (9, "ineligible")}


@pytest.mark.parametrize("kind", ["supplement", "correction", "attachment"])
def test_what_only_changes_another_notice_is_no_competition(pairs, stand, kind):
    notice, own = pairs[-1]
    relation = Relation(kind=kind, notice="cq-ai-2026")
    part = notice.model_copy(update={"relations": (relation,)})
    assert stand({"age": 20}, "2025-08-10", [(notice, own)])
    assert not stand({"age": 20}, "2025-08-10", [(part, own)])


def test_drafted_rules_are_said(pairs, stand):
    notice, own = pairs[-1]
    drafted = own.rules[0].model_copy(update={"drafted": True})
    other = own.model_copy(update={"rules": (drafted, *own.rules[1:])})
    assert all(e.drafted for e in stand({"age": 20}, "2025-08-10", [(notice, other)]))
    assert not any(e.drafted for e in stand({"age": 20}, "2025-08-10", [(notice, own)]))


def test_without_notices_there_is_nothing(stand):
    assert survey([], read_person({})[0], at("2026-06-10")) == ()


PEOPLE = st.fixed_dictionaries(
    {},
    optional={
        "age": st.integers(10, 70),
        "identity": st.sampled_from(["student", "worker", "teacher", "flexible", "待业", "退休"]),
        "sex": st.sampled_from(["男", "女"]),
        "study_place": st.sampled_from(["重庆", "贵阳", "成都"]),
        "work_place": st.sampled_from(["重庆", "贵阳", "成都"]),
        "residence": st.sampled_from(["重庆", "贵阳"]),
        "hukou": st.sampled_from(["重庆", "贵州"]),
        "enrolled": st.booleans(),
        "school_full_time": st.booleans(),
        "major_related": st.booleans(),
        "work_related": st.booleans(),
        "employed": st.booleans(),
        "also_student": st.booleans(),
        "certificate_level": st.integers(0, 5),
        "years_experience": st.integers(0, 9),
        "registered_tracks": st.sampled_from([[], ["焊工"], ["数字孪生应用技术员"]]),
        "job": st.sampled_from(["无人机驾驶员", "厨师"]),
        "honours": st.sampled_from([[], ["全国技术能手"]]),
    },
)
MOMENTS = st.sampled_from(["2023-08-10", "2023-09-25", "2025-09-29", "2026-06-10", "2027-01-01"])
ORDER = {"eligible": 0, "need_info": 1, "ineligible": 2}


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=PEOPLE, as_of=MOMENTS)
def test_every_track_stands_once_a_group_and_as_it_is_judged(pairs, rules, data, as_of):
    person, _ = read_person(data)
    found = survey(pairs, person, at(as_of))
    seen = [(e.notice, t, g) for e in found for t in e.tracks for g in e.groups or (None,)]
    assert len(seen) == len(set(seen))
    for notice, own in pairs:
        listed = {track for name, track, _ in seen if name == notice.id}
        assert listed == (
            set() if notice.audience == "organiser" else {t.id for t in notice.tracks}
        )
        for each in (e for e in found if e.notice == notice.id):
            group = each.groups[-1] if each.groups else None
            as_entrant = person.model_copy(update={"group": group}) if group else person
            verdict = judge(notice, own, as_entrant, at(as_of), each.tracks[-1])
            assert verdict.verdict == each.decision
            assert verdict.missing == each.missing
            assert each.all_tracks == (len(each.tracks) == len(notice.tracks))
            assert set(each.findings) <= set(verdict.findings)
    ranks = [(e.over, ORDER[e.decision], len(e.missing)) for e in found]
    assert ranks == sorted(ranks)
    assert found == survey(pairs, person, at(as_of))
