"""What a yes or no is asked of, and sentences that say nothing of it."""

from __future__ import annotations

import pytest

from knowledge.plain import comparable
from retrieval.question.asked import asked
from retrieval.question.lexicon import words
from retrieval.question.whether import whether

ASKED = [
    ("初赛断网了能重考吗", ("重考",)),
    ("获奖作品能申请专利不", ("专利",)),
    ("复赛考完当场会宣布吗", ("宣布",)),
]
NOT_ASKED = ["决赛在哪里举行", "教练能不能上场", "决赛还能报名吗", "这样有影响吗"]
TOLD = [
    ("初赛断网了能重考吗", "初赛成绩不计入总成绩。", False),
    ("初赛断网了能重考吗", "因网络故障中断的，可以重考一次。", True),
    ("获奖作品能申请专利不", "获奖作品的照片由主办方使用。", False),
    ("获奖作品能申请专利不", "作品的专利权归作者。", True),
]


@pytest.mark.parametrize(("question", "runs"), ASKED)
def test_what_stands_behind_the_modal_is_asked(question, runs):
    found = whether(asked(question, words()), words())
    assert found is not None
    assert found.runs == runs


@pytest.mark.parametrize("question", NOT_ASKED)
def test_other_questions_and_light_words_name_nothing(question):
    assert whether(asked(question, words()), words()) is None


@pytest.mark.parametrize(("question", "sentence", "told"), TOLD)
def test_a_sentence_tells_it_only_by_its_words(question, sentence, told):
    found = whether(asked(question, words()), words())
    assert found is not None
    plain = comparable(sentence)
    assert found.told(plain, words().said(plain)) is told
