"""Messages that ask several things: what each part asks, and what it takes from the others."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from knowledge.bundled import bundled
from knowledge.notice import read_notice
from retrieval.computed.compare import compares, each_apart
from retrieval.desk import Desk
from retrieval.model import Answer, Question
from retrieval.question.asked import parts, plain
from retrieval.question.lexicon import words

PARTS = {
    "a person's phone is asked by its name alone": (
        "办公室设在哪个单位，李老师电话",
        ("办公室设在哪个单位", "李老师电话"),
    ),
    "an e-mail is asked by its name alone": (
        "焊工报名找哪个老师，邮箱",
        ("焊工报名找哪个老师", "邮箱"),
    ),
    "what two bodies do is two questions": (
        "专家组和裁判组分别干什么",
        ("专家组干什么", "裁判组干什么"),
    ),
    "who heads two bodies is two questions": (
        "宣传组和安保组组长分别是谁",
        ("宣传组组长分别是谁", "安保组组长分别是谁"),
    ),
    "groups of contestants are compared, not taken apart": (
        "职工组和学生组分别几个人",
        ("职工组和学生组分别几个人",),
    ),
    "a statement about a page goes with its question": (
        "报名网址是官网，几号截止",
        ("报名网址是官网，几号截止",),
    ),
}


@pytest.mark.parametrize(("text", "wanted"), PARTS.values(), ids=PARTS)
def test_parts(text: str, wanted: tuple[str, ...]) -> None:
    assert parts(text, words()) == wanted


def test_the_name_of_a_competition_may_stand_before_two_editions() -> None:
    text = plain("焊接技能竞赛，23年几个赛项，26年几个")
    assert each_apart(text, 2026, words())
    assert not each_apart(plain("焊接技能竞赛，23年几个赛项，邮箱多少"), 2026, words())


@pytest.mark.parametrize("text", ["比例两届有变化没", "报名费变没变", "优胜奖（2023 vs 2026）"])
def test_a_change_between_editions_is_a_comparison(text: str) -> None:
    assert compares(plain(text))


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk([read_notice(s.id, s.data, s.confirmed) for s in bundled()])


def _ask(desk: Desk, notice: str, text: str) -> Answer:
    as_of = datetime(2026, 7, 1, tzinfo=UTC)
    return desk.answer(Question(text=text, notice=notice, as_of=as_of, id="x"))


TOLD = {
    "the head of the group that was found": (
        "cq-ai-2023",
        "车辆停放归哪个组，组长是谁",
        "刘早",
        "王华源",
    ),
    "a stage named later narrows no earlier part": (
        "gz-ai-2025",
        "报名截止几号？决赛地点呢",
        "9月29日",
        "x",
    ),
    "a person named later binds no earlier part": (
        "cq-special-2026",
        "组委会办公室设在哪个单位，李昊旻电话",
        "职业技能鉴定指导中心",
        "x",
    ),
    "tracks by a word of their names": (
        "cq-ai-2026",
        "名字里带无人机的赛项有哪些",
        "无人机驾驶员",
        "桌面云",
    ),
    "a fee for parking is no fee": ("cq-ai-2023", "停车收费不", "停车费", "车辆有序停放"),
    "a character that asks is no typo": ("gz-ai-2025", "报名表要盖谁的章", "公章", "税"),
}


@pytest.mark.parametrize(("notice", "text", "told", "untold"), TOLD.values(), ids=TOLD)
def test_told(desk: Desk, notice: str, text: str, told: str, untold: str) -> None:
    answer = _ask(desk, notice, text).text
    assert told in answer
    assert untold not in answer
