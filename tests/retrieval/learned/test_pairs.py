"""What pairs of traits count is kept in whole steps, and summed exactly."""

import numpy as np
import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.learned.pairs import Pairs, packed, pairs
from retrieval.learned.traits import ALWAYS, grams, of_candidate, of_question
from retrieval.model import Question

TEXT = """关于举办插花大赛的通知
一、赛项
赛项\t器具
东方式\t竹筒
西方式\t玻璃瓶
二、费用
报名费每人200元。
"""
ASKED, TOLD = ("when", "where"), ("date", "fee", "place")
MUCH = np.array([[1.27, 0.0, -0.5], [0.0, 0.25, 0.75]])


@pytest.fixture
def made():
    return packed(MUCH, ASKED, TOLD, "编的")


def test_every_pair_counts_what_was_learned_to_a_step(made):
    columns = made.columns([{name} for name in TOLD])
    for line, asks in zip(MUCH, ASKED, strict=True):
        assert made.scores({asks}, columns) == pytest.approx(line, abs=made.step / 2)


def test_traits_add_up_and_unknown_ones_count_nothing(made):
    columns = made.columns([{"date", "place"}, {"never learned"}])
    both = made.scores({"when", "where", "never learned"}, columns)
    assert both == pytest.approx([1.52, 0.0], abs=0.03)


def test_a_question_without_a_known_trait_prefers_nothing(made):
    assert made.scores(set(), made.columns([{"date"}, {"fee"}])).tolist() == [0, 0]


def test_a_notice_without_sentences_has_no_score(made):
    assert made.scores({"when"}, made.columns([])).shape == (0,)


def test_nothing_learned_is_nothing_weighed():
    assert packed(np.zeros((0, 0)), (), (), "").scores({"when"}, made_of_nothing()).tolist() == [0]


def made_of_nothing():
    return packed(np.zeros((0, 0)), (), (), "").columns([{"date"}])


def test_those_in_the_package_are_small_and_read_as_they_were_written():
    found = pairs()
    assert Pairs.model_validate_json(found.model_dump_json()) == found
    assert len(found.model_dump_json()) < 500_000
    assert ALWAYS in found.asked


def test_single_characters_and_neighbours_within_what_is_written_together():
    assert grams("几号?交") == {"几", "号", "几号", "交"}
    assert grams("") == frozenset()


def test_traits_tell_what_is_asked_and_what_is_told(desk_of_one):
    ((consultant, sought),) = desk_of_one.sought(
        Question(id="q", text="报名费多少钱", as_of="2026-05-01T00:00:00+08:00", notice="n-2026")
    )
    assert {ALWAYS, "asks paid", "says 费", "says 多少"} <= of_question(sought.asked)
    traits = [of_candidate(one) for one in consultant.second.grid.found]
    assert any("has money" in each for each in traits)
    assert any("is row" in each for each in traits)


@pytest.fixture
def desk_of_one():
    return Desk([read_notice("n-2026", TEXT.encode())])
