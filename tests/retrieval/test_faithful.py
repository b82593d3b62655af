"""Drafts of a language model: what says the same passes, what says anything else does not."""

from __future__ import annotations

import random
import re
import time
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as some

from knowledge.data import parse
from retrieval.model import Question
from retrieval.wording_model.faithful import faithful
from retrieval.wording_model.shape import well_formed


def read(name):
    return parse((Path(__file__).parent / "cases" / name).read_text("utf-8"))


CASES = read("drafts.yaml")
GOOD = [(case["said"], case["question"], draft) for case in CASES for draft in case["good"]]
BAD = [
    pytest.param(case["said"], case["question"], draft, id=f"{why} ({case['said'][:8]})")
    for case in CASES
    for why, draft in case["bad"].items()
]


def accepted(draft, said, question=""):
    return well_formed(draft, said) and faithful(draft, said, question)


def test_there_are_drafts():
    assert len(GOOD) > 15
    assert len(BAD) > 60


@pytest.mark.parametrize(("said", "question", "draft"), GOOD)
def test_the_same_in_other_words_passes(said, question, draft):
    assert accepted(draft, said, question)


@pytest.mark.parametrize(("said", "question", "draft"), BAD)
def test_anything_else_is_refused(said, question, draft):
    assert not accepted(draft, said, question)


@pytest.mark.parametrize("said", [case["said"] for case in CASES])
def test_the_plain_answer_itself_passes(said):
    assert accepted(said, said)


LETTERS = (
    "不未无非没免可须应得或且但除仅限上下内外前后满过多少一二三十0123456789%人组年月日重庆李张@abc"
)


@given(some.sampled_from(GOOD), some.data())
@settings(max_examples=examples(200), deadline=None)
def test_no_letter_of_weight_can_be_put_in(case, data):
    said, question, draft = case
    at = data.draw(some.integers(0, len(draft)))
    put = data.draw(some.sampled_from(LETTERS))
    assert not accepted(draft[:at] + put + draft[at:], said, question)


@given(some.sampled_from([case for case in GOOD if set(case[2]) & set(LETTERS)]), some.data())
@settings(max_examples=examples(200), deadline=None)
def test_no_letter_of_weight_can_be_left_out(case, data):
    said, question, draft = case
    weighty = [at for at, letter in enumerate(draft) if letter in LETTERS]
    at = data.draw(some.sampled_from(weighty))
    left = draft[:at] + draft[at + 1 :]
    assert not accepted(left, said, question)


AS_OF = datetime(2026, 6, 10, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
ASKED = read("answers.yaml")
MUTANTS = 1000
TURNED = read("turned.yaml")


@pytest.fixture(scope="module")
def bodies(desk):
    """What is answered to the known questions, without the line of its scope."""
    found = []
    for case in ASKED:
        question = Question(text=case["question"], notice=case["notice"], as_of=AS_OF)
        answer = desk.answer(question)
        if answer.citations and len(answer.text) < 600:
            found.append(answer.text.rpartition("\n")[0])
    return sorted(set(found))


def test_true_answers_pass_in_a_polite_frame(bodies):
    assert len(bodies) > 60
    for body in bodies:
        assert accepted(f"您好！根据通知，{body}\n祝您比赛顺利！", body), body


def pieces(body):
    return [piece for piece in re.split(r"(?<=[，。；\n])", body) if piece]


def falsified(body, chance, foreign):
    """One false variant, or the same if there is nothing to change in this way."""
    way = chance.choice(["drop", "swap", "digit", "turn", "turn", "foreign", "cut"])
    parts = pieces(body)
    if way in {"drop", "cut"} and len(parts) > 1:
        gone = chance.randrange(len(parts))
        return "".join(part for at, part in enumerate(parts) if at != gone)
    if way == "swap" and len(parts) > 1:
        one, two = chance.sample(range(len(parts)), 2)
        parts[one], parts[two] = parts[two], parts[one]
        return "".join(parts)
    if way == "foreign":
        return body + chance.choice(pieces(chance.choice(foreign)))
    if way == "digit" and re.search(r"\d", body):
        at = chance.choice([m.start() for m in re.finditer(r"\d", body)])
        return body[:at] + chance.choice("0123456789") + body[at + 1 :]
    word = chance.choice([each for each in TURNED if each in body] or [""])
    if not word:
        return body
    at = chance.choice([m.start() for m in re.finditer(re.escape(word), body)])
    return body[:at] + TURNED[word] + body[at + len(word) :]


def letters(text):
    """The letters and digits of a text in their order, as this test sees them."""
    return re.sub(r"[\W_]", "", text)


def test_falsified_answers_are_refused(bodies):
    chance = random.Random(20261121)
    made = 0
    while made < MUTANTS:
        body = chance.choice(bodies)
        false = falsified(body, chance, bodies)
        if letters(false) == letters(body):
            continue
        made += 1
        assert not accepted(f"您好，{false}", body), f"{body} → {false}"


def test_a_long_draft_takes_no_time():
    said = "，".join(["一"] * 400)
    started = time.perf_counter()
    assert not faithful("，".join(["一"] * 399 + ["二"]), said)
    assert not faithful("您好，" * 2000 + "二", said)
    assert not faithful("您好" * 2000 + "二", said)
    assert time.perf_counter() - started < 1
