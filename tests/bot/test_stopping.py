"""A stop ends the process in time, whatever is under way; what was sent is not sent again."""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
import subprocess
import sys
import time

import pytest
from bot_api.state import BOT, group
from fakes.handed import OFFICE, SETTINGS, handed_over, last, replies
from running import ROOT
from test_telegram_reminders import asked_for

from bot.telegram import send, stopping
from bot.telegram.stopping import until, within
from bot.telegram.taken import Taken

SLOW, HURRY = 1.5, 5


# --- the parts ------------------------------------------------------------------------------
async def test_a_stop_that_comes_together_with_an_update_that_is_done_is_heard():
    taken = Taken()
    waits = asyncio.create_task(taken.moves(30))
    for _ in range(5):
        await asyncio.sleep(0)
    taken.take(1)
    await taken.finish(1)
    waits.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waits


async def test_no_news_is_no_fault():
    await Taken().moves(0)
    await Taken().moves(0.01)


async def stopped():
    stop = asyncio.Event()
    asyncio.get_running_loop().call_later(0.01, stop.set)
    return stop


async def deaf(times=0, until=0.0):
    """Goes on though it is cancelled so many times, or until a moment."""
    clock = asyncio.get_running_loop().time
    while times > 0 or clock() < until:
        times -= 1
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.sleep(30 if times > 0 else 0.05)


async def test_work_that_does_not_hear_at_once_is_told_again(monkeypatch):
    monkeypatch.setattr(stopping, "_CANCEL_EVERY", 0.01)
    assert not await until(await stopped(), deaf(times=3))


async def test_work_that_never_hears_is_left_after_a_while(monkeypatch, caplog):
    monkeypatch.setattr(stopping, "ENDED_WITHIN", 0.1)
    monkeypatch.setattr(stopping, "_CANCEL_EVERY", 0.01)
    later = asyncio.get_running_loop().time() + 0.5
    assert not await until(await stopped(), deaf(until=later))
    assert "stopped with work under way" in caplog.text


async def test_the_last_work_is_done_unless_it_takes_too_long_or_fails(monkeypatch, caplog):
    monkeypatch.setattr(stopping, "_CANCEL_EVERY", 0.01)
    done = []

    async def quick():
        done.append(1)

    async def faulty():
        raise ValueError("张三")

    await within(1, quick(), "nothing")
    await within(0.01, asyncio.sleep(30), "updates unanswered")
    await within(1, faulty(), "nobody told")
    assert done == [1]
    assert [r.getMessage().partition(":")[0] for r in caplog.records] == [
        "stopped with updates unanswered",
        "stopped with nobody told",
    ]
    assert "张三" not in caplog.text


def test_all_steps_together_are_shorter_than_what_systemd_waits():
    steps = stopping.ENDED_WITHIN + stopping.ANSWERED_WITHIN + 2 * stopping.CLOSED_WITHIN
    unit = (ROOT / "docs/saiwen.service").read_text("utf-8")
    waits = float(unit.partition("TimeoutStopSec=")[2].split()[0])
    assert steps < stopping.ALL_WITHIN < waits


def test_a_thread_that_hangs_keeps_no_process():
    code = (
        "import threading, time; from bot.telegram.stopping import end_anyway;"
        "threading.Thread(target=time.sleep, args=(60,)).start(); end_anyway('结束了', 0.2)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, timeout=50, check=False
    )
    assert (run.returncode, run.stderr.decode().strip()) == (0, "结束了")


async def test_what_was_sent_is_written_down_as_soon_as_the_store_can_be_written(monkeypatch):
    monkeypatch.setattr(send, "PAUSES", (0, 0))
    faults = [sqlite3.OperationalError("database is locked"), OSError("disk full")]
    written = []

    def write():
        if faults:
            raise faults.pop()
        written.append(1)

    await send.noted(write)
    assert written == [1]


# --- the whole ------------------------------------------------------------------------------
def mail(folder):
    with sqlite3.connect(folder / "office.sqlite3", timeout=10) as db:
        return dict(db.execute("SELECT kind, state FROM mail").fetchall())


def test_an_answer_of_coordinators_under_way_at_the_stop_is_sent_once(api, serve, tmp_path, at):
    (tmp_path / "coordinators.yaml").write_text(SETTINGS, "utf-8")
    api.state.add(group(OFFICE), BOT, text="（群已建立）")
    bot = serve()
    replies(api, handed_over(api), "可以自带有线键盘。")
    api.late["sendMessage"] = SLOW
    last(api, 7, "组织方答复（#1，张老师）")
    assert bot.stop() == 0
    assert mail(tmp_path) == {"post": "sent", "answer": "sent"}
    api.late.clear()
    bot = serve()
    api.says("你好", who=8)
    api.reply(1, 8)
    assert bot.stop() == 0
    assert sum("组织方答复" in m["text"] for m in api.sent(7)) == 1


def test_a_reminder_under_way_at_the_stop_is_sent_once(api, serve, tmp_path, at):
    bot = serve()
    asked_for(api)
    api.late["sendMessage"] = SLOW
    at("2099-09-27T09:00")
    api.reply(2)
    assert bot.stop() == 0
    with sqlite3.connect(tmp_path / "reminders.sqlite3") as db:
        assert db.execute("SELECT 1 FROM outbox WHERE state = 'sending'").fetchall() == []
    api.late.clear()
    bot = serve()
    api.says("你好", who=8)
    api.reply(1, 8)
    assert bot.stop() == 0
    assert len(api.sent()) == 2


def test_an_answer_under_way_at_the_stop_is_sent_once(api, serve):
    bot = serve()
    api.late["sendMessage"] = SLOW
    api.says("你好")
    api.reply(1)
    assert bot.stop() == 0
    api.late.clear()
    serve()
    api.says("还在吗")
    api.reply(2)
    assert [m["text"] for m in api.sent()] == ["你说：你好", "你说：还在吗"]


def test_a_server_that_does_not_answer_any_more_holds_no_stop_for_ever(api, serve):
    bot = serve(HURRY=str(HURRY))
    api.says("你好")
    api.reply(1)
    api.late["sendMessage"] = 300.0
    api.says("还在吗")
    api.reply(2)
    api.late["getUpdates"] = 300.0
    begun = time.monotonic()
    assert bot.stop() == 0
    assert time.monotonic() - begun < stopping.ALL_WITHIN / HURRY + 5


@pytest.mark.parametrize("moment", [0.0, 0.01, 0.03, 0.1, 0.3])
def test_a_stop_at_any_moment_ends_the_process(api, serve, moment):
    bot = serve()
    api.says("/check 第2届")
    api.reply(1)
    time.sleep(moment)
    assert bot.stop() == 0
