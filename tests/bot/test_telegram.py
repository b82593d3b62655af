"""The bot as a process, over HTTP against the Bot API server; the desk is the fake one."""

from __future__ import annotations

import random
import time

import pytest
from bot_api.rules import RefusedError
from bot_api.server import TOKEN
from bot_api.state import BOT

from bot.wording import wording

WORDS = wording()
CONFLICT = RefusedError(409, "Conflict: terminated by other getUpdates request")
FLOOD = RefusedError(429, "Too Many Requests: retry after 1", retry_after=1)
BAD_GATEWAY = RefusedError(502, "Bad Gateway")


def texts(api, chat=7):
    return [message["text"] for message in api.sent(chat)]


def buttons(message):
    return [b["text"] for row in message["reply_markup"]["inline_keyboard"] for b in row]


def confirmed(api):
    """Wait until every update is done and confirmed, so that the next request is a new one."""
    end = time.monotonic() + 20
    while api.state.updates:
        assert time.monotonic() < end
        time.sleep(0.05)


# --- commands and questions ---------------------------------------------------------------------
@pytest.mark.parametrize(
    ("command", "text"),
    [
        ("/start", WORDS.start), ("/start payload", WORDS.start), ("/privacy", WORDS.privacy),
        ("/help", WORDS.help.format(examples=WORDS.help_examples)), ("/reset", WORDS.reset),
        ("/nonsense", WORDS.unknown_command),
    ],
)  # fmt: skip
def test_a_command_is_answered(running, chat, command, text):
    api, _ = running
    api.says(command, who=chat)
    assert api.reply(1, chat)["text"] == text.strip()


def test_the_menu_of_commands_is_set_in_both_languages(api, serve):
    serve()
    api.wait(lambda: len(api.called("setMyCommands")) == 2)
    menus = {
        c.params.get("language_code"): c.params["commands"] for c in api.called("setMyCommands")
    }
    names = [{c["command"] for c in menu} for menu in menus.values()]
    assert set(menus) == {None, "en"}
    assert names[0] == names[1] >= {"check", "choose", "mine", "help", "privacy", "reset", "forget"}
    assert all(c["description"].isascii() for c in menus["en"])


def test_ask_press_a_button_get_the_cited_answer(api, serve):
    serve()
    api.says("费用")
    back = api.reply(1)
    assert buttons(back) == ["第1届试赛", "第2届试赛"]
    number = api.presses(back, "第2届")
    answer = api.reply(2)
    assert answer["text"].startswith("200元\n按：第2届试赛")
    assert "一：“报名费200元，由参赛单位承担。”" in answer["text"]
    assert "expandable_blockquote" in {entity["type"] for entity in answer["entities"]}
    (acknowledged,) = api.called("answerCallbackQuery")
    assert acknowledged.params["callback_query_id"] == number


def test_a_chosen_track_holds_over_a_restart_and_old_buttons_work(api, serve):
    bot = serve()
    api.says("费用")
    asked_back = api.reply(1)
    api.says("/choose")
    menu = api.reply(2)
    api.presses(menu, "第1届")
    api.wait(lambda: "请选择赛项" in menu["text"])
    assert "下一页 »".replace(" ", "") in buttons(menu)
    api.presses(menu, "下一页")
    api.wait(lambda: "赛项9号" in buttons(menu))
    api.presses(menu, "赛项9号")
    api.wait(lambda: "已选定：第1届试赛 · 赛项9号" in menu["text"])
    assert bot.stop() == 0
    serve()
    api.says("费用")
    assert "按：第1届试赛 · t9" in api.reply(3)["text"]
    api.presses(asked_back, "第2届")
    assert "按：第2届试赛" in api.reply(4)["text"]


def test_a_group_is_chosen_below_its_track_and_taken_back(api, serve):
    serve()
    api.says("/choose 第1届")
    menu = api.reply(1)
    api.presses(menu, "第1届")
    api.wait(lambda: "赛项2号" in buttons(menu))
    api.presses(menu, "赛项2号")
    api.wait(lambda: "职工组" in buttons(menu))
    api.presses(menu, "职工组")
    api.wait(lambda: "赛项2号 · 职工组" in menu["text"])
    api.says("/choose")
    again = api.reply(2)
    api.presses(again, WORDS.any_competition)
    api.wait(lambda: again["text"] == WORDS.chosen_any)


