"""What holds of any roster: a single fault is found where it is, order does not matter."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from roster_people import CQ26, lines, number, student, workbook, worker

from knowledge.roster.model import letters

TRACK = "数据标注与处理（人工智能基础数据标注）"
COLUMNS = {
    "no": "序号",
    "track": "参赛赛项",
    "group": "组别",
    "unit": "单位",
    "name": "姓名",
    "sex": "性别",
    "birth": "出生日期",
    "id": "身份证号",
    "phone": "联系电话",
    "level": "职业资格等级",
    "years": "从业年限",
    "school": "学校",
    "full_time": "是否全日制在籍",
    "teacher": "指导教师姓名",
    "teacher_phone": "指导教师联系电话",
}
COUNT = 40
WORKERS = range(25)
STUDENTS = range(25, COUNT)


def people():
    made = [worker(at, track=TRACK) for at in WORKERS]
    return made + [student(at, track=TRACK) for at in STUDENTS]


def mistyped(text: str, at: int) -> str:
    """The number with one digit changed, which its checksum always shows."""
    return text[:at] + str((int(text[at]) + 1) % 10) + text[at + 1 :]


SEEDS = {
    "末位前填错一位": (
        range(COUNT),
        lambda p: {"id": mistyped(p["id"], 16)},
        "id_checksum",
        ["id"],
    ),
    "少一位": (range(COUNT), lambda p: {"id": p["id"][:-1]}, "id_length", ["id"]),
    "丢了精度": (
        range(COUNT),
        lambda p: {"id": float(p["id"][:17] + "0")},
        "id_number_precision_lost",
        ["id"],
    ),
    "科学计数法": (range(COUNT), lambda _: {"id": "5.00E+17"}, "id_scientific_text", ["id"]),
    "生日不符": (
        range(COUNT),
        lambda p: {"birth": p["birth"].replace(year=p["birth"].year - 1)},
        "id_birth_mismatch",
        ["id", "birth"],
    ),
    "性别不符": (
        range(COUNT),
        lambda p: {"sex": "女" if p["sex"] == "男" else "男"},
        "id_sex_mismatch",
        ["id", "sex"],
    ),
    "没有电话": (range(COUNT), lambda _: {"phone": None}, "phone_missing", ["phone"]),
    "电话少一位": (range(COUNT), lambda p: {"phone": p["phone"][:-1]}, "phone_length", ["phone"]),
    "没有单位": (range(COUNT), lambda _: {"unit": None}, "unit_missing", ["unit"]),
    "没有组别": (STUDENTS, lambda _: {"group": None}, "group_missing", ["group"]),
    "赛项不存在": (STUDENTS, lambda _: {"track": "焊接技术"}, "track_unknown", ["track"]),
    "未满十六": (
        range(COUNT),
        lambda _: {"birth": date(2011, 5, 1), "id": number(date(2011, 5, 1), 999), "sex": "男"},
        "under_16",
        ["birth", "id"],
    ),
    "超过退休年龄": (
        WORKERS,
        lambda _: {"birth": date(1960, 5, 1), "id": number(date(1960, 5, 1), 999), "sex": "男"},
        "over_retirement_age",
        ["birth"],
    ),
    "没有等级也没有年限": (
        WORKERS,
        lambda _: {"level": "无", "years": 4},
        "level_and_years",
        ["level", "years"],
    ),
    "等级没有填": (WORKERS, lambda _: {"level": None, "years": 4}, "level_missing", ["level"]),
    "不是全日制": (STUDENTS, lambda _: {"full_time": "否"}, "student_not_fulltime", ["full_time"]),
    "全日制没有填": (STUDENTS, lambda _: {"full_time": None}, "full_time_missing", ["full_time"]),
    "外地学校": (
        STUDENTS,
        lambda _: {"unit": "成都云栖学院", "school": "成都云栖学院"},
        "student_school_outside",
        ["unit", "school"],
    ),
    "教师电话少一位": (
        STUDENTS,
        lambda p: {"teacher_phone": p["teacher_phone"][:-1]},
        "phone_length",
        ["teacher_phone"],
    ),
}
CHANGES = {
    "没有年限而有等级": (WORKERS, lambda _: {"years": None}),
    "等级刚好": (WORKERS, lambda _: {"level": "四级/中级工", "years": 0}),
    "年限刚好": (WORKERS, lambda _: {"level": "无", "years": 5}),
    "全角号码": (
        range(COUNT),
        lambda p: {"id": "".join(chr(ord(c) + 0xFEE0) if c.isdigit() else c for c in p["id"])},
    ),
    "号码里有空格": (
        range(COUNT),
        lambda p: {"id": f"{p['id'][:6]} {p['id'][6:14]} {p['id'][14:]}"},
    ),
    "日期是文字": (range(COUNT), lambda p: {"birth": f"{p['birth']:%Y.%m.%d}"}),
    "日期是序号": (range(COUNT), lambda p: {"birth": (p["birth"] - date(1899, 12, 30)).days}),
    "没有教师": (STUDENTS, lambda _: {"teacher": None, "teacher_phone": None}),
    "电话是数字": (range(COUNT), lambda p: {"phone": int(p["phone"])}),
}


def cells(row, keys, columns=tuple(COLUMNS)):
    return tuple(f"{letters(columns.index(key))}{row + 2}" for key in keys)


def test_nothing_is_found_where_nothing_is_wrong(kinds):
    assert kinds(workbook(("表", lines(COLUMNS, people()))), CQ26) == []


@pytest.mark.parametrize("name", SEEDS)
@pytest.mark.parametrize("end", [0, -1], ids=["first", "last"])
def test_a_single_fault_is_found_at_its_cells_and_nothing_else(kinds, name, end):
    where, change, rule, keys = SEEDS[name]
    row, made = where[end], people()
    made[row] |= change(made[row])
    found = kinds(workbook(("表", lines(COLUMNS, made))), CQ26)
    assert [(each[0], each[2]) for each in found] == [(rule, cells(row, keys))]


@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("end", [0, -1], ids=["first", "last"])
def test_a_look_alike_is_no_fault(kinds, name, end):
    where, change = CHANGES[name]
    row, made = where[end], people()
    made[row] |= change(made[row])
    assert kinds(workbook(("表", lines(COLUMNS, made))), CQ26) == []


def seeded():
    made = people()
    for at, name in enumerate(sorted(SEEDS)):
        where, change, _, _ = SEEDS[name]
        row = list(where)[-1 - at // 2] if where.start else list(where)[at]
        made[row] |= change(made[row])
    made.append(made[30] | {"no": 99})
    return made


def by_meaning(found, columns, order):
    """Faults with each cell as (key, person), whatever the letters and numbers."""

    def read(cell):
        column = cell.rstrip("0123456789")
        row = int(cell[len(column) :]) - 2
        return (next(key for at, key in enumerate(columns) if letters(at) == column), order[row])

    return {(rule, severity, frozenset(map(read, places))) for rule, severity, places in found}


@settings(deadline=None, max_examples=8)
@given(st.randoms(use_true_random=False))
def test_the_order_of_columns_changes_letters_only(kinds, rng: random.Random):
    made = seeded()
    order = list(range(len(made)))
    plain = kinds(workbook(("表", lines(COLUMNS, made))), CQ26)
    assert len(plain) > len(SEEDS) - 3
    keys = list(COLUMNS)
    rng.shuffle(keys)
    shuffled = {key: COLUMNS[key] for key in keys}
    found = kinds(workbook(("表", lines(shuffled, made))), CQ26)
    assert by_meaning(found, keys, order) == by_meaning(plain, list(COLUMNS), order)


@settings(deadline=None, max_examples=8)
@given(st.randoms(use_true_random=False))
def test_the_order_of_people_changes_numbers_only(kinds, rng: random.Random):
    made = seeded()
    order = list(range(len(made)))
    plain = kinds(workbook(("表", lines(COLUMNS, made))), CQ26)
    rng.shuffle(order)
    found = kinds(workbook(("表", lines(COLUMNS, [made[at] for at in order]))), CQ26)
    keys = list(COLUMNS)
    same = list(range(len(made)))
    assert by_meaning(found, keys, order) == by_meaning(plain, keys, same)
