"""What would change a verdict does change it, and nothing less does."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from .conftest import all_cases, person_of
from .test_verdict import COMMON, NOTICE, NOTICES, PEOPLE, TRACKS

_BARRED = [(s, c) for s, c in all_cases() if c["verdict"] == "ineligible"]
_NEVER = {"birth_date", "sex", "female_category", "honours", "past_roles", "past_events"}
"""What has been cannot be otherwise."""


def changed(person, as_of, changes):
    """The person and the day once the changes are made."""
    made = dict(person)
    for change in changes:
        if change.from_date is not None:
            as_of = max(str(as_of), str(change.from_date))
        else:
            made[change.key] = change.to
            if change.key == "age":
                made.pop("birth_date", None)
    return made, as_of


def is_smallest(judged, person, as_of):
    """Whether all changes together lift every rule not met, and no part of them does."""
    changes = judged(person, as_of).would_change
    parts = (some for size in range(1, len(changes)) for some in combinations(changes, size))
    bars = [judged(*changed(person, as_of, part)).verdict == "ineligible" for part in parts]
    after = judged(*changed(person, as_of, changes))
    return not changes or (after.verdict != "ineligible" and all(bars))


@pytest.mark.parametrize(
    ("sheet", "case"), _BARRED, ids=[f"{s['notice']}：{c['name']}" for s, c in _BARRED]
)
def test_what_would_change_does_change_it(run, sheet, case):
    def judged(person, as_of):
        return run(sheet["notice"], person, as_of, case.get("track"))

    assert is_smallest(judged, person_of(sheet, case), case.get("as_of", sheet["as_of"]))


@COMMON
@given(PEOPLE, NOTICE, st.data())
def test_the_changes_of_anybody_lift_every_rule_and_no_fewer_do(run, facts, notice, data):
    track = data.draw(st.sampled_from([None, *TRACKS[notice]]))
    assert is_smallest(lambda who, day: run(notice, who, day, track), facts, NOTICES[notice])


@COMMON
@given(PEOPLE, NOTICE)
def test_only_what_can_change_is_named(run, facts, notice):
    verdict = run(notice, facts, NOTICES[notice])
    assert not {change.key for change in verdict.would_change} & _NEVER
    assert verdict.verdict == "ineligible" or not verdict.would_change


WORKER = {"birth_date": "1990-01-01", "sex": "男", "identity": "worker", "work_related": True}
WORKER |= {"certificate_level": "四级", "certificate_related": True, "work_place": "重庆"}
STUDENT = {"birth_date": "2007-01-01", "identity": "student", "school_region": "重庆"}
STUDENT |= {"enrolled": True, "school_full_time": True, "major_related": True}
ELSEWHERE = {"residence": "成都", "work_place": "成都", "study_place": "成都"}


@pytest.mark.parametrize(
    ("person", "track", "expected"),
    [
        ({**WORKER, **ELSEWHERE}, None, {"work_place": "重庆"}),
        ({**STUDENT, "birth_date": "2010-08-15"}, None, {"age": 16}),
        (
            {**STUDENT, "birth_date": "2010-08-15", "enrolled": False},
            None,
            {"age": 16, "enrolled": True},
        ),
        ({**STUDENT, "birth_date": "2010-12-01"}, None, {}),
        ({**WORKER, "birth_date": "1960-01-01", **ELSEWHERE}, None, {}),
        (
            {**WORKER, "certificate_level": "五级", "years_experience": 3},
            None,
            {"certificate_level": "四级/中级工"},
        ),
        (
            {**WORKER, "certificate_level": "五级", "certificate_related": False}
            | {"years_experience": 3},
            None,
            {"years_experience": 5},
        ),
        (
            {**WORKER, "unit_recommended": False, "channel": "个人报名"},
            None,
            {"unit_recommended": True, "channel": "由所在单位报名"},
        ),
        (
            {**WORKER, "registered_tracks": ["数字孪生", "智能硬件装调员"]},
            "digital-twin",
            {"registered_tracks": ["数字孪生"]},
        ),
        (
            {**WORKER, "unit_entries": {"职工组": 3, "学生组": 2}},
            None,
            {"unit_entries": {"职工组": 2, "学生组": 2}},
        ),
    ],
    ids=[
        "不在重庆，换到重庆工作即可",
        "等到满16周岁",
        "等到满16周岁，还要在籍",
        "比赛结束才满16周岁，改变不了",
        "退休年龄改变不了，别的也不必说",
        "证书低一级",
        "证书低一级又不对应，满5年更近",
        "单位推荐，并由单位报名",
        "退掉另一个赛项",
        "单位按组减少报名",
    ],
)
def test_the_smallest_set_of_changes(run, person, track, expected):
    verdict = run("cq-ai-2026", person, "2026-06-10", track)
    assert verdict.verdict == "ineligible"
    assert {change.key: change.to for change in verdict.would_change} == expected


def test_of_several_tracks_the_nearest_is_told(run):
    """Machine vision bars the honour for good; the trainer's asks for a job only."""
    person = {**WORKER, "employed": False, "unit_recommended": True, "honours": ["全国技术能手"]}
    verdict = run("cq-ai-2023", person, "2023-08-10")
    assert [change.key for change in verdict.would_change] == ["employed"]


@pytest.mark.parametrize(
    ("birth", "from_date"), [("2009-09-29", "2025-09-29"), ("2009-09-30", None)]
)
def test_an_age_reached_after_the_deadline_is_too_late(run, birth, from_date):
    person = {"birth_date": birth, "identity": "student", "school_region": "贵阳", "enrolled": True}
    changes = run("gz-ai-2025", person, "2025-09-01").would_change
    assert [str(change.from_date) for change in changes] == ([from_date] if from_date else [])