@pytest.mark.parametrize(
    "data",
    ["a:0000000000000000", "o:zzz", "s:", "p:zzz:9999999", "m", "p::-1", "💥", "a:" + "x" * 60],
)
def test_a_forged_button_is_answered_and_harms_nothing(running, chat, data):
    api, _ = running
    api.says("费用", who=chat)
    number = api.presses(api.reply(1, chat), data=data, who=chat)
    ids = lambda: [c.params["callback_query_id"] for c in api.called("answerCallbackQuery")]  # noqa: E731
    api.wait(lambda: number in ids())
    api.says("还在吗", who=chat)
    api.wait(lambda: "你说：还在吗" in texts(api, chat))


def test_an_edited_question_is_answered_by_editing_the_answer(api, serve):
    serve()
    question = api.says("你好")
    answer = api.reply(1)
    api.edits(question, "费用 第2届")
    api.wait(lambda: "您问的是哪一个" in answer["text"])
    assert len(api.sent()) == 1


def test_an_edit_that_leads_to_the_same_answer_is_no_fault(api, serve):
    bot = serve()
    question = api.says("你好")
    api.reply(1)
    api.edits(question, "你好")
    api.wait(lambda: [c for c in api.called("editMessageText") if c.status == 400])
    api.says("再见")
    assert api.reply(2)["text"] == "你说：再见"
    assert "ERROR" not in bot.said


@pytest.mark.parametrize(
    "content",
    [
        {"sticker": {"file_id": "f", "file_unique_id": "u", "type": "regular", "width": 1,
                     "height": 1, "is_animated": False, "is_video": False}},
        {"voice": {"file_id": "f", "file_unique_id": "u", "duration": 3}},
        {"photo": [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]},
        {"location": {"latitude": 29.5, "longitude": 106.5}},
        {"contact": {"phone_number": "1", "first_name": "甲"}},
        {"dice": {"emoji": "🎲", "value": 3}},
        {"document": {"file_id": "f", "file_unique_id": "u"}},
    ],
    ids=lambda content: next(iter(content)),
)  # fmt: skip
def test_what_is_not_words_gets_a_friendly_line(running, chat, content):
    api, _ = running
    api.says("", who=chat, **content)
    assert api.reply(1, chat)["text"] == WORDS.not_text


def test_the_words_below_a_picture_are_answered(api, serve):
    serve()
    photo = [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]
    api.says("", photo=photo, caption="这是什么")
    assert api.reply(1)["text"] == "你说：这是什么"


# --- groups -------------------------------------------------------------------------------------
def test_in_a_group_only_what_is_meant_for_the_bot_is_answered(api, serve):
    serve()
    group = -100
    api.says("大家好", chat=group)
    api.says("@someone_else 费用", chat=group)
    api.says("/nonsense", chat=group)
    api.says("@Saiwen_Bot 你好", chat=group)
    first = api.reply(1, group)
    assert first["text"] == "你说：你好"
    assert first["reply_to_message"]["text"] == "@Saiwen_Bot 你好"
    api.says("谢谢", chat=group, reply_to_message={**first, "from": BOT})
    assert api.reply(2, group)["text"] == "你说：谢谢"
    api.says("/help@saiwen_bot", chat=group)
    assert api.reply(3, group)["text"].startswith("直接发问题")
    api.says("@saiwen_bot", chat=group)
    assert api.reply(4, group)["text"] == WORDS.mention_only


def test_a_mention_below_another_message_asks_that_message(api, serve):
    serve()
    said = api.says("参赛要钱吗", chat=-100, who=8)
    api.says("@saiwen_bot", chat=-100, reply_to_message=said)
    assert api.reply(1, -100)["text"] == "你说：参赛要钱吗"


def test_another_person_may_press_the_button_in_a_group(api, serve):
    serve()
    api.says("@saiwen_bot 费用", chat=-100)
    api.presses(api.reply(1, -100), "第2届", who=8)
    assert "按：第2届试赛" in api.reply(2, -100)["text"]


# --- long and hostile ---------------------------------------------------------------------------
def test_a_long_answer_comes_in_parts_and_the_rest_at_a_press(api, serve):
    serve()
    api.says("名单")
    third = api.reply(3)
    assert WORDS.more.split("（")[0] in buttons(third)[-1]
    api.presses(third, "接着看")
    api.wait(lambda: texts(api)[-1].endswith("得分1200.5分。"))
    lines = "\n".join(texts(api)).split("\n")
    assert len(lines) == 1200
    assert lines[41] == "第42名：选手＜42＞<b>&amp;，得分42.5分。"
    api.presses(third, data="m")
    api.wait(lambda: [c for c in api.called("answerCallbackQuery") if c.params.get("text")])


