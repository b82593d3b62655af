"""Sentences with a business of their own are no answers to what stands near them."""

from __future__ import annotations

import pytest

from knowledge.plain import comparable
from retrieval.question.apart import apart
from retrieval.question.asked import asked
from retrieval.question.lexicon import words

CASES = [
    ("前三名有什么奖励", "上届前三名的选手不得报名。", True),
    ("前三名有什么奖励", "前三名授予“县技术能手”称号，不再参加下一届。", False),
    ("上届前三名还能报名吗", "上届前三名的选手不得报名。", False),
    ("一个单位能报几个人", "优秀组织奖名额不超过5个。", True),
    ("组织奖有几个名额", "优秀组织奖名额不超过5个。", False),
    ("报名要交什么材料", "提供虚假材料的，取消参赛资格。", True),
    ("材料造假怎么办", "提供虚假材料的，取消参赛资格。", False),
    ("几号报名截止", "需要更换选手的，于赛前7天申请。", True),
    ("什么时候之前能换人", "需要更换选手的，于赛前7天申请。", False),
    ("总分怎么构成", "一等奖占参赛人数的10%。", True),
    ("一等奖占多少", "一等奖占参赛人数的10%。", False),
]


@pytest.mark.parametrize(("question", "sentence", "other"), CASES)
def test_whose_business_a_sentence_is(question, sentence, other):
    read = asked(question, words())
    businesses = apart().asked(read.plain, read.concepts)
    assert apart().of_those(businesses, comparable(sentence)) is other
