"""Figures of retrieval: what counts as found, the metrics by hand, and the whole report once."""

from __future__ import annotations

import json
import math

import pytest
from click.testing import CliRunner

from eval.known import Case, bundled_files, read_cases
from eval.ranking import quality, relevant, sought
from eval.retrieval import measured, reranked, retrieval, unseen_sources
from eval.retrieval_report import SCOPES, WEIGHTS, markdown
from knowledge.bundled import bundled
from retrieval.index.build import ensure, open_search
from retrieval.index.chunks import chunks
from retrieval.index.fusion import POOL, WORDS_WEIGHT

WORDS = {"EMBEDDING": "none"}
RIGHT = frozenset({"a", "b"})


@pytest.mark.parametrize(
    ("ids", "first", "five", "mrr", "ndcg"),
    [
        ("ab", 1, 1, 1, 1),
        ("xa", 0, 1, 1 / 2, (1 / math.log2(3)) / (1 + 1 / math.log2(3))),
        ("vwxya", 0, 1, 1 / 5, (1 / math.log2(6)) / (1 + 1 / math.log2(3))),
        ("uvwxya", 0, 0, 1 / 6, (1 / math.log2(7)) / (1 + 1 / math.log2(3))),
        ("nopqrstuvwa", 0, 0, 1 / 11, 0),
        ("xyz", 0, 0, 0, 0),
        ("", 0, 0, 0, 0),
    ],
    ids=["both first", "second", "fifth", "sixth", "beyond ten", "not found", "nothing found"],
)
def test_the_metrics_of_one_ranking(ids, first, five, mrr, ndcg):
    found = quality([(list(ids), RIGHT)])
    assert found.questions == 1
    got = (found.recall_1, found.recall_5, found.mrr, found.ndcg)
    assert got == pytest.approx((first, five, mrr, ndcg), abs=1e-4)


def test_figures_are_means():
    found = quality([(["a"], frozenset("a")), (["x"], frozenset("a"))])
    assert (found.questions, found.recall_1, found.mrr, found.ndcg) == (2, 0.5, 0.5, 0.5)
    assert quality([]).questions == 0


@pytest.fixture(scope="module")
def special(notices):
    notice = notices["cq-special-2026"]
    return notice, chunks(notice)


def test_the_chunk_that_holds_the_evidence_is_relevant(special):
    notice, pieces = special
    clause = next(c for c in pieces if c.kind == "clause" and len(c.text) > 60)
    found = relevant(clause.text[10:50], notice, pieces)
    assert clause.id in found
    assert len(found) < len(pieces) / 4


def test_long_evidence_makes_every_chunk_in_it_relevant(special):
    notice, pieces = special
    two = [c for c in pieces if c.kind == "clause"][3:5]
    found = relevant(notice.text[two[0].start : two[1].end], notice, pieces)
    assert {c.id for c in two} <= found


def test_a_cell_makes_its_row_relevant_and_no_other(special):
    notice, pieces = special
    rows = [c for c in pieces if c.kind == "row"]
    assert len(rows) > 30
    name = next(cell for cell in notice.tables[0].rows[4].cells if len(cell) > 3)
    found = relevant(name, notice, pieces)
    assert found
    assert all(name in c.text.replace(" ", "") for c in rows if c.id in found)


@pytest.mark.parametrize("evidence", ["", "这句话哪里都没有"])
def test_evidence_that_stands_nowhere_makes_nothing_relevant(special, evidence):
    assert relevant(evidence, *special) == frozenset()


def case(**given):
    return Case.model_validate(
        {"id": "c", "question": "多少项目", "as_of": "2026-06-01", "expect": "answered", **given}
    )


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        ({"notice": "cq-special-2026"}, True),
        ({"evidence_notice": "cq-special-2026"}, True),
        ({"notice": "cq-special-2026", "expect": "not_stated"}, False),
        ({"notice": "cq-special-2026", "history": ["报名"]}, False),
        ({"notice": "another"}, False),
        ({}, False),
    ],
    ids=["asked", "told by its words", "silent", "a follow-up", "not here", "no notice"],
)
def test_which_questions_are_put(special, given, taken):
    notice, pieces = special
    one = case(evidence=next(c.text for c in pieces if c.kind == "clause"), **given)
    found = list(sought({"sheet": [one]}, {notice.id: notice}, pieces))
    assert bool(found) is taken
    assert all(each.is_open is ("notice" not in given) for each in found)


