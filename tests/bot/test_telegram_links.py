"""Deep links, /mine, /forget and personal questions in groups, over HTTP."""

from __future__ import annotations

import pytest

from bot.competitions import key_of
from bot.wording import wording
from retrieval.model import Option

WORDS = wording()
SECOND = key_of(Option(label="", notice="made-2"))
GROUP = -100


def link_of(message):
    (row,) = message["reply_markup"]["inline_keyboard"]
    return row[0]["url"].partition("?start=")[2]


def test_a_link_chooses_its_competition(running, chat):
    api, _ = running
    api.says(f"/start c-{SECOND}", who=chat)
    assert "已选定：第2届试赛" in api.reply(1, chat)["text"]
    api.says("费用", who=chat)
    assert api.reply(2, chat)["text"].startswith("200元\n按：第2届试赛")


def test_a_link_of_a_track_chooses_the_track(running, chat):
    api, _ = running
    key = key_of(Option(label="", notice="made-1", track="t9"))
    api.says(f"/start c-{key}", who=chat)
    assert "第1届试赛 · 赛项9号" in api.reply(1, chat)["text"]


@pytest.mark.parametrize("payload", ["c-" + "0" * 16, "r-" + "0" * 16, "i-" + "f" * 16])
def test_a_link_to_what_is_not_there_says_so(running, chat, payload):
    api, _ = running
    api.says(f"/start {payload}", who=chat)
    assert api.reply(1, chat)["text"] == WORDS.links.gone


def test_a_link_begins_an_interview(running, chat):
    api, _ = running
    api.says(f"/start i-{SECOND}", who=chat)
    assert "资格自测：第2届试赛" in api.reply(1, chat)["text"]


@pytest.mark.parametrize(
    ("words", "asked"), [("", "我能报哪些比赛？"), (" 17岁，中职", "17岁，中职，我能报哪些比赛？")]
)
def test_mine_asks_what_the_person_can_enter(running, chat, words, asked):
    api, _ = running
    api.says(f"/mine{words}", who=chat)
    assert api.reply(1, chat)["text"] == f"你说：{asked}"


def test_forget_deletes_the_choice(running, chat):
    api, _ = running
    api.says(f"/start c-{SECOND}", who=chat)
    api.reply(1, chat)
    api.says("/forget", who=chat)
    assert api.reply(2, chat)["text"] == WORDS.forgotten
    api.says("费用", who=chat)
    assert "您问的是哪一个" in api.reply(3, chat)["text"]


def test_a_personal_question_in_a_group_is_answered_in_private_and_to_its_asker_only(api, serve):
    serve()
    api.says("@saiwen_bot 我17岁，能参加吗", chat=GROUP)
    moved = api.reply(1, GROUP)
    assert moved["text"] == WORDS.group.personal
    assert moved["reply_to_message"]["message_id"]
    payload = link_of(moved)
    api.says(f"/start {payload}", who=8)
    assert api.reply(1, 8)["text"] == WORDS.links.not_yours
    api.says(f"/start {payload}")
    assert api.reply(1)["text"] == "你说：我17岁，能参加吗"


def test_a_personal_question_that_waited_over_a_restart_says_so(api, serve):
    bot = serve()
    api.says("@saiwen_bot 我17岁，能参加吗", chat=GROUP)
    payload = link_of(api.reply(1, GROUP))
    bot.stop()
    serve()
    api.says(f"/start {payload}")
    assert api.reply(1)["text"] == WORDS.links.asked_gone


def test_a_general_question_is_answered_in_the_group(api, serve):
    serve()
    api.says("@saiwen_bot 学生能参加吗", chat=GROUP)
    assert api.reply(1, GROUP)["text"] == "你说：学生能参加吗"


def test_mine_in_a_group_goes_to_private(api, serve):
    serve()
    api.says("/mine@saiwen_bot 17岁", chat=GROUP)
    moved = api.reply(1, GROUP)
    assert moved["text"] == WORDS.group.mine
    assert link_of(moved) == "m"
