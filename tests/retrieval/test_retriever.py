"""The LangChain retriever: alone, in a chain, async, filtered; its documents can be cited."""

from __future__ import annotations

import asyncio
import os
import re
from pathlib import Path

import pytest
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import ConfigurableField, RunnableLambda, RunnablePassthrough
from pydantic import ValidationError

from knowledge.bundled import bundled
from knowledge.model import Citation
from knowledge.plain import bare
from retrieval.errors import EmbeddingError, IndexAddressError, RerankerError, StoreError
from retrieval.index.build import ensure, open_search
from retrieval.retriever import ClauseRetriever, open_retriever
from retrieval.storage.history import Deed

QUESTION = "报名邮箱"
WORDS = {"EMBEDDING": "none"}
DOCUMENT = Path(__file__).parents[2] / "docs" / "connect-a-model.md"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("store")


@pytest.fixture
def store(folder, sources, model):
    return ensure(folder, sources(3), model=model)


@pytest.fixture
def retriever(store, model):
    known = {notice.id: notice for notice in store.notices()}
    found = ClauseRetriever(search=open_search(store, model), known=known, limit=4)
    yield found
    found.search.close()


def test_it_gives_what_the_search_finds_as_documents(retriever):
    documents = retriever.invoke(QUESTION)
    hits = retriever.search.find(QUESTION, limit=4)
    assert isinstance(retriever, BaseRetriever)
    assert [d.id for d in documents] == [hit.chunk.id for hit in hits]
    assert [d.page_content for d in documents] == [hit.chunk.full for hit in hits]
    assert [d.metadata["score"] for d in documents] == [hit.score for hit in hits]
    assert len(documents) == 4


def test_a_document_says_where_it_stands_word_for_word(retriever):
    for document in retriever.invoke(QUESTION):
        about = document.metadata
        notice = retriever.known[about["notice"]]
        citation = Citation(**about["citation"])
        assert citation.quote == notice.text[about["start"] : about["end"]]
        assert (citation.notice, citation.label) == (notice.id, notice.label)
        assert (citation.path, citation.start) == (about["path"], about["start"])
        assert citation.quote.strip()
        assert "reranked" not in about


def test_the_quote_of_a_row_is_the_row_as_it_was_published(tmp_path):
    ensure(tmp_path, lambda: bundled()[-2:], environ=WORDS)
    retriever = open_retriever(tmp_path, WORDS, limit=30)
    rows = [d for d in retriever.invoke("项目名称") if d.metadata["kind"] == "row"]
    assert rows
    for document in rows:
        about = document.metadata
        text = retriever.known[about["notice"]].text
        assert bare(text[about["start"] : about["end"]]) == bare(about["citation"]["quote"])


@pytest.mark.parametrize(
    ("filters", "notices", "count"),
    [
        ({}, ("n1", "n2", "n3"), 4),
        ({"k": 1}, None, 1),
        ({"limit": 2}, None, 2),
        ({"limit": 2, "k": 9}, None, 2),
        ({"k": 99, "notices": ["n2"]}, ("n2",), None),
        ({"k": 99, "notices": ("n1", "n3")}, ("n1", "n3"), None),
        ({"notices": []}, (), 0),
        ({"notices": ["no such notice"]}, (), 0),
    ],
    ids=str,
)
def test_filters_hold_for_one_question(retriever, filters, notices, count):
    found = retriever.invoke(QUESTION, **filters)
    if notices is not None and filters:
        assert {d.metadata["notice"] for d in found} == set(notices)
    if count is not None:
        assert len(found) == count
    assert len(retriever.invoke(QUESTION)) == 4


@pytest.mark.parametrize("filters", [{"k": 0}, {"limit": -1}, {"notices": "n1"}, {"tracks": ["a"]}])
def test_a_filter_that_cannot_be_meant_is_refused(retriever, filters):
    with pytest.raises(ValueError, match=next(iter(filters))):
        retriever.invoke(QUESTION, **filters)


@pytest.mark.parametrize("wrong", [{"limit": 0}, {"notices": "n1"}])
def test_so_is_one_of_the_retriever(retriever, wrong):
    with pytest.raises(ValidationError):
        ClauseRetriever(search=retriever.search, known=retriever.known, **wrong)


