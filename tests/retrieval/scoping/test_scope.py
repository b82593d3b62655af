"""Which competition a question is about: names decide, and two editions never become one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.confirmed import Confirmed
from knowledge.notice import read_notice
from retrieval.question.asked import plain
from retrieval.question.lexicon import words
from retrieval.scoping.scope import Scopes

ALL = {"cq-ai-2023", "cq-ai-2026", "cq-plan-2024", "cq-special-2026", "gz-ai-2025"}
NOW = 2026


@pytest.fixture(scope="module")
def scopes(notices):
    return Scopes(list(notices.values()), words())


def resolve(scopes, text, year=NOW):
    return scopes.resolve(plain(text), year)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("第四届人工智能和工业互联网竞赛的报名费", "cq-ai-2026"),
        ("第4届人工智能和工业互联网竞赛的报名费", "cq-ai-2026"),
        ("首届人工智能和工业互联网竞赛的报名费", "cq-ai-2023"),
        ("第一届人工智能和工业互联网竞赛的报名费", "cq-ai-2023"),
        ("2023年人工智能和工业互联网竞赛", "cq-ai-2023"),
        ("23年人工智能和工业互联网竞赛", "cq-ai-2023"),
        ("２０２６年人工智能和工业互联网竞赛", "cq-ai-2026"),
        ("今年的重庆人工智能和工业互联网竞赛2026", "cq-ai-2026"),
        ("去年的人工智能竞赛", "gz-ai-2025"),
        ("贵州的人工智能竞赛", "gz-ai-2025"),
        ("專項職業能力大賽", "cq-special-2026"),
        ("第二届专项职业能力技能大赛", "cq-special-2026"),
    ],
)
def test_one_competition_is_named(scopes, text, meant):
    target = resolve(scopes, text)
    assert target.notices == (meant,)
    assert target.named
    assert not target.absent


@pytest.mark.parametrize(
    ("text", "year", "meant"),
    [
        ("去年的人工智能竞赛", 2024, "cq-ai-2023"),
        ("前年的人工智能竞赛", 2025, "cq-ai-2023"),
        ("前年的人工智能竞赛", 2027, "gz-ai-2025"),
    ],
)
def test_last_year_counts_from_the_moment_of_the_question(scopes, text, year, meant):
    assert resolve(scopes, text, year).notices == (meant,)


@pytest.mark.parametrize(
    "text", ["人工智能和工业互联网竞赛的报名费", "重庆的人工智能和工业互联网竞赛"]
)
def test_two_editions_are_never_merged(scopes, text):
    target = resolve(scopes, text)
    assert set(target.notices) == {"cq-ai-2023", "cq-ai-2026"}
    assert target.named


@pytest.mark.parametrize(
    "text",
    [
        "第九届人工智能和工业互联网竞赛",
        "第二届人工智能和工业互联网竞赛的报名费",
        "2019年人工智能竞赛",
    ],
)
def test_an_edition_or_a_year_that_is_not_here(scopes, text):
    target = resolve(scopes, text)
    assert target.absent
    assert target.notices == ()


@pytest.mark.parametrize(
    "text",
    [
        "报名费多少",
        "我2001年出生可以参加吗",
        "2024级学生能参加吗",
        "报名截止9月29日",
        "电话20231234",
        "",
    ],
)
def test_without_a_name_every_notice_is_possible(scopes, text):
    target = resolve(scopes, text)
    assert set(target.notices) == ALL
    assert not target.named
    assert not target.absent


@pytest.mark.parametrize(
    ("text", "notice", "track"),
    [
        ("陪诊服务谁承办", "cq-special-2026", "patient-escort"),
        ("智能制造系统运维员怎么报名", "gz-ai-2025", None),
    ],
)
def test_the_whole_name_of_a_track_settles_the_competition(scopes, text, notice, track):
    target = resolve(scopes, text)
    assert target.notices == (notice,)
    assert target.tracked
    assert not target.named
    assert len(target.tracks[notice].ids) == 1
    assert track is None or target.tracks[notice].ids == (track,)


def test_a_track_of_two_competitions_keeps_both(scopes):
    target = resolve(scopes, "数字化解决方案设计师怎么报名")
    assert {"cq-ai-2026", "gz-ai-2025"} <= set(target.notices)
    assert "cq-ai-2023" not in target.notices


def test_every_full_name_means_its_own_notice(scopes, notices):
    assert set(notices) == ALL
    for notice in notices.values():
        assert resolve(scopes, f"{notice.title}里的联系电话").notices == (notice.id,), notice.title
        assert resolve(scopes, f"{notice.name}的联系电话").notices == (notice.id,), notice.name


def test_every_track_is_found_by_its_whole_name(scopes, notices):
    for notice in notices.values():
        for track in notice.tracks:
            target = resolve(scopes, f"{track.name}的联系电话")
            assert track.id in target.tracks[notice.id].ids, track.name


@given(
    st.text(max_size=40)
    | st.lists(
        st.sampled_from(
            ["第二届", "2023年", "去年", "重庆", "贵州", "人工智能", "竞赛", "训练师", "20", "届"]
        )
    ).map("".join)
)
def test_whatever_is_written_a_target_comes_back(scopes, text):
    target = resolve(scopes, text)
    assert set(target.notices) <= ALL
    assert target.absent == (not target.notices)
    assert all(0 <= start < end <= len(plain(text)) for start, end in target.spans)


@pytest.mark.parametrize(
    "text", ["四川省工匠杯的报名电话", "广东的人工智能竞赛报名费", "成都市人工智能大赛"]
)
def test_a_competition_of_another_place_is_not_here(scopes, text):
    target = resolve(scopes, text)
    assert target.absent
    assert target.notices == ()


def of_place(name, tmp_id):
    return read_notice(
        tmp_id, f"关于举办{name}的通知\n一、报名\n报名免费。\n".encode(), Confirmed()
    )


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("兰考县乡村工匠大赛怎么报名", ("a",)),
        ("河南省乡村工匠大赛怎么报名", ("a",)),
        ("云岫县乡村工匠大赛怎么报名", ("b",)),
        ("河北省乡村工匠大赛怎么报名", ()),
    ],
    ids=["the county", "the county's province", "a place nobody knows", "another province"],
)
def test_a_county_is_of_its_province_only(text, meant):
    counties = [of_place("兰考县乡村工匠大赛", "a"), of_place("云岫县乡村工匠大赛", "b")]
    assert resolve(Scopes(counties, words()), text).notices == meant


def test_people_of_a_group_name_no_competition_of_such_people():
    two = Scopes([of_place("东江市职工技能竞赛", "a"), of_place("焊接技能大赛", "b")], words())
    assert not resolve(two, "职工组60人进决赛能评几个一等奖").named
    assert resolve(two, "职工竞赛的报名费").notices == ("a",)


def test_a_part_of_the_competitions_name_names_no_track(scopes):
    target = resolve(scopes, "2026人工智能和工业互联网竞赛主办单位有哪些")
    assert target.notices == ("cq-ai-2026",)
    assert target.tracks == {}


@pytest.mark.parametrize(
    "text",
    [
        "公司在成都，人也住成都，巴渝工匠第四届人工智能竞赛能报吗",
        "我在四川上学，第四届人工智能和工业互联网竞赛能报吗",
        "四川仪表工业学校在专项大赛里办的啥",
    ],
    ids=["where one works and lives", "where one studies", "a school's name"],
)
def test_a_place_of_the_person_or_in_a_name_is_not_the_competitions(scopes, text):
    assert not resolve(scopes, text).absent


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("贵州的一等奖多少钱", True),
        ("那贵州的报名邮箱是什么", True),
        ("贵州的学生能参加吗", False),
    ],
    ids=["its prizes", "its address", "students from there"],
)
def test_a_question_that_begins_with_a_place_is_of_its_competition(scopes, text, named):
    assert (resolve(scopes, text).notices == ("gz-ai-2025",)) is named
