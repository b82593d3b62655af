"""The messages of the office over HTTP: not lost, not doubled, not reached, sealed."""

from __future__ import annotations

import sqlite3

from bot_api.rules import RefusedError
from fakes.handed import (
    ASKER,
    OFFICE,
    handed_over,
    last,
    replies,
)


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


def test_an_asker_is_told_when_the_coordinators_chat_is_gone(api, bot):
    api.says("能自己带键盘吗？")
    api.reply(1)
    kicked = RefusedError(403, "Forbidden: bot was kicked from the supergroup chat")
    api.fails("sendMessage", kicked, kicked)
    api.presses(api.sent()[0], ASKER.human)
    last(api, 7, "没能送到组织方")


def test_who_has_left_is_told_of(api, bot):
    post = handed_over(api)
    gone = RefusedError(403, "Forbidden: bot was blocked by the user")
    api.fails("sendMessage", gone, gone)  # what the coordinator is told goes out first
    replies(api, post, "可以。")
    last(api, OFFICE, "没有送到")


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


def test_settings_that_cannot_be_used_are_said_in_one_line(serve, tmp_path):
    (tmp_path / "coordinators.yaml").write_text("admins: [中文]", "utf-8")
    one = serve(ready=False)
    assert one.ends() == 1
    assert "coordinators.yaml 的 admins 不对" in one.said
