"""The lexical index: characters and pairs, simplified, the same after saving."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.index.words import WordIndex, tokens

TEXTS = [
    "报名截止时间为九月五日",
    "竞赛地点：市体育馆",
    "一等奖奖金 ３０００ 元",
    "联系电话 WPS Office",
]


@pytest.fixture
def index():
    return WordIndex.of(TEXTS)


@pytest.mark.parametrize(
    ("question", "best"),
    [
        ("什么时候报名截止", 0),
        ("報名截止時間", 0),
        ("体育馆在哪", 1),
        ("奖金3000吗", 2),
        ("wps  OFFICE", 3),
    ],
    ids=["plain", "traditional characters", "place", "full-width digits", "case and blanks"],
)
def test_the_best_text(index, question, best):
    assert int(np.argmax(index.scores(question))) == best


@pytest.mark.parametrize("question", ["", "  ", "xyz", "\ud800", "\x00", "😀"], ids=ascii)
def test_nothing_in_common_scores_nothing(index, question):
    assert index.scores(question).tolist() == [0.0] * len(TEXTS)


def test_no_texts_at_all():
    assert WordIndex.of([]).scores("报名").size == 0
    assert WordIndex.of(["", " "]).scores("报名").tolist() == [0.0, 0.0]


@given(st.text(st.characters(codec=None), max_size=200))
def test_any_text_can_be_asked_and_indexed(text):
    assert WordIndex.of([text, "报名"]).scores(text).size == 2
    assert all(1 <= len(token) <= 2 for token in tokens(text))


def test_saved_and_loaded_it_scores_the_same(index, tmp_path):
    hashes = index.save(tmp_path / "words")
    loaded = WordIndex.load(tmp_path / "words", hashes, len(TEXTS))
    for question in ("报名截止", "奖金", "无关"):
        assert loaded.scores(question).tolist() == index.scores(question).tolist()


def test_a_saved_one_that_was_changed_is_not_loaded(index, tmp_path):
    hashes = index.save(tmp_path / "words")
    files = sorted((tmp_path / "words").iterdir())
    assert files
    for file in files:
        data = file.read_bytes()
        file.write_bytes(data[:-1])
        assert WordIndex.load(tmp_path / "words", hashes, len(TEXTS)) is None
        file.write_bytes(data)
    files[0].unlink()
    assert WordIndex.load(tmp_path / "words", hashes, len(TEXTS)) is None
    assert WordIndex.load(tmp_path / "none", {}, len(TEXTS)) is None
