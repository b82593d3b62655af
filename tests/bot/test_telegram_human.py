"""Asking for a person over HTTP: by button, command and words, in private and in groups."""

from __future__ import annotations

import pytest
from bot_api.state import BOT, group
from fakes.handed import buttons, last

from bot.handoff.wish import wished
from bot.wording import wording
from bot.wording.office import office_words

WORDS, SAID = wording(), office_words()
ASKER = SAID.asker["zh"]
OFFICE, TEACHER, GROUP = -500, 71, -100
SETTINGS = f"""
competitions:
  made-2: {{chat: {OFFICE}, people: {{{TEACHER}: 张老师}}}}
"""


@pytest.fixture
def bot(api, serve, tmp_path):
    (tmp_path / "coordinators.yaml").write_text(SETTINGS, "utf-8")
    api.state.add(group(OFFICE), BOT, text="（群已建立）")
    return serve()


def posted(api, number=2):
    return api.reply(number, OFFICE)["text"]


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("转人工", ""), ("能不能转人工？", ""), ("人工客服", ""), ("人工", ""), ("我要找真人", ""),
        ("帮我转人工，报名费能退吗", "报名费能退吗"), ("Can I talk to a human?", ""),
        ("人工智能竞赛几点开始", None), ("人工智能训练师", None), ("人工费谁出", None),
        ("转人工智能赛项可以吗", None), ("客服电话是多少", None), ("", None),
    ],
)  # fmt: skip
def test_a_wish_for_a_person(text, rest):
    assert wished(text) == rest


def test_below_an_answer_to_a_pressed_option_the_question_itself_is_handed_over(api, bot):
    api.says("费用能退吗")
    api.presses(api.reply(1), "第2届")
    answer = api.reply(2)
    assert answer["reply_to_message"]["text"] == "费用能退吗"
    api.presses(answer, ASKER.human)
    assert "问题：费用能退吗" in posted(api)


def test_below_the_contacts_the_question_itself_is_handed_over_and_nobody_votes(api, bot):
    api.says("能自己带键盘吗")
    answer = api.reply(1)
    key = next(
        b["callback_data"].partition(":")[2]
        for row in answer["reply_markup"]["inline_keyboard"]
        for b in row
        if b["text"] == ASKER.human
    )
    api.presses(answer, data=f"f:{key}")
    contacts = api.reply(2)
    assert contacts["reply_to_message"]["text"] == "能自己带键盘吗"
    assert ASKER.bad not in buttons(contacts)
    api.says("/human")
    assert "问题：能自己带键盘吗" in posted(api)


def test_the_command_hands_over_the_last_question_and_it_is_in_the_menu(api, bot):
    menus = lambda: [c.params for c in api.called("setMyCommands") if "scope" not in c.params]  # noqa: E731
    api.wait(lambda: len(menus()) == 2)
    assert all("human" in {c["command"] for c in menu["commands"]} for menu in menus())
    api.says("能自己带键盘吗")
    api.reply(1)
    asked = api.says("/human")
    assert "编号 #1" in api.reply(2)["text"]
    assert "问题：能自己带键盘吗" in posted(api)
    post = api.sent(OFFICE)[1]
    reply = {**post, "from": BOT}
    api.says("可以。", who=TEACHER, chat=OFFICE, reply_to_message=reply)
    told = last(api, 7, "组织方答复（#1，张老师）")
    assert told["reply_to_message"]["message_id"] == asked["message_id"]


@pytest.mark.parametrize("said", ["/human 能自己带键盘吗", "转人工，能自己带键盘吗"])
def test_a_question_behind_the_wish_is_handed_over_at_once(api, bot, said):
    api.says(said)
    assert "编号 #1" in api.reply(1)["text"]
    assert "问题:能自己带键盘吗" in posted(api).replace("：", ":")


def test_the_same_question_twice_is_handed_over_once(api, bot):
    api.says("能自己带键盘吗")
    api.presses(api.reply(1), ASKER.human)
    last(api, 7, "编号 #1")
    api.says("/human")
    last(api, 7, "已经转给组织方了，编号 #1")
    posted(api)
    assert len([m for m in api.sent(OFFICE) if "转人工 #" in m["text"]]) == 1


def test_without_a_question_it_is_asked_for(api, bot):
    api.says("转人工")
    assert api.reply(1)["text"] == ASKER.what