def listed(documents):
    return "\n".join(f"{d.metadata['path']} {d.metadata['citation']['quote']}" for d in documents)


@pytest.fixture
def chain(retriever):
    found = {"clauses": retriever | RunnableLambda(listed), "question": RunnablePassthrough()}
    return found | RunnableLambda(lambda given: f"{given['question']}\n{given['clauses']}")


def test_it_stands_in_a_chain(chain, retriever):
    told = chain.invoke(QUESTION)
    assert told == f"{QUESTION}\n{listed(retriever.invoke(QUESTION))}"
    assert "@example.org" in told
    assert chain.batch([QUESTION, "奖金"]) == [told, chain.invoke("奖金")]


async def test_the_chain_is_the_same_when_it_is_awaited(chain):
    told = chain.invoke(QUESTION)
    assert await chain.ainvoke(QUESTION) == told
    assert await asyncio.gather(*(chain.ainvoke(QUESTION) for _ in range(8))) == [told] * 8
    assert "".join([part async for part in chain.astream(QUESTION)]) == told


async def test_filters_hold_when_it_is_awaited(retriever):
    found = await retriever.ainvoke(QUESTION, k=2, notices=["n3"])
    assert [d.metadata["notice"] for d in found] == ["n3", "n3"]


def test_bound_and_configured_as_langchain_does(retriever):
    assert len(retriever.bind(k=1).invoke(QUESTION)) == 1
    settable = retriever.configurable_fields(limit=ConfigurableField(id="limit"))
    assert len(settable.invoke(QUESTION, config={"configurable": {"limit": 2}})) == 2


def test_callbacks_are_told(retriever):
    from langchain_core.callbacks import BaseCallbackHandler  # noqa: PLC0415 heavy

    class Told(BaseCallbackHandler):
        def __init__(self):
            self.found = []

        def on_retriever_end(self, documents, **_):
            self.found.extend(documents)

    told = Told()
    documents = retriever.invoke(QUESTION, config={"callbacks": [told]})
    assert told.found == documents
    assert all(isinstance(each, Document) for each in told.found)


@pytest.mark.parametrize(
    ("environ", "error"),
    [
        ({"EMBEDDING": "word2vec"}, EmbeddingError),
        ({**WORDS, "RERANKER": "cohere"}, RerankerError),
        ({**WORDS, "CHROMA_URL": "10.0.0.5:8000"}, IndexAddressError),
    ],
)
def test_a_wrong_setting_is_named_when_it_is_opened(store, environ, error):
    with pytest.raises(error, match=next(k for k in reversed(environ))):
        open_retriever(store.folder, environ)


def test_without_a_store_it_says_so(tmp_path):
    with pytest.raises(StoreError):
        open_retriever(tmp_path / "none", WORDS)


def test_a_withdrawn_notice_is_not_found(tmp_path, sources):
    store = ensure(tmp_path, sources(2), environ=WORDS)
    store.withdraw("n1", Deed("a coordinator", "2031-01-01T08:00:00+08:00"))
    found = open_retriever(tmp_path, WORDS, limit=99).invoke(QUESTION)
    assert {d.metadata["notice"] for d in found} == {"n2"}


def test_the_example_in_the_document_runs_as_it_stands(tmp_path, monkeypatch, capsys):
    ensure(tmp_path / ".saiwen", lambda: bundled()[:2], environ=WORDS)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(os.environ, "EMBEDDING", "none")
    monkeypatch.delenv("RERANKER", raising=False)
    (code,) = re.findall(r"```python\n(.*?)```", DOCUMENT.read_text("utf-8"), re.DOTALL)
    names = {}
    exec(compile(code, str(DOCUMENT), "exec"), names)
    told = capsys.readouterr().out
    found = names["retriever"].invoke(names["question"])
    assert 1 <= len(found) <= 3
    assert all(d.metadata["citation"]["quote"].strip() in told for d in found)
    assert all(d.metadata["notice"] in names["retriever"].notices for d in found)
