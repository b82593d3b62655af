"""`saiwen show` and `saiwen notices`: what other programs rely on."""

from __future__ import annotations

import json

import pytest

from bot.cli import run

KEYS = [
    "id", "label", "title", "doc_number", "issuers", "issued_on", "edition",
    "tracks", "clauses", "tables", "values", "relations", "findings",
]  # fmt: skip
SCOPE = {"attachment", "tracks", "groups", "role"}


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    folder = tmp_path_factory.mktemp("store")
    assert run(["notices", "--store", str(folder)]) == 0
    return str(folder)


@pytest.fixture
def said(store, capsys):
    def call(*arguments):
        assert run([*arguments, "--store", store]) == 0
        return capsys.readouterr().out

    return call


@pytest.mark.parametrize("notice", ["cq-ai-2023", "cq-special-2026"])
def test_json_has_the_keys_of_the_contract(said, notice):
    data = json.loads(said("show", notice, "--json"))
    assert list(data) == KEYS
    assert data["id"] == notice
    assert all(list(track) == ["id", "name", "aliases"] for track in data["tracks"])
    assert {frozenset(clause) for clause in data["clauses"]} == {
        frozenset({"path", "level", "mark", "text", "start", "end", "scope"})
    }
    assert all(set(clause["scope"]) == SCOPE for clause in data["clauses"])
    assert {frozenset(value) for value in data["values"]} == {
        frozenset({"kind", "value", "raw", "label", "path", "start", "end", "scope"})
    }
    assert all(list(table) == ["path", "header", "rows"] for table in data["tables"])
    assert all(
        len(row) == len(t["header"]) for t in data["tables"] if t["header"] for row in t["rows"]
    )


def test_offsets_count_in_the_text(said):
    text = said("show", "cq-ai-2023", "--text")
    data = json.loads(said("show", "cq-ai-2023", "--json"))
    assert data["clauses"]
    for clause in data["clauses"]:
        assert text[clause["start"] : clause["end"]] == clause["text"]
    for value in data["values"]:
        assert "".join(text[value["start"] : value["end"]].split()) == "".join(value["raw"].split())


def test_the_text_is_the_canonical_one_to_the_last_character(said, notices):
    assert said("show", "cq-plan-2024", "--text") == notices["cq-plan-2024"].text


def test_the_tree_names_every_path_and_table(said, notices):
    tree = said("show", "cq-plan-2024")
    notice = notices["cq-plan-2024"]
    assert all(f"[{clause.path}]" in tree for clause in notice.clauses)
    assert all(table.path in tree for table in notice.tables)
    assert "  [一（一）]" in tree or "  [一1]" in tree


def test_an_unknown_notice_is_the_inputs_fault_and_lists_what_there_is(store, capsys):
    assert run(["show", "no-such", "--store", store]) == 1
    error = capsys.readouterr().err
    assert "no-such" in error
    assert "gz-ai-2025" in error


def test_the_list_has_every_notice_with_its_deadlines(said, notices):
    listed = json.loads(said("notices", "--json"))
    assert [item["id"] for item in listed] == sorted(notices)
    by_id = {item["id"]: item for item in listed}
    assert by_id["gz-ai-2025"]["deadlines"] == ["2025-09-29"]
    assert by_id["cq-ai-2026"]["deadlines"] == []
    lines = said("notices").splitlines()
    assert [line.split("\t")[0] for line in lines] == sorted(notices)


def test_a_store_that_is_torn_is_said(tmp_path, capsys):
    (tmp_path / "saiwen.db").write_bytes(b"x" * 5000)
    assert run(["notices", "--store", str(tmp_path)]) == 1
    assert str(tmp_path) in capsys.readouterr().err
