"""What coordinators do with questions, over HTTP: claimed, answered, made official, found again."""

from __future__ import annotations

import sqlite3

from bot_api.state import BOT
from fakes.handed import (
    ADMIN,
    OFFICE,
    QUESTION,
    SAID,
    STRANGER,
    TEACHER,
    WORDS,
    buttons,
    handed_over,
    last,
    notes,
    replies,
)


def test_a_question_goes_to_the_coordinators_and_the_answer_comes_back_and_is_found_again(api, bot):
    post = handed_over(api)
    assert post["text"].startswith("转人工 #1 · 待答")
    assert "能自己带键盘吗" in post["text"]
    assert "通知未规定" in post["text"]
    assert "一：“报名费200元" in post["text"]
    assert "张伟明" not in post["text"]
    assert "138" not in post["text"]
    replies(api, post, "可以自带有线键盘。")
    told = last(api, 7, "组织方答复（#1，张老师）")
    assert "可以自带有线键盘。" in told["text"]
    assert told["reply_to_message"]["text"] == QUESTION
    api.wait(lambda: "张老师已答复" in post["text"])
    done = last(api, OFFICE, "正在送给提问者")
    api.presses(done, SAID.buttons.official, who=TEACHER)
    api.wait(lambda: "已存为官方答复（第1号）" in done["text"])
    api.says("请问能自己带键盘嘛，谢谢", who=8)
    answer = api.reply(1, 8)
    assert "【官方答复】可以自带有线键盘。" in answer["text"]
    assert "张老师，2099年9月1日" in answer["text"]
    assert "第1号答复：“可以自带有线键盘。”" in answer["text"]
    api.says("能自己带鼠标吗 键盘费用另说", who=9)
    assert "官方答复" not in api.reply(1, 9)["text"]


def test_a_coordinator_corrects_an_answer_by_editing_it_and_chooses_its_clause(api, bot):
    post = handed_over(api)
    said = replies(api, post, "不可以。")
    last(api, 7, "不可以。")
    api.edits(said, "可以自带有线键盘。")
    assert "组织方更正了答复（#1，张老师）" in last(api, 7, "可以自带有线键盘。")["text"]
    api.wait(lambda: "可以自带有线键盘" in post["text"])
    done = last(api, OFFICE, "更正正在送给提问者")
    api.presses(done, SAID.buttons.official, who=TEACHER)
    api.wait(lambda: SAID.kept_alone in done["text"])
    api.presses(done, "改为“一”", who=STRANGER)
    api.wait(lambda: SAID.not_allowed in notes(api))
    api.presses(done, "改为“一”", who=TEACHER)
    api.wait(lambda: "解释：试发〔2022〕2号 一：“报名费200元" in done["text"])
    api.says("三", who=TEACHER, chat=OFFICE, reply_to_message={**done, "from": BOT})
    last(api, OFFICE, "解释：试发〔2022〕2号 三：“决赛时间另行通知。”")
    api.says("能自己带键盘吗？", who=8)
    answer = api.reply(1, 8)["text"]
    assert "【官方答复】可以自带有线键盘。" in answer
    assert "三：“决赛时间另行通知。”" in answer


def test_a_withdrawn_official_answer_is_told_no_more(api, bot):
    post = handed_over(api)
    replies(api, post, "可以自带有线键盘。")
    done = last(api, OFFICE, "正在送给提问者")
    api.presses(done, SAID.buttons.official, who=TEACHER)
    api.wait(lambda: SAID.buttons.withdraw in buttons(done))
    api.presses(done, SAID.buttons.withdraw, who=STRANGER)
    api.wait(lambda: notes(api) and SAID.not_allowed in notes(api))
    api.presses(done, SAID.buttons.withdraw, who=TEACHER)
    api.wait(lambda: "已撤下第1号" in done["text"])
    api.says("能自己带键盘吗？", who=8)
    assert "官方答复" not in api.reply(1, 8)["text"]


