"""The reranker: the best in its order, nothing lost; a tiny cross-encoder, really run."""

from __future__ import annotations

import importlib.util
import json
import sys

import pytest
from tiny_models import cross_encoder, sentence_model

from knowledge.bundled import bundled
from retrieval.errors import RerankerError
from retrieval.index.build import ensure, open_search
from retrieval.index.clean import windows
from retrieval.index.rerank import RERANKED, reranker_named

needs_models = pytest.mark.skipif(
    importlib.util.find_spec("sentence_transformers") is None,
    reason="needs the extra models: pip install -e '.[models]'",
)
QUESTION = "竞赛2的报名邮箱"
COUNT = 6
WORDS = {"EMBEDDING": "none"}


class Shortest:
    """Likes short passages; remembers what it was asked."""

    def __init__(self):
        self.asked = []

    def scores(self, question, passages):
        self.asked.append((question, len(passages)))
        return [1.0 / len(passage) for passage in passages]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("store")


@pytest.fixture
def store(folder, sources):
    return ensure(folder, sources(COUNT), environ=WORDS)


@pytest.fixture
def shortest():
    return Shortest()


def ids(hits):
    return [hit.chunk.id for hit in hits]


def test_the_best_are_put_into_its_order(store, shortest):
    plain = open_search(store, environ=WORDS).find(QUESTION, limit=RERANKED)
    hits = open_search(store, environ=WORDS, reranker=shortest).find(QUESTION, limit=RERANKED)
    lengths = [len(hit.chunk.full) for hit in hits]
    assert len(hits) == RERANKED
    assert lengths == sorted(lengths)
    assert set(ids(hits)) == set(ids(plain))
    assert ids(hits) != ids(plain)
    assert [hit.reranked for hit in hits] == [round(1 / n, 6) for n in lengths]


def test_what_it_does_not_read_follows_as_it_was(store, shortest):
    plain = open_search(store, environ=WORDS).find(QUESTION, limit=99)
    hits = open_search(store, environ=WORDS, reranker=shortest).find(QUESTION, limit=99)
    assert len(plain) > RERANKED
    assert ids(hits[RERANKED:]) == ids(plain[RERANKED:])
    assert all(hit.reranked is None for hit in hits[RERANKED:])


def test_the_same_come_first_however_few_are_asked_for(store, shortest):
    search = open_search(store, environ=WORDS, reranker=shortest)
    assert ids(search.find(QUESTION, limit=3)) == ids(search.find(QUESTION, limit=20))[:3]
    assert {count for _, count in shortest.asked} == {RERANKED}


def test_equal_ones_stay_in_order(store):
    class Indifferent:
        def scores(self, _, passages):
            return [0.5] * len(passages)

    plain = open_search(store, environ=WORDS).find(QUESTION, limit=99)
    search = open_search(store, environ=WORDS, reranker=Indifferent())
    assert ids(search.find(QUESTION, limit=99)) == ids(plain)


def test_it_is_not_asked_for_nothing(store, shortest):
    search = open_search(store, environ=WORDS, reranker=shortest)
    search.find(QUESTION, dense=False)
    search.find("龘")
    search.find(QUESTION, [])
    assert shortest.asked == []


@pytest.mark.parametrize("setting", ["", " ", "none"])
def test_by_default_there_is_none(setting):
    assert reranker_named({"RERANKER": setting}) is None
    assert reranker_named({}) is None


@pytest.mark.parametrize("setting", ["bge-reranker", "cohere:rerank-3", "sentence-transformer:x"])
def test_another_setting_is_refused(setting):
    with pytest.raises(RerankerError, match=r"RERANKER.*sentence-transformers:"):
        reranker_named({"RERANKER": setting})


