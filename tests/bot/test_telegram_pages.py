"""Paging a notice by its clauses, over HTTP; also after a restart."""

from __future__ import annotations

from bot.clauses import READ
from bot.wording import wording

WORDS = wording()


def buttons(message):
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [b["text"] for row in rows for b in row]


def notes(api):
    return [c.params.get("text") for c in api.called("answerCallbackQuery")]


def test_from_an_answer_to_its_clause_and_on_and_back(api, serve):
    bot = serve()
    api.says("费用 第2届")
    api.says("2")
    answer = api.reply(2)
    assert WORDS.follow.read in buttons(answer)
    api.presses(answer, WORDS.follow.read)
    page = api.reply(3)
    assert "报名费200元，由参赛单位承担。" in page["text"]
    assert buttons(page) == ["下一条»"]
    assert "expandable_blockquote" in {entity["type"] for entity in page["entities"]}
    api.presses(page, "下一条")
    api.wait(lambda: "报名截止时间" in page["text"])
    assert buttons(page) == ["«上一条", "下一条»"]
    assert bot.stop() == 0
    serve()
    api.presses(page, "上一条")
    api.wait(lambda: "报名费200元" in page["text"])
    assert len(api.sent()) == 3


def test_a_page_of_a_text_that_has_changed_says_so(api, serve):
    serve()
    api.says("费用")
    api.says("2")
    answer = api.reply(2)
    data = next(
        b["callback_data"]
        for row in answer["reply_markup"]["inline_keyboard"]
        for b in row
        if b["callback_data"].startswith(f"{READ}:")
    )
    action, key, stamp, page = data.split(":")
    other = "0" * len(stamp)
    api.presses(answer, data=f"{action}:{key}:{other}:{page}")
    api.wait(lambda: WORDS.pages.changed in notes(api))
    api.presses(answer, data=f"{action}:{'0' * 16}:{stamp}:{page}")
    api.wait(lambda: WORDS.button_notice_gone in notes(api))
    assert len(api.sent()) == 2
