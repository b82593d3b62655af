"""Weights are learned from known evidence: what tells right sentences from wrong ones counts."""

from __future__ import annotations

import numpy as np
import pytest

from eval.fitting import Lesson, fit
from eval.known import Case
from eval.learning import lessons, told, unlearned, weights
from retrieval.learned.features import NAMES

pytest.importorskip("scipy", reason="scipy is of the extra `dev`")


def made(seed, questions=400, sentences=12, telling=3):
    """Questions of which the column `telling` knows the answer, and no other does."""
    draw = np.random.default_rng(seed)
    for _ in range(questions):
        features = draw.normal(size=(sentences, len(NAMES)))
        features[:, 7] = 1.0  # never differs
        yield Lesson(features, features[:, telling] == features[:, telling].max())


def test_what_tells_the_answer_counts_most():
    found = fit(list(made(1)))
    assert int(np.argmax(np.abs(found.much))) == 3
    assert found.much[3] > 0
    assert told(list(made(2)), found).endswith("前 5 句 100.0%")


def test_the_weights_are_whole_and_can_be_read_again():
    found = weights(fit(list(made(1))), "编的")
    assert tuple(found.weights) == NAMES
    assert type(found).model_validate_json(found.model_dump_json()) == found


def test_a_question_with_evidence_is_a_lesson_and_one_without_is_none():
    case = {"as_of": "2026-07-01", "expect": "answered", "notice": "cq-ai-2026"}
    told_in = "本届竞赛共设置10个赛项"
    cases = [
        Case(id="a", question="一共几个赛项", evidence=told_in, **case),
        Case(id="b", question="一共几个赛项", **case),
        Case(id="c", question="一共几个赛项", evidence="没有这句话的", **case),
    ]
    found = list(lessons(cases))
    assert len(found) == 1
    assert found[0].features.shape == (len(found[0].proves), len(NAMES))
    assert found[0].proves.sum() >= 1
    bare = unlearned(found[0])
    assert not any(name.startswith("asks for") for name in bare.asked)
    assert {"says 几", "asks how_many"} <= bare.asked < found[0].asked
    assert not bare.features[:, NAMES.index("said")].any()
    assert (bare.features[:, NAMES.index("bm25")] == found[0].features[:, 0]).all()
