"""Whole tracks: numbers of entries and the share of workers, on both sides of every boundary."""

from __future__ import annotations

import pytest
from roster_people import CQ23, CQ26, lines, moment, student, workbook, worker

from knowledge.eligibility.model import Rules
from knowledge.roster.audit import audit
from knowledge.roster.load import read_roster

TRACK = "智能硬件装调员"
COLUMNS = {
    "track": "赛项", "group": "组别", "unit": "单位", "name": "姓名", "id": "身份证号",
    "phone": "电话",
}  # fmt: skip


def roster(workers, students, **changes):
    made = [worker(at, track=TRACK, **changes) for at in range(workers)]
    made += [student(at, track=TRACK, **changes) for at in range(workers, workers + students)]
    return workbook(("表", lines(COLUMNS, made)))


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (19, ("track_under_20", "error", ("A2:A20",))),
        (20, ("track_20_to_29", "warn", ("A2:A21",))),
        (29, ("track_20_to_29", "warn", ("A2:A30",))),
        (30, None),
        (31, None),
    ],
)
def test_the_number_of_entries(kinds, count, expected):
    assert kinds(roster(count, 0), CQ26) == ([expected] if expected else [])


@pytest.mark.parametrize(("workers", "expected"), [(19, True), (20, False), (21, False)])
def test_the_share_of_workers(kinds, workers, expected):
    found = kinds(roster(workers, 40 - workers), CQ26)
    assert found == ([("enterprise_share", "error", ("B2:B41",))] if expected else [])


def test_workers_of_schools_are_no_enterprise_workers(kinds):
    made = [worker(at, track=TRACK) for at in range(19)]
    made += [worker(19, track=TRACK, unit="重庆示例职业学院")]
    made += [student(at, track=TRACK) for at in range(20, 40)]
    assert [each[0] for each in kinds(workbook(("表", lines(COLUMNS, made))), CQ26)] == [
        "enterprise_share"
    ]


def test_one_unit_alone_is_a_part_of_its_tracks(kinds):
    assert kinds(roster(2, 0, unit="重庆示例有限公司"), CQ26) == []


def test_the_same_person_twice_counts_once(kinds):
    made = [worker(at, track=TRACK) for at in range(29)]
    found = kinds(workbook(("表", lines(COLUMNS, [*made, made[0]]))), CQ26)
    assert {each[0] for each in found} == {"duplicate_row", "track_20_to_29"}


def test_what_a_notice_expects_in_principle_is_a_warning(kinds):
    made = [worker(at, track="人工智能与机器视觉技术") for at in range(29)]
    columns = {key: name for key, name in COLUMNS.items() if key != "group"}
    assert kinds(workbook(("表", lines(columns, made))), CQ23) == [
        ("track_under_30", "warn", ("A2:A30",))
    ]


def changed(rules, check, **params):
    """The rules with other parameters for a check, as another notice would have them."""
    made = [
        each.model_copy(update={"params": params}) if each.check == check else each
        for each in rules.rules
    ]
    return Rules(**{**rules.__dict__, "rules": tuple(made)})


@pytest.mark.parametrize(
    ("check", "params", "expected"),
    [
        ("entries", {"held_from": 50}, "track_under_50"),
        ("entries", {"held_from": 12, "prizes_from": 45}, "track_12_to_44"),
        ("worker_share", {"grouped": 80}, "enterprise_share"),
        ("age_at_least", {"years": 40}, "under_40"),
        ("unit_quota", {"limit": 0, "per": "group", "unit": "人"}, None),
    ],
)
def test_other_numbers_give_other_faults(notices, rules_of, check, params, expected):
    rules = changed(rules_of(CQ26), check, **params)
    done = audit(read_roster(roster(25, 15)), notices[CQ26], rules, moment(CQ26))
    assert {each.rule for each in done.faults} == ({expected} if expected else set())


def test_a_changed_clause_suspends_its_rule_once(notices, rules_of):
    rules = rules_of(CQ26)
    made = [
        each.model_copy(update={"cite": each.cite.model_copy(update={"hash": "0"})})
        if each.id == "age-min"
        else each
        for each in rules.rules
    ]
    changed_rules = rules.model_copy(update={"rules": tuple(made)})
    done = audit(read_roster(roster(40, 0)), notices[CQ26], changed_rules, moment(CQ26))
    assert [(each.rule, each.cells) for each in done.faults] == [("rule_suspended", ())]
    assert "age-min" in done.faults[0].message
