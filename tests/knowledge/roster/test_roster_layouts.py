"""Rosters of other layouts and notices: clean ones raise nothing, each seeded fault is found."""

from __future__ import annotations

from datetime import date

import pytest
from roster_people import (
    CQ23,
    CQ26,
    GZ25,
    SPECIAL,
    csv_text,
    lines,
    number,
    student,
    workbook,
    worker,
)

from knowledge.roster.model import RosterError

TRACK = "人工智能训练师（计算机视觉）"
GZ_COLUMNS = {
    "no": "编号",
    "phone": "手机号码（11位）",
    "track": "报名项目",
    "id": "有效身份证件号码",
    "name": "选手姓名",
    "unit": "所在单位（全称）",
    "job": "岗位",
}
GZ_TRACK = "智能制造系统运维员"


def gz_people(make, first, count=12):
    return [
        make(at, track=GZ_TRACK, unit=f"贵阳第{at}号示例公司", job="运维")
        for at in range(first, first + count)
    ]


def gz_book(workers, students):
    title = ["贵州省示例职业技能竞赛报名汇总表"]
    return workbook(
        ("填表说明", [["请如实填写"], ["每个单位一份"]]),
        ("职工组", [title, *lines(GZ_COLUMNS, workers), [], ["合计", len(workers)]]),
        ("学生组", [title, *lines(GZ_COLUMNS, students), ["填表人：", "某某", "联系电话：", "1"]]),
    )


def gz_students(first=50):
    people = gz_people(student, first)
    return [each | {"unit": f"贵州第{at}示例学院"} for at, each in enumerate(people)]


def test_two_sheets_named_by_group_without_birth_dates_are_clean(kinds, audited):
    data = gz_book(gz_people(worker, 1), gz_students())
    assert kinds(data, GZ25) == []
    assert {each.capacity for each in audited(data, GZ25).entrants} == {"worker", "student"}


GZ_SEEDS = {
    "未满16周岁": ({"id": number(date(2010, 1, 1), 101)}, ("under_16", "error", ("D7",))),
    "正好满16周岁不算": ({"id": number(date(2009, 9, 20), 101)}, None),
    "差一天满16周岁": ({"id": number(date(2009, 9, 21), 101)}, ("under_16", "error", ("D7",))),
    "缺号码": ({"id": None}, ("id_missing", "error", ("D7",))),
    "手机号少一位": ({"phone": "1390000000"}, ("phone_length", "error", ("B7",))),
    "没有这个赛项": ({"track": "焊接"}, ("track_unknown", "error", ("C7",))),
    "赛项写俗称不算": ({"track": "智能制造系统运维"}, None),
    "缺姓名": ({"name": None}, ("name_missing", "error", ("E7",))),
    "缺单位": ({"unit": None}, ("unit_missing", "warn", ("F7",))),
    "同一单位多人不算": ({"unit": "贵阳第1号示例公司"}, None),
    "固定电话不算": ({"phone": "0851-86000000"}, None),
    "固定电话没有区号": ({"phone": "86000000"}, ("phone_area_code", "warn", ("B7",))),
    "护照号要确认": ({"id": "E12345678"}, ("id_other_document", "confirm", ("D7",))),
    "日期不存在": ({"id": "520103199002301234"}, ("id_date", "error", ("D7",))),
    "外省单位要确认": ({"unit": "成都云栖有限公司"}, ("place_outside", "confirm", ("F7",))),
}


@pytest.mark.parametrize("name", GZ_SEEDS)
def test_a_seed_in_the_guizhou_roster(kinds, name):
    changes, expected = GZ_SEEDS[name]
    workers = gz_people(worker, 1)
    workers[4] |= changes
    found = kinds(gz_book(workers, gz_students()), GZ25)
    assert found == ([expected] if expected else [])


TEAM_TOP = [
    "序号",
    "队名",
    "组别",
    "参赛选手信息",
    None,
    None,
    None,
    None,
    None,
    "指导教师（领队）信息",
    None,
]
TEAM_SUB = [
    None,
    None,
    None,
    "姓名",
    "性别",
    "身份证号",
    "联系电话",
    "等级",
    "工龄（年）",
    "姓名",
    "联系电话",
]


def team_line(team, person):
    keys = ("group", "name", "sex", "id", "phone", "level", "years")
    return [
        1,
        team,
        *(person.get(key) for key in keys),
        person.get("teacher"),
        person.get("teacher_phone"),
    ]


