"""Any sentence-transformers model by folder (extra `models`): a tiny one, made here, really run."""

from __future__ import annotations

import importlib.util
import shutil
import sys

import numpy as np
import pytest
from tiny_models import DIMENSIONS, sentence_model

from knowledge.bundled import bundled
from retrieval.errors import EmbeddingError
from retrieval.index.build import ensure, open_search
from retrieval.index.builds import Builds
from retrieval.index.embed import _model, model_named

needs_models = pytest.mark.skipif(
    importlib.util.find_spec("sentence_transformers") is None,
    reason="needs the extra models: pip install -e '.[models]'",
)
PROMPTS = {"query": "query: ", "document": "passage: "}
TEXT = bundled()[0].data.decode()


def make_model(folder, *, seed, prompts):
    return sentence_model(folder, TEXT, seed=seed, prompts=prompts)


def chosen(folder):
    return {"EMBEDDING": f"sentence-transformers:{folder}"}


@pytest.fixture(scope="module")
def tiny(tmp_path_factory):
    return make_model(tmp_path_factory.mktemp("tiny"), seed=1, prompts=PROMPTS)


@needs_models
def test_vectors_have_length_one_and_are_the_same_each_time(tiny):
    model = model_named(chosen(tiny))
    once, again = model.embed_documents(["报名截止时间"]), model.embed_documents(["报名截止时间"])
    assert once == again
    assert len(once[0]) == DIMENSIONS
    assert np.linalg.norm(once[0]) == pytest.approx(1.0, abs=1e-5)


@needs_models
def test_a_question_is_not_embedded_as_a_passage(tiny):
    model = model_named(chosen(tiny))
    assert model.embed_query("报名") != model.embed_documents(["报名"])[0]


@needs_models
def test_without_prompts_they_are_the_same(tmp_path):
    model = model_named(chosen(make_model(tmp_path, seed=1, prompts={})))
    question, passage = model.embed_query("报名"), model.embed_documents(["报名"])[0]
    assert question == pytest.approx(passage, abs=1e-6)


@needs_models
def test_another_model_in_the_same_folder_has_another_name(tmp_path):
    first = make_model(tmp_path / "a", seed=1, prompts=PROMPTS)
    second = make_model(tmp_path / "b", seed=2, prompts=PROMPTS)
    names = {model_named(chosen(folder)).name for folder in (first, second)}
    assert len(names) == 2


@needs_models
def test_a_store_is_indexed_and_searched_by_it(tiny, tmp_path, sources):
    store = ensure(tmp_path, sources(1), environ=chosen(tiny))
    search = open_search(store, environ=chosen(tiny))
    try:
        passage = search.chunks[3]
        hits = search.find(passage.text)
        assert hits
        assert all(hit.meaning is not None for hit in hits)
        assert passage.id in {hit.chunk.id for hit in hits}
        by_meaning = search.meanings(passage.text, passage.notice)
        assert len(by_meaning) == len(search.chunks)
    finally:
        search.close()


@needs_models
def test_the_index_is_made_anew_when_the_setting_changes(tiny, tmp_path, sources):
    other = make_model(tmp_path, seed=2, prompts=PROMPTS)
    found, builds = {}, {}
    for folder in (tiny, other):
        store = ensure(tmp_path / "store", sources(1), environ=chosen(folder))
        builds[folder] = Builds(store.folder).current()
        assert builds[folder].manifest().model == model_named(chosen(folder)).name
        found[folder] = cosines(store, folder)
    assert builds[tiny].name != builds[other].name
    assert found[tiny] != found[other]
    ensure(store.folder, sources(1), environ=chosen(other))
    assert Builds(store.folder).current().name == builds[other].name


def cosines(store, folder):
    """What a question is near to, by the vector index itself."""
    search = open_search(store, environ=chosen(folder))
    try:
        search.warm()
        assert search._index is not None
        return [hit.meaning for hit in search.find("报名截止时间", limit=9)]
    finally:
        search.close()


@needs_models
def test_a_model_that_is_changed_in_its_folder_is_another_one(tmp_path, sources):
    folder = make_model(tmp_path / "a", seed=1, prompts=PROMPTS)
    store = ensure(tmp_path / "store", sources(1), environ=chosen(folder))
    name, build = model_named(chosen(folder)).name, Builds(store.folder).current().name
    shutil.rmtree(folder)
    shutil.copytree(make_model(tmp_path / "b", seed=2, prompts=PROMPTS), folder)
    _model.cache_clear()  # as a new process
    assert model_named(chosen(folder)).name != name
    unready = open_search(store, environ=chosen(folder)).find("报名截止时间")
    assert unready
    assert all(hit.meaning is None for hit in unready)
    ensure(store.folder, sources(1), environ=chosen(folder))
    assert Builds(store.folder).current().name != build
    ready = open_search(store, environ=chosen(folder)).find("报名截止时间")
    assert all(hit.meaning is not None for hit in ready)


@needs_models
def test_a_folder_that_is_no_model_is_named(tmp_path):
    with pytest.raises(EmbeddingError, match="打不开模型"):
        model_named(chosen(tmp_path))


@needs_models
def test_a_torn_model_is_named(tmp_path):
    folder = make_model(tmp_path, seed=1, prompts={})
    (folder / "model.safetensors").write_bytes(b"torn")
    with pytest.raises(EmbeddingError, match="打不开模型"):
        model_named(chosen(folder))


@needs_models
@pytest.mark.parametrize("place", ["", "/no/such/folder", "no-such-model"])
def test_a_model_that_is_not_here_is_named_and_never_fetched(place):
    with pytest.raises(EmbeddingError, match="本机上没有"):
        model_named(chosen(place))


def test_without_the_extra_the_message_says_what_to_install(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(EmbeddingError, match=r"saiwen\[models\]"):
        model_named(chosen(tmp_path))
