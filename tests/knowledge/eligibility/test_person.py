"""Foreign data → a person: every reader is lenient, none fails."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.eligibility.person import READERS, Person, read_person
from knowledge.eligibility.places import lies_in, region


@pytest.mark.parametrize(
    ("key", "given_", "read"),
    [
        ("birth_date", "1995.3.2", "1995-03-02"),
        ("birth_date", "1995年3月2日", "1995-03-02"),
        ("birth_date", "1995/03/02", "1995-03-02"),
        ("birth_date", "19950302", "1995-03-02"),
        ("birth_date", "１９９５-３", "1995-03"),
        ("birth_date", "1995-13-02", None),
        ("birth_date", "1995/3/2 0:00", "1995-03-02"),
        ("birth_date", "1995-03-02T00:00:00+08:00", "1995-03-02"),
        ("birth_date", 19950302, "1995-03-02"),
        ("birth_date", 19950302.0, "1995-03-02"),
        ("birth_date", 40339, None),
        ("age", 16.0, 16),
        ("age", "快16", 15.9),
        ("years_experience", "满5年", 5),
        ("certificate_level", 3.0, 3),
        ("certificate_level", 3.5, None),
        ("certificate_level", "高级工（三级）", 3),
        ("enrolled", "√", True),
        ("enrolled", "×", False),
        ("enrolled", "Y", True),
        ("enrolled", 1, True),
        ("enrolled", 2, None),
        ("sex", "女的", "女"),
        ("honours", "全国技术能手，五一劳动奖章", ("全国技术能手", "五一劳动奖章")),
        ("honours", [[["深"]], "全国技术能手"], ("全国技术能手",)),
        ("age", float("inf"), None),
        ("birth_date", "昨天", None),
        ("age", "17岁", 17),
        ("age", "十七", 17),
        ("age", -3, None),
        ("age", 10**400, None),
        ("age", float("nan"), None),
        ("birth_date", "9999-12", "9999-12"),
        ("birth_date", "0000-01-01", None),
        ("submitted", "9999-12-31T23:59:59+00:00", "9999-12-31"),
        ("other", {"劳模": True, "深": [[1]], "层": {"a": 1}}, {"劳模": True}),
        ("age", True, None),
        ("sex", "女性", "女"),
        ("sex", "male", "男"),
        ("identity", "在校生", "student"),
        ("identity", "研究生", "student"),
        ("identity", "在职研究生", "worker"),
        ("identity", "高校教师", "teacher"),
        ("identity", "技师学院教师", "teacher"),
        ("identity", "技师学院在读学生", "student"),
        ("identity", "学生处老师", "teacher"),
        ("identity", "自由职业", "flexible"),
        ("identity", "待业", "unemployed"),
        ("identity", "退休工人", "retired"),
        ("identity", "宇航员候补", "宇航员候补"),
        ("certificate_level", "四级", 4),
        ("certificate_level", "4级", 4),
        ("certificate_level", "四级/中级工", 4),
        ("certificate_level", "高级技师", 1),
        ("certificate_level", "技师", 2),
        ("certificate_level", "高级工", 3),
        ("certificate_level", "无", 0),
        ("certificate_level", "中级职称", None),
        ("certificate_level", "大学英语四级", None),
        ("years_experience", "五年", 5),
        ("years_experience", "三年半", 3.5),
        ("years_experience", "18个月", 1.5),
        ("enrolled", "是", True),
        ("enrolled", "否", False),
        ("enrolled", "不清楚", None),
        ("school_full_time", "非全日制", False),
        ("honours", "全国技术能手、五一劳动奖章", ("全国技术能手", "五一劳动奖章")),
        ("honours", ["无"], ()),
        ("female_category", "管理岗位", "cadre"),
        ("unit_entries", {"职工组": "2"}, {"职工组": 2.0}),
        ("submitted", "2024-02-05 17:00", "2024-02-05T17:00:00+08:00"),
        ("account", False, "未注册"),
    ],
)
def test_a_value_is_read(key, given_, read):
    person, ignored = read_person({key: given_})
    default = Person.model_fields[key].default
    assert getattr(person, key) == (default if read is None else read)
    assert ignored == ()


def test_half_a_character_and_endless_digits_are_unknown():
    for hostile in ("\ud800", "9" * 5000, 10**400, [[[[]]]], b"x"):
        for key in ("birth_date", "age", "certificate_level", "enrolled", "submitted"):
            person, _ = read_person({key: hostile})
            assert getattr(person, key) is None


def test_unknown_keys_are_listed_and_null_is_absent():
    person, ignored = read_person({"身高": 180, "age": None, "colour": "red"})
    assert person == Person()
    assert ignored == ("colour", "身高")


_ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=5,
)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(READERS)) | st.text(max_size=5), _ANY, max_size=8))
def test_no_input_crashes(run_any, data):
    person, ignored = read_person(data)
    assert set(ignored) == {key for key in data if key not in READERS}
    run_any(person)


@pytest.fixture(scope="module")
def run_any(notices, rules):
    from knowledge.eligibility.judge import judge  # noqa: PLC0415 only here

    from .conftest import at  # noqa: PLC0415 only here

    def call(person):
        for notice in rules:
            assert judge(notices[notice], rules[notice], person, at("2026-06-10")).verdict

    return call


@pytest.mark.parametrize("data", [None, 3, "worker", [], [{"age": 3}]])
def test_what_is_no_object_is_a_person_of_whom_nothing_is_known(data):
    assert read_person(data) == (Person(), ())


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("渝北区", "重庆"),
        ("沙坪坝", "重庆"),
        ("在渝", "重庆"),
        ("重庆市江北区", "重庆"),
        ("彭水", "重庆"),
        ("万盛", "重庆"),
        ("四川外国语大学", "重庆"),
        ("成都", "四川"),
        ("四川省广安市", "四川"),
        ("遵义", "贵州"),
        ("黔东南", "贵州"),
        ("务川", "贵州"),
        ("上海市四川路", "上海"),
        ("桂林电子科技大学", "广西"),
        ("哈尔滨工业大学（深圳）", "广东"),
        ("江北区", None),
        ("某地", None),
        ("", None),
    ],
)
def test_words_of_a_place_name_a_region(words, where):
    assert region(words) == where


@pytest.mark.parametrize(
    ("words", "inside"),
    [
        ("外省", False),
        ("外地", False),
        ("本市", True),
        ("不在重庆", False),
        ("江北区", None),
        ("朝阳区", False),
    ],
)
def test_words_settle_whether_a_place_lies_in_chongqing(words, inside):
    assert lies_in(words, "重庆") is inside
