"""Interviews over HTTP against the Bot API server; the desk is the fake one."""

from __future__ import annotations

from bot.wording import wording

WORDS = wording()
SAID, CARD = WORDS.interview, WORDS.card


def buttons(message):
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [b["text"] for row in rows for b in row]


def last(api, chat=7, *, than):
    """The newest message once there are more than `than`."""
    return api.wait(lambda: len(api.sent(chat)) > than and api.sent(chat)[-1])


def test_the_command_is_in_the_menu(api, serve):
    serve()
    call = api.wait(lambda: api.called("setMyCommands"))[0]
    assert "check" in {c["command"] for c in call.params["commands"]}


def test_from_the_command_to_the_card_by_buttons_and_words(api, serve):
    bot = serve()
    api.says("/check")
    first = api.reply(1)
    assert "资格自测：第2届试赛" in first["text"]
    assert buttons(first) == [SAID.unclear, SAID.stop]
    api.says("1999-03-05")
    second = api.reply(2)
    assert "记下：出生日期：1999-03-05" in second["text"]
    assert buttons(second)[-3:] == [SAID.unclear, SAID.back, SAID.stop]
    api.presses(second, "单位职工")
    third = api.reply(3)
    api.wait(lambda: "→ 单位职工" in second["text"] and not buttons(second))
    count = 3
    while buttons(third)[-1] != SAID.restart:
        api.presses(
            third,
            next(
                b for b in buttons(third) if b in {"重庆", "满5年", "四级/中级工", "是", "都没有"}
            ),
        )
        third, count = last(api, than=count), count + 1
    assert third["text"].startswith("资格自测结果：第2届试赛\n结论：可以参加")
    assert {entity["type"] for entity in third["entities"]} >= {"bold", "italic"}
    acknowledged = [c for c in api.called("answerCallbackQuery") if not c.params.get("text")]
    assert len(acknowledged) == count - 2
    assert "1999" not in bot.said


def test_a_change_a_step_back_and_a_stop_by_buttons(api, serve):
    serve()
    api.says("/check 第2届")
    api.reply(1)
    api.says("17")
    second = api.reply(2)
    api.presses(second, SAID.back)
    third = api.reply(3)
    assert "出生日期" in third["text"]
    api.presses(third, SAID.stop)
    assert api.reply(4)["text"] == SAID.stopped
    api.wait(lambda: "→ 停止" in third["text"] and not buttons(third))
    api.presses(second, data=second["reply_markup"]["inline_keyboard"][0][0]["callback_data"])
    api.wait(
        lambda: any(c.params.get("text") == SAID.expired for c in api.called("answerCallbackQuery"))
    )
    assert len(api.sent()) == 4


def test_in_a_group_an_interview_goes_on_in_private(api, serve):
    serve()
    group = -100
    api.says("/check@saiwen_bot 第2届", who=7, chat=group)
    said = api.reply(1, group)
    assert said["text"] == WORDS.group.check
    (button,) = said["reply_markup"]["inline_keyboard"][0]
    api.says(f"/start {button['url'].partition('=')[2]}", who=7)
    assert "资格自测：第2届试赛" in api.reply(1)["text"]


def test_in_a_group_an_interview_about_what_is_chosen_there_goes_on_in_private(api, serve):
    serve()
    group = -100
    api.says("/choose@saiwen_bot 第2届", who=7, chat=group)
    menu = api.reply(1, group)
    api.presses(menu, "第2届")
    api.wait(lambda: "已选定" in menu["text"])
    api.says("/check@saiwen_bot", who=7, chat=group)
    (button,) = api.reply(2, group)["reply_markup"]["inline_keyboard"][0]
    api.says(f"/start {button['url'].partition('=')[2]}", who=7)
    assert "资格自测：第2届试赛" in api.reply(1)["text"]


def test_a_restart_in_the_middle_is_said_and_it_begins_again(api, serve, tmp_path):
    bot = serve()
    api.says("/check 第2届")
    api.reply(1)
    api.says("1999-03-05")
    second = api.reply(2)
    assert bot.stop() == 0
    kept = b"".join(f.read_bytes() for f in tmp_path.iterdir() if f.is_file())
    assert b"1999" not in kept
    serve()
    api.presses(second, "单位职工")
    third = api.reply(3)
    assert third["text"].startswith(SAID.lost)
    assert "出生日期" in third["text"]
    api.says("17")
    assert "年龄：17周岁" in api.reply(4)["text"]


def test_a_press_twice_and_an_edited_answer_do_nothing_twice(api, serve):
    serve()
    api.says("/check 第2届")
    api.reply(1)
    answer = api.says("30")
    second = api.reply(2)
    data = second["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    api.presses(second, data=data)
    api.presses(second, data=data)
    api.reply(3)
    api.wait(lambda: len(api.called("answerCallbackQuery")) == 2)
    api.edits(answer, "40")
    last_one = (
        last(api, than=3)
        if len(api.sent()) > 3
        else api.wait(lambda: SAID.edited in [m["text"] for m in api.sent()] and api.sent()[-1])
    )
    assert SAID.edited in {last_one["text"], second["text"]}
    assert len(api.sent()) <= 4


def test_a_question_in_between_is_answered_and_the_question_asked_again(api, serve):
    serve()
    api.says("/check 第2届")
    first = api.reply(1)
    api.says("费用是多少？")
    assert api.reply(2)["text"].startswith("200元")
    again = api.reply(3)
    assert again["text"] in first["text"]
    assert buttons(again) == buttons(first)


def test_a_list_of_competitions_begins_with_the_one_pressed(api, serve, tmp_path):
    serve()
    api.says("/choose")
    api.presses(api.reply(1), "第1届")
    api.says("/check")
    assert "资格自测：第2届试赛" in api.reply(2)["text"]


def test_forged_interview_buttons_harm_nothing(running, chat):
    api, _ = running
    api.says("/check 第2届", who=chat)
    message = api.reply(1, chat)
    for data in ("i:", "i:00000000:0:0", "e:", "e:zzz", "i:" + "9" * 60):
        number = api.presses(message, data=data, who=chat)
        call = api.wait(
            lambda n=number: [
                c for c in api.called("answerCallbackQuery") if c.params["callback_query_id"] == n
            ]
        )[0]
        assert call.params["text"]
    assert len(api.sent(chat)) == 1