def team_book(people, unit="重庆示例职业学院"):
    head = [
        ["参赛信息汇总表"],
        [f"报名单位（盖章）：{unit}          报名日期：2023年9月1日"],
        TEAM_TOP,
        TEAM_SUB,
    ]
    body = [team_line(team, person) for team, person in people]
    return workbook(
        ("Sheet1", [*head, *body]), merged={"Sheet1": ["D3:I3", "J3:K3", "A1:K1", "A2:K2"]}
    )


def four_teams():
    teams = ["学甲队", "学乙队", "职甲队", "职乙队"]
    makers = [student, student, worker, worker]
    return [
        (team, make(20 + at * 2 + member))
        for at, (team, make) in enumerate(zip(teams, makers, strict=True))
        for member in range(2)
    ]


def test_a_team_roster_with_the_unit_in_its_line_is_clean(kinds, audited):
    data = team_book(four_teams())
    assert kinds(data, CQ23, track="ai-trainer") == []
    done = audited(data, CQ23, track="ai-trainer")
    assert {each.unit for each in done.entrants} == {"重庆示例职业学院"}


def test_a_third_team_of_a_group_is_over_the_quota(kinds):
    people = [*four_teams(), ("职丙队", worker(40)), ("职丙队", worker(41))]
    ((rule, severity, cells),) = kinds(team_book(people), CQ23, track="ai-trainer")
    assert (rule, severity) == ("unit_over_2_in_group", "error")
    assert cells == tuple(f"D{row}" for row in range(9, 15))


def test_a_team_of_three_is_named_at_its_cells(kinds):
    people = [*four_teams(), ("职乙队", worker(40))]
    found = kinds(team_book(people), CQ23, track="ai-trainer")
    assert found == [("team_size_not_2", "error", ("B11", "B12", "B13"))]


def test_a_teacher_who_competes_in_the_same_track_is_barred_by_the_notice(kinds, audited):
    people = four_teams()
    teacher = people[4][1]
    people[0][1].update(teacher=teacher["name"], teacher_phone=teacher["phone"])
    data = team_book(people)
    assert kinds(data, CQ23, track="ai-trainer") == [
        ("teacher_is_contestant", "error", ("J5", "D9"))
    ]
    (fault,) = audited(data, CQ23, track="ai-trainer").faults
    assert "指导教师" in fault.citation.quote


def test_a_namesake_with_another_phone_is_no_teacher(kinds):
    people = four_teams()
    people[0][1].update(teacher=people[4][1]["name"])
    assert kinds(team_book(people), CQ23, track="ai-trainer") == []


def test_teams_over_units_are_found_and_numbered_teams_are_not_joined(kinds):
    columns = {
        "team": "队名",
        "unit": "参赛单位",
        "group": "组别",
        "name": "姓名",
        "id": "身份证号",
        "phone": "手机",
    }
    people = [
        worker(at, team=team, unit=f"重庆第{unit}公司")
        for at, (team, unit) in enumerate(
            [("飞鸟", 1), ("飞鸟", 2), ("一队", 3), ("一队", 3), ("一队", 4), ("一队", 4)]
        )
    ]
    people += [
        student(at, team=f"学{at // 2}", unit=f"重庆第{at // 2}学校") for at in range(10, 64)
    ]
    found = kinds(workbook(("表", lines(columns, people))), CQ23, track="ai-trainer")
    assert found == [("team_over_units", "error", ("B2", "B3"))]


WIDE_TOP = [
    "参赛队名称",
    "单位",
    "选手1",
    None,
    None,
    "选手2",
    None,
    None,
    "指导教师1",
    None,
    "指导教师2",
    None,
]
WIDE_SUB = [None, None, *["姓名", "身份证号", "手机号"] * 2, *["姓名", "电话"] * 2]


def wide_line(team, first, second):
    both = [person[key] for person in (first, second) for key in ("name", "id", "phone")]
    return [team, "重庆示例公司", *both, "某甲", "13900000001", "某乙", "1390000"]