HOSTILE = [
    "<b>粗<script>alert(1)</script>", "</blockquote></b>", "&lt;&amp;&#0;&bogus;", "a\x00b\x1b[31m",
    "🏆" * 3000, "字" * 9000, "﷽" * 2000, "\u202e逆\u200b向", "'; DROP TABLE choices; --",
    "\\u0000{{7*7}}%s%n{0}", "é" * 500, "👨‍👩‍👧‍👦" * 800, "x" * 9000, " ", "1",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_never_break_the_markup(running, chat, text):
    api, bot = running
    api.says(text, who=chat)
    api.says("还在吗", who=chat)
    api.wait(lambda: "你说：还在吗" in texts(api, chat))
    assert {call.status for call in api.called("sendMessage")} == {200}
    assert "markup refused" not in bot.said


def test_half_a_surrogate_pair_is_survived(running, chat):
    api, _ = running
    api.says("半个\ud83d字", who=chat)
    assert "半个" in api.reply(1, chat)["text"]


def test_markup_the_server_refuses_is_sent_as_plain_text(api, serve):
    serve()
    refused = RefusedError(400, "Bad Request: can't parse entities: Unsupported start tag")
    api.fails("sendMessage", refused)
    api.says("<b>你好")
    assert api.reply(1)["text"] == "你说：<b>你好"
    assert api.called("sendMessage")[-1].params.get("parse_mode") is None


# --- faults -------------------------------------------------------------------------------------
def test_a_fault_is_a_polite_line_and_the_log_has_no_words_of_the_person(api, serve):
    bot = serve()
    api.says("坏 张三 110105194912310021")
    assert api.reply(1)["text"] == WORDS.fault
    bot.waits_to_say("ValueError, desk.py:")
    assert "张三" not in bot.said
    assert "1949" not in bot.said


def test_slow_work_shows_typing_and_quick_work_does_not(api, serve):
    serve()
    api.says("你好")
    api.reply(1)
    assert not api.called("sendChatAction")
    api.says("慢")
    api.reply(2)
    assert api.called("sendChatAction")


def test_a_slow_answer_holds_up_its_own_chat_only(api, serve):
    serve()
    api.says("慢", who=1)
    api.says("随后", who=1)
    api.says("你好", who=2)
    api.reply(2, 1)
    assert texts(api, 1) == ["你说：慢", "你说：随后"]
    order = [c.params["text"] for c in api.called("sendMessage")]
    assert order[0] == "你说：你好"


def test_many_chats_at_once_keep_the_order_in_each(api, serve):
    serve()
    questions = [(chat, f"问{n}") for n in range(8) for chat in range(1, 16)]
    random.Random(5).shuffle(questions)
    for chat, text in questions:
        api.says(text, who=chat)
    for chat in range(1, 16):
        api.reply(8, chat)
        assert texts(api, chat) == [f"你说：{text}" for c, text in questions if c == chat]


def test_a_flood_limit_is_obeyed_and_nothing_is_lost_or_doubled(api, serve):
    serve()
    api.fails("sendMessage", FLOOD, FLOOD)
    api.says("你好")
    assert api.reply(1)["text"] == "你说：你好"
    assert len(api.sent()) == 1


def test_a_server_that_stumbles_is_asked_again(api, serve):
    serve()
    api.fails("sendMessage", BAD_GATEWAY)
    api.says("你好")
    assert api.reply(1)["text"] == "你说：你好"
    api.fails("getUpdates", BAD_GATEWAY, "garbage", "drop", FLOOD)
    api.says("还在吗")
    assert api.reply(2)["text"] == "你说：还在吗"


def test_a_person_who_has_blocked_the_bot_is_no_fault(api, serve):
    bot = serve()
    api.fails("sendMessage", RefusedError(403, "Forbidden: bot was blocked by the user"))
    api.says("你好")
    # two chats are answered side by side: only then is it sure whose answer was refused
    api.wait(lambda: any(call.status == 403 for call in api.calls))
    api.says("你好", who=8)
    api.reply(1, 8)
    assert "ERROR" not in bot.said


def test_an_acknowledgement_that_comes_too_late_is_no_fault(api, serve):
    bot = serve()
    api.says("费用")
    late = RefusedError(400, "Bad Request: query is too old and response timeout expired")
    api.fails("answerCallbackQuery", late)
    api.presses(api.reply(1), "第2届")
    assert api.reply(2)["text"].startswith("200元")
    assert "ERROR" not in bot.said


# --- starting and stopping ----------------------------------------------------------------------
def test_without_a_token_it_says_how_to_get_one(serve):
    bot = serve(ready=False, TELEGRAM_TOKEN="")
    assert bot.ends() == 1
    assert bot.said.strip() == WORDS.serve.no_token


@pytest.mark.parametrize("token", ["4242:wrong", "nonsense", "中文", "4242:a b"])
def test_a_wrong_token_is_one_line_without_the_token(api, serve, token):
    bot = serve(ready=False, TELEGRAM_TOKEN=token)
    assert bot.ends() == 1
    assert bot.said.strip() == WORDS.serve.wrong_token_api.format(api=api.url)
    assert token not in bot.said


def test_a_token_revoked_while_running_ends_it_with_the_same_line(api, serve):
    bot = serve()
    api.token = "4242:new"
    api.says("你好")
    assert bot.ends() == 1
    assert WORDS.serve.wrong_token_api.format(api=api.url) in bot.said


def test_the_second_poller_gives_way_to_the_first(api, serve):
    first = serve()
    api.says("你好")
    api.reply(1)
    confirmed(api)
    api.fails("getUpdates", CONFLICT)
    second = serve(ready=False)
    assert second.ends() == 1
    assert WORDS.serve.conflict in second.said
    api.says("还在吗")
    assert api.reply(2)["text"] == "你说：还在吗"
    assert first.process.poll() is None


@pytest.mark.parametrize("address", ["localhost:1", "ftp://x", "nonsense"])
def test_an_address_that_is_none_is_said_in_one_line(serve, address):
    bot = serve(ready=False, TELEGRAM_API=address)
    assert bot.ends() == 1
    assert bot.said.strip() == WORDS.serve.bad_api


@pytest.mark.parametrize("proxy", ["nonsense", "ftp://127.0.0.1:1"])
def test_a_proxy_that_is_none_is_said_in_one_line(serve, proxy):
    bot = serve(ready=False, TELEGRAM_PROXY=proxy)
    assert bot.ends() == 1
    assert bot.said.strip() == WORDS.serve.bad_proxy


def test_without_network_it_says_so_once_and_goes_on_when_it_is_back(api, serve):
    api.fails("getMe", *["drop"] * 3)
    bot = serve()
    assert bot.said.count("连不上") == 1
    assert "Traceback" not in bot.said
    api.says("你好")
    assert api.reply(1)["text"] == "你说：你好"


def test_nobody_there_is_said_with_the_mend_and_it_can_be_stopped(serve):
    bot = serve(ready=False, TELEGRAM_API="http://127.0.0.1:9")
    assert "TELEGRAM_PROXY" in bot.waits_to_say("连不上 http://127.0.0.1:9")
    assert bot.stop() == 0


def test_updates_taken_are_answered_before_it_stops_and_not_taken_again(api, serve):
    bot = serve()
    api.says("慢")
    api.wait(lambda: [c for c in api.called("getUpdates") if c.body.get("result")])
    time.sleep(0.3)  # the answer has left the server; on a busy machine the bot reads it later
    assert bot.stop() == 0
    assert texts(api) == ["你说：慢"]
    assert bot.said.strip().endswith(WORDS.serve.stopped)
    serve()
    api.says("你好")
    assert api.reply(2)["text"] == "你说：你好"


def test_the_token_is_never_written(api, serve):
    bot = serve()
    api.fails("getUpdates", "drop", BAD_GATEWAY, "garbage")
    api.fails("sendMessage", "drop")
    api.says("你好")
    api.says("坏")
    api.wait(lambda: WORDS.fault in texts(api))
    bot.stop()
    assert TOKEN.split(":")[1] not in bot.said


def test_a_changed_store_is_seen_while_running(api, serve, tmp_path):
    serve(TELEGRAM_PER_MINUTE="0")
    (tmp_path / "version").touch()

    def third() -> bool:
        before = len(api.sent())
        api.says("/choose 第3届")
        api.wait(lambda: len(api.sent()) > before)
        return "reply_markup" in api.sent()[-1]

    assert any(third() for _ in range(400))
