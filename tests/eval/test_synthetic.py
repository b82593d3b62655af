"""Synthetic notices: made the same again, read as any notice, and answered by their truth."""

from __future__ import annotations

from eval.known import parse_as_of
from eval.score import plain
from eval.synthetic import synthetic
from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question


def test_the_same_seed_makes_the_same_notices_and_each_has_its_own_name():
    made = list(synthetic(300))
    assert made == list(synthetic(300))
    assert made != list(synthetic(300, seed=1))
    assert len({read_notice(n.id, n.text.encode()).name for n in made}) == len(made)


def test_among_many_alike_each_question_gets_its_own_notice(notices):
    made = list(synthetic(120))
    read = [read_notice(n.id, n.text.encode()) for n in made]
    desk = Desk([*notices.values(), *read])
    wrong = []
    for notice in made[::12]:
        for truth in notice.truths:
            answer = desk.answer(Question(text=truth.question, as_of=parse_as_of("2026-03-01")))
            right = answer.notices == (notice.id,) and plain(truth.says) in plain(answer.text)
            wrong += [] if right else [(truth, answer.text)]
    assert not wrong
