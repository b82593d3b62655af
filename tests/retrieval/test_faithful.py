"""Drafts of a language model: what says the same passes, what says anything else does not."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as some

from retrieval.wording_model.faithful import faithful
from retrieval.wording_model.shape import well_formed

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "drafts.yaml").read_text("utf-8"))
GOOD = [(case["said"], case["question"], draft) for case in CASES for draft in case["good"]]
BAD = [
    pytest.param(case["said"], case["question"], draft, id=f"{why} ({case['said'][:8]})")
    for case in CASES
    for why, draft in case["bad"].items()
]


def accepted(draft, said, question=""):
    return well_formed(draft, said) and faithful(draft, said, question)


def test_there_are_drafts():
    assert len(GOOD) > 15
    assert len(BAD) > 60


@pytest.mark.parametrize(("said", "question", "draft"), GOOD)
def test_the_same_in_other_words_passes(said, question, draft):
    assert accepted(draft, said, question)


@pytest.mark.parametrize(("said", "question", "draft"), BAD)
def test_anything_else_is_refused(said, question, draft):
    assert not accepted(draft, said, question)


@pytest.mark.parametrize("said", [case["said"] for case in CASES])
def test_the_plain_answer_itself_passes(said):
    assert accepted(said, said)


LETTERS = (
    "不未无非没免可须应得或且但除仅限上下内外前后满过多少一二三十0123456789%人组年月日重庆李张@.abc"
)


@given(some.sampled_from(GOOD), some.data())
@settings(max_examples=400, deadline=None)
def test_no_letter_of_weight_can_be_put_in(case, data):
    said, question, draft = case
    at = data.draw(some.integers(0, len(draft)))
    put = data.draw(some.sampled_from(LETTERS))
    assert not accepted(draft[:at] + put + draft[at:], said, question)


@given(some.sampled_from([case for case in GOOD if set(case[2]) & set(LETTERS)]), some.data())
@settings(max_examples=400, deadline=None)
def test_no_letter_of_weight_can_be_left_out(case, data):
    said, question, draft = case
    weighty = [at for at, letter in enumerate(draft) if letter in LETTERS]
    at = data.draw(some.sampled_from(weighty))
    left = draft[:at] + draft[at + 1 :]
    assert not accepted(left, said, question)


def test_a_long_draft_takes_no_time():
    said = "，".join(["一"] * 400)
    started = time.perf_counter()
    assert not faithful("，".join(["一"] * 399 + ["二"]), said)
    assert not faithful("您好，" * 2000 + "二", said)
    assert not faithful("您好" * 2000 + "二", said)
    assert time.perf_counter() - started < 1
