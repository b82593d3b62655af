"""Fusion: its ends are words and meaning alone, and nothing without a vector is lost."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.index.build import ensure, open_search
from retrieval.index.fusion import POOL, WORDS_WEIGHT, best, fused, nearest

NAN = float("nan")
WORDS = np.array([4.0, 0.0, 2.0], dtype=np.float32)
MEANINGS = np.array([0.7, 0.9, 0.8], dtype=np.float32)


@pytest.mark.parametrize(
    ("weight", "expected"),
    [(1.0, [1, 0, 0.5]), (0.0, [0, 1, 0.5]), (0.5, [0.5, 0.5, 0.5]), (0.75, [0.75, 0.25, 0.5])],
    ids=["words alone", "meaning alone", "half and half", "three quarters"],
)
def test_the_weight_goes_from_meaning_to_words(weight, expected):
    assert fused(WORDS, MEANINGS, weight) == pytest.approx(expected, abs=1e-6)


def test_without_any_vector_words_alone_count():
    assert fused(WORDS, np.full(3, NAN)).tolist() == [1, 0, 0.5]


def test_a_chunk_without_a_vector_counts_by_its_words():
    assert fused(WORDS, np.array([0.7, 0.9, NAN]))[2] == 0.5


@pytest.mark.parametrize("words", [[0.0, 0.0], [3.0, 3.0]], ids=["none shared", "all alike"])
def test_equal_meanings_do_not_divide_by_nothing(words):
    assert np.isfinite(fused(np.array(words), np.array([0.8, 0.8]))).all()


def test_nothing_to_fuse():
    assert fused(np.zeros(0), np.zeros(0)).tolist() == []
    assert best(np.zeros(0), 5, above=0.0).tolist() == []


def test_the_best_are_above_the_bound_and_equal_ones_in_order():
    assert best(np.array([1.0, 3.0, 0.0, 3.0]), 9, above=0.0).tolist() == [1, 3, 0]
    assert best(np.array([1.0, 3.0, 0.0, 3.0]), 1, above=0.0).tolist() == [1]
    assert nearest(np.array([0.2, NAN, 0.9]), 9).tolist() == [2, 0]


scores = st.lists(
    st.tuples(st.floats(0, 50), st.one_of(st.floats(-1, 1), st.just(NAN))), max_size=30
)


@given(scores, st.floats(0, 1))
def test_scores_lie_between_0_and_1(pairs, weight):
    words, meanings = (np.array([pair[n] for pair in pairs], dtype=np.float64) for n in (0, 1))
    found = fused(words, meanings, weight)
    assert ((found >= 0) & (found <= 1 + 1e-9)).all()
    assert len(found) == len(pairs)


def test_the_search_ranks_by_these_functions(tmp_path, sources, model):
    search = open_search(ensure(tmp_path, sources(3), model=model), model)
    chunks, words, meanings = search.scores("焊工报名邮箱")
    rows = np.union1d(best(words, POOL, above=0.0), nearest(meanings, POOL))
    order = np.argsort(-fused(words[rows], meanings[rows], WORDS_WEIGHT), kind="stable")
    expected = [chunks[row].id for row in rows[order]]
    assert [hit.chunk.id for hit in search.find("焊工报名邮箱", limit=99)] == expected
    assert len(expected) == len(search.chunks)


@given(st.lists(st.integers(0, 4), max_size=80), st.integers(1, 6))
def test_the_best_of_many_are_those_of_a_whole_sort(numbers, limit):
    scores = np.array(numbers, dtype=np.float32)
    whole = sorted(range(len(scores)), key=lambda row: -scores[row])[:limit]
    assert best(scores, limit, above=0.0).tolist() == [row for row in whole if scores[row] > 0]