def test_a_line_with_two_members_is_two_people(kinds, audited):
    rows = [
        WIDE_TOP,
        WIDE_SUB,
        wide_line("甲", worker(1), worker(2)),
        wide_line("乙", worker(3), worker(4, id="500")),
    ]
    data = workbook(("职工组", rows))
    assert [each.name[-1] for each in audited(data, CQ23, track="ai-trainer").entrants] == list(
        "1234"
    )
    assert kinds(data, CQ23, track="ai-trainer") == [
        ("phone_length", "error", ("L3",)),
        ("id_length", "error", ("G4",)),
        ("phone_length", "error", ("L4",)),
    ]


def many_columns():
    names = (
        "民族 政治面貌 籍贯 学历 职称 职务 毕业院校 毕业时间 邮箱 通讯地址 邮编 紧急联系人"
        " 紧急联系人电话 单位联系人 单位联系人电话 单位性质 是否住宿 到达时间 服装尺码"
        " 清真 银行卡号 开户行 证书编号 备注 照片"
    )
    extra = {f"x{at}": name for at, name in enumerate(names.split(), start=1)}
    head = {"no": "序号", "track": "竞赛项目", "identity": "人员类别", "unit": "单位名称"}
    tail = {
        "name": "姓名",
        "sex": "性别",
        "birth": "出生年月",
        "id": "公民身份号码",
        "id_type": "证件类型",
        "phone": "联系方式",
    }
    return head | extra | tail | {"residence": "现居住地"}


def special_people():
    extra = {f"x{at}": f"值{at}" for at in range(1, 26)} | {
        "x8": "2010-07",
        "x13": "12",
        "x15": "3",
    }
    made = [worker(at, identity="企业职工") for at in range(1, 8)] + [
        student(at, identity="在校学生") for at in range(8, 14)
    ]
    return [
        each
        | extra
        | {
            "track": "LED显示屏应用",
            "id_type": "居民身份证",
            "birth": f"{each['birth']:%Y年%m月}",
            "residence": "渝北区",
        }
        for each in made
    ]


def test_thirty_six_columns_are_read_by_meaning(kinds):
    columns = many_columns()
    assert len(columns) == 36
    assert kinds(workbook(("报名", lines(columns, special_people()))), SPECIAL) == []


SPECIAL_SEEDS = {
    "出生年月与号码不同": ({"birth": "1991年01月"}, "id_birth_mismatch", ["AG4", "AF4"]),
    "性别与号码不同": ({"sex": "女"}, "id_sex_mismatch", ["AG4", "AE4"]),
    "身份不在参赛对象": ({"identity": "退休人员"}, "identity_not_admitted", ["C4"]),
    "港澳证件不按身份证核对": ({"id_type": "港澳居民来往内地通行证", "id": "H12345678"}, None, []),
    "出生日期认不出": ({"birth": "一九九〇"}, "birth_unreadable", ["AF4"]),
}


@pytest.mark.parametrize("name", SPECIAL_SEEDS)
def test_a_seed_among_thirty_six_columns(kinds, name):
    changes, rule, cells = SPECIAL_SEEDS[name]
    people = special_people()
    people[2] |= changes
    found = kinds(workbook(("报名", lines(many_columns(), people))), SPECIAL)
    assert [(each[0], list(each[2])) for each in found] == ([(rule, cells)] if rule else [])


def test_the_same_person_in_two_tracks_over_two_sheets(kinds):
    one = special_people()
    two = [each | {"track": "收银结算", "no": None} for each in one[:1]]
    data = workbook(("甲", lines(many_columns(), one)), ("乙", lines(many_columns(), two)))
    assert kinds(data, SPECIAL) == [("same_person_two_tracks", "error", ("AG2", "乙!AG2"))]


def test_a_missing_column_is_said_once(kinds):
    columns = {"name": "姓名", "unit": "单位", "group": "组别", "id": "身份证号", "track": "赛项"}
    people = [worker(at, track=TRACK) for at in range(1, 40)]
    assert kinds(workbook(("表", lines(columns, people))), CQ26) == [
        ("column_missing", "warn", ("A1",))
    ]


@pytest.mark.parametrize("rows", [
    pytest.param([list(worker(at).values()) for at in range(5)], id="没有表头"),
    pytest.param([["说明"], ["没有表格"]], id="没有表格"),
    pytest.param([["姓名", "性别", "单位"]], id="只有表头"),
])  # fmt: skip
def test_a_file_that_is_no_roster_is_refused_in_one_line(audited, rows):
    with pytest.raises(RosterError) as fault:
        audited(workbook(("表", rows)), CQ26)
    assert "\n" not in str(fault.value)
    assert "139" not in str(fault.value)


