"""Handing over, over HTTP: asked, passed on masked, answered, made official, found again."""

from __future__ import annotations

import sqlite3

import pytest
from bot_api.rules import RefusedError
from bot_api.state import BOT, group

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


@pytest.fixture
def bot(api, serve, tmp_path, at):
    (tmp_path / "coordinators.yaml").write_text(SETTINGS, "utf-8")
    api.state.add(group(OFFICE), BOT, text="（群已建立）")
    return serve()


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
    api.wait(lambda: SAID.not_allowed in _notes(api))
    api.presses(done, "改为“一”", who=TEACHER)
    api.wait(lambda: "解释：试发〔2022〕2号 一：“报名费200元" in done["text"])
    api.says("三", who=TEACHER, chat=OFFICE, reply_to_message={**done, "from": BOT})
    last(api, OFFICE, "解释：试发〔2022〕2号 三：“决赛时间另行通知。”")
    api.says("能自己带键盘吗？", who=8)
    answer = api.reply(1, 8)["text"]
    assert "【官方答复】可以自带有线键盘。" in answer
    assert "三：“决赛时间另行通知。”" in answer


def test_an_asker_is_told_when_the_coordinators_chat_is_gone(api, bot):
    api.says("能自己带键盘吗？")
    api.reply(1)
    kicked = RefusedError(403, "Forbidden: bot was kicked from the supergroup chat")
    api.fails("sendMessage", kicked, kicked)
    api.presses(api.sent()[0], ASKER.human)
    last(api, 7, "没能送到组织方")


def test_a_withdrawn_official_answer_is_told_no_more(api, bot):
    post = handed_over(api)
    replies(api, post, "可以自带有线键盘。")
    done = last(api, OFFICE, "正在送给提问者")
    api.presses(done, SAID.buttons.official, who=TEACHER)
    api.wait(lambda: SAID.buttons.withdraw in buttons(done))
    api.presses(done, SAID.buttons.withdraw, who=STRANGER)
    api.wait(lambda: _notes(api) and SAID.not_allowed in _notes(api))
    api.presses(done, SAID.buttons.withdraw, who=TEACHER)
    api.wait(lambda: "已撤下第1号" in done["text"])
    api.says("能自己带键盘吗？", who=8)
    assert "官方答复" not in api.reply(1, 8)["text"]


def _notes(api):
    return [c.params.get("text") for c in api.called("answerCallbackQuery")]


def test_nobody_answers_twice_and_who_has_claimed_it_answers(api, bot):
    post = handed_over(api)
    api.presses(post, SAID.buttons.claim, who=STRANGER)
    api.wait(lambda: SAID.not_allowed in _notes(api))
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


def test_pressing_twice_hands_over_once(api, bot):
    handed_over(api)
    api.presses(api.sent(7)[0], ASKER.human)
    last(api, 7, "已经转给组织方了，编号 #1")
    assert len([m for m in api.sent(OFFICE) if "转人工 #" in m["text"]]) == 1


def test_a_restart_loses_nothing_and_doubles_nothing(api, serve, bot):
    post = handed_over(api)
    assert bot.stop() == 0
    replies(api, post, "可以自带。")
    second = serve()
    last(api, 7, "可以自带。")
    assert second.stop() == 0
    serve()
    api.says("你好")
    last(api, 7, "你说：你好")
    assert len([m for m in api.sent(7) if "组织方答复" in m["text"]]) == 1
    assert len([m for m in api.sent(OFFICE) if "转人工 #1" in m["text"]]) == 1


def test_an_old_button_works_after_a_restart(api, serve, bot):
    api.says("能自己带键盘吗？")
    answer = api.reply(1)
    assert bot.stop() == 0
    serve()
    api.presses(answer, ASKER.human)
    assert "能自己带键盘吗" in api.reply(2, OFFICE)["text"]


def test_who_has_left_is_told_of(api, bot):
    post = handed_over(api)
    gone = RefusedError(403, "Forbidden: bot was blocked by the user")
    api.fails("sendMessage", gone, gone)  # what the coordinator is told goes out first
    replies(api, post, "可以。")
    last(api, OFFICE, "没有送到")


def test_what_waits_too_long_is_listed_and_told_once(api, bot, at):
    handed_over(api)
    at("2099-09-02T11:00")
    api.says("/queue", who=TEACHER)
    line = api.reply(1, TEACHER)["text"]
    assert line.startswith("待答 1 个，其中超时 1 个")
    assert "⚠ 超时 #1 待答，25 小时前" in line


def test_forgetting_takes_the_question_back(api, bot):
    post = handed_over(api)
    api.says("/forget")
    last(api, 7, WORDS.forgotten)
    replies(api, post, "可以。")
    last(api, OFFICE, "已不存在")
    assert not [m for m in api.sent(7) if "组织方答复" in m["text"]]


def test_only_words_are_passed_on_and_no_identity_number(api, bot):
    post = handed_over(api)
    replies(api, post, "", sticker={"file_id": "f", "file_unique_id": "u", "type": "regular",
            "width": 1, "height": 1, "is_animated": False, "is_video": False})  # fmt: skip
    last(api, OFFICE, SAID.only_text)
    replies(api, post, "11010519491231002X 可以")
    last(api, OFFICE, SAID.personal)


def test_a_thumb_down_asks_why_and_offers_a_person(api, bot):
    api.says("能自己带键盘吗？")
    answer = api.reply(1)
    api.presses(answer, ASKER.good)
    api.wait(lambda: ASKER.thanks in _notes(api))
    api.presses(answer, ASKER.bad)
    why = last(api, 7, ASKER.why)
    assert {*ASKER.reasons.values(), ASKER.human} == set(buttons(why))
    api.presses(why, ASKER.reasons["wrong"])
    api.wait(lambda: _notes(api).count(ASKER.thanks) == 2)
    api.presses(why, ASKER.human)
    assert "能自己带键盘吗" in api.reply(2, OFFICE)["text"]


def test_the_english_asker_reads_english(api, bot):
    english = SAID.asker["en"]
    api.says("Can I bring my own keyboard to the competition please")
    answer = api.reply(1)
    api.presses(answer, english.human)
    last(api, 7, "have been passed on")
    replies(api, api.reply(2, OFFICE), "Yes.")
    assert "The organisers' answer" in last(api, 7, "Yes.")["text"]


def test_nothing_personal_is_in_the_files(api, bot, tmp_path):
    post = handed_over(api)
    replies(api, post, "可以自带有线键盘。")
    last(api, 7, "组织方答复")
    api.presses(api.sent(7)[0], ASKER.bad)
    last(api, 7, ASKER.why)
    assert bot.stop() == 0
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert "office.sqlite3" in {path.name for path in files}
    for path in files:
        data = path.read_bytes()
        for told in ("张伟明", "13800138000", "键盘"):
            assert told.encode() not in data, path.name
    with sqlite3.connect(tmp_path / "office.sqlite3") as db:
        assert db.execute("SELECT count(*) FROM handoff").fetchone() == (1,)


def test_without_coordinators_nobody_is_offered(api, serve):
    serve()
    api.says("能自己带键盘吗？")
    assert ASKER.human not in buttons(api.reply(1))


def test_settings_that_cannot_be_used_are_said_in_one_line(serve, tmp_path):
    (tmp_path / "coordinators.yaml").write_text("admins: [中文]", "utf-8")
    one = serve(ready=False)
    assert one.ends() == 1
    assert "coordinators.yaml 的 admins 不对" in one.said