def test_a_question_of_several_competitions_is_asked_back(api, bot):
    api.says("/human 费用能退吗")
    back = api.reply(1)
    assert buttons(back) == ["第1届试赛", "第2届试赛"]
    api.presses(back, "第2届")
    answer = api.reply(2)
    api.presses(answer, ASKER.human)
    assert "问题：费用能退吗" in posted(api)


def test_of_a_competition_without_coordinators_it_says_whom_to_call(api, bot):
    api.says("/choose 第1届")
    api.presses(api.reply(1), "第1届")
    api.wait(lambda: "请选择赛项" in api.sent()[0]["text"])
    api.presses(api.sent()[0], WORDS.whole_competition)
    api.wait(lambda: "已选定" in api.sent()[0]["text"])
    api.says("/human 能自己带键盘吗")
    assert api.reply(2)["text"] == ASKER.nobody
    assert WORDS.follow.contact_question in api.reply(3)["text"]
    assert len(api.sent(OFFICE)) == 1


def test_without_any_coordinators_it_says_whom_to_call(api, serve):
    serve()
    api.says("能自己带键盘吗")
    api.reply(1)
    api.says("转人工")
    assert api.reply(2)["text"] == ASKER.nobody


# --- groups -------------------------------------------------------------------------------------
def test_in_a_group_a_general_question_is_handed_over_and_answered_below_it(api, bot):
    asked = api.says("@saiwen_bot 能自己带键盘吗", chat=GROUP)
    answer = api.reply(1, GROUP)
    api.presses(answer, ASKER.human, who=8)
    assert "问题：能自己带键盘吗" in posted(api)
    post = {**api.sent(OFFICE)[1], "from": BOT}
    api.says("可以。", who=TEACHER, chat=OFFICE, reply_to_message=post)
    told = last(api, GROUP, "组织方答复（#1，张老师）")
    assert told["reply_to_message"]["message_id"] == asked["message_id"]
    assert not api.sent(7)


def test_in_a_group_the_command_hands_over_the_last_question_of_the_person(api, bot):
    api.says("@saiwen_bot 能自己带键盘吗", chat=GROUP)
    api.reply(1, GROUP)
    api.says("/human@saiwen_bot", chat=GROUP, who=8)
    assert api.reply(2, GROUP)["text"] == ASKER.what
    api.says("/human@saiwen_bot", chat=GROUP)
    assert "编号 #1" in api.reply(3, GROUP)["text"]
    assert "能自己带键盘吗" in posted(api)


def test_in_a_group_a_wish_that_is_not_meant_for_the_bot_is_left_alone(api, bot):
    api.says("转人工", chat=GROUP)
    api.says("@saiwen_bot 转人工", chat=GROUP)
    assert api.reply(1, GROUP)["text"] == ASKER.what
    assert len(api.sent(GROUP)) == 1


def test_in_a_group_a_personal_question_goes_on_in_private(api, bot):
    api.says("@saiwen_bot 我叫张伟明，能自己带键盘吗", chat=GROUP)
    answer = api.reply(1, GROUP)
    api.presses(answer, ASKER.human, who=8)
    notes = lambda: [c.params.get("text") for c in api.called("answerCallbackQuery")]  # noqa: E731
    api.wait(lambda: ASKER.only_asker in notes())
    api.presses(answer, ASKER.human)
    moved = api.reply(2, GROUP)
    assert moved["text"] == WORDS.group.personal
    (row,) = moved["reply_markup"]["inline_keyboard"]
    start = row[0]["url"].partition("start=")[2]
    api.says(f"/start {start}")
    private = api.reply(1)
    api.presses(private, ASKER.human)
    text = posted(api)
    assert "能自己带键盘吗" in text
    assert "张伟明" not in text
    assert "/start" not in text
    post = {**api.sent(OFFICE)[1], "from": BOT}
    api.says("可以。", who=TEACHER, chat=OFFICE, reply_to_message=post)
    last(api, 7, "组织方答复")
    assert not [m for m in api.sent(GROUP) if "组织方答复" in m["text"]]


def test_in_a_group_a_personal_command_goes_on_in_private(api, bot):
    api.says("/human@saiwen_bot 我叫张伟明，能自己带键盘吗", chat=GROUP)
    assert api.reply(1, GROUP)["text"] == WORDS.group.personal
    assert len(api.sent(OFFICE)) == 1
