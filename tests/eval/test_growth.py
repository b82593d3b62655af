"""Many notices: names left out of pooled texts, sizes measured apart, and what they are told as."""

from __future__ import annotations

import json

import numpy as np
import pytest

from eval import growth as module
from eval.growth import Growth, grown, lines, section
from eval.pooled import Pooled, nameless
from eval.scale import Scaled, measured, megabytes
from eval.served import both, clustered
from eval.synthetic import synthetic
from knowledge.notice import read_notice
from retrieval.index.chunks import chunks

SCALED = {
    "notices": 5,
    "chunks": 530,
    "texts": 40,
    "reading_per_second": 10.0,
    "build_seconds": 1.5,
    "open_seconds": 0.5,
    "synthetic_right": None,
    "bundled_right": 0.95,
    "median_ms": 5.0,
    "p95_ms": 20.0,
    "check_ms": 0.4,
    "memory_mb": 200,
    "store_mb": 7.5,
    "index_mb": 4.0,
}


class Counting:
    """Embeds by length, and counts what it is given."""

    name = "counting"

    def __init__(self):
        self.texts = []

    def embed_documents(self, texts):
        self.texts += texts
        return [[float(len(text)), 1.0] for text in texts]

    def embed_query(self, text):
        return [float(len(text)), 1.0]


@pytest.mark.parametrize(
    ("full", "own"),
    [
        ("甲市第一届赛 › 一、报名\n报名截止7月1日。", "报名截止7月1日。"),
        ("甲市第一届赛\n关于举办甲市第一届赛的通知甲赛发〔2026〕7号", "关于举办竞赛的通知"),
        ("甲市第一届赛\n甲市总工会", "总工会"),
        ("甲市第一届赛\n甲级", "甲级"),
        ("没有第二行", ""),
    ],
)
def test_names_are_left_out_of_pooled_texts(full, own):
    assert nameless(full) == own


def test_many_notices_share_few_texts_and_vectors_are_kept(tmp_path):
    keep = tmp_path / "pool.npz"
    texts = [
        chunk.full
        for made in synthetic(40)
        for chunk in chunks(read_notice(made.id, made.text.encode()))
    ]
    first, second = Counting(), Counting()
    pooled = Pooled(first, keep)
    assert pooled  # a new one is no missing one
    once = pooled.embed_documents(texts)
    pooled.save()
    assert len(once) == len(texts) > 2 * len(first.texts)
    assert pooled.count == len(first.texts) == len(set(first.texts))
    again = Pooled(second, keep)
    assert again.embed_documents(texts) == once
    assert second.texts == []


def test_a_store_among_some_notices_is_measured(tmp_path):
    found = measured(tmp_path, 4, 1, dense=False)
    assert found.notices == 9
    assert found.texts == 0
    assert found.synthetic_right > 0.8
    assert found.check_ms > 0
    assert 0 < found.index_mb < found.store_mb
    assert found.store_mb == megabytes(tmp_path)


def test_without_synthetic_notices_there_is_no_share_of_them(monkeypatch, tmp_path):
    calls = []

    def run(command, **_):
        calls.append(command)
        return type("Done", (), {"stdout": json.dumps(SCALED)})

    monkeypatch.setattr(module.subprocess, "run", run)
    (small, large) = grown([5, 100], 7, tmp_path / "p.npz")
    assert [command[command.index("--count") + 1] for command in calls] == ["0", "95"]
    assert small == large == Scaled.model_validate(SCALED)


def test_the_section_has_a_row_and_a_point_a_size():
    sizes = [
        Scaled.model_validate({**SCALED, "notices": n, "median_ms": 5.0 + n}) for n in (5, 1000)
    ]
    made = section(Growth(sizes=tuple(sizes)))
    (table,) = made.tables
    assert [row[0] for row in table.rows] == ["5", "1,000"]
    assert all(len(row) == len(table.head) for row in table.rows)
    assert table.rows[0][-1] == "–"
    asking = made.plots[0].series[0]
    assert (asking.x, asking.y) == ((5.0, 1000.0), (10.0, 1005.0))
    assert "| 1,000 |" in "\n".join(lines(made))


def test_vectors_of_clauses_have_length_one_and_are_the_same_again():
    made = clustered(50, 1)
    assert np.allclose(np.linalg.norm(made, axis=1), 1, atol=1e-5)
    assert (made == clustered(50, 1)).all()


def test_an_embedded_index_and_a_server_find_the_same(tmp_path):
    embedded, server = both(tmp_path, 80, 1)
    assert (embedded.kind, server.kind) == ("内置", "服务器")
    assert embedded.agrees == server.agrees == 1
    assert min(embedded.median_ms, server.median_ms, embedded.disk_mb, server.disk_mb) > 0
    made = section(Growth(sizes=(Scaled.model_validate(SCALED),), chroma=(embedded, server)))
    assert [row[0] for row in made.tables[1].rows] == ["内置", "服务器"]
