"""How people really fill in rosters: what looks odd and is right, and what only looks right."""

from __future__ import annotations

from datetime import date

import pytest
from roster_people import CQ23, CQ26, GZ25, csv_text, lines, number, student, workbook, worker

from knowledge.roster.columns import read_heading
from knowledge.roster.persons import telling, years
from knowledge.roster.phones import numbers

TRACK = "人工智能训练师（计算机视觉）"
COLUMNS = {
    "no": "序号",
    "track": "参赛赛项",
    "name": "姓名",
    "sex": "性别",
    "birth": "出生日期",
    "id": "身份证号",
    "phone": "联系电话",
    "unit": "单位",
    "group": "组别",
    "level": "技能等级",
    "years": "从业年限",
}


def crowd(**changes):
    """Thirty clean workers: enough for a track."""
    return [worker(at, track=TRACK, **changes) for at in range(1, 31)]


def book(people, columns=COLUMNS):
    return workbook(("参赛信息汇总表", lines(columns, people)))


RIGHT = {
    "微信同号 stands behind the phone": {"phone": "13900005555（微信同号）"},
    "two phones stand side by side": {"phone": "13900005555 13900005556"},
    "the phone is labelled": {"phone": "手机：13900005555"},
    "a name stands before the second phone": {"phone": "13900005555、李四13900005556"},
    "a sign for no certificate, and years enough": {"level": "/", "years": "6年"},
    "since when instead of years": {"level": "无", "years": "2018年7月至今"},
    "marks without a shape in the number": {
        "id": f"\u200b{number(date(1990, 1, 1), 991)}\u200b",
        "birth": None,
        "sex": "男",
    },
    "a birth date with odd signs": {
        "birth": "1990、1、1",
        "id": number(date(1990, 1, 1), 991),
        "sex": "男",
    },
}


@pytest.mark.parametrize("name", RIGHT)
def test_what_is_right_raises_no_fault(kinds, name):
    people = [*crowd(), worker(40, track=TRACK, **RIGHT[name])]
    assert kinds(book(people), CQ26) == []


