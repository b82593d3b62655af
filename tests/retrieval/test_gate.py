"""The gate: verbatim quotes, no fact without proof, a thousand falsified answers caught."""

from __future__ import annotations

import random
import re
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import yaml

from knowledge.model import Citation
from retrieval.gate import leaks, passes, verbatim
from retrieval.model import Question
from retrieval.reply import cite

AS_OF = datetime(2026, 6, 10, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
QUESTIONS = yaml.safe_load((Path(__file__).parent / "cases" / "answers.yaml").read_text("utf-8"))
MUTANTS = 1000

_NUMBER = re.compile(r"\d+")
_MAIL = re.compile(r"[\w.+-]+@[\w.-]+\w")
_PHONE = re.compile(r"(?<!\d)\d{11}(?!\d)")
_DATE = re.compile(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日")


def quote(text, start=0):
    """A citation of `text` from nowhere in particular."""
    return Citation(
        notice="n", label="n", path="一", quote=text, start=start, end=start + len(text)
    )


def kinds(text, *quotes, **more):
    return [leak.kind for leak in leaks(text, map(quote, quotes), **more)]


@pytest.mark.parametrize(
    ("text", "proof"),
    [
        ("9月29日截止", "报名截止时间9月29日。"),
        ("９月２９日截止", "报名截止时间9月29日。"),
        ("2026年11月", "2026 年 11 月"),
        ("电话18508509751", "刘宇锋 电话：18508509751"),
        ("023-63899503", "联系电话：023-63899503"),
        ("782897503@qq.com", "报名邮箱：782897503@qq.com。"),
        ("782897503@QQ.com", "报名邮箱：782897503@qq.com。"),
        ("占 20%", "占总成绩的20％"),
        ("http://a.example/b", "通过网址 http://a.example/b 进入"),
        ("没有数字", ""),
        ("", ""),
    ],
)
def test_what_stands_in_a_quote_passes(text, proof):
    assert kinds(text, proof) == []


@pytest.mark.parametrize(
    ("text", "proof", "kind"),
    [
        ("截止9月2日", "报名截止时间9月29日。", "date"),
        ("截止9月2", "报名截止时间9月29日。", "number"),
        ("截止9月", "报名截止时间11月29日。", "date"),
        ("截止月29日", "报名截止时间9月2日。", "number"),
        ("2025年9月29日", "2026年9月29日", "date"),
        ("共3个", "共33个", "number"),
        ("共33个", "共3个", "number"),
        ("占2%", "占20%", "number"),
        ("占0%", "占20%", "number"),
        ("电话1850850975", "电话：18508509751", "number"),
        ("电话18508509752", "电话：18508509751", "number"),
        ("23-63899503", "电话：023-63899503", "number"),
        ("a782897503@qq.com", "报名邮箱：782897503@qq.com", "address"),
        ("82897503@qq.com", "报名邮箱：782897503@qq.com", "address"),
        ("782897503@163.com", "报名邮箱：782897503@qq.com", "address"),
        ("http://b.example/", "http://a.example/", "address"),
        ("12个", "1 2", "number"),
        ("共10个", "", "number"),
    ],
)
def test_what_is_cut_changed_or_foreign_is_refused(text, proof, kind):
    assert kind in kinds(text, proof)


def test_any_of_several_quotes_proves_but_two_halves_do_not():
    assert kinds("9月29日和15人", "9月29日", "限15人") == []
    assert kinds("29日", "2", "9日") != []


@pytest.mark.parametrize("known", ["决赛只有25人会怎样", "25"])
def test_the_question_and_shown_counts_need_no_quote(known):
    assert kinds("25人", "20人", known=[known]) == []
    assert kinds("26人", "20人", known=[known]) == ["number"]


def test_a_name_of_any_notice_needs_a_quote():
    names = ["余 维", "李昊旻"]
    assert kinds("联系人：余维", "李昊旻、余 维", names=names) == []
    assert kinds("联系人：余维", "李昊旻", names=names) == ["name"]
    assert kinds("联系人另定", "李昊旻", names=names) == []


def found(notice, words):
    start = notice.text.index(words)
    return cite(notice, "四（一）", start, start + len(words))


def test_a_quote_is_the_text_of_its_place(notices):
    notice = notices["gz-ai-2025"]
    true = found(notice, "报名截止时间9月29日")
    assert verbatim(true, notice)
    assert verbatim(true.model_copy(update={"quote": "报名 截止时间\n9月29日"}), notice)
    assert not verbatim(true.model_copy(update={"quote": "报名截止时间9月28日"}), notice)
    assert not verbatim(true.model_copy(update={"start": true.start + 1}), notice)
    assert not verbatim(true.model_copy(update={"end": true.end + 1}), notice)
    assert not verbatim(true, notices["cq-ai-2023"])


@pytest.mark.parametrize("words", ["报名截止时间9月2", "9日", "1850850", "8508509751"])
def test_a_quote_cut_inside_a_number_is_none(notices, words):
    assert not verbatim(found(notices["gz-ai-2025"], words), notices["gz-ai-2025"])


@pytest.mark.parametrize(
    ("start", "end"), [(-1, 3), (5, 5), (6, 5), (0, 10**9), (10**9, 10**9 + 1)]
)
def test_a_place_outside_the_text_is_none(notices, start, end):
    notice = notices["gz-ai-2025"]
    wrong = Citation(notice=notice.id, label="", path="", quote="", start=start, end=end)
    assert not verbatim(wrong, notice)


def test_an_answer_passes_only_with_its_own_notice(notices):
    true = found(notices["gz-ai-2025"], "报名截止时间9月29日")
    assert passes("9月29日", [true], notices)
    assert not passes("9月2日", [true], notices)
    assert not passes("9月29日", [true], {})
    assert not passes("9月29日", [true.model_copy(update={"notice": "other"})], notices)


@pytest.fixture(scope="module")
def true_answers(desk):
    """Bodies that state something, with their citations and what needs no proof."""
    found = []
    for case in QUESTIONS:
        asked = Question(text=case["question"], notice=case["notice"], as_of=AS_OF)
        answer = desk.answer(asked)
        body = answer.text.rpartition("\n按：")[0]
        if answer.citations and body:
            counted = re.findall(r"共\d+个|(?:已截止|还有)\d+天", body)
            found.append((body, answer.citations, [case["question"], *counted]))
    return found


def test_no_false_alarm_on_true_answers(true_answers, notices):
    assert len(true_answers) > 50
    for body, citations, known in true_answers:
        assert passes(body, citations, notices, known=known), body


@pytest.fixture(scope="module")
def pool(notices):
    """All numbers of note in all notices: what a mixed-up answer would take from another one."""
    whole = "\n".join(n.text for n in notices.values())
    return {p: sorted(set(p.findall(whole))) for p in (_MAIL, _PHONE, _DATE)}


def other_digit(text, at, chance):
    digit = chance.choice([d for d in "0123456789" if d != text[at]])
    return text[:at] + digit + text[at + 1 :]


def changed(body, chance, pool):
    """One false variant: a digit changed, a number cut, or an address or date of another place."""
    way = chance.choice(["digit", "cut", "swap", "swap"])
    if way == "swap":
        spots = [(p, m) for p in pool for m in p.finditer(body)]
        if spots:
            pattern, match = chance.choice(spots)
            return body[: match.start()] + chance.choice(pool[pattern]) + body[match.end() :]
        way = "digit"
    numbers = list(_NUMBER.finditer(body))
    match = chance.choice(numbers)
    if way == "cut" and len(match.group()) > 1:
        return body[: match.end() - 1] + body[match.end() :]
    return other_digit(body, chance.randrange(*match.span()), chance)


def facts(text):
    """The numbers, addresses and dates of a text, taken out with the patterns of this test."""
    half = text.translate(str.maketrans("０１２３４５６７８９％", "0123456789%"))
    return {*_NUMBER.findall(half), *_MAIL.findall(half), *_DATE.findall(half)}


def test_a_thousand_falsified_answers_are_caught(true_answers, notices, pool):
    chance = random.Random(20260610)
    usable = [each for each in true_answers if _NUMBER.search(each[0])]
    assert len(usable) > 30
    made = 0
    for _ in range(20 * MUTANTS):
        body, citations, known = chance.choice(usable)
        false = changed(body, chance, pool)
        proven = facts(" ".join([*(re.sub(r"\s", " ", c.quote) for c in citations), *known]))
        if facts(false) <= proven:
            continue  # by chance it states nothing that is not in the quotes
        assert leaks(false, citations, known=known), f"{body} → {false}"
        assert not passes(false, citations, notices, known=known)
        made += 1
        if made == MUTANTS:
            break
    assert made == MUTANTS
