"""The chat in the terminal."""

from __future__ import annotations

import click
import pytest
from fakes.desk import FakeDesk, made

from bot.commands.chat import chat, converse, typed
from bot.live import Live
from bot.wording import wording

WORDS = wording()


def said(*lines: str, desk: FakeDesk | None = None) -> list[str]:
    replies: list[str] = []
    made = desk or FakeDesk()
    converse(Live(lambda: made, lambda: 0), lines, WORDS, replies.append)
    return replies


def test_options_are_numbered_and_a_number_picks_one():
    back, answer = said("费用\n", "2\n")
    assert "  2. 第2届试赛" in back.split("\n")
    assert back.endswith(WORDS.terminal.pick)
    assert answer.startswith("200元\n按：第2届试赛")
    assert "  │ 一：“报名费200元，由参赛单位承担。”" in answer


def test_a_competition_and_a_track_are_chosen_by_number():
    desk = FakeDesk()
    replies = said("/choose", "1", "2", "费用", desk=desk)
    assert "  1. 不限赛项\n  2. 赛项1号" in replies[1]
    assert (desk.asked[-1].notice, desk.asked[-1].track) == ("made-1", "t1")


@pytest.mark.parametrize(
    ("line", "reply"),
    [
        ("/start", WORDS.start), ("/privacy", WORDS.privacy), ("/reset", WORDS.reset),
        ("/nonsense", WORDS.unknown_command), ("/help", WORDS.help.split("{")[0]),
    ],
)  # fmt: skip
def test_commands_are_the_same_as_on_telegram(line, reply):
    assert said(line)[0].startswith(reply)


def test_blank_lines_are_passed_over_and_control_characters_do_not_reach_the_terminal():
    assert said("", "  \n", "红\x1b[31m字\udcff") == ["你说：红[31m字�"]


@pytest.mark.parametrize("wish", ["转人工", "/human", "能不能转人工？"])
def test_there_is_nobody_behind_a_terminal_but_contacts(wish):
    _, _, answer = said("费用", "2", wish)
    assert answer.startswith(WORDS.terminal.human)
    assert "200元" not in answer


def test_whom_to_call_about_the_competition_that_the_wish_names():
    desk = FakeDesk()
    said("帮我转人工，能带键盘吗", desk=desk)
    assert desk.asked[-1].text == WORDS.follow.contact_question
    assert desk.asked[-1].notice == "made-2"


def test_quit_ends_it():
    with pytest.raises(click.exceptions.Exit):
        said("/quit")


def test_piped_lines_are_read_without_a_prompt(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", iter(["甲\n", "乙"]))
    assert list(typed(WORDS, interactive=False)) == ["甲\n", "乙"]
    assert capsys.readouterr().out == ""


def test_a_prompt_ends_at_the_end_of_input(monkeypatch):
    lines = iter(["甲"])

    def read(prompt: str) -> str:
        assert prompt == WORDS.terminal.prompt
        try:
            return next(lines)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr("builtins.input", read)
    assert list(typed(WORDS, interactive=True)) == ["甲"]


@pytest.mark.parametrize(("token", "told"), [(None, True), ("", True), ("1:x", False)])
def test_without_a_token_the_first_line_says_how_to_get_one(monkeypatch, capsys, token, told):
    monkeypatch.delenv("TELEGRAM_TOKEN", raising=False)
    if token is not None:
        monkeypatch.setenv("TELEGRAM_TOKEN", token)
    monkeypatch.setattr("bot.commands.chat.live_desk", lambda _, **__: Live(FakeDesk, lambda: 0))
    monkeypatch.setattr("sys.stdin", open("/dev/null"))  # noqa: PTH123, SIM115
    assert chat.main([], standalone_mode=False) in (0, None)
    out = capsys.readouterr()
    assert (WORDS.terminal.token in out.err) == told
    assert out.out == ""


def test_an_interview_runs_to_its_card_by_letters_and_words():
    replies = said("/check 第2届", "我30岁，住重庆", "b", "有四级证书", "是", "a")
    assert "资格自测：第2届试赛" in replies[0]
    assert replies[0].endswith("（直接回答；还可以说：不清楚／停止）")
    assert "记下：年龄：30周岁；居住地：重庆" in replies[1]
    assert "  b. 单位职工" in replies[1].split("\n")
    assert "结论：可以参加" in replies[-1].split("\n")
    assert "✓ 须年满16周岁" in replies[-1]


def test_an_interview_is_interrupted_taken_back_changed_and_stopped():
    replies = said("/check 第2届", "17", "费用是多少？", "上一步", "30", "改 年龄", "停止", "停止")
    assert replies[2].startswith("200元")
    assert replies[2].split("\n")[-1] == replies[1].split("\n")[-1]
    assert "出生日期" in replies[3]
    assert "年龄：30周岁" in replies[4]
    assert "出生日期" in replies[5]
    assert replies[6] == WORDS.interview.stopped
    assert replies[7] == WORDS.interview.none_open


def test_the_competition_of_an_interview_is_picked_by_number():
    desk = FakeDesk((made(2, 0), made(3, 0)))
    desk.rules["made-3"] = desk.rules["made-2"]
    listed, first = said("/check", "2", desk=desk)
    assert "  2. 第3届试赛" in listed.split("\n")
    assert "资格自测：第3届试赛" in first


class OpenDesk(FakeDesk):
    """Answers from one notice, as the real one does when it knows which is meant."""

    def answer(self, question):
        return super().answer(question).model_copy(update={"notices": ("made-2",)})


def test_an_open_answer_on_who_may_enter_offers_to_go_on_with_what_was_said():
    replies = said("我17岁，住重庆，能参加吗", "逐步判断", desk=OpenDesk())
    assert replies[0].endswith(WORDS.terminal.offer)
    assert "已知：年龄：17周岁；居住地：重庆" in replies[1]


@pytest.mark.parametrize("question", ["能参加吗", "我17岁，报名邮箱是多少", "我15岁能参加吗"])
def test_without_facts_without_the_question_or_with_a_verdict_nothing_is_offered(question):
    assert WORDS.terminal.offer not in said(question, desk=OpenDesk())[0]


def test_words_that_contradict_themselves_are_asked_about():
    replies = said("/check 第2届", "我17岁，1990年出生，住重庆")
    assert "请确认" in replies[1]
    assert "出生日期" in replies[1]


def test_days_are_reckoned_from_the_day_of_the_interview():
    replies = said("/check 第2届", "我下个月满18")
    assert "没有听懂" not in replies[1]
