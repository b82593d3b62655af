"""Notices nobody has read before: invented ones, in the ways notices are written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.data import parse
from knowledge.errors import UnreadableError
from knowledge.notice import read_notice

if TYPE_CHECKING:
    from knowledge.model import Notice

CASES = parse((Path(__file__).parent / "cases" / "notices.yaml").read_text("utf-8"))
LISTS = parse((Path(__file__).parent / "cases" / "tracks.yaml").read_text("utf-8"))
HEAD = "关于举办某省第二届技能大赛的通知\n各单位：\n"
SIGNED = "\n某省教育厅\n2030年1月1日\n"
BY_NAME = pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])


def read(case) -> Notice:
    return read_notice("invented", case["text"].encode())


def names(notice: Notice, ids) -> list[str]:
    known = {track.id: track.name for track in notice.tracks}
    return [known[track_id] for track_id in ids]


def test_cases_were_found():
    assert len(CASES) >= 6
    assert len(LISTS) >= 15


@BY_NAME
def test_tracks_and_groups(case):
    notice = read(case)
    assert [track.name for track in notice.tracks] == case["tracks"]
    assert set(notice.groups) == set(case["groups"])
    for track in notice.tracks:
        wanted = case.get("track_groups", {}).get(track.name, track.groups)
        assert list(track.groups) == list(wanted)


@pytest.mark.parametrize("case", LISTS, ids=lambda case: case["name"])
def test_ways_to_list_tracks(case):
    signed = "" if "附件" in case["body"] else SIGNED
    head = f"{case['head']}\n各单位：\n" if "head" in case else HEAD
    notice = read({"text": head + case["body"] + signed})
    assert [track.name for track in notice.tracks] == case["tracks"]


@BY_NAME
def test_head(case):
    notice = read(case)
    head = case.get("head", {})
    assert {field: getattr(notice, field) for field in head} == head
    assert set(case.get("called", ())) <= set(notice.aliases)


@BY_NAME
def test_scopes_of_clauses(case):
    notice = read(case)
    scopes = {clause.path: clause.scope for clause in notice.clauses}
    for path, (tracks, groups) in case.get("clauses", {}).items():
        assert names(notice, scopes[path].tracks) == tracks
        assert list(scopes[path].groups) == groups
    for path, role in case.get("roles", {}).items():
        assert scopes[path].role == role


@BY_NAME
def test_values_with_their_scopes(case):
    notice = read(case)
    found = [
        [value.kind, value.value, names(notice, value.scope.tracks), list(value.scope.groups)]
        for value in notice.values
    ]
    for kind, value, tracks, groups in case.get("values", ()):
        assert [kind, str(value), tracks, groups] in found


@given(st.text(max_size=400))
def test_any_text_is_a_notice_or_is_refused(text):
    try:
        notice = read_notice("any", text.encode("utf-8", "ignore"))
    except UnreadableError:
        return
    assert all(notice.text[v.start : v.end] == v.raw for v in notice.values)
