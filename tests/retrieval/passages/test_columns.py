"""What all sentences show and say, as columns: the same as read off each sentence alone."""

import pytest

from knowledge.notice import read_notice
from retrieval.passages.columns import Columns
from retrieval.passages.goals import aims
from retrieval.passages.rank import Ranker, Sought, in_scope
from retrieval.passages.speaking_of import SpeakingOf
from retrieval.passages.units import Reading
from retrieval.question.asked import asked
from retrieval.question.lexicon import words

TEXT = """关于举办松江市职工技能大赛的通知

一、赛项设置
设焊工、钳工2个赛项。
二、报名
报名截止时间为2026年5月10日。报名费每人200元。
三、比赛办法
焊工：实操限时40分钟，不得携带手机。
钳工：实操限时60分钟。
四、奖励
设一等奖1名、二等奖2名，占参赛人数的10%。
其他事项另行通知。
"""
READING = Reading(read_notice("songjiang-2026", TEXT.encode()), words())
STAGES = frozenset(name for name, concept in words().concepts.items() if concept.stage)


@pytest.fixture(scope="module")
def columns():
    return Columns(READING.units, SpeakingOf(READING.notice), STAGES)


def shown(column):
    return {unit.plain for unit, told in zip(READING.units, column, strict=True) if told}


def having(*parts):
    return {u.plain for u in READING.units if any(part in u.plain for part in parts)}


def test_signs_are_those_of_each_sentence(columns):
    assert shown(columns.forbids) == having("不得携带")
    assert shown(columns.rest) == having("其他事项")
    assert shown(columns.shares) == having("10%")
    assert shown(columns.dated) == having("5月10日")


def test_words_are_found_in_sentences_and_where_asked_for_in_headings(columns):
    assert shown(columns.text("报名")) == having("报名")
    assert shown(columns.text_or_above("报名")) == having("报名")
    assert shown(columns.text("奖励")) == set()
    assert shown(columns.text_or_above("奖励")) == having("一等奖", "其他事项")


def test_a_pair_counts_more_in_the_sentence_than_above_it(columns):
    found = dict(zip((u.plain for u in READING.units), columns.pair("奖励", 0.8, 0.4), strict=True))
    assert {found[plain] for plain in having("一等奖", "其他事项")} == {0.4}
    assert {found[plain] for plain in having("200元")} == {0.0}


def test_of_words_for_the_same_thing_one_is_enough(columns):
    assert shown(columns.written(("200元", "不得"), 0.5)) == having("200元", "不得")
    assert shown(columns.written(("没有",), 0.5)) == set()


def test_a_concept_is_spoken_of_or_stands_above(columns):
    spoken = columns.concept("fee", 0.75, 0.35, frozenset())
    assert {u.plain for u, much in zip(READING.units, spoken, strict=True) if much == 1.0} == (
        having("报名费")
    )
    assert shown(columns.said(frozenset({"fee"}))) == having("报名费")


def test_labels_and_headings_are_looked_up_whole(columns):
    assert shown(columns.labelled(("焊工",))) == having("焊工:") - having("设焊工")
    assert shown(columns.labelled(("焊",))) == set()
    assert shown(columns.below("赛项设置是什么")) == having("设焊工")
    assert shown(columns.below("赛项")) == set()


def test_only_places_that_are_looked_at_are_told_of(columns):
    assert columns.each(lambda _: 2.0, (0, 2)).tolist()[:4] == [2.0, 0.0, 2.0, 0.0]
    assert not columns.none.any()


@pytest.mark.parametrize(
    "text", ["报名费多少", "焊工限时多久", "几号截止", "其他的什么时候说", "。"]
)
def test_ranked_are_all_sentences_in_scope_and_nothing_else(text):
    found = asked(text, words())
    for tracks in ((), tuple(t.id for t in READING.notice.tracks[:1])):
        sought = Sought(found, tracks)
        ranked = Ranker(READING, words()).rank(sought, aims(found, words()))
        assert {s.unit for s in ranked} == {u for u in READING.units if in_scope(u, sought)}
        assert [s.score for s in ranked] == sorted((s.score for s in ranked), reverse=True)
        assert all(0 <= s.coverage <= 1 + 1e-9 for s in ranked)


def test_the_same_ranker_ranks_the_same_again():
    ranker, found = Ranker(READING, words()), asked("报名费多少", words())
    once = ranker.rank(Sought(found), aims(found, words()))
    other = asked("焊工限时多久", words())
    ranker.rank(Sought(other), aims(other, words()))
    assert ranker.rank(Sought(found), aims(found, words())) == once