def test_without_the_extra_it_is_said_what_to_install(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(RerankerError, match=r"saiwen\[models\]"):
        reranker_named(chosen(tmp_path))


def chosen(folder):
    return {"EMBEDDING": "none", "RERANKER": f"sentence-transformers:{folder}"}


@pytest.fixture(scope="module")
def tiny(tmp_path_factory):
    return cross_encoder(tmp_path_factory.mktemp("cross"), bundled()[0].data.decode())


@needs_models
def test_a_cross_encoder_decides_the_order(store, tiny):
    from sentence_transformers import CrossEncoder  # noqa: PLC0415 an extra

    plain = open_search(store, environ=WORDS).find(QUESTION, limit=RERANKED)
    hits = open_search(store, environ=chosen(tiny)).find(QUESTION, limit=RERANKED)
    pairs = [(QUESTION, windows(hit.chunk.full)[0]) for hit in plain]
    judged = CrossEncoder(str(tiny)).predict(pairs)
    by_itself = {hit.chunk.id: float(score) for hit, score in zip(plain, judged, strict=True)}
    assert len(set(by_itself.values())) > 1
    assert {h.chunk.id: h.reranked for h in hits} == pytest.approx(by_itself, abs=1e-4)
    assert [h.reranked for h in hits] == sorted((h.reranked for h in hits), reverse=True)
    assert ids(hits) != ids(plain)


@needs_models
def test_the_same_question_has_the_same_scores(tiny):
    reranker = reranker_named(chosen(tiny))
    passages = ["报名邮箱", "竞赛时间" * 30, "奖励"]
    assert reranker.scores("报名", passages) == reranker.scores("报名", passages)
    assert len(reranker.scores("报名", passages)) == 3
    assert reranker.scores("报名", []) == []


@needs_models
def test_it_is_loaded_by_the_first_question_only(store, tiny):
    reranker_named.__globals__["_reranker"].cache_clear()
    search = open_search(store, environ=chosen(tiny))
    search.warm()
    search.find(QUESTION, dense=False)
    assert search._reranker._model is None
    search.find(QUESTION)
    assert search._reranker._model is not None


@needs_models
@pytest.mark.parametrize("text", ["", "\x00", "\ud800", "甲" * 100_000, "\ufdfa" * 2000], ids=ascii)
def test_any_text_can_be_judged(tiny, text):
    (score,) = reranker_named(chosen(tiny)).scores(text, [text])
    assert 0 <= score <= 1


@needs_models
@pytest.mark.parametrize("place", ["", "/no/such/folder", "no-such-model", "no_such_package"])
def test_a_model_that_is_not_here_is_named_and_never_fetched(place):
    with pytest.raises(RerankerError, match="本机上没有"):
        reranker_named(chosen(place))


@needs_models
def test_a_model_for_embedding_is_no_reranker(tmp_path):
    folder = sentence_model(tmp_path, "报名", seed=1, prompts={})
    with pytest.raises(RerankerError, match="不是重排模型"):
        reranker_named(chosen(folder))


@needs_models
def test_a_model_with_several_scores_is_no_reranker(tmp_path):
    folder = cross_encoder(tmp_path, "报名", labels=3)
    with pytest.raises(RerankerError, match="一个分数"):
        reranker_named(chosen(folder)).scores("报名", ["报名"])


@needs_models
def test_a_torn_model_is_named(store, tmp_path):
    folder = cross_encoder(tmp_path, "报名")
    (folder / "model.safetensors").write_bytes(b"torn")
    search = open_search(store, environ=chosen(folder))
    with pytest.raises(RerankerError, match="打不开"):
        search.find(QUESTION)


@needs_models
def test_the_retriever_hands_on_its_scores(store, tiny):
    from retrieval.retriever import open_retriever  # noqa: PLC0415 heavy

    found = open_retriever(store.folder, chosen(tiny), limit=4).invoke(QUESTION)
    scores = [document.metadata["reranked"] for document in found]
    assert len(scores) == 4
    assert scores == sorted(scores, reverse=True)
    assert json.dumps([document.metadata for document in found], ensure_ascii=False)
