"""What is kept of chats."""

from __future__ import annotations

from fakes.talk import ME, WORDS, restarted

from bot.competitions import key_of
from bot.memory import FILE
from bot.reply import Who


def test_a_choice_survives_a_restart_and_what_was_said_does_not(talk, desk, clock, tmp_path):
    talk.choosing.choose(ME)
    talk.hear(ME, "2")
    talk.hear(ME, "我17岁")
    new = restarted(desk, clock, tmp_path)
    new.hear(ME, "费用")
    assert desk.asked[-1].notice == "made-2"
    assert desk.asked[-1].history == ()
    personal = b"17"
    assert not any(personal in f.read_bytes() for f in tmp_path.iterdir() if f.is_file())


def test_in_a_group_the_choice_is_shared_and_what_one_says_is_not(talk, desk):
    one, two = Who(-5, 1), Who(-5, 2)
    talk.choosing.choose(one)
    talk.hear(one, "2")
    talk.hear(one, "我17岁")
    talk.hear(two, "费用")
    assert desk.asked[-1].notice == "made-2"
    assert desk.asked[-1].history == ()


def test_a_memory_that_cannot_be_used_does_not_stop_the_conversation(desk, clock, tmp_path):
    (tmp_path / FILE).write_bytes(b"no database" * 100)
    talk = restarted(desk, clock, tmp_path)
    key = key_of(talk.hear(ME, "费用").options[1])
    assert talk.answering.press(ME, key, None).answer.text.startswith("200元")
    assert talk.choosing.choose(ME).options
    assert "第2届试赛" in talk.hear(ME, "2").text
    talk.hear(ME, "费用")
    assert desk.asked[-1].notice == "made-2"
    assert talk.forgetting.reset(ME).text == WORDS.reset