@pytest.fixture
def sources_of_one():
    return lambda: [each for each in bundled() if each.id == "gz-ai-2025"]


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    files = [file for file in bundled_files() if file.stem in {"seeds", "third"}]
    assert len(files) == 2
    return measured(tmp_path_factory.mktemp("kept"), files, bundled(), environ=WORDS)


def test_every_weight_and_scope_is_measured(report):
    whole = [r for r in report.rows if r.by == "all" and r.pool == POOL]
    assert [(r.scope, r.weight) for r in whole] == [(s, w) for s in SCOPES for w in WEIGHTS]
    assert all(row.quality.questions for row in report.rows)
    assert WORDS_WEIGHT in WEIGHTS
    assert {row.notice for row in report.left_out} >= {"cq-ai-2026", "gz-ai-2025"}
    assert report.model is None
    assert report.reranked == ()


def test_the_groups_add_up(report):
    for by in ("sheet", "notice"):
        some = [r for r in report.rows if (r.scope, r.by, r.weight) == ("inside", by, 0.5)]
        whole = next(r for r in report.rows if r.by == "all")
        assert len(some) > 1
        assert sum(r.quality.questions for r in some) == whole.quality.questions


def test_words_alone_find_most_of_it(report):
    inside = next(r for r in report.rows if r.by == "all" and r.weight == 1.0)
    assert inside.quality.recall_5 > 0.7
    assert inside.quality.recall_1 <= inside.quality.mrr <= inside.quality.recall_5


def test_the_report_as_tables(report):
    text = markdown(report)
    assert "| 1（只看字词） |" in text
    assert "recall@1" in text
    assert "seeds" in text
    assert "重排后" not in text


class Knowing:
    """Likes the passages that it is told of."""

    def __init__(self, texts):
        self.texts = texts

    def scores(self, _, passages):
        return [float(passage in self.texts) for passage in passages]


def test_a_reranker_is_measured_by_the_search_itself(tmp_path, sources_of_one):
    store = ensure(tmp_path, sources_of_one, environ=WORDS)
    search = open_search(store, environ=WORDS)
    (notice,) = store.notices()
    words = [c.text for c in search.chunks if c.kind == "clause" and len(c.text) > 20][:6]
    sheet = [case(question=w[:6], evidence=w, evidence_notice=notice.id) for w in words]
    asked = list(sought({"sheet": sheet}, {notice.id: notice}, search.chunks))
    good = {c.full for c in search.chunks if any(c.id in each.relevant for each in asked)}
    for texts, better in ((good, True), ({c.full for c in search.chunks} - good, False)):
        judged = open_search(store, environ=WORDS, reranker=Knowing(texts))
        inside, among_all = reranked(judged, asked)
        assert (inside.quality.recall_1 == 1) is better
        assert inside.quality == among_all.quality
        assert inside.quality.questions == len(words)


def test_the_command_prints_json(tmp_path, monkeypatch):
    cases = read_cases(next(file for file in bundled_files() if file.stem == "seeds"))[:5]
    sheet = tmp_path / "few.jsonl"
    sheet.write_text("\n".join(each.model_dump_json() for each in cases), "utf-8")
    monkeypatch.setattr("eval.retrieval.bundled_files", lambda: (sheet,))
    monkeypatch.setenv("EMBEDDING", "none")
    done = CliRunner().invoke(retrieval, ["--json", "--keep", str(tmp_path / "kept")])
    assert done.exit_code == 0
    told = json.loads(done.stdout)
    assert told["notices"] == 5
    assert {row["name"] for row in told["rows"] if row["by"] == "sheet"} == {"few"}
    assert (tmp_path / "kept" / "saiwen.db").exists()


def test_the_unseen_notices_are_those_that_are_asked_about(tmp_path):
    sheet = tmp_path / "few.jsonl"
    sheet.write_text(case(notice="a").model_dump_json(), "utf-8")
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text("一、竞赛时间", "utf-8")
    assert [each.id for each in unseen_sources([sheet], tmp_path)] == ["a"]
