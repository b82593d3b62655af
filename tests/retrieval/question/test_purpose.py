"""What somebody asks a thing for is no part of the question."""

from __future__ import annotations

import pytest

from retrieval.question.asked import parts
from retrieval.question.lexicon import words
from retrieval.question.purpose import without_purpose

CUT = [
    ("实操考多久，想安排孩子吃饭", "实操考多久"),
    ("实操做哪几项任务，好针对练", "实操做哪几项任务"),
    ("决赛在哪？我想提前订票", "决赛在哪？"),
    ("几点报到 我好早点出门", "几点报到"),
]
WHOLE = [
    "几岁能报，想让孩子报名",
    "决赛在哪，想带3个人去",
    "我想安排孩子吃饭",
    "决赛几号，想提前问下住哪",
    "什么时候报名，怕来不及报",
]


@pytest.mark.parametrize(("text", "asked"), CUT)
def test_a_purpose_is_left_out(text, asked):
    assert without_purpose(text) == asked


@pytest.mark.parametrize("text", WHOLE)
def test_what_asks_or_tells_of_a_person_stays(text):
    assert without_purpose(text) == text


@pytest.mark.parametrize(
    "text", ["想加个别的工种，允许么，有要求没", "我3年经验，啥证都没有，报得上吗"]
)
def test_what_only_goes_with_the_rest_is_no_question_of_its_own(text):
    assert len(parts(text, words())) == 1


@pytest.mark.parametrize("mark", ["，", " ", "。"])
def test_tickets_and_rooms_are_a_purpose_behind_any_mark(mark):
    assert without_purpose(f"比赛什么时候结束{mark}想提前订酒店").rstrip(mark) == "比赛什么时候结束"
