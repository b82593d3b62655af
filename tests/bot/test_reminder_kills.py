"""Reminders while the bot is killed again and again: none lost, each once in the store."""

from __future__ import annotations

import random
import sqlite3
import time

from test_telegram_reminders import SECOND

KILLS, PEOPLE = 3, tuple(range(11, 17))
WAIT = 90.0
AS_SERVED = {"PACE": "1"}


def states(folder):
    with sqlite3.connect(folder / "reminders.sqlite3", timeout=10) as db:
        rows = db.execute("SELECT kind, state, count(*) FROM outbox GROUP BY kind, state")
        return sorted(rows.fetchall())


def reminded(api, person):
    return [m["text"] for m in api.sent(person) if m["text"].startswith("提醒：")]


def test_kills_lose_and_double_no_reminder_in_the_store(api, serve, tmp_path):
    clock = tmp_path / "clock"
    clock.write_text("2099-09-01T10:00", "utf-8")
    bot = serve(**AS_SERVED)
    for person in PEOPLE:
        api.says(f"/start r-{SECOND}", who=person)
    for person in PEOPLE:
        api.reply(1, person)
    planned = 2 * len(PEOPLE)  # three days and one day before
    assert states(tmp_path) == [("before", "planned", planned)]
    clock.write_text("2099-09-29T09:00", "utf-8")
    dice = random.Random(3)
    for _ in range(KILLS):
        time.sleep(dice.uniform(0.0, 1.2))
        bot.process.kill()
        bot.process.wait()
        bot = serve(**AS_SERVED)
    end = time.monotonic() + WAIT
    while states(tmp_path) != [("before", "sent", planned)] and time.monotonic() < end:
        time.sleep(0.1)
    assert bot.stop() == 0
    assert states(tmp_path) == [("before", "sent", planned)]
    counts = [len(reminded(api, person)) for person in PEOPLE]
    assert min(counts) == 1
    assert sum(counts) - len(PEOPLE) <= KILLS
