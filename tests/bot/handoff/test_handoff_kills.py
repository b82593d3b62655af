"""Hand-offs while the bot is killed again and again: none lost, each once in the store."""

from __future__ import annotations

import random
import sqlite3
import time

from bot_api.state import BOT, group
from fakes.handed import ASKER, OFFICE, SAID, SETTINGS, TEACHER

from bot.telegram.handoff.heads import number_of
from retrieval.official.shelf import FILE as OFFICIAL

KILLS, PEOPLE = 3, tuple(range(11, 17))
WAIT = 90.0
AS_SERVED = {"PACE": "1"}


def posts(api):
    """The questions in the coordinators' chat, by number; one may be there twice after a kill."""
    found = {}
    for message in api.sent(OFFICE):
        number = number_of(message["text"])
        if number is not None:
            found.setdefault(number, []).append(message)
    return found


def pressed_and_answered(api, pressed, answered):
    """What people do next: press what they have not pressed, answer what has come."""
    for person in PEOPLE:
        offered = [m for m in api.sent(person) if ASKER.human in str(m.get("reply_markup"))]
        if offered and person not in pressed:
            api.presses(offered[0], ASKER.human, who=person)
            pressed.add(person)
    for number, found in posts(api).items():
        if number not in answered:
            reply = {**found[0], "from": BOT}
            api.says(f"可以，第{number}个。", who=TEACHER, chat=OFFICE, reply_to_message=reply)
            answered.add(number)


def told(api, person):
    return [m["text"] for m in api.sent(person) if m["text"].startswith("组织方答复")]


def waiting(folder):
    """How many messages are not sent."""
    with sqlite3.connect(folder / "office.sqlite3", timeout=10) as db:
        return db.execute("SELECT count(*) FROM mail WHERE state != 'sent'").fetchone()[0]


def test_kills_lose_and_double_nothing_in_the_store(api, serve, tmp_path):
    (tmp_path / "coordinators.yaml").write_text(SETTINGS, "utf-8")
    api.state.add(group(OFFICE), BOT, text="（群已建立）")
    dice, pressed, answered = random.Random(7), set(), set()
    bot = serve(**AS_SERVED)
    for person in PEOPLE:
        api.says("能自己带键盘吗？", who=person)
    for _ in range(KILLS):
        until = time.monotonic() + dice.uniform(0.3, 2.0)
        while time.monotonic() < until:
            pressed_and_answered(api, pressed, answered)
            time.sleep(0.05)
        bot.process.kill()
        bot.process.wait()
        bot = serve(**AS_SERVED)
    end = time.monotonic() + WAIT
    while not all(told(api, person) for person in PEOPLE) and time.monotonic() < end:
        pressed_and_answered(api, pressed, answered)
        time.sleep(0.1)
    while waiting(tmp_path) and time.monotonic() < end:
        time.sleep(0.1)  # what a kill left under way is sent again after the start
    assert bot.stop() == 0
    assert sorted(posts(api)) == list(range(1, len(PEOPLE) + 1))
    for person in PEOPLE:
        assert 1 <= len(told(api, person)) <= 1 + KILLS
        assert len(set(told(api, person))) == 1
    doubled = sum(len(told(api, person)) - 1 for person in PEOPLE)
    assert doubled <= KILLS
    with sqlite3.connect(tmp_path / "office.sqlite3") as db:
        assert db.execute("SELECT count(*), count(DISTINCT mark) FROM handoff").fetchone() == (6, 6)
        assert db.execute("SELECT DISTINCT state FROM handoff").fetchall() == [("answered",)]
        kinds = db.execute("SELECT kind, count(*), state FROM mail GROUP BY kind, state ORDER BY 1")
        assert kinds.fetchall() == [("answer", 6, "sent"), ("post", 6, "sent")]


def kept(folder):
    """The numbers of the official answers, by the question they come from."""
    with sqlite3.connect(folder / OFFICIAL, timeout=10) as db:
        return db.execute("SELECT origin, number FROM answer ORDER BY number").fetchall()


def test_kills_while_answers_are_made_official_keep_each_once(api, serve, tmp_path):
    (tmp_path / "coordinators.yaml").write_text(SETTINGS, "utf-8")
    api.state.add(group(OFFICE), BOT, text="（群已建立）")
    dice, pressed, answered = random.Random(11), set(), set()
    bot = serve(**AS_SERVED)
    for person in PEOPLE:
        api.says("能自己带键盘吗？", who=person)
    end = time.monotonic() + WAIT
    while len([m for m in api.sent(OFFICE) if offers(m)]) < len(PEOPLE):
        pressed_and_answered(api, pressed, answered)
        time.sleep(0.1)
        assert time.monotonic() < end
    for _ in range(KILLS):
        for message in filter(offers, api.sent(OFFICE)):
            api.presses(message, SAID.buttons.official, who=TEACHER)
        time.sleep(dice.uniform(0.0, 0.4))
        bot.process.kill()
        bot.process.wait()
        bot = serve(**AS_SERVED)
    while len(kept(tmp_path)) < len(PEOPLE) and time.monotonic() < end:
        for message in filter(offers, api.sent(OFFICE)):
            api.presses(message, SAID.buttons.official, who=TEACHER)
        time.sleep(1.0)
    assert bot.stop() == 0
    assert len(kept(tmp_path)) == len(dict(kept(tmp_path))) == len(PEOPLE)
    with sqlite3.connect(tmp_path / "office.sqlite3") as db:
        numbers = [n for (n,) in db.execute("SELECT official FROM handoff ORDER BY official")]
    assert numbers == [number for _, number in kept(tmp_path)]


def offers(message):
    """Whether a message of the office offers to keep an answer as an official one."""
    return SAID.buttons.official in str(message.get("reply_markup"))
