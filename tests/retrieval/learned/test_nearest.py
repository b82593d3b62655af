"""Where a notice seems silent the sentence that stands out is told beside it."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.catalogue.relations.family import Family
from knowledge.model import Relation
from knowledge.notice import read_notice
from retrieval.consult import Consultant
from retrieval.desk import Desk
from retrieval.learned.nearest import (
    AT_MOST,
    BY_FAR,
    FAR_OUT,
    LIKELY,
    NEAR_ENOUGH,
    STANDS_OUT,
    SURELY,
    Nearest,
)
from retrieval.model import Question
from retrieval.question.lexicon import words
from retrieval.reply import Piece, Reply
from retrieval.wording import say

TEXT = """关于举办园艺职业技能大赛的通知

一、赛项
大赛设盆景制作、草坪养护两个赛项。
二、赛场
选手中途离场须举手示意，累计不超过十分钟。
导盲犬可以进入所有赛场，须随带工作证和免疫证明。
盆景制作赛项：
1.修枝剪由选手自带，刃长不超过二十厘米。
三、报名
报名表于2026年5月8日前发至yuanyi@example.cn。
联系人：林老师，0999-1234567。
"""
NOTICE = read_notice("yuanyi-2026", TEXT.encode())
AS_OF = datetime(2026, 5, 1, tzinfo=ZoneInfo("Asia/Shanghai"))
DESK = Desk([NOTICE])


def ask(text, notice="yuanyi-2026", desk=DESK):
    return desk.answer(Question(id="q", text=text, as_of=AS_OF, notice=notice))


def sought(text):
    asked = Question(id="q", text=text, as_of=AS_OF, notice=NOTICE.id)
    ((consultant, found),) = DESK.sought(asked)
    return consultant, found


def silent(what="宠物", **more):
    text = say("not_in_notice", what=what)
    contact = Piece(text="可咨询：林老师", citations=())
    shared = {"status": "not_stated", "reason": "not_in_notice", "what": what}
    made = {**shared, "pieces": (Piece(text=text, citations=()), contact), **more}
    return Reply(notice=NOTICE.id, **made)


def told(reply, ahead, at=2, question="离场举手用带宠物证明吗，盆景制作", next_one=0.0):
    consultant, found = sought(question)
    units = [c for c in consultant.second.grid.found if c.unit is not None]
    ranked = [(units[at], ahead), (units[0], next_one)]
    of = consultant._speaking_of
    return Nearest(NOTICE, words(), of, lambda _: ranked).beside(reply, found)


@pytest.mark.parametrize(
    ("ahead", "status"), [(STANDS_OUT - 0.01, "not_stated"), (STANDS_OUT, "partial")]
)
def test_how_far_a_sentence_must_stand_out(ahead, status):
    assert told(silent(), ahead).status == status


@pytest.mark.parametrize(
    ("likely", "ahead", "status"),
    [
        (LIKELY, FAR_OUT - 0.01, "not_stated"),
        (LIKELY - 0.01, FAR_OUT, "not_stated"),
        (LIKELY, FAR_OUT, "partial"),
    ],
)
def test_how_far_one_without_a_word_of_the_question_must_stand_out(likely, ahead, status):
    found = told(silent(), likely, question="猫狗呢", next_one=likely - ahead)
    assert found.status == status


def test_the_sentence_is_quoted_and_cited_and_whom_to_ask_stays():
    first, contact = told(silent(), 1.0).pieces
    assert first.text.startswith("没有找到直接写明这一点的条款")
    assert first.citations[0].quote in first.text
    assert contact.text == "可咨询：林老师"


@pytest.mark.parametrize(
    "reply",
    [
        silent(reason="to_be_announced"),
        silent(status="partial"),
        silent(status="answered", reason=None),
        silent(pieces=()),
        silent(pieces=(Piece(text="通知未规定宠物。", citations=(), computed=("宠物",)),)),
        silent(pieces=(Piece(text="通知未规定聋人能否参赛。通知写明的条件：……", citations=()),)),
    ],
)
def test_a_reply_that_tells_more_than_silence_stays_as_it_is(reply):
    assert told(reply, 9.0) == reply


def test_words_that_only_lead_to_a_list_are_not_told():
    consultant, _ = sought("能带宠物吗")
    units = [c.unit for c in consultant.second.grid.found if c.unit is not None]
    leads = next(i for i, unit in enumerate(units) if unit.text.endswith("："))
    assert told(silent(), 9.0, leads) == silent()


def test_nothing_is_told_where_nothing_can_be_read():
    empty = read_notice("empty-2026", "关于举办大赛的通知\n".encode())
    consultant = Consultant(empty, words())
    _, found = sought("能带宠物吗")
    assert consultant.with_nearest(silent(), found, AS_OF, alone=True) == silent()


def test_the_person_gets_the_sentence_the_first_reading_passed_over():
    answer = ask("导盲犬能带进场子不")
    assert (answer.status, answer.reason) == ("partial", "not_in_notice")
    assert "导盲犬可以进入所有赛场" in answer.text
    assert "导盲犬" in answer.citations[0].quote


def test_a_sentence_that_does_not_stand_out_is_not_told():
    assert ask("食堂在哪").status == "not_stated"


@pytest.mark.parametrize(("day", "status"), [("5月8日", "partial"), ("5月9日", "not_stated")])
def test_a_number_of_the_question_must_stand_in_it(day, status):
    consultant, found = sought(f"{day}报名表发到哪")
    units = [c for c in consultant.second.grid.found if c.unit is not None]
    last = next(c for c in units if "5月8日" in c.plain)
    near = Nearest(NOTICE, words(), consultant._speaking_of, lambda _: [(last, 9.0)])
    assert near.beside(silent(), found).status == status


@pytest.mark.parametrize(
    ("question", "likely", "status"),
    [
        ("食堂在哪一层", NEAR_ENOUGH, "partial"),
        ("食堂在哪一层", NEAR_ENOUGH - 0.01, "not_stated"),
        ("食堂在一层吗", NEAR_ENOUGH, "not_stated"),
        ("食堂在第7层哪边", NEAR_ENOUGH, "not_stated"),
    ],
)
def test_what_is_likely_enough_is_told_though_it_does_not_stand_out(question, likely, status):
    consultant, found = sought(question)
    units = [c for c in consultant.second.grid.found if c.unit is not None]
    ranked = [(units[0], likely), (units[1], likely), (units[2], likely)]
    near = Nearest(NOTICE, words(), consultant._speaking_of, lambda _: ranked)
    reply = near.beside(silent(), found)
    assert reply.status == status
    assert (len(reply.pieces) == AT_MOST + 1) is (status == "partial")


def test_of_several_notices_none_is_put_forward_by_what_comes_near():
    other = read_notice("huayi-2026", TEXT.replace("园艺", "花艺").encode())
    both = Desk([NOTICE, other])
    assert ask("能带宠物吗", None, both).status != "partial"


def test_what_says_the_same_of_another_track_is_told_with_it():
    text = TEXT.replace(
        "1.修枝剪由选手自带，刃长不超过二十厘米。",
        "1.纸质报名回执由参赛选手在抽签时当面交给裁判长。\n草坪养护赛项：\n"
        "1.纸质报名回执由参赛选手在抽签时当面交给裁判员。",
    )
    answer = ask("纸的报名回执提前寄不", desk=Desk([read_notice(NOTICE.id, text.encode())]))
    assert "裁判长" in answer.text
    assert "裁判员" in answer.text


def test_other_editions_do_not_silence_it_but_a_correction_does():
    own = NOTICE.model_copy(update={"id": "later-2027"})
    for kind, status in (("earlier_edition", "partial"), ("correction", "not_stated")):
        relation = Relation(kind=kind, notice=NOTICE.id)
        pair = {n.id: n for n in (NOTICE, own.model_copy(update={"relations": (relation,)}))}
        assert Family(pair).unmended(NOTICE.id) is (status == "partial")


@pytest.mark.parametrize(
    ("text", "status"), [("食堂有几层", "partial"), ("导览牌能带吗", "not_stated")]
)
def test_a_yes_or_no_is_told_by_no_sentence_without_its_words(text, status):
    consultant, found = sought(text)
    units = [c for c in consultant.second.grid.found if c.unit is not None]
    far = next(c for c in units if "举手" in c.plain)
    near = Nearest(NOTICE, words(), consultant._speaking_of, lambda _: [(far, 99.0)])
    assert near.beside(silent(), found).status == status


@pytest.mark.parametrize(
    ("likely", "ahead", "status"),
    [
        (SURELY, BY_FAR, "partial"),
        (SURELY - 0.01, BY_FAR, "not_stated"),
        (SURELY, BY_FAR - 0.01, "not_stated"),
    ],
)
def test_what_is_likeliest_by_far_is_told_though_an_attachment_may_hold_more(likely, ahead, status):
    quote = "附件9 手册"
    text = say("may_be_attached", what="宠物", quote=quote)
    reply = silent(pieces=(Piece(text=text, citations=(), computed=(quote,)),))
    found = told(reply, likely, question="猫狗呢", next_one=likely - ahead)
    assert found.status == status
    assert found.pieces[-1].text == text
