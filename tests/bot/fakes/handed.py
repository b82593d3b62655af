"""What people do when a question is handed over, over HTTP, and what they read."""

from __future__ import annotations

from bot_api.state import BOT

from bot.wording import wording
from bot.wording.office import office_words

WORDS, SAID = wording(), office_words()
ASKER = SAID.asker["zh"]
OFFICE, TEACHER, STRANGER, ADMIN = -500, 71, 99, 70
SETTINGS = f"""
admins: {{{ADMIN}: 管理员}}
overdue_hours: 24
competitions:
  made-2:
    chat: {OFFICE}
    people: {{{TEACHER}: 张老师, 72: 李老师}}
"""
QUESTION = "我叫张伟明，手机13800138000，能自己带键盘吗？"


def buttons(message):
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [b["text"] for row in rows for b in row]


def handed_over(api, question=QUESTION, who=7):
    api.says(question, who=who)
    answer = api.reply(1, who)
    assert {ASKER.good, ASKER.bad, ASKER.human} <= set(buttons(answer))
    api.presses(answer, ASKER.human, who=who)
    api.wait(lambda: "#1" in api.sent(who)[-1]["text"])
    return api.reply(2, OFFICE)


def replies(api, post, text, who=TEACHER, **more):
    return api.says(text, who=who, chat=OFFICE, reply_to_message={**post, "from": BOT}, **more)


def last(api, chat, words):
    return api.wait(lambda: next((m for m in api.sent(chat) if words in m.get("text", "")), None))


def notes(api):
    """What presses were acknowledged with."""
    return [c.params.get("text") for c in api.called("answerCallbackQuery")]
