"""The competition whose names account for most of a question."""

import pytest

from retrieval.question.lexicon import words
from retrieval.scoping.explained import Explained

NAMES = {
    "series": ["云岭省职业技能系列竞赛", "云岭", "焊接技术", "云岭健康职业学院"],
    "teachers": ["云岭省职业院校师生技能大赛", "云岭", "焊接技术"],
    "care": ["沧屿市养老护理职业技能大赛", "沧屿", "健康照护"],
    "care-more": ["关于养老护理大赛的补充通知"],
}
EXPLAINED = Explained(NAMES, {"care-more": "care"})
TWO = ("series", "teachers")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("云岭技能系列竞赛几号截止", ("series",)),
        ("云岭师生大赛几号截止", ("teachers",)),
        ("云岭焊接几号截止", TWO),
        ("云岭竞赛几号截止", TWO),
        ("云岭大赛几号截止", TWO),
    ],
    ids=[
        "a word that one has alone tells it",
        "a word that the other has alone tells that",
        "a track both have tells neither",
        "竞赛 tells neither, though one is called so",
        "大赛 tells neither, though one is called so",
    ],
)
def test_of_several_those_stay_that_no_other_accounts_for_more_than(text, left):
    assert EXPLAINED.most(text, TWO) == left


def test_one_with_all_the_words_and_more_is_better():
    text = "云岭健康职业学院承办的养老护理"
    assert EXPLAINED.better("云岭健康职业学院", ("care",), NAMES) == ("series",)
    assert EXPLAINED.better(text, ("care",), NAMES) == ()


def test_a_supplement_is_called_as_its_notice():
    both = ("care", "care-more")
    assert EXPLAINED.most("养老护理补充", both) == both


def test_words_that_notices_have_others_for_count():
    text = "云岭电焊几号"
    said = EXPLAINED.places(text, ("series", "care"), words().meant(text))
    assert said["series"] > {0}
    assert said["care"] == frozenset()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("养老护理那个几号", ("care",)),
        ("健康照护的比赛几号", ("care",)),
        ("云岭健康职业学院承办的那个几号", ("series",)),
        ("全国比赛几号", ()),
        ("我能参加比赛吗", ()),
        ("插花那个几号", ()),
    ],
    ids=[
        "a subject before 那个",
        "a track before 比赛",
        "who holds it",
        "what all share names none",
        "no word for a competition",
        "a word that none has",
    ],
)
def test_what_stands_before_a_word_for_a_competition_names_it(text, found):
    assert EXPLAINED.called(text, ("series", "teachers", "care")) == found
