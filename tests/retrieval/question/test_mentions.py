"""Years, editions, tracks and groups found in the words of a question."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.model import Track
from retrieval.question.mentions import TrackNames, editions, groups, longest_common, masked, years

NAMES = TrackNames(
    [
        Track(id="twin", name="数字孪生应用技术员"),
        Track(id="trainer", name="人工智能训练师"),
        Track(id="vision", name="人工智能训练师（计算机视觉）", aliases=("视觉训练",)),
        Track(id="uav", name="无人机驾驶员（物流配送）"),
        Track(id="uav-repair", name="无人机装调检修工"),
        Track(id="wps", name="WPS办公软件应用"),
    ]
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2023年的竞赛", {2023}),
        ("2023的竞赛", {2023}),
        ("23年的竞赛", {2023}),
        ("2023年和2026年的竞赛", {2023, 2026}),
        ("去年的竞赛", {2025}),
        ("前年的竞赛", {2024}),
        ("2023年9月28日", set()),
        ("2023年9月", set()),
        ("2023-09-28", set()),
        ("2001年出生", set()),
        ("2024级学生", set()),
        ("2024年毕业", set()),
        ("电话20231234", set()),
        ("3年工龄", set()),
        ("", set()),
    ],
)
def test_years_of_a_competition(text, found):
    assert years(text, 2026)[0] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("第四届", {"第四届"}),
        ("第4届", {"第四届"}),
        ("首届", {"首届"}),
        ("第一届", {"首届"}),
        ("第1届", {"首届"}),
        ("第十三届", {"第十三届"}),
        ("首届和第二届", {"首届", "第二届"}),
        ("2023届毕业生", set()),
        ("应届", set()),
        ("", set()),
    ],
)
def test_editions_as_notices_print_them(text, found):
    assert editions(text)[0] == found


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("数字孪生应用技术员怎么报名", {"twin"}),
        ("数字孪生怎么报名", {"twin"}),
        ("孪生怎么报名", {"twin"}),
        ("人工智能训练师怎么报名", {"trainer"}),
        ("人工智能训练师(计算机视觉)怎么报名", {"vision"}),
        ("视觉训练怎么报名", {"vision"}),
        ("无人机怎么报名", {"uav", "uav-repair"}),
        ("无人机驾驶怎么报名", {"uav"}),
        ("wps办公软件应用怎么报名", {"wps"}),
        ("数字技能怎么报名", set()),
        ("职业技能怎么报名", set()),
        ("怎么报名", set()),
        ("", set()),
    ],
)
def test_tracks_by_name_by_alias_and_by_a_telling_part(text, ids):
    assert set(NAMES.find(text).ids) == ids


def test_a_whole_name_is_exact_and_a_part_is_not():
    assert NAMES.find("数字孪生应用技术员").exact
    assert not NAMES.find("数字孪生").exact
    assert NAMES.find("视觉训练").exact


def test_parts_and_whole_names_are_told_apart():
    assert NAMES.exact("数字孪生怎么报名") is None
    assert NAMES.partly("怎么报名") is None
    assert NAMES.exact("数字孪生应用技术员").ids == ("twin",)


def test_the_groups_a_notice_has(notices):
    assert groups("学生组有几个名额", notices["gz-ai-2025"]) == ("学生组",)
    assert set(groups("学生组和职工组", notices["gz-ai-2025"])) == {"学生组", "职工组"}
    assert groups("教师组有几个名额", notices["gz-ai-2025"]) == ()


@given(st.text(max_size=30), st.text(max_size=30))
def test_the_longest_common_part_is_in_both(first, second):
    length, at, there = longest_common(first, second)
    assert first[at : at + length] == second[there : there + length]
    longer = (first[i : i + length + 1] for i in range(len(first) - length))
    assert not any(part in second for part in longer)
    # of several it is the first in either
    assert second.find(first[at : at + length]) == there
    earlier = (first[i : i + length] for i in range(at))
    assert not any(part in second for part in earlier)


@given(st.text())
def test_places_lie_in_the_text(text):
    for found in (years(text, 2026)[1], editions(text)[1], NAMES.find(text).spans):
        assert all(0 <= start < end <= len(text) for start, end in found)
        assert len(masked(text, found)) == len(text)