def test_nobody_answers_twice_and_who_has_claimed_it_answers(api, bot):
    post = handed_over(api)
    api.presses(post, SAID.buttons.claim, who=STRANGER)
    api.wait(lambda: SAID.not_allowed in notes(api))
    api.presses(post, SAID.buttons.claim, who=TEACHER)
    api.wait(lambda: "张老师正在处理" in post["text"])
    replies(api, post, "我来说一句", who=72)
    last(api, OFFICE, "正由张老师处理")
    replies(api, post, "可以。")
    last(api, 7, "可以。")
    replies(api, post, "不可以。", who=72)
    last(api, OFFICE, "已由张老师答复，不再转发")
    assert not [m for m in api.sent(7) if "不可以" in m["text"]]
    api.says("你好")
    api.wait(lambda: "你说：你好" in [m["text"] for m in api.sent(7)])
    assert len([m for m in api.sent(7) if "组织方答复" in m["text"]]) == 1


def test_a_claimed_question_can_be_put_back(api, bot):
    post = handed_over(api)
    api.presses(post, SAID.buttons.claim, who=TEACHER)
    api.wait(lambda: SAID.buttons.release in buttons(post))
    api.presses(post, SAID.buttons.release, who=TEACHER)
    api.wait(lambda: SAID.buttons.claim in buttons(post))
    replies(api, post, "可以。", who=72)
    assert "李老师" in last(api, 7, "可以。")["text"]


def test_a_claim_is_shown_though_it_is_not_noted_yet_that_the_question_was_posted(
    api, bot, tmp_path
):
    post = handed_over(api)
    with sqlite3.connect(tmp_path / "office.sqlite3") as db:
        db.execute("UPDATE handoff SET post = NULL")
    api.presses(post, SAID.buttons.claim, who=TEACHER)
    api.wait(lambda: SAID.buttons.release in buttons(post))


def test_who_is_not_on_the_list_answers_nobody(api, bot):
    post = handed_over(api)
    replies(api, post, "听我的，可以。", who=STRANGER)
    last(api, OFFICE, SAID.not_allowed)
    api.says("/queue", who=STRANGER)
    assert api.reply(1, STRANGER)["text"] == WORDS.unknown_command
    api.says("/queue", who=ADMIN)
    assert "#1 待答" in api.reply(1, ADMIN)["text"]
    assert not [m for m in api.sent(7) if "听我的" in m["text"]]


def test_a_number_that_was_forged_leads_nowhere(api, bot):
    post = handed_over(api)
    for data in ("hs:1", "hc:999", "hw:5", f"ho:{'0' * 16}", "fr:x:y", "hc:1:2"):
        before = len(api.called("answerCallbackQuery"))
        api.presses(post, data=data, who=STRANGER)
        api.wait(lambda n=before: len(api.called("answerCallbackQuery")) > n)
    assert "待答" in post["text"]
    api.presses(api.sent(7)[0], data="hc:1", who=TEACHER)
    api.says("还在吗")
    last(api, 7, "你说：还在吗")
    assert "待答" in post["text"]


def test_what_waits_too_long_is_listed_and_told_once(api, bot, at):
    handed_over(api)
    at("2099-09-02T11:00")
    api.says("/queue", who=TEACHER)
    line = api.reply(1, TEACHER)["text"]
    assert line.startswith("待答 1 个，其中超时 1 个")
    assert "⚠ 超时 #1 待答，25 小时前" in line


def test_only_words_are_passed_on_and_no_identity_number(api, bot):
    post = handed_over(api)
    replies(api, post, "", sticker={"file_id": "f", "file_unique_id": "u", "type": "regular",
            "width": 1, "height": 1, "is_animated": False, "is_video": False})  # fmt: skip
    last(api, OFFICE, SAID.only_text)
    replies(api, post, "11010519491231002X 可以")
    last(api, OFFICE, SAID.personal)