def test_a_sheet_without_headings_among_others_is_named(kinds):
    columns = {
        "name": "姓名",
        "unit": "单位",
        "group": "组别",
        "id": "身份证号",
        "phone": "电话",
        "track": "赛项",
    }
    people = [worker(at, track=TRACK) for at in range(1, 40)]
    data = workbook(("表", lines(columns, people)), ("附", lines(columns, people[:2])[1:]))
    assert kinds(data, CQ26) == [("sheet_unread", "warn", ("D1",))]


CSV_COLUMNS = {
    "no": "序号",
    "track": "赛项",
    "group": "组别",
    "unit": "单位",
    "name": "姓名",
    "id": "身份证号",
    "phone": "电话",
    "level": "等级",
    "years": "从业年限",
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_text_files_in_any_encoding_and_delimiter(kinds, audited, encoding, delimiter):
    people = [worker(at, track=TRACK) for at in range(1, 40)]
    people[3]["name"] = "𫓧思远"
    people[5]["phone"] = "139"
    data = csv_text(lines(CSV_COLUMNS, people), delimiter).encode(encoding)
    assert kinds(data, CQ26) == [("phone_format", "error", ("G7",))]
    assert audited(data, CQ26).entrants[3].name == "𫓧思远"


def test_what_was_merged_is_taken_over_in_text_files(audited):
    people = [worker(at, track=TRACK) for at in range(1, 4)]
    people[1] |= {"unit": None, "track": None}
    done = audited(csv_text(lines(CSV_COLUMNS, people)).encode(), CQ26)
    assert done.entrants[1].unit == done.entrants[0].unit
    assert done.entrants[1].track == done.entrants[0].track


def test_units_written_once_over_their_people_are_taken_over(kinds, audited):
    people = [worker(at, track=TRACK, unit=f"重庆第{at // 2}公司") for at in range(40)]
    for at in range(1, 40, 2):
        people[at]["unit"] = None
    data = workbook(("表", lines(CSV_COLUMNS, people)))
    assert kinds(data, CQ26) == []
    assert audited(data, CQ26).entrants[39].unit == "重庆第19公司"


def test_a_name_merged_over_two_teachers_is_one_person(kinds, audited):
    top = ["赛项", "单位", "姓名", "身份证号", "电话", "指导教师姓名", "指导教师电话"]
    rows = [top]
    for at in range(4):
        one = student(at, track="LED显示屏应用")
        rows.append(
            [*(one[key] for key in ("track", "unit", "name", "id", "phone")), "甲", "13900007777"]
        )
        rows.append([None] * 5 + ["乙", "13900008888" if at else "139"])
    merges = [f"{letter}{row}:{letter}{row + 1}" for row in (2, 4, 6, 8) for letter in "ABCDE"]
    for data in (workbook(("表", rows), merged={"表": merges}), csv_text(rows).encode()):
        assert len(audited(data, SPECIAL).entrants) == 4
        assert kinds(data, SPECIAL) == [("phone_format", "error", ("G3",))]


def test_headings_between_the_lines_name_tracks(audited, kinds):
    columns = {key: name for key, name in CSV_COLUMNS.items() if key != "track"}
    first, *body = lines(columns, [worker(at) for at in range(62)])
    rows = [
        ["汇总表"],
        first,
        ["一、智能硬件装调员"],
        *body[:31],
        ["二、数字孪生应用技术员"],
        *body[31:],
    ]
    data = workbook(("表", [*rows, ["填表人：某某"], ["单位负责人签字：", None, None, "单位盖章"]]))
    assert kinds(data, CQ26) == []
    tracks = [each.track.id for each in audited(data, CQ26).entrants]
    assert tracks == ["hardware-assembly"] * 31 + ["digital-twin"] * 31


def test_headings_that_come_again_in_another_order_are_followed(kinds):
    people = [worker(at, track=TRACK) for at in range(40)]
    people[30]["phone"] = "139"
    other = dict(reversed(CSV_COLUMNS.items()))
    rows = [*lines(CSV_COLUMNS, people[:20]), *lines(other, people[20:])]
    assert kinds(workbook(("表", rows)), CQ26) == [("phone_format", "error", ("C33",))]
