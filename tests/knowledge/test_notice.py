"""The five bundled notices, against what a person read in them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from knowledge.bundled import bundled
from knowledge.confirmed import Confirmed
from knowledge.data import parse
from knowledge.notice import read_notice
from knowledge.plain import bare

if TYPE_CHECKING:
    from knowledge.model import Notice, Value

TRUTH = {
    path.stem: parse(path.read_text("utf-8"))
    for path in sorted((Path(__file__).parent / "truth_values").glob("*.yaml"))
}
IDS = sorted(TRUTH)


@cache
def notice(notice_id: str) -> Notice:
    source = next(source for source in bundled() if source.id == notice_id)
    return read_notice(source.id, source.data, source.confirmed)


def told(value: Value, *, label: bool) -> tuple[Any, ...]:
    scope = value.scope
    found = (value.kind, value.value, value.path, scope.tracks, scope.groups, scope.role)
    return (*found, value.label) if label else found


def expected(kind: str, case: dict[str, Any], *, label: bool) -> tuple[Any, ...]:
    scope = (tuple(case.get("tracks", ())), tuple(case.get("groups", ())), case.get("role"))
    found = (kind, str(case["value"]), case["path"], *scope)
    return (*found, case["label"]) if label else found


def test_the_five_notices_are_bundled_and_have_a_truth():
    assert {source.id for source in bundled()} == set(TRUTH) == {
        "cq-ai-2023", "cq-ai-2026", "cq-plan-2024", "cq-special-2026", "gz-ai-2025",
    }  # fmt: skip


@pytest.mark.parametrize("notice_id", IDS)
@pytest.mark.parametrize(
    "field",
    ["label", "title", "name", "doc_number", "issued_on", "edition", "year", "region", "audience"],
)
def test_head(notice_id, field):
    assert getattr(notice(notice_id), field) == TRUTH[notice_id][field]


@pytest.mark.parametrize("notice_id", IDS)
def test_issuers_and_groups(notice_id):
    assert list(notice(notice_id).issuers) == TRUTH[notice_id]["issuers"]
    assert set(notice(notice_id).groups) == set(TRUTH[notice_id]["groups"])


@pytest.mark.parametrize("notice_id", IDS)
def test_findings(notice_id):
    found = [finding.rule for finding in notice(notice_id).findings]
    assert found == TRUTH[notice_id].get("findings", [])


@pytest.mark.parametrize("notice_id", IDS)
def test_everyday_names(notice_id):
    assert set(TRUTH[notice_id]["called"]) <= set(notice(notice_id).aliases)


@pytest.mark.parametrize("notice_id", IDS)
def test_tracks(notice_id):
    truth = TRUTH[notice_id]["tracks"]
    tracks = notice(notice_id).tracks
    assert [track.id for track in tracks] == list(truth)
    for track in tracks:
        assert track.name == truth[track.id]["name"]
        assert set(track.groups) == set(truth[track.id].get("groups", ()))
        assert set(truth[track.id].get("called", ())) <= set(track.aliases)


@pytest.mark.parametrize("notice_id", IDS)
def test_no_alias_means_two_tracks(notice_id):
    aliases = [alias for track in notice(notice_id).tracks for alias in track.aliases]
    assert len(aliases) == len(set(aliases))


@pytest.mark.parametrize("notice_id", IDS)
def test_attachments_belong_to_tracks(notice_id):
    found = {item.name: list(item.tracks) for item in notice(notice_id).attachments}
    truth = TRUTH[notice_id]["attachments"]
    assert {name: found[name] for name in truth} == truth


@pytest.mark.parametrize(
    ("notice_id", "kind"),
    [(notice_id, kind) for notice_id in IDS for kind in TRUTH[notice_id]["values"]],
)
def test_all_values_of_a_kind(notice_id, kind):
    cases = TRUTH[notice_id]["values"][kind]
    found = [value for value in notice(notice_id).values if value.kind == kind]
    assert sorted(told(value, label=False) for value in found) == sorted(
        expected(kind, case, label=False) for case in cases
    )
    labelled = {expected(kind, case, label=True) for case in cases if "label" in case}
    assert labelled <= {told(value, label=True) for value in found}


@pytest.mark.parametrize(
    ("notice_id", "case"),
    [(notice_id, case) for notice_id in IDS for case in TRUTH[notice_id]["some"]],
    ids=lambda case: case if isinstance(case, str) else f"{case['kind']} {case['value']}",
)
def test_further_values(notice_id, case):
    label = "label" in case
    found = {told(value, label=label) for value in notice(notice_id).values}
    assert expected(case["kind"], case, label=label) in found


@pytest.mark.parametrize("notice_id", IDS)
def test_raw_is_the_text_at_the_place(notice_id):
    read = notice(notice_id)
    assert read.values
    for value in read.values:
        assert read.text[value.start : value.end] == value.raw


@pytest.mark.parametrize("notice_id", IDS)
def test_scopes_name_tracks_and_groups_of_the_notice(notice_id):
    read = notice(notice_id)
    tracks = {track.id for track in read.tracks}
    for item in (*read.clauses, *read.tables, *read.values):
        assert set(item.scope.tracks) <= tracks
        assert set(item.scope.groups) <= set(read.groups)


@pytest.mark.parametrize("notice_id", IDS)
def test_confirmed_words_stand_in_the_source(notice_id):
    source = next(source for source in bundled() if source.id == notice_id)
    confirmed = Confirmed.model_validate(source.confirmed)
    words = [track.name for track in confirmed.tracks]
    words += [fact.quote for fact in confirmed.facts.values()]
    text = bare(notice(notice_id).text)
    assert all(bare(word) in text for word in words)


@pytest.mark.parametrize("notice_id", IDS)
def test_confirmed_tracks_are_found_by_reading(notice_id):
    source = next(source for source in bundled() if source.id == notice_id)
    confirmed = Confirmed.model_validate(source.confirmed)
    plain = read_notice(source.id, source.data)
    assert [track.name for track in confirmed.tracks] == [track.name for track in plain.tracks]


def test_reading_twice_gives_the_same():
    source = bundled()[0]
    again = read_notice(source.id, source.data, source.confirmed)
    assert again.model_dump_json() == notice(source.id).model_dump_json()


def test_a_confirmed_fact_wins_over_reading():
    source = bundled()[0]
    fact = {"region": {"value": "四川", "quote": "重庆"}}
    assert read_notice(source.id, source.data, {"facts": fact}).region == "四川"


def test_a_misspelt_key_of_notice_yaml_is_refused():
    source = bundled()[0]
    with pytest.raises(ValueError, match="trakcs"):
        read_notice(source.id, source.data, {"trakcs": []})