WRONG = {
    "a masked phone": ({"phone": "139****5555"}, "phone_format", ("G32",)),
    "one of two phones too short": (
        {"phone": "13900005555（备用1390000）"},
        "phone_length",
        ("G32",),
    ),
    "since a year alone": ({"level": "无", "years": "2021年至今"}, "years_unreadable", ("K32",)),
    "since a month too near": (
        {"level": "无", "years": "2023.07至今"},
        "level_and_years",
        ("J32", "K32"),
    ),
    "no years behind no certificate": ({"level": "-", "years": "/"}, "years_missing", ("K32",)),
    "another document, named in the cell": ({"id": "护照E12345678"}, "id_other_document", ("F32",)),
    "a direction in brackets the notice does not have": (
        {"track": "人工智能训练师（语音识别）"},
        "track_unknown",
        ("B32",),
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_found_at_its_cell(kinds, name):
    changes, rule, cells = WRONG[name]
    people = [*crowd(), worker(40, track=TRACK) | changes]
    assert [(kind, places) for kind, _, places in kinds(book(people), CQ26)] == [(rule, cells)]


EXAMPLES = {
    "例 in the first cell": {0: "例"},
    "填写示例 in the first cell": {0: "填写示例"},
    "例： before the name": {2: "例：张三"},
    "（样例） before the name": {2: "（样例）张三"},
    "（示例） behind the name": {2: "张三（示例）"},
    "instructions in every cell": {
        2: "填写本人姓名",
        3: "男/女",
        5: "18位身份证号",
        6: "11位手机号",
    },
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_line_that_shows_how_to_fill_in_is_no_person(kinds, audited, name):
    head, *rows = lines(COLUMNS, crowd())
    example = [
        1,
        TRACK,
        "张三",
        "男",
        "1990-01-01",
        "50010319900101001X",
        "1390000",
        "某公司",
        "职工组",
        "无",
        1,
    ]
    for column, words in EXAMPLES[name].items():
        example[column] = words
    data = workbook(("汇总表", [head, example, *rows]))
    assert len(audited(data, CQ26).entrants) == 30
    assert kinds(data, CQ26) == []


def test_a_leader_who_competes_is_no_adviser(kinds):
    pair = [worker(1), worker(2, unit=worker(1)["unit"])]
    columns = {
        "track": "赛项",
        "name": "姓名",
        "sex": "性别",
        "id": "身份证号",
        "phone": "电话",
        "unit": "单位",
        "group": "组别",
        "boss": "领队姓名",
        "boss_phone": "领队电话",
    }
    own = {"track": "人工智能训练师", "boss": pair[0]["name"], "boss_phone": pair[0]["phone"]}
    assert kinds(book([each | own for each in pair], columns), CQ23) == []
    as_adviser = columns | {"boss": "指导教师一", "boss_phone": "指导教师一电话"}
    found = kinds(book([each | own for each in pair], as_adviser), CQ23)
    assert [rule for rule, _, _ in found] == ["teacher_is_contestant"]


def test_the_phone_of_a_leader_is_looked_at(kinds):
    columns = {**COLUMNS, "boss": "领队", "boss_phone": "领队电话"}
    people = crowd(boss="某人", boss_phone="13900005555")
    people[4]["boss_phone"] = "123456789"
    assert kinds(book(people, columns), CQ26) == [("phone_length", "error", ("M6",))]


def test_who_sends_the_entry_is_not_the_unit(kinds):
    columns = {"from": "推荐单位", **COLUMNS, "unit": "工作单位"}
    assert kinds(book(crowd(**{"from": "渝北区经济和信息化委员会"}), columns), CQ26) == []


def test_a_second_writing_of_the_name_is_no_second_person(audited):
    columns = {**COLUMNS, "latin": "姓名（拼音）", "old": "曾用名"}
    assert len(audited(book(crowd(latin="Zhao Yi"), columns), CQ26).entrants) == 30


def members(*columns):
    return [
        [
            "单位",
            "赛项",
            "组别",
            "队名",
            *(f"{who}{what}" for who in columns for what in ("姓名", "身份证号", "电话")),
        ],
        *(
            [f"重庆第{at}学校", "人工智能训练师", "学生组", f"{at}中队"]
            + [student(at * 9 + n)[key] for n in (0, 1) for key in ("name", "id", "phone")]
            for at in range(1, 31)
        ),
    ]


@pytest.mark.parametrize(
    "columns", [("队长", "队员1"), ("队长", "队员"), ("选手A", "选手B"), ("队员一", "队员二")]
)
def test_members_side_by_side_are_people_each(audited, kinds, columns):
    rows = members(*columns)
    assert len(audited(workbook(("汇总表", rows)), CQ23).entrants) == 60
    assert kinds(workbook(("汇总表", rows)), CQ23) == []
    rows[3][8] = "500103199001010011"
    assert kinds(workbook(("汇总表", rows)), CQ23) == [("id_checksum", "error", ("I4",))]


def test_a_captain_named_beside_each_person_is_no_member(audited):
    columns = {**COLUMNS, "captain": "队长姓名", "captain_phone": "队长电话"}
    people = crowd(captain="某人", captain_phone="13900005555")
    assert len(audited(book(people, columns), CQ26).entrants) == 30


@pytest.mark.parametrize("between", ["、", "\n", " / "])
def test_two_people_in_the_cells_of_a_line_are_read_each(audited, kinds, between):
    rows = [["单位", "赛项", "组别", "姓名", "身份证号", "电话"]]
    for at in range(1, 31):
        pair = [student(at * 2), student(at * 2 + 1)]
        both = [between.join(str(each[key]) for each in pair) for key in ("name", "id", "phone")]
        rows.append([f"重庆第{at}学校", "人工智能训练师", "学生组", *both])
    assert len(audited(workbook(("汇总表", rows)), CQ23).entrants) == 60
    assert kinds(workbook(("汇总表", rows)), CQ23) == []
    rows[5][4] = rows[5][4][:-1] + ("1" if rows[5][4][-1] != "1" else "2")
    assert kinds(workbook(("汇总表", rows)), CQ23) == [("id_checksum", "error", ("E6",))]


def test_text_formulas_of_a_csv_are_text(kinds):
    rows = [[str(value) for value in row] for row in lines(COLUMNS, crowd())]
    quoted = [rows[0], *([*row[:5], f'="{row[5]}"', f'="{row[6]}"', *row[7:]] for row in rows[1:])]
    assert kinds(csv_text(quoted).encode("gb18030"), CQ26) == []


def test_dots_in_names_are_one_person(kinds):
    twice = [worker(60, track=TRACK, name=f"阿卜杜{dot}热合曼") for dot in "·•"]
    assert [rule for rule, _, _ in kinds(book([*crowd(), *twice]), CQ26)] == ["duplicate_row"]


def test_teacher_in_the_column_of_groups_says_who_somebody_is(kinds):
    people = [*crowd(), worker(40, track=TRACK, group="教师", unit="重庆某学院")]
    assert kinds(book(people), CQ26) == []


def test_hukou_alone_is_for_the_organiser_to_settle(kinds):
    columns = {**COLUMNS, "hukou": "户籍"}
    people = [
        worker(at, track="智能制造系统运维员", unit=unit, hukou="贵州遵义")
        for at, unit in enumerate(("贵州某公司", "重庆某公司"), 1)
    ]
    found = kinds(book(people, columns), GZ25)
    assert found == [("place_left_open", "confirm", ("H3", "L3"))]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("江南职业学校", "职业学校"),
        ("中国人民解放军陆军军医大学", "中国人民军陆军军医大学"),
        ("昆山某职业学校", "昆山某职业学校"),
        ("渝北区职教中心", "渝北区职教中心"),
    ],
)
def test_a_districts_bare_word_in_a_name_is_no_place(name, told):
    assert telling(name) == told


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("6年", 6.0),
        ("2018.07-", 8.0),
        ("2018.7-至今", 8.0),
        ("2018年7月参加工作", 8.0),
        ("2015.09-2019.03", 3.5),
        ("2027年1月至今", None),
        ("2018年13月至今", None),
        ("2018", None),
    ],
)
def test_years_since(words, expected):
    assert years(words, date(2026, 7, 1)) == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("13900000000(单位023-63899503转801)", ["13900000000", "023-63899503"]),
        ("023-63899503-12", ["023-63899503"]),
        ("(023)63899503", ["(023)63899503"]),
        ("139 0000 0000", ["139 0000 0000"]),
        ("待定", ["待定"]),
        ("", []),
    ],
)
def test_numbers_among_words(text, found):
    assert numbers(text) == found


