"""The hand-off desk without Telegram: states, once only, deadlines, what is kept how long."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from fakes.desk import FakeDesk

from bot.clock import ZONE
from bot.coordinators import SETTING, Coordinators, Staff, read
from bot.fault import InputFault
from bot.handoff.model import Address
from bot.handoff.opening import opened_office
from bot.handoff.store import FILE, HandoffStore
from bot.live import Live
from bot.reply import Who
from bot.wording import wording
from bot.wording.office import office_words
from retrieval.model import Option, Question

SAID = office_words()
START = datetime(2099, 9, 1, 10, tzinfo=ZONE)
OFFICE, TEACHER, OTHER, STRANGER = -500, 71, 72, 99
SETTINGS = f"""
chat: -400
competitions:
  made-2: {{chat: {OFFICE}, people: {{{TEACHER}: 张老师, {OTHER}: 李老师}}}}
"""
SCOPE = Option(label="", notice="made-2")
WHO = Who(7, 7)


class Desk:
    """An office with a clock that is set by hand."""

    def __init__(self, folder):
        (folder / "coordinators.yaml").write_text(SETTINGS, "utf-8")
        self.folder, self.now = folder, START
        self.open()

    def open(self, secret="token"):
        live = Live(FakeDesk, lambda: None)
        self.office = opened_office(live, self.folder, secret, lambda: self.now, {})
        self.handoffs = self.office.handoffs

    def asks(self, text="能带键盘吗？", message=1, who=WHO):
        asked = Question(text=text, as_of=self.now, notice="made-2")
        place = Address(chat=who.chat, reply_to=message)
        return self.handoffs.hand_over(who, place, asked, SCOPE).text

    def sends(self):
        """Everything that is to be sent now, as sent."""
        found = []
        while (one := self.handoffs.next()) is not None:
            mail, reply = one
            found.append((mail.kind, mail.to.chat, reply.text))
            self.handoffs.sent(mail, 1000 + mail.id)
        return found

    def answers(self, number=1, person=TEACHER, message=50, text="可以。"):
        case = self.handoffs.at(OFFICE, number)
        return self.handoffs.answer(case, person, message, text).reply.text


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path)


def test_a_question_is_sent_once_and_so_is_its_answer(desk):
    assert "#1" in desk.asks()
    assert "已经转给" in desk.asks()
    assert [kind for kind, _, _ in desk.sends()] == ["post"]
    desk.answers()
    desk.answers()  # the same message of the coordinator comes again after a kill
    ((kind, chat, text),) = desk.sends()
    assert (kind, chat) == ("answer", 7)
    assert "可以。" in text
    assert desk.sends() == []


def test_what_was_in_flight_at_a_kill_is_sent_again(desk):
    desk.asks()
    assert desk.handoffs.next() is not None
    desk.open()
    assert desk.sends() == []
    desk.handoffs.recover()
    assert [kind for kind, _, _ in desk.sends()] == ["post"]


def test_another_answer_is_refused(desk):
    desk.asks()
    desk.answers()
    assert "已由张老师答复" in desk.answers(person=OTHER, message=51, text="不可以。")
    assert len([one for one in desk.sends() if one[0] == "answer"]) == 1


def test_a_claim_holds_for_an_hour(desk):
    desk.asks()
    desk.handoffs.claim(OFFICE, TEACHER, 1, take=True)
    desk.now += timedelta(minutes=59)
    assert "正由张老师处理" in desk.answers(person=OTHER)
    desk.now += timedelta(minutes=1)
    assert "正在送给提问者" in desk.answers(person=OTHER)


def test_nobody_else_claims_or_answers_and_not_from_another_chat(desk):
    desk.asks()
    told = desk.handoffs.claim(OFFICE, STRANGER, 1, take=True)
    assert told.reply.note == SAID.not_allowed
    assert desk.answers(person=STRANGER) == SAID.not_allowed
    assert desk.handoffs.claim(-400, TEACHER, 1, take=True).case is None
    assert desk.handoffs.at(-400, 1) is None
    assert desk.handoffs.make_official(-400, TEACHER, 1).case is None


def test_an_unanswered_question_makes_no_official_answer(desk):
    desk.asks()
    assert desk.handoffs.make_official(OFFICE, TEACHER, 1).case is None


def test_an_answer_becomes_official_once(desk):
    desk.asks("我叫张伟明，能带键盘吗？")
    desk.answers()
    for _ in range(2):
        told = desk.handoffs.make_official(OFFICE, TEACHER, 1)
    assert "第1号" in told.reply.text
    assert "问：能带键盘吗" in told.reply.text
    assert told.case.official == 1


def test_the_same_question_that_still_waits_is_not_sent_again(desk):
    desk.asks()
    assert "已经转给组织方了，编号 #1" in desk.asks(message=2)
    desk.answers()
    assert "编号 #2" in desk.asks(message=3)


def test_an_edited_reply_corrects_the_answer_and_takes_the_official_one_back(desk):
    desk.asks()
    desk.sends()
    desk.answers(text="不可以。")
    made = desk.handoffs.make_official(OFFICE, TEACHER, 1)
    assert "第1号" in made.reply.text
    assert "更正" in desk.answers(text="可以自带。")
    sent = desk.sends()
    assert [kind.partition(" ")[0] for kind, _, _ in sent] == ["answer", "answer"]
    assert "组织方更正了答复（#1，张老师）" in sent[1][2]
    assert "更正" not in desk.answers(text="可以自带。")
    assert desk.sends() == []
    again = desk.handoffs.make_official(OFFICE, TEACHER, 1).reply.text
    assert "第2号" in again
    assert "可以自带。" in again
    gone = desk.handoffs.withdraw(TEACHER, 1).reply
    assert "早已撤下" in gone.note or "已撤下" in gone.note


def test_the_asker_is_told_when_the_coordinators_cannot_be_reached(desk):
    desk.asks()
    mail, _ = desk.handoffs.next()
    desk.handoffs.failed(mail, for_good=True)
    ((kind, chat, text),) = desk.sends()
    assert (kind, chat) == ("closed", WHO.chat)
    assert "没能送到组织方" in text
    assert desk.sends() == []


def stamps(reply):
    return {b.label: b.data.split(":")[2] for b in reply.buttons if b.data.startswith("hb:")}


def test_an_official_answer_explains_the_clause_that_holds_it_or_the_one_chosen(desk):
    desk.asks()
    desk.answers(text="键盘自带；报名截止时间是9月29日。")
    kept = desk.handoffs.make_official(OFFICE, TEACHER, 1).reply
    assert "解释：试发〔2022〕2号 二：“报名截止时间：2099年9月29日。”" in kept.text
    choices = stamps(kept)
    first = next(stamp for label, stamp in choices.items() if "改为“一”" in label)
    assert SAID.not_allowed in desk.handoffs.bind(OFFICE, STRANGER, 1, first).reply.note
    assert desk.handoffs.bind(-400, TEACHER, 1, first).reply.note
    assert SAID.clause_gone in desk.handoffs.bind(OFFICE, TEACHER, 1, "0123abcd").reply.note
    moved = desk.handoffs.bind(OFFICE, TEACHER, 1, first).reply
    assert "解释：试发〔2022〕2号 一" in moved.text
    assert any("改为“二”" in label for label in stamps(moved))
    none = desk.handoffs.bind(OFFICE, TEACHER, 1, stamps(moved)[SAID.buttons.bind_none]).reply
    assert SAID.kept_alone in none.text
    named = desk.handoffs.bind_named(OFFICE, TEACHER, 1, "三").reply
    assert "解释：试发〔2022〕2号 三：“决赛时间另行通知。”" in named.text
    assert "没有“九”这一条" in desk.handoffs.bind_named(OFFICE, TEACHER, 1, "九").reply.text
    assert desk.handoffs.bind_named(OFFICE, STRANGER, 1, "一").reply.text == SAID.not_allowed


def test_an_answer_of_which_no_clause_speaks_explains_none(desk):
    desk.asks()
    desk.answers(text="可以自带有线键盘。")
    assert SAID.kept_alone in desk.handoffs.make_official(OFFICE, TEACHER, 1).reply.text


def test_too_many_wait(desk):
    for message in range(5):
        assert f"#{message + 1}" in desk.asks(f"能带键盘{message}个吗？", message=message)
    assert "5 个问题" in desk.asks(message=9)
    assert "#6" in desk.asks(message=9, who=Who(8, 8))


def test_overdue_is_told_once(desk):
    desk.asks()
    desk.sends()
    desk.now += timedelta(hours=23, minutes=59)
    desk.handoffs.watch()
    assert desk.sends() == []
    desk.now += timedelta(minutes=1)
    desk.handoffs.watch()
    desk.handoffs.watch()
    ((kind, chat, text),) = desk.sends()
    assert (kind, chat) == ("overdue", OFFICE)
    assert text.startswith("超时未答 #1")
    assert desk.handoffs.queue(TEACHER).text.startswith("待答 1 个，其中超时 1 个")
    assert desk.handoffs.queue(STRANGER).text == SAID.queue.none


def test_after_ninety_days_nothing_is_left(desk):
    desk.asks()
    desk.now += timedelta(days=90, seconds=1)
    desk.handoffs.watch()
    assert desk.handoffs.at(OFFICE, 1) is None
    assert desk.sends() == []


def test_with_another_token_nothing_can_be_read_or_sent(desk):
    desk.asks()
    desk.open("another token")
    assert desk.sends() == []
    assert desk.handoffs.at(OFFICE, 1) is None


def test_a_message_that_is_never_taken_is_given_up_and_told(desk):
    desk.asks()
    desk.sends()
    desk.answers()
    for _ in range(8):
        mail, _ = desk.handoffs.next()
        assert mail.kind == "answer"
        desk.handoffs.failed(mail, for_good=False)
        desk.now += timedelta(hours=6)
    assert [kind for kind, _, _ in desk.sends()] == ["unreached"]


def test_a_broken_store_is_a_polite_line(desk, tmp_path):
    (tmp_path / FILE).write_bytes(b"no database" * 500)
    assert desk.asks() == SAID.asker["zh"].not_kept


def test_counts_wait_for_a_store_that_is_locked(desk, tmp_path):
    asked = Question(text="能带键盘吗？", as_of=START, notice="made-2")
    desk.office.heard(asked, FakeDesk().answer(asked))
    store = HandoffStore(tmp_path / FILE, "token")
    desk.office.flush()
    with store.open() as db:
        assert db.execute("SELECT status, count FROM tally").fetchall() == [("not_stated", 1)]
        assert db.execute("SELECT count(*) FROM open_question").fetchone() == (1,)


def test_a_vote_counts_once_and_the_last_one(desk, tmp_path):
    for vote in ("good", "bad", "wrong"):
        desk.office.voted(WHO, 1, SCOPE, vote, "能带键盘吗？")
    with HandoffStore(tmp_path / FILE, "token").open() as db:
        assert db.execute("SELECT vote, reason FROM vote").fetchall() == [("bad", "wrong")]
        assert db.execute("SELECT count(*) FROM open_question").fetchone() == (1,)
    assert "👎 1（内容有误 1）" in desk.office.figures.stats(TEACHER, "").text


def test_in_a_group_each_forgets_what_is_their_own(desk, tmp_path):
    one, other = (Who(-100, person) for person in (7, 8))
    desk.asks(who=one, message=1)
    desk.asks(who=other, message=2)
    desk.office.forget(one)
    with HandoffStore(tmp_path / FILE, "token").open() as db:
        assert db.execute("SELECT id FROM handoff").fetchall() == [(2,)]


def test_forgetting_deletes_what_is_kept_under_the_chat_and_privacy_names_the_rest(desk, tmp_path):
    desk.asks()
    desk.office.voted(WHO, 1, SCOPE, "bad", "能带键盘吗？")
    desk.office.forget(WHO)
    with HandoffStore(tmp_path / FILE, "token").open() as db:
        kept = {
            table: db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("handoff", "vote", "open_question")
        }
    assert kept == {"handoff": 0, "vote": 1, "open_question": 1}
    told = wording().privacy
    assert "没有答案、被评为不合适的问题和你的评价不记是谁的，/forget 找不出来" in told
    assert "全部删除" not in told


# --- settings -----------------------------------------------------------------------------------
def test_a_changed_file_counts_at_once_and_a_faulty_one_never_does(tmp_path):
    path = tmp_path / "c.yaml"
    path.write_text("admins: {1: 甲}", "utf-8")
    staff = Staff(path)
    assert staff.now().any_name(1) == "甲"
    path.write_text("admins: {22: 乙}", "utf-8")
    assert staff.now().any_name(1) is None
    assert staff.now().any_name(22) == "乙"
    path.write_text("admins: [", "utf-8")
    assert staff.now().any_name(22) == "乙"


@pytest.mark.parametrize("text", ["admins: [", "admin: {1: 甲}", "competitions: {x: {chat: y}}"])
def test_settings_that_cannot_be_used_name_the_place(text):
    with pytest.raises(InputFault, match=r"c\.yaml"):
        read(text, "c.yaml")


def test_a_file_that_is_named_must_be_there_and_the_usual_one_need_not(tmp_path):
    def opened(environ):
        return opened_office(Live(FakeDesk, lambda: None), tmp_path, "t", lambda: START, environ)

    gone = tmp_path / "mistyped.yaml"
    with pytest.raises(InputFault) as fault:
        opened({SETTING: str(gone)})
    assert SETTING in fault.value.message
    assert str(gone) in fault.value.message
    assert "请改正" in fault.value.message
    gone.write_text(SETTINGS, "utf-8")
    assert opened({SETTING: str(gone)}) is not None
    assert opened({}) is None
    assert opened({SETTING: " "}) is None


def test_who_coordinates_a_notice_coordinates_what_corrects_it():
    from knowledge.model import Relation  # noqa: PLC0415

    notice = FakeDesk().notices[0]
    relation = Relation(kind="correction", notice="made-2")
    staff = read(SETTINGS, "c.yaml")
    assert staff.name(TEACHER, notice) is None
    assert staff.chat_of(notice) == -400
    of_both = notice.model_copy(update={"relations": (relation,)})
    assert staff.name(TEACHER, of_both) == "张老师"
    assert staff.chat_of(of_both) == OFFICE
    assert Coordinators().chat_of(notice) is None
