"""What a change of notices leaves in the store: the old state or the new one, and no ghosts."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import time
from pathlib import Path

import pytest

from knowledge.bundled import Source
from retrieval.index.build import ensure, open_search
from retrieval.index.builds import Builds
from retrieval.index.chunks import chunks
from retrieval.intake.sources import sync, sync_store
from retrieval.storage import database
from retrieval.storage.history import Deed
from retrieval.storage.store import Store

HERE = Path(__file__).parent
DEED = Deed("王科", "2031-01-01T00:00:00+08:00")
KILLS, NOTICES = 4, 3
LINE = "（{n}）第{n}项报名截止时间为2031年{month}月{n}日，报名邮箱：n{n}@example.org。\n"


def text(month, lines=9):
    body = "".join(LINE.format(n=n, month=month) for n in range(1, lines + 1))
    return f"关于举办第{month}届试验技能竞赛的通知\n一、报名\n{body}二、其他\n无。\n"


def stored_hashes(folder):
    with sqlite3.connect(folder / database.FILE) as connection:
        return {row[0].hex() for row in connection.execute("SELECT hash FROM vector")}


def wanted_hashes(store):
    return {chunk.hash for notice in store.notices() for chunk in chunks(notice)}


def given(words):
    return lambda: [Source("n1", words.encode(), {}, None)]


def test_no_vector_of_an_old_text_stays(tmp_path, model, soon_probed):
    """A shorter text needs no new vector, and still the old ones go."""
    later = text(5, lines=3)
    store = ensure(tmp_path, given(text(5)), model=model)
    before = stored_hashes(tmp_path)
    assert before == wanted_hashes(store)
    sync(store, given(later))
    ensure(tmp_path, given(later), model=model)
    assert stored_hashes(tmp_path) == wanted_hashes(store)
    assert before - stored_hashes(tmp_path)
    found = {hit.chunk.text for hit in open_search(store, model).find("报名截止时间", limit=99)}
    assert found <= {c.text for n in store.notices() for c in chunks(n)}


def test_a_withdrawn_notice_has_no_vector(tmp_path, sources, model, soon_probed):
    store = ensure(tmp_path, sources(2), model=model)
    whole = stored_hashes(tmp_path)
    store.withdraw("n2", DEED)
    ensure(tmp_path, sources(2), model=model)
    assert stored_hashes(tmp_path) == wanted_hashes(store) < whole


def test_a_removed_notice_leaves_nothing_but_its_history(tmp_path, sources):
    store = sync_store(tmp_path, sources(2))
    store.withdraw("n2", DEED)
    store.put_review("n2", "{}")
    store.remove("n2")
    with sqlite3.connect(tmp_path / database.FILE) as connection:
        for table in ("notice", "meta", "withdrawn"):
            rows = connection.execute(f"SELECT * FROM {table}").fetchall()
            assert not [row for row in rows if row[0].endswith("n2")]
    assert [event.action for event in store.history("n2")] == ["withdrawn"]


def test_withdrawing_outlives_reading_all_again(tmp_path, sources):
    store = Store.open(tmp_path, create=True)
    sync(store, sources(2))
    store.withdraw("n1", DEED)
    sync(store, sources(3))
    assert [n.id for n in store.notices()] == ["n2", "n3"]
    assert [n.id for n in store.withdrawn()] == ["n1"]


def test_withdrawing_and_restoring_gives_the_version_of_before(tmp_path, sources):
    store = sync_store(tmp_path, sources(2))
    before = store.version()
    assert store.withdraw("n1", DEED)
    assert store.version() != before
    assert not store.withdraw("n1", DEED)
    assert store.restore("n1", DEED)
    assert not store.restore("n1", DEED)
    assert store.version() == before


def test_an_unknown_notice_cannot_be_withdrawn(tmp_path, sources):
    store = sync_store(tmp_path, sources(1))
    with pytest.raises(KeyError):
        store.withdraw("n9", DEED)
    assert store.history() == ()


@pytest.fixture
def started(begun, tmp_path):
    """A function that begins to read a folder into a store, and waits until it is about to."""

    def start(store, folder):
        said = tmp_path / f"said-{time.monotonic_ns()}"
        process = begun(str(HERE / "ingest_once.py"), str(store), str(folder), said=said)
        while not said.exists() or said.read_bytes() != b"ready\n":
            assert process.poll() is None
            time.sleep(0.001)
        return process

    return start


def written(folder, month):
    folder.mkdir(exist_ok=True)
    for number in range(NOTICES):
        (folder / f"n{number}.txt").write_text(text(month, lines=40), "utf-8")


def test_killed_while_reading_in_at_any_moment(tmp_path, started):
    """Each run changes every notice; a kill leaves all as they were or all as they are to be."""
    folder, files = tmp_path / "store", tmp_path / "files"
    written(files, 1)
    first = started(folder, files)
    begun = time.monotonic()
    assert first.wait() == 0
    whole = time.monotonic() - begun
    chance, killed, states = random.Random(11), 0, set()
    before = {n.title for n in Store.open(folder).notices()}
    for turn in range(KILLS):
        month = turn + 2
        written(files, month)
        process = started(folder, files)
        try:
            process.wait(whole * (0.1 + 0.8 * chance.random()))
        except subprocess.TimeoutExpired:
            process.kill()
            killed += 1
        process.wait()
        now = {n.title for n in Store.open(folder).notices()}
        new = {f"关于举办第{month}届试验技能竞赛的通知"}
        assert now in (before, new)
        states.add(now == new)
        before = now
        store = ensure(folder, list, environ={"EMBEDDING": "none"})
        assert Builds(folder).current().manifest().count == len(
            [c for n in store.notices() for c in chunks(n)]
        )
        hits = open_search(store, environ={"EMBEDDING": "none"}).find("报名截止时间")
        assert {hit.chunk.notice for hit in hits} <= {n.id for n in store.notices()}
    assert killed >= KILLS // 2
