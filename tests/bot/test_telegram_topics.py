"""Groups with topics: the bot answers where it was asked, and only when it was."""

from __future__ import annotations

from bot_api.state import BOT

from bot.wording import wording

GROUP, TOPIC = -200, 77
WORDS = wording()


def in_topic(sender=BOT):
    """What Telegram adds to a message in a topic that the bot, or another, has opened."""
    opened = {
        "message_id": TOPIC, "date": 1_780_000_000, "from": sender, "message_thread_id": TOPIC,
        "chat": {"id": GROUP, "type": "supergroup", "title": "群", "is_forum": True},
        "forum_topic_created": {"name": "答疑", "icon_color": 7322096},
    }  # fmt: skip
    return {"message_thread_id": TOPIC, "is_topic_message": True, "reply_to_message": opened}


def test_an_answer_stays_in_its_topic_and_other_talk_is_left_alone(api, serve):
    serve()
    api.says("大家好", chat=GROUP, **in_topic())
    api.says("@saiwen_bot 你好", chat=GROUP, **in_topic())
    assert api.reply(1, GROUP)["text"] == "你说：你好"
    assert [m["text"] for m in api.sent(GROUP)] == ["你说：你好"]
    (call,) = api.called("sendMessage")
    assert call.params["message_thread_id"] == TOPIC
    api.says("@saiwen_bot", chat=GROUP, **in_topic())
    assert api.reply(2, GROUP)["text"] == WORDS.mention_only


def test_typing_is_shown_in_the_topic(api, serve):
    serve()
    api.says("@saiwen_bot 慢", chat=GROUP, **in_topic())
    api.reply(1, GROUP)
    assert {c.params.get("message_thread_id") for c in api.called("sendChatAction")} == {TOPIC}
