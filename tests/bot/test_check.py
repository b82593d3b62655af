"""`saiwen check`: single and in batches."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from bot.commands.check import check
from retrieval.intake.sources import stamp, sync_store
from retrieval.storage.database import FILE
from retrieval.storage.store import Entry

KEYS = ["id", "verdict", "findings", "missing", "next_question", "would_change", "ignored"]
KEYS += ["as_of", "verdict_id"]


@pytest.fixture(scope="module")
def store(notices, tmp_path_factory):
    folder = tmp_path_factory.mktemp("store")
    without = notices["cq-ai-2023"].model_copy(update={"id": "no-rules"})
    sync_store(folder).put([Entry(notice=without, origin="x", reader=stamp())])
    return folder


@pytest.fixture
def call(store):
    def run(*arguments, **options):
        return CliRunner().invoke(check, [*arguments, "--store", str(store)], **options)

    return run


def test_one_person_as_json(call):
    person = json.dumps({"age": 15, "身高": 170})
    done = call("--notice", "cq-ai-2026", "--as-of", "2026-06-10", "--person", person)
    assert done.exit_code == 0, done.output
    found = json.loads(done.stdout)
    assert list(found) == KEYS
    assert found["verdict"] == "ineligible"
    assert found["ignored"] == ["身高"]
    assert found["as_of"] == "2026-06-10"
    assert "\\u" not in done.stdout


def test_one_person_from_a_file(call, tmp_path):
    file = tmp_path / "person.json"
    file.write_text('{"age": 15}', "utf-8")
    done = call("--notice", "cq-ai-2026", "--as-of", "2026-06-10", "--person", str(file))
    assert json.loads(done.stdout)["verdict"] == "ineligible"


def test_a_batch_goes_on_after_a_fault(call):
    lines = [
        {"id": "a", "notice": "cq-ai-2026", "person": {"age": 15}},
        {"id": "b", "notice": "cq-ai-2023", "track": "焊工", "person": {}},
        {"id": "c", "notice": "nowhere", "person": {}},
        {"id": "d", "notice": "cq-ai-2026", "person": 3},
        {"id": "e", "notice": "no-rules", "person": {}},
        {"id": "f", "notice": "cq-plan-2024", "as_of": "2024-02-06", "person": {}},
    ]
    text = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines) + "\n\nnot json\n"
    done = call("--batch", "-", "--as-of", "2026-06-10", input=text, standalone_mode=False)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.return_value == 1
    assert [line["id"] for line in found] == ["a", "b", "c", "d", "e", "f", None]
    assert ["error" in line for line in found] == [False, True, True, True, False, False, True]
    assert "ai-trainer" in found[1]["error"]
    assert "cq-ai-2026" in found[2]["error"]
    assert found[5]["verdict"] == "ineligible"


def test_the_same_input_gives_the_same_bytes(call):
    arguments = ("--notice", "cq-ai-2023", "--as-of", "2023-08-10", "--person", '{"sex": "女"}')
    assert call(*arguments).stdout == call(*arguments).stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--notice", "cq-ai-2026", "--person", "{"), "不是 JSON"),
        (("--notice", "cq-ai-2026", "--person", "nowhere.json"), "--person 读不了"),
        (("--notice", "nowhere", "--person", "{}"), "cq-ai-2026"),
        (("--notice", "cq-ai-2026", "--track", "焊工", "--person", "{}"), "digital-twin"),
        (("--notice", "cq-ai-2026", "--person", "[]"), "--person"),
    ],
    ids=["不是 JSON", "没有这个文件", "没有这份通知", "没有这个赛项", "不是对象"],
)
def test_a_fault_is_said_in_one_line_and_ends_with_1(call, arguments, says):
    done = call(*arguments)
    assert done.exit_code == 1
    assert says in done.output


def test_without_notice_or_batch_it_is_wrong_usage(call):
    assert call("--notice", "cq-ai-2026").exit_code == 2


def test_a_store_that_is_no_store_is_a_fault(tmp_path):
    (tmp_path / FILE).write_bytes(b"no database" * 99)
    arguments = ["--notice", "x", "--person", "{}", "--store", str(tmp_path)]
    done = CliRunner().invoke(check, arguments)
    assert done.exit_code == 1
    assert len(done.output.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("as_of", "verdict"),
    [
        ("2025-09-29", "eligible"),
        ("2025-09-29T23:59:59", "eligible"),
        ("2025-09-29T23:59:59+08:00", "eligible"),
        ("2025-09-29T15:59:59Z", "eligible"),
        ("2025-09-29T16:00:00Z", "ineligible"),
        ("2025-09-30T00:00:00+08:00", "ineligible"),
        ("2025-09-30", "ineligible"),
    ],
)
def test_a_deadline_is_kept_in_the_time_of_shanghai(call, as_of, verdict):
    person = {"age": 20, "identity": "student", "school_region": "贵阳", "enrolled": True}
    arguments = ("--notice", "gz-ai-2025", "--as-of", as_of, "--person", json.dumps(person))
    assert json.loads(call(*arguments).stdout)["verdict"] == verdict


def test_a_batch_line_has_its_own_as_of(call):
    line = {"id": 1, "notice": "cq-ai-2026", "as_of": "2026-12-01", "person": {"age": 20}}
    done = call("--batch", "-", "--as-of", "2026-06-10", input=json.dumps(line))
    found = json.loads(done.stdout)
    assert (found["verdict"], found["as_of"]) == ("ineligible", "2026-12-01")
