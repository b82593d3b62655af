"""Building: done once, killed at any moment, torn afterwards; nothing is ever lost for good."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from retrieval.errors import EmbedderDownError
from retrieval.index import vectors
from retrieval.index.build import ensure, open_search
from retrieval.index.builds import Builds
from retrieval.storage.store import Store

HERE = Path(__file__).parent.parent
FEW, MANY = 4, 12

pytestmark = pytest.mark.usefixtures("soon_probed")


def rows_in_chroma(store, model):
    """The ids that the vector index gives when asked for all."""
    search = open_search(store, model)
    search.warm()
    try:
        assert search._index is not None
        found = search._index.nearest(search._vector("报名"), len(search.chunks))
        return set(found), {chunk.id for chunk in search.chunks}
    finally:
        search.close()


def is_whole(store, model):
    found, expected = rows_in_chroma(store, model)
    return found == expected and bool(expected)


def test_a_second_run_does_nothing(built, sources, model):
    version, embedded = built.version(), model.embedded
    told = []
    ensure(built.folder, sources(2), lambda *a: told.append(a), model)
    assert (built.version(), model.embedded, told) == (version, embedded, [])


def test_progress_begins_at_none_and_ends_at_all(tmp_path, sources, model):
    told = []
    ensure(tmp_path, sources(2), lambda done, of: told.append((done, of)), model)
    assert told[0] == (0, model.embedded)
    assert told[-1] == (model.embedded, model.embedded)
    assert told == sorted(told)


def test_only_what_is_new_is_embedded(built, sources, model, make_model):
    again = make_model()
    built.replace([*built.entries()])  # as if other code had read them
    ensure(built.folder, sources(3), model=again)
    assert 0 < again.embedded < model.embedded
    assert is_whole(built, again)


def test_another_models_index_is_made_anew(built, sources, make_model):
    other = make_model(name="hash/2", size=16)
    ensure(built.folder, sources(2), model=other)
    assert other.embedded
    assert is_whole(built, other)


def test_an_opened_search_never_uses_another_models_index(built, make_model):
    other = make_model(name="hash/2", size=16)
    search = open_search(built, other)
    search.warm()
    assert search._index is None
    assert search.find("报名")


def test_another_version_of_the_database_is_made_anew_without_embedding(
    built, sources, make_model, monkeypatch
):
    before = Builds(built.folder).current()
    monkeypatch.setattr(vectors, "version", lambda _: "chroma-0.0")
    again = make_model()
    ensure(built.folder, sources(2), model=again)
    assert Builds(built.folder).current().name != before.name
    assert again.embedded == 0
    assert is_whole(built, again)


def test_a_vector_that_was_lost_is_embedded_again(built, sources, make_model):
    lost = open_search(built, make_model()).chunks[0].hash
    built.forget_vectors("hash/1", [c.hash for c in open_search(built, make_model()).chunks[1:]])
    again = make_model()
    ensure(built.folder, sources(2), model=again)
    assert again.embedded == 1
    assert lost in built.vectors("hash/1", [lost])


def test_a_chunk_that_cannot_be_embedded_leaves_the_others(tmp_path, sources, make_model):
    class Choosy(make_model):
        def embed_documents(self, texts):
            if any("example.org" in text for text in texts):
                raise EmbedderDownError
            return super().embed_documents(texts)

    store = ensure(tmp_path, sources(1), model=Choosy())
    search = open_search(store, Choosy())
    meanings = {h.chunk.path: h.meaning for h in search.find("报名", limit=99)}
    assert meanings["三（二）"] is None
    assert meanings["三（一）"] is not None


def test_words_alone_are_built_without_a_model(tmp_path, sources):
    store = ensure(tmp_path, sources(1), environ={"EMBEDDING": "none"})
    search = open_search(store, environ={"EMBEDDING": "none"})
    search.warm()
    assert search.find("报名邮箱")[0].chunk.path == "三（二）"
    assert search.find("报名邮箱")[0].meaning is None


def test_old_builds_go_once_nobody_uses_them(built, sources, model):
    search = open_search(built, model)
    search.warm()
    old = Builds(built.folder).current()
    built.replace([])
    ensure(built.folder, sources(3), model=model)
    assert old.folder.exists()
    assert search.find("报名")
    search.close()
    built.replace([])
    ensure(built.folder, sources(2), model=model)
    folders = [p for p in (built.folder / "index").iterdir() if p.is_dir()]
    assert folders == [Builds(built.folder).current().folder]


def garbled(data):
    return bytes(byte ^ 0x5A for byte in data)


def torn_files(folder):
    chroma = Builds(folder).current().chroma
    return [p for p in sorted(chroma.rglob("*")) if p.is_file()]


TEARS = {
    "cut in half": lambda data: data[: len(data) // 2],
    "emptied": lambda _: b"",
    "garbled": garbled,
    "garbled behind the head": lambda data: data[:200] + garbled(data[200:]),
}


@pytest.mark.parametrize("tear", TEARS.values(), ids=TEARS)
def test_a_torn_index_is_noticed_and_made_anew_without_embedding(built, make_model, tear):
    files = torn_files(built.folder)
    assert len(files) >= 4
    for file in files:
        file.write_bytes(tear(file.read_bytes()))
    again = make_model()
    assert is_whole(built, again)
    assert again.embedded == 0
    assert is_whole(built, again)


def test_each_torn_file_by_itself(built, make_model):
    count = len(torn_files(built.folder))
    for number in range(count):
        file = torn_files(built.folder)[number]
        file.write_bytes(garbled(file.read_bytes()))
        assert is_whole(built, make_model()), file.name


def test_a_vector_changed_by_one_bit_is_noticed(built, make_model):
    first = open_search(built, make_model()).chunks[0].hash
    vector = built.vectors("hash/1", [first])[first].tobytes()
    changed = vector[:2] + bytes([vector[2] ^ 0x20]) + vector[3:]
    holding = [f for f in torn_files(built.folder) if vector in f.read_bytes()]
    assert holding
    for file in holding:
        file.write_bytes(file.read_bytes().replace(vector, changed))
    before = Builds(built.folder).current().name
    assert is_whole(built, make_model())
    assert Builds(built.folder).current().name != before


@pytest.mark.parametrize("name", ["chroma", "words", "manifest.json", "seal.json"])
def test_a_part_that_is_gone(built, sources, make_model, name):
    part = Builds(built.folder).current().folder / name
    shutil.rmtree(part) if part.is_dir() else part.unlink()
    again = make_model()
    ensure(built.folder, sources(2), model=again)
    assert is_whole(built, again)
    assert open_search(built, again).find("报名邮箱")
    assert again.embedded == 0


@pytest.mark.parametrize("words", ["", "nonsense", "../..", "\x00", "deadbeef"], ids=ascii)
def test_a_wrong_pointer(built, sources, make_model, words):
    (built.folder / "index" / "current").write_text(words)
    again = make_model()
    ensure(built.folder, sources(2), model=again)
    assert is_whole(built, again)


def test_a_process_that_ends_without_closing_leaves_a_doubt_that_is_settled(built, make_model):
    build = Builds(built.folder).current()
    (build.folder / "seal.json").unlink()
    assert is_whole(built, make_model())
    assert Builds(built.folder).current().name == build.name
    assert json.loads((build.folder / "seal.json").read_text())


def test_a_sealed_index_is_opened_without_another_process(built, make_model, monkeypatch):
    monkeypatch.setattr(vectors, "probe", lambda _: pytest.fail("probed"))
    assert is_whole(built, make_model())
    assert is_whole(built, make_model())


@pytest.fixture
def started(begun):
    return lambda folder, count: begun(str(HERE / "build_once.py"), str(folder), str(count))


@pytest.mark.parametrize(
    "kills", [FEW, pytest.param(MANY, marks=[pytest.mark.slow, pytest.mark.timeout(600)])]
)
def test_killed_while_building_at_any_moment(tmp_path, make_model, started, kills):
    """Each build has one notice more to do; whatever a kill leaves, the next opening is whole."""
    begun = time.monotonic()
    assert started(tmp_path / "timed", 3).wait() == 0
    whole = time.monotonic() - begun
    folder, chance, killed, before = tmp_path / "killed", random.Random(7), 0, []
    for turn in range(kills):
        build = started(folder, turn + 1)
        try:
            build.wait(whole * (0.2 + 0.7 * chance.random()))
        except subprocess.TimeoutExpired:
            build.kill()
            killed += 1
        build.wait()
        if not Store(folder).exists():
            continue
        now = [notice.id for notice in Store.open(folder, create=True).notices()]
        assert len(now) in {len(before), turn + 1}
        before = now
        store = ensure(folder, list, model=make_model())
        assert [notice.id for notice in store.notices()] == before
        assert not before or is_whole(store, make_model())
    assert killed >= kills // 3  # a machine that was slow at first kills late
    assert started(folder, kills + 1).wait() == 0  # what kills have left goes with the next build
    assert is_whole(Store.open(folder), make_model())
    assert len([p for p in (folder / "index").iterdir() if p.is_dir()]) == 1


def test_two_processes_build_at_once(tmp_path, model, started):
    both = [started(tmp_path, 2) for _ in range(2)]
    assert [process.wait() for process in both] == [0, 0]
    assert is_whole(Store.open(tmp_path), model)
