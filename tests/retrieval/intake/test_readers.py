"""Many notices read by several processes: the same, in the same order, whatever happens to them."""

from __future__ import annotations

import os
import signal
from datetime import date

import pytest

from knowledge.bundled import Source, bundled
from retrieval.intake import readers as module
from retrieval.intake.gather import gather
from retrieval.intake.ingest import ingest
from retrieval.intake.readers import Readers
from retrieval.intake.reading import made
from retrieval.intake.sources import sync
from retrieval.storage.store import Store

TEXT = """关于举办第{n}届试验技能竞赛的通知
一、报名条件
年满18周岁的本市职工。
某某局
2031年1月{n}日"""
MANY = 24


def sources(count=MANY, confirmed=None):
    return [
        Source(f"n{n:02d}", TEXT.format(n=n).encode(), confirmed or {}, None)
        for n in range(1, count + 1)
    ]


@pytest.fixture
def least(monkeypatch):
    """Few notices are many."""
    monkeypatch.setattr(module, "LEAST", MANY)


@pytest.fixture(scope="module")
def two():
    """Two processes, for tests that do them no harm."""
    with Readers(2) as readers:
        yield readers


def begun(monkeypatch):
    every = []
    begin = module.begun
    monkeypatch.setattr(module, "begun", lambda name: every.append(begin(name)) or every[-1])
    return every


def test_several_processes_read_what_one_reads(least, two):
    given = [*sources(), *bundled(), sources(1, {"issued_on": {"value": date(2031, 1, 2)}})[0]]
    ahead = two.ahead(given)
    assert ahead[:-1] == [made(source) for source in given[:-1]]


@pytest.mark.parametrize(("count", "many", "processes"), [(-1, 2, 0), (0, 1, 0), (0, 2, 2)])
def test_processes_are_started_for_many_where_there_are_several(
    least, monkeypatch, count, many, processes
):
    every = begun(monkeypatch)
    with Readers(many) as readers:
        ahead = readers.ahead(sources(MANY + count))
        assert [each is None for each in ahead] == [not processes] * (MANY + count)
    assert len(every) == processes
    assert all(process.poll() is not None for process in every)


def test_once_started_they_read_a_few_too(least, two):
    two.ahead(sources())
    assert two.ahead(sources(2)) == [made(source) for source in sources(2)]


def test_what_cannot_be_read_is_left_and_the_others_are_read(least, two):
    broken = Source("x", b"", {"no such field": 1}, None)
    ahead = two.ahead([*sources(), broken, *sources(1)])
    assert [at for at, each in enumerate(ahead) if each is None] == [MANY]


def test_a_process_that_dies_is_replaced(least, monkeypatch):
    every = begun(monkeypatch)
    with Readers(1 + 1) as readers:
        readers.ahead(sources())
        for process in every:
            os.kill(process.pid, signal.SIGKILL)
            process.wait()
        assert set(readers.ahead(sources(16))) == {None}
        assert None not in readers.ahead(sources())
    assert len(every) == 4


def test_it_ends_when_its_input_ends(least, monkeypatch):
    every = begun(monkeypatch)
    with Readers(2) as readers:
        readers.ahead(sources())
        for process in every:
            process.stdin.close()
            assert process.wait(10) == 0


def rows(store):
    return [entry.model_copy(update={"origin": ""}) for entry in store.every()]


def test_a_folder_read_in_by_several_is_the_same_store(tmp_path, monkeypatch):
    files = tmp_path / "files"
    files.mkdir()
    for source in sources():
        (files / f"{source.id}.txt").write_bytes(source.data)
    (files / "n03.md").write_bytes(sources()[2].data)
    (files / "empty.txt").write_bytes(b"")
    done = {}
    for name, least in (("one", 1000), ("several", 5)):
        monkeypatch.setattr(module, "LEAST", least)
        store = Store.open(tmp_path / name, create=True)
        done[name] = ingest(store, gather([files])), rows(store), store.content()
    assert done["one"] == done["several"]
    assert len(done["one"][1]) == MANY


def test_all_is_read_again_the_same_by_several(tmp_path, monkeypatch):
    contents = []
    for name, least in (("one", 1000), ("several", 5)):
        monkeypatch.setattr(module, "LEAST", least)
        store = Store.open(tmp_path / name, create=True)
        sync(store, sources)
        contents.append((rows(store), store.content()))
        stale = [
            entry.model_copy(update={"origin": f"/{entry.notice.id}", "reader": "other"})
            for entry in store.every()[::2]
        ]
        store.put(stale)
        sync(store, sources)
        contents[-1] += (store.every(), store.content())
    assert contents[0] == contents[1]
    assert {entry.reader for entry in contents[0][2]} == {contents[0][0][0].reader}
