"""What most looks like the answer is told too where the answer cites something far less so."""

from datetime import datetime
from math import isfinite
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.notice import read_notice
from retrieval.consult import Consultant
from retrieval.desk import Desk
from retrieval.learned import second
from retrieval.learned.features import NAMES
from retrieval.learned.second import AHEAD, FIRST, OF_ROWS, SecondReading
from retrieval.learned.weights import weights
from retrieval.model import Question
from retrieval.question.lexicon import words
from retrieval.reply import Piece, Reply, cite_unit
from retrieval.tabular.rows import row_piece

TEXT = """关于举办插花职业技能大赛的通知

一、赛项
赛项\t组别\t器具
东方式插花\t职工组\t竹筒
西方式插花\t学生组\t玻璃瓶
二、比赛办法
比赛用花由组委会统一提供，选手不得自带花材。
作品完成后须在展台上保留至颁奖结束，提前撤走的扣5分。
花瓶打碎的，可向工作人员领取一次备用花瓶。
三、报名
报名表于2026年5月8日前发至hua@example.cn。
"""
NOTICE = read_notice("chahua-2026", TEXT.encode())
AS_OF = datetime(2026, 5, 1, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture(scope="module")
def desk():
    return Desk([NOTICE])


def sought(desk, text, notice="chahua-2026"):
    ((consultant, found),) = desk.sought(Question(id="q", text=text, as_of=AS_OF, notice=notice))
    return consultant, found


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("花瓶碎了怎么办", "花瓶打碎"),
        ("能带自己的花来吗", "不得自带"),
        ("撤展早了扣几分", "提前撤走"),
        ("西方式插花用什么器具", "玻璃瓶"),
        ("报名表发到哪个邮箱", "hua@"),
    ],
)
def test_the_sentence_that_answers_looks_most_like_an_answer(desk, question, words):
    consultant, found = sought(desk, question)
    assert words in consultant.second.ranked(found)[0][0].plain


def test_every_number_has_a_weight_and_none_is_left_over():
    assert set(weights().weights) == set(NAMES)
    assert len(NAMES) == len(set(NAMES))


ONE = Desk([NOTICE])


@settings(deadline=None)
@given(st.text(max_size=60))
def test_whatever_is_asked_every_sentence_and_row_gets_a_number(text):
    asked = Question(id="q", text=text or "？", as_of=AS_OF, notice=NOTICE.id)
    for consultant, found in ONE.sought(asked):
        ranked = consultant.second.ranked(found)
        assert len(ranked) == len(consultant.second.grid.found) > 5
        assert all(isfinite(score) for _, score in ranked)


def test_a_notice_without_a_sentence_has_nothing_to_rank():
    empty = read_notice("empty-2026", "关于举办大赛的通知\n".encode())
    reading = Consultant(empty, words()).second
    _, found = sought(Desk([NOTICE]), "几号截止")
    assert reading.ranked(found) == []
    assert reading.joined(Reply(status="answered", notice="empty-2026"), found, lambda _: None)


def scored(found, likely):
    return np.array([likely.get(id(one), -99.0) for one in found])


class Fixed(SecondReading):
    """Holds two sentences of the notice for likely, the one by so much more."""

    ahead = 0.0

    def scores(self, _):
        units = [c for c in self.grid.found if c.unit is not None]
        return scored(self.grid.found, {id(units[1]): self.ahead, id(units[0]): 0.0})


class OverRow(SecondReading):
    """Holds a sentence for so much likelier than a row."""

    ahead = 0.0

    def scores(self, _):
        unit = next(c for c in self.grid.found if c.unit is not None)
        row = next(c for c in self.grid.found if c.row is not None)
        return scored(self.grid.found, {id(unit): self.ahead, id(row): 0.0})


def joined(ahead, computed=(), status="answered", state=None):
    made = Consultant(NOTICE, words()).second
    made.__class__ = Fixed
    made.ahead = ahead
    units = [c.unit for c in made.grid.found if c.unit is not None]
    first = Piece(text=units[0].text, citations=(cite_unit(NOTICE, units[0]),), computed=computed)
    reply = Reply(status=status, notice=NOTICE.id, pieces=(first,))
    _, found = sought(Desk([NOTICE]), "花材能自带吗")
    said = state or (lambda unit: Piece(text=unit.text, citations=(cite_unit(NOTICE, unit),)))
    texts = [piece.text for piece in made.joined(reply, found, said).pieces]
    return [texts.index(units[0].text), len(texts)]


@pytest.mark.parametrize(
    ("ahead", "place_and_count"),
    [
        (AHEAD - 0.01, [0, 1]),
        (AHEAD, [0, 2]),
        (FIRST - 0.01, [0, 2]),
        (FIRST, [1, 2]),
    ],
)
def test_how_much_likelier_it_must_be(ahead, place_and_count):
    assert joined(ahead) == place_and_count


@pytest.mark.parametrize(("ahead", "count"), [(OF_ROWS - 0.01, 1), (OF_ROWS, 2)])
def test_beside_a_row_it_must_be_likelier_than_beside_a_sentence(ahead, count):
    made = Consultant(NOTICE, words()).second
    row = next(c for c in made.grid.found if c.row is not None)
    made.__class__ = OverRow
    made.ahead = ahead
    piece = row_piece(NOTICE, row.table, row.row)
    reply = Reply(status="answered", notice=NOTICE.id, pieces=(piece,))
    _, found = sought(Desk([NOTICE]), "花材能自带吗")
    said = made.joined(
        reply, found, lambda u: Piece(text=u.text, citations=(cite_unit(NOTICE, u),))
    )
    assert len(said.pieces) == count


def test_nothing_is_put_beside_what_was_reckoned_or_refused():
    assert joined(FIRST, computed=("25×10%=2.5",)) == [0, 1]
    assert joined(FIRST, computed=("",)) == [1, 2]
    assert joined(FIRST, status="not_stated") == [0, 1]


def test_a_sentence_about_another_business_is_not_told():
    assert joined(FIRST, state=lambda _: None) == [0, 1]


def test_a_person_who_is_judged_gets_the_verdict_alone(desk, monkeypatch):
    monkeypatch.setattr(second, "AHEAD", -1e9)
    asked = Question(id="q", text="我是学生，我能参加吗", as_of=AS_OF, notice=NOTICE.id)
    assert "花瓶打碎" not in desk.answer(asked).text


def test_what_is_told_beside_an_answer_is_cited(desk, monkeypatch):
    monkeypatch.setattr(second, "AHEAD", -1e9)
    asked = Question(id="q", text="花材能自带吗", as_of=AS_OF, notice=NOTICE.id)
    answer = desk.answer(asked)
    assert answer.status == "answered"
    assert all(c.quote in "".join(TEXT.split()) for c in answer.citations)
