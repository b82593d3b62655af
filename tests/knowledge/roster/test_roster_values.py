"""Single values: headings, identity cells, birth dates, phones, footers."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from roster_people import CQ26, lines, number, workbook, worker

from knowledge.roster.columns import read_heading
from knowledge.roster.entrant import read_birth
from knowledge.roster.labels import footer
from knowledge.roster.model import letters
from knowledge.roster.phones import phone_fault

HEADINGS = {
    "姓 名": ("contestant", 0, "name"),
    "*姓名（必填）": ("contestant", 0, "name"),
    "选手": ("contestant", 0, "name"),
    "选手1姓名": ("contestant", 1, "name"),
    "队员二身份证号码": ("contestant", 2, "id"),
    "有效身份证件号码（18位）": ("contestant", 0, "id"),
    "指导教师": ("adviser", 0, "name"),
    "指导教师2联系电话": ("adviser", 2, "phone"),
    "领队手机": ("leader", 0, "phone"),
    "紧急联系人电话": ("other", 0, "phone"),
    "单位电话": ("contestant", 0, "ignored"),
    "毕业院校": ("contestant", 0, "ignored"),
    "现职业资格（技能）等级": ("contestant", 0, "level"),
    "学校／专业": ("contestant", 0, "school_major"),
    "从业年限（年）": ("contestant", 0, "years"),
    "参赛单位（全称）": ("contestant", 0, "unit"),
}


@pytest.mark.parametrize("words", HEADINGS)
def test_a_heading_is_read_by_its_meaning(words):
    assert read_heading(words)[:3] == HEADINGS[words]


@pytest.mark.parametrize("words", ["", "参赛选手信息", "张三", "13900000000", "一二三" * 20])
def test_what_is_no_heading_means_nothing(words):
    assert read_heading(words) is None


BIRTHS = [
    (date(1990, 3, 27), "1990-03-27"),
    (datetime(1990, 3, 27), "1990-03-27"),  # noqa: DTZ001 cells have no zone
    (32959.0, "1990-03-27"),
    (32959, "1990-03-27"),
    (19900327.0, "1990-03-27"),
    ("19900327", "1990-03-27"),
    ("1990.03.27", "1990-03-27"),
    ("1990年3月27日", "1990-03-27"),
    ("1990-3-27 00:00:00", "1990-03-27"),
    ("１９９０／３／２７", "1990-03-27"),
    ("1990年3月", "1990-03"),
    ("199003", "1990-03"),
    (1990.1, "1990"),
    (1990, "1990"),
    ("1990-02-30", None),
    ("九零年", None),
    (True, None),
    (12.0, None),
]


@pytest.mark.parametrize(("value", "expected"), BIRTHS)
def test_a_birth_date_in_any_writing(value, expected):
    assert read_birth(value) == expected


PHONES = {
    "13900000000": None,
    "１３９００００００００": None,
    "139 0000 0000": None,
    "139-0000-0000": None,
    "+86 13900000000": None,
    "008613900000000": None,
    "8613900000000": None,
    "19900000000": None,
    "13900000000/023-63899503": None,
    "023—63899503": None,
    "(0851)86000000": None,
    "023-63899503转801": None,
    "023-63899503-801": None,
    "4008000000": None,
    "": "phone_missing",
    "无": "phone_missing",
    "1390000000": "phone_length",
    "139000000000": "phone_length",
    "023-638995": "phone_length",
    "13900000000、139": "phone_format",
    "12900000000": "phone_format",
    "1390000000O": "phone_format",
    "1.39E+10": "phone_format",
    "63899503": "phone_area_code",
}


@pytest.mark.parametrize("text", PHONES)
def test_a_phone(text):
    assert phone_fault(text) == PHONES[text]


IDENTITIES = {
    "末位小写": ("50010319900102101x", None),
    "前面有撇号": ("'500103199001021010", None),
    "按数字存放": (500103199001021010.0, "id_number_precision_lost"),
    "按整数存放": (500103199001021010, "id_number_precision_lost"),
    "科学计数法文字": ("5.00103E+17", "id_scientific_text"),
    "少一位": ("50010319900102101", "id_length"),
    "多一位": ("5001031990010210100", "id_length"),
    "有汉字": ("身份证500103199001021010", "id_format"),
    "二月三十日": ("500103199002301010", "id_date"),
    "还没有出生": (number(date(2027, 1, 2), 101), "id_date"),
    "写着无": ("无", "id_missing"),
    "空": (None, "id_missing"),
    "通行证": ("H12345678", "id_other_document"),
}


@pytest.mark.parametrize("name", IDENTITIES)
def test_an_identity_cell(kinds, name):
    value, expected = IDENTITIES[name]
    columns = {
        "name": "姓名",
        "unit": "单位",
        "group": "组别",
        "id": "身份证号",
        "phone": "电话",
        "track": "赛项",
    }
    people = [worker(at, track="智能硬件装调员") for at in range(1, 40)]
    people[3]["id"] = value
    found = {
        rule
        for rule, _, cells in kinds(workbook(("表", lines(columns, people))), CQ26)
        if cells == ("D5",)
    }
    if expected:
        assert found == {expected}
    else:
        assert found <= {"id_checksum"}


@pytest.mark.parametrize(
    "words",
    [
        "合计",
        "合计人数：",
        "填表人：某某",
        "备注：无",
        "注：如实填写",
        "审核人（签字）：",
        "小计12人",
    ],
)
def test_a_footer(words):
    assert footer().match(words)


@pytest.mark.parametrize("words", ["注册会计师协会", "1", "重庆第1号公司", "张三", "共青团"])
def test_no_footer(words):
    assert not footer().match(words)


def test_letters_go_on_behind_z():
    assert [letters(at) for at in (25, 26, 51, 52, 701, 702)] == [
        "Z",
        "AA",
        "AZ",
        "BA",
        "ZZ",
        "AAA",
    ]
