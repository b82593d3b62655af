"""Any sentence-transformers model by folder (extra `models`): a tiny one, made here, really run."""

from __future__ import annotations

import importlib.util
import sys

import numpy as np
import pytest

from knowledge.bundled import bundled
from retrieval.build import ensure, open_search
from retrieval.embed import model_named
from retrieval.errors import EmbeddingError

needs_models = pytest.mark.skipif(
    importlib.util.find_spec("sentence_transformers") is None,
    reason="needs the extra models: pip install -e '.[models]'",
)
PROMPTS = {"query": "query: ", "document": "passage: "}
DIMENSIONS = 32


def make_model(folder, *, seed, prompts):
    """A one-layer BERT over the characters of a notice; random weights, but the real thing."""
    import torch  # noqa: PLC0415 an extra
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415 an extra
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer  # noqa: PLC0415 an extra
    from transformers import BertConfig, BertModel, BertTokenizerFast  # noqa: PLC0415 an extra

    torch.manual_seed(seed)
    letters = sorted({letter for letter in bundled()[0].data.decode() if not letter.isspace()})
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "query", "passage", *letters]
    bert = folder / "bert"
    bert.mkdir(parents=True)
    (bert / "vocab.txt").write_text("\n".join(words), "utf-8")
    config = BertConfig(
        vocab_size=len(words),
        hidden_size=DIMENSIONS,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=64,
    )
    BertModel(config).save_pretrained(bert)
    BertTokenizerFast(str(bert / "vocab.txt")).save_pretrained(bert)
    modules = [Transformer(str(bert)), Pooling(DIMENSIONS)]
    SentenceTransformer(modules=modules, prompts=prompts).save(str(folder / "model"))
    return folder / "model"


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
def test_a_store_is_indexed_and_searched_by_it(tiny, tmp_path):
    store = ensure(tmp_path, lambda: bundled()[:1], environ=chosen(tiny))
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
def test_a_folder_that_is_no_model_is_named(tmp_path):
    with pytest.raises(EmbeddingError, match="打不开模型"):
        model_named(chosen(tmp_path))


def test_without_the_extra_the_message_says_what_to_install(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(EmbeddingError, match=r"saiwen\[models\]"):
        model_named(chosen(tmp_path))
