"""Official answers beside those of the desk: same question, same scope, as long as they hold."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.clock import ZONE
from knowledge.model import Citation
from retrieval.model import Answer, Option, Question
from retrieval.official.beside import WithOfficial
from retrieval.official.differing import differs
from retrieval.official.model import Official, Scope, hash_of
from retrieval.official.shelf import Shelf

GIVEN = datetime(2026, 7, 1, 10, tzinfo=ZONE)
LATER = GIVEN + timedelta(days=1)
KEYBOARD = "比赛能自己带键盘吗？"


class Silent:
    """A desk that says nothing of anything; `answers` are what it says instead."""

    def __init__(self, notices, **answers):
        self.notices, self.rules, self.answers = tuple(notices.values()), {}, answers

    def in_force(self, _notice, _as_of):
        return None

    def answer(self, question):
        named = () if question.notice is None else (question.notice,)
        silent = Answer(status="not_stated", reason="not_in_notice", text="未写。", notices=named)
        return self.answers.get(question.text, silent)


@pytest.fixture
def shelf(tmp_path):
    return Shelf.of(tmp_path)


@pytest.fixture
def given(notices):
    def make(question=KEYBOARD, text="可以自带有线键盘。", notice="cq-ai-2026", **scope):
        found = notices[notice]
        clause = found.clauses[3]
        explains = Citation(
            notice=found.id, label=found.label, path=clause.path,
            quote=clause.text, start=clause.start, end=clause.end,
        )  # fmt: skip
        return Official(
            number=0, origin=f"{notice}{scope}{question}", scope=Scope(notice=notice, **scope),
            question=question, text=text, who="张老师", given_at=GIVEN,
            explains=explains, text_hash=hash_of(found),
        )  # fmt: skip

    return make


def asked(notices, shelf, text, near=lambda _a, _b: None, desk=None, **scope):
    scope = {"notice": "cq-ai-2026", "as_of": LATER} | scope
    return WithOfficial(desk or Silent(notices), shelf.every, near).answer(
        Question(text=text, **scope)
    )


def is_told(answer):
    return "【官方答复】" in answer.text


@pytest.mark.parametrize(
    "words",
    [KEYBOARD, "比赛能自己带键盘不", "老师您好，请问比赛能自己带键盘吗？谢谢", "能自己带键盘嘛"],
)
def test_the_same_question_gets_it_with_its_source(notices, shelf, given, words):
    kept = shelf.add(given())
    answer = asked(notices, shelf, words)
    assert answer.status == "answered"
    assert answer.text.startswith("未写。\n【官方答复】可以自带有线键盘。")
    assert "张老师，2026年7月1日" in answer.text
    clause, own = answer.citations
    assert own.notice == kept.id
    assert own.quote == kept.text[own.start : own.end]
    assert clause == kept.explains


def test_meaning_finds_it_in_other_words(notices, shelf, given):
    shelf.add(given())
    other = "外设可以用自备的么"
    assert not is_told(asked(notices, shelf, other))
    assert is_told(asked(notices, shelf, other, near=lambda _a, _b: 0.99))
    assert not is_told(asked(notices, shelf, other, near=lambda _a, _b: 0.86))


@pytest.mark.parametrize(
    "words", ["比赛几点开始？", "报名费多少钱", "比赛能自己带2个键盘吗", "能带家属吗"]
)
def test_another_question_does_not(notices, shelf, given, words):
    shelf.add(given())
    assert not is_told(asked(notices, shelf, words))


def test_only_its_scope_gets_it(notices, shelf, given):
    tracks = notices["cq-ai-2026"].tracks
    shelf.add(given(track=tracks[0].id))
    assert is_told(asked(notices, shelf, KEYBOARD, track=tracks[0].id))
    assert is_told(asked(notices, shelf, KEYBOARD, track=tracks[0].name))
    assert not is_told(asked(notices, shelf, KEYBOARD, track=tracks[1].id))
    assert not is_told(asked(notices, shelf, KEYBOARD))
    assert not is_told(asked(notices, shelf, KEYBOARD, notice="gz-ai-2025"))


def test_one_of_the_whole_competition_holds_for_its_tracks(notices, shelf, given):
    shelf.add(given())
    assert is_told(asked(notices, shelf, KEYBOARD, track=notices["cq-ai-2026"].tracks[1].id))


def test_it_stands_beside_the_clause_and_gives_way_to_it(notices, shelf, given):
    clause = notices["cq-ai-2026"].clauses[2]
    cited = Citation(
        notice="cq-ai-2026", label="x", path=clause.path, quote="选手不得自带键盘。", start=0, end=9
    )
    stated = Answer(
        status="answered", text="不得自带键盘。", notices=("cq-ai-2026",), citations=(cited,)
    )
    shelf.add(given())
    answer = asked(notices, shelf, KEYBOARD, desk=Silent(notices, **{KEYBOARD: stated}))
    assert answer.text.startswith("不得自带键盘。\n【官方答复】")
    assert answer.text.endswith("以通知原文为准，请再向主办方核实。")
    assert answer.citations[0] == cited


def test_asking_back_and_missing_notices_stay_as_they_are(notices, shelf, given):
    shelf.add(given())
    option = Option(label="x", notice="cq-ai-2026")
    back = Answer(status="clarify", text="哪个？", notices=("cq-ai-2026",), options=(option,))
    assert asked(notices, shelf, KEYBOARD, desk=Silent(notices, **{KEYBOARD: back})) == back
    assert not is_told(asked(notices, shelf, KEYBOARD, notice=None))


def test_it_ends_with_its_clause_and_with_its_notice(notices, shelf, given):
    shelf.add(given())
    old = notices["cq-ai-2026"]
    changed = old.model_copy(update={"text": old.text.replace(old.clauses[3].text[:20], "改")})
    assert not is_told(asked({**notices, "cq-ai-2026": changed}, shelf, KEYBOARD))
    gone = {key: one for key, one in notices.items() if key != "cq-ai-2026"}
    assert not is_told(asked(gone, shelf, KEYBOARD))


def test_without_a_clause_it_ends_when_the_text_changes(notices, given):
    old = notices["cq-ai-2026"]
    one = given().model_copy(update={"explains": None})
    assert one.stands(old)
    assert not one.stands(old.model_copy(update={"text": old.text + "补充。"}))


def test_it_does_not_answer_for_a_day_before_it_was_given(notices, shelf, given):
    shelf.add(given())
    assert not is_told(asked(notices, shelf, KEYBOARD, as_of=GIVEN - timedelta(seconds=1)))
    assert is_told(asked(notices, shelf, KEYBOARD, as_of=GIVEN))


def test_one_origin_is_kept_once_and_can_be_taken_back(notices, shelf, given):
    first, again = shelf.add(given()), shelf.add(given())
    assert first == again
    assert len(shelf.every()) == 1
    assert is_told(asked(notices, shelf, KEYBOARD))
    assert shelf.withdraw(first.number, "李老师", LATER)
    assert not shelf.withdraw(first.number, "李老师", LATER)
    assert not is_told(asked(notices, shelf, KEYBOARD))


def test_the_latest_of_two_is_shown(notices, shelf, given):
    shelf.add(given())
    newer = given(text="可以带，须提前送检。").model_copy(
        update={"origin": "newer", "given_at": GIVEN + timedelta(hours=1)}
    )
    shelf.add(newer)
    assert "须提前送检" in asked(notices, shelf, KEYBOARD).text


def test_a_broken_shelf_is_an_empty_one(notices, shelf, tmp_path):
    (tmp_path / "official.sqlite3").write_bytes(b"no database" * 100)
    assert asked(notices, shelf, KEYBOARD).text == "未写。"


def test_an_english_question_gets_the_english_frame(notices, shelf, given):
    shelf.add(given(question="Can I bring my own keyboard?"))
    answer = asked(notices, shelf, "Can I bring my own keyboard?")
    assert "[Official answer] 可以自带有线键盘。" in answer.text


@pytest.mark.parametrize(
    ("said", "clause", "other"),
    [
        ("报名延长到10月9日", "报名截止时间为9月29日", True),
        ("9月29日24时前都可以", "报名截止时间为9月29日", False),
        ("每队可以报3人", "每队2人", True),
        ("每队就是2人", "每队2人", False),
        ("可以带手机", "严禁携带手机", True),
        ("不能带手机", "严禁携带手机", False),
        ("满16周岁就行", "年满16岁", False),
        ("请打电话问", "报名费100元", False),
    ],
)
def test_what_differs_from_the_clause_is_seen(said, clause, other):
    assert differs(said, clause) is other
