"""The store: all or nothing, and a wrong file is told from a right one."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing

import numpy as np
import pytest

from retrieval.errors import StoreError
from retrieval.intake.reading import read
from retrieval.intake.sources import sync, sync_store
from retrieval.storage import database
from retrieval.storage.store import Entry, Store


def entry(number, words="一、报名\n报名时间另行通知。\n"):
    notice = read(f"n{number}", f"关于举办竞赛的通知\n{words}".encode(), {})
    return Entry(notice=notice, origin=f"/files/n{number}.txt", reader="r")


@pytest.fixture
def store(tmp_path):
    return Store.open(tmp_path, create=True)


def test_what_is_put_in_comes_out_whole(store):
    kept = [entry(1), entry(2)]
    store.put(kept)
    assert list(Store.open(store.folder).entries()) == kept


def test_replace_leaves_nothing_of_before(store):
    store.put([entry(1), entry(2)])
    store.replace([entry(3)])
    assert [n.id for n in store.notices()] == ["n3"]


def test_the_version_follows_the_content(store):
    store.put([entry(1)])
    one = store.version()
    store.put([entry(2)])
    two = store.version()
    store.remove("n2")
    assert (store.version(), one != two) == (one, True)


def test_the_version_tells_of_a_new_index_but_not_the_content(store):
    store.put([entry(1)])
    before, content = store.version(), store.content()
    store.mark_indexed("b1")
    assert store.version() != before
    assert store.content() == content


def test_another_process_sees_a_change(store):
    other = Store(store.folder)
    assert other.notices() == ()
    store.put([entry(1)])
    assert [n.id for n in other.notices()] == ["n1"]


def test_a_fault_in_the_middle_changes_nothing(store):
    store.put([entry(1)])

    def broken():
        yield entry(2)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        store.replace(broken())
    assert [n.id for n in store.notices()] == ["n1"]


def test_a_reader_never_sees_half_a_change(store):
    sets = ({"n1", "n2"}, {"n3", "n4"})
    entries = [[entry(1), entry(2)], [entry(3), entry(4)]]
    store.replace(entries[0])
    stop = threading.Event()

    def change():
        for turn in range(40):
            Store(store.folder).replace(entries[turn % 2])
        stop.set()

    writer = threading.Thread(target=change)
    writer.start()
    seen = []
    while not stop.is_set():
        seen.append({n.id for n in Store(store.folder).notices()})
    writer.join()
    assert seen
    assert all(ids in sets for ids in seen)


def test_vectors_are_kept_by_model_and_text(store):
    vector = np.array([0.6, 0.8], dtype=np.float32)
    store.put_vectors("m1", {"ab" * 32: vector})
    found = store.vectors("m1", ["ab" * 32, "cd" * 32])
    assert list(found) == ["ab" * 32]
    assert found["ab" * 32].tolist() == vector.tolist()
    assert store.vectors("m2", ["ab" * 32]) == {}


def test_more_vectors_than_one_query_takes(store):
    vectors = {f"{i:064x}": np.array([1.0], dtype=np.float32) for i in range(1201)}
    store.put_vectors("m", vectors)
    assert set(store.vectors("m", list(vectors))) == set(vectors)


@pytest.mark.parametrize("damaged", [[0.6, 0.9], [float("nan"), 1.0], [0.0, 0.0]])
def test_a_damaged_vector_counts_as_absent(store, damaged):
    store.put_vectors("m", {"ab" * 32: np.array(damaged, dtype=np.float32)})
    assert store.vectors("m", ["ab" * 32]) == {}


def test_vectors_of_texts_that_are_gone_are_dropped(store):
    one = np.array([1.0], dtype=np.float32)
    store.put_vectors("m", {"aa" * 32: one, "bb" * 32: one})
    store.put_vectors("old", {"aa" * 32: one})
    store.forget_vectors("m", ["aa" * 32])
    assert set(store.vectors("m", ["aa" * 32, "bb" * 32])) == {"aa" * 32}
    assert store.vectors("old", ["aa" * 32]) == {}


def test_no_store_is_said(tmp_path):
    with pytest.raises(StoreError, match="saiwen ingest"):
        Store.open(tmp_path)
    assert Store(tmp_path).version() == ""


def foreign(file):
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE people (name TEXT)")


def newer(file):
    database.create(file)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"PRAGMA user_version = {database.LAYOUT + 1}")


def no_database(file):
    file.write_text("not a database, but long enough to be looked at. " * 20)


@pytest.mark.parametrize(
    ("make", "words"),
    [(foreign, "不是赛问的库"), (newer, "请升级"), (no_database, "已损坏")],
    ids=["somebody else's database", "a newer version's", "no database"],
)
def test_a_wrong_file_is_said_and_left_alone(tmp_path, make, words):
    file = tmp_path / database.FILE
    make(file)
    before = file.read_bytes()
    with pytest.raises(StoreError, match=words) as told:
        Store.open(tmp_path, create=True)
    assert str(file) in str(told.value)
    assert file.read_bytes() == before


def damaged(tmp_path, change):
    store = Store.open(tmp_path, create=True)
    store.put([entry(n, "一、报名\n" + "报名时间另行通知。\n" * 300) for n in range(1, 6)])
    file = tmp_path / database.FILE
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    data = bytearray(file.read_bytes())
    file.write_bytes(change(data))
    for beside in tmp_path.glob("*-*"):
        beside.unlink()


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data[: len(data) // 2],
        lambda data: data[:50],
        lambda data: data[:4096] + bytes(len(data) - 4096),
        lambda data: data[:8192] + b"\xff" * 8192 + data[16384:],
    ],
    ids=["cut in half", "cut in the header", "zeros behind the first page", "two pages garbled"],
)
def test_a_torn_file_is_said_with_the_mend(tmp_path, change):
    damaged(tmp_path, change)
    with pytest.raises(StoreError, match="请"):
        Store.open(tmp_path).notices()


def test_a_notice_changed_by_hand_is_noticed(store):
    store.put([entry(1)])
    with sqlite3.connect(store.folder / database.FILE) as connection:
        connection.execute("UPDATE notice SET parsed = replace(parsed, '报名', '交钱')")
    with pytest.raises(StoreError, match="n1"):
        Store.open(store.folder).notices()


def test_an_empty_file_of_a_killed_beginning_becomes_a_store(tmp_path):
    (tmp_path / database.FILE).touch()
    store = Store.open(tmp_path, create=True)
    store.put([entry(1)])
    assert [n.id for n in store.notices()] == ["n1"]


def test_a_notice_of_another_version_of_the_model_is_read_again(store):
    kept = entry(1)
    store.put([kept])
    with sqlite3.connect(store.folder / database.FILE) as connection:
        (parsed,) = connection.execute("SELECT parsed FROM notice").fetchone()
        old = parsed.replace('"id":', '"colour":"red","id":', 1)
        digest = database_hash(old)
        connection.execute("UPDATE notice SET parsed = ?, text_hash = ?", (old, digest))
    (again,) = Store.open(store.folder).entries()
    assert again.notice.clauses == kept.notice.clauses
    assert again.reader != kept.reader


def database_hash(text):
    from hashlib import sha256  # noqa: PLC0415 only here

    return sha256(text.encode()).hexdigest()


def test_bundled_notices_come_in_once(tmp_path, sources):
    store = sync_store(tmp_path, sources(2))
    assert [n.id for n in store.notices()] == ["n1", "n2"]
    asked = []
    sync_store(tmp_path, lambda: asked.append(1))
    assert not asked


def test_only_leaves_bundled_notices_out(tmp_path, sources):
    Store.open(tmp_path, create=True).leave_out_bundled()
    assert sync_store(tmp_path, sources(2)).notices() == ()


def test_other_code_reads_every_notice_again(tmp_path, sources):
    store = sync_store(tmp_path, sources(1))
    store.put([entry(7)])
    sync(store, sources(2))
    readers = {e.notice.id: e.reader for e in store.entries()}
    assert set(readers) == {"n1", "n2", "n7"}
    assert len(set(readers.values())) == 1


def test_a_notice_of_ones_own_wins_over_a_bundled_one_of_its_id(tmp_path, sources):
    store = Store.open(tmp_path, create=True)
    store.put([entry(1)])
    sync(store, sources(2))
    origins = {e.notice.id: e.origin for e in store.entries()}
    assert origins == {"n1": "/files/n1.txt", "n2": "bundled"}
