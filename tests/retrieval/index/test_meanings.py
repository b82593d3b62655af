"""Stored vectors of single chunks and of whole notices: the same cosines, and no more is read."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from retrieval.index.meanings import Meanings

NOTICES, EACH, WIDTH = 12, 3, 8
_made = np.random.default_rng(7).normal(size=(NOTICES * EACH, WIDTH)).astype(np.float32)
VECTORS = {f"h{row}": _made[row] for row in range(1, NOTICES * EACH)}
QUESTION = _made[0]


class Reads:
    """Gives vectors and notes how many were asked for."""

    def __init__(self) -> None:
        self.counts: list[int] = []

    def __call__(self, hashes):
        self.counts.append(len(hashes))
        return {h: VECTORS[h] for h in hashes if h in VECTORS}


@pytest.fixture
def reads():
    return Reads()


@pytest.fixture
def meanings(reads):
    chunks = [
        SimpleNamespace(notice=f"n{row // EACH}", hash=f"h{row}") for row in range(NOTICES * EACH)
    ]
    ranges = {f"n{n}": range(n * EACH, (n + 1) * EACH) for n in range(NOTICES)}
    return Meanings(chunks, ranges, reads)


def rows(*some):
    return np.array(some, dtype=np.int64)


def test_single_chunks_of_many_notices_are_read_alone_in_one_go(meanings, reads):
    meanings.of(QUESTION, rows(*range(1, NOTICES * EACH, EACH)))
    assert reads.counts == [NOTICES]


def test_few_notices_are_read_whole_and_kept(meanings, reads):
    meanings.of(QUESTION, rows(1, 4))
    meanings.of(QUESTION, rows(2, 5))
    assert reads.counts == [EACH, EACH]


def test_cosines_do_not_depend_on_how_they_were_read(meanings, reads):
    loose = meanings.of(QUESTION, rows(*range(NOTICES * EACH)))
    whole = np.concatenate(
        [meanings.of(QUESTION, rows(*range(n * EACH, (n + 1) * EACH))) for n in range(NOTICES)]
    )
    assert loose.tobytes() == whole.tobytes()
    assert loose[1] == pytest.approx(float(VECTORS["h1"] @ QUESTION), rel=1e-5)


def test_what_has_no_vector_has_no_cosine(meanings):
    assert np.isnan(meanings.of(QUESTION, rows(0, 1))).tolist() == [True, False]


def test_a_vector_of_another_width_is_none(meanings):
    assert np.isnan(meanings.of(QUESTION[:4], rows(1))).all()


def test_without_a_question_s_vector_there_is_none(meanings, reads):
    assert np.isnan(meanings.of(None, rows(1, 2))).all()
    assert meanings.of(QUESTION, rows()).tolist() == []
    assert reads.counts == []
