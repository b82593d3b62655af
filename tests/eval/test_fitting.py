"""Pairs of traits are learned from which sentences prove which questions."""

from __future__ import annotations

import numpy as np
import pytest

from eval.fitting import Lesson, fit, rank, scores
from retrieval.learned.features import NAMES

pytest.importorskip("scipy", reason="scipy is of the extra `dev`")

TOLD = tuple(frozenset({kind}) for kind in ("date", "money", "place", "date"))
WANTED = {"when": "date", "how much": "money", "where": "place"}


def lesson(asks, notice):
    """A question whose numbers tell nothing, answered by the first sentence of its kind."""
    proves = np.array([WANTED[asks] in traits for traits in TOLD])
    return Lesson(np.zeros((len(TOLD), len(NAMES))), proves, notice, frozenset({asks}), TOLD)


def lessons(notices):
    return [lesson(asks, f"n{at}") for at in range(notices) for asks in WANTED]


def test_which_kind_of_sentence_answers_which_question_is_learned():
    found = fit(lessons(8))
    assert set(found.asked) == set(WANTED)
    assert found.told == ("date", "money", "place")
    for asks in WANTED:
        assert rank(lesson(asks, "never seen"), found) == 0


def test_what_too_few_notices_ask_is_not_weighed():
    assert fit(lessons(7)).asked == ()


def test_a_question_that_asks_in_no_known_way_is_scored_by_its_numbers_alone():
    found = fit(lessons(8))
    other = lesson("when", "x")._replace(asked=frozenset({"never heard"}))
    assert np.ptp(scores(other, found)) == pytest.approx(0)


def test_a_notice_with_many_questions_counts_no_more_than_as_their_root():
    """Many questions of one notice, all answered by money, against few of others."""
    wrong = lesson("when", "big")._replace(proves=np.array([False, True, False, False]))
    found = fit([*lessons(8), *[wrong] * 30])
    by_few = scores(lesson("when", "x"), found)
    heavier = fit([*lessons(8), *[wrong] * 300])
    by_many = scores(lesson("when", "x"), heavier)
    assert by_many[1] - by_few[1] < np.log(10)