@pytest.mark.parametrize(
    ("words", "role", "field"),
    [
        ("领队", "leader", "name"),
        ("指导教师（领队）", "adviser", "name"),
        ("教练/领队", "adviser", "name"),
        ("紧急联系电话", "other", "phone"),
        ("指导单位", "contestant", "ignored"),
        ("是否为全日制在籍学生", "contestant", "full_time_enrolled"),
        ("职工/学生", "contestant", "identity"),
    ],
)
def test_whose_column_it_is(words, role, field):
    found = read_heading(words)
    assert found is not None
    assert (found.role, found.field) == (role, field)


SIGNED = {
    "a label with the id column under another": [
        "单位负责人（签字）：",
        None,
        "张三",
        None,
        None,
        "经办人：",
        None,
        "13900001111",
    ],
    "a contact with labels of its own": ["联系人", "李四", None, None, None, "电话", "13900001112"],
    "a contact whose phone stands under the numbers": [
        "联系人",
        None,
        "李四",
        None,
        None,
        "13900001112",
    ],
    "a count": ["共30人，其中男15人，女15人"],
}


@pytest.mark.parametrize("name", SIGNED)
def test_a_line_below_the_people_is_no_person(kinds, audited, name):
    data = workbook(("汇总表", [*lines(COLUMNS, crowd()), SIGNED[name]]))
    assert len(audited(data, CQ26).entrants) == 30
    assert kinds(data, CQ26) == []


def test_a_note_for_the_stamp_is_no_part_of_a_unit(kinds):
    names = ("重庆示例公司", "重庆示例公司（盖章）", "重庆示例公司(公章)")
    three = [worker(50 + at, track=TRACK, unit=name) for at, name in enumerate(names)]
    found = kinds(book([*crowd(), *three]), CQ26)
    assert [(rule, cells) for rule, _, cells in found] == [
        ("unit_over_2_in_group", ("H32", "H33", "H34"))
    ]


def test_a_sheet_named_by_a_unit_holds_its_people(kinds):
    columns = {key: name for key, name in COLUMNS.items() if key != "unit"}

    def sheets(most):
        units = [(f"重庆第{at}公司", crowd()[at * 2 - 2 : at * 2]) for at in range(1, 16)]
        units[0][1].extend(worker(90 + at, track=TRACK) for at in range(most - 2))
        return workbook(*((unit, lines(columns, people)) for unit, people in units))

    assert kinds(sheets(2), CQ26) == []
    assert [rule for rule, _, _ in kinds(sheets(3), CQ26)] == ["unit_over_2_in_group"]
