"""Of sentences on papers the one that lists them comes first, where it is asked which."""

from types import SimpleNamespace

import pytest

from retrieval.passages.enumerated import enumerated
from retrieval.passages.rank import Scored
from retrieval.question.asked import asked
from retrieval.question.lexicon import words


def scored(plain, score, heading=""):
    headings = (heading,) if heading else ()
    unit = SimpleNamespace(plain=plain, clause=SimpleNamespace(heading=""), headings=headings)
    return Scored(unit, score, 1.0)


SENT = "材料发送至邮箱"
LISTS = "报名材料包括报名表、身份证复印件"


@pytest.mark.parametrize(
    ("question", "behind", "first"),
    [
        ("要交什么材料", 1.0, LISTS),
        ("要交什么材料", 3.5, SENT),
        ("材料发哪里", 1.0, SENT),
        ("什么时候比赛", 1.0, SENT),
    ],
    ids=["which papers", "too far behind", "where to", "something else"],
)
def test_the_listing_one_first(question, behind, first):
    told = [scored(SENT, 5.0), scored(LISTS, 5.0 - behind)]
    assert enumerated(told, asked(question, words()))[0].unit.plain == first


@pytest.mark.parametrize(
    ("heading", "first"),
    [("决赛报名须提交", "健康证扫描件"), ("报名材料", SENT)],
    ids=["leads to a list", "is but a heading"],
)
def test_an_item_of_a_list_first(heading, first):
    told = [scored(SENT, 5.0, "报名材料"), scored("健康证扫描件", 4.0, heading)]
    assert enumerated(told, asked("要交什么材料", words()))[0].unit.plain == first
